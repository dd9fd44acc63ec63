#!/usr/bin/env python3
"""count_characters.py [--packages DIR] [LANGUAGE...]: makes the tables in ../characters/ anew.

Settles how likely each three characters are in each language. Texts and word lists come from Debian packages,
named with their licences in ../characters/sources.tsv; they are fetched with apt-get into DIR, unpacked there
and never installed. Only counts of characters leave this script. What a table holds and how it is read is
language/character_model.h's question.
"""

import argparse
import bz2
import collections
import gettext
import gzip
import html
import itertools
import math
import pathlib
import random
import re
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
TABLES = HERE.parent / "characters"

# What a locale's name in a path says; every other locale is its first two letters, if they are a language here.
LOCALES = {"C": "en", "no": "nb", "sr@latin": None, "sr@ijekavianlatin": None, "sr_Latn": None,
           "sr@ijekavian": "sr", "zh_CN": None, "en-US": "en"}
LANGUAGES = ("uk ru en pl be bg de fr es cs sk it ro hr sr sl hu lt lv et pt nl nb sv da fi tr el mk "
             "he ar nn th vi").split()
SCRIPTS = {"CYRILLIC": "uk ru be bg sr mk".split(), "GREEK": ["el"], "HEBREW": ["he"], "ARABIC": ["ar"], "THAI": ["th"]}

# Texts beyond this add nothing to three characters' frequencies.
MOST_CHARACTERS = 6_000_000
MOST_WORDS = 400_000
# A word of a list counts as much as this share of a text's characters in all.
WORD_LIST_WEIGHT = 0.25

# Symbols of a model, in this order; a language's letters follow.
SPACE, DIGIT, STOP, OPENER, CLOSER, MARK, APOSTROPHE, DASH, SIGN, FOREIGN, STRANGE, JUNK = range(12)
CLASS_NAMES = "space digit stop opener closer mark apostrophe dash sign foreign strange junk".split()

STEP = 0.15  # nats between two neighbouring digits of a table
FIRST, LAST = 35, 126  # '#' to '~': the digits


# ---- What packages hold ------------------------------------------------------------------------------

def language_of(locale):
    """The language that a locale's name means, or None."""
    if locale in LOCALES:
        return LOCALES[locale]
    short = re.split(r"[_@.-]", locale)[0]
    return LOCALES.get(short, short) if (LOCALES.get(short, short) or "") in LANGUAGES else None


def plain(markup):
    """The text of HTML or XML, a line for each block."""
    markup = re.sub(r"(?is)<(script|style|head|pre|code|screen)\b.*?</\1>", " ", markup)
    markup = re.sub(r"(?i)</?(p|h\d|div|li|td|th|tr|title|dt|dd|para|item|br|section|page|item)\b[^>]*>", "\n", markup)
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def manual_text(troff):
    """The running text of a manual page: requests and font changes go."""
    lines = [line for line in troff.splitlines() if not line.startswith((".", "'"))]
    return re.sub(r"\\f(\(..|.)|\\[&%|^]|\\s[+-]?\d", "", "\n".join(lines)).replace("\\-", "-").replace("\\(aq", "'")


def catalogue_text(path):
    """The translations of a message catalogue that differ from their originals."""
    try:
        with open(path, "rb") as stream:
            catalogue = gettext.GNUTranslations(stream)._catalog
    except (OSError, UnicodeDecodeError, ValueError, AssertionError, IndexError):
        return ""
    texts = [text for key, text in catalogue.items()
             if isinstance(text, str) and key and text != (key if isinstance(key, str) else key[0])]
    return re.sub(r"%[-\d$.]*[a-zA-Z]|%\d|&(?=\w)|_(?=\w)|<[^>]*>|\{[^}]*\}|\\n", "", "\n".join(texts))


def decoded(data):
    for encoding in ("utf-8", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def opened(path):
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".bz2":
        data = bz2.decompress(data)
    return data


def text_of(path):
    """The text in one file of a package by what kind of file it is, or an empty text."""
    name = path.name.removesuffix(".gz").removesuffix(".bz2")
    if name.endswith(".mo"):
        return catalogue_text(path)
    if name.endswith((".page", ".html", ".docbook", ".cache", ".xml")):
        return plain(decoded(opened(path)))
    if re.search(r"\.[1-8]\w*$", name) and "/man/" in str(path):
        return manual_text(decoded(opened(path)))
    if "/fortunes/" in str(path) and not name.endswith((".dat", ".u8")):
        return decoded(opened(path)).replace("%\n", "\n")
    return ""


LOCALE_IN_PATH = re.compile(r"/(?:help|locale|man|HTML|resource|installation-guide-amd64)/([A-Za-z]{2,3}(?:[_@.-]\w+)*|C)/")


def texts_of_package(folder, only, languages):
    """(language, text) of each file of an unpacked package; `only` is its language where paths do not tell."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.is_symlink():
            continue
        found = LOCALE_IN_PATH.search(str(path))
        language = only or (language_of(found.group(1)) if found else None)
        if language in languages:
            yield language, text_of(path)


# ---- Word lists --------------------------------------------------------------------------------------

def suffix_rules(affixes):
    """Flag -> [(strip, add, condition)] of a Hunspell .aff file's suffixes without continuation."""
    rules = collections.defaultdict(list)
    for line in affixes.splitlines():
        part = line.split()
        if len(part) >= 5 and part[0] == "SFX":
            strip = "" if part[2] == "0" else part[2]
            add = part[3].split("/")[0]
            try:
                rules[part[1]].append((strip, "" if add == "0" else add, re.compile(f"(?:{part[4]})$")))
            except re.error:
                continue
    return rules


def flags_of(text, kind):
    if kind == "num":
        return text.split(",")
    return re.findall("..", text) if kind == "long" else list(text)


def hunspell_words(dictionary):
    """The words of a Hunspell dictionary with their suffixes."""
    data = dictionary.with_suffix(".aff").read_bytes()
    encoding = re.search(rb"(?m)^SET\s+(\S+)", data)
    encoding = (encoding.group(1).decode() if encoding else "latin1").replace("microsoft-cp", "cp")
    affixes = data.decode(encoding, "ignore")
    kind = re.search(r"(?m)^FLAG\s+(\S+)", affixes)
    kind = kind.group(1) if kind else "char"
    aliases = re.findall(r"(?m)^AF\s+(\S+)", affixes)
    rules = suffix_rules(affixes)
    entries = dictionary.read_bytes().decode(encoding, "ignore").splitlines()[1:]
    random.Random(dictionary.name).shuffle(entries)
    for line in entries:
        stem, _, flags = line.split("\t")[0].split(" ")[0].partition("/")
        yield stem
        if aliases and flags.isdigit() and int(flags) < len(aliases):
            flags = aliases[int(flags)]
        for flag in flags_of(flags, kind):
            for strip, add, condition in rules.get(flag, ()):
                if stem.endswith(strip) and condition.search(stem):
                    yield stem[:len(stem) - len(strip)] + add


def words_of_package(folder, language):
    """The words of all lists in a package; of those for several languages only the one's."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    of_language = [path for path in paths if path.name.startswith(f"{language}_")]
    for path in of_language or paths:
        if path.suffix == ".dic" and path.with_suffix(".aff").exists() and "hyph" not in path.name:
            yield from hunspell_words(path)
        elif path.parent.name == "dict" and not path.suffix:
            entries = decoded(path.read_bytes()).splitlines()
            random.Random(path.name).shuffle(entries)
            yield from entries


# ---- Which lines are in the language ------------------------------------------------------------------

ENGLISH = set("the of and with this that from for are not you your which can will be by".split())


def script_of(language):
    return next((script for script, languages in SCRIPTS.items() if language in languages), "LATIN")


def is_of_script(character, script):
    return unicodedata.name(character, "").startswith(script)


SCRIPT_CACHE = {}


def in_script(character, script):
    key = (character, script)
    if key not in SCRIPT_CACHE:
        SCRIPT_CACHE[key] = is_of_script(character, script)
    return SCRIPT_CACHE[key]


def wanted_lines(text, language):
    """Lines that read as sentences or headings in the language: enough letters, of its script, not English."""
    script = script_of(language)
    for line in text.splitlines():
        line = " ".join(line.split())
        letters = [c for c in line if c.isalpha()]
        if len(letters) < 8 or len(letters) < 0.6 * len(line):
            continue
        if sum(in_script(c, script) for c in letters) < 0.7 * len(letters):
            continue
        words = line.lower().split()
        if language != "en" and sum(word in ENGLISH for word in words) > 0.12 * len(words):
            continue
        yield unicodedata.normalize("NFC", line)


# ---- Counting ----------------------------------------------------------------------------------------

class Material:
    """What was read of one language: distinct lines and words."""

    def __init__(self):
        self.lines, self.words, self.sources = {}, {}, collections.Counter()

    def add_text(self, text, language, package):
        for line in wanted_lines(text, language):
            if line not in self.lines:
                self.lines[line] = None
                self.sources[package] += len(line)

    def add_words(self, words, package):
        for word in itertools.islice(words, 3 * MOST_WORDS):
            word = unicodedata.normalize("NFC", word.strip())
            if word and word not in self.words:
                self.words[word] = None
                self.sources[package] += len(word)

    def sample(self, generator):
        """At most so many characters of lines, so many words, drawn at random from all."""
        lines = list(self.lines)
        generator.shuffle(lines)
        taken, total = [], 0
        for line in lines:
            taken.append(line)
            total += len(line)
            if total >= MOST_CHARACTERS:
                break
        words = list(self.words)
        generator.shuffle(words)
        return taken, words[:MOST_WORDS]


def alphabet(lines, words, language):
    """The letters that a language writes: those above a share of all letters, in code point order."""
    counts = collections.Counter()
    for line in lines:
        counts.update(line.lower())
    for word in words:
        counts.update(word.lower())
    script = script_of(language)
    letters = {c: n for c, n in counts.items() if unicodedata.category(c)[0] in "LM" and in_script(c, script)}
    total = sum(letters.values())
    return "".join(sorted(c for c, n in letters.items() if n > (3e-5 if script == "LATIN" else 1e-4) * total and len(c.lower()) == 1))


def listed_classes():
    """Character -> class, as the rows of character_classes.tsv say."""
    escape = re.compile(r"\\u([0-9a-f]{4})")
    rows = (HERE.parent / "character_classes.tsv").read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith("#")]
    return {escape.sub(lambda code: chr(int(code[1], 16)), key).replace("\\\\", "\\"): CLASS_NAMES.index(name)
            for key, name, *_ in cells}


LISTED = listed_classes()


def class_of(character, script):
    if character in LISTED:
        return LISTED[character]
    category = unicodedata.category(character)
    if category[0] == "Z" or character in "\t\n":
        return SPACE
    if category == "Nd":
        return DIGIT
    if category[0] == "L":
        ascii_letter = character.isascii()
        return FOREIGN if ascii_letter != (script == "LATIN") and (ascii_letter or in_script(character, "CYRILLIC")) else STRANGE
    if category in ("Cc", "Cn", "Co", "Cs", "Cf"):
        return JUNK
    return SIGN


class Symbols(dict):
    """Code point -> symbol, as str.translate() asks for it."""

    def __init__(self, letters, script):
        super().__init__()
        self.script = script
        for index, letter in enumerate(letters):
            self[ord(letter)] = chr(JUNK + 1 + index)

    def __missing__(self, code_point):
        self[code_point] = chr(class_of(chr(code_point), self.script))
        return self[code_point]


def count(lines, words, letters, script):
    """Triples of symbols in lines and words, each parted from the next by a space."""
    symbols = Symbols(letters, script)
    text = "  ".join(lines).lower().translate(symbols)
    triples = collections.Counter(zip(text, text[1:], text[2:]))
    listed = "  ".join(words).lower().translate(symbols)
    of_words = collections.Counter(zip(listed, listed[1:], listed[2:]))
    weight = WORD_LIST_WEIGHT * len(text) / len(listed) if listed else 0.0
    result = collections.Counter({tuple(map(ord, key)): float(n) for key, n in triples.items()})
    for key, n in of_words.items():
        result[tuple(map(ord, key))] += weight * n
    return result


# ---- From counts to probabilities ---------------------------------------------------------------------

def interpolated(counts, lower, size):
    """Witten and Bell's estimate: a context that was seen n times with t followers trusts them n / (n + t)."""
    total, kinds = sum(counts.values()), len(counts)
    if total == 0:
        return list(lower)
    trust = total / (total + kinds)
    return [trust * counts.get(c, 0.0) / total + (1 - trust) * lower[c] for c in range(size)]


def rows(triples, size):
    """Rows of probabilities: of one character, after one, after two."""
    after_two, after_one, alone = {}, {}, collections.Counter()
    for (a, b, c), n in triples.items():
        after_two.setdefault((a, b), {})[c] = n
        one = after_one.setdefault(b, {})
        one[c] = one.get(c, 0.0) + n
        alone[c] += n
    uniform = [1.0 / size] * size
    single = interpolated(alone, uniform, size)
    pairs = {b: interpolated(after_one.get(b, {}), single, size) for b in range(size)}
    result = {(): single}
    result.update({(b,): row for b, row in pairs.items()})
    for (a, b), counts in sorted(after_two.items()):
        if sum(counts.values()) >= 8:
            result[(a, b)] = interpolated(counts, pairs[b], size)
    return result


def digit(probability):
    return chr(min(LAST, FIRST + round(-math.log(probability) / STEP)))


def write_table(path, language, letters, table, characters):
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write(f"# How likely a character is in {language} after two others. Made by count_characters.py from "
                  f"{characters} characters; never edited.\n")
        out.write("# A row: the two before it (none, the last one), a TAB, and a digit for each symbol, from '#' "
                  "on: -ln p in steps of 0.15.\n")
        out.write(f"classes\t{' '.join(CLASS_NAMES)}\nletters\t{letters}\n")
        names = "0123456789!?" + letters
        for context, row in table.items():
            out.write("".join(names[symbol] for symbol in context) + "\t" + "".join(map(digit, row)) + "\n")


# ---- The run -----------------------------------------------------------------------------------------

def fetched(package, folder):
    """Where the package lies unpacked."""
    target = folder / package
    if target.exists():
        return target
    subprocess.run(["apt-get", "download", "-q", package], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    archive = next(folder.glob(f"{package}_*.deb"))
    target.mkdir()
    wanted = ["*.page", "*.mo", "*/i18n/*.json", "*/man/*", "*.html", "*/HTML/*", "*/fortunes/*", "*.dic", "*.aff", "*/dict/*"]
    tar = subprocess.Popen(["dpkg-deb", "--fsys-tarfile", archive], stdout=subprocess.PIPE)
    subprocess.run(["tar", "x", "-C", target, "--wildcards", *wanted], stdin=tar.stdout, check=False,
                   stderr=subprocess.DEVNULL)
    tar.wait()
    archive.unlink()
    return target


def read_sources():
    for line in (TABLES / "sources.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def gather(folder, languages):
    materials = collections.defaultdict(Material)
    for package, kind, only, _ in read_sources():
        if kind == "messages" or (only != "*" and not set(only.split()) & set(languages)):
            continue
        print(f"  {package}", file=sys.stderr)
        unpacked = fetched(package, folder)
        if kind == "words":
            materials[only].add_words(words_of_package(unpacked, only), package)
            continue
        for language, text in texts_of_package(unpacked, None if only == "*" else only, languages):
            materials[language].add_text(text, language, package)
    return materials


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=pathlib.Path, default=pathlib.Path("/tmp/sito-packages"))
    parser.add_argument("languages", nargs="*", default=LANGUAGES)
    arguments = parser.parse_args()
    arguments.packages.mkdir(parents=True, exist_ok=True)
    materials = gather(arguments.packages, arguments.languages)
    for language in arguments.languages:
        lines, words = materials[language].sample(random.Random(language))
        letters = alphabet(lines, words, language)
        triples = count(lines, words, letters, script_of(language))
        characters = sum(map(len, lines))
        table = rows(triples, JUNK + 1 + len(letters))
        write_table(TABLES / f"{language}.txt", language, letters, table, characters)
        print(f"{language}: {characters} characters, {len(words)} words, {len(letters)} letters, {len(table)} rows; "
              f"{dict(materials[language].sources.most_common(8))}", file=sys.stderr)


if __name__ == "__main__":
    main()
