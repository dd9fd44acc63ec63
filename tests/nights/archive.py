"""An archive of invented pages, in folders and in archives, that changes from night to night."""

import contextlib
import gzip
import io
import os
import pathlib
import shutil
import subprocess
import tarfile
import zipfile

WORDS = (
    "місто рада голова повідомила вулиця ремонт школа дорога район область люди дитина автобус лікарня бюджет "
    "гривень рішення депутатка культура музей фестиваль річка бібліотека вистава село громада зупинка міст"
).split()
NAMES = ("Олена Петренко", "Тарас Гнатюк", "Ярина Дзвонецька", "Богдан Лісовий", "Марія Сокіл")
SITES = ("tykhorich.example", "новини.example", "vezha.example", "dzvin.example")
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
ENDINGS = (".tar.zst", ".zip", ".tar")


class Archive:
    """All that happens follows from the random numbers; each writing of a file has a time of its own."""

    def __init__(self, folder, random):
        self.folder = pathlib.Path(folder)
        self.random = random
        self.members = {}  # of each archive, by its path: {name: bytes}
        self.clock = 1_600_000_000_000_000_000
        self.number = 0

    def fill(self, pages, archives):
        for _ in range(pages):
            self.add_file()
        for number in range(archives):
            path = self.folder / self.random.choice(SITES) / f"архів {number}{ENDINGS[number % len(ENDINGS)]}"
            self.members[path] = {self.new_name(): self.page() for _ in range(max(3, pages // 25))}
            self.write_archive(path)

    # What stands in files.

    def page(self):
        random = self.random
        lines = [f"{' '.join(random.choices(WORDS, k=6)).capitalize()} {random.randrange(10**9):09}"]
        lines.append(f"{random.randint(1, 28)} липня {random.randint(2001, 2024)} року")
        for _ in range(random.randint(1, 4)):
            lines.append(" ".join(random.choices(WORDS, k=25)).capitalize() + ".")
            if random.random() < 0.4:
                lines.append(f"«{' '.join(random.choices(WORDS, k=7)).capitalize()}», — сказала {random.choice(NAMES)}.")
        lines.append("Читайте також: " + " ".join(random.choices(WORDS, k=5)))
        text = "\n\n".join(lines) + "\n"
        kind = random.random()
        if kind < 0.1:
            return text.encode("windows-1251")
        if kind < 0.2:
            return ("<html><body><p>" + text.replace("\n\n", "</p>\n<p>") + "</p></body></html>").encode()
        return b"" if kind < 0.22 else text.encode()

    def new_name(self):
        self.number += 1
        return f"{self.random.choice(('p', 'стор'))}{self.number:05}.txt"

    def write(self, path, content):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        self.touch(path)

    def touch(self, path):
        self.clock += self.random.randrange(1_000_000, 100_000_000_000)
        os.utime(path, ns=(self.clock, self.clock))

    def content(self, path):
        """A page; now and then compressed, a picture, or broken, as the path's name wants it."""
        if path.suffix == ".gz":
            whole = gzip.compress(self.page(), mtime=0)
            return whole if self.random.random() < 0.8 else whole[: len(whole) // 2]
        return PICTURE + self.page() if self.random.random() < 0.03 else self.page()

    def write_archive(self, path):
        whole = packed(path.name, self.members[path])
        self.write(path, whole if self.random.random() < 0.9 else whole[: len(whole) * 2 // 3])

    # What a night may do.

    def files(self):
        """The files that are no archives, in an order that is always the same."""
        found = (pathlib.Path(folder) / name for folder, _, names in os.walk(self.folder) for name in names)
        return sorted(path for path in found if path not in self.members)

    def some(self, number):
        files = self.files()
        return self.random.sample(files, min(number, len(files)))

    def add_file(self):
        folder = self.folder / self.random.choice(SITES) / self.random.choice(("", "2014", "2014/серпень"))
        path = folder / (self.new_name() + (".gz" if self.random.random() < 0.03 else ""))
        self.write(path, self.content(path))

    def change(self, files):
        """Some `files` of each kind of change; more changes there are than that."""
        for _ in range(files):
            self.add_file()
        for path in self.some(files):
            self.write(path, self.content(path))
        for path in self.some(files // 2):
            path.unlink()
        for path in self.some(files // 2):
            path.rename(path.with_name(self.new_name() + path.suffix))
        for path in self.some(files // 2):
            self.touch(path)
        self.rename_folder()
        for path in sorted(self.members):
            self.change_archive(path)

    def rename_folder(self):
        folder = self.folder / self.random.choice(SITES) / "2014"
        if folder.exists() and self.random.random() < 0.2:
            folder.rename(folder.with_name(f"рік-{self.number}"))

    def change_archive(self, path):
        chance, members = self.random.random(), self.members[path]
        if chance < 0.4:
            return
        for _ in range(self.random.randrange(4)):
            members[self.new_name()] = self.page()
        for name in self.random.sample(sorted(members), min(3, len(members))):
            act = self.random.choice(("change", "remove", "rename"))
            old = members.pop(name)
            if act != "remove":
                members[name if act == "change" else self.new_name()] = self.page() if act == "change" else old
        if chance > 0.9:
            self.exchange(path)
        elif chance > 0.85:
            other = path.with_name(f"архів {self.new_name()}{''.join(path.suffixes)}")
            path.rename(other)
            self.members[other] = self.members.pop(path)
        else:
            self.write_archive(path)

    def exchange(self, path):
        """A folder that is called as the archive was, and its members are called as they were."""
        members = self.members.pop(path)
        path.unlink()
        for name, content in members.items():
            self.write(path / name, content)

    def change_unseen(self, files):
        """Other bytes, but size and time as they were: only digests tell."""
        for path in self.some(files):
            content, status = path.read_bytes(), path.stat()
            path.write_bytes(content[::-1] if path.suffix == ".gz" else content.replace(b"0", b"7"))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def remove(self):
        shutil.rmtree(self.folder)


def packed(name, members):
    if name.endswith(".zip"):
        return zipped(members)
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for member, content in members.items():
            head = tarfile.TarInfo(member)
            head.size = len(content)
            tar.addfile(head, io.BytesIO(content))
    if not name.endswith(".zst"):
        return buffer.getvalue()
    return subprocess.run(["zstd", "-qc"], input=buffer.getvalue(), check=True, capture_output=True).stdout


def zipped(members):
    buffer = io.BytesIO()
    with contextlib.closing(zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)) as archive:
        for member, content in members.items():
            archive.writestr(zipfile.ZipInfo(member, (2020, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()
