"""Python's own json and csv: offsets, counts, and that tables hold the very values of the lines.

    json_test.py FOLDER     what `prepare` wrote
"""

import csv
import json
import pathlib
import sys

from records import VIEWS, Checks, cells, counted, records, slices, words

folder = pathlib.Path(sys.argv[1])
checks = Checks()


def check_offsets():
    documents = records(folder, "document")
    checks.true("pages of samples/ and of awkward.jsonl", len(documents) > 40)
    texts = {document["id"]: document["text"] for document in documents}
    for document in documents:
        text = document["text"]
        for what, start, end, want in slices(document):
            there = text[start:end]
            checks.equal(f"{document['id']}: length of {what} {start}:{end}", len(there), end - start)
            checks.true(f"{document['id']}: {what} {start}:{end} is something", there != "")
            if want is not None:
                checks.equal(f"{document['id']}: {what} {start}:{end}", words(there), want)
        joined = "".join(text[s["start"] : s["end"]] for s in document["segments"])
        checks.equal(f"{document['id']}: segments joined", joined, text)
    for quote in records(folder, "quote"):
        parts = [texts[quote["id"]][s["start"] : s["end"]] for s in quote["spans"]]
        checks.equal(f"{quote['key']}: its words", words(" ".join(parts)), quote["text"])
    for view in ("paragraph", "segment"):
        for line in records(folder, view):
            there = texts[line["id"]][line["start"] : line["end"]]
            checks.equal(f"{line['key']}: text", there, line["text"])


def cell(value):
    """A cell's characters, as cells.h promises them; null and "" are told apart elsewhere."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def check_table(view, name, delimiter, encoding="utf-8"):
    with open(folder / name, encoding=encoding, newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter, strict=True))
    wanted = [cells(record) for record in records(folder, view)]
    checks.equal(f"{name}: columns", rows[0], list(wanted[0]))
    checks.equal(f"{name}: rows", len(rows) - 1, len(wanted))
    for row, want in zip(rows[1:], wanted):
        checks.equal(f"{name}: cells of {want['key']}", len(row), len(want))
        for got, (column, value) in zip(row, want.items()):
            if isinstance(value, (list, float, int)) and not isinstance(value, bool):
                got = json.loads(got)
            checks.equal(f"{name}: {column} of {want['key']}", got, cell(value))


def check_bytes(view):
    """What the csv module forgives: ends of rows, and null apart from the empty string."""
    lines = (folder / f"{view}.csv").read_bytes()
    checks.true(f"{view}.csv: rows end in CRLF", lines.endswith(b"\r\n"))
    checks.equal(f"{view}.bom.csv", (folder / f"{view}.bom.csv").read_bytes(), b"\xef\xbb\xbf" + lines)
    empty = sum(value == "" for record in records(folder, view) for value in cells(record).values())
    quoted = sum(row.split("\t").count('""') for row in (folder / f"{view}.tsv").read_text().split("\n"))
    checks.true(f"{view}.tsv: {empty} empty strings are told from null", quoted >= empty)


check_offsets()
for view in VIEWS:
    checks.equal(f"{view}.jsonl: lines", len(records(folder, view)), counted(folder, view))
    check_table(view, f"{view}.csv", ",")
    check_table(view, f"{view}.bom.csv", ",", "utf-8-sig")
    check_table(view, f"{view}.tsv", "\t")
    check_bytes(view)
checks.end()
