"""What `sito batch` keeps current, looked at from outside: whole, and the same as a run over everything."""

import collections
import hashlib
import json
import os
import pathlib
import subprocess
import sys

UNFINISHED = (".sito-", ".next", ".copy", "-journal", ".learnt")


class Failure(Exception):
    pass


def must(holds, what):
    if not holds:
        raise Failure(what)


def must_be_equal(got, want, what):
    """Of collections that may be counted."""
    got, want = collections.Counter(got), collections.Counter(want)
    more, less = got - want, want - got
    shown = [f"  {sign} {line!r:.150}" for sign, lines in (("+", more), ("-", less)) for line in list(lines)[:3]]
    must(not shown, "\n".join([f"{what}: {sum(more.values())} too many, {sum(less.values())} missing", *shown]))


class Sito:
    """The program of the folder BIN, called in the folder where all happens."""

    def __init__(self, programs, folder):
        self.program = str(pathlib.Path(programs).resolve() / "sito")
        self.folder = folder

    def start(self, *arguments, shell=False):
        """`shell`: behind a shell, as cron does it. The process leads a group of its own."""
        command = [self.program, *map(str, arguments)]
        if shell:
            command = ["sh", "-c", '"$@"; exit $?', "sh", *command]
        return subprocess.Popen(command, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, start_new_session=True)  # fmt: skip

    def run(self, *arguments, status=0):
        """What it says on standard error."""
        process = self.start(*arguments)
        out, err = process.communicate()
        what = f"sito {' '.join(map(str, arguments))}"
        must(process.returncode == status, f"{what}: status {process.returncode}, not {status}\n{err}")
        self.out = out
        return err

    def whole(self, paths, options=()):
        """The lines of `sito run` over what is there now, and those of --rejects."""
        self.run("run", *paths, "-o", "whole.jsonl", "--rejects", "whole.rejects", "--quiet", "--max-rejects", "100%",
                 *options)  # fmt: skip
        return lines_of(self.folder / "whole.jsonl"), lines_of(self.folder / "whole.rejects")


def lines_of(path):
    return path.read_bytes().splitlines(keepends=True)


class Corpus:
    """The current generation in a folder, proved against its manifest."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        link = self.folder / "current"
        self.generation = os.readlink(link) if link.is_symlink() else None
        self.lines = []
        self.parts = {}  # by name, the file's inode
        if self.generation:
            self.prove(link)

    def prove(self, folder):
        manifest = json.loads((folder / "_manifest.json").read_text(encoding="utf-8"))
        names = [part["name"] for part in manifest["parts"]]
        must(sorted(names) == parts_in(folder), f"{folder}: other parts than the manifest's")
        for part in manifest["parts"]:
            content = (folder / part["name"]).read_bytes()
            digest = "sha256:" + hashlib.sha256(content).hexdigest()
            must(digest == part["digest"] and len(content) == part["bytes"], f"{folder}: {part} is something else")
            self.parts[part["name"]] = (folder / part["name"]).stat().st_ino
        self.lines = content_of([folder / name for name in names]).splitlines(keepends=True)
        must(len(self.lines) == manifest["records"], f"{folder}: not as many records as the manifest says")
        keys = collections.Counter(key_of(json.loads(line)) for line in self.lines)
        must(len(keys) == len(self.lines), f"{folder}: twice there: {keys.most_common(3)}")

    def rejects(self):
        return lines_of(self.folder / "current" / "_rejects.jsonl")

    def documents(self):
        """{id: records}"""
        found = {}
        for line in self.lines:
            record = json.loads(line)
            found.setdefault(record["id"], []).append(record)
        return found

    def generations(self):
        return sorted(path.name for path in self.folder.glob("gen-*"))


def parts_in(folder):
    return sorted(path.name for path in folder.glob("part-*"))


def content_of(files):
    return subprocess.run(["zstd", "-dcq", *files], check=True, capture_output=True).stdout if files else b""


def key_of(record):
    return record.get("key", record["id"])


def must_be_tidy(folder):
    """No run is at work and none was ended in the middle: nothing unfinished lies about."""
    left = [path for path in pathlib.Path(folder).rglob("*") if any(mark in path.name for mark in UNFINISHED)]
    must(not left, f"left behind: {left}")
    generations = sorted(path.name for path in pathlib.Path(folder).glob("gen-*"))
    must(generations[-1:] == [os.readlink(pathlib.Path(folder) / "current")], f"{folder} has {generations}")


class Follower:
    """A database that does what --changes says."""

    def __init__(self):
        self.documents = {}

    def follow(self, file):
        for line in lines_of(file):
            change = json.loads(line)
            if change["change"] == "remove":
                self.documents.pop(change["id"], None)
            else:
                self.documents[change["id"]] = change["records"]

    def must_have(self, corpus, what):
        mine = {name: records for name, records in self.documents.items() if records}
        theirs = corpus.documents()
        wrong = [name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)]
        must(not wrong, f"{what}: the changes lead elsewhere: {sorted(wrong)[:3]} of {len(wrong)}")


def end(action):
    """Runs the test and ends the program with the status that says how it went."""
    try:
        action()
    except Failure as failure:
        print(f"FAILED: {failure}")
        sys.exit(1)
