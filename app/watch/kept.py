"""Kept: alarms as the store holds them, so that a restart repeats nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from flows.desk.watch.alarm import Alarm, Id, Wrong
from store import alarms
from store.alarms import AlarmRow
from store.database import Transaction

_KNOWN = frozenset(Wrong)


async def recall(db: Transaction) -> list[Alarm]:
    """What is remembered; what a later release called otherwise is forgotten."""
    return [_alarm(row) for row in await alarms.known(db) if row.wrong in _KNOWN]


def remember(db: Transaction, found: Iterable[Alarm]) -> None:
    """Exactly these from now on."""
    alarms.keep(db, [_row(one) for one in found])


def _alarm(row: AlarmRow) -> Alarm:
    where = Id(Wrong(row.wrong), row.group_id)
    return Alarm(where, _moment(row.since), _perhaps(row.said_at), _perhaps(row.gone_at))


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _perhaps(seconds: float | None) -> datetime | None:
    return None if seconds is None else _moment(seconds)


def _row(one: Alarm) -> AlarmRow:
    said, gone = one.said_at, one.gone_at
    return AlarmRow(
        one.id.wrong.value,
        one.id.group,
        one.since.timestamp(),
        None if said is None else said.timestamp(),
        None if gone is None else gone.timestamp(),
    )
