"""Alarms: what is wrong, since when, and what the supervisor has been told of it.

A sign is what is seen now; an alarm is what is remembered of it, from the first sign until after
the last. Both have the same id: a kind, and the group it concerns (0 where it concerns none).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, NamedTuple


class Wrong(StrEnum):
    """What can be wrong. The value is stored, and names the texts (`jaga_apa_...`)."""

    HOOK = "webhook"
    HOOK_FAILS = "webhook_gagal"
    HOOK_QUEUE = "webhook_antre"
    UNREACHED = "telegram"
    FROZEN = "beku"
    GROUP = "grup"
    FORUM = "forum"
    TOPICS = "topik"
    WRITING = "tulis"
    RIGHTS = "hak"
    TOPICS_REFUSED = "topik_ditolak"
    WORDS_WAIT = "tertahan"
    NO_SUPERVISOR = "pengawas"
    SUPERVISOR_FAR = "pengawas_jauh"
    SLOWED = "dibatasi"
    STORE = "catatan"
    RESTARTS = "ulang"
    PARKED = "parkir"


MUTE: Final = frozenset(
    {
        Wrong.HOOK, Wrong.HOOK_FAILS, Wrong.HOOK_QUEUE, Wrong.UNREACHED, Wrong.FROZEN,
        Wrong.GROUP, Wrong.FORUM, Wrong.TOPICS, Wrong.WRITING, Wrong.TOPICS_REFUSED,
        Wrong.WORDS_WAIT, Wrong.STORE,
    }
)  # fmt: skip
"""The bot does not hear or does not speak: a reason to wake somebody, once a night."""

LASTING: Final = frozenset({Wrong.RIGHTS, Wrong.NO_SUPERVISOR, Wrong.SUPERVISOR_FAR})
"""The desk works all the same: told each day, not each hour."""

SHARED: Final = frozenset({Wrong.FORUM, Wrong.TOPICS, Wrong.TOPICS_REFUSED})
"""Told in the group itself, too: its officers wait for topics that do not come."""

UNSAYABLE: Final = frozenset({Wrong.UNREACHED, Wrong.FROZEN})
"""While it lasts nobody can be told; afterwards it is told even so."""

MOMENTARY: Final = frozenset({Wrong.RESTARTS, Wrong.PARKED})
"""Something that happened. That it does not happen any more is no news."""

_NONE: Final = timedelta(0)
PATIENCE: Final = {
    Wrong.HOOK_QUEUE: timedelta(minutes=3),
    Wrong.HOOK_FAILS: timedelta(minutes=2),
    Wrong.UNREACHED: timedelta(minutes=1),
    Wrong.NO_SUPERVISOR: timedelta(minutes=3),
    Wrong.SUPERVISOR_FAR: timedelta(minutes=3),
}
"""How long something must last before it is told; what is not named is told at once."""


class Id(NamedTuple):
    """Which alarm: what is wrong, and in which group."""

    wrong: Wrong
    group: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """What is seen to be wrong now.

    reason: Telegram's words, or what is missing. count: how many are concerned. title: the name of
    the group. seconds: how long it will last, where that is known.
    """

    id: Id
    reason: str = ""
    count: int = 0
    title: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is remembered: since when, when last told, and since when it is over."""

    id: Id
    since: datetime
    said_at: datetime | None = None
    gone_at: datetime | None = None

    def lasted(self, now: datetime) -> timedelta:
        """How long it has been wrong, or was."""
        return max(_NONE, (self.gone_at or now) - self.since)

    def is_ripe(self, now: datetime) -> bool:
        """Whether it has lasted long enough to be told."""
        return self.lasted(now) >= PATIENCE.get(self.id.wrong, _NONE)
