"""A spelling that is a usual word itself: somebody's answer would mean something else, or turn
round.

A layer ("bukan" answers like "tidak") may go on from a usual word of everybody's spellings; nothing
may lead back. A layer that lists a word under itself (``pekerja: pekerja``) keeps it apart on
purpose.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from editorial.check.context import Context, Finding
from editorial.reading.page import Doc
from flows.ears import PARTS
from flows.language import choices
from flows.language.wordlist import ways_of

_SHARED: Final = ("ejaan",)
_ANSWERING: Final = ("menyangkal", "selesai")
_BOTH: Final = "Satu kata tidak bisa punya dua arti."


@dataclass(frozen=True, slots=True)
class Row:
    """`word` stands left of a colon in the table `at`, `spellings` right of it; or is listed in the
    group `at`, which has none."""

    at: tuple[str, ...]
    word: str
    spellings: tuple[str, ...]
    line: int

    @property
    def place(self) -> str:
        """Where it stands, for an editor."""
        listed = self.at[-1] in _ANSWERING
        return f"bagian `{'.'.join(self.at if listed else (*self.at, self.word))}`"


class Rows:
    """All rows: in order, by the usual word, and by each spelling."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.all = tuple(rows)
        self.of_word: defaultdict[str, list[Row]] = defaultdict(list)
        self.of_spelling: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self.all:
            self.of_word[row.word].append(row)
            for spelling in dict.fromkeys(row.spellings):
                self.of_spelling[spelling].append(row)


def turned_spellings(context: Context) -> Iterator[Finding]:
    """Spellings that are usual words, or that lead back to the word they come from."""
    doc = context.draft.words
    if doc is None:
        return
    rows = Rows(_rows(doc))
    answers = {row.word: row for row in _answers(doc)}
    for row in rows.all:
        for spelling in dict.fromkeys(row.spellings):
            if spelling != row.word:
                yield from _turned(doc, row, spelling, rows, answers)


def _turned(
    doc: Doc, row: Row, spelling: str, rows: Rows, answers: Mapping[str, Row]
) -> Iterator[Finding]:
    alike = rows.of_word.get(spelling, [])
    usual = next((other for other in alike if _clashes(row, spelling, other)), None)
    if usual is None and row.at[0] in {*_SHARED, choices.PART.name}:
        usual = answers.get(spelling)
        same = answers.get(row.word)
        if usual and same and usual.at == same.at != (choices.AGREEING.name,):
            usual = None
    if usual is not None:
        what = f"“{spelling}” ditulis sebagai ejaan `{row.word}`, padahal di {usual.place} "
        what += f"(baris {usual.line}) “{spelling}” punya arti sendiri."
        todo = f"{_BOTH} Hapus “{spelling}” dari `{row.word}`, "
        todo += f"atau hapus `{spelling}` di baris {usual.line}."
        yield Finding(doc.path, row.line, row.place, what, todo)
        return
    back = _way_back(row, spelling, rows) if row.at != _SHARED else None
    if back is not None:
        what = f"Di sini “{spelling}” menjadi “{row.word}”, padahal di {back.place} "
        what += f"(baris {back.line}) “{row.word}” menjadi “{back.word}” lagi."
        todo = f"Ejaannya berputar. Hapus “{spelling}” di sini, "
        todo += f"atau hapus “{row.word}” di baris {back.line}."
        yield Finding(doc.path, row.line, row.place, what, todo)


def _clashes(row: Row, spelling: str, other: Row) -> bool:
    """Whether `spelling` of `row`, the usual word of `other`, is so in a table read together.

    A circle between two tables is told where the layer closes it.
    """
    if spelling in other.spellings:
        return False
    circle = row.at != other.at and row.word in other.spellings
    return not circle and (row.at == _SHARED or row.at[0] == other.at[0])


def _way_back(row: Row, spelling: str, rows: Rows) -> Row | None:
    """The row through which the usual word of `row` becomes `spelling` again."""
    seen: set[str] = set()
    first = rows.of_spelling.get(row.word, [])
    ahead = [(row.word, other) for other in first]
    while ahead:
        word, other = ahead.pop()
        if other.word == word:
            continue
        if other.word == spelling:
            return first[0]
        if other.word not in seen:
            seen.add(other.word)
            ahead += [(other.word, more) for more in rows.of_spelling.get(other.word, [])]
    return None


def _rows(doc: Doc) -> Iterator[Row]:
    """Every row of every table of spellings, everybody's first."""
    tables: list[tuple[str, ...]] = [(part.name,) for part in PARTS if part.kind == "spellings"]
    tables += [(part.name, table) for part in PARTS for table in part.tables]
    for at in sorted(tables, key=lambda at: at != _SHARED):
        table: Any = doc.get(*at)
        for word, others in table.items() if isinstance(table, dict) else ():
            if isinstance(others, str):
                told = tuple(others.lower().split())
                yield Row(at, str(word), told, doc.line(*at, word))


def _answers(doc: Doc) -> Iterator[Row]:
    """What answers turn on without having spellings of its own: "ada", "berhasil"."""
    agreeing: Any = doc.get(choices.AGREEING.name)
    for word in agreeing if isinstance(agreeing, dict) else ():
        at = (choices.AGREEING.name,)
        yield Row(at, str(word), (), doc.line(*at, word))
    for group in _ANSWERING:
        line = doc.line(choices.PART.name, group)
        for word in ways_of(doc.text(choices.PART.name, group) or ""):
            yield Row((choices.PART.name, group), word, (), line)
