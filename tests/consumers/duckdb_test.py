"""DuckDB: each view at the first attempt, with the columns that --schema duckdb gives, from parts, in SQL.

    scripts/venv python tests/consumers/duckdb_test.py FOLDER     what `prepare` wrote
"""

import datetime
import json
import pathlib
import sys

import duckdb

from records import VIEWS, Checks, cells, counted, records

folder = pathlib.Path(sys.argv[1])
checks = Checks()

# Quotations by all of their spans; DuckDB's offsets begin with 1, and its end is inclusive.
QUOTES = """
  SELECT count(*), count(*) FILTER (WHERE regexp_replace(array_to_string(
      [d.text[s.start + 1:s."end"] FOR s IN q.spans], ' '), '\\s+', ' ', 'g')
    <> regexp_replace(q.text, '\\s+', ' ', 'g'))
  FROM {documents} d, UNNEST(d.quotes) AS u(q)"""
SEGMENTS = """
  SELECT count(*), count(*) FILTER (WHERE joined <> text) FROM (
    SELECT d.text, string_agg(d.text[s.start + 1:s."end"], '' ORDER BY s.start) AS joined
    FROM {documents} d, UNNEST(d.segments) AS u(s) GROUP BY d.id, d.text)"""
CUES = """
  SELECT count(*), count(*) FILTER (WHERE d.text[q.cue.start + 1:q.cue."end"] <> q.cue.text)
  FROM {documents} d, UNNEST(d.quotes) AS u(q) WHERE q.cue.start IS NOT NULL"""
MENTIONS = """
  SELECT count(*), count(*) FILTER (WHERE length(d.text[p.mention.start + 1:p.mention."end"])
    <> p.mention."end" - p.mention.start)
  FROM {documents} d, UNNEST(d.people) AS u(p)"""
PIECES = """
  SELECT count(*), count(*) FILTER (WHERE d.text[p.start + 1:p."end"] <> p.text)
  FROM {documents} d JOIN {pieces} p USING (id)"""


def rows(query):
    answer = duckdb.sql(query)
    return [dict(zip(answer.columns, row)) for row in answer.fetchall()]


def columns(name):
    return (folder / f"{name}.columns").read_text(encoding="utf-8").strip()


def types(source):
    return {row["column_name"]: row["column_type"] for row in rows(f"DESCRIBE FROM {source}")}


def plain(value):
    return value.isoformat() if isinstance(value, datetime.date) else value


def same_rows(name, got, wanted):
    checks.equal(f"{name}: rows", len(got), len(wanted))
    for row, want in zip(got, wanted):
        checks.equal(f"{name}: columns of {want['key']}", list(row), list(want))
        for column, value in want.items():
            checks.equal(f"{name}: {column} of {want['key']}", plain(row[column]), plain(value))


def check_lines(view):
    wanted = records(folder, view)
    guessed = f"read_json('{folder}/{view}.jsonl')"
    settled = f"read_json('{folder}/{view}.jsonl', {columns(view)})"
    parts = f"read_json('{folder}/{view}-zstd/part-*.jsonl.zst', {columns(view)})"
    for source in (f"'{folder}/{view}.jsonl'", guessed, settled, parts):
        checks.equal(f"{source:.60}: rows", rows(f"SELECT count(*) AS n FROM {source}")[0]["n"], counted(folder, view))
    for how in ("", f", {columns(view)}"):
        nothing = f"read_json('{folder}/{view}-empty/part-*.jsonl.zst'{how})"
        checks.equal(f"{nothing:.60}: rows", rows(f"SELECT count(*) AS n FROM {nothing}")[0]["n"], 0)
    same_rows(f"{view}.jsonl", rows(f"FROM {settled}"), wanted)
    same_rows(f"{view}-zstd/", rows(f"FROM {parts} ORDER BY ALL"), rows(f"FROM {settled} ORDER BY ALL"))
    texts = [row["text"] for row in rows(f"SELECT text FROM {guessed}")]
    checks.equal(f"{view}.jsonl: texts, guessed", texts, [want["text"] for want in wanted])
    for source in (guessed, settled):
        found = types(source)
        checks.equal(f"{source:.60}: columns", list(found), list(wanted[0]))
        checks.equal(f"{source:.60}: created", found["created"], "DATE")
        checks.equal(f"{source:.60}: text", found["text"], "VARCHAR")


def check_table(view, suffix):
    wanted = [cells(record) for record in records(folder, view)]
    # Without allow_quoted_nulls, "" stays the empty string and is no null.
    settled = f"read_csv('{folder}/{view}.{suffix}', allow_quoted_nulls = false, {columns(view + '.cells')})"
    got = rows(f"FROM {settled}")
    for row, want in zip(got, wanted):
        row.update((c, json.loads(row[c])) for c, value in want.items() if isinstance(value, list))
    same_rows(f"{view}.{suffix}", got, wanted)
    found = types(settled)
    checks.equal(f"{view}.{suffix}: created", found["created"], "DATE")
    lists = [column for column, value in wanted[0].items() if isinstance(value, list)]
    checks.equal(f"{view}.{suffix}: lists", [found[column] for column in lists], ["JSON"] * len(lists))
    guessed = rows(f"SELECT count(*) AS n FROM '{folder}/{view}.{suffix}'")
    checks.equal(f"{view}.{suffix}: rows, guessed", guessed[0]["n"], len(wanted))


def check_offsets(source):
    documents = source.format(view="document")
    queries = {"quotes": QUOTES, "segments": SEGMENTS, "cues": CUES, "mentions": MENTIONS}
    for what, query in queries.items():
        count, astray = duckdb.sql(query.format(documents=documents)).fetchall()[0]
        checks.true(f"{documents:.60}: there are {what}", count > 0)
        checks.equal(f"{documents:.60}: {what} astray", astray, 0)
    for view in ("paragraph", "segment"):
        pieces = source.format(view=view)
        count, astray = duckdb.sql(PIECES.format(documents=documents, pieces=pieces)).fetchall()[0]
        checks.equal(f"{pieces:.60}: lines", count, counted(folder, view))
        checks.equal(f"{pieces:.60}: texts astray", astray, 0)


for view in VIEWS:
    check_lines(view)
    for suffix in ("csv", "tsv", "bom.csv"):
        check_table(view, suffix)
check_offsets(f"read_json('{folder}/{{view}}.jsonl')")
check_offsets(f"read_json('{folder}/{{view}}-zstd/part-*.jsonl.zst')")
print(f"duckdb {duckdb.__version__}")
checks.end()
