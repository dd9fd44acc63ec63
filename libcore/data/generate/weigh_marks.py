#!/usr/bin/env python3
"""weigh_marks.py [--packages DIR]: makes ../language_marks.tsv anew.

Settles which pieces of words tell languages apart whose characters follow each other nearly alike. For each
group of siblings the messages are taken that the packages of ../characters/sources.tsv have in all but at most
one of them: what is said is then the same, and only the language differs. Some words at a time are put to a
logistic regression over the pieces of one to five letters in them, which keeps few (L1). Rows whose source is not
this script stay as they are. Needs scikit-learn. How rows are used is language/siblings.h's question.
"""

import argparse
import collections
import gettext
import json
import pathlib
import random
import re

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression

import count_characters as counting

TABLE = counting.HERE.parent / "language_marks.tsv"
SOURCE = "weigh_marks.py"
GROUPS = [["da", "nb", "nn", "sv"], ["hr", "sl", "sr"], ["cs", "sk"]]

LOCALES = {"sr-ec": "sr", "sr-el": "sr", "sr@latin": "sr", "sr_Latn": "sr"}
CYRILLIC = dict(zip("абвгдђежзијклмнопрстћуфхцчшљњџ",
                    "a b v g d đ e ž z i j k l m n o p r s t ć u f h c č š lj nj dž".split()))
LATIN = str.maketrans(CYRILLIC | {k.upper(): v.capitalize() for k, v in CYRILLIC.items()})
LETTERS = {"da nb nn sv": "abcdefghijklmnopqrstuvwxyzåæøäöéò", "hr sl sr": "abcdefghijklmnoprstuvzčćđšž",
           "cs sk": "abcdefghijklmnopqrstuvwxyzáäčďéěíĺľňóôŕřšťúůýž"}

MOST_DOCUMENTS = 30_000
LEAST_DOCUMENTS = 25   # that a piece is in
LEAST_NATS = 0.5
LEAST_BYTES = 2        # of a piece: a letter of ASCII alone says little and stands everywhere
STRENGTH = 0.05        # of the regression; smaller keeps fewer pieces
# Weights are kept small by the regression, and characters have said a part already.
SCALE = 2.0


# ---- Messages in several languages -------------------------------------------------------------------

def language_of(locale):
    return LOCALES.get(locale) or counting.language_of(locale)


def cleaned(text):
    """A message without what programs put in."""
    text = re.sub(r"%[-\d$.]*[a-zA-Z]|%\d|&(?=\w)|_(?=\w)|<[^>]*>|\{\{[^}]*\}\}|\{[^}]*\}|\\n", "", text)
    return re.sub(r"\[\[[^\]]*\||\]\]|\$\d|https?:\S+", "", text).translate(LATIN)


def catalogue(path):
    try:
        with open(path, "rb") as stream:
            messages = gettext.GNUTranslations(stream)._catalog
    except (OSError, UnicodeDecodeError, ValueError, AssertionError, IndexError):
        return {}
    return {key: text for key, text in messages.items() if isinstance(text, str) and key and text != key}


def places(folder):
    """(path, what its messages belong to, locale) of every file of messages."""
    for path in sorted(folder.rglob("*.mo")):
        found = re.search(r"/locale/([^/]+)/LC_MESSAGES/(.*)\.mo", str(path))
        if found:
            yield path, found[2], found[1]
        elif found := re.search(r"languages/(?:(.*)-)?([a-z]{2,3}(?:_[A-Z]{2})?)\.mo", str(path)):
            yield path, f"wordpress {found[1]}", found[2]
    for path in sorted(folder.rglob("i18n/**/*.json")):
        yield path, str(path.parent), path.stem


def all_messages(folder):
    """(belongs to, key) -> language -> text."""
    messages = collections.defaultdict(dict)
    wanted = {language for group in GROUPS for language in group}
    for path, belongs, locale in places(folder):
        language = language_of(locale)
        if language not in wanted:
            continue
        found = json.loads(path.read_text()) if path.suffix == ".json" else catalogue(path)
        for key, text in found.items():
            if isinstance(text, str) and len(text) > 15:
                messages[belongs, str(key)].setdefault(language, cleaned(text))
    return messages


def lines_of(messages, group):
    """Language -> lists of words, of messages that stand in all of the group but at most one."""
    texts = {language: {} for language in group}
    for versions in messages.values():
        mine = [language for language in group if language in versions]
        if len(mine) >= max(2, len(group) - 1):
            for language in mine:
                texts[language][versions[language]] = None
    return {language: [re.findall(r"[^\W\d_]+", line.lower()) for text in found
                       for line in counting.wanted_lines(text, "hr" if language == "sr" else language)]
            for language, found in texts.items()}


# ---- Weights -----------------------------------------------------------------------------------------

def pieces(words):
    """The pieces of one to five letters of words, `_` for a word's border."""
    found = set()
    for word in words.split():
        marked = f"_{word}_"
        for length in range(1, 6):
            found.update(marked[i:i + length] for i in range(len(marked) - length + 1))
    return found - {"_"}


def documents(lines, generator):
    words = [word for line in lines for word in line]
    result, at = [], 0
    while at < len(words):
        length = generator.randint(3, 12)
        result.append(" ".join(words[at:at + length]))
        at += length
    generator.shuffle(result)
    return result[:MOST_DOCUMENTS]


def weights(group, lines):
    """(piece, language, nats)"""
    generator = random.Random(" ".join(group))
    texts, answers = [], []
    for language in group:
        mine = documents(lines[language], generator)
        texts += mine
        answers += [language] * len(mine)
    vectors = CountVectorizer(analyzer=pieces, min_df=LEAST_DOCUMENTS, binary=True)
    model = LogisticRegression(C=STRENGTH, penalty="elasticnet", l1_ratio=1, solver="saga", max_iter=40, tol=1e-3, random_state=1)
    model.fit(vectors.fit_transform(texts), answers)
    rows = [(-model.coef_[0] / 2), (model.coef_[0] / 2)] if len(group) == 2 else model.coef_
    names = vectors.get_feature_names_out()
    letters = set(LETTERS[" ".join(group)]) | {"_"}
    for language, row in zip(model.classes_, rows):
        for index in row.nonzero()[0]:
            nats = round(SCALE * float(row[index]), 1)
            long_enough = len(names[index].encode()) >= LEAST_BYTES
            if abs(nats) >= LEAST_NATS and long_enough and set(names[index]) <= letters:
                yield names[index], str(language), nats


def example_of(piece, language, nats, group, counts):
    """The commonest word with the piece: of the language, or of a sibling if the piece speaks against it."""
    pools = [language] if nats > 0 else [other for other in group if other != language]
    words = collections.Counter()
    for pool in pools:
        words.update({word: n for word, n in counts[pool].items() if piece in f"_{word}_"})
    return words.most_common(1)[0][0] if words else None


# ---- The run -----------------------------------------------------------------------------------------

def kept():
    """The table's head, and its rows that are not this script's."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [line for line in lines if line.startswith("#")], [row for row in rows if row[-1] != SOURCE]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", type=pathlib.Path, default=pathlib.Path("sito-packages"))
    folder = parser.parse_args().packages
    folder.mkdir(parents=True, exist_ok=True)
    for package, *_ in counting.read_sources():
        counting.fetched(package, folder)
    messages = all_messages(folder)
    head, rows = kept()
    taken = {(row[0], row[1]) for row in rows}
    for group in GROUPS:
        lines = lines_of(messages, group)
        counts = {language: collections.Counter(word for line in lines[language] for word in line)
                  for language in group}
        for piece, language, nats in weights(group, lines):
            example = example_of(piece, language, nats, group, counts)
            if example and (piece, language) not in taken:
                rows.append([piece, language, " ".join(group), f"{nats:g}", example, SOURCE])
    rows.sort(key=lambda row: [cell.encode() for cell in row])
    TABLE.write_text("\n".join(head + ["\t".join(row) for row in rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
