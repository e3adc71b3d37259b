"""Access to one content folder: which files it has, what they hold, what was wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from editorial.problems import Problem, listed, meant
from editorial.reading.explain import MAPPING, build
from editorial.reading.page import Doc, read_page, read_yaml
from editorial.reading.yaml_faults import unopened
from flows.content.guide import Page
from flows.content.visible import is_visible

P = TypeVar("P", bound=Page)

FOLDERS: Final = (
    "guides",
    "faq",
    "troubles",
    "numbers",
    "papers",
    "pictures",
    "voices",
    "replies",
    "drawn",
    "statements",
)
FILES: Final = (
    "menu.yaml",
    "messages.yaml",
    "words.yaml",
    "words-trust.yaml",
    "offices.yaml",
    "gaya.yaml",
    "calo.yaml",
    "sources.yaml",
    "GAYA.md",
    "README.md",
)
FILE_ID: Final = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
KEY_ID: Final = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*")

_UNUSED: Final = "Tidak dipakai oleh bot."
_LEFT_BEHIND: Final = re.compile(r"^[.~].*|.*~$|^(thumbs\.db|desktop\.ini)$", re.IGNORECASE)
"""What editors and Windows leave lying about; never reported."""


class Folder:
    """One content folder. `problems` grows while it is read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def shown(self, rel: str) -> str:
        """The path as editors know it."""
        return f"{self.root.as_posix()}/{rel}" if rel != "." else self.root.as_posix()

    def rel(self, path: Path) -> str:
        """The path below the folder, with `/`."""
        return path.relative_to(self.root).as_posix()

    def note(self, kind: str, path: str, line: int, place: str, what: str, todo: str) -> None:
        """Adds one error; `path` is as shown."""
        self.problems.append(Problem(kind, path, line, place, what, todo))

    def unopened(self, rel: str, kind: str = "Berkas") -> None:
        """Notes a file or folder (`kind`) that cannot be opened."""
        self.problems.append(unopened(self.shown(rel), kind))

    def _listed(self, folder: Path) -> list[tuple[Path, str]] | None:
        """What stands in a folder, in order, each with its kind; None when it cannot be opened."""
        try:
            return [(path, _kind(path)) for path in sorted(folder.iterdir())]
        except OSError:
            self.unopened(self.rel(folder), "Folder")
            return None

    def top_level(self) -> bool:
        """Notes what lies in the folder without belonging there; False if it cannot be opened or
        holds nothing of a content folder."""
        there = self._listed(self.root)
        names = {path.name for path, _ in there or ()}
        if names and names.isdisjoint({*FOLDERS, *FILES}):
            what = "Ini bukan folder isi: tidak ada satu pun bagian isi di dalamnya."
            todo = "Periksa seluruh isi sekaligus: `python bot.py check content`."
            self.note("berkas", self.root.as_posix(), 1, "", what, todo)
            return False
        for path, kind in there or ():
            known = FOLDERS if kind == "folder" else FILES
            if path.name not in known and not _LEFT_BEHIND.match(path.name):
                todo = f"{meant(path.name, known)}Ganti namanya, atau hapus."
                self.note("berkas-asing", self.shown(path.name), 1, "", _UNUSED, todo)
        return there is not None

    def entries(self, rel: str, *endings: str) -> Iterator[Path]:
        """What stands in a sub-folder, in order; without endings only folders are wanted."""
        folder = self.root / rel
        if _kind(folder) != "folder":
            return
        for path, kind in self._listed(folder) or ():
            if _LEFT_BEHIND.match(path.name):
                continue
            if path.suffix in endings and kind == "berkas" if endings else kind == "folder":
                yield path
                continue
            if kind == "berkas" and path.name.endswith(tuple(f"{each}.txt" for each in endings)):
                self._misended(path)
                continue
            wanted = f"berkas {listed(endings)}" if endings else "folder"
            todo = f"Di sini hanya {wanted}. Ganti akhiran namanya, pindahkan, atau hapus."
            self.note("berkas-asing", self.shown(self.rel(path)), 1, "", _UNUSED, todo)

    def _misended(self, path: Path) -> None:
        """Notes a file to whose name Windows has added an ending."""
        what = f"Akhiran nama berkas ini salah: `{path.name}`."
        todo = (
            f"Ganti namanya menjadi `{path.stem}`. Windows menyembunyikan `.txt`: di File Explorer "
            "pilih View, Show, File name extensions."
        )
        self.note("berkas-asing", self.shown(self.rel(path)), 1, "", what, todo)

    def yaml(self, rel: str) -> Doc | None:
        """A YAML file; None when there is none."""
        path = self.root / rel
        if _kind(path) != "berkas":
            return None
        doc = read_yaml(path, self.shown(rel))
        self.problems += doc.problems
        return doc

    def pairs(self, rel: str) -> Doc | None:
        """A YAML file of keys with their values; None when there is none.

        One that holds something else counts as not readable: nothing in it is where it belongs.
        """
        doc = self.yaml(rel)
        if doc is None or not doc.readable or isinstance(doc.data, dict):
            return doc
        problem = Problem("nilai", doc.path, 1, "", *MAPPING)
        self.problems.append(problem)
        return Doc(doc.path, problems=(problem,))

    def start_of(self, path: Path, length: int) -> bytes | None:
        """How a file begins; None when it cannot be opened (noted)."""
        try:
            with path.open("rb") as file:
                return file.read(length)
        except OSError:
            self.unopened(self.rel(path))
            return None

    def page(self, path: Path) -> Doc:
        """A Markdown file with front matter."""
        doc = read_page(path, self.shown(self.rel(path)))
        self.problems += doc.problems
        return doc

    def check_id(self, name: str, path: str, line: int, pattern: re.Pattern[str]) -> None:
        """Notes a name that cannot be an id."""
        if not pattern.fullmatch(name):
            sign = "`_`" if pattern is KEY_ID else "`-`"
            what = f"Nama `{name}` tidak bisa dipakai."
            todo = f"Pakai huruf kecil, angka, dan {sign} saja, tanpa spasi."
            self.note("nama", path, line, "", what, todo)

    def model(self, model: type[P], doc: Doc, place: str, page_id: str, **given: Any) -> P | None:
        """The model of a page; None when something is wrong with it (noted)."""
        if not doc.readable:
            return None
        given = {"id": page_id, "body": doc.body, **given}
        page, problems = build(model, doc, place=place, **given)
        self.problems += problems
        if not is_visible(doc.body):
            todo = "Tulis teksnya di bawah baris `---` yang kedua."
            self.note("teks-kosong", doc.path, doc.body_line, place, "Teksnya belum ada.", todo)
            return None
        return None if doc.problems else page


def _kind(path: Path) -> str:
    """`folder`, `berkas` or nothing. What cannot be told is a file: opening it tells why."""
    try:
        return "folder" if path.is_dir() else "berkas" if path.is_file() else ""
    except OSError:
        return "berkas"
