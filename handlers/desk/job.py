"""A job: one unit of work of the desk, inside somebody's transaction."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import Self

from flows.content.offices import Office
from flows.conversation import Conversation
from flows.desk.case import AuditAct
from flows.desk.rooms import MINUTE, room
from flows.desk.wait import Wait, estimate, place_in_queue, waits
from flows.ears import Heard
from flows.guard.names import may_be_shown
from flows.library import Library
from flows.scene import Scene
from flows.screen import Screen
from flows.voice import Voice
from handlers.desk.desk import Copied, Desk
from handlers.desk.filed import Filed
from handlers.desk.saying import Saying
from handlers.outgoing import message
from store import audit, bells, cases, setbacks, staff, troubles
from store.database import Transaction
from store.outbox import Delivery
from store.turn import Turn
from store.unit import Unit

BOT = 0
"""Who did it, in the audit, when nobody did."""


class Job(Saying):
    """What the desk may do now: read and change in one transaction, decide calls.

    actor: who is doing it (Telegram's user id), `BOT` when nobody is.
    """

    def __init__(self, desk: Desk, db: Transaction, unit: Unit, actor: int = BOT) -> None:
        super().__init__(db, unit, desk.now())
        self.desk = desk
        self.actor = actor
        self.followed: list[int] = []

    def follow_up(self, case: Filed) -> None:
        """See at the end of this unit to what the case needs: a topic, a delivery.

        Prevents rooms from reaching into each other: whoever changes a case need not know who
        makes topics and who sends into them (`follow_up.done`).
        """
        if case.id not in self.followed:
            self.followed.append(case.id)

    async def know(self) -> None:
        """Copy again what the desk knows, as this unit leaves it; in force once that is kept."""
        announced = [one for one in await troubles.notices(self.db) if one.state == "on"]
        known = Copied(
            moved=await staff.moved_groups(self.db),
            staff=await bells.staff(self.db),
            notices={one.trouble: datetime.fromtimestamp(one.at, UTC) for one in announced},
            setback=await setbacks.latest(self.db),
        )

        def replace() -> None:
            self.desk.known = known

        self.db.after_commit(replace)

    @property
    def library(self) -> Library:
        return self.desk.brain.library

    def scene(self, talk: Conversation) -> Scene:
        """The moment of a conversation."""
        return Scene(self.library, self.desk.brain.today(), talk)

    @property
    def for_staff(self) -> Voice:
        """Says what the staff reads."""
        return self.desk.for_staff

    @property
    def for_person(self) -> Voice:
        """Says what the participant reads."""
        return self.desk.for_person

    def hear(self, text: str) -> Heard:
        """A (masked) text, with the content in force."""
        return self.desk.hear(text)

    def shown_name(self, name: str) -> str:
        """An officer's first name as participants read it; one that offers something is not."""
        fits = may_be_shown(name, self.library.guard, self.library.official)
        return name if fits else self.for_person.label("petugas_tanpa_nama")

    async def case(self, case_id: int | None) -> Filed | None:
        """A case by its id."""
        row = await cases.one(self.db, case_id) if case_id else None
        return Filed.of(row) if row else None

    async def open_cases(self) -> list[Filed]:
        """Every open case, the oldest first."""
        return [Filed.of(row) for row in await cases.open_ones(self.db)]

    async def save(self, case: Filed) -> Filed:
        """Write a case back. Raises LookupError when somebody changed it since it was read."""
        await cases.save(self.db, case.row())
        return case.model_copy(update={"version": case.version + 1})

    async def place(self, case: Filed) -> int:
        """Its place in the queue of the desk that answers, from 1."""
        desk = self.desk.offices.answering(case).id
        others = [
            other
            for other in await self.open_cases()
            if self.desk.offices.answering(other).id == desk and other.id != case.id
        ]
        return place_in_queue(case.opened_at, others)

    async def room(self, desk: Office) -> int:
        """The staff group of a desk that a case goes to now."""
        rooms = self.desk.rooms_of(desk)
        if len(rooms) == 1:
            return rooms[0]
        since = self.now - MINUTE
        new = [case.group_id for case in await self.open_cases() if case.opened_at > since]
        return room(rooms, Counter(new))

    async def wait(self, case: Filed) -> tuple[int, Wait | None]:
        """The place from 1, and the honest wait as far as the last hours tell."""
        offices = self.desk.offices
        desk = offices.answering(case)
        since = self.now - timedelta(hours=offices.settings.riwayat_jam)
        rows = [Filed.of(row) for row in await cases.since(self.db, since.timestamp())]
        known = [row for row in rows if offices.answering(row).id == desk.id and row.id != case.id]
        place = await self.place(case)
        return place, estimate(waits(known, desk, offices.settings, self.now), place)

    def audit(self, act: AuditAct, case_id: int | None, about: str = "") -> None:
        """Record who did what with which case."""
        audit.note(self.db, self.at, self.actor, act.value, case_id, about)


class Visit(Job):
    """A job in a participant's own update: what they did, decided in their chat.

    The open case (`turn.chat.case_id`) is read with the update, in the transaction that decides
    whether the bot speaks: it is silent while an officer holds it.
    """

    def __init__(self, desk: Desk, db: Transaction, turn: Turn, chat_id: int) -> None:
        super().__init__(desk, db, turn)
        self.turn = turn
        self.chat_id = chat_id
        self.heard: Heard | None = None

    @classmethod
    async def open(cls, desk: Desk, turn: Turn, chat_id: int) -> Self:
        """Inside the update's transaction."""
        return cls(desk, await turn.store(), turn, chat_id)

    def hear(self, text: str) -> Heard:
        """The same; what this update said is heard once."""
        return self.heard if self.heard and self.heard.text == text else super().hear(text)

    @property
    def talk(self) -> Conversation:
        """The conversation as it stands."""
        return talk_of(self.turn)

    def keep(self, talk: Conversation) -> None:
        """The conversation from here on."""
        self.turn.conversation = talk.dump()

    def show(self, screen: Screen) -> None:
        """A screen below what was said; a newer one may replace it until there is a case."""
        no_case = self.turn.chat.case_id is None
        delivery = Delivery.SCREEN if no_case else Delivery.AGAIN
        self.send("sendMessage", message(self.chat_id, screen), delivery=delivery)

    def ends(self) -> None:
        """Nothing covers the step any more, and no question of the desk is open."""
        self.keep(self.talk.with_(aside=None, calling=None, after_case=None))


def talk_of(turn: Turn) -> Conversation:
    """The conversation of the chat in hand."""
    return Conversation.load(turn.conversation)
