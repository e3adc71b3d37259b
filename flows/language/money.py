"""Amounts as people write them: "12,5 jt", "12.500.000", "dua belas juta lima ratus", "500rb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flows.language.numerals import Numerals
from flows.language.understanding import Folded, Unclear, Understood
from flows.language.wordlist import Part, WordList

MOST: Final = 100_000_000_000
"""Rupiah. Nobody's JHT is above a hundred billion: more is a typing mistake."""

_SCALES: Final = {"rupiah": 1, "ribu": 1_000, "juta": 1_000_000, "miliar": 1_000_000_000}

PART: Final = Part(
    "uang", groups=("kira_kira", "lebih", "kurang", "lebih_kurang", "nihil"), tables=("satuan",),
    only={"satuan": tuple(_SCALES)},
)  # fmt: skip
_GLUED: Final = re.compile(r"(?<=[a-z])(?=\d)")


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount found in a text: rupiah, where it stood, and whether a unit made it sure."""

    rupiah: int
    start: int
    end: int
    negative: bool
    has_unit: bool
    approximate: bool


def _plain_number(written: str) -> float | None:
    """ "12.500.000", "12,500,000", "12,5", "12.500.000,00" → number; None when it is none."""
    written = written.rstrip(".,")
    grouped = re.fullmatch(
        r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?", written
    )
    if grouped:
        mark = written[-3] if not written[-3].isdigit() else ""
        mark = mark or (written[-2] if not written[-2].isdigit() else "")
        whole = written.rsplit(mark, 1)[0] if mark else written
        return float(re.sub(r"[.,]", "", whole))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", written):
        return float(written.replace(",", "."))
    return None


def _joined(amounts: list[Amount], text: str) -> list[Amount]:
    """ "5 juta 200 ribu" is one amount; "12 juta 500" means 12,5 juta as people say it."""
    out: list[Amount] = []
    for now in amounts:
        before = out[-1] if out else None
        gap = text[before.end : now.start].strip() if before else "x"
        if before and gap in {"", "dan", "lebih"} and before.has_unit and not now.negative:
            add = now.rupiah
            if not now.has_unit and add < 1_000 and before.rupiah >= 1_000_000:
                add *= 1_000
            if add < before.rupiah and before.rupiah % 1_000 == 0 and add < 1_000_000_000:
                out[-1] = Amount(
                    before.rupiah + add,
                    before.start,
                    now.end,
                    before.negative,
                    True,
                    now.approximate,
                )
                continue
        out.append(now)
    return out


class Money:
    """Reads amounts with the words of one word list."""

    def __init__(self, words: WordList, numerals: Numerals) -> None:
        self._numerals = numerals
        units = words.table(PART.name, "satuan")
        self._scales = {
            "": 1,
            **_SCALES,
            **{typed: _SCALES[word] for word in _SCALES for typed in words.others(word)},
            **{typed: _SCALES[told[0]] for typed, told in units.items()},
        }
        scale = "|".join(sorted(filter(None, self._scales), key=len, reverse=True))
        # "10an juta": about so many.
        self._round = re.compile(rf"(\d[\d.,]*)\s?-?an (?={scale})")
        self._amount = re.compile(
            r"(?P<sign>(?<!\w)(?:minus|min|-)\s?)?(?:(?P<rp>\b(?:rp|idr)\.?\s?)|(?<![\w/]))"
            rf"(?P<number>\d[\d.,]*)(?:\s?(?P<scale>{scale})(?P<about>\s?-?an)?(?![a-z]))?"
        )
        self._about = re.compile(rf"{words.any_of(PART.name, 'kira_kira')}\b|[±<>~≤≥]")
        self._above = re.compile(rf"{words.any_of(PART.name, 'lebih')}\b|>")
        self._below = re.compile(rf"{words.any_of(PART.name, 'kurang')}\b|<")
        self._either = words.pattern(PART.name, "lebih_kurang")
        self._nothing = re.compile(rf"(?:saldo(?:nya)? )?{words.any_of(PART.name, 'nihil')}")

    def words(self, folded: Folded) -> str:
        """A text as amounts are read in it: number words as digits, glued units apart."""
        apart = self._round.sub(r"± \1 ", _GLUED.sub(" ", folded))
        return self._numerals.as_digits(Folded(apart))

    def find(self, words: str) -> list[Amount]:
        """Amounts with a unit or all their zeros, and their places in these `words`."""
        found = _joined(list(self._amounts(words)), words)
        return [a for a in found if a.has_unit or a.rupiah >= 100_000]

    def read(self, folded: Folded) -> Understood[int] | Unclear:
        """The one amount a text names, in rupiah. Never raises.

        Reasons: `not_an_amount`, `no_unit` ("12"), `two_amounts`, `negative`, `too_large`.
        "lebih dari 15 juta" is one rupiah more than 15 juta, so that a limit falls on the right
        side.
        """
        words = self.words(folded)
        if self._nothing.fullmatch(words):
            return Understood(0)
        found = _joined(list(self._amounts(words)), words)
        with_unit = [a for a in found if a.has_unit or a.rupiah >= 1_000]
        if len({a.rupiah for a in with_unit}) > 1 or (with_unit and len(found) > 1):
            return Unclear("two_amounts")
        if not with_unit:
            return Unclear("no_unit" if found else "not_an_amount")
        amount = with_unit[0]
        if amount.negative:
            return Unclear("negative")
        if amount.rupiah > MOST:
            return Unclear("too_large")
        approximate = (
            amount.approximate
            or bool(self._about.search(words))
            or (not amount.has_unit and amount.rupiah < 100_000)
        )
        return Understood(self._bounded(amount.rupiah, words), approximate)

    def _amounts(self, text: str) -> Iterator[Amount]:
        for found in self._amount.finditer(text):
            scale = found["scale"] or ""
            digits = found["number"]
            if scale and re.fullmatch(r"\d{1,3}[.,]\d{3}", digits.rstrip(".,")):
                number: float | None = float(digits.rstrip(".,").replace(",", "."))
            else:
                number = _plain_number(digits)
            if number is None:
                continue
            yield Amount(
                rupiah=min(round(number * self._scales[scale]), 10**18),
                start=found.start(),
                end=found.end(),
                negative=bool(found["sign"]),
                has_unit=bool(scale or found["rp"]),
                approximate=bool(found["about"]),
            )

    def _bounded(self, rupiah: int, text: str) -> int:
        """One rupiah over for "lebih dari", one under for "kurang dari": a limit goes by side."""
        if self._either.search(text):
            return rupiah
        if self._above.search(text):
            return rupiah + 1
        return rupiah - 1 if rupiah and self._below.search(text) else rupiah
