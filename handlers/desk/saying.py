"""Saying: words of the desk to either side of a case, kept in the ledger until they are shown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from flows.desk.card import Card
from flows.screen import Row, Screen
from flows.texts.html import Html
from handlers.desk.carry import marks
from handlers.desk.filed import Filed, ForumTopic, in_topic
from handlers.outgoing import keyboard, message, reply, unlinked
from store import ledger
from store.about import Known, Note, Said
from store.carried import Carried
from store.database import Transaction
from store.ledger import NOTHING, Key, Side, What
from store.outcome import Kind
from store.unit import Unit


class Saying:
    """What may be said in one transaction; the calls go out once it is kept."""

    def __init__(self, db: Transaction, unit: Unit, now: datetime) -> None:
        self.db = db
        self.send = unit.send
        self.now = now

    @property
    def at(self) -> float:
        """Now, in Unix seconds."""
        return self.now.timestamp()

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
