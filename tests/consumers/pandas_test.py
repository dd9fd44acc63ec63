"""pandas: each view as a frame, from lines, tables and parts, with every value as it was.

    pandas_test.py FOLDER     what `prepare` wrote
"""

import pathlib
import sys

import pandas

from records import VIEWS, Checks, cells, counted, records, slices, words

folder = pathlib.Path(sys.argv[1])
checks = Checks()

# Nothing is guessed from what values look like, and 0.95 is not 0.9500000000000001.
AS_THEY_ARE = {"lines": True, "dtype": False, "convert_dates": False, "precise_float": True}


def plain(value):
    """What pandas makes of null in a column of strings or numbers is null again."""
    if isinstance(value, (list, dict)):
        return value
    return None if pandas.isna(value) else value


def number(value):
    """Integers become floats in a column with nulls; that much is pandas's way."""
    whole = isinstance(value, float) and value.is_integer()
    return int(value) if whole else value


def check_frame(name, frame, wanted):
    checks.equal(f"{name}: columns", list(frame.columns), list(wanted[0]))
    checks.equal(f"{name}: rows", len(frame), len(wanted))
    for column in frame.columns:
        for got, want in zip(frame[column], wanted):
            checks.equal(f"{name}: {column} of {want['key']}", number(plain(got)), number(want[column]))


def check_lines(view):
    wanted = records(folder, view)
    checks.equal(f"{view}: lines", len(wanted), counted(folder, view))
    check_frame(f"{view}.jsonl", pandas.read_json(folder / f"{view}.jsonl", **AS_THEY_ARE), wanted)
    chunks = list(pandas.read_json(folder / f"{view}.jsonl", chunksize=10, **AS_THEY_ARE))
    checks.equal(f"{view}.jsonl: chunks", len(chunks), -(-len(wanted) // 10))
    check_frame(f"{view}.jsonl in chunks", pandas.concat(chunks), wanted)
    parts = sorted((folder / f"{view}-gzip").glob("part-*"))
    frames = [pandas.read_json(part, **AS_THEY_ARE) for part in parts]
    check_frame(f"{view}-gzip/", pandas.concat(frames), wanted)


def check_table(view, name, **how):
    """Text alone, as it stands: a table's lists are JSON, and null is an empty cell (so is "", to pandas)."""
    frame = pandas.read_csv(folder / name, dtype=str, keep_default_na=False, na_values=[""], **how)
    wanted = [cells(record) for record in records(folder, view)]
    checks.equal(f"{name}: columns", list(frame.columns), list(wanted[0]))
    checks.equal(f"{name}: rows", len(frame), len(wanted))
    for column in frame.columns:
        for got, want in zip(frame[column], wanted):
            value = want[column]
            if value is None or isinstance(value, str):
                checks.equal(f"{name}: {column} of {want['key']}", plain(got), value or None)


def check_offsets():
    frame = pandas.read_json(folder / "document.jsonl", **AS_THEY_ARE)
    for document in frame.to_dict("records"):
        document["created_span"] = {k: number(plain(v)) for k, v in document["created_span"].items()}
        for what, start, end, want in slices(document):
            there = document["text"][start:end]
            checks.equal(f"{document['id']}: length of {what}", len(there), end - start)
            if want is not None:
                checks.equal(f"{document['id']}: {what}", words(there), want)


for view in VIEWS:
    check_lines(view)
    check_table(view, f"{view}.csv")
    check_table(view, f"{view}.tsv", sep="\t")
    check_table(view, f"{view}.bom.csv", encoding="utf-8-sig")
    with pandas.read_csv(folder / f"{view}.csv", chunksize=7) as chunks:
        checks.equal(f"{view}.csv: rows in chunks", sum(map(len, chunks)), counted(folder, view))
check_offsets()
checks.end()
