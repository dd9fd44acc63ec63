"""What `sito batch` promises beside the records: when it refuses, what it says, which files it keeps.

    options_test.py BIN [SEED]
"""

import fcntl
import json
import os
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from archive import PICTURE, Archive
from corpus import Corpus, Sito, content_of, end, must, must_be_equal, must_be_tidy

SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 3


class Place:
    """A folder with an archive of whole pages and, in `corpus`, what a first night made of it."""

    def __init__(self, folder, pages=120, first=()):
        folder.mkdir()
        self.folder = folder
        self.sito = Sito(sys.argv[1], folder)
        self.archive = Archive(folder / "archive", random.Random(SEED))
        for number in range(pages):
            self.archive.write(folder / "archive" / f"site{number % 3}.example" / f"{number:03}.txt", self.archive.page())
        self.night(*first)

    def night(self, *options, status=0, says=()):
        """Standard error: empty if it is to say nothing, else with all of `says` in it."""
        err = self.sito.run("batch", "archive", "-o", "corpus", *options, status=status)
        must(bool(err) == bool(says), f"{options}: standard error: {err!r}")
        for words in says:
            must(words in err, f"{options}: not '{words}' but {err!r}")
        return err

    def corpus(self):
        return Corpus(self.folder / "corpus")

    def must_equal_whole(self, *stages):
        lines, rejects = self.sito.whole(["archive"], stages)
        must_be_equal(self.corpus().lines, lines, "not the records of a run over everything")
        must_be_equal(self.corpus().rejects(), rejects, "not its rejects")
        must_be_tidy(self.folder / "corpus")

    def page(self, name):
        return self.folder / "archive" / name

    def refused(self, *options, status, says):
        """A run that changes nothing."""
        before = state(self.folder / "corpus")
        self.night(*options, status=status, says=says)
        must(state(self.folder / "corpus") == before, f"{options}: something was changed")


def state(folder):
    """Names, inodes and times of all files."""
    return sorted((str(path), path.lstat().st_ino, path.lstat().st_mtime_ns) for path in folder.rglob("*"))


def other_switches_are_told(place):
    place.archive.write(place.page("new.txt"), place.archive.page())
    place.night("--normalize.no-apostrophes", says=["120 documents were made with other options"])
    place.night("--normalize.no-apostrophes", "--reprocess")
    place.must_equal_whole("--normalize.no-apostrophes")
    place.night("--normalize.no-apostrophes", "--reprocess")
    must(place.corpus().generation == "gen-000003", "what was made anew is made anew again")


def another_shape_is_refused(place):
    before = place.corpus()
    place.night("--emit.view", "quote", status=2, says=["another shape", "--reprocess"])
    must(place.corpus().generation == before.generation, "a night that was refused made a generation")
    must_be_equal(place.corpus().lines, before.lines, "a night that was refused changed records")
    place.night("--emit.view", "quote", "--reprocess")
    place.must_equal_whole("--emit.view", "quote")


def an_archive_that_lost_much_is_not_pruned(place):
    for number in range(7):
        place.page(f"site{number % 3}.example/{number:03}.txt").unlink()
    place.night("--prune", status=1, says=["7 of 120", "more than 5 %", "--prune=all"])
    must(len(place.corpus().lines) == 120, "records went")
    place.archive.write(place.page("site0.example/000.txt"), place.archive.page())
    place.night("--prune")
    must(len(place.corpus().lines) == 114, "records of what is gone are still there")
    shutil.rmtree(place.page("site1.example"))
    place.night("--prune=all")
    place.must_equal_whole()


def a_path_that_is_missing_or_empty_changes_nothing(place):
    place.page("").rename(place.folder / "aside")
    place.refused("--prune=all", status=3, says=["archive", "No such file"])
    place.page("").mkdir()
    place.refused("--prune=all", status=3, says=["archive", "no file", "mounted"])
    err = place.sito.run("batch", "archive", "-o", "other", status=3)
    must(not (place.folder / "other").exists(), f"a corpus of nothing was begun: {err}")
    err = place.sito.run("batch", "aside", "nowhere", "-o", "corpus", "--prune=all", status=3)
    must("nowhere" in err and len(place.corpus().lines) == 120, err)


def a_second_run_is_refused(place):
    with open(place.folder / "corpus" / "_lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        place.refused(status=3, says=["another run"])
    # A process that is there but sleeps holds it; killed, it holds nothing.
    place.archive.write(place.page("new.txt"), place.archive.page())
    first = place.sito.start("batch", "archive", "-o", "corpus")
    deadline = time.monotonic() + 10
    while not (place.folder / "corpus" / "gen-000002").exists() and first.poll() is None and time.monotonic() < deadline:
        time.sleep(0.0002)
    first.send_signal(signal.SIGSTOP)
    if first.poll() is None and place.corpus().generation == "gen-000001":
        err = place.sito.run("batch", "archive", "-o", "corpus", status=3)
        must("another run" in err, err)
    first.kill()
    first.communicate()
    place.night()
    place.must_equal_whole()


def old_generations_go(place):
    for number in range(4):
        place.archive.write(place.page(f"new{number}.txt"), place.archive.page())
        place.night()
    must(place.corpus().generations() == [f"gen-00000{number}" for number in (3, 4, 5)], "not the newest three")
    place.archive.write(place.page("last.txt"), place.archive.page())
    place.night("--keep-generations", "1")
    must(place.corpus().generations() == ["gen-000006"], "more than one")
    place.night("--keep-generations", "0", status=2, says=["1 is the least"])


def parts_that_stay_are_the_same_files(place):
    before = place.corpus().parts
    place.archive.write(place.page("site0.example/000.txt"), place.archive.page())
    place.night("--emit.shard-size", "10")
    after = place.corpus().parts
    same = set(before.items()) & set(after.items())
    must(len(before) == 12 and len(same) == 11, f"{len(same)} of {len(before)} parts were kept")
    names = {name for name, _ in same}
    links = {(place.folder / "corpus" / "current" / name).stat().st_nlink for name in names}
    must(links == {2}, f"{links} names a part")
    place.night("--emit.shard-size", "1000", "--compact")
    must(len(place.corpus().parts) == 1, "small parts were not merged")
    place.must_equal_whole()


def a_night_without_news_says_and_makes_nothing(place):
    before = state(place.folder / "corpus" / "current/")
    place.night()
    place.night("--retry", "--prune", "--compact", "--changes", "changes.jsonl")
    place.night("--verify")
    must(state(place.folder / "corpus" / "current/") == before, "the generation was touched")
    must(place.corpus().generations() == ["gen-000001"], "a generation of nothing new")
    must((place.folder / "changes.jsonl").read_bytes() == b"", "changes of nothing new")
    must("nothing is new" in place.night("--summary", says=["120 documents"]), "the summary")
    place.archive.touch(place.page("site0.example/000.txt"))
    place.night("--changes", "changes.jsonl")
    change = json.loads((place.folder / "changes.jsonl").read_bytes())
    must(change["change"] == "replace" and len(change["records"]) == 1, f"a record tells its file's time: {change}")


def what_was_rejected_is_told_once(place):
    place.archive.write(place.page("broken.gz"), b"\x1f\x8b\x08\0\0\0\0\0\0\x03abc")
    place.archive.write(place.page("picture.txt"), PICTURE)
    place.night(status=1, says=["broken.gz"])
    place.must_equal_whole()
    place.night()
    place.must_equal_whole()
    place.night("--retry", status=1, says=["broken.gz"])
    place.archive.write(place.page("broken.gz"), place.archive.page())
    place.night()
    place.must_equal_whole()


def a_corpus_inside_its_archive_is_not_read(place):
    for _ in range(2):
        place.sito.run("batch", "archive", "-o", "archive/corpus")
        must(len(Corpus(place.folder / "archive" / "corpus").lines) == 120, "it reads itself")


def a_dry_run_reads_and_writes_nothing(place):
    place.page("site0.example/000.txt").unlink()
    place.archive.write(place.page("site1.example/001.txt"), place.archive.page())
    place.archive.write(place.page("new.txt"), place.archive.page())
    before = state(place.folder / "corpus")
    place.night("--dry-run")
    wanted = ["new\tarchive/new.txt", "changed\tarchive/site1.example/001.txt", "gone\tarchive/site0.example/000.txt"]
    must(place.sito.out.splitlines() == wanted, place.sito.out)
    must(state(place.folder / "corpus") == before, "something was changed")


def what_is_no_corpus_is_left_alone(place):
    place.archive.write(place.folder / "letters" / "letter.txt", b"Dear reader")
    err = place.sito.run("batch", "archive", "-o", "letters", status=3)
    must("letter.txt" in err and os.listdir(place.folder / "letters") == ["letter.txt"], err)


def templates_grow_night_by_night(place):
    """And a run that is killed while it learns makes the same ones."""
    switches = ("--learn", "--emit.shard-size", "20K")
    chance = random.Random(SEED)
    for night in range(3):
        for number in range(30):
            page = "Розклад автобусів на сьогодні\n\n".encode() + place.archive.page() + f"© Громада {night}\n".encode()
            place.archive.write(place.page(f"site0.example/night{night}-{number}.txt"), page)
        place.sito.run("batch", "archive", "-o", "undisturbed", *switches)
        killed = 0
        for _ in range(60):
            process = place.sito.start("batch", "archive", "-o", "killed", *switches)
            time.sleep(chance.uniform(0, 0.12))
            process.kill()
            process.communicate()
            killed += process.returncode != 0
            if killed == 5:
                break
        must(killed == 5, f"only {killed} runs were killed")
        place.sito.run("batch", "archive", "-o", "killed", *switches)
        must_be_equal(Corpus(place.folder / "killed").lines, Corpus(place.folder / "undisturbed").lines, f"night {night}")
    names = [f"gen-00000{number}.model" for number in (1, 2, 3)]
    contents = {}
    for name in ("undisturbed", "killed"):
        models = place.folder / name / "models"
        must(sorted(os.listdir(models)) == names, f"{name}: {os.listdir(models)}")
        contents[name] = [(models / model).read_bytes() for model in names]
        must_be_tidy(place.folder / name)
    must(contents["undisturbed"] == contents["killed"], "a run that was killed while it learnt made other templates")
    must(len(set(contents["killed"])) == 3, "the templates did not grow")


def a_reader_sees_one_whole_corpus(place):
    """Who opened the folder itself reads on, though nights have passed."""
    reader = os.open(place.folder / "corpus" / "current", os.O_RDONLY)
    names = [part["name"] for part in json.loads(manifest_of(place))["parts"]]
    for number in range(2):
        place.archive.write(place.page(f"site0.example/{number:03}.txt"), place.archive.page())
        place.night()
    content = content_of([f"/proc/{os.getpid()}/fd/{reader}/{name}" for name in names])
    must(content.count(b"\n") == 120, "a slow reader lost its parts")
    os.close(reader)


def a_copy_of_the_current_generation_is_enough_to_go_on(place):
    place.archive.write(place.page("new.txt"), place.archive.page())
    place.night()
    backup = place.folder / "backup"
    shutil.copytree(place.folder / "corpus" / "current/", backup / "gen-000002")
    shutil.rmtree(place.folder / "corpus")
    backup.rename(place.folder / "corpus")
    (place.folder / "corpus" / "current").symlink_to("gen-000002")
    place.night("--summary", says=["nothing is new"])
    place.archive.write(place.page("newer.txt"), place.archive.page())
    place.night("--summary", says=["gen-000003: 1 added, 0 replaced"])
    place.must_equal_whole()


def manifest_of(place):
    return (place.folder / "corpus" / "current" / "_manifest.json").read_text(encoding="utf-8")


PROMISES = {
    other_switches_are_told: (),
    another_shape_is_refused: (),
    an_archive_that_lost_much_is_not_pruned: (),
    a_path_that_is_missing_or_empty_changes_nothing: (),
    a_second_run_is_refused: (),
    old_generations_go: (),
    parts_that_stay_are_the_same_files: ("--emit.shard-size", "10"),
    a_night_without_news_says_and_makes_nothing: (),
    what_was_rejected_is_told_once: (),
    a_corpus_inside_its_archive_is_not_read: (),
    a_dry_run_reads_and_writes_nothing: (),
    what_is_no_corpus_is_left_alone: (),
    templates_grow_night_by_night: (),
    a_copy_of_the_current_generation_is_enough_to_go_on: (),
    a_reader_sees_one_whole_corpus: ("--emit.shard-size", "10"),
}


def test():
    print(f"seed {SEED}", flush=True)
    with tempfile.TemporaryDirectory(prefix="sito-nights-") as folder:
        for promise, first in PROMISES.items():
            print(promise.__name__.replace("_", " "), flush=True)
            promise(Place(pathlib.Path(folder) / promise.__name__, first=first))


end(test)
