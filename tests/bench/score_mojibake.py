#!/usr/bin/env python3
"""Scores how well sito-normalize repairs mojibake, and whether it leaves clean text alone.

    tests/bench/score_mojibake.py FOLDER|FILE.jsonl ... [--bin build/bin] [--peers] [--misses N]
                                  [--only SECTION]

FOLDER holds samples in one of the forms that known_answers.py describes, FILE lines of mojibake.jsonl.
Further texts are broken by the same recipes, always the same ones. A recipe says what was read as what:

    utf8>cp1251                     UTF-8 that was read as windows-1251
    2x utf8>cp1251                  twice
    utf8>cp1252 of cp1251>cp1252    the second, and then the first
    lossy utf8>cp1251 (98 to ...)   undefined bytes lost, no-break spaces turned to spaces
    clean                           must not change

Texts are compared without what the other steps may change: composition, white space, invisible characters;
but what must stay must stay exactly. Of each row the table says how many texts are exactly right, how many
were left broken and how many came out in another wrong way, by the step `mojibake` alone; and, as `all
steps`, how many are right after all of them. Where the program has no such step, all is asked of all steps.

With --peers, ftfy is asked too, if Python has it. Its own cases are scored with --ftfy FILE: test_cases.json,
or the archive that `pip download --no-binary :all: --no-deps ftfy` brings.
"""

import argparse
import json
import random
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import known_answers as known
from known_answers import percent, print_table

LENGTHS = [10, 20, 40, 100, 400]
SECTIONS = ["rows", "made", "pages", "clean", "ftfy", "idempotence", "speed"]

CYRILLIC = [
    "utf8>cp1251", "utf8>latin1", "utf8>cp1252", "utf8>cp866", "utf8>koi8-r", "utf8>koi8-u", "utf8>mac-cyr",
    "utf8>mac-roman", "utf8>cp437", "utf8>iso-8859-5", "utf8>cp1250", "cp1251>latin1", "cp1251>cp1252",
    "cp1251>koi8-u", "cp1251>cp866", "cp1251>mac-cyr", "koi8-u>cp1251", "koi8-u>latin1", "cp1125>cp1251",
    "cp1125>cp1252", "iso-8859-5>cp1251", "koi8-u>koi8-r", "2x utf8>cp1251", "2x utf8>cp1252",
    "2x utf8>latin1", "utf8>cp1252 of cp1251>cp1252"]
LOSSY = [
    "lossy utf8>cp1251 (98 gone to ?)", "lossy utf8>cp1251 (98 to U+FFFD)", "lossy utf8>cp1251 (98 dropped)",
    "lossy utf8>cp1252 (undefined to U+FFFD)", "lossy utf8>cp1252 (undefined dropped)"]
CENTRAL = ["utf8>cp1250", "utf8>cp1252", "utf8>iso-8859-2", "utf8>cp852", "cp1250>cp1252",
           "iso-8859-2>cp1250", "2x utf8>cp1250", "utf8>latin1", "utf8>cp1251"]
WESTERN = ["utf8>cp1252", "utf8>latin1", "utf8>mac-roman", "utf8>cp437", "utf8>cp1250", "utf8>cp1251",
           "2x utf8>cp1252"]

CODECS = {"latin1": "latin-1", "mac-cyr": "mac_cyrillic", "mac-roman": "mac_roman", "utf8": "utf-8"}


@dataclass
class Broken:
    """A broken text and the right one; they are the same if nothing may change."""
    section: str
    language: str
    recipe: str
    broken: str
    fixed: str
    group: str = ""


@dataclass
class Repaired:
    case: Broken
    step: str | None   # by the step `mojibake` alone
    whole: str | None  # by all steps
    alone: bool        # `step` is by that step, not by all for want of it
    peers: dict = field(default_factory=dict)

    def right(self):
        if self.alone and self.case.broken == self.case.fixed:
            return self.step == self.case.fixed
        return same(self.step, self.case.fixed)

    def left(self):
        return not self.right() and same(self.step, self.case.broken)


def same(text, other):
    return text is not None and (text == other or known.canonical(text) == known.canonical(other))


# ------------------------------------------------------------------------------------------------ recipes

def misread(text, written, read):
    """`text` written in one encoding and read as another; None if it cannot be written so."""
    raw = known.encoded(text, CODECS.get(written, written))
    return None if raw is None else known.decoded(raw, CODECS.get(read, read))


def lost(text, recipe):
    """`text` read wrongly by a program that loses undefined bytes as the words in parentheses say."""
    step, _, how = recipe.removeprefix("lossy ").partition(" ")
    table = step.split(">")[1]
    if "U+FFFD" in how:
        sign = "\ufffd"
    elif "?" in how:
        sign = "?"
    else:
        sign = "" if table == "cp1251" else " "
    return text.encode().decode(table, "replace").replace("\ufffd", sign).replace("\u00a0", " ")


def broken_by(recipe, text):
    """`text` as the recipe breaks it; None if it cannot."""
    if recipe.startswith("lossy "):
        return lost(text, recipe)
    if " of " in recipe:
        outer, inner = recipe.split(" of ")
        text = broken_by(inner, text)
        return None if text is None else broken_by(outer, text)
    times, _, step = recipe.rpartition("x ")
    for _ in range(int(times or 1)):
        text = misread(text, *step.split(">"))
        if text is None:
            return None
    return text


def recipes_for(language, corpus, rows):
    """The recipes of the language's rows, else those of its script."""
    mine = [row["recipe"] for row in rows if row["language"] == language and row["recipe"] != "clean"]
    if mine:
        return list(dict.fromkeys(mine))
    family = known.family_of(corpus)
    if family is known.CYRILLIC:
        return CYRILLIC + LOSSY
    if family is known.CENTRAL:
        return CENTRAL
    return WESTERN if family else []


# -------------------------------------------------------------------------------------------------- cases

def corpora(samples):
    """All right texts of each language, those of the broken rows too."""
    texts = {language: list(samples.texts(language)) for language in samples.languages()}
    for row in samples.mojibake:
        texts.setdefault(row["language"], []).append(row["fixed"])
    joined = {language: "\n".join(dict.fromkeys(texts[language])) for language in sorted(texts)}
    return {language: text for language, text in joined.items() if len(text) > 500}


def row_cases(samples):
    """Are the given texts repaired, and the clean ones among them left alone?"""
    for row in samples.mojibake:
        yield Broken("rows", row["language"], row["recipe"], row["broken"], row["fixed"],
                     "< 20" if len(row["fixed"]) < 20 else ">= 20")


def made_cases(samples, count):
    """How long must a broken text be?"""
    for language, corpus in corpora(samples).items():
        for recipe in recipes_for(language, corpus, samples.mojibake):
            for length in LENGTHS:
                rng = random.Random(f"made/{language}/{recipe}/{length}")
                for _ in range(count):
                    found = known.tried(lambda: broken_piece(rng, corpus, recipe, length))
                    if found:
                        yield Broken("made", language, recipe, *found, str(length))


def broken_piece(rng, corpus, recipe, length):
    piece = known.some_piece(rng, corpus, length)
    broken = broken_by(recipe, piece) if len(piece) == length else None
    return (broken, piece) if broken and not same(broken, piece) else None


def page_cases(samples, count):
    """Is the one broken line of a clean page repaired, and the rest left alone?"""
    for language, corpus in corpora(samples).items():
        for recipe in recipes_for(language, corpus, samples.mojibake):
            rng = random.Random(f"pages/{language}/{recipe}")
            for _ in range(0 if recipe.startswith("lossy") else count):
                found = known.tried(lambda: broken_page(rng, corpus, recipe), 20)
                if found:
                    yield Broken("pages", language, recipe, *found)


def broken_page(rng, corpus, recipe):
    lines = [known.tried(lambda: known.some_line(rng, corpus, 25, 160)) for _ in range(rng.randint(8, 30))]
    place = rng.randrange(len(lines))
    if None in lines:
        return None
    broken = broken_by(recipe, lines[place])
    if broken is None or same(broken, lines[place]):
        return None
    return "\n".join(lines[:place] + [broken] + lines[place + 1:]), "\n".join(lines)


def clean_cases(samples):
    """Does clean text stay as it is: pages, their lines, the right texts of the rows, and all in capitals?"""
    kinds = {"pages": [(case.language, case.text) for case in samples.documents]}
    kinds["lines"] = [(language, line) for language, page in kinds["pages"]
                      for line in page.split("\n") if line.strip()]
    kinds["texts of rows"] = [(row["language"], row["fixed"]) for row in samples.mojibake]
    for kind, texts in kinds.items():
        for language, text in dict.fromkeys(texts):
            yield Broken("clean", language, "clean", text, text, kind)
            yield Broken("clean", language, "clean", text.upper(), text.upper(), f"{kind} in capitals")


def ftfy_cases(path):
    """How is the tool on the cases of another? Where a case says what is right after the encoding's repair
    alone, it is `fixed-encoding`."""
    if path.suffix == ".json":
        rows = json.loads(path.read_text(encoding="utf-8"))
    else:
        with tarfile.open(path) as archive:
            name = next((name for name in archive.getnames() if name.endswith("/test_cases.json")), None)
            rows = json.load(archive.extractfile(name)) if name else []
    for row in rows:
        fixed = row.get("fixed-encoding", row["fixed"])
        kind = "to repair" if fixed != row["original"] else "to leave"
        if row["expect"] != "pass":
            kind += ", beyond ftfy"
        yield Broken("ftfy", "-", row["label"], row["original"], fixed, kind)


# ------------------------------------------------------------------------------------------------ scoring

def has_step(binary):
    said = subprocess.run([binary, "--help"], capture_output=True, text=True, check=False).stdout
    return "mojibake" in said


def repaired(binary, cases, alone):
    """All cases through the program; `alone` are the switches for the step alone, none if it has none."""
    texts = [case.broken for case in cases]
    whole = known.normalize_by_sito(binary, texts)
    step = known.normalize_by_sito(binary, texts, *alone) if alone else whole
    return [Repaired(*found, bool(alone)) for found in zip(cases, step, whole)]


def ask_peers(found):
    try:
        import ftfy
    except ImportError:
        print("ftfy is not installed, so it is not asked", file=sys.stderr)
        return []
    label = "ftfy " + ftfy.__version__
    for one in found:
        one.peers[label] = ftfy.fix_encoding(one.case.broken)
    return [label]


# ------------------------------------------------------------------------------------------------ showing

def row(label, found, peers):
    right, left = sum(one.right() for one in found), sum(one.left() for one in found)
    cells = [label, str(len(found)), percent(right, len(found)), percent(left, len(found)),
             percent(len(found) - right - left, len(found)),
             percent(sum(same(one.whole, one.case.fixed) for one in found), len(found))]
    return cells + [percent(sum(same(one.peers[peer], one.case.fixed) for one in found), len(found))
                    for peer in peers]


def show(title, found, key, peers):
    groups = known.by(found, key)
    rows = [row(label, groups[label], peers) for label in groups]
    heads = ["", "texts", "exact %", "left %", "wrong %", "all steps %", *peers]
    print_table(title, heads, rows + [row("all", found, peers)] if len(rows) > 1 else rows)


def show_matrix(title, found):
    """Exact texts in percent, recipe by length."""
    rows = []
    for recipe, members in known.by(found, lambda one: one.case.recipe).items():
        cells = [[one for one in members if one.case.group == str(length)] for length in LENGTHS]
        rows.append([recipe] + [percent(sum(one.right() for one in cell), len(cell)) for cell in cells])
    print_table(title, ["exact %", *map(str, LENGTHS)], rows)


def show_misses(found, number):
    misses = [one for one in found if not one.right() or not same(one.whole, one.case.fixed)]
    if misses and number:
        print(f"\n  {len(misses)} misses, {min(number, len(misses))} of them:")
    for one in known.spread(misses, number):
        case, text = one.case, one.whole if one.right() else one.step
        place = known.first_difference(case.fixed, text or "")
        print(f"\n    {case.language} {case.recipe} {case.group}")
        print(f"      given  {known.shown(case.broken, known.first_difference(case.fixed, case.broken))}")
        print(f"      right  {known.shown(case.fixed, place)}")
        print(f"      sito   {known.shown(text, place)}")


def recipe_of(one):
    return one.case.recipe


def language_of(one):
    return one.case.language


def group_of(one):
    return one.case.group


def show_section(section, found, peers, misses):
    broken = [one for one in found if one.case.recipe != "clean"]
    lossless = [one for one in broken if not one.case.recipe.startswith("lossy")]
    if section == "rows":
        show("The given texts, by recipe", found, recipe_of, peers)
        show("The given texts, by language, lossy ones and clean ones left out", lossless, language_of, peers)
        show("The given texts, by characters, lossy ones and clean ones left out", lossless, group_of, peers)
        clean = [one for one in found if one.case.recipe == "clean"]
        show("The clean ones among them, by language", clean, language_of, peers)
    elif section == "made":
        show("Broken pieces, by characters, lossy ones left out",
             sorted(lossless, key=lambda one: int(one.case.group)), group_of, peers)
        show("Broken pieces, by language, lossy ones left out", lossless, language_of, peers)
        show("Broken pieces, by recipe", broken, recipe_of, peers)
        show_matrix("Broken pieces: recipe by characters", broken)
    elif section == "pages":
        show("One broken line in a clean page, by recipe", found, recipe_of, peers)
        show("One broken line in a clean page, by language", found, language_of, peers)
    elif section == "clean":
        show("Clean texts, which must stay", found, group_of, peers)
        show("Clean texts, by language", found, language_of, peers)
    else:
        show("The cases of ftfy", found, group_of, peers)
    show_misses(found, misses)


def show_idempotence(binary, found, alone, misses):
    """Does a second run change anything?"""
    runs = [("all steps", [one.whole for one in found if one.whole is not None], [])]
    if alone:
        runs.insert(0, ("mojibake alone", [one.step for one in found if one.step is not None], alone))
    rows, changed = [], []
    for label, texts, switches in runs:
        again = known.normalize_by_sito(binary, texts, *switches)
        moved = [pair for pair in zip(texts, again) if pair[0] != pair[1]]
        changed += moved
        rows.append([label, str(len(texts)), str(len(moved))])
    print_table("A second run", ["", "texts", "changed"], rows)
    for first, second in known.spread(changed, misses):
        place = known.first_difference(first, second or "")
        print(f"\n      first   {known.shown(first, place)}\n      second  {known.shown(second, place)}")


def show_speed(binary, samples, alone, megabytes):
    """How many bytes of clean records does a processor pass in a second?"""
    rows = []
    for language, corpus in corpora(samples).items():
        if language in samples.languages():
            lines = speed_records(language, corpus, megabytes * 1_000_000 // len(samples.languages()))
            rows += speed_rows(binary, language, lines, alone)
    print_table("sito-normalize -j 1 on clean records, millions of bytes by processor seconds",
                ["", "MB", "seconds", "MB/s"], rows)


def speed_records(language, corpus, total):
    """Records of 3 to 8 thousand characters, `total` bytes of them."""
    rng = random.Random(f"speed/{language}")
    while total > 0:
        start, length = rng.randrange(max(1, len(corpus) - 3000)), rng.randint(3000, 8000)
        text = (corpus[start:] + "\n" + corpus * (length // len(corpus) + 1))[:length]
        line = json.dumps({"id": str(total), "text": text}, ensure_ascii=False).encode() + b"\n"
        total -= len(line)
        yield line


def speed_rows(binary, language, lines, alone):
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as records:
        records.writelines(lines)
        records.flush()
        size = records.tell() / 1e6
        for label, switches in [("all steps", [])] + ([("mojibake alone", alone)] if alone else []):
            seconds = known.run([binary, "-q", "-j", "1", *switches, records.name], "/dev/null")
            yield [f"{language}, {label}", f"{size:.1f}", f"{seconds:.2f}", f"{size / seconds:.1f}"]


# --------------------------------------------------------------------------------------------------- main

def arguments():
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("samples", type=Path, nargs="+", metavar="FOLDER|FILE.jsonl")
    parser.add_argument("--bin", default="build/bin", help="the folder of the programs (build/bin)")
    parser.add_argument("--peers", action="store_true", help="ask ftfy too")
    parser.add_argument("--ftfy", type=Path, metavar="FILE", help="score the cases of ftfy's own tests")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N misses of each section")
    parser.add_argument("--only", action="append", choices=SECTIONS, metavar="SECTION",
                        help="only this; may be repeated: " + ", ".join(SECTIONS))
    parser.add_argument("--cases", type=int, default=5, metavar="N",
                        help="texts broken for each language, recipe and length (5)")
    parser.add_argument("--megabytes", type=int, default=64, help="how much is read for speed (64)")
    return parser, parser.parse_args()


def all_samples(paths):
    merged = known.Samples()
    for path in paths:
        samples = known.read_samples(path)
        merged.documents += samples.documents
        merged.mojibake += samples.mojibake
        merged.remarks += samples.remarks
    return merged


def all_cases(samples, wanted, options):
    cases = []
    if "rows" in wanted:
        cases += row_cases(samples)
    if "made" in wanted:
        cases += made_cases(samples, options.cases)
    if "pages" in wanted:
        cases += page_cases(samples, options.cases)
    if "clean" in wanted:
        cases += clean_cases(samples)
    if "ftfy" in wanted and options.ftfy:
        cases += ftfy_cases(options.ftfy)
    return cases


def main():
    parser, options = arguments()
    try:
        samples = all_samples(options.samples)
        wanted = options.only or SECTIONS
        cases = all_cases(samples, SECTIONS if wanted == ["idempotence"] else wanted, options)
    except (OSError, ValueError, tarfile.TarError) as error:
        parser.error(str(error))
    binary = known.program(options.bin, "sito-normalize")
    for remark in samples.remarks:
        print(remark, file=sys.stderr)
    alone = ["--only", "mojibake"] if has_step(binary) else []
    if not alone:
        print(f"{binary} has no step mojibake: all steps are asked")
    found = repaired(binary, cases, alone)
    peers = ask_peers(found) if options.peers else []
    for section, members in known.by(found, lambda one: one.case.section).items():
        if section in wanted:
            show_section(section, members, peers, options.misses)
    if "idempotence" in wanted:
        show_idempotence(binary, found, alone, options.misses)
    if "speed" in wanted:
        show_speed(binary, samples, alone, options.megabytes)


if __name__ == "__main__":
    main()
