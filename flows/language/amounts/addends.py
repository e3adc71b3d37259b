"""Amounts of several cards as one: "3 juta sama 9 juta", "dua kartu masing-masing 5 juta"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from flows.language.amounts.money_words import CLAUSE, FILLER, OTHER
from flows.language.counts.quantity import COUNT, MOST, SUM, Sum

_CARDS: Final = frozenset(("kartu", "kpj", "tempat", "perusahaan"))
_JOINS: Final = frozenset(("dan", "dengan", "lan", "jeung", "plus", "+", "&", "tambah", "ditambah"))
_EACH_CARD: Final = frozenset(("masing", "masing masing", "per", "tiap", "setiap", "saban"))
_NOW: Final = "sekarang"
_WHICH: Final = frozenset(("yang", "satunya"))
_EACH: Final = "P"
_COUNTED: Final = "T"
_PLACE: Final = "u"
_THERE: Final = "d"
_ABOUT: Final = "e"
_PLAIN: Final = frozenset((SUM, COUNT, CLAUSE, FILLER, OTHER, _COUNTED, _PLACE, _THERE, _ABOUT))
"""Beside amounts that are added up nothing else may stand: a bound, a negation, a choice."""

_MOST_CARDS: Final = 9
_FEWEST: Final = 2
"""Amounts; with more of them one may be the sum of the others."""


def added(items: Sequence[Sum]) -> Sum | None:
    """The sum of what is named card by card; None where nothing says that these belong together.

    Always to be said back: two amounts may be an old and a new one as well.
    """
    sums = [item for item in items if item.kind == SUM]
    if not sums or any(not item.exact or not item.value for item in sums):
        return None
    if len(sums) > _FEWEST and (whole := _named_total(sums)):
        return whole
    if len(sums) == _FEWEST and _is_later(items):
        return replace(sums[-1], approximate=True)
    each = _times_each(items) if len(sums) == 1 else None
    if each is None and not (len(sums) > 1 and _belong(items, len(sums))):
        return None
    total = sums[0].value * each if each else sum(item.value for item in sums)
    if total > MOST:
        return None
    return replace(sums[0], low=total, high=total, value=total, end=sums[-1].end, approximate=True)


def _is_later(items: Sequence[Sum]) -> bool:
    """ "Tahun lalu 11 juta, sekarang 14 juta": the second amount is what there is now."""
    first, last = (at for at, item in enumerate(items) if item.kind == SUM)
    said = [item for item in items[first + 1 : last] if item.kind != CLAUSE]
    return any(item.word == _NOW for item in said) and all(item.kind == FILLER for item in said)


def _named_total(sums: Sequence[Sum]) -> Sum | None:
    """ "5 juta, satunya 3 juta, jadi 8 juta": the last, or the first, is all the others."""
    for whole, parts in ((sums[-1], sums[:-1]), (sums[0], sums[1:])):
        if whole.value == sum(part.value for part in parts):
            return replace(whole, approximate=True)
    return None


def _belong(items: Sequence[Sum], many: int) -> bool:
    """Whether as many cards as amounts are named, or a joining word stands between the amounts."""
    if any(not (item.kind in _PLAIN or item.word in _JOINS) for item in items):
        return False
    return (
        _named_cards(items) == many or _counts(items) in ([many], [1] * many) or _are_joined(items)
    )


def _named_cards(items: Sequence[Sum]) -> int:
    """How many cards are named; behind the first amount "yang baru" is a card, too."""
    first = next(at for at, item in enumerate(items) if item.kind == SUM)
    cards = sum(item.kind == _COUNTED and item.word in _CARDS for item in items)
    return cards + sum(bool(cards) and item.word in _WHICH for item in items[first:])


def _are_joined(items: Sequence[Sum]) -> bool:
    places = [at for at, item in enumerate(items) if item.kind == SUM]
    return all(
        any(item.word in _JOINS for item in items[before + 1 : at])
        for before, at in pairwise(places)
    )


def _times_each(items: Sequence[Sum]) -> int | None:
    """How many cards each have the one amount."""
    if any(item.kind not in _PLAIN | {_EACH} for item in items):
        return None
    each = [at for at, item in enumerate(items) if item.kind == _EACH]
    counts = _counts(items)
    if len(each) != 1 or len(counts) != 1 or not 1 < counts[0] <= _MOST_CARDS:
        return None
    word = items[each[0]].word
    behind = items[each[0] + 1].word if each[0] + 1 < len(items) else ""
    all_cards = word.startswith("masing") or behind in _CARDS
    return counts[0] if word in _EACH_CARD and all_cards else None


def _counts(items: Sequence[Sum]) -> list[int]:
    """The numbers of cards that are named: "2 kartu"."""
    return [
        int(item.written) for item in items
        if item.kind == COUNT and item.word in _CARDS and item.written.isdecimal()
    ]  # fmt: skip
