#!/usr/bin/env python3
"""Scores how well sito-read finds encodings: is the text exactly right, and is the encoding's name true?

    tests/bench/score_encodings.py FOLDER [--bin build/bin] [--peers] [--misses N] [--only SECTION]

FOLDER holds samples in one of the forms that known_answers.py describes. Further cases are cut from their
right texts, always the same ones. Of each row the table says how many cases it has; how many texts are
exactly right, but for a byte order mark; how many names (with the ranges of a file in several encodings)
decode the bytes to the right text by Python's tables; how often the text is not what the name gives (`lies`;
ICU's and Python's tables differ in some signs, so that a few are none); and of the answers with a confidence
of 0.9 and more how many there are and how many are right.

With --peers, chardet and charset-normalizer are asked too, if Python has them: they are right if the bytes
decoded by the encoding they name are the right text.
"""

import argparse
import random
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import known_answers as known
from known_answers import Case, percent, print_table

LENGTHS = [12, 20, 30, 60, 100, 300, 1000, 4000]
CAPITALS = [40, 80, 150, 400]
SECTIONS = ["files", "short", "lengths", "capitals", "damaged", "mixed", "utf16", "calibration", "speed"]
TITLES = {
    "files": "Files as they are", "short": "Short ones", "lengths": "Pieces", "capitals": "Capitals",
    "damaged": "Damaged UTF-8", "mixed": "Lines in two encodings", "utf16": "UTF-16 without a mark",
}


@dataclass
class Scored:
    case: Case
    answer: known.Answer
    right: bool
    named: bool   # the name decodes the bytes to the right text
    lies: bool    # the text is not what the name decodes the bytes to
    peers: dict = field(default_factory=dict)


# -------------------------------------------------------------------------------------------------- cases

def generator(*what):
    """The same numbers for the same case in every run."""
    return random.Random("/".join(map(str, what)))


def piece_of(rng, corpus, encoding, length, question=True):
    """(text, bytes) of `length` bytes in `encoding` from a word's start on; if `question`, not all ASCII."""
    def attempt():
        found = known.cut_bytes(known.some_piece(rng, corpus, length), encoding, length)
        if found is None or len(found[1]) < length - 3 or (question and found[1].isascii()):
            return None
        return found
    return known.tried(attempt)


def length_cases(samples, count):
    """How many bytes does each legacy encoding need?"""
    for language in samples.languages():
        for encoding in samples.legacy_encodings(language):
            corpus = samples.corpus(language, encoding)
            for length in LENGTHS:
                rng = generator("lengths", language, encoding, length)
                for _ in range(count):
                    found = piece_of(rng, corpus, encoding, length)
                    if found:
                        yield Case("lengths", language, encoding, found[1], found[0], str(length))


def capital_cases(samples, count):
    """Do capitals, whose letters are rare and whose bytes are other letters' elsewhere, lead astray?"""
    def piece(rng, corpus, encoding, length):
        text = known.some_piece(rng, corpus, length).upper()
        raw = known.encoded(text, encoding)
        return (text, raw) if raw and not raw.isascii() and len(text) >= length else None

    for language in samples.languages():
        for encoding in samples.legacy_encodings(language):
            corpus = samples.corpus(language, encoding)
            for length in CAPITALS:
                rng = generator("capitals", language, encoding, length)
                for _ in range(count):
                    found = known.tried(lambda: piece(rng, corpus, encoding, length))
                    if found:
                        yield Case("capitals", language, encoding, found[1], found[0], str(length))


def damaged(rng, raw, times):
    """`raw` with some bytes overwritten or dropped; None if it is sound UTF-8 all the same, or has no more
    sound signs than broken ones, so that nobody could tell."""
    harmed = bytearray(raw)
    for _ in range(times):
        place = rng.randrange(len(harmed))
        if rng.random() < 0.5:
            del harmed[place]
        else:
            harmed[place] = rng.randrange(0x20, 0x100)
    text = harmed.decode(errors="replace")
    broken = text.count("\ufffd")
    sound = sum(c > "\x7f" for c in text) - broken
    return bytes(harmed) if 0 < broken < sound else None


def damaged_cases(samples, count):
    """Does UTF-8 stay UTF-8 when one to three bytes are broken?"""
    for language in samples.languages():
        corpus = samples.corpus(language, "UTF-8")
        for times in (1, 2, 3) if corpus and not corpus.isascii() else ():
            rng = generator("damaged", language, times)
            for _ in range(count):
                found = piece_of(rng, corpus, "UTF-8", rng.randint(300, 3000))
                raw = known.tried(lambda: damaged(rng, found[1], times)) if found else None
                if raw:
                    text = raw.decode(errors="replace")
                    yield Case("damaged", language, "UTF-8", raw, text, f"{times} bytes")


def line_of(rng, text, encoding):
    line = known.some_line(rng, text, 21, 200)
    raw = known.encoded(line, encoding) if line else None
    return (line, raw) if raw and not raw.isascii() else None


def mixed_page(rng, corpora, share):
    """Lines of more than 20 bytes, none of them ASCII, a `share` of them in the second encoding of `corpora`,
    at least one in each."""
    (first, first_text), (second, second_text) = corpora
    lines = []
    total = rng.randint(6, 40)
    for number in range(total):
        other = number == 0 or (number != 1 and rng.random() < share)
        name, text = (second, second_text) if other else (first, first_text)
        line = known.tried(lambda: line_of(rng, text, name))
        if line is None:
            return None
        lines.append(line)
    rng.shuffle(lines)
    return "\n".join(text for text, _ in lines) + "\n", b"\n".join(raw for _, raw in lines) + b"\n"


def mixes_of(family):
    """(most lines' encoding, the others', their share)."""
    if family is known.CYRILLIC:
        return [("UTF-8", "windows-1251", 1 / 3), ("windows-1251", "UTF-8", 1 / 3),
                ("UTF-8", "windows-1251", 1 / 2), ("windows-1251", "KOI8-U", 1 / 3),
                ("windows-1251", "IBM866", 1 / 3)]
    if family is known.CENTRAL:
        return [("UTF-8", "windows-1250", 1 / 3), ("windows-1250", "UTF-8", 1 / 3)]
    return []


def mixed_cases(samples, count):
    """Is a file whose lines stand in two encodings read line by line?"""
    for language in samples.languages():
        for first, second, share in mixes_of(known.family_of("".join(samples.texts(language)))):
            corpora = [(name, samples.corpus(language, name)) for name in (first, second)]
            rng = generator("mixed", language, first, second, share)
            for _ in range(count if all(text for _, text in corpora) else 0):
                found = mixed_page(rng, corpora, share)
                if found:
                    group = f"{share:.0%} {second} in {first}"
                    yield Case("mixed", language, f"{first}+{second}", found[1], found[0], group)


def utf16_cases(samples, count):
    """Is UTF-16 without a mark seen, however short?"""
    for language in samples.languages():
        corpus = samples.corpus(language, "UTF-8")
        for encoding in ("UTF-16LE", "UTF-16BE") if corpus else ():
            for length in LENGTHS:
                rng = generator("utf16", language, encoding, length)
                for _ in range(count):
                    found = piece_of(rng, corpus, encoding, length, question=False)
                    if found:
                        yield Case("utf16", language, encoding, found[1], found[0], str(length))


def all_cases(samples, wanted, count):
    made = {"lengths": (length_cases, count), "capitals": (capital_cases, count // 2),
            "damaged": (damaged_cases, count), "mixed": (mixed_cases, count),
            "utf16": (utf16_cases, count // 2)}
    cases = []
    if "files" in wanted:
        cases += samples.documents
    if "short" in wanted:
        cases += samples.short
    for section, (make, number) in made.items():
        if section in wanted:
            cases += make(samples, max(1, number))
    return cases


# ------------------------------------------------------------------------------------------------ scoring

def texts_by_name(raw, answer):
    """The bytes decoded by what `origin` says of them: the name, or a name for each range."""
    if not answer.encodings:
        return known.readings(raw, answer.encoding)
    pieces, end = [], 0
    for part in answer.encodings:
        pieces.append(known.decoded(raw[end:part["start"]], answer.encoding))
        pieces.append(known.decoded(raw[part["start"]:part["end"]], part["encoding"]))
        end = part["end"]
    pieces.append(known.decoded(raw[end:], answer.encoding))
    return [] if None in pieces else ["".join(pieces)]


def right_texts(case):
    return [text.removeprefix("\ufeff") for text in (case.text, *case.also)]


def score(case, answer):
    rights = right_texts(case)
    if answer.text is None:
        return Scored(case, answer, False, False, False)
    named = texts_by_name(case.raw, answer)
    return Scored(case, answer, known.same_text(answer.text, rights),
                  any(known.same_text(text, rights) for text in named),
                  not known.same_text(answer.text, named))


def peer_texts():
    """What each peer that is installed makes of bytes."""
    def by_name(raw, name):
        return known.decoded(raw, name) if name else None

    peers = {}
    try:
        import chardet
        label = "chardet " + chardet.__version__
        peers[label] = lambda raw: by_name(raw, chardet.detect(raw)["encoding"])
    except ImportError:
        print("chardet is not installed, so it is not asked", file=sys.stderr)
    try:
        import charset_normalizer
        label = "normalizer " + charset_normalizer.__version__
        best = charset_normalizer.from_bytes
        peers[label] = lambda raw: by_name(raw, getattr(best(raw).best(), "encoding", None))
    except ImportError:
        print("charset-normalizer is not installed, so it is not asked", file=sys.stderr)
    return peers


def ask_peers(scored, peers):
    for one in scored:
        rights = right_texts(one.case)
        for name, read in peers.items():
            text = read(one.case.raw)
            one.peers[name] = text is not None and known.same_text(text, rights)


# ------------------------------------------------------------------------------------------------ showing

def row(label, scored, peers):
    sure = [one for one in scored if one.answer.confidence >= 0.9]
    cells = [label, str(len(scored)), percent(sum(one.right for one in scored), len(scored)),
             percent(sum(one.named for one in scored), len(scored)), str(sum(one.lies for one in scored)),
             str(len(sure)), percent(sum(one.right for one in sure), len(sure))]
    return cells + [percent(sum(one.peers[name] for one in scored), len(scored)) for name in peers]


def show(title, scored, key, peers):
    groups = known.by(scored, key)
    heads = ["", "cases", "exact %", "name %", "lies", ">=0.9", "right %", *peers]
    rows = [row(str(label), groups[label], peers) for label in groups]
    print_table(title, heads, rows + [row("all", scored, peers)] if len(rows) > 1 else rows)


def show_matrix(title, scored):
    """Exact texts in percent, language and encoding by length."""
    lengths = list(known.by(scored, lambda one: one.case.group))
    groups = known.by(scored, lambda one: (one.case.language, one.case.encoding))
    rows = []
    for (language, encoding), members in groups.items():
        cells = known.by(members, lambda one: one.case.group)
        shares = [(sum(one.right for one in cells.get(n, [])), len(cells.get(n, []))) for n in lengths]
        rows.append([f"{language} {encoding}"] + [percent(*share) for share in shares])
    print_table(title, ["exact %", *lengths], rows)


def show_misses(scored, number):
    misses = [one for one in scored if not one.right]
    if misses and number:
        print(f"\n  {len(misses)} misses, {min(number, len(misses))} of them:")
    for one in known.spread(misses, number):
        case, answer = one.case, one.answer
        place = known.first_difference(case.text, answer.text or "")
        said = answer.reason if answer.text is None else f"{answer.encoding} {answer.confidence:.2f}"
        print(f"\n    {case.language} {case.encoding} {case.group} ({len(case.raw)} bytes), sito said {said}")
        print(f"      bytes  {case.raw[:24].hex(' ')}")
        print(f"      right  {known.shown(case.text, place)}")
        print(f"      sito   {known.shown(answer.text, place)}")


def language_of(one):
    return one.case.language


def encoding_of(one):
    return one.case.encoding


def group_of(one):
    return one.case.group


def show_section(section, scored, peers, misses):
    by_language, by_encoding = ("by language", language_of), ("by encoding", encoding_of)
    tables = {
        "files": [by_encoding, by_language],
        "short": [("by bytes", group_of), by_language],
        "lengths": [("by bytes", group_of), by_language, by_encoding],
        "capitals": [("by characters", group_of), by_language],
        "damaged": [by_language, ("by damage", group_of)],
        "mixed": [("by kind", group_of), by_language],
        "utf16": [("by bytes", group_of), by_language],
    }
    for what, key in tables[section]:
        title = f"{TITLES[section]}, {what}"
        ordered = sorted(scored, key=lambda one: int(key(one))) if key(scored[0]).isdigit() else scored
        show(title, ordered, key, peers)
    if section in ("short", "lengths", "capitals"):
        show_matrix(f"{TITLES[section]}, language and encoding by length",
                    sorted(scored, key=lambda one: int(one.case.group)))
    show_misses(scored, misses)


def show_calibration(scored):
    """Does a confidence say how often the answer is right? Sound UTF-8 is left out: it is no guess."""
    guesses = [one for one in scored if one.answer.text is not None
               and (one.case.encoding.lower() != "utf-8" or one.case.section == "damaged")]
    rows = []
    for section, members in known.by(guesses, lambda one: one.case.section).items():
        sure = [one for one in members if one.answer.confidence >= 0.9]
        rows.append([section, str(len(members)), str(len(sure)), percent(len(sure), len(members)),
                     percent(sum(one.right for one in sure), len(sure))])
    print_table("Confidence of 0.9 and more", ["", "guesses", "sure", "sure %", "right %"], rows)
    rows = []
    edges = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.01]
    for low, high in zip(edges, edges[1:]):
        members = [one for one in guesses if low <= one.answer.confidence < high]
        if members:
            mean = sum(one.answer.confidence for one in members) / len(members)
            rows.append([f"{low:.2f} to {min(high, 1):.2f}", str(len(members)), f"{100 * mean:.1f}",
                         percent(sum(one.right for one in members), len(members))])
    print_table("Confidence by bins", ["", "guesses", "said %", "right %"], rows)


# -------------------------------------------------------------------------------------------------- speed

def speed_files(samples, encoding, total):
    """Pages of 3 to 8 KB and some of 200 KB in one encoding, `total` bytes of them."""
    corpora = [samples.corpus(language, encoding) for language in ("uk", "ru", *samples.languages())]
    corpus = next((text for text in corpora if text), None)
    if corpus is None:
        return
    raw = known.encoded(corpus, encoding)
    raw *= 300_000 // len(raw) + 2
    rng = generator("speed", encoding)
    while total > 0:
        length = 200_000 if rng.random() < 0.01 else rng.randint(3000, 8000)
        start = rng.randrange(len(raw) - length)
        yield raw[start:start + length]
        total -= length


def show_speed(samples, binary, megabytes):
    """How many bytes of old pages does a processor read in a second?"""
    rows = []
    for encoding in ("windows-1251", "KOI8-U", "IBM866"):
        raws = list(speed_files(samples, encoding, megabytes * 1_000_000 // 3))
        total = sum(map(len, raws))
        with tempfile.TemporaryDirectory() as work:
            known.write_files(work, raws)
            seconds = known.run([binary, "-q", "-j", "1", work], "/dev/null")
        if total:
            rows.append([encoding, str(len(raws)), f"{total / 1e6:.1f}", f"{seconds:.2f}",
                         f"{total / 1e6 / seconds:.1f}"])
    print_table("sito-read -j 1, millions of raw bytes by processor seconds",
                ["", "files", "MB", "seconds", "MB/s"], rows)


# --------------------------------------------------------------------------------------------------- main

def arguments():
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bin", default="build/bin", help="the folder of the programs (build/bin)")
    parser.add_argument("--peers", action="store_true", help="ask chardet and charset-normalizer too")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses of each section")
    parser.add_argument("--only", action="append", choices=SECTIONS, metavar="SECTION",
                        help="only this; may be repeated: " + ", ".join(SECTIONS))
    parser.add_argument("--cases", type=int, default=30, metavar="N",
                        help="cases made for each language, encoding and length (30)")
    parser.add_argument("--megabytes", type=int, default=64, help="how much is read for speed (64)")
    return parser, parser.parse_args()


def main():
    parser, options = arguments()
    try:
        samples = known.read_samples(options.folder)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    binary = known.program(options.bin, "sito-read")
    for remark in samples.remarks:
        print(remark, file=sys.stderr)
    wanted = options.only or SECTIONS
    # What is calibrated is what the other sections ask.
    cases = all_cases(samples, SECTIONS if wanted == ["calibration"] else wanted, options.cases)
    answers = known.read_by_sito(binary, [case.raw for case in cases])
    scored = [score(case, answer) for case, answer in zip(cases, answers)]
    peers = peer_texts() if options.peers else {}
    ask_peers(scored, peers)
    for section, members in known.by(scored, lambda one: one.case.section).items():
        if section in wanted:
            show_section(section, members, peers, options.misses)
    if "calibration" in wanted:
        show_calibration(scored)
    if "speed" in wanted:
        show_speed(samples, binary, options.megabytes)


if __name__ == "__main__":
    main()
