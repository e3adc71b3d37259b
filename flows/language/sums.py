"""Sums of money in a row of signs: "12 juta 500", "15-an juta", "10 sampai 15 juta"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flows.language import money_words as sign
from flows.language.money_words import RANGES_OF, Token

MOST: Final = 100_000_000_000
"""Rupiah. Nobody's JHT is above a hundred billion: more is a typing mistake."""

SUM: Final = "M"
BARE: Final = "B"
COUNT: Final = "O"
"""A number that counts something else: years, cards."""

MILLION: Final = 1_000_000
_WRITTEN_OUT: Final = 100_000
"""From here on a number without a unit is rupiah."""

_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")
_PLAIN: Final = re.compile(r"\d+(?:[.,]\d+)?")
_SHORT: Final = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_THREE: Final = re.compile(r"\d{3}")
_GROUP: Final = re.compile(r"\d{1,3}[.,]\d{3}")
_DAY: Final = re.compile(
    r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d|(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d"
)
_LONGEST: Final = 9
_ABOUT: Final = 0.05
_AROUND: Final = 0.1
_LEAST: Final = 1_000
_TWO: Final = 2
_AND: Final = "dan"
_OVER: Final = "S"
_PERCENT: Final = "persen"
_SHORT_UNIT: Final = "m"
_LARGEST_M: Final = 2_000_000_000
""" "15m" is rather a million meant than a billion."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What a quantity can mean, from `low` to `high`, in rupiah (of a bare number: in itself).

    `value` is the one of them it is taken for, `kind` its sign; `start` and `end` are places in the
    text. `written`: a bare number as it stands there. `scale`: its smallest unit.
    `word`: of a sign that is no quantity.
    """

    kind: str
    low: int
    high: int
    value: int
    start: int
    end: int
    approximate: bool = False
    written: str = ""
    scale: int = 0
    word: str = ""

    @property
    def exact(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def spanning(self, low: int, high: int, value: int) -> Sum:
        """The same, said vaguely."""
        return replace(self, low=low, high=high, value=value, approximate=True)


def number(written: str) -> float | None:
    """ "12.500.000", "12,500,000", "12,5", "12.500.000,00" → number; None when it is none."""
    if _GROUPED.fullmatch(written):
        mark = next((m for m in (written[-3:-2], written[-2:-1]) if m and not m.isdigit()), "")
        whole = written.rsplit(mark, 1)[0] if mark else written
        return float(re.sub(r"[.,]", "", whole))
    return float(written.replace(",", ".")) if _PLAIN.fullmatch(written) else None


def step(value: int) -> int:
    """How far what is said as so many may go on: 12 million a million, 20 million ten.

    Ten million goes on for one only: for more there is a word of its own, "belasan".
    """
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    led = value
    while led and led % _LEAST == 0:
        led //= _LEAST
    return place // 10 if led in {10, 100} else place


@dataclass(frozen=True, slots=True)
class _Written:
    """A number in a row of tokens, as far as its unit: `text` without gaps, `value` None when it
    could be two things; `so`: "-an" behind it, `over`: "sekian"; `end` is the token behind."""

    text: str
    value: float | None
    end: int
    so: bool = False
    over: bool = False


class Sums:
    """The quantities of one text, and its other signs between them."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._signs = "".join(token.sign for token in tokens) + " "
        self.items: list[Sum] = []
        at = 0
        while at < len(tokens):
            at = self._take(at)

    def _take(self, at: int) -> int:
        """The item that begins here is kept; where the next one begins."""
        signs = self._signs
        start = at + (signs[at] == sign.RUPIAH)
        if signs[start] == sign.NUMBER:
            return self._numbered(start, at)
        token = self._tokens[at]
        if signs[at : at + 2] == sign.MANY + sign.UNIT:
            scale = self._tokens[at + 1].scale
            low, below = (each * scale for each in RANGES_OF[token.word])
            self.items.append(Sum(SUM, low, below - 1, below - 1, *self._place(at, at + 2), True))
            return at + 2
        kind = sign.UNREAD if token.sign == sign.MANY else token.sign
        self.items.append(Sum(kind, 0, 0, 0, token.start, token.end, word=token.word))
        return at + 1

    def _place(self, at: int, end: int) -> tuple[int, int]:
        return self._tokens[at].start, self._tokens[end - 1].end

    def _numbered(self, at: int, begin: int) -> int:
        """A number with what belongs to it; where the next item begins."""
        told, signs = self._written(at), self._signs
        end, around = told.end, told.so
        money = begin < at
        if signs[end] in {"T", "%"} and not money:
            return self._counted(at, end)
        unit = self._tokens[end] if signs[end] == sign.UNIT else None
        made = _scaled(told.value, told.text, unit)
        so = told.so
        if unit:
            end += 1
            if signs[end] == sign.UNIT and self._tokens[end].scale == 1:
                end += 1
            if signs[end] == sign.SO:
                so, around, end = True, False, end + 1
        # "Juta ribu" is nothing.
        if made is None or (unit and signs[end] == sign.UNIT):
            self._unread(begin, end)
            return end
        scale = unit.scale if unit else 0
        doubtful = self._tokens[at].doubtful
        rupiah = money or scale == 1
        found = Sum(
            SUM if scale > 1 else BARE, made, made, made, *self._place(begin, end), doubtful,
            told.text, scale, sign.RUPIAH if rupiah else "",
        )  # fmt: skip
        if so and made:
            found = _soish(found, around=around)
        elif told.over and scale > 1:
            found = found.spanning(made + 1, made + scale - 1, made + 1)
        self._keep(found)
        return end

    def _written(self, at: int) -> _Written:
        """ "16 000 000" is one number, "2 puluhan" about 20, "15 sekian juta" more than 15."""
        words = [self._tokens[at].word]
        end = at + 1
        while self._signs[end] == sign.NUMBER and _THREE.fullmatch(self._tokens[end].word):
            words.append(self._tokens[end].word)
            end += 1
        spaced = len(words) > _TWO and len(words[0]) <= len(words[1]) and words[0].isdigit()
        text, end = (".".join(words), end) if spaced else (words[0], at + 1)
        value = number(text)
        if self._signs[end] == sign.MANY and value in range(1, 10):
            return _Written(text, _many(value or 0, self._tokens[end].word), end + 1, so=True)
        if self._signs[end] == sign.SO:
            return _Written(text, value, end + 1, so=True)
        if self._signs[end : end + 2] == _OVER + sign.UNIT:
            return _Written(text, value, end + 1, over=True)
        return _Written(text, value, end)

    def _counted(self, at: int, end: int) -> int:
        """ "56 tahun", "3 kartu": no money; a share, or what is paid each month, no balance."""
        before = self.items[-1] if self.items else None
        monthly = self._tokens[at].word == "1" and before and before.kind == SUM
        share = self._signs[end] == "%" or self._tokens[end].word == _PERCENT
        kind = "P" if share or monthly else COUNT
        self.items.append(Sum(kind, 0, 0, 0, *self._place(at, end + 1)))
        return end + 1

    def _unread(self, at: int, end: int) -> None:
        self.items.append(Sum(sign.UNREAD, 0, 0, 0, *self._place(at, end)))

    def _keep(self, found: Sum) -> None:
        """The quantity goes on the one before it, or stands for itself: "5 juta 200 ribu", "12 juta
        500", "15 juta lebih 200 ribu", "15 juta kurang 200 ribu"."""
        items = self.items
        way = items[-1].kind if items and (items[-1].kind in "ab" or items[-1].word == _AND) else ""
        before = items[-1 - bool(way)] if len(items) > bool(way) else None
        joined = _joined(before, found, less=way == "b") if before else None
        if joined:
            del items[len(items) - 1 - bool(way) :]
            items.append(joined)
            return
        # "Nomor 2", "usia 56".
        counts = found.kind == BARE and items and items[-1].kind == "u"
        items.append(replace(found, kind=COUNT) if counts else found)


def _joined(before: Sum, found: Sum, *, less: bool) -> Sum | None:
    """A sum and the smaller one that follows as one; None where they are two."""
    unit = before.scale
    if before.kind != SUM or not (before.exact and found.exact) or unit <= 1:
        return None
    add = found.value
    if found.kind == BARE:
        # "12 juta 500" is 12,5 million, as people say it.
        whole = unit == _LEAST and found.written.isdigit() and add < _LEAST
        if less or not (whole or _THREE.fullmatch(found.written)):
            return None
        add *= unit // _LEAST
    if not 0 < add < unit:
        return None
    total = before.value - add if less else before.value + add
    return replace(
        before, low=total, high=total, value=total, end=found.end, word=before.word,
        scale=found.scale if found.kind == SUM and not less else 1,
        approximate=before.approximate or found.approximate,
    )  # fmt: skip


def _many(value: float, word: str) -> float:
    return value + 10 if word == "belasan" else value * (10 if word == "puluhan" else 100)


def _scaled(value: float | None, written: str, unit: Token | None) -> int | None:
    """In rupiah; None where it could be two things: "15.000 ribu", "15m"."""
    if value is None:
        return None
    scale = unit.scale if unit else 1
    if scale > 1 and _GROUP.fullmatch(written):
        if scale < MILLION:
            return None
        value = float(written.replace(",", "."))
    made = min(round(value * scale), 10**18)
    return None if unit and unit.word == _SHORT_UNIT and made > _LARGEST_M else made


def _soish(found: Sum, *, around: bool) -> Sum:
    """ "16 jutaan" begins with 16; "15-an juta" is around 15, "20-an juta" twenty and more."""
    value = found.value
    up = value + step(value) - 1
    if not around:
        return found.spanning(value, up, value)
    return found.spanning(
        round(value * (1 - _AROUND)), max(up, round(value * (1 + _AROUND))), value
    )


def about(found: Sum) -> Sum:
    """Said with "kira-kira"."""
    if not found.exact or not found.value:
        return replace(found, approximate=True)
    value = found.value
    return found.spanning(round(value * (1 - _ABOUT)), round(value * (1 + _ABOUT)), value)


def resolved(found: Sum, *, asked: bool, alone: bool) -> Sum | None:
    """A bare number as rupiah: written out, or, where an amount is asked for, in millions.

    `alone`: nothing else is said that it may count.
    """
    written = found.written
    if found.value >= _WRITTEN_OUT:
        return None if _other_digits(written) and not found.word else replace(found, kind=SUM)
    # "Rp 20.500" is that much, but for a balance rather "20.500.000" cut short.
    if found.word and found.value >= _LEAST and not asked:
        return replace(found, kind=SUM)
    if found.value == 0 and found.high == 0 and number(written) == 0:
        return replace(found, kind=SUM)
    if not (asked and alone and _SHORT.fullmatch(written)):
        return None
    base = number(written) or 0.0
    if written[0] == "0" and base >= 1:
        return None
    value = round(base * MILLION)
    if found.exact:
        return replace(found, kind=SUM, low=value, high=value, value=value, approximate=True)
    scaled = replace(found, kind=SUM, low=value, high=value, value=value)
    return _soish(scaled, around=True)


def _other_digits(written: str) -> bool:
    """Whether digits in a row are rather a telephone or card number, or a day ("17081990")."""
    if not written.isdigit():
        return False
    if written[0] == "0" or (len(written) > _LONGEST and not written.endswith("000")):
        return True
    return bool(_DAY.fullmatch(written))
