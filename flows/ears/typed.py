"""A text as it was typed, and the texts that stand in it: its pieces, what is told of whom."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Final, Self

from flows.ears.hearing import Hearing
from flows.ears.pieces import MOST_PARTS, MOST_STATEMENTS, parts_of, questions_of
from flows.language.normalise import Stems
from flows.language.people.holder import named_as
from flows.language.people.whose import ME, Told, of
from flows.language.understanding import Folded, fold

LONG: Final = 1000
"""Characters; a longer text that is not understood is asked for again, shorter."""

PAUSE: Final = ","

NO: Final = frozenset({"tidak", "bukan", "salah"})
"""What denies by itself, in the usual spelling; "belum, soalnya ..." answers."""

SHORT: Final = 3
""" "Bukan tanggal itu, ...": words up to which a denial says nothing else."""


@dataclass(frozen=True, eq=False)
class Typed:
    """A text (masked) and how it came.

    `masked` names what was masked in it, `message_id` is 0 where there is no message. `written`:
    the day it was written, if not `today`. `holder`: whose savings it is written for, where that is
    not the writer.
    """

    text: str
    ears: Hearing
    today: date
    masked: frozenset[str] = frozenset()
    forwarded: bool = False
    message_id: int = 0
    written: date | None = None
    holder: str = ""
    _read: dict[Folded, Self] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def folded(self) -> Folded:
        """Lower case, one space between words, nothing invisible: what every reader takes."""
        return fold(self.text)

    @cached_property
    def spelled(self) -> tuple[str, ...]:
        """Its words in their usual spelling, typing mistakes corrected, phrases joined."""
        return self.ears.normaliser.spelled(self.folded)

    @cached_property
    def stems(self) -> Stems:
        """The stems of its words."""
        return self.ears.normaliser.stemmed(self.spelled)

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        return len(self.folded.split())

    @property
    def quoted(self) -> str:
        """As much of it as is kept."""
        return self.text[:LONG]

    @property
    def is_long(self) -> bool:
        """Too long to be read as one question."""
        return len(self.text) > LONG

    @property
    def said_on(self) -> date:
        """The day its words count from: the one it was written on."""
        return self.written or self.today

    @cached_property
    def mended(self) -> Self:
        """The same without what its own words take back: "5 september, eh 5 oktober"."""
        return self._with(self.ears.mending.read(self.folded))

    @cached_property
    def behind_no(self) -> Self | None:
        """ "Bukan, 20 november", "tidak, masih aktif": what stands behind the pause; None where
        nothing is denied before it."""
        before, pause, behind = self.folded.partition(PAUSE)
        # "Bukan 15, 25 november" says what is wrong, and is read as a whole.
        named = any(map(str.isdigit, before))
        if not (pause and behind.strip()) or named or NO.isdisjoint(self.spelled[:1]):
            return None
        short = len(self._with(Folded(before)).spelled) <= SHORT
        return self._with(Folded(behind.strip())) if short else None

    def after(self, earlier: str) -> Self:
        """The same words as what goes on from an earlier text."""
        return replace(self, text=f"{earlier} {self.text}")

    @cached_property
    def parts(self) -> tuple[Self, ...]:
        """What is said between its commas and full stops; none where that is one, or a story."""
        return self._each_of(parts_of(self.folded), MOST_PARTS)

    @cached_property
    def statements(self) -> tuple[Self, ...]:
        """The same, cut where something else is told ("terus") as well, and of a story, too."""
        said = (each for part in parts_of(self.folded) for each in self.ears.facts.cut(part))
        return self._each_of(tuple(said), MOST_STATEMENTS)

    def _each_of(self, said: tuple[Folded, ...], most: int) -> tuple[Self, ...]:
        return tuple(map(self._with, said)) if 1 < len(said) <= most else ()

    @cached_property
    def questions(self) -> tuple[Self, ...]:
        """Its questions, where it asks more than one: "10 persen? pajaknya? berapa lama?"."""
        asked = () if self.is_long else questions_of(self.text)
        return tuple(replace(self, text=each) for each in asked)

    @cached_property
    def matters(self) -> tuple[Self, ...]:
        """What it asks for one after the other, with or without question marks."""
        return tuple(replace(self, text=each) for each in self.ears.asking.matters(self.folded))

    @cached_property
    def pieces(self) -> tuple[Told, ...]:
        """Its pieces, each with whom it is told of."""
        return self.ears.whose.told(self.folded, of_another=bool(self.holder))

    @property
    def member(self) -> frozenset[str | None]:
        """Of whom what is told is told of the member: the writer, or who they write for."""
        return frozenset({None, *(named_as(self.holder) if self.holder else (ME,))})

    @cached_property
    def others(self) -> frozenset[str]:
        """Other people than the member of whom something is told."""
        return frozenset(
            each.who for each in self.pieces if each.who and each.who not in self.member
        )

    @cached_property
    def own(self) -> Self | None:
        """What is told of the member; None where all of it is told of others."""
        return self.told_of(self.member)

    def told_of(self, who: Collection[str | None]) -> Self | None:
        """What is told of some of the people it is about; None where that is nothing."""
        if all(each.who in who for each in self.pieces):
            return self
        text = of(self.pieces, who)
        return self._with(text) if self.ears.whose.says(text) else None

    def spelled_part(self, said: Folded) -> tuple[str, ...]:
        """The words of a part of it in their usual spelling."""
        return self._with(said).spelled

    def _with(self, said: Folded) -> Self:
        if said == self.folded:
            return self
        return self._read.setdefault(said, replace(self, text=said))
