"""What `prepare` wrote, as Python's own json reads it: what all other consumers are compared with."""

import json
import pathlib
import sys

VIEWS = ("document", "paragraph", "segment", "quote")


def records(folder, name):
    """The lines of NAME.jsonl."""
    with open(pathlib.Path(folder) / f"{name}.jsonl", encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines]


def counted(folder, view):
    """How many lines the documents' own lists promise; of paragraphs, what --stats says."""
    documents = records(folder, "document")
    if view == "document":
        return len(documents)
    if view == "paragraph":
        return json.loads((pathlib.Path(folder) / "paragraph.stats.json").read_text())["counts"]["emit.lines"]
    return sum(len(document[f"{view}s"]) for document in documents)


def cells(value, path=""):
    """The columns of a table and their values: an object is its members' columns."""
    if not isinstance(value, dict):
        return {path: value}
    flat = {}
    for name, member in value.items():
        flat.update(cells(member, f"{path}.{name}" if path else name))
    return flat


def slices(document):
    """(what it is, start, end, what must stand there or None) of all that points into the text.

    A mention is in the text's words, a quotation may be joined from several spans, a segment has no text
    of its own: of these there is no telling here what they must say.
    """
    created = document["created_span"]
    if created["start"] is not None:
        yield "created_span", created["start"], created["end"], None
    for person in document["people"]:
        yield "mention", person["mention"]["start"], person["mention"]["end"], None
    for quote in document["quotes"]:
        single = quote["text"] if len(quote["spans"]) == 1 else None
        for span in quote["spans"]:
            yield "span", span["start"], span["end"], single
        if quote["cue"]["start"] is not None:
            yield "cue", quote["cue"]["start"], quote["cue"]["end"], quote["cue"]["text"]
    for segment in document["segments"]:
        yield "segment", segment["start"], segment["end"], None


def words(text):
    """As a quotation's text has them: white space within it is a single space."""
    return " ".join(text.split())


class Checks:
    """Counts what was compared, shows what differed, and ends the program with the status that says so."""

    def __init__(self):
        self.done = 0
        self.failed = 0

    def equal(self, what, got, want):
        self.done += 1
        if got == want and isinstance(got, bool) == isinstance(want, bool):
            return
        self.failed += 1
        if self.failed <= 20:
            print(f"{what}:\n  got  {got!r:.200}\n  want {want!r:.200}")

    def true(self, what, holds):
        self.equal(what, bool(holds), True)

    def end(self):
        print(f"{self.done} checks, {self.failed} failed")
        sys.exit(1 if self.failed or not self.done else 0)
