"""Amounts as people write them: "12,5 jt", "12.500.000", "dua belas juta", "15jt lebih"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flows.language.amounts import money_words as sign
from flows.language.amounts.addends import added
from flows.language.amounts.bounds import Bounds
from flows.language.amounts.money_words import PART, RANGES_OF, MoneyWords
from flows.language.amounts.sums import Sums
from flows.language.counts.quantity import BARE, COUNT, MOST, SUM, Sum, resolved
from flows.language.numerals import Numerals
from flows.language.understanding import Folded, Unclear, Understood
from flows.language.wordlist import WordList

__all__ = ["MOST", "PART", "Amount", "Money"]

_LONGEST: Final = 400
"""Characters; what names one amount is shorter."""

_BETWEEN: Final = frozenset(("-", "/", "t", "|", "r"))
""" "10-15 juta", "5 atau 6 juta"."""

_AND: Final = "v"
_FROM: Final = "y"
_COUNTING: Final = frozenset((COUNT, "T", "u", sign.OTHER, "%"))
"""Where these are said, a bare number may count them, and two amounts may be two things."""

_WIDEST: Final = 20
"""A range from one to more than so many times as much is a misreading."""

_LESS: Final = 0.8
_MORE: Final = 1.25
"""How far what was said about so may be from what it exactly is."""

_MUCH: Final = frozenset("Ds")
_QUANTITIES: Final = frozenset((SUM, BARE))
_NEAR: Final = 6
_LAST_COUNT: Final = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount found in a text: rupiah, where it and its bounds stood, whether it is exact.

    `span`: the least and the most it can be.
    """

    rupiah: int
    start: int
    end: int
    approximate: bool
    span: tuple[int, int] | None = None


class Money:
    """Reads amounts with the words of one word list."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._words = MoneyWords(words, numerals)
        self._exact = words.pattern(PART.name, sign.EXACTLY)

    def words(self, folded: Folded) -> str:
        """A text as amounts are read in it: number words as digits, glued units apart."""
        return self._words.written(folded)

    def find(self, words: str) -> list[Amount]:
        """Amounts with a unit or all their zeros, and their places in these `words`; none that is
        denied, negative or only a part ("200 ribu per bulan")."""
        if not (any(map(str.isdigit, words)) or any(many in words for many in RANGES_OF)):
            return []
        items = _ranged(Sums(self._words.tokens(words)).items, asked=False)
        items = _resolved(items, asked=False)
        bounds = Bounds(items)
        return [
            _amount(found, *bounds.reach(at))
            for at, found in bounds.sums.items()
            if found.value <= MOST and not (
                bounds.doubtful(at) or bounds.refused(at) or _negative(items, at)
                or items[min(at + 1, len(items) - 1)].kind == "P"
            )
        ]  # fmt: skip

    def is_vague(self, folded: Folded) -> bool:
        """Whether only much or little is said: "lumayan banyak" is no amount, and none of several
        amounts to choose from."""
        signs = {token.sign for token in self._words.tokens(self._words.written(folded))}
        return bool(signs & _MUCH) and signs <= _MUCH | {sign.FILLER, sign.CLAUSE}

    def read(self, folded: Folded, *, asked: bool = False) -> Understood[int] | Unclear:
        """The one amount a text names, in rupiah. Never raises.

        asked: an amount is asked for, so "15" and "kira-kira 8" are millions.

        A bound gives a span: "lebih dari 15 juta" begins one rupiah above 15 million, and that is
        its value, so that a limit falls on the right side.
        Reasons: `not_an_amount`, `no_unit` ("12500"), `two_amounts`, `negative`, `too_large`,
        `bound` (a bound or negation beside it that is not understood), `leftover` (further digits),
        `other_amount` (a wage, a share, what is paid each month).
        """
        tokens = self._words.tokens(self._words.written(Folded(folded[:_LONGEST])))
        said = " ".join(token.word for token in tokens if token.sign not in {sign.FILLER, "c"})
        if said in self._words.nothing:
            return Understood(0)
        items = _ranged(Sums(tokens).items, asked=asked)
        items = _resolved(items, asked=asked)
        total = added(items) if asked else None
        if total:
            return Understood(total.value, True, _span(total))
        found = _one(items)
        return found if isinstance(found, Understood) else self._exactly(folded, asked) or found

    def _exactly(self, folded: Folded, asked: bool) -> Understood[int] | None:
        """ "Hampir 20 juta, tepatnya 19.650.000": the one behind such a word, where what is said
        before it is not far from it."""
        word = self._exact.search(folded)
        if word is None:
            return None
        near = self.read(Folded(folded[: word.start()]), asked=asked)
        exact = self.read(Folded(folded[word.end() :]), asked=asked)
        if not (isinstance(near, Understood) and isinstance(exact, Understood)) or exact.span:
            return None
        least, most = near.span or (near.value, near.value)
        return exact if least * _LESS <= exact.value <= most * _MORE else None


def _alone(items: Sequence[Sum]) -> bool:
    return all(item.kind not in _COUNTING for item in items)


def _resolved(items: Sequence[Sum], *, asked: bool) -> list[Sum]:
    """Bare numbers as rupiah where they can be."""
    alone = _alone(items)
    return [
        (resolved(item, asked=asked, alone=alone) or item) if item.kind == BARE else item
        for item in items
    ]


def _ranged(items: Sequence[Sum], *, asked: bool) -> list[Sum]:
    """Two quantities with "sampai" or "atau" between them as one that lies between."""
    out = list(items)
    at = 0
    while at < len(out):
        if out[at].kind in _QUANTITIES:
            near = range(at + 1, min(at + _NEAR, len(out)))
            second = next((k for k in near if out[k].kind in _QUANTITIES), None)
            made = _range(out, at, second, asked=asked) if second else None
            if second and made:
                out[at : second + 1] = [made]
                continue
        at += 1
    return out


def _range(items: Sequence[Sum], first: int, second: int, *, asked: bool) -> Sum | None:
    between = [item.kind for item in items[first + 1 : second] if item.kind not in {"f", "e"}]
    low, high = items[first], items[second]
    nearby = items[first - 1].kind if first else ""
    adjacent = second == first + 1
    joined = len(between) == 1 and (
        between[0] in _BETWEEN
        or (between[0] == _AND and any(item.kind == _FROM for item in items[:first]))
    )
    if not joined and not (adjacent and nearby not in {"T", "u"}):
        return None
    pair = _same_unit(low, high, asked=asked and _alone(items))
    if pair is None:
        return None
    low, high = pair
    unit = high.scale or low.scale or 1
    if adjacent and high.low - low.low != unit:
        return None
    if not low.low < high.high <= low.low * _WIDEST:
        return None
    top = max(high.high, high.value)
    return replace(
        high, kind=SUM, low=low.low, high=top, value=top if high.exact else high.value,
        start=low.start, approximate=True,
    )  # fmt: skip


def _same_unit(low: Sum, high: Sum, *, asked: bool) -> tuple[Sum, Sum] | None:
    """Both in rupiah: a bare number has the unit of the other, or is resolved."""
    if low.kind == high.kind == BARE:
        pair = (resolved(low, asked=asked, alone=asked), resolved(high, asked=asked, alone=asked))
        return (pair[0], pair[1]) if pair[0] and pair[1] else None
    if low.kind == BARE and high.scale:
        return _times(low, high.scale), high
    if high.kind == BARE and low.scale:
        return low, _times(high, low.scale)
    return (low, high) if low.kind == high.kind else None


def _times(item: Sum, scale: int) -> Sum:
    if not item.exact or "." in item.written or "," in item.written:
        value = round(float(item.written.replace(",", ".")) * scale) if item.exact else item.value
    else:
        value = item.value * scale
    return replace(item, kind=SUM, low=value, high=value, value=value, scale=scale)


def _one(items: Sequence[Sum]) -> Understood[int] | Unclear:
    """The one sum of a row of items."""
    bounds = Bounds(items)
    sums = bounds.sums
    kinds = {item.kind for item in items}
    if not sums:
        return Unclear("no_unit" if kinds & {BARE, sign.UNREAD} else "not_an_amount")
    if any(_negative(items, at) for at in sums):
        return Unclear("negative")
    if any(item.value > MOST for item in sums.values()):
        return Unclear("too_large")
    if kinds & {"L", "P", "%"} or any(bounds.refused(at) for at in sums):
        return Unclear("other_amount")
    if kinds & {BARE, sign.UNREAD}:
        return Unclear("leftover")
    if bounds.unread:
        return Unclear("bound")
    found = _agreed(bounds, alone=_alone(items))
    if found is None:
        return Unclear("two_amounts")
    # "2 kartu 9 juta" may be together or each.
    if COUNT in kinds:
        found = replace(found, approximate=True)
    # Of "10000001/10an" the round number lies outside of what both can mean.
    value = min(max(found.value, found.low), found.high) if found.approximate else found.value
    return Understood(value, found.approximate, _span(found))


def _agreed(bounds: Bounds, *, alone: bool) -> Sum | None:
    """What all the sums can mean: "lebih dari 10 juta, kurang dari 15 juta" is one amount."""
    sums = list({(each.low, each.high, each.value): each for each in bounds.sums.values()}.values())
    if len(sums) == 1:
        return sums[0]
    if len(sums) != _LAST_COUNT or not alone:
        return None
    below = [each for each in sums if each.low == 0 and not each.exact]
    other = [each for each in sums if each not in below]
    if len(below) != 1 or not (other[0].exact or other[0].high == MOST):
        return None
    low, high = other[0].low, min(below[0].high, other[0].high)
    if low > high:
        return None
    return other[0] if other[0].exact else other[0].spanning(low, high, high)


def _negative(items: Sequence[Sum], at: int) -> bool:
    """Whether a minus stands before it that is no dash between two things."""
    before = items[at - 1].kind if at else ""
    return before == sign.MINUS or (
        before == sign.DASH and (at == 1 or items[at - 2].kind not in {SUM, BARE, COUNT})
    )


def _span(found: Sum) -> tuple[int, int] | None:
    return (found.low, found.high) if found.approximate else None


def _amount(found: Sum, start: int, end: int) -> Amount:
    return Amount(found.value, start, end, found.approximate, _span(found))
