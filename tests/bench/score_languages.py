#!/usr/bin/env python3
"""Scores how well sito-meta tells languages: how many texts are right, wrong, or given no language?

    tests/bench/score_languages.py SAMPLES [--bin build/bin] [--peers] [--misses N] [--lengths N,...]

SAMPLES is a file of JSON Lines with `language` (BCP 47) and `text`, or a folder of such files, or one in the
form that known_answers.py describes with a manifest.jsonl. tests/bench/languages/ has two files of invented
sentences: what is read from `open.jsonl` may teach a rule, `held.jsonl` is only for measuring.

Each text is asked whole, and pieces of it that begin and end at words' borders and have at most N characters,
always the same ones. An answer is right if it is the language, whatever the script and the region: sr is right
for sr-Latn. The groups that are told hardest are those of SIBLINGS.

With --peers, pycld2 (libcld2), lingua and py3langid are asked the same, if Python has them. No peer is told
which languages there are: each chooses among all that it knows.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import known_answers as known
from known_answers import percent, print_table

LENGTHS = [200, 100, 50, 20]
LONG_TEXT = 250  # characters; a shorter whole text counts as a sentence
SIBLINGS = [("uk ru be bg", "Cyrillic"), ("cs sk", "cs sk"), ("hr sr sr-Latn sl", "hr sr sl"),
            ("nb nn da sv", "nb nn da sv")]
SITO = "sito"


@dataclass
class Case:
    """A text of a known language; `length` is what it was cut to."""
    language: str
    length: str
    text: str
    answers: dict = field(default_factory=dict)  # by name of who was asked; "" if there was no answer


# -------------------------------------------------------------------------------------------------- cases

def texts_of(path):
    """(language, text) of a file or a folder; raises ValueError if there are none."""
    path = Path(path)
    if (path / "manifest.jsonl").exists():
        found = texts_of_encodings(path)
    else:
        files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        found = [(row["language"], row["text"]) for file in files for row in known.json_lines(file)
                 if row.get("language") and row.get("text")]
    if not found:
        raise ValueError(f"{path}: no JSON Lines with language and text")
    return list(dict.fromkeys(found))


def texts_of_encodings(folder):
    samples = known.read_samples(folder)
    return [(language, text) for language in samples.languages() for text in samples.texts(language, "UTF-8")]


def piece_of(rng, text, length):
    """Whole words, at most `length` characters and more than half of that; None if there is no such here."""
    piece = known.some_piece(rng, text, length + 1)
    if len(piece) > length:
        piece = piece.rsplit(maxsplit=1)[0] if len(piece.split()) > 1 else ""
    piece = " ".join(piece.split())
    return piece if length / 2 < len(piece) <= length and letters_in(piece) * 2 > len(piece) else None


def letters_in(text):
    return sum(c.isalpha() for c in text)


def pieces_of(texts, language, length, count):
    """`count` pieces, drawn from all the texts of a language that are long enough."""
    rng = random.Random(f"{language}/{length}")
    longer = [text for text in texts if len(text) > length]
    drawn = (known.tried(lambda: piece_of(rng, rng.choice(longer), length), 30) for _ in range(count))
    return sorted({piece for piece in drawn if piece} if longer else ())


def cases_of(samples, lengths, count):
    cases = []
    for language, members in known.by(samples, lambda pair: pair[0]).items():
        texts = [text for _, text in members]
        cases += [Case(language, "text" if len(text) >= LONG_TEXT else "sentence", text) for text in texts]
        for length in lengths:
            cases += [Case(language, str(length), piece) for piece in pieces_of(texts, language, length, count)]
    return cases


# ----------------------------------------------------------------------------------------------- answering

def languages_by_sito(binary, texts):
    """(what sito-meta says of each text, processor seconds)"""
    results = [""] * len(texts)
    with tempfile.TemporaryDirectory() as work:
        with open(f"{work}/in", "w", encoding="utf-8") as lines:
            for number, text in enumerate(texts):
                lines.write(json.dumps({"id": str(number), "text": text}) + "\n")
        seconds = known.run([binary, "-q", "-j", "1", f"{work}/in"], f"{work}/out")
        for record in known.json_lines(f"{work}/out"):
            results[int(record["id"])] = record["language"] or ""
    return results, seconds


def by_cld2():
    import pycld2

    def ask(text):
        try:
            reliable, _, details = pycld2.detect(text)
        except pycld2.error:
            return ""
        return details[0][1] if reliable and details[0][1] != "un" else ""
    return "cld2", ask


def by_lingua():
    import lingua
    detector = lingua.LanguageDetectorBuilder.from_all_languages().build()

    def ask(text):
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else ""
    return "lingua", ask


def by_langid():
    import py3langid
    return "langid", lambda text: py3langid.classify(text)[0]


def peers():
    """Name -> what answers a text, of the peers that Python has."""
    result = {}
    for load in (by_cld2, by_lingua, by_langid):
        try:
            name, ask = load()
            result[name] = ask
        except ImportError as error:
            print(f"{error}, so it is not asked", file=sys.stderr)
    return result


def ask_all(cases, binary, asked):
    """Puts the answers into `cases`; seconds that each took."""
    texts = [case.text for case in cases]
    answers, spent = languages_by_sito(binary, texts)
    seconds = {SITO: spent}
    for case, answer in zip(cases, answers):
        case.answers[SITO] = answer
    for name, ask in asked.items():
        ask(texts[0])  # models are read at the first question
        before = time.process_time()
        for case in cases:
            case.answers[name] = ask(case.text)
        seconds[name] = time.process_time() - before
    return seconds


# ------------------------------------------------------------------------------------------------- showing

def primary(code):
    """`sr` of sr-Latn; Norwegian without more is Bokmal."""
    first = code.split("-")[0]
    return "nb" if first == "no" else first


def is_right(case, name):
    return bool(case.answers[name]) and primary(case.answers[name]) == primary(case.language)


def row(label, cases, names):
    cells = [label, str(len(cases))]
    for name in names:
        right = sum(is_right(case, name) for case in cases)
        none = sum(not case.answers[name] for case in cases)
        cells += [percent(right, len(cases)), percent(len(cases) - right - none, len(cases)),
                  percent(none, len(cases))]
    return cells


def show(title, cases, key, names):
    heads = ["", "cases"] + [f"{name} {what}" for name in names for what in ("right", "wrong", "null")]
    groups = known.by(cases, key)
    rows = [row(label, members, names) for label, members in groups.items()]
    print_table(f"{title}, per cent", heads, rows + [row("all", cases, names)] if len(rows) > 1 else rows)


def group_of(language):
    return next((name for members, name in SIBLINGS if language in members.split()), "others")


def show_matrix(cases, lengths, names):
    """Right and wrong in per cent, language by length, for each who was asked."""
    for name in names:
        rows = []
        for language, members in known.by(cases, lambda case: case.language).items():
            cells = known.by(members, lambda case: case.length)
            rows.append([language] + [right_and_wrong(cells.get(length, []), name) for length in lengths])
        print_table(f"{name}, right/wrong per cent", ["", *lengths], rows)


def right_and_wrong(cases, name):
    right = sum(is_right(case, name) for case in cases)
    wrong = sum(bool(case.answers[name]) for case in cases) - right
    return f"{percent(right, len(cases))}/{percent(wrong, len(cases))}" if cases else "-"


def show_misses(cases, number):
    misses = [case for case in cases if not is_right(case, SITO)]
    if misses and number:
        print(f"\n{len(misses)} misses, {min(number, len(misses))} of them:\n")
    for case in known.spread(misses, number):
        others = " ".join(f"{name}:{answer or '-'}" for name, answer in case.answers.items())
        print(f"  {case.language:7} {case.length:8} {others:30} {known.shown(case.text, 0, 110)}")


def show_speed(cases, seconds):
    rows = [[name, f"{spent:.2f}", f"{1e6 * spent / len(cases):.1f}"] for name, spent in seconds.items()]
    print_table("Speed; sito-meta's is all that it does, with reading and writing",
                ["", "seconds", "microseconds a text"], rows)


# --------------------------------------------------------------------------------------------------- main

def arguments():
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("samples", type=Path)
    parser.add_argument("--bin", default="build/bin", help="the folder of the programs (build/bin)")
    parser.add_argument("--peers", action="store_true", help="ask pycld2, lingua and py3langid too")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N of sito's misses")
    parser.add_argument("--lengths", default=",".join(map(str, LENGTHS)), metavar="N,...",
                        help="characters that pieces have at most (%(default)s)")
    parser.add_argument("--languages", metavar="CODE,...", help="score texts in these languages only")
    parser.add_argument("--cases", type=int, default=60, metavar="N",
                        help="pieces cut for each language and length (60)")
    return parser, parser.parse_args()


def main():
    parser, options = arguments()
    try:
        samples = texts_of(options.samples)
    except (OSError, ValueError, KeyError) as error:
        parser.error(str(error))
    if options.languages:
        samples = [pair for pair in samples if pair[0] in options.languages.split(",")]
    binary = known.program(options.bin, "sito-meta")
    lengths = options.lengths.split(",")
    cases = cases_of(samples, [int(length) for length in lengths], options.cases)
    seconds = ask_all(cases, binary, peers() if options.peers else {})
    names = list(seconds)
    columns = ["text", "sentence", *lengths]
    cases.sort(key=lambda case: (columns.index(case.length), case.language))
    show("By length", cases, lambda case: case.length, names)
    show("By group of siblings", cases, lambda case: group_of(case.language), names)
    show("By language", sorted(cases, key=lambda case: case.language), lambda case: case.language, names)
    show_matrix(cases, columns, names)
    show_misses(cases, options.misses)
    show_speed(cases, seconds)


if __name__ == "__main__":
    main()
