"""Sums of money in a row of signs: "12 juta 500", "15-an juta", "10 sampai 15 juta"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from flows.language.amounts import money_words as sign
from flows.language.amounts.money_words import RANGES_OF, Token
from flows.language.counts.quantity import BARE, COUNT, MILLION, SUM, THOUSAND, Sum, number, soish

_THREE: Final = re.compile(r"\d{3}")
_GROUP: Final = re.compile(r"\d{1,3}[.,]\d{3}")
_TWO: Final = 2
_HUNDREDS: Final = 100
_AND: Final = "dan"
_OVER: Final = "S"
_HALF: Final = "0,5"
_PERCENT: Final = "persen"
_TIMES: Final = ("kali", "x")
_PART: Final = "P"
_SHORT_UNIT: Final = "m"
_LARGEST_M: Final = 2_000_000_000
""" "15m" is rather a million meant than a billion."""


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
        if token.word in _TIMES and signs[at + 1] == sign.NUMBER and self._after_sum():
            kind = _PART
        self.items.append(Sum(kind, 0, 0, 0, token.start, token.end, word=token.word))
        return at + 1

    def _after_sum(self) -> bool:
        return bool(self.items) and self.items[-1].kind == SUM

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
            found = soish(found, around=around)
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
            many = _many(value or 0, self._tokens[end].word)
            # "Lima ratusan" may be thousands, or millions.
            told = many < _HUNDREDS or self._signs[end + 1] == sign.UNIT
            return _Written(f"{many:.0f}", many if told else None, end + 1, so=True)
        if self._signs[end] == sign.SO:
            return _Written(text, value, end + 1, so=True)
        if self._signs[end : end + 2] == _OVER + sign.UNIT:
            return _Written(text, value, end + 1, over=True)
        return _Written(text, value, end)

    def _counted(self, at: int, end: int) -> int:
        """ "56 tahun", "3 kartu": no money; a share, or what is paid each month, no balance."""
        monthly = self._tokens[at].word == "1" and self._after_sum()
        share = self._signs[end] == "%" or self._tokens[end].word in {_PERCENT, *_TIMES}
        kind = _PART if share or monthly else COUNT
        number, what = self._tokens[at].word, self._tokens[end].word
        place = self._place(at, end + 1)
        self.items.append(Sum(kind, 0, 0, 0, *place, written=number, word=what))
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
        # "Nomor 2", "usia saya 56", "kartu cuma satu".
        ahead = next((item.kind for item in reversed(items) if item.kind != sign.FILLER), "")
        counts = found.kind == BARE and ahead in {"u", "T"}
        items.append(replace(found, kind=COUNT) if counts else found)


def _joined(before: Sum, found: Sum, *, less: bool) -> Sum | None:
    """A sum and the smaller one that follows as one; None where they are two."""
    unit = before.scale
    if before.kind != SUM or not (before.exact and found.exact) or unit <= 1:
        return None
    add = found.value
    if found.written == _HALF:
        add = unit // 2
    elif found.kind == BARE:
        # "12 juta 500" is 12,5 million, as people say it.
        whole = unit == THOUSAND and found.written.isdigit() and add < THOUSAND
        if less or not (whole or _THREE.fullmatch(found.written)):
            return None
        add *= unit // THOUSAND
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
