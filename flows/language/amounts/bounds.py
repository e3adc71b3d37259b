"""Bounds around a sum: "lebih dari", "tidak sampai", "15 juta ke bawah", and what denies them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from flows.language.amounts import money_words as sign
from flows.language.counts.quantity import COUNT, MOST, SUM, Sum, about, step

_DENIES: Final = "nz"
_NOT_YET: Final = "z"
_ABOUT: Final = "e"
_SLIGHTLY: Final = "s"
_THERE: Final = "d"
_NEAR: Final = "hH"
_REACHES: Final = "rC"
_BEFORE: Final = "aAbWhHgkrC"
_BEHIND: Final = "aAbWhgkrCqwS"
_STRONG: Final = frozenset((*"nzabhgkS", sign.HIDDEN))
"""Unread beside an amount, these could turn it round."""

_BETWEEN: Final = frozenset((sign.FILLER, _ABOUT, _SLIGHTLY, _THERE))
_FARTHEST: Final = 5
_ALMOST: Final = 0.9
_LEAST_STEP: Final = 1_000
"""Rupiah. "12.345.678 lebih" is some more, too."""

_ALREADY: Final = "sudah"
_PLUS: Final = "+"
_ALONG: Final = frozenset({"dengan", "dan", "maupun", "ataupun", "atau"})
_TAKEN: Final = "l"


@dataclass
class Bounds:
    """The sums of one row of items with their bounds; `sums` by their place in the row.

    `unread`: a bound or a negation belongs to nothing, or bounds contradict each other.
    """

    items: Sequence[Sum]
    sums: dict[int, Sum] = field(default_factory=dict)
    bounded: set[int] = field(default_factory=set)
    read: set[int] = field(default_factory=set)
    unread: bool = False

    def __post_init__(self) -> None:
        places = [at for at, item in enumerate(self.items) if item.kind in {SUM, COUNT}]
        before = {at: self._before(at) for at in places}
        behind = {at: self._behind(at) for at in places}
        for at in places:
            self._bound(at, before[at], behind[at])
        self._correct()
        self.unread = self.unread or any(
            item.kind in _STRONG and at not in self.read for at, item in enumerate(self.items)
        )

    def _correct(self) -> None:
        """ "Bukan 15 juta, 13 juta" is the one that is not denied; "bukan 5 juta sama 8 juta" is
        neither."""
        wrong = [at for at in self.sums if self.denied(at)]
        if len(wrong) == 1 and len(self.sums) > 1 and not self._goes_on(wrong[0]):
            self.read.add(self._skip(wrong[0] - 1, -1))
            del self.sums[wrong[0]]

    def _goes_on(self, at: int) -> bool:
        """Whether the next sum is denied along with this one."""
        following = min((each for each in self.sums if each > at), default=at)
        return bool(_ALONG.intersection(item.word for item in self.items[at + 1 : following]))

    def denied(self, at: int) -> bool:
        """Whether a negation right before this sum was not understood."""
        here = self._skip(at - 1, -1)
        return self._kind(here) in _DENIES and here not in self.read

    def doubtful(self, at: int) -> bool:
        """Whether a bound or a negation right beside this sum was not understood."""
        before, behind = self._skip(at - 1, -1), self._skip(at + 1, 1)
        if self._kind(before) in _STRONG and before not in self.read:
            return True
        # Behind it a negation begins something else: "saldo 12 juta kok tidak bisa klaim".
        return self._kind(behind) in _STRONG.difference(_DENIES) and behind not in self.read

    def refused(self, at: int) -> bool:
        """Whether it was or will be taken out, and is no balance."""
        return self._kind(self._skip(at - 1, -1)) == _TAKEN

    def reach(self, at: int) -> tuple[int, int]:
        """Where this sum and its bounds begin and end in the text."""
        first = last = at
        while (here := self._skip(first - 1, -1)) in self.read:
            first = here
        while (here := self._skip(last + 1, 1)) in self.read:
            last = here
        return self.items[first].start, self.items[last].end

    def _kind(self, at: int) -> str:
        return self.items[at].kind if 0 <= at < len(self.items) else " "

    def _skip(self, at: int, way: int, over: frozenset[str] = _BETWEEN) -> int:
        """The next place, going `way`, whose sign is more than filler."""
        for _ in range(_FARTHEST):
            if self._kind(at) not in over:
                break
            at += way
        return at

    def _has(self, kind: str, start: int, end: int) -> bool:
        return any(self._kind(at) == kind for at in range(start, end))

    def _before(self, at: int) -> tuple[str, bool] | None:
        """The bound in front of a sum, and whether it is denied."""
        here = self._skip(at - 1, -1)
        kind = self._kind(here)
        if kind in _BEFORE:
            further = self._skip(here - 1, -1)
            if kind in _REACHES and self._kind(further) in _NEAR:
                self.read.add(here)
                kind, here = self._kind(further), further
                further = self._skip(here - 1, -1)
            denied = self._kind(further) in _DENIES
            if kind == "r" and not denied:
                said = {self.items[k].word for k in range(further + 1, here)}
                kind = "C" if _ALREADY in said else kind
            self.read.update((here, further) if denied else (here,))
            return kind, denied
        if kind == _NOT_YET or (kind in _DENIES and self._has(_THERE, here, at)):
            self.read.add(here)
            return "r", True
        return None

    def _behind(self, at: int) -> tuple[str, bool] | None:
        """The bound behind a sum, and whether it is denied."""
        here = self._skip(at + 1, 1, _BETWEEN | {sign.CLAUSE, sign.SLASH})
        kind = self._kind(here)
        if here in self.read:
            return None
        if kind in _DENIES:
            bound = self._skip(here + 1, 1)
            if self._kind(bound) in _BEHIND and bound not in self.read:
                self.read.update((here, bound))
                return self._kind(bound), True
            # "15 juta ga ada"; with more behind it, something else is not there: "ga ada hp".
            if self._has(_THERE, here, bound) and bound >= len(self.items):
                self.read.add(here)
                return "r", True
            return None
        if kind not in _BEHIND:
            return None
        if self.items[here].word == _PLUS and self._kind(here + 1) == SUM:
            return None
        self.read.add(here)
        return ("C" if kind == "r" else "S" if kind == "a" else kind), False

    def _bound(
        self, at: int, before: tuple[str, bool] | None, behind: tuple[str, bool] | None
    ) -> None:
        item = self.items[at]
        if item.kind != SUM:
            return
        # What was said as a range has its bounds already.
        spans = [_span(item, *told) for told in (before, behind) if told]
        self.sums[at] = item
        if spans:
            low, high, value = _together([span for span in spans if span])
            if None in spans or low > high or (not item.exact and item.low != item.value):
                self.unread = True
                return
            self.bounded.add(at)
            self.sums[at] = item.spanning(low, high, value)
        elif self._has(_ABOUT, self._back(at), at) or self._has(_ABOUT, at, self._on(at)):
            self.sums[at] = about(item)

    def _back(self, at: int) -> int:
        return self._skip(at - 1, -1) + 1

    def _on(self, at: int) -> int:
        return self._skip(at + 1, 1)


_Span = tuple[int, int, int]
"""Low, high, and the value it is taken for."""


def _span(item: Sum, bound: str, denied: bool) -> _Span | None:
    """What a bound makes of a sum; None where it means nothing."""
    value = item.value
    if bound in "aA":
        return (0, value, value) if denied else (value + 1, MOST, value + 1)
    if bound == "S":
        upper = value + max(step(value), _LEAST_STEP) - 1
        return (0, value, value) if denied else (value + 1, upper, value + 1)
    if bound in "bW":
        return (value, MOST, value) if denied else (0, value - 1, value - 1)
    if bound == "r" and not denied:
        # "Sampai 15 juta" may be as much as that, or that much at last.
        return round(value * _ALMOST), round(value / _ALMOST), value
    if bound in _REACHES:
        return (0, value - 1, value - 1) if denied else (value, MOST, value)
    if denied:
        return None
    if bound in _NEAR:
        return round(value * _ALMOST), value - 1, value - 1
    return (value, MOST, value) if bound in "gq" else (0, max(value, item.high), value)


def _together(spans: Sequence[_Span]) -> _Span:
    """What all of them allow."""
    if not spans:
        return 1, 0, 0
    low, high = max(span[0] for span in spans), min(span[1] for span in spans)
    inside = [span[2] for span in spans if low <= span[2] <= high]
    return low, high, inside[0] if inside else high
