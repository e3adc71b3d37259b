"""Setback: the time of which nothing is known, and whether it still concerns people."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flows.desk.recovery import Lost
from handlers.desk.desk import Desk
from store.setbacks import Setback


def lost(setback: Setback) -> Lost:
    """The time of which nothing is known."""
    since = datetime.fromtimestamp(min(setback.ends_at, setback.noticed_at), UTC)
    return Lost(since, datetime.fromtimestamp(setback.noticed_at, UTC))


def kept(desk: Desk) -> timedelta:
    """For how long a setback concerns people: as long as a closed case may be opened again."""
    return timedelta(days=desk.offices.settings.buka_lagi_hari)


def in_force(desk: Desk) -> Setback | None:
    """The setback that still concerns people."""
    setback = desk.known.setback
    if setback is None or desk.now() - lost(setback).until > kept(desk):
        return None
    return setback
