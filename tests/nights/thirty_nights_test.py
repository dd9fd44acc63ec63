"""Thirty nights of an archive that lives: after each, the corpus is what a run over everything gives.

    thirty_nights_test.py BIN [SEED [NIGHTS]]

Three corpora: of documents with templates, of quotations in small parts, and one that prunes nothing. Some nights are
killed first, some are out of time, some compact or verify. A database follows --changes.
"""

import pathlib
import random
import signal
import sys
import tempfile
import time

from archive import Archive
from corpus import Corpus, Follower, Sito, end, must, must_be_equal, must_be_tidy

SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 30
NIGHTS = int(sys.argv[3]) if len(sys.argv) > 3 else 30


class Nights:
    def __init__(self, folder, name, stages, shard_size, prunes):
        self.random = random.Random(f"{SEED} {name}")
        self.name, self.stages, self.prunes = name, stages, prunes
        self.options = ("--emit.shard-size", shard_size, *(("--prune=all",) if prunes else ()))
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()
        self.sito = Sito(sys.argv[1], self.folder)
        self.archive = Archive(self.folder / "archive", self.random)
        self.archive.fill(pages=350, archives=5)
        self.corpus = Corpus(self.folder / "corpus")
        self.follower = Follower()
        self.known = {}  # of the corpus that prunes nothing: the last line of each document that ever was
        self.cut = self.killed = 0
        if "--strip.model" in stages:
            self.sito.run("read", "archive", "-o", "pages.jsonl", "--quiet", "--max-rejects", "100%")
            self.sito.run("templates", "learn", "pages.jsonl", "-o", "fixed.model")

    def start(self, *options):
        return self.sito.start("batch", "archive", "-o", "corpus", "--max-rejects", "100%", "--summary", "--changes",
                               "changes.jsonl", *self.stages, *self.options, *options)  # fmt: skip

    def finish(self, process):
        _, err = process.communicate()
        must(process.returncode == 0, f"{self.name}: status {process.returncode}: {err}")
        self.look()
        return err

    def look(self):
        changes = self.folder / "changes.jsonl"
        if changes.exists():
            self.follower.follow(changes)
            changes.unlink()
        self.corpus = Corpus(self.folder / "corpus")

    # Nights that are not the whole of it.

    def be_killed(self):
        process = self.start()
        time.sleep(self.random.uniform(0, 0.15))
        process.send_signal(self.random.choice((signal.SIGKILL, signal.SIGTERM)))
        process.communicate()
        self.killed += process.returncode != 0
        self.look()

    def be_out_of_time(self):
        """The process sleeps a second of the one it has."""
        process = self.start("--time-limit", "1s", "-j", "1")
        time.sleep(self.random.uniform(0.01, 0.08))
        process.send_signal(signal.SIGSTOP)
        time.sleep(1.05)
        process.send_signal(signal.SIGCONT)
        err = self.finish(process)
        must_be_tidy(self.folder / "corpus") if self.corpus.generation else None
        if "the time was up" in err:
            self.cut += 1
            self.follower.must_have(self.corpus, f"{self.name}, out of time")

    def night(self, number):
        chance = self.random.random()
        if number:
            self.archive.change(self.random.choice((0, 1, 4, 12, 40)))
        if chance < 0.2:
            self.be_killed()
        elif chance < 0.35:
            self.be_out_of_time()
        if chance < 0.35 and self.prunes:
            self.archive.change(self.random.choice((0, 3)))
        more = []
        if self.random.random() < 0.2:
            more.append("--compact")
        if self.random.random() < 0.2:
            self.archive.change_unseen(5)
            more.append("--verify")
        self.finish(self.start(*more))
        self.compare(f"{self.name}, night {number + 1} {' '.join(more)}")

    def compare(self, what):
        lines, rejects = self.sito.whole(["archive"], self.stages)
        if not self.prunes:
            self.known.update((line[: line.index(b'","') + 1], line) for line in lines)
            lines = self.known.values()
        must_be_equal(self.corpus.lines, lines, what)
        must_be_equal(self.corpus.rejects(), rejects, f"{what}: rejects")
        self.follower.must_have(self.corpus, what)
        must_be_tidy(self.folder / "corpus")


KINDS = {
    "documents": (("--strip.model", "fixed.model"), "200K", True),
    "quotations": (("--emit.view", "quote"), "50", True),
    "kept": ((), "20K", False),
}


def test():
    print(f"seed {SEED}", flush=True)
    cut = killed = 0
    with tempfile.TemporaryDirectory(prefix="sito-nights-") as folder:
        for name, settings in KINDS.items():
            nights = Nights(pathlib.Path(folder) / name, name, *settings)
            for number in range(NIGHTS):
                nights.night(number)
            print(f"{name}: {NIGHTS} nights, {nights.killed} killed before, {nights.cut} out of time before; "
                  f"{nights.corpus.generation}, {len(nights.corpus.lines)} records", flush=True)  # fmt: skip
            cut += nights.cut
            killed += nights.killed
    must(cut and killed, "no night was killed, or none was out of time")


end(test)
