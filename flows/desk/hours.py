"""When an office is open: weekdays, lunch, Friday prayer, holidays, in the office's own zone.

Public holidays and joint leave (cuti bersama) come from the `holidays` package. Whether branches
close on joint leave is not known: the safe reading is "may be closed", so it counts as closed and
`closed_because` tells the two apart. All moments given must be aware.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Final, Literal

from babel.dates import format_date

from flows.content.offices import DAYS, FRIDAY, Office, Span, Zone

ZONES: Final[Mapping[Zone, timezone]] = {
    "WIB": timezone(timedelta(hours=7), "WIB"),
    "WITA": timezone(timedelta(hours=8), "WITA"),
    "WIT": timezone(timedelta(hours=9), "WIT"),
}

LEAST_OPEN: Final = timedelta(minutes=30)
"""How long a desk is open at least on each of its weekdays."""

FURTHEST: Final = 5 * 366
"""Days looked ahead: more than any patience of the desk (`DeskSettings`) and all days off take."""

DAYS_A_WEEK: Final = len(DAYS)

_NEVER: Final = "an office that never opens: refused by `bot.py check`"

Why = Literal["libur", "cuti_bersama", "akhir_pekan", "istirahat", "jumat", "di_luar_jam"]


@dataclass(frozen=True, slots=True)
class Closed:
    """Why an office is closed. `name` is the holiday, where it is one."""

    why: Why
    name: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time in which the office is open, the end not included."""

    start: datetime
    end: datetime


@lru_cache(maxsize=16)
def holidays_of(year: int) -> Mapping[date, Closed]:
    """Public holidays and joint leave of a year, with Indonesian names."""
    from holidays import country_holidays  # slow to import, needed by the desk alone

    joint = country_holidays("ID", years=year, language="id", categories=("government",))
    public = country_holidays("ID", years=year, language="id", categories=("public",))
    return {
        **{day: Closed("cuti_bersama", str(name)) for day, name in joint.items()},
        **{day: Closed("libur", str(name)) for day, name in public.items()},
    }


def day_closed(office: Office, day: date) -> Closed | None:
    """Why the office does not open at all on this day; None when it does."""
    if day in office.libur:
        return Closed("libur")
    if day.weekday() not in office.hari:
        return Closed("akhir_pekan")
    return holidays_of(day.year).get(day)


def windows(office: Office, day: date) -> tuple[Window, ...]:
    """The opening hours of one day, without its break."""
    if day_closed(office, day):
        return ()
    parts = _around(office.jam, _break(office, day.weekday()))
    zone = ZONES[office.zona]
    return tuple(
        Window(datetime.combine(day, start, zone), datetime.combine(day, end, zone))
        for start, end in parts
    )


def _break(office: Office, weekday: int) -> Span | None:
    return (office.jumat if weekday == FRIDAY else None) or office.istirahat


def shortest_day(office: Office) -> timedelta:
    """How long an office is open on that one of its weekdays on which it is open least."""
    days = (_around(office.jam, _break(office, weekday)) for weekday in office.hari)
    return min(sum(map(_length, parts), timedelta()) for parts in days)


def _length(part: tuple[time, time]) -> timedelta:
    start, end = (timedelta(hours=at.hour, minutes=at.minute) for at in part)
    return end - start


def _around(hours: Span, pause: Span | None) -> list[tuple[time, time]]:
    if pause is None:
        return [(hours.start, hours.end)]
    parts = [(hours.start, min(hours.end, pause.start)), (max(hours.start, pause.end), hours.end)]
    return [(start, end) for start, end in parts if start < end]


def _local(office: Office, moment: datetime) -> datetime:
    return moment.astimezone(ZONES[office.zona])


def is_open(office: Office, now: datetime) -> bool:
    """Whether somebody is at the desk."""
    return any(part.start <= now < part.end for part in windows(office, _local(office, now).date()))


def closed_because(office: Office, now: datetime) -> Closed | None:
    """Why nobody is at the desk now; None when it is open."""
    if is_open(office, now):
        return None
    local = _local(office, now)
    whole_day = day_closed(office, local.date())
    if whole_day:
        return whole_day
    pause = _break(office, local.weekday())
    if pause and pause.start <= local.time() < pause.end:
        friday = local.weekday() == FRIDAY and office.jumat is not None
        return Closed("jumat" if friday else "istirahat")
    return Closed("di_luar_jam")


def _from(office: Office, since: datetime) -> Iterator[Window]:
    """Opening windows from a moment on, the first one cut to begin there; `FURTHEST` days of them.

    There is always one: ``bot.py check`` insists on `LEAST_OPEN`.
    """
    first = _local(office, since)
    for days in range(FURTHEST):
        for part in windows(office, first.date() + timedelta(days=days)):
            if part.end > since:
                yield Window(max(part.start, first), part.end)


def next_opening(office: Office, now: datetime) -> datetime:
    """The first moment from `now` on with somebody at the desk; `now` itself when open."""
    for part in _from(office, now):
        return part.start
    raise AssertionError(_NEVER)


def office_minutes(office: Office, since: datetime, until: datetime) -> int:
    """Whole minutes of office time between two moments; 0 when `until` is not later."""
    total = timedelta()
    for part in _from(office, since) if since < until else ():
        if part.start >= until:
            break
        total += min(part.end, until) - part.start
    return int(total.total_seconds() // 60)


def after_minutes(office: Office, since: datetime, minutes: int) -> datetime:
    """The moment at which `minutes` of office time have passed since `since`."""
    left = timedelta(minutes=minutes)
    for part in _from(office, since):
        if part.end - part.start >= left:
            return part.start + left
        left -= part.end - part.start
    raise AssertionError(_NEVER)


def spoken_moment(moment: datetime, zone: Zone, now: datetime) -> str:
    """ "Senin, 23 November, pukul 08.00 WITA"; "hari ini" and "besok" where it is so."""
    local, today = moment.astimezone(ZONES[zone]), now.astimezone(ZONES[zone]).date()
    clock = f"pukul {local:%H.%M} {zone}"
    if local.date() == today:
        return f"hari ini, {clock}"
    form = "EEEE, d MMMM" if local.year == today.year else "EEEE, d MMMM y"
    day = format_date(local.date(), form, locale="id_ID")
    return (
        f"besok, {day}, {clock}" if local.date() == today + timedelta(days=1) else f"{day}, {clock}"
    )


def brief_moment(moment: datetime, zone: Zone, now: datetime) -> str:
    """The same in a few words: "09.14 WIB", "besok 08.00 WIB", "Senin 08.00 WIB"."""
    local, today = moment.astimezone(ZONES[zone]), now.astimezone(ZONES[zone]).date()
    clock = f"{local:%H.%M} {zone}"
    days = (local.date() - today).days
    if days == 0:
        return clock
    if days == 1:
        return f"besok {clock}"
    form = "EEEE" if 0 < days < DAYS_A_WEEK else "EEEE d MMMM"
    return f"{format_date(local.date(), form, locale='id_ID')} {clock}"


def dated_moment(moment: datetime, zone: Zone) -> str:
    """ "09.14 WIB, 24 Nov": true whenever it is read."""
    local = moment.astimezone(ZONES[zone])
    return f"{local:%H.%M} {zone}, {format_date(local.date(), 'd MMM', locale='id_ID')}"


def spoken_hours(office: Office) -> str:
    """ "Senin sampai Jumat, pukul 08.00-15.00 WIB"."""
    days = sorted(office.hari)
    names = [DAYS[day].capitalize() for day in days]
    unbroken = len(days) > 2 and days == list(range(days[0], days[-1] + 1))
    shown = f"{names[0]} sampai {names[-1]}" if unbroken else ", ".join(names)
    return f"{shown}, pukul {office.jam.start:%H.%M}-{office.jam.end:%H.%M} {office.zona}"
