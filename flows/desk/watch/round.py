"""A round of the watch: what is to be told now, and what is remembered afterwards.

Told once when it begins, each hour (or day) while it lasts, once when it is over. Outside office
hours only what makes the bot deaf or mute is told, and that once a night: a supervisor sleeps, too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from flows.content.offices import Office
from flows.desk.hours import is_open, office_minutes
from flows.desk.watch.alarm import LASTING, MOMENTARY, MUTE, UNSAYABLE, Alarm, Id, Wrong

AGAIN: Final = timedelta(hours=1)
"""While it lasts it is told again after so long."""

DAILY: Final = timedelta(hours=23)
"""The same for what the desk can live with."""

SETTLED: Final = timedelta(minutes=2)
"""What has not been seen for so long is over; prevents an alarm that flickers from being told."""


@dataclass(frozen=True, slots=True)
class Round:
    """What is to be told, and the rest of what is remembered."""

    now: datetime
    begun: tuple[Alarm, ...] = ()
    lasting: tuple[Alarm, ...] = ()
    over: tuple[Alarm, ...] = ()
    silent: tuple[Alarm, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.begun or self.lasting or self.over)

    def of(self, wrongs: Collection[Wrong], group: int) -> Round:
        """As much of it as is told of these matters of one group."""

        def only(found: tuple[Alarm, ...]) -> tuple[Alarm, ...]:
            return tuple(one for one in found if one.id.wrong in wrongs and one.id.group == group)

        return Round(self.now, only(self.begun), only(self.lasting), only(self.over))

    def remembered(self, *, told: bool) -> tuple[Alarm, ...]:
        """The alarms after this round, which somebody has heard (`told`) or nobody."""
        if not told:
            return (*self.begun, *self.lasting, *self.over, *self.silent)
        heard = (replace(one, said_at=self.now) for one in (*self.begun, *self.lasting))
        return (*heard, *self.silent)


def round_of(alarms: Iterable[Alarm], signs: Collection[Id], now: datetime, desk: Office) -> Round:
    """What is told now.

    alarms: what was remembered so far. signs: what is wrong now. desk: whose hours are kept.
    """
    known = {one.id: one for one in alarms}
    for sign in signs:
        known[sign] = replace(known.get(sign, Alarm(sign, now)), gone_at=None)
    standing = [_noticed(one, signs, now) for one in known.values()]
    at_work = is_open(desk, now)
    woken = not at_work and any(_said_since_closing(one, desk, now) for one in standing)
    told: dict[str, list[Alarm]] = {"begun": [], "lasting": [], "over": [], "silent": []}
    for one in standing:
        place = _place(one, now, at_work, woken)
        if place is not None:
            told[place].append(one)
    return Round(now, **{name: tuple(found) for name, found in told.items()})


def _noticed(one: Alarm, signs: Collection[Id], now: datetime) -> Alarm:
    """The alarm, with the moment from which it was no longer seen."""
    if one.id in signs or one.gone_at is not None:
        return one
    return replace(one, gone_at=now)


def _said_since_closing(one: Alarm, desk: Office, now: datetime) -> bool:
    return one.said_at is not None and office_minutes(desk, one.said_at, now) == 0


def _place(one: Alarm, now: datetime, at_work: bool, woken: bool) -> str | None:
    """Where an alarm belongs in the round; None when it can be forgotten."""
    wrong = one.id.wrong
    if one.gone_at is not None:
        return _after(one, now, at_work)
    if one.said_at is None:
        may = at_work or (wrong in MUTE and not woken)
        return "begun" if may and one.is_ripe(now) else "silent"
    waited = now - one.said_at
    # One told at a moment still to come was told before the clock was set back.
    again = at_work and not timedelta(0) <= waited < (DAILY if wrong in LASTING else AGAIN)
    return "lasting" if again else "silent"


def _after(one: Alarm, now: datetime, at_work: bool) -> str | None:
    """What becomes of an alarm that is not seen any more."""
    wrong = one.id.wrong
    if wrong in MOMENTARY:
        if one.said_at is None:
            return "begun" if at_work else "silent"
        # Remembered for an hour, so that the next is no news either.
        return "silent" if timedelta(0) <= now - one.said_at < AGAIN else None
    to_tell = one.said_at is not None or (wrong in UNSAYABLE and one.is_ripe(now))
    if not to_tell:
        return None
    gone = now - (one.gone_at or now)
    settled = wrong in UNSAYABLE or not timedelta(0) <= gone < SETTLED
    return "over" if settled and at_work else "silent"
