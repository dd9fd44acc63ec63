// JavaScript: lines parse, and offsets count code points, which [...text] has one by one.
//
//     node javascript_test.mjs FOLDER     what `prepare` wrote

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const lines = (name) => readFileSync(join(folder, name), "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const words = (text) => text.split(/\s+/u).filter((word) => word !== "").join(" ");

let checks = 0;
const equal = (got, want, what) => {
  checks += 1;
  assert.equal(got, want, `${what}\n  got  ${JSON.stringify(got)}\n  want ${JSON.stringify(want)}`);
};

const documents = lines("document.jsonl");
const points = new Map(documents.map(({ id, text }) => [id, [...text]]));
const slice = (id, { start, end }) => points.get(id).slice(start, end).join("");

for (const { id, text, quotes, segments, people, created_span: created } of documents) {
  for (const quote of quotes) {
    equal(words(quote.spans.map((span) => slice(id, span)).join(" ")), words(quote.text), `${id}: a quotation`);
    if (quote.cue.start !== null) equal(slice(id, quote.cue), quote.cue.text, `${id}: a cue`);
  }
  const marked = [...people.map((person) => person.mention), ...(created.start === null ? [] : [created])];
  for (const span of marked) equal([...slice(id, span)].length, span.end - span.start, `${id}: length`);
  if (segments.length > 0) equal(segments.map((span) => slice(id, span)).join(""), text, `${id}: segments joined`);
}

const counts = { document: documents.length, quote: 0, segment: 0 };
for (const { quotes, segments } of documents) {
  counts.quote += quotes.length;
  counts.segment += segments.length;
}
counts.paragraph = JSON.parse(readFileSync(join(folder, "paragraph.stats.json"), "utf8")).counts["emit.lines"];

for (const [view, count] of Object.entries(counts)) {
  const records = lines(`${view}.jsonl`);
  equal(records.length, count, `${view}.jsonl: lines`);
  const keys = Object.keys(records[0]).join();
  for (const record of records) {
    equal(Object.keys(record).join(), keys, `${view}.jsonl: keys of ${record.key}`);
    if ("start" in record) equal(slice(record.id, record), record.text, `${record.key}: text`);
  }
}
// A page with a character beyond the first plane before a quotation: here UTF-16 would miss.
assert(documents.some(({ text, quotes }) => quotes.some(({ spans }) => [...text].slice(0, spans[0].start).join("").length > spans[0].start)));
console.log(`${checks} checks, 0 failed`);
