"""Words of time in one spelling: "kmrn", "taun", "nopember", "sebulan yg lalu"."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz, process

from flows.language.spelled import as_digits
from flows.language.understanding import fold

_MONTHS: Final = {
    "januari": 1, "jan": 1, "january": 1, "jnuari": 1, "februari": 2, "feb": 2, "peb": 2,
    "pebruari": 2, "febuari": 2, "february": 2, "maret": 3, "mar": 3, "mrt": 3, "march": 3,
    "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "jun": 6, "june": 6, "juli": 7,
    "jul": 7, "july": 7, "agustus": 8, "agu": 8, "agt": 8, "ags": 8, "agst": 8, "agus": 8,
    "agts": 8, "aug": 8, "august": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10,
    "okt": 10, "oct": 10, "october": 10, "november": 11, "nov": 11, "nop": 11, "nopember": 11,
    "desember": 12, "des": 12, "dec": 12, "december": 12,
}  # fmt: skip
_LONG_MONTHS: Final = tuple(name for name in _MONTHS if len(name) >= 5)
_DAYS: Final = {
    "senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jumat": 4, "jum'at": 4, "jmt": 4,
    "sabtu": 5, "ahad": 6,
}  # fmt: skip
_SAME: Final = {
    "kemaren": "kemarin", "kmrn": "kemarin", "kmren": "kemarin", "kmarin": "kemarin",
    "kemren": "kemarin", "wingi": "kemarin", "kamari": "kemarin",
    "bln": "bulan", "bl": "bulan", "buln": "bulan", "blan": "bulan", "bulanan": "bulan",
    "thn": "tahun", "th": "tahun", "taun": "tahun", "tahunan": "tahun",
    "mgg": "minggu", "mggu": "minggu", "mngg": "minggu", "pekan": "minggu", "mingguan": "minggu",
    "hr": "hari", "hri": "hari", "harian": "hari", "dina": "hari",
    "tgl": "tanggal", "tg": "tanggal", "tggl": "tanggal", "tngl": "tanggal", "tanggl": "tanggal",
    "lalu": "lalu", "lewat": "lalu", "silam": "lalu", "dulu": "lalu", "lalunya": "lalu",
    "dpn": "depan", "lg": "lagi", "skrg": "sekarang", "skrng": "sekarang", "akhr": "akhir",
    "ahir": "akhir", "awl": "awal", "tengah": "pertengahan", "barusan": "tadi",
}  # fmt: skip
_SKIP: Final = frozenset({"yg", "yang", "sekitar", "kira", "udah", "sudah", "an", "pada", "di"})
_PARTS: Final = re.compile(r"\d+(?:,\d+)?|[a-z']+|[-/.]|[^\sa-z\d]")
_NUMBERED_MONTH: Final = re.compile(
    r"\bbulan (1[0-2]|[1-9])\b(?! (?:hari|minggu|bulan|tahun|lalu|kemarin|lagi))"
)
_KNOWN: Final = frozenset(
    {"tanggal", "bulan", "tahun", "minggu", "kemarin", "pertengahan", "sekarang", "besok", "depan"}
)

_FEAST: Final = re.compile(
    r"\b(?:lebaran|idul \w+|idulfitri|iduladha|puasa|ramadhan|ramadan|natal|imlek|nyepi|waisak|"
    r"agustusan|tujuhbelasan|pemilu|pilkada)\b"
)
"""Days that move with the year: what is said beside them ("lebaran kemarin") is no day."""


def canonical(text: str) -> str:
    """One spelling for every word of time; months become "m8", weekdays "w0".

    Empty when a feast is named.
    """
    if _FEAST.search(fold(text)):
        return ""
    out: list[str] = []
    for part in _PARTS.findall(as_digits(fold(text).replace("jum'at", "jumat"))):
        word = _SAME.get(part, part)
        if word in _SKIP:
            continue
        if word in _MONTHS:
            word = f"m{_MONTHS[word]}"
        elif word in _DAYS:
            word = f"w{_DAYS[word]}"
        elif len(word) >= 5 and word.isalpha() and word not in _KNOWN:
            near = process.extractOne(word, _LONG_MONTHS, scorer=fuzz.ratio, score_cutoff=80)
            word = f"m{_MONTHS[near[0]]}" if near else word
        out.append(word)
    words = " ".join(out).replace("hari minggu", "w6")
    return _NUMBERED_MONTH.sub(r"m\1", words)
