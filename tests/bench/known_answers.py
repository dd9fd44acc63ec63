"""Cases whose right answer is known, what sito answers to them, and how both are shown.

Settles where right texts come from (a folder of samples), how pieces are cut from them, what a name of an
encoding means in Python, and how thousands of cases go through one process. What is asked of sito is the
question of score_encodings.py and score_mojibake.py.

Two forms of folder are known:

* `manifest.jsonl` (file, language, encoding, text_sha256) beside the files it names; `short.jsonl`
  (language, encoding, base64, text) and `mojibake.jsonl` (language, recipe, broken, fixed) may be there.
* folders named after encodings, `windows-1251-ukrainian/page.txt`, as in the tests of chardet. The longest
  known part of the name is the encoding, the rest the language.
"""

import base64
import codecs
import functools
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

CYRILLIC = ["windows-1251", "KOI8-U", "KOI8-R", "IBM866", "cp1125", "IBM855", "ISO-8859-5", "x-mac-cyrillic"]
CENTRAL = ["windows-1250", "ISO-8859-2", "IBM852", "x-mac-ce"]
WESTERN = ["windows-1252", "ISO-8859-15", "IBM850", "macintosh"]

# Python's names for what IANA and ICU call otherwise.
PYTHON_NAMES = {
    "x-mac-ce": "mac_latin2",
    "x-mac-centraleurroman": "mac_latin2",
    "x-macroman": "mac_roman",
    "iso-8859-8-i": "iso8859_8",
    "windows-874": "cp874",
    "windows-949": "cp949",
    "gb2312": "gb18030",
    "x-euc-tw": "",
}

# Tables of one family; a text by either is right.
SIBLINGS = {
    "shift_jis": ["cp932"], "cp932": ["shift_jis"], "euc_kr": ["cp949"], "cp949": ["euc_kr"],
    "big5": ["cp950", "big5hkscs"], "euc_jp": [], "gb18030": [], "iso2022_jp": [],
}

# Signs for which tables of East Asian encodings have either of two characters.
TWINS = str.maketrans("\uff5e\uff0d\u2225\uffe0\uffe1\uffe2\u2015\u00a5\u203e\u22ef",
                      "\u301c\u2212\u2016\u00a2\u00a3\u00ac\u2014\\~\u2026")

# What was typed where an encoding had no such sign.
TYPED = {"—": "-", "–": "-", "−": "-", "‑": "-", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'",
         "’": "'", "ʼ": "'", "…": "...", "\u00a0": " ", "№": "N", "•": "*", "\u200b": "", "\ufeff": ""}


# ---------------------------------------------------------------------------------------------- encodings

@functools.cache
def python_codec(name):
    """Python's name of the encoding `name`, or None."""
    plain = name.strip().lower().replace("_", "-")
    plain = PYTHON_NAMES.get(plain, plain)
    for candidate in (plain, plain.replace("x-mac-", "mac-"), plain.removeprefix("x-")):
        try:
            return codecs.lookup(candidate).name
        except LookupError:
            continue
    return None


@functools.cache
def byte_table(codec):
    """The 256 characters of a single-byte codec, None of another. Undefined bytes from 0x80 to 0x9F are the
    C1 controls of the same value, as ICU and web browsers have it; others stay undefined (U+FFFE)."""
    if codec.startswith(("utf", "ascii", "idna", "punycode")):
        return None
    table = []
    for value in range(256):
        try:
            character = bytes([value]).decode(codec)
        except UnicodeDecodeError as error:
            if "unexpected end" in error.reason or "incomplete" in error.reason:
                return None
            character = chr(value) if value < 0xA0 else "\ufffe"
        if len(character) != 1:
            return None
        table.append(character)
    return "".join(table)


def decoded(raw, name):
    """`raw` read as `name`, without a byte order mark; what means nothing is U+FFFD. None: no such name."""
    codec = python_codec(name)
    if codec is None:
        return None
    table = byte_table(codec)
    if table is not None:
        return codecs.charmap_decode(raw, "replace", table)[0]
    return raw.decode(codec, "replace").removeprefix("\ufeff")


def readings(raw, name):
    """What `raw` may say in `name`, for comparing by same_text(): one text, or one for each table of the
    family; none if there is no such name."""
    codec = python_codec(name)
    return [decoded(raw, one) for one in (codec, *SIBLINGS.get(codec, ()))] if codec else []


def same_text(text, others):
    """Whether `text` is one of `others`, but for a byte order mark and twins of East Asian tables."""
    plain = text.removeprefix("\ufeff")
    if plain in others:
        return True
    twin = plain.translate(TWINS)
    return plain > "" and not plain.isascii() and any(
        len(other) == len(plain) and is_east_asian(other) and twin == other.translate(TWINS)
        for other in others)


def is_east_asian(text):
    return any("\u3000" <= c <= "\ud7ff" or "\uff00" <= c <= "\uffef" for c in text)


@functools.cache
def encoding_map(codec):
    return codecs.charmap_build(byte_table(codec))


def encoded(text, name):
    """`text` in `name`, or None if a character is not in it. C1 controls go to undefined bytes."""
    codec = python_codec(name)
    try:
        if byte_table(codec) is not None:
            return codecs.charmap_encode(text, "strict", encoding_map(codec))[0]
        return text.encode(codec)
    except UnicodeEncodeError:
        return None


def typed_in(text, name):
    """`text` as it was typed in `name`, with ASCII for dashes and quotes that it lacks; None if a letter is
    missing."""
    missing = [c for c in set(text) if encoded(c, name) is None]
    if any(c not in TYPED for c in missing):
        return None
    for character in missing:
        text = text.replace(character, TYPED[character])
    return text


# ------------------------------------------------------------------------------------------------ samples

@dataclass
class Case:
    """Bytes whose right text is known. `group` is what a table sorts by besides language and encoding."""
    section: str
    language: str
    encoding: str
    raw: bytes
    text: str
    group: str = ""
    also: tuple = ()  # other right texts


@dataclass
class Samples:
    """What a folder holds: documents and short ones as cases, broken texts as rows."""
    documents: list = field(default_factory=list)
    short: list = field(default_factory=list)
    mojibake: list = field(default_factory=list)
    remarks: list = field(default_factory=list)

    def languages(self):
        return sorted({case.language for case in self.documents})

    def texts(self, language, encoding=None):
        """The distinct right texts of a language; of an encoding's own files, else of the UTF-8 ones, else
        of all, since texts in old encodings lack signs."""
        mine = [case for case in self.documents if case.language == language]
        for wanted in (encoding, "UTF-8"):
            chosen = [case for case in mine if wanted and case.encoding.lower() == wanted.lower()]
            if chosen:
                return list(dict.fromkeys(case.text for case in chosen))
        return list(dict.fromkeys(case.text for case in mine))

    @functools.cache
    def corpus(self, language, encoding):
        """All texts of a language that `encoding` can hold, one after the other; empty if there are few."""
        typed = [typed_in(text, encoding) for text in self.texts(language, encoding)]
        joined = "\n\n".join(text for text in typed if text)
        return joined if len(joined) >= 400 else ""

    @functools.cache
    def legacy_encodings(self, language):
        """The legacy encodings in which somebody may have written this language."""
        family = family_of("".join(self.texts(language)))
        return [name for name in family if self.corpus(language, name)]

    __hash__ = object.__hash__  # what is cached is found by it


def family_of(text):
    """The legacy encodings of the script that most of `text` is in."""
    letters = [c for c in text if c.isalpha()]
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in letters)
    latin = sum(c < "\u0250" for c in letters)
    extended = sum("\u0100" <= c <= "\u017f" for c in letters)
    if cyrillic * 2 > len(letters):
        return CYRILLIC
    if latin * 2 <= len(letters):
        return []
    return CENTRAL if extended * 200 > latin else WESTERN


def json_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_samples(folder):
    """The samples of a folder or of one mojibake file; raises ValueError if there are none."""
    folder = Path(folder)
    samples = Samples()
    if folder.is_file():
        samples.mojibake = json_lines(folder)
    elif (folder / "manifest.jsonl").exists():
        read_manifest(folder, samples)
    elif folder.is_dir():
        read_named_folders(folder, samples)
    for name, read in (("short.jsonl", read_short), ("mojibake.jsonl", read_mojibake)):
        if folder.is_dir() and (folder / name).exists():
            read(folder / name, samples)
    if not (samples.documents or samples.short or samples.mojibake):
        raise ValueError(f"{folder}: no manifest.jsonl, mojibake.jsonl or folders named after encodings")
    return samples


def read_manifest(folder, samples):
    for row in json_lines(folder / "manifest.jsonl"):
        raw = (folder / row["file"]).read_bytes()
        text = decoded(raw, row["encoding"])
        if text is None or hashlib.sha256(text.encode()).hexdigest() != row.get("text_sha256"):
            samples.remarks.append(f"{row['file']}: its text is not the manifest's, left out")
            continue
        samples.documents.append(Case("files", row["language"], row["encoding"], raw, text))


def read_short(path, samples):
    for row in json_lines(path):
        raw = base64.b64decode(row["base64"])
        length = next((n for n in (12, 20, 30, 60, 100) if len(raw) <= n), len(raw))
        samples.short.append(Case("short", row["language"], row["encoding"], raw, row["text"], str(length)))


def read_mojibake(path, samples):
    samples.mojibake = json_lines(path)


def encoding_of_folder(name):
    """The longest known part of a folder's name, and the rest: windows-1251 and ukrainian."""
    parts = name.split("-")
    for count in range(len(parts), 0, -1):
        encoding = "-".join(parts[:count])
        if python_codec(encoding):
            return encoding, "-".join(parts[count:]) or "-"
    return None, "-"


def read_named_folders(folder, samples):
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        encoding, language = encoding_of_folder(inner.name)
        if encoding is None:
            samples.remarks.append(f"{inner.name}: no such encoding in Python, left out")
            continue
        for path in sorted(path for path in inner.rglob("*") if path.is_file()):
            case = document_in(path.read_bytes(), encoding, language)
            if case is None:
                samples.remarks.append(f"{inner.name}/{path.name}: does not decode as named, left out")
            else:
                samples.documents.append(case)


def document_in(raw, encoding, language):
    """None if `raw` is not in `encoding`. Markup is put behind a line of text, since sito-read would take it
    for HTML or XML and turn it into something else: the encoding is asked for here, not the page."""
    codec = python_codec(encoding)
    if codec.endswith(("-le", "-be")):
        mark = "- - -\n".encode(codec)
        marked = b""
    else:
        mark = b"- - -\n"
        marked = codecs.BOM_UTF8 if raw.startswith(codecs.BOM_UTF8) else b""
    content = raw[len(marked):]
    if content.lstrip(b" \t\r\n\0").startswith(b"<"):
        raw = marked + mark + content
    texts = readings(raw, encoding)
    if not raw or (byte_table(codec) is None and "\ufffd" in texts[0]):
        return None
    return Case("files", language, encoding, raw, texts[0], also=tuple(texts[1:]))


# ------------------------------------------------------------------------------------------------- pieces

@functools.cache
def word_starts(text):
    """Where words begin, but for the last twelve characters. A piece that begins with a tag would be taken
    for HTML or XML, so there is none at a tag."""
    end = len(text) - 12
    starts = [i for i in range(end) if not text[i].isspace() and (i == 0 or text[i - 1].isspace())]
    return [i for i in starts if text[i] != "<"] or [0]


def some_piece(rng, text, characters):
    """A piece from some word's start on; may be shorter at the text's end."""
    start = rng.choice(word_starts(text))
    return text[start:start + characters]


def cut_bytes(text, name, length):
    """The head of `text` that has at most `length` bytes in `name`, and these bytes; None if it cannot be
    written so."""
    raw = encoded(text[:length], name)
    if raw is None:
        return None
    head = raw[:length].decode(python_codec(name), "ignore") if len(raw) > length else text[:length]
    return head, encoded(head, name)


def some_line(rng, text, least, most):
    """Whole words of one line, `least` to `most` characters; None if there is no such at some place."""
    piece = some_piece(rng, text, rng.randint(least, most)).split("\n")[0]
    if " " in piece:
        piece = piece.rsplit(" ", 1)[0]
    piece = piece.strip()
    return piece if len(piece) >= least else None


def tried(attempt, times=300):
    """The first answer of `attempt` that is not None; None after so many times."""
    return next((found for found in (attempt() for _ in range(times)) if found is not None), None)


# --------------------------------------------------------------------------------------------- processes

@dataclass
class Answer:
    """What sito-read said of a case; `reason` if it wrote no record."""
    text: str | None = None
    encoding: str = ""
    encodings: list = field(default_factory=list)
    confidence: float = 0.0
    reason: str = ""


def program(folder, name):
    """The path of a program; ends the script with a usage error if it is not there."""
    path = Path(folder) / name
    if not os.access(path, os.X_OK):
        sys.exit(f"{Path(sys.argv[0]).name}: no program {path}: build it, or name its folder by --bin")
    return str(path)


def run(command, output):
    """Runs `command` with its output in the file `output`; processor seconds it took. Says if it failed."""
    with open(output, "wb") as out, tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=out, stderr=said, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            tail = said.read()[-600:].decode("utf-8", "replace")
            print(f"! {Path(command[0]).name} ended with {child.returncode}: {tail}", file=sys.stderr)
    return usage.ru_utime + usage.ru_stime


def write_files(folder, raws):
    for number, raw in enumerate(raws):
        path = Path(folder) / f"{number // 1000:03}" / f"{number:07}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(raw)


def number_in(path):
    return int(path.rsplit("/", 1)[-1].removesuffix(".txt"))


def read_by_sito(binary, raws):
    """An Answer for each of `raws`, all by one process."""
    answers = [Answer(reason="no record") for _ in raws]
    with tempfile.TemporaryDirectory() as work:
        files = Path(work) / "files"
        files.mkdir()
        write_files(files, raws)
        rejects = Path(work) / "rejects"
        run([binary, "-q", "--max-rejects", "100%", "--rejects", str(rejects), str(files)], f"{work}/out")
        for record in json_lines(f"{work}/out"):
            origin = record["origin"]
            answers[number_in(record["id"])] = Answer(
                record["text"], origin.get("encoding", ""), origin.get("encodings", []),
                origin.get("confidence", 0.0))
        for reject in json_lines(rejects) if rejects.exists() else []:
            answers[number_in(reject["file"])].reason = f"{reject['reason']} {reject.get('media_type', '')}"
    return answers


def normalize_by_sito(binary, texts, *switches):
    """What sito-normalize makes of each of `texts`, all by one process; None where it wrote nothing."""
    results = [None] * len(texts)
    with tempfile.TemporaryDirectory() as work:
        with open(f"{work}/in", "w", encoding="utf-8") as lines:
            for number, text in enumerate(texts):
                lines.write(json.dumps({"id": str(number), "text": text}) + "\n")
        run([binary, "-q", "--max-rejects", "100%", *switches, f"{work}/in"], f"{work}/out")
        for record in json_lines(f"{work}/out"):
            results[int(record["id"])] = record["text"]
    return results


# ------------------------------------------------------------------------------------------------- tables

def canonical(text):
    """`text` without what normalization may change: composition, white space, invisible characters."""
    kept = (c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


def percent(part, whole):
    return f"{100 * part / whole:.1f}" if whole else "-"


def by(items, key):
    """Items in groups, in the order of the groups' first members."""
    groups = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def print_table(title, heads, rows):
    """Rows of strings under a title: the first column to the left, the others to the right."""
    if not rows:
        return
    widths = [max(len(row[i]) for row in (heads, *rows)) for i in range(len(heads))]
    print(f"\n{title}\n")
    for row in (heads, *rows):
        cells = [row[0].ljust(widths[0])] + [c.rjust(w) for c, w in zip(row[1:], widths[1:])]
        print("  " + "  ".join(cells).rstrip())


def shown(text, start=0, length=60):
    """A piece of `text` on one line, controls as escapes."""
    if text is None:
        return "(nothing)"
    piece = text[max(0, start - 12):][:length]
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in piece)


def first_difference(left, right):
    return next((i for i, (a, b) in enumerate(zip(left, right)) if a != b), min(len(left), len(right)))


def spread(items, count):
    """`count` of `items`, evenly from first to last."""
    if len(items) <= count:
        return items
    return [items[i * len(items) // count] for i in range(count)]
