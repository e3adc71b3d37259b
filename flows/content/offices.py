"""What editors write for the desk: offices, its settings, trust words, ready answers.

Offices stand in ``content/offices.yaml``, trust words in ``content/words-trust.yaml``, ready
answers in ``content/replies/*.md``. Nothing is invented: an unknown address stays empty, and the
only coordinates are those of the city's centre, named so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Annotated, Final, Literal, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from flows.content.guide import Content, Day, Names, Page
from flows.content.visible import Label, NotYet, Once, Source, Typed

NATIONAL: Final = "nasional"
"""Id of the national desk: it answers where a branch has no staff group."""

Zone = Literal["WIB", "WITA", "WIT"]
"""The three zones of Indonesia: UTC+7, UTC+8, UTC+9, without summer time."""

DAYS: Final = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
FRIDAY: Final = DAYS.index("jumat")

DAYS_CLOSED: Final = 100
"""How many days an office may be closed on its own."""

_CLOCK: Final = r"([01]?\d|2[0-3])[.:]([0-5]\d)"
_SPAN: Final = re.compile(rf"{_CLOCK} ?(?:-|–|sampai) ?{_CLOCK}")
_WORD: Final = re.compile(r"[a-z]{3,12}")


class Span(NamedTuple):
    """A part of a day, the end not included."""

    start: time
    end: time


def _span(written: object) -> object:
    """ "08.00-15.00" as a span."""
    if not isinstance(written, str):
        return written
    found = _SPAN.fullmatch(written.strip())
    if found:
        start = time(int(found[1]), int(found[2]))
        end = time(int(found[3]), int(found[4]))
        if start < end:
            return Span(start, end)
    raise PydanticCustomError("time_span", "not a span like 08.00-15.00")


def _clock(written: object) -> object:
    """ "15.00" as a time of day."""
    if isinstance(written, time):
        return written
    found = re.fullmatch(_CLOCK, str(written).strip())
    if found is None:
        raise PydanticCustomError("time_of_day", "not a time like 15.00")
    return time(int(found[1]), int(found[2]))


def _days(written: object) -> object:
    """ "senin-jumat" or a list of days as numbers, Monday is 0."""
    if isinstance(written, str):
        first, dash, last = (part.strip() for part in written.lower().partition("-"))
        if dash and first in DAYS and last in DAYS and DAYS.index(first) <= DAYS.index(last):
            return frozenset(range(DAYS.index(first), DAYS.index(last) + 1))
        written = [first] if not dash else []
    if isinstance(written, list) and written and all(day in DAYS for day in written):
        return frozenset(DAYS.index(day) for day in written)
    if isinstance(written, frozenset):
        return written
    raise PydanticCustomError("weekdays", "not days like senin-jumat")


MOST_PATIENCE: Final = 24 * 60
"""Minutes."""

Minutes = Annotated[int, Field(ge=1, le=MOST_PATIENCE)]
"""How long the desk waits for somebody."""

Clock = Annotated[time, BeforeValidator(_clock)]
TimeSpan = Annotated[Span, BeforeValidator(_span)]
Weekdays = Annotated[frozenset[int], BeforeValidator(_days)]


class OpeningHours(Content):
    """When officers answer. `istirahat` is the lunch break, `jumat` the break for Friday prayer."""

    hari: Weekdays
    jam: TimeSpan
    istirahat: TimeSpan | None = None
    jumat: TimeSpan | None = None


class CommonHours(OpeningHours):
    """The hours of every office that does not write its own."""

    stands_on: Names = ()


Ways = Annotated[tuple[Annotated[str, Typed], ...], Once]
"""What people call something, or how they say something."""


class OfficesFile(Content):
    """The parts of ``content/offices.yaml``. `tidak_tahu`: how people say "I do not know which";
    the other parts have models of their own.
    """

    meja: Mapping[str, object] | None = None
    umum: Mapping[str, object]
    tidak_tahu: Ways = ()
    kantor: Mapping[str, object] = Field(min_length=1)


class DeskSettings(Content):
    """How patient the desk is. All minutes are office minutes; see `flows.desk.escalate`."""

    ingatkan_menit: Minutes = 10
    supervisor_menit: Minutes = 10
    nasional_menit: Minutes = 20
    panggil_lagi_menit: Minutes = 30
    daftar_jam: Clock = time(15)
    petugas_ingatkan_menit: Minutes = 15
    petugas_diam_menit: Minutes = 30
    sepi_hari: int = Field(default=3, ge=1, le=60)
    riwayat_jam: int = Field(default=3, ge=1, le=7 * 24)
    gangguan_orang: int = Field(default=5, ge=2, le=1000)
    gangguan_menit: int = Field(default=60, ge=5, le=MOST_PATIENCE)
    buka_lagi_hari: int = Field(default=3, ge=0, le=60)
    simpan_hari: int = Field(default=90, ge=1, le=3660)


class OfficeLine(Content):
    """One branch as written. Hours that are empty are those of all offices (``umum``)."""

    nama: Annotated[str, Field(min_length=3, max_length=60), Typed]
    kota: Annotated[str, Field(min_length=3, max_length=40), Typed]
    zona: Zone
    alias: Ways = ()
    alamat: NotYet = ""
    telepon: NotYet = ""
    hari: Weekdays | None = None
    jam: TimeSpan | None = None
    istirahat: TimeSpan | None = None
    jumat: TimeSpan | None = None
    libur: Annotated[tuple[Day, ...], Once] = Field(default=(), max_length=DAYS_CLOSED)
    kota_lat: float | None = Field(default=None, ge=-12, le=8)
    kota_lon: float | None = Field(default=None, ge=94, le=142)
    grup: int | None = Field(default=None, ge=-(2**52), lt=0)
    grup_kedua: int | None = Field(default=None, ge=-(2**52), lt=0)
    source: Source
    checked_on: Day
    expires: Day | None = None
    links: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _both_or_neither(self) -> Self:
        if (self.kota_lat is None) != (self.kota_lon is None):
            raise PydanticCustomError("half_a_place", "a latitude without a longitude")
        return self


class Office(OfficeLine):
    """One branch with its hours. `libur` are days this office alone is closed.

    `grup` is the Telegram group of its staff; without one the national desk answers. New cases go
    to `grup_kedua` while the first takes no more (`flows.desk.rooms`). `kota_lat`
    and `kota_lon` (degrees) are the centre of the city, not the building.
    """

    id: str
    hari: Weekdays
    jam: TimeSpan


def _short_words(words: tuple[str, ...]) -> tuple[str, ...]:
    if not all(_WORD.fullmatch(word) for word in words):
        raise PydanticCustomError("trust_word", "not one short word in lower case")
    return words


class TrustWords(Content):
    """Two of them are said together: "mangga lima". Easy to say, hear and remember."""

    benda: Annotated[tuple[str, ...], Field(min_length=20), Once, AfterValidator(_short_words)]
    angka: Annotated[tuple[str, ...], Field(min_length=5), Once, AfterValidator(_short_words)]


class ReadyAnswer(Page):
    """A text officers send often. It may show numbers and `REPLY_VALUES`."""

    label: Label


REPLY_VALUES: Final = frozenset({"nama_petugas", "kantor", "alamat", "jam_buka", "kasus", "kata"})
"""Placeholders a ready answer may show besides numbers."""
