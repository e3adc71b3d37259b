"""Number words beside words of time: "lima belas", "dua ribu dua puluh lima", "sebulan"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

_ONES: Final = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"
)  # fmt: skip
_VALUE: Final = {
    **{word: number for number, word in enumerate(_ONES)},
    "sepuluh": 10,
    "sebelas": 11,
    "seratus": 100,
    "seribu": 1000,
}
_TIMES: Final = {"belas": 1, "puluh": 10, "ratus": 100, "ribu": 1000}
WORDS: Final = frozenset((*_VALUE, *_TIMES))
"""Every word that a number is made of."""

_MONTH: Final = re.compile(r"m\d+")
"""A month as words of time spell it."""

_FEW: Final = 4
"""Words between a month and the day behind it: "agustus kemarin , tepatnya tanggal ..."."""

UNITS: Final = ("hari", "minggu", "bulan", "tahun")
_ONE_OF: Final = ("se", "sa", "s")
_SHORTEST_UNIT: Final = 4
"""Letters of a unit behind a bare "s": "sbulan"; "sbl" is "sebelum"."""


def split(word: str, usual: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """ "Limabelas", "seminggu", "kedua" in their pieces; None for any other word."""
    for end in _TIMES:
        start = word.removesuffix(end)
        ones = usual.get(start, (start,))
        if start != word and len(ones) == 1 and ones[0] in _ONES:
            return (ones[0], end)
    for one in _ONE_OF:
        unit = word.removeprefix(one)
        told = usual.get(unit, (unit,))
        short = one == "s" and len(unit) < _SHORTEST_UNIT
        if unit != word and len(told) == 1 and told[0] in UNITS and not short:
            return ("satu", told[0])
    told = usual.get(word[2:], (word[2:],))
    if word.startswith("ke") and len(told) == 1 and _VALUE.get(told[0], 0) > 0:
        return (f"k{_VALUE[told[0]]}",)
    return None


def as_digits(words: Sequence[str]) -> list[str]:
    """Words with every number word as digits; what stands apart stays apart."""
    out: list[str] = []
    at = 0
    while at < len(words):
        if words[at] not in _VALUE:
            out.append(words[at])
            at += 1
            continue
        numbers, after = _numbers(words, at)
        if len(numbers) == 2 and max(numbers) < 10 and words[at - 1 : at] == ("tahun",):
            # "Tahun sembilan delapan".
            numbers = [numbers[0] * 10 + numbers[1]]
        elif words[at - 1 : at] == ("tanggal",) and _has_month(words, at - 1, after):
            numbers = _day(numbers)
        out.extend(map(str, _years(numbers)))
        at = after
    return _halves(out)


def _has_month(words: Sequence[str], before: int, after: int) -> bool:
    """Whether a month stands before or right behind a day: "m5 tanggal ...", "... bulan 5"."""
    beside = (*words[max(before - _FEW, 0) : before], *words[after : after + 1])
    return any(word == "bulan" or _MONTH.fullmatch(word) for word in beside)


def _day(numbers: list[int]) -> list[int]:
    """ "Tiga satu" is the 31st; "satu dua" may be one or the other."""
    if len(numbers) != 2 or max(numbers) > 9:
        return numbers
    tens, ones = numbers
    return [tens * 10 + ones] if tens * 10 + ones in range(1, 32) and ones != tens + 1 else numbers


def _numbers(words: Sequence[str], at: int) -> tuple[list[int], int]:
    """The numbers of a run of number words, each as long as it can be."""
    numbers: list[int] = []
    while at < len(words) and words[at] in _VALUE:
        total, room, left = 0, 10_000, at
        while at < len(words) and words[at] in _VALUE:
            value, size = _piece(words, at)
            if not 0 < value < room and not (value == 0 and at == left):
                break
            total, at = total + value, at + size
            room = _room(value)
        numbers.append(total)
    return numbers, at


def _piece(words: Sequence[str], at: int) -> tuple[int, int]:
    """The value of one place of a number, and how many words it takes."""
    value = _VALUE[words[at]]
    times = words[at + 1] if at + 1 < len(words) else ""
    if times in _TIMES and 0 < value < 10:
        return (value + 10 if times == "belas" else value * _TIMES[times]), 2
    return value, 1


def _room(value: int) -> int:
    """What may still follow in the same number."""
    for size in (1000, 100, 10):
        if value >= size and value % size == 0:
            return size if size > 10 or value >= 20 else 0
    return 0


def _years(numbers: list[int]) -> list[int]:
    """ "Sembilan belas delapan puluh", "dua ribu dua lima" and "dua nol dua lima" are years."""
    out: list[int] = []
    at = 0
    while at < len(numbers):
        one, two = numbers[at], numbers[at + 1] if at + 1 < len(numbers) else -1
        four = numbers[at : at + 4]
        if len(four) == 4 and max(four) < 10 and four[:2] in ([1, 9], [2, 0]):
            out.append(int("".join(map(str, four))))
            at += 4
        elif one in {19, 20} and 10 <= two < 100:
            out.append(one * 100 + two)
            at += 2
        elif one in {19, 20} and len(four) > 2 and max(four[1:3]) < 10:
            out.append(one * 100 + two * 10 + four[2])
            at += 3
        elif 2000 < one < 2010 and 0 <= two < 10:
            out.append(2000 + (one - 2000) * 10 + two)
            at += 2
        else:
            out.append(one)
            at += 1
    return out


def _halves(words: list[str]) -> list[str]:
    """ "Setengah" as 0,5: of a number before it, of a unit behind it or before it."""
    out: list[str] = []
    for word in words:
        if word != "setengah":
            out.append(word)
        elif out and out[-1].isdigit():
            out[-1] += ",5"
        elif len(out) > 1 and out[-1] in UNITS and out[-2].isdigit():
            out[-2] += ",5"
        else:
            out.append("0,5")
    return out
