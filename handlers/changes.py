"""Who asked to be told when an answer changes is told once: in daylight, a few a minute."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime, time, timedelta, timezone
from typing import Final

from flows.answers import Named, read_named, said
from flows.conversation import Conversation
from flows.desk.case import State
from flows.scene import Scene
from flows.talk import Reply
from flows.views.changed import changed_screen
from handlers.brain import Brain
from handlers.outgoing import message
from store import watches
from store.about import Told
from store.database import Transaction
from store.outbox import NOTICE, Delivery
from store.outcome import PERSON_LOST, Kind, Outcome
from store.turn import Turn
from store.unit import OpenUnit
from store.watches import LANE, Watch

EVERY: Final = 3.0
"""Seconds between two notices, whoever they are for: twenty a minute."""

REST: Final = 60.0
"""Seconds after which it is looked again when nobody was to be told."""

WIB: Final = timezone(timedelta(hours=7))
FROM, UNTIL = time(7), time(18)
"""From seven in the west, until eight in the evening in the east of Indonesia: nobody is told
before 07.00 or after 20.00 where they live, wherever that is."""

MOST: Final = 20
"""Answers in one notice; Telegram shows no more than a hundred buttons."""

Act = Callable[[OpenUnit], Awaitable[None]]


class Changes:
    """Looks at what is watched whenever the content or the day is another one, and now and then.

    One notice at a look. What it remembers only spares a look: all that counts is in the store.
    """

    def __init__(self, brain: Brain, now: Callable[[], datetime]) -> None:
        self._brain = brain
        self._now = now
        self._scene = self._moment()
        self._digests: dict[Named, str] = {}
        self._rest_until = 0.0

    def due(self) -> Iterable[Act]:
        """A look, while it is day."""
        now = self._now()
        if not FROM <= now.astimezone(WIB).time() < UNTIL:
            return ()
        moment = self._moment()
        same = moment.library is self._scene.library and moment.today == self._scene.today
        # A rest longer than any was taken before the clock was set back.
        if same and 0 < self._rest_until - now.timestamp() <= REST:
            return ()
        if not same:
            self._scene = moment
            self._digests.clear()
        return (self.look,)

    def _moment(self) -> Scene:
        """What is said now, to nobody in particular."""
        return Scene(self._brain.library, self._brain.today(), Conversation())

    async def look(self, unit: OpenUnit) -> None:
        """Decides one notice, or that there is none to decide."""
        db, now = unit.transaction, self._now()
        midnight = datetime.combine(now.astimezone(WIB).date(), time(), WIB).timestamp()
        for watch in await watches.known(db):
            if self._said(watch) == watch.said:
                continue
            chat_id = await watches.next_of(db, watch, midnight, State.HELD.value)
            if chat_id is not None:
                await self._tell(unit, chat_id, now.astimezone(UTC).timestamp())
                return
        self._rest_until = now.timestamp() + REST

    async def _tell(self, unit: OpenUnit, chat_id: int, at: float) -> None:
        """All that has changed for one person, as one message."""
        db = unit.transaction
        changed = [
            (watch, digest)
            for watch in await watches.of(db, chat_id)
            if (digest := self._said(watch)) != watch.said
        ][:MOST]
        answers = [named for watch, _digest in changed if (named := _named(watch)) is not None]
        told = Told(tuple((watch.kind, watch.answer, digest) for watch, digest in changed))
        watches.told(db, chat_id, at)
        unit.send(
            "sendMessage",
            message(chat_id, changed_screen(self._scene, answers)),
            lane=f"{LANE}{chat_id}",
            priority=NOTICE,
            about=told,
            delivery=Delivery.SCREEN,
        )

    def _said(self, watch: Watch) -> str:
        """What is to be told of an answer; of one that this release does not know, nothing new."""
        named = _named(watch)
        if named is None:
            return watch.said
        if named not in self._digests:
            self._digests[named] = said(self._scene.library, named, self._scene.today)
        return self._digests[named]


def _named(watch: Watch) -> Named | None:
    return read_named((watch.kind, *watch.answer))


async def keep_watch(turn: Turn, decided: Reply) -> None:
    """What a press says of being told, kept with its update."""
    if turn.chat_id is None:
        return
    db = await turn.store()
    if decided.unwatch:
        watches.forget(db, turn.chat_id)
    if decided.watch is not None:
        answer, digest = decided.watch
        watch = Watch(answer.kind.value, answer.name, digest)
        watches.keep(db, turn.chat_id, watch, turn.received_at.timestamp())


def heard_of_notice(told: Told, outcome: Outcome, db: Transaction) -> None:
    """Told is told: once it has arrived, or may have. Who cannot be reached is told no more; any
    other refusal leaves it for another day."""
    chat_id, kind = outcome.call.chat_id, outcome.fate.kind
    if chat_id is None:
        return
    if kind in PERSON_LOST or kind is Kind.CHAT_GONE:
        watches.forget(db, chat_id)
    elif kind in (Kind.ACCEPTED, Kind.UNCERTAIN):
        watches.learnt(db, chat_id, [Watch(*change) for change in told.changes])
