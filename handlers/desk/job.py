"""A job: one unit of work of the desk, inside somebody's transaction."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Self

from flows.content.offices import Office
from flows.conversation import Conversation
from flows.desk.card import Card
from flows.desk.case import AuditAct
from flows.desk.rooms import MINUTE, room
from flows.desk.wait import Wait, estimate, place_in_queue, waits
from flows.ears import Heard
from flows.guard.names import may_be_shown
from flows.library import Library
from flows.scene import Scene
from flows.screen import Row, Screen
from flows.texts.html import Html
from flows.voice import Voice
from handlers.desk.carry import marks
from handlers.desk.desk import Copied, Desk
from handlers.desk.filed import Filed, ForumTopic
from handlers.outgoing import keyboard, message, unlinked
from store import audit, bells, cases, ledger, setbacks, staff, troubles
from store.about import Known, Note, Said
from store.carried import Carried
from store.database import Transaction
from store.ledger import NOTHING, Key, Side, What
from store.outbox import Delivery
from store.outcome import Kind, Outcome
from store.turn import Turn
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
    def at(self) -> float:
        """Now, in Unix seconds."""
        return self.now.timestamp()

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

    def to_topic(
        self,
        case: Filed,
        text: Html,
        *,
        rows: tuple[Row, ...] = (),
        reply_to: int | None = None,
        what: What = What.NOTE,
        subject: int | None = None,
        about: Known | None = None,
        priority: int | None = None,
    ) -> None:
        """A word to the staff in the topic of a case, until Telegram has accepted it.

        subject: what it is about; unless told, the message it answers or the case as it is.
        about: it is not in the ledger, and this hears what became of it.
        """
        said: dict[str, Any] = unlinked(text)
        if reply_to is not None and reply_to > 0:
            said["reply_parameters"] = reply(reply_to)
        if rows:
            said["reply_markup"] = keyboard(rows)
        if about is None:
            number = subject if subject is not None else reply_to or -case.version
            self.say(case, Key(case.id, Side.STAFF, what, number), said)
        elif case.topic is ForumTopic.THERE:
            where = in_topic(case)
            self.send("sendMessage", {**where, **said}, about=about, priority=priority)

    def panel(self, case: Filed, card: Card, reply_to: int | None = None) -> None:
        """A panel in the topic of a case: of the moment, whoever wants it presses again."""
        self.to_topic(case, card.text, rows=card.rows, reply_to=reply_to, about=Note(case.id))

    def to_person(self, chat_id: int, screen: Screen) -> None:
        """A screen to a participant."""
        self.send("sendMessage", message(chat_id, screen))

    def tell(
        self, case: Filed, text: Html, *, rows: tuple[Row, ...] = (), what: What = What.NOTE
    ) -> None:
        """A word to the participant of a case, until Telegram has accepted it."""
        self.tell_screen(case, Screen(id="case", text=text, nav=rows), what)

    def tell_screen(self, case: Filed, screen: Screen, what: What) -> None:
        """The same with a screen."""
        said = message(case.chat_id, screen)
        del said["chat_id"]
        self.say(case, Key(case.id, Side.PARTICIPANT, what, case.version), said)

    def say(self, case: Filed, key: Key, said: Mapping[str, Any], *, again: bool = False) -> None:
        """Something of the ledger, on its way or, while there is no topic, due.

        again: it is in the ledger already.
        """
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        revision = digest(text)
        is_staff = key.side is Side.STAFF
        can_go = not is_staff or case.topic is ForumTopic.THERE
        if not again:
            ledger.want(self.db, key, revision, self.at, said=text, sending=can_go)
        if can_go:
            where = in_topic(case) if is_staff else {"chat_id": case.chat_id}
            about = Said(key.case_id, key.side, key.what, key.subject, revision)
            self.send("sendMessage", {**where, **said}, about=about)

    def warn(self, case: Filed, row: Carried, card: Card) -> None:
        """A warning below an officer's message, until it is mended."""
        below = row.topic_message_id
        self.to_topic(
            case, card.text, rows=card.rows, reply_to=below, what=What.WARNING, subject=row.id
        )

    async def unsay(self, case: Filed, what: What, subject: int) -> None:
        """Take a word out of the topic that is no longer true, if it is there."""
        told = await ledger.one(self.db, Key(case.id, Side.STAFF, what, subject))
        if told is None:
            return
        ledger.drop(self.db, [told.key])
        if told.message_id is not None:
            self.remove(case, told.message_id)

    def remove(self, case: Filed, message_id: int) -> None:
        """Take a message of ours out of the topic."""
        self.send("deleteMessage", {"chat_id": case.group_id, "message_id": message_id})

    async def mark(self, case: Filed, row: Carried) -> None:
        """Let an officer's message carry the mark that is true, unless it does already."""
        key, wanted = Key(case.id, Side.STAFF, What.MARK, row.id), marks.fitting(row)
        told = await ledger.one(self.db, key)
        if wanted == (told.wanted if told else NOTHING) or (row.topic_message_id or 0) < 0:
            return
        ledger.want(self.db, key, wanted, self.at)
        self.react(case, row, wanted)

    def react(self, case: Filed, row: Carried, mark: str) -> None:
        """The reaction below a message, in a lane of its own: it may come late."""
        where = {"chat_id": case.group_id, "message_id": row.topic_message_id}
        reaction = [{"type": "emoji", "emoji": mark}] if mark else []
        about = Said(case.id, Side.STAFF, What.MARK, row.id, mark)
        self.send(
            "setMessageReaction", {**where, "reaction": reaction}, about=about,
            lane=f"{case.group_id}:marks",
        )  # fmt: skip


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


def in_topic(case: Filed) -> dict[str, Any]:
    """Where the topic of a case is."""
    return {"chat_id": case.group_id, "message_thread_id": case.topic_id}


def link(case: Filed) -> str:
    """The address of its topic inside Telegram (t.me/c/…); "" without one."""
    if case.topic is not ForumTopic.THERE:
        return ""
    return f"https://t.me/c/{str(case.group_id).removeprefix('-100')}/{case.topic_id}"


def is_here(case: Filed, outcome: Outcome) -> bool:
    """Whether a call went into the topic the case has now, and not into one it has left."""
    call = outcome.call
    thread = json.loads(call.payload).get("message_thread_id")
    return (call.chat_id, thread) == (case.group_id, case.topic_id)


def lane(case: Filed) -> str:
    """The lane of everything that goes into the topic."""
    return f"{case.group_id}:{case.topic_id}"


def digest(text: str) -> str:
    """The revision of what something says."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


_PATIENCE = (2.0, 5.0, 10.0, 30.0, 60.0)
"""Seconds before something that Telegram did not accept is tried again."""


def next_try(at: float, tries: int, kind: Kind) -> float:
    """When something is tried again that was refused `tries` times before."""
    if kind in (Kind.CHAT_GONE, Kind.FORBIDDEN, Kind.FROZEN):
        return at + 30.0  # so that a lost group is no storm
    return at + _PATIENCE[min(tries, len(_PATIENCE) - 1)]


def reply(message_id: int) -> Mapping[str, Any]:
    """A reference to a message, dropped when that is gone."""
    return {"message_id": message_id, "allow_sending_without_reply": True}
