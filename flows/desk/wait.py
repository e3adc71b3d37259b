"""An honest wait: from how long people really waited in the last hours, never a promise.

Each person waited some minutes from some place in the queue, so what is compared is minutes per
place. Those who still wait longer than usual count too: leaving them out would make every bad hour
look good. Few figures give no estimate at all. Everything is rounded up, on a ladder people use.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from statistics import median
from typing import Final

from flows.content.offices import DeskSettings, Office
from flows.desk.case import Case, State
from flows.desk.hours import after_minutes, office_minutes

ENOUGH: Final = 5
"""With fewer figures than this nothing is estimated."""

LADDER: Final = (5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480)
"""Minutes people speak of; a longer wait is said in working days."""

_WORST: Final = 0.9


@dataclass(frozen=True, slots=True)
class Waited:
    """One wait: office minutes until the first reply, from which place; `over` once replied."""

    minutes: int
    place: int = 1
    over: bool = True


@dataclass(frozen=True, slots=True)
class Wait:
    """Between `low` and `high` office minutes; nine of ten waits like this one were shorter."""

    low: int
    high: int


def quantile(values: Sequence[float], part: float) -> float:
    """The nearest-rank quantile: the value that `part` of all do not exceed."""
    ranked = sorted(values)
    return ranked[max(0, ceil(part * len(ranked)) - 1)]


def waits(
    cases: Iterable[Case], office: Office, settings: DeskSettings, now: datetime
) -> list[Waited]:
    """What the cases of one desk tell about waiting: replies of the last hours, and open waits."""
    since = now - timedelta(hours=settings.riwayat_jam)
    out: list[Waited] = []
    for case in cases:
        if case.first_reply_at is not None:
            if case.first_reply_at >= since:
                minutes = office_minutes(office, case.opened_at, case.first_reply_at)
                out.append(Waited(minutes, case.place))
        elif case.open:
            minutes = office_minutes(office, case.opened_at, now)
            out.append(Waited(minutes, case.place, over=False))
    return out


def estimate(seen: Iterable[Waited], place: int) -> Wait | None:
    """How long somebody at `place` (from 1) will wait; None when too little is known."""
    seen = list(seen)
    over = [waited.minutes / max(waited.place, 1) for waited in seen if waited.over]
    if len(over) < ENOUGH:
        return None
    usual = median(over)
    open_ = [waited.minutes / max(waited.place, 1) for waited in seen if not waited.over]
    rates = [*over, *(rate for rate in open_ if rate > usual)]
    low = rounded_up(median(rates) * place)
    high = rounded_up(quantile(rates, _WORST) * place)
    return Wait(low, high if high > low else rounded_up(low + 1))


def rounded_up(minutes: float) -> int:
    """The next step of the ladder; above it, whole multiples of its last step."""
    step = bisect_left(LADDER, minutes)
    if step < len(LADDER):
        return LADDER[step]
    return ceil(minutes / LADDER[-1]) * LADDER[-1]


def latest(office: Office, since: datetime, wait: Wait) -> datetime:
    """When the longer end of a wait is over, in office time."""
    return after_minutes(office, since, wait.high)


def spoken_wait(wait: Wait) -> str:
    """ "10 sampai 20 menit", "1 sampai 2 jam", "30 menit sampai 1 jam"."""
    low, low_unit = _said(wait.low)
    high, high_unit = _said(wait.high)
    if low_unit == high_unit:
        return f"{low} sampai {high} {high_unit}"
    return f"{low} {low_unit} sampai {high} {high_unit}"


def spoken_minutes(minutes: int) -> str:
    """How long something took: "40 menit", "1 jam 20 menit", "3 jam"."""
    hours, rest = divmod(max(minutes, 0), 60)
    if not hours:
        return f"{rest} menit"
    return f"{hours} jam {rest} menit" if rest else f"{hours} jam"


def _said(minutes: int) -> tuple[str, str]:
    if minutes < 60:
        return str(minutes), "menit"
    hours = minutes / 60
    if hours <= 4:
        return (str(int(hours)) if hours == int(hours) else "1,5"), "jam"
    return str(ceil(hours / 7)), "hari kerja"


def place_in_queue(case_opened_at: datetime, waiting: Iterable[Case]) -> int:
    """Place (from 1) among the waiting cases of the same desk: who came first is first.

    A case that returned to the queue keeps its place, because it keeps `opened_at`.
    """
    return 1 + sum(
        case.state is State.WAITING and case.opened_at < case_opened_at for case in waiting
    )
