"""A folder of parts: _manifest.json tells what is there, and the parts are the lines, byte for byte.

    parts_test.py FOLDER     what `prepare` wrote
"""

import gzip
import hashlib
import json
import pathlib
import subprocess
import sys

from records import VIEWS, Checks

folder = pathlib.Path(sys.argv[1])
checks = Checks()


def content(part):
    if part.suffix == ".zst":
        return subprocess.run(["zstd", "-dcq", part], check=True, capture_output=True).stdout
    return gzip.decompress(part.read_bytes()) if part.suffix == ".gz" else part.read_bytes()


def check_part(said, part, lines):
    raw, plain = part.read_bytes(), content(part)
    checks.equal(f"{part}: bytes", said["bytes"], len(raw))
    checks.equal(f"{part}: content_bytes", said["content_bytes"], len(plain))
    checks.equal(f"{part}: digest", said["digest"], "sha256:" + hashlib.sha256(raw).hexdigest())
    if lines:
        records = [json.loads(line) for line in plain.splitlines()]
        checks.equal(f"{part}: records", said["records"], len(records))
        checks.equal(f"{part}: first_id", said["first_id"], records[0]["id"])
        checks.equal(f"{part}: last_id", said["last_id"], records[-1]["id"])
    return plain


def check_folder(corpus, whole, lines):
    manifest = json.loads((corpus / "_manifest.json").read_text(encoding="utf-8"))
    parts = manifest["parts"]
    names = [part["name"] for part in parts] + ["_SUCCESS", "_manifest.json"]
    checks.equal(f"{corpus}: files", sorted(file.name for file in corpus.iterdir()), sorted(names))
    checks.equal(f"{corpus}: order", names[:-2], sorted(names[:-2]))
    checks.equal(f"{corpus}: _SUCCESS", (corpus / "_SUCCESS").read_bytes(), b"")
    for sum_of in ("records", "bytes", "content_bytes"):
        checks.equal(f"{corpus}: {sum_of}", manifest[sum_of], sum(part[sum_of] for part in parts))
    contents = [check_part(part, corpus / part["name"], lines) for part in parts]
    checks.true(f"{corpus}: has several parts", len(parts) > 1)
    if lines:
        checks.equal(f"{corpus}: all parts", b"".join(contents), whole)
        return manifest
    head = whole[: whole.index(b"\r\n") + 2]
    checks.true(f"{corpus}: each part begins with the columns", all(part.startswith(head) for part in contents))
    checks.equal(f"{corpus}: all parts", head + b"".join(part[len(head) :] for part in contents), whole)
    return manifest


for view in VIEWS:
    lines = (folder / f"{view}.jsonl").read_bytes()
    by_records = check_folder(folder / f"{view}-zstd", lines, True)
    by_bytes = check_folder(folder / f"{view}-gzip", lines, True)
    check_folder(folder / f"{view}-none", lines, True)
    check_folder(folder / f"{view}-csv", (folder / f"{view}.csv").read_bytes(), False)
    checks.equal(f"{view}: options", by_records["options"], {"view": [view], "shard-size": ["10"]})
    checks.equal(f"{view}: 10 records a part", {part["records"] for part in by_records["parts"][:-1]}, {10})
    least = min(part["content_bytes"] for part in by_bytes["parts"][:-1])
    checks.true(f"{view}: a part ends at 64 KiB or behind", least >= 64 << 10)
checks.end()
