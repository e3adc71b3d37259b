"""Arrivals: what Telegram brought, made ready for the inbox: masked, or parked by its number."""

import json
import time
import zlib
from collections.abc import Callable
from typing import Any

import structlog

from loops.delivered import LARGEST, WIDEST, Spoiled, too_wide
from loops.place import place
from store.inbox import Arrival

log = structlog.get_logger()

Mask = Callable[[dict[str, Any]], dict[str, Any]]
"""Removes personal data; whatever it raises parks the update."""


class Arrivals:
    """Makes rows for the inbox with one mask and one clock (Unix seconds)."""

    def __init__(self, mask: Mask, now: Callable[[], float] = time.time) -> None:
        self._mask = mask
        self._now = now

    def made(self, update: object, written_at: float) -> Arrival | None:
        """Prepare an update for storing; None when it has no number to store it under."""
        number = number_of(update)
        if number is None or not -WIDEST <= number < WIDEST:
            return None
        if isinstance(update, Spoiled):
            log.error("update_not_readable", update_id=number, why=update.reason)
            return self.parked(number, update.reason)
        assert isinstance(update, dict)
        try:
            kept = self._mask(without_echo(update))
            body = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        except Exception as error:
            # Better nothing than something unmasked.
            log.error("update_not_masked", update_id=number, where=place(error))
            reason = f"mask failed: {place(error)}"
            return self.parked(number, reason, chat_of(update), stamp_of(update))
        if len(body) > LARGEST:
            return self.parked(number, "too large", stamp=stamp_of(update))
        if too_wide(kept, body):
            return self.parked(number, "a number of more than 64 bits")
        arrival = self.parked(number, "", chat_of(update), stamp_of(update))
        kept_as: Arrival = {**arrival, "body": body, "state": "waiting", "reason": None}
        kept_as["written_at"] = written_at
        return kept_as

    def parked(
        self, number: int, reason: str, chat_id: int | None = None, stamp: int | None = None
    ) -> Arrival:
        """An update of which only the number is kept, and why."""
        return {
            "update_id": number,
            "stamp": stamp,
            "chat_id": chat_id,
            "received_at": (now := self._now()),
            "written_at": now,
            "body": None,
            "state": "parked",
            "reason": reason,
        }


def number_of(update: object) -> int | None:
    """Telegram's number of an update, None when it has none."""
    if isinstance(update, Spoiled):
        return update.number
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) else None


_STAMPED = ("id", "message_id", "date", "edit_date")


def stamp_of(update: dict[str, Any]) -> int | None:
    """What tells an update from another of the same number, the same whenever it is delivered.

    Made of numbers and moments of Telegram's, and too short to be read back; None where there are
    none.
    """
    for kind, content in update.items():
        if isinstance(content, dict):
            chat = content.get("chat")
            said = [content.get(name) for name in _STAMPED]
            said.append(chat.get("id") if isinstance(chat, dict) else None)
            return zlib.crc32(repr((kind, said)).encode(errors="replace"))
    return None


_ECHO = ("message_id", "date", "chat", "message_thread_id", "is_topic_message")


def without_echo(update: dict[str, Any]) -> dict[str, Any]:
    """The update without the text and buttons of our own message that a press brings back.

    Only where it stands is needed, and it would be most of what is masked, stored and parsed.
    """
    press = update.get("callback_query")
    if not isinstance(press, dict) or not isinstance(press.get("message"), dict):
        return update
    echo = press["message"]
    place_only = {name: echo[name] for name in _ECHO if name in echo}
    return {**update, "callback_query": {**press, "message": place_only}}


def chat_of(update: dict[str, Any]) -> int | None:
    """Return the chat whose order an update belongs to, None if it belongs to none.

    An inline query or poll answer counts as its person's private chat.
    """
    for content in update.values():
        if not isinstance(content, dict):
            continue
        message = content.get("message")
        for holder in (content, message if isinstance(message, dict) else {}):
            number = _id(holder.get("chat"))
            if number is not None:
                return number
        return _id(content.get("from")) or _id(content.get("user"))
    return None


def _id(thing: object) -> int | None:
    number = thing.get("id") if isinstance(thing, dict) else None
    return number if isinstance(number, int) else None
