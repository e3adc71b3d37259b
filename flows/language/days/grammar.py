"""Which words name which piece of a date: patterns over words of time in one spelling.

The most specific form first, and each word is used once: `PLACE` stands where one was.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from flows.language.days import pieces
from flows.language.days.calendar import Tense
from flows.language.days.items import Item, Near, Toward
from flows.language.days.pieces import Made

PLACE: Final = "#"

_RECENT: Final = 32
"""Texts whose pieces are remembered: one text is asked for its day, its length, what is bare."""

_NUM: Final = r"\d{1,3}(?:,\d+)?"
_UNIT: Final = r"(hari|minggu|bulan|tahun)"
_BOUND: Final = r"(?:<(kurang_dari|lebih_dari|hampir)> )?"
_LENGTH: Final = (
    rf"{_BOUND}({_NUM}|beberapa)(?: (?:(?:-|/|atau|hingga|\.) )?(\d{{1,2}}))? {_UNIT}"
    rf"(?: (?:dan |lebih )?({_NUM}) {_UNIT})?(?: (lebih|kurang))?"
    r"(?: (?:sedikit|dikit))?"
)
_WHICH: Final = r"(lalu|kemarin|ini|sekarang|depan|nanti|besok)(?: lalu)?"
_SEP: Final = r"(?: [-/.])? "
_JOIN: Final = r"(?:-|hingga|atau|dan|/)"


def _always(item: Item) -> Callable[[re.Match[str]], Made]:
    return lambda _found: (item,)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, and what is made of what it finds."""

    pattern: re.Pattern[str]
    make: Callable[[re.Match[str]], Made]


_F: Final = r"f_(?P<feast>[a-z_]+)"
_PART: Final = r"(awal|pertengahan|akhir)(?: \1)?"
_DATED: Final = (
    r"(?= (?:hari |tanggal |bulan |tahun |malam |awal |akhir |pertengahan )*(?:f_|[mw]\d|\d|#))"
)
_LAST_NIGHT: Final = r"(?:tadi )?semalam|(?:tadi|mau|kemarin) malam|malam (?:tadi|kemarin)"
_NEAR: Final = r"(kemarin lalu|kemarin lusa|lusa kemarin|hari ini|besok lusa|lusa|sekarang|tadi)"
RULES: Final = tuple(
    Rule(re.compile(rf"(?<!\S){pattern}(?!\S)"), make)
    for pattern, make in (
        (r"((?:19|20)\d\d) [-/.] (\d{1,2}) [-/.] (\d{1,2})", pieces.iso),
        (r"(\d{1,2}) [-/.] (\d{1,2}) (?:[-/.] )?((?:19|20)\d\d)", pieces.numeric),
        (r"(\d{1,2}) [-/.] (\d{1,2}) [-/.] (\d\d)", pieces.numeric),
        (r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)", pieces.numeric),
        (r"(?<!m\d )(?<!m\d\d )(\d\d) (\d\d) (\d\d)", pieces.numeric),
        (r"(\d{1,2}) (\d{1,2}) (3[2-9]|[4-9]\d)", pieces.numeric),
        (r"(\d{8})", pieces.solid),
        (r"ber(tahun|bulan|minggu|hari)(?: -)? \1(?: lalu)?", pieces.many),
        (
            rf"(?:hari )?h (?P<sign>[-+]) (?P<days>\d{{1,2}})"
            rf"(?: hari)?(?: (?:sebelum|setelah|habis|dari))? {_F}",
            pieces.feast_day,
        ),
        (rf"(?:hari )?{_F} h (?P<sign>[-+]) (?P<days>\d{{1,2}})", pieces.feast_day),
        (rf"(?:hari )?k(?P<nth>[1-9]) {_F}", pieces.feast_nth),
        (rf"{_F} (?:hari )?k(?P<nth>[1-9])", pieces.feast_nth),
        (r"(\d{1,2}) [-/.] ((?:19|20)\d\d)", pieces.month_and_year),
        (
            r"(?:<umur> )?(?P<years>[3-9]\d) (?:jalan|mau|masuk|menuju) [3-9]\d(?: tahun)?",
            pieces.age_going,
        ),
        (
            r"<umur> (?:saya |sekarang |pas |genap |baru )*(?P<years>\d{2})(?: tahun)?"
            r"(?: (?:(?:<lebih_dari>|lebih|dan) )?(?P<months>\d{1,2}) bulan"
            r"(?! (?:lagi|lalu|nanti)))?",
            pieces.age,
        ),
        (r"(?P<years>\d{2}) tahun (?:(?P<months>\d{1,2}) bulan )?<umur>", pieces.age),
        (
            r"ulang tahun (?:saya |yang )*(?:ke |yang )*(?P<years>[3-9]\d)(?: tahun)?",
            pieces.turning,
        ),
        (
            r"(?:genap|pas|jadi|masuk|menginjak) (?:<umur> )?(?P<years>[3-9]\d)"
            r"(?: tahun|$|(?= (?:tanggal|bulan|hari|m\d|nanti)))",
            pieces.turning,
        ),
        (
            rf"tahun {_WHICH} (?:<umur> )?(?:saya )?(?P<years>[4-9]\d)(?: tahun)?$",
            pieces.year_of_age,
        ),
        (
            r"lahir (?:saya )?(?:tahun )?(3[2-9]|[4-9]\d)(?! (?:[-/.] )?(?:\d|m\d))",
            pieces.birth_year,
        ),
        (
            rf"(?<!tidak )<kerja>(?: (?:selama|saja|baru|hampir))* {_LENGTH}"
            r"(?! (?:lalu|kemarin|lagi|depan))",
            pieces.worked,
        ),
        (rf"{_LENGTH} (?:saja )?<kerja>", pieces.worked),
        (
            rf"(?:tanggal )?(\d{{1,2}}) {_JOIN} (?:tanggal )?(\d{{1,2}})"
            rf"(?={_SEP}(?:bulan )?m\d)",
            pieces.day,
        ),
        (rf"tanggal (\d{{1,2}}) {_JOIN} (?:tanggal )?(\d{{1,2}})(?= bulan)", pieces.day),
        (r"tanggal (\d{1,2}) (?:hingga|atau) (?:tanggal )?(\d{1,2})(?! [-/.]| bulan)", pieces.day),
        (r"(?:tanggal )?(\d{1,2}) [-/.] (\d{1,2})(?! (?:hari|minggu|bulan|tahun))", pieces.numeric),
        (rf"(?:tanggal )?([123]0) an(?={_SEP}(?:bulan )?m\d)", pieces.days_from),
        (r"tanggal ([123]0) an", pieces.days_from),
        (r"(?:tahun )?((?:19|20)\d0) an|tahun (\d0) an", pieces.decade),
        (r"m(\d+) tanggal (\d{1,2})", pieces.month_and_day),
        (r"tanggal (\d{1,2})", pieces.day),
        (r"(\d{1,2}) bulan ini", pieces.day_of_this),
        (rf"{_LENGTH} (?P<side>sebelum|setelah){_DATED}", pieces.beside),
        (rf"{_LENGTH} (?P<side>habis)(?= (?:hari )?f_)", pieces.beside),
        (rf"{_LENGTH} (?P<way>lalu|kemarin|terakhir|lagi|depan|nanti|dari sekarang)", pieces.ago),
        (rf"(?P<side>sebelum|setelah){_DATED}", pieces.beside),
        (r"(?P<side>habis|mau|dekat)(?= (?:hari |bulan )?f_)", pieces.beside),
        (_LENGTH, pieces.lasting),
        (rf"{_PART} (bulan|tahun|minggu)(?= (?:nanti|besok))", pieces.part),
        (rf"bulan {_WHICH}", pieces.month_shift),
        (rf"tahun {_WHICH}", pieces.year_shift),
        (rf"minggu {_WHICH}", pieces.week_shift),
        (r"minggu (?:k(\d)|terakhir)|k(\d) minggu", pieces.week),
        (r"(?:tahun )?((?:19|20)\d\d)", pieces.year),
        (r"tahun (\d\d)", pieces.year),
        (rf"(\d{{1,2}})(?={_SEP}(?:bulan )?m\d)", pieces.day),
        (r"(?:bulan )?(?:[-/.] )?m(\d+)(?: [-/.])? (\d{1,2})(?! an)", pieces.month),
        (r"(?:bulan )?(?:[-/.] )?m(\d+)", pieces.month),
        (r"malam w(\d)(?: (lalu|kemarin|ini|depan|besok|nanti))?", pieces.eve),
        (r"(?:hari )?w(\d)(?: (lalu|kemarin|ini|depan|besok|nanti))?", pieces.weekday),
        (rf"{_PART}(?: (bulan|tahun|minggu))?", pieces.part),
        (rf"(?:hari |bulan |tahun )?{_F}", pieces.feast),
        (_LAST_NIGHT, _always(Near(-1, about=True))),
        (_NEAR, pieces.near),
        (r"kemarin", _always(Near(-1))),
        (r"besok", _always(Near(1))),
        (r"lalu", _always(Toward(Tense.PAST))),
        (r"depan|nanti", _always(Toward(Tense.FUTURE))),
    )
)  # fmt: skip
"""In this order; what one of them used, no later one sees."""


@lru_cache(maxsize=_RECENT)
def items_in(words: str) -> tuple[tuple[Item, ...], tuple[str, ...], str]:
    """What the words name; why something in them cannot be read; what is left of them."""
    items: list[Item] = []
    reasons: list[str] = []

    def used(found: re.Match[str]) -> str:
        what = rule.make(found)
        if what is None:
            return found[0]
        if isinstance(what, str):
            reasons.append(what)
        else:
            items.extend(what)
        return PLACE

    for rule in RULES:
        words = rule.pattern.sub(used, words)
    return tuple(items), tuple(reasons), words
