"""The desk: what every unit of work of it needs besides the store."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Final

from flows.content.offices import Office
from flows.desk.report import Report
from flows.ears import Heard
from flows.offices import Offices
from flows.voice import Voice
from handlers.brain import Brain
from store.setbacks import Setback

REFUSED: Final = timedelta(minutes=2)
"""What is refused is tried again twice a minute: so long without a refusal, and it is none."""


@dataclass(frozen=True)
class Copied:
    """What is copied from the store, because asking for it with every update would cost a trip.

    moved: groups that got a new number, old to new. notices: each announced trouble, and since
    when. staff: everybody who has a role. setback: the last time what is remembered fell
    behind what has happened.
    """

    moved: Mapping[int, int] = field(default_factory=dict)
    notices: Mapping[str, datetime] = field(default_factory=dict)
    staff: frozenset[int] = frozenset()
    setback: Setback | None = None


@dataclass
class Desk:
    """The national staff group, the first supervisor, the clock and the randomness.

    group: Telegram's number of the national staff group. supervisor: the user who may give the
    first roles, None when nobody may. gather: seconds for which messages of one topic are
    gathered. look_again: has the watch look at the groups at once; None where nobody watches.
    make_files: has files made of the figures and sent to where the fields of a call say,
    at its own time; None where none are sent.

    set_at: when the machine's clock was last found to have been set; no patience began before.

    refused: when each group last did not let us write, in this run.

    known: what nearly every update asks; a copy of the store (`Job.know`), changed by nothing else.
    """

    brain: Brain
    group: int
    supervisor: int | None
    now: Callable[[], datetime]
    chance: Random = field(default_factory=random.SystemRandom)
    gather: float = 3.0
    look_again: Callable[[], None] | None = None
    make_files: Callable[[Report, Mapping[str, object]], None] | None = None
    set_at: datetime | None = None
    refused: dict[int, datetime] = field(default_factory=dict)
    known: Copied = field(default_factory=Copied)

    def was_refused(self, group: int) -> None:
        """A group did not let us write: the watch looks at once, unless it knows already."""
        known, self.refused[group] = self.is_refused(group), self.now()
        if not known and self.look_again is not None:
            self.look_again()

    def is_refused(self, group: int) -> bool:
        """Whether a group does not let us write now, as far as was tried."""
        at = self.refused.get(group)
        return at is not None and timedelta(0) <= self.now() - at < REFUSED

    def hear(self, text: str) -> Heard:
        """A (masked) text, with the content in force."""
        return self.brain.library.ears.hear(text, self.brain.today())

    @property
    def offices(self) -> Offices:
        """The offices in force."""
        return self.brain.library.offices

    @property
    def for_staff(self) -> Voice:
        """Says what the staff reads: in the group, on its buttons, in its short notes."""
        return Voice(self.brain.library, self.brain.today())

    @property
    def for_person(self) -> Voice:
        """Says what participants read, also when an officer's press or the clock sends it."""
        return Voice(self.brain.library, self.brain.today())

    def group_of(self, office: Office) -> int:
        """The first staff group that answers for an office."""
        return self.now_called(office.grup if office.grup is not None else self.group)

    def rooms_of(self, office: Office) -> tuple[int, ...]:
        """Every staff group that answers for an office, in the order they are filled."""
        first, second = self.group_of(office), office.grup_kedua
        return (first,) if second is None else (first, self.now_called(second))

    def now_called(self, group_id: int) -> int:
        """The present number of a group that may have got a new one."""
        moved = self.known.moved
        for _ in range(len(moved)):
            if group_id not in moved:
                break
            group_id = moved[group_id]
        return group_id

    def desk_of(self, group_id: int) -> Office:
        """An office whose officers are in this staff group; else the national desk."""
        own = (one for one in self.offices.by_id.values() if one.grup is not None)
        found = (one for one in own if group_id in self.rooms_of(one))
        return next(found, self.offices.national)

    def is_staff_group(self, chat_id: int) -> bool:
        """Whether a chat is one of the staff groups, whatever number it is called by."""
        return self.now_called(chat_id) in self.groups()

    def groups(self) -> set[int]:
        """All staff groups."""
        offices = [one for one in self.offices.by_id.values() if one.grup is not None]
        return {room for one in (self.offices.national, *offices) for room in self.rooms_of(one)}
