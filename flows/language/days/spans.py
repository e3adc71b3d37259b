"""The days that the words of one date mean, in their usual spelling."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from flows.language.days.calendar import Span, Tense
from flows.language.days.grammar import items_in
from flows.language.days.items import Length, Near
from flows.language.days.meaning import meaning
from flows.language.days.said import TWO_DATES, UnclearError
from flows.language.days.time_words import ODD

_LEFT: Final = re.compile(
    rf"\d|<besoknya>|{re.escape(ODD)}|(?<!\S)<(?:kurang_dari|lebih_dari|hampir)> #|# kemudian"
)
_DENIED: Final = re.compile(r"<sangkal>|(?<!\S)(?:tidak|belum) (?:hari |tanggal |bulan )?#")
_EVENT: Final = re.compile(
    r"(?<!\S)(?:habis|setelah|sebelum|pas|waktu|saat|tanggal|hari) (?!#|terakhir)\S"
)
""" "Abis gajian kemarin": some day known to who says it, hardly yesterday."""

_JOIN: Final = re.compile(r" (?:atau|/) | (?=(?:awal|pertengahan|akhir) (?:bulan )?(?:m\d|bulan))")
_BETWEEN: Final = re.compile(r"(?:^|.* )antara (.+) (?:atau|/|dan|dengan|hingga|-) (.+)")
_APART: Final = 100
"""Days; two dates further apart than that are no beginning and end of one guess."""

_YEAR: Final = re.compile(r"(?:tahun )?(?:(?:19|20)\d\d|lalu|ini|depan)$")


def span_of(words: str, today: date, tense: Tense, *, durations: bool) -> Span:
    """The days the words mean. Raises UnclearError."""
    try:
        return _one_span(words, today, tense, durations=durations)
    except UnclearError as unclear:
        if unclear.reason != TWO_DATES:
            raise
        joined = _joined(words, today, tense)
        if joined is None:
            raise
        return joined


def _one_span(words: str, today: date, tense: Tense, *, durations: bool) -> Span:
    items, reasons, left = items_in(words)
    if not durations:
        items = tuple(item for item in items if not isinstance(item, Length) or item.way)
    if _DENIED.search(left):
        raise UnclearError("denied")
    if reasons:
        raise UnclearError(reasons[0])
    if not items:
        bare = re.fullmatch(r"\d{1,2}", words)
        raise UnclearError("no_month" if bare else "not_a_date")
    span = meaning(items, today, tense)
    if _LEFT.search(left) or (_EVENT.search(left) and all(isinstance(i, Near) for i in items)):
        raise UnclearError("leftover")
    return span


def _joined(words: str, today: date, tense: Tense) -> Span | None:
    """ "Agustus atau september", "akhir okt awal nov": two that touch, or "antara", are one."""
    between = _BETWEEN.fullmatch(words)
    pieces = between.groups() if between else [p for p in _JOIN.split(words) if p.strip()]
    if len(pieces) != 2:
        return None
    first, second = pieces
    if (year := _YEAR.search(second)) and not _YEAR.search(first):
        first = f"{first} {year[0]}"
    try:
        early, late = (_one_span(each, today, tense, durations=False) for each in (first, second))
    except UnclearError:
        return None
    apart = (late.first - early.last).days
    return Span(early.first, late.last) if 0 <= apart <= (_APART if between else 1) else None
