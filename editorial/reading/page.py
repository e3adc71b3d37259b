"""Reads one content file: YAML, or Markdown with YAML front matter. Every value stays text.

PyYAML's node graph is used instead of its loader, so that the line of every key and item is known
and `no`, `040` or `2026-11-20` reach the model exactly as the editor wrote them (see
docs/decisions/yaml-as-text.md). Windows files (BOM, CRLF) are read like any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import yaml

from editorial.problems import Problem
from editorial.reading.yaml_faults import (
    control_character,
    not_utf8,
    tabs,
    too_deep,
    unopened,
    yaml_fault,
)
from flows.content.brief import short_of, without_mark

Loc = tuple[str | int, ...]

DEEPEST: Final = 20
"""How many lists and parts may lie in each other; our own files need five."""

_FENCE: Final = "---"
_INDENT: Final = re.compile(r"^[ \-?:]+", re.MULTILINE)
_Loader: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NO_LINES: Final[Mapping[Loc, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Doc:
    """One file as read. `data` holds dicts, lists and texts; an empty value is None.

    `lines` gives the line (from 1) of each key or item by its path, `body` the Markdown below the
    front matter and `body_line` the line where it starts. `problems` is what stood in the way.
    """

    path: str
    data: Any = None
    lines: Mapping[Loc, int] = field(default_factory=lambda: _NO_LINES)
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the YAML part could be read at all."""
        return self.data is not None

    def line(self, *loc: str | int) -> int:
        """The line of a key or item, or of the nearest thing around it that has one."""
        for end in range(len(loc), 0, -1):
            if loc[:end] in self.lines:
                return self.lines[loc[:end]]
        return 1

    def get(self, *loc: str | int) -> Any:
        """The raw value at `loc`; None where there is none."""
        value = self.data
        for key in loc:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return None
        return value

    def text(self, *loc: str | int) -> str | None:
        """The text at `loc`; None where there is none or it is no text."""
        value = self.get(*loc)
        return value if isinstance(value, str) else None

    def texts(self, *loc: str | int) -> list[tuple[str, int]]:
        """The texts of the list at `loc`, each with its line."""
        value = self.get(*loc)
        if not isinstance(value, list):
            return []
        return [
            (item, self.line(*loc, index))
            for index, item in enumerate(value)
            if isinstance(item, str)
        ]

    def pairs(self, *loc: str | int) -> list[tuple[str, str, int]]:
        """Key, text and line of the mapping at `loc`."""
        value = self.get(*loc)
        if not isinstance(value, dict):
            return []
        return [
            (key, text, self.line(*loc, key))
            for key, text in value.items()
            if isinstance(text, str)
        ]


def read_yaml(path: Path, shown: str) -> Doc:
    """Reads a YAML file; `shown` is the path as editors know it."""
    text, problem = _decode(path, shown)
    if problem:
        return Doc(shown, problems=(problem,))
    return _parse(text, shown, first_line=1)


def read_page(path: Path, shown: str) -> Doc:
    """Reads a Markdown file with front matter."""
    text, problem = _decode(path, shown)
    if problem:
        return Doc(shown, problems=(problem,))
    rows = text.split("\n")
    fences = [number for number, row in enumerate(rows) if row.rstrip() == _FENCE][:2]
    if not fences or fences[0] != 0 or len(fences) < 2:
        return Doc(shown, problems=(_no_front_matter(shown, bool(fences[:1] == [0])),))
    front = "\n".join(rows[1 : fences[1]]) + "\n"
    below = rows[fences[1] + 1 :]
    blank = next((n for n, row in enumerate(below) if row.strip()), 0)
    body = "\n".join(below[blank:]).rstrip()
    doc = _parse(front, shown, first_line=2)
    return Doc(shown, doc.data, doc.lines, body, fences[1] + 2 + blank, doc.problems)


def in_parts(doc: Doc) -> dict[str, str]:
    """The short beginning of its text, and the whole without the mark between them."""
    return {"short": short_of(doc.body), "body": without_mark(doc.body)}


def _decode(path: Path, shown: str) -> tuple[str, Problem | None]:
    try:
        raw = path.read_bytes()
    except OSError:
        return "", unopened(shown)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return "", not_utf8(shown, raw, error)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, control_character(shown, text)


def _no_front_matter(shown: str, opened: bool) -> Problem:
    what = "Baris `---` penutup tidak ada." if opened else "Bagian keterangan di atas tidak ada."
    return Problem(
        "bagian-atas",
        shown,
        1,
        "bagian atas berkas",
        what,
        "Mulai berkas dengan baris `---`, lalu keterangan (`stands_on`, …), "
        "lalu baris `---` lagi, baru teksnya.",
    )


def _parse(text: str, shown: str, first_line: int) -> Doc:
    found_tabs = tabs(shown, text, first_line)
    if found_tabs:
        return Doc(shown, problems=found_tabs)
    try:
        deep = _too_deep(text)
        if deep is not None:
            return Doc(shown, problems=(too_deep(shown, deep + first_line),))
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Doc(shown, problems=(yaml_fault(shown, text, error, first_line),))
    reader = _NodeReader(shown, first_line, has_escapes="\\" in text)
    data = reader.read(node, ()) if node is not None else {}
    if data is None:
        data = {}  # a lone `---` is as empty as an empty file
    if reader.confusing:
        data = None
    return Doc(shown, data, reader.lines, problems=tuple(reader.problems))


def _too_deep(text: str) -> int | None:
    """The line (from 0) on which parts lie too deep in each other; None where none do.

    Composing such a file would end the whole process: the parser goes down with the parts.
    """
    if not _may_be_deep(text):
        return None
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark.line if event.start_mark else 0
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def _may_be_deep(text: str) -> bool:
    """Whether parts could lie too deep: a column, or a bracket, opens at most two of them.

    Few files could, so that most are parsed once.
    """
    columns = max(map(len, _INDENT.findall(text)), default=0) + 1
    return 2 * (columns + text.count("[") + text.count("{")) > DEEPEST


class _NodeReader:
    """Turns one node graph into dicts, lists and texts, remembering lines."""

    def __init__(self, shown: str, first_line: int, *, has_escapes: bool) -> None:
        """`has_escapes`: a value may hold what the text itself does not."""
        self.shown = shown
        self.first_line = first_line
        self.has_escapes = has_escapes
        self.lines: dict[Loc, int] = {}
        self.problems: list[Problem] = []
        self.confusing = False
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, loc: Loc) -> Any:
        line = node.start_mark.line + self.first_line
        self.lines.setdefault(loc, line)
        if id(node) in self._seen:
            self._refuse("anchor", line, "Tanda `&` dan `*` milik YAML dipakai untuk menyalin isi.")
            return None
        self._seen.add(id(node))
        if node.tag.startswith("!"):
            self._refuse("tag", line, f"Nilai ini mulai dengan `{node.tag}`, tanda khusus YAML.")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, loc)
        if isinstance(node, yaml.SequenceNode):
            return [self.read(item, (*loc, n)) for n, item in enumerate(node.value)]
        self._escaped(str(node.value), line)
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, loc: Loc) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                self._refuse("tag", line, "Nama kunci harus satu kata, bukan daftar.")
                continue
            key = str(key_node.value)
            self._escaped(key, line)
            if key in out:
                self._duplicate(key, line, self.lines[(*loc, key)])
                continue
            self.lines[(*loc, key)] = line
            out[key] = self.read(value_node, (*loc, key))
        return out

    def _duplicate(self, key: str, line: int, first: int) -> None:
        self.problems.append(
            Problem(
                "kunci-ganda",
                self.shown,
                line,
                f"kunci `{key}`",
                f"Kunci `{key}` sudah ada di baris {first}.",
                "Hapus salah satu, atau beri nama lain.",
            )
        )

    def _escaped(self, text: str, line: int) -> None:
        """Notes a character that belongs in no text, written as `"\0"` or the like."""
        problem = control_character(self.shown, text, line) if self.has_escapes else None
        if problem is not None:
            self.problems.append(problem)
            self.confusing = True

    def _refuse(self, kind: str, line: int, what: str) -> None:
        self.confusing = True
        todo = "Apit nilainya dengan tanda kutip, atau tulis isinya sekali lagi."
        self.problems.append(Problem(f"yaml-{kind}", self.shown, line, "", what, todo))


def _scalar(node: yaml.Node) -> str | None:
    """The text as written; an empty value (`expires:`) means "not filled in"."""
    text = str(node.value)
    return text if text or getattr(node, "style", None) else None
