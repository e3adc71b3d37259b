"""A job: one unit of work of the desk, inside somebody's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from flows.desk.card import Card
from flows.desk.case import AuditAct
from flows.desk.wait import place_in_queue
from flows.library import Library
from flows.screen import Row, Screen
from flows.texts.html import Html
from flows.voice import Voice
from handlers.desk.desk import Desk, Known
from handlers.desk.filed import Filed, ForumTopic
from handlers.outgoing import keyboard, message, unlinked
from store import about as abouts
from store import audit, cases, staff, troubles
from store.about import Note
from store.database import Transaction
from store.unit import Unit

BOT = 0
"""Who did it, in the audit, when nobody did."""


class Job:
    """What the desk may do now: read and change in one transaction, decide calls.

    actor: who is doing it (Telegram's user id), `BOT` when nobody is.
    """

    def __init__(self, desk: Desk, db: Transaction, unit: Unit, actor: int = BOT) -> None:
        self.desk = desk
        self.db = db
        self.send = unit.send
        self.actor = actor
        self.now = desk.now()

    async def know(self) -> None:
        """Copy again what the desk knows, as this unit leaves it; in force once that is kept."""
        announced = [one for one in await troubles.notices(self.db) if one.state == "on"]
        known = Known(
            moved=await staff.moved_groups(self.db),
            notices={one.trouble: datetime.fromtimestamp(one.at, UTC) for one in announced},
        )

        def replace() -> None:
            self.desk.known = known

        self.db.after_commit(replace)

    @property
    def at(self) -> float:
        """Now, in Unix seconds."""
        return self.now.timestamp()

    @property
    def library(self) -> Library:
        return self.desk.brain.library

    @property
    def voice(self) -> Voice:
        return self.desk.voice

    def say(self, text: str, **values: object) -> Html:
        """A text of messages.yaml as Telegram HTML."""
        return self.voice.say(text, **values)

    def label(self, text: str, **values: object) -> str:
        """A text of messages.yaml as plain text."""
        return self.voice.label(text, **values)

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

    def audit(self, act: AuditAct, case_id: int | None, about: str = "") -> None:
        """Record who did what with which case."""
        audit.note(self.db, self.at, self.actor, act.value, case_id, about)

    def to_topic(self, case: Filed, text: Html, **more: Any) -> None:
        """A word to the staff in the topic of a case; nothing while there is no topic."""
        if case.topic is not ForumTopic.THERE:
            return
        about: abouts.Known = more.pop("about", Note(case.id))
        rows: tuple[Row, ...] = more.pop("rows", ())
        payload = {**in_topic(case), **unlinked(text), **more}
        if rows:
            payload["reply_markup"] = keyboard(rows)
        self.send("sendMessage", payload, about=about)

    def panel(self, case: Filed, card: Card, reply_to: int | None = None) -> None:
        """A panel in the topic of a case."""
        more = {"reply_parameters": reply(reply_to)} if reply_to else {}
        self.to_topic(case, card.text, rows=card.rows, **more)

    def to_person(self, chat_id: int, screen: Screen, **how: Any) -> None:
        """A screen to a participant."""
        self.send("sendMessage", message(chat_id, screen), **how)

    def tell(self, case: Filed, text: Html, *, rows: tuple[Row, ...] = (), **how: Any) -> None:
        """A word to the participant of a case."""
        self.to_person(case.chat_id, Screen(id="case", text=text, nav=rows), **how)


def in_topic(case: Filed) -> dict[str, Any]:
    """Where the topic of a case is."""
    return {"chat_id": case.group_id, "message_thread_id": case.topic_id}


def reply(message_id: int) -> Mapping[str, Any]:
    """A reference to a message, dropped when that is gone."""
    return {"message_id": message_id, "allow_sending_without_reply": True}
