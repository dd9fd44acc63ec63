"""Kills `sito batch` at sixty moments: what is current is always whole, and in the end nothing is missing or twice.

    kill_test.py BIN [SEED [KILLS]]

The archive changes now and then between two kills. A database follows all that --changes ever wrote.
"""

import os
import pathlib
import random
import signal
import sys
import tempfile
import time

from archive import Archive
from corpus import Corpus, Follower, Sito, end, must, must_be_equal, must_be_tidy, parts_in

SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 8
KILLS = int(sys.argv[3]) if len(sys.argv) > 3 else 60
OPTIONS = ("--emit.shard-size", "64K", "--prune=all", "--max-rejects", "100%", "--changes", "changes.jsonl", "--quiet")


class Trial:
    def __init__(self, folder):
        self.random = random.Random(SEED)
        self.folder = pathlib.Path(folder)
        self.sito = Sito(sys.argv[1], self.folder)
        self.archive = Archive(self.folder / "archive", self.random)
        self.archive.fill(pages=2400, archives=6)
        self.seconds = 0.5  # of a first night that nobody disturbs
        self.kills = self.rounds = self.reused = self.late = 0

    # One run, and its end.

    def start(self, shell=False):
        return self.sito.start("batch", "archive", "-o", self.output, *OPTIONS, shell=shell)

    def moment(self, process):
        """Waits for a moment to kill at."""
        kind = self.random.random()
        if kind < 0.55:
            time.sleep(self.random.uniform(0, self.seconds))
        elif kind < 0.7:
            time.sleep(self.random.uniform(0, 0.06))
        else:
            # What is written last is there: the commit is near, or under way.
            while process.poll() is None and not (self.next_generation() / "_rejects.jsonl").exists():
                time.sleep(0.0005)
            time.sleep(self.random.uniform(0, 0.03))

    def kill(self):
        """Whether a run was killed; false if it was through before."""
        in_group = self.random.random() < 0.4
        process = self.start(shell=in_group)
        self.moment(process)
        through = process.poll() is not None
        how = self.random.choice((signal.SIGKILL, signal.SIGKILL, signal.SIGTERM))
        if not through:
            (os.killpg if in_group else os.kill)(process.pid, how)
        _, err = process.communicate()
        killed = process.returncode == -how
        must(killed or process.returncode in (0, 128 + how), f"status {process.returncode}: {err}")
        time.sleep(0.005)  # a process whose standard error is closed may hold its lock for a moment
        return killed

    def finish(self):
        process = self.start()
        _, err = process.communicate()
        must(process.returncode == 0, f"undisturbed: status {process.returncode}: {err}")

    # What is there after it.

    def next_generation(self):
        link = self.output / "current"
        number = int(os.readlink(link)[4:]) if link.is_symlink() else 0
        return self.output / f"gen-{number + 1:06}"

    def unfinished_parts(self, corpus):
        """The parts that a killed run left and no earlier one had, with their inodes."""
        folder = self.next_generation()
        inodes = {(name, (folder / name).stat().st_ino) for name in parts_in(folder)} if folder.exists() else set()
        return inodes - set(corpus.parts.items())

    def look(self, before):
        """What is current after a kill: as it was, or the next generation, whole."""
        corpus = Corpus(self.output)
        changes = self.folder / "changes.jsonl"
        if changes.exists():
            self.follower.follow(changes)
            changes.unlink()
        if corpus.generation == before.generation:
            must_be_equal(corpus.lines, before.lines, "what is current was changed")
        else:
            self.late += 1
        return corpus

    def round(self):
        self.rounds += 1
        if self.rounds % 4 == 1:
            self.output = self.folder / f"corpus-{self.rounds}"
            self.follower = Follower()
        else:
            self.archive.change(self.random.choice((0, 3, 300)))
        corpus = Corpus(self.output)
        left = set()
        changing = self.random.random() < 0.4
        for _ in range(min(self.random.randint(2, 8), KILLS - self.kills)):
            self.kills += self.kill()
            corpus = self.look(corpus)
            left |= self.unfinished_parts(corpus)
            if changing:
                self.archive.change(self.random.choice((1, 5, 30)))
        self.finish()
        corpus = self.look(corpus)
        lines, rejects = self.sito.whole(["archive"])
        must_be_equal(corpus.lines, lines, "not the records of a run over everything")
        must_be_equal(corpus.rejects(), rejects, "not the rejects of a run over everything")
        self.follower.must_have(corpus, "after the kills")
        must_be_tidy(self.output)
        self.reused += len(left & set(corpus.parts.items()))


def test():
    print(f"seed {SEED}", flush=True)
    with tempfile.TemporaryDirectory(prefix="sito-nights-") as folder:
        trial = Trial(folder)
        while trial.kills < KILLS:
            trial.round()
        must(trial.reused > KILLS / 3, f"only {trial.reused} parts of killed runs were used")
        print(f"{trial.kills} kills in {trial.rounds} rounds, {trial.late} runs had committed, "
              f"{trial.reused} parts of killed runs used")  # fmt: skip


end(test)
