"""Access to one content folder: which files it has, what they hold, what was wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from editorial.problems import Problem, listed, meant
from editorial.reading.explain import build
from editorial.reading.page import Doc, read_page, read_yaml
from flows.content.guide import Page

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
)
FILES: Final = (
    "menu.yaml",
    "messages.yaml",
    "words.yaml",
    "words-trust.yaml",
    "offices.yaml",
    "gaya.yaml",
    "calo.yaml",
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
        return f"{self.root.as_posix()}/{rel}"

    def rel(self, path: Path) -> str:
        """The path below the folder, with `/`."""
        return path.relative_to(self.root).as_posix()

    def note(self, kind: str, path: str, line: int, place: str, what: str, todo: str) -> None:
        """Adds one error; `path` is as shown."""
        self.problems.append(Problem(kind, path, line, place, what, todo))

    def top_level(self) -> None:
        """Notes what lies in the folder without belonging there."""
        for path in sorted(self.root.iterdir()):
            known = FOLDERS if path.is_dir() else FILES
            if path.name not in known and not _LEFT_BEHIND.match(path.name):
                todo = f"{meant(path.name, known)}Ganti namanya, atau hapus."
                self.note("berkas-asing", self.shown(path.name), 1, "", _UNUSED, todo)

    def entries(self, rel: str, *endings: str) -> Iterator[Path]:
        """What stands in a sub-folder, in order; without endings only folders are wanted."""
        folder = self.root / rel
        if not folder.is_dir():
            return
        for path in sorted(folder.iterdir()):
            if _LEFT_BEHIND.match(path.name):
                continue
            if path.suffix in endings and path.is_file() if endings else path.is_dir():
                yield path
                continue
            wanted = f"berkas {listed(endings)}" if endings else "folder"
            todo = f"Di sini hanya {wanted}. Ganti akhiran namanya, pindahkan, atau hapus."
            self.note("berkas-asing", self.shown(self.rel(path)), 1, "", _UNUSED, todo)

    def yaml(self, rel: str) -> Doc | None:
        """A YAML file; None when there is none."""
        path = self.root / rel
        if not path.is_file():
            return None
        doc = read_yaml(path, self.shown(rel))
        self.problems += doc.problems
        return doc

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
        page, problems = build(model, doc, place=place, id=page_id, body=doc.body, **given)
        self.problems += problems
        if not doc.body.strip():
            todo = "Tulis teksnya di bawah baris `---` yang kedua."
            self.note("teks-kosong", doc.path, doc.body_line, place, "Teksnya belum ada.", todo)
            return None
        return None if doc.problems else page
