"""Amounts in a text, as people write them: digits and number words, with their units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Final

from flows.content.numbers import Hours, Unit, Value
from flows.language.numerals import Numerals
from flows.language.understanding import Folded, fold

_SCALES: Final = {"": 1, "rb": 10**3, "ribu": 10**3, "jt": 10**6, "juta": 10**6, "miliar": 10**9}
_UNITS: Final[Mapping[str, tuple[Unit, ...]]] = {
    "hari kerja": ("hari_kerja", "hari"),
    "hari": ("hari", "hari_kerja"),
    "bulan": ("bulan",),
    "bln": ("bulan",),
    "tahun": ("tahun",),
    "thn": ("tahun",),
    "kali": ("kali",),
    "%": ("persen",),
    "persen": ("persen",),
}
"""How a unit is written, and the units of numbers it may stand for."""

_QUANTITY: Final = re.compile(
    r"(?:(?P<rp>\brp\.?\s?)|(?<![\w.,/-]))(?P<n>\d+(?:[.,]\d+)*)"
    r"(?:\s?(?:(?P<scale>rb|ribu|jt|juta|miliar)\b"
    r"|(?P<unit>hari kerja|hari|bulan|bln|tahun|thn|kali|persen|%)(?!\w)))?"
    r"(?! ?\d{4}\b)"
)
_AGE: Final = re.compile(r"\b(?:usia|umur|berusia|berumur)\s+(?P<n>\d{2})\b(?!\s?(?:tahun|thn))")
_SPAN: Final = re.compile(
    r"(\d{1,2})[.:](\d{2})\s*(?:-|–|sampai|hingga|s/d|s\.d\.)\s*(\d{1,2})[.:](\d{2})"
)
_HIDDEN: Final = re.compile(r"\{[^{}]*\}|\]\([^)]*\)|https?://\S+")
"""Placeholders and addresses: no amounts in there."""

_EVERY: Final = re.compile(
    r"(?<!lewat )(?<!lebih dari )(?<!kurang dari )(?<!sampai )(?<!tunggu )(?<!menunggu )"
    r"(?<!selama )(?<!setelah )(?<!sesudah )(?<!lama )(?<!sedikit )\bse(?:hari|bulan|tahun)\b"
)
"""“Iuran sebulan” means every month; “lewat sebulan” is a wait."""

_MAYBE: Final = re.compile(
    r"\d|puluh|belas|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|setengah"
    r"|se(?:puluh|belas|ratus|hari|bulan|tahun|juta|ribu)",
    re.IGNORECASE,
)
"""Rows without any of these hold no amount: most rows, so this is what keeps the check fast."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount found in a row: as written, its value, and the units it may stand for."""

    written: str
    value: Value
    units: tuple[Unit, ...]


def amounts(row: str, numerals: Numerals) -> Iterator[Amount]:
    """The amounts in one row of text, number words included."""
    if not _MAYBE.search(row):
        return
    folded = fold(_HIDDEN.sub(" … ", row))
    text = numerals.as_digits(Folded(_EVERY.sub("…", folded)))
    for found in _SPAN.finditer(text):
        hour, minute, end_hour, end_minute = (int(part) % 60 for part in found.groups())
        span = Hours(time(hour % 24, minute), time(end_hour % 24, end_minute))
        yield Amount(found[0], span, ("jam",))
    for found in _AGE.finditer(text):
        yield Amount(found[0], int(found["n"]), ("tahun",))
    for found in _QUANTITY.finditer(_SPAN.sub(" … ", text)):
        amount = _amount(found)
        if amount is not None:
            yield amount


def _amount(found: re.Match[str]) -> Amount | None:
    written = found[0].strip()
    if found["rp"] or found["scale"]:
        number = _number(found["n"], grouped=not found["scale"])
        return Amount(written, int(number * _SCALES[found["scale"] or ""]), ("rupiah",))
    if not found["unit"]:
        return None
    units = _UNITS[found["unit"]]
    number = _number(found["n"], grouped=False)
    return Amount(written, number if units == ("persen",) else int(number), units)


def _number(digits: str, *, grouped: bool) -> Decimal:
    """Dots and commas as Indonesians use them: "15.000.000" grouped, "12,5" and "12.5" not."""
    if grouped or len(re.findall(r"[.,]", digits)) > 1:
        return Decimal(re.sub(r"[.,]", "", digits))
    return Decimal(digits.replace(",", "."))
