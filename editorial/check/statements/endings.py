"""Statements that speak of an end to come and do not have one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from editorial.check.context import Context, Finding
from editorial.check.statements.witnesses import read_statements

_MONTH: Final = (
    "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
)
_ENDS: Final = re.compile(
    r"\b(?:sampai|hingga)\s+(?:(?:dengan|akhir|tanggal|bulan|tahun|\d{1,2}"
    rf"|{_MONTH})\s+)*(?P<year>20\d\d)\b"
    r"|\b(?:selama|sepanjang)\s+(?:tahun\s+)?(?P<whole>20\d\d)\b"
    r"|\bsementara waktu\b|\buji coba\b"
    r"|\bmulai\s+(?:minggu|bulan|tahun)\s+depan\b"
    r"|\b(?:sampai|hingga)\s+(?:dengan\s+)?(?:akhir\s+(?:tahun|bulan)(?:\s+(?:ini|depan))?"
    rf"|(?:akhir\s+|bulan\s+)?(?:\d{{1,2}}\s+)?(?:{_MONTH}))\b"
    r"(?!\s+(?:lalu|kemarin|itu|tersebut|pajak|berikutnya|20\d\d|tahun\s+20\d\d))"
    r"|\b(?:untuk|khusus|selama|sepanjang)\s+(?:tahun|bulan)\s+ini\b"
    r"|(?<!bukan )(?<!tanpa )(?<!tidak ada )\bpromo\b",
    re.IGNORECASE,
)
"""What a sentence says of something that ends; in which year, if it says so."""
_NOT_YET: Final = re.compile(r"\bbelum\b[^,.;:]*$", re.IGNORECASE)
_EVERY_YEAR: Final = re.compile(r"\b(?:se)?tiap\b[^,.;:]*$", re.IGNORECASE)


def endless(context: Context) -> Iterator[Finding]:
    """A sentence that speaks of an end to come, without the last day on which it holds."""
    for doc, place, statement in read_statements(context):
        if statement.until is not None:
            continue
        for sentence in (statement.body, *statement.conditions):
            for end in _ends_to_come(context.filled(sentence), statement.checked_on):
                what = f"“{end}” akan lewat, tetapi `until` belum ada."
                todo = "Isi `until` (hari terakhir) dan `after` (kalimat sesudahnya)."
                yield Finding(doc.path, doc.body_line, place, what, todo)


def _ends_to_come(sentence: str, checked_on: date) -> Iterator[str]:
    """What a sentence says of an end that was to come when it was checked; "not seen until
    November 2026" tells of the check itself."""
    for found in _ENDS.finditer(sentence):
        year = found["year"] or found["whole"]
        is_past = year is not None and int(year) < checked_on.year
        before = sentence[: found.start()]
        if not (is_past or _NOT_YET.search(before) or _EVERY_YEAR.search(before)):
            yield found[0]
