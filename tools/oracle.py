"""What the bot should have said and remembered: the same decisions without any machinery.

Every update that the sandbox ever delivered is handed, in order, to the same handlers, in memory.
Whatever store and loops do in between (crashes, restarts, retries), the chats must end up with
exactly these calls in this order and exactly this state.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from telegram import Update

from flows.library import load
from flows.mask import mask_update
from handlers.brain import Brain
from handlers.private import private_handler
from loops.receive import chat_of
from loops.turn import Turn
from store.chats import ChatRecord
from store.inbox import Waiting

TAP = "answerCallbackQuery"
# Noted from the wall clock, so it differs from run to run.
TIMED = "last_at"
_WORDS = ("text", "caption")


class Said(tuple[str, str]):
    """One call as a person notices it: what it does, and its words with their buttons."""

    __slots__ = ()


def said(method: str, payload: Mapping[str, Any]) -> Said:
    """The call without what a retry may change: message ids, and edit or new message."""
    words = next((str(payload[name]) for name in _WORDS if name in payload), None)
    if words is None:
        return Said((method, ""))
    buttons = payload.get("reply_markup") or {}
    markup = json.loads(buttons) if isinstance(buttons, str) else buttons
    return Said(("say", words + "\n" + json.dumps(markup, sort_keys=True)))


@dataclass(slots=True)
class Story:
    """One chat: the queries to acknowledge, the calls in order, the state at the end."""

    taps: list[str] = field(default_factory=list)
    calls: list[Said] = field(default_factory=list)
    conversation: dict[str, Any] = field(default_factory=dict)
    updates: int = 0


class _Context:
    def __init__(self, turn: Turn) -> None:
        self.turn = turn


class Oracle:
    """Decides like the bot. Raises ValueError when the content has errors."""

    def __init__(self, content: Path, today: date) -> None:
        library = load(content, today).library
        if library is None:
            raise ValueError(f"{content} has errors; bot.py check says which")
        self._handle = private_handler(Brain(library, lambda: today))

    async def stories(self, updates: Iterable[bytes]) -> dict[int, Story]:
        """The story of every chat, from its updates in the order of their ids."""
        records: dict[int, ChatRecord] = {}
        stories: dict[int, Story] = {}
        for body in updates:
            raw = mask_update(json.loads(body))
            chat_id = chat_of(raw)
            if chat_id is None:
                raise ValueError("the load has only private chats")
            story = stories.setdefault(chat_id, Story())
            turn = await self._turn(raw, chat_id, records.get(chat_id))
            _tell(story, turn)
            if turn.forgotten:
                records.pop(chat_id, None)
            elif (after := turn.after()) is not None:
                records[chat_id] = after
        return stories

    async def _turn(self, raw: dict[str, Any], chat_id: int, before: ChatRecord | None) -> Turn:
        waiting = Waiting(raw["update_id"], chat_id, 0.0, "", 0, before)
        turn = Turn(waiting, raw, before, _no_store)
        update = Update.de_json(raw, None)
        await self._handle(update, cast(Any, _Context(turn)))
        return turn


async def _no_store(_turn: Turn) -> Any:
    raise ValueError("the load does not reach the desk")


def _tell(story: Story, turn: Turn) -> None:
    story.updates += 1
    story.conversation = {} if turn.forgotten else dict(turn.conversation)
    for call in turn.calls:
        payload = json.loads(call.payload or "{}")
        if call.method == TAP:
            story.taps.append(str(payload["callback_query_id"]))
        else:
            story.calls.append(said(call.method, payload))
