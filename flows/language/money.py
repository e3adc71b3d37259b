"""Amounts as people write them: "12,5 jt", "12.500.000", "dua belas juta lima ratus", "500rb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flows.language.spelled import as_digits
from flows.language.understanding import Unclear, Understood, fold

MOST: Final = 100_000_000_000
"""Rupiah. Nobody's JHT is above a hundred billion: more is a typing mistake."""

_SCALES: Final = {
    "": 1, "perak": 1, "rupiah": 1, "rp": 1, "idr": 1,
    "rb": 1_000, "ribu": 1_000, "rebu": 1_000, "rbu": 1_000, "k": 1_000,
    "jt": 1_000_000, "juta": 1_000_000, "jta": 1_000_000, "jeti": 1_000_000, "jut": 1_000_000,
    "m": 1_000_000_000, "miliar": 1_000_000_000, "milyar": 1_000_000_000,
    "mliar": 1_000_000_000, "milliar": 1_000_000_000,
}  # fmt: skip
_SCALE_WORDS: Final = "|".join(sorted((s for s in _SCALES if s), key=len, reverse=True))
_GLUED: Final = re.compile(r"(?<=[a-z])(?=\d)")
_ROUND: Final = re.compile(rf"(\d[\d.,]*)\s?-?an (?={_SCALE_WORDS})")
""" "10an juta": about so many."""

_AMOUNT: Final = re.compile(
    r"(?P<sign>(?<!\w)(?:minus|min|-)\s?)?(?:(?P<rp>\b(?:rp|idr)\.?\s?)|(?<![\w/]))"
    r"(?P<number>\d[\d.,]*)"
    rf"(?:\s?(?P<scale>{_SCALE_WORDS})(?P<about>\s?-?an)?(?![a-z]))?"
)
_ABOUT: Final = re.compile(
    r"\b(?:sekitar|sekira|kira|kurang lebih|kisaran|antara|kayaknya|mungkin|an|hampir|lebih|"
    r"kurang|di ?atas|di ?bawah|dibawah|diatas|±|>|<|~)\b|[±<>~≤≥]"
)
_ABOVE: Final = re.compile(r"\b(?:lebih dari|di ?atas|lebih)\b|[>]")
_BELOW: Final = re.compile(r"\b(?:kurang dari|di ?bawah|hampir|nyaris)\b|[<]")
_EITHER: Final = re.compile(r"\b(?:lebih kurang|kurang lebih|plus minus)\b")
_NOTHING: Final = re.compile(
    r"(?:saldo(?:nya)? )?(?:0|nol|kosong|nihil|ga ada|gak ada|tidak ada|tdk ada|belum ada)"
)


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


def _amounts(text: str) -> Iterator[Amount]:
    for found in _AMOUNT.finditer(text):
        scale = found["scale"] or ""
        digits = found["number"]
        if scale and re.fullmatch(r"\d{1,3}[.,]\d{3}", digits.rstrip(".,")):
            number: float | None = float(digits.rstrip(".,").replace(",", "."))
        else:
            number = _plain_number(digits)
        if number is None:
            continue
        yield Amount(
            rupiah=min(round(number * _SCALES[scale]), 10**18),
            start=found.start(),
            end=found.end(),
            negative=bool(found["sign"]),
            has_unit=bool(scale or found["rp"]),
            approximate=bool(found["about"]),
        )


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


def amount_words(text: str) -> str:
    """The text as amounts are read in it: folded, number words as digits, glued units apart."""
    return as_digits(_ROUND.sub(r"± \1 ", _GLUED.sub(" ", fold(text))))


def find_rupiah(text: str) -> list[Amount]:
    """Amounts with a unit or all their zeros; their places are those in `amount_words(text)`."""
    words = amount_words(text)
    found = _joined(list(_amounts(words)), words)
    return [a for a in found if a.has_unit or a.rupiah >= 100_000]


def _bounded(rupiah: int, text: str) -> int:
    """One rupiah over for "lebih dari", one under for "kurang dari": the limit decides by side."""
    if _EITHER.search(text):
        return rupiah
    if _ABOVE.search(text):
        return rupiah + 1
    return rupiah - 1 if rupiah and _BELOW.search(text) else rupiah


def parse_rupiah(text: str) -> Understood[int] | Unclear:
    """An amount in rupiah. Never raises.

    Reasons: `not_an_amount`, `no_unit` ("12"), `two_amounts`, `negative`, `too_large`.
    "lebih dari 15 juta" is one rupiah more than 15 juta, so that a limit falls on the right side.
    """
    words = amount_words(text)
    if _NOTHING.fullmatch(words):
        return Understood(0)
    found = _joined(list(_amounts(words)), words)
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
        or bool(_ABOUT.search(words))
        or (not amount.has_unit and amount.rupiah < 100_000)
    )
    return Understood(_bounded(amount.rupiah, words), approximate)
