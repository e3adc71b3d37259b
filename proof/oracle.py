"""What the bot should have said and remembered: the same decisions without any machinery.

Every update that the sandbox ever delivered is handed, in order, to the same handlers, in memory.
Whatever store and loops do in between (crashes, restarts, retries), the chats must end up with
exactly these calls in this order and exactly this state.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from telegram import Update

from app.gallery import Gallery, cache_of
from editorial.load import load
from flows.library import Library
from flows.mask import mask_update
from handlers.brain import Brain
from handlers.register import add_handlers
from loops.application import Dispatcher, build
from loops.arrivals import chat_of
from loops.http import BotApi
from loops.screens import is_replaceable
from proof.bench.telegram import TOKEN
from sandbox.server import start
from store import chats
from store.database import Database, Transaction
from store.inbox import Waiting
from store.turn import Turn

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
    """One chat: the queries to acknowledge, the calls in order, the state at the end.

    passing: places of calls that a later one may replace before they are sent.
    """

    taps: list[str] = field(default_factory=list)
    calls: list[Said] = field(default_factory=list)
    passing: set[int] = field(default_factory=set)
    conversation: dict[str, Any] = field(default_factory=dict)
    updates: int = 0


class Oracle:
    """Decides like the bot."""

    def __init__(self, content: Path, today: date, known: Library | None = None) -> None:
        """`known`: the library of this content, where it has been read already.

        Raises ValueError when it must be read and has errors.
        """
        library = known or load(content, today).library
        if library is None:
            raise ValueError(f"{content} has errors; bot.py check says which")
        self._content = content
        self._library = library
        self._today = today

    async def stories(self, updates: Iterable[bytes]) -> dict[int, Story]:
        """The story of every chat, from its updates in the order of their ids."""
        stories: dict[int, Story] = {}
        async with AsyncExitStack() as stack:
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="oracle-")))
            application = await stack.enter_async_context(self._dispatcher())
            database = await Database.open(folder / "oracle.db")
            stack.push_async_callback(database.close)
            transaction = await stack.enter_async_context(database.transaction())
            for body in updates:
                turn = await _decide(application, transaction, json.loads(body))
                if turn.chat_id is None:
                    raise ValueError("the load has only private chats")
                _tell(stories.setdefault(turn.chat_id, Story()), turn)
        return stories

    @asynccontextmanager
    async def _dispatcher(self) -> AsyncIterator[Dispatcher]:
        """The bot's own handlers; a sandbox only tells them who they are."""
        kept_in = cache_of(self._content, database=self._content)
        shelf = Gallery(self._content, self._library.drawings, kept_in)
        brain = Brain(self._library.with_media(shelf), lambda: self._today)
        server = await start(limits=False)
        try:
            async with BotApi(TOKEN, server.url) as api:
                application = build(api)
                add_handlers(application, brain)
                await application.initialize()
                yield application
                await application.shutdown()
        finally:
            await server.close()


async def _decide(
    application: Dispatcher, transaction: Transaction, update: dict[str, Any]
) -> Turn:
    """Hand over one update and keep what it changed."""
    raw = mask_update(update)
    chat_id = chat_of(raw)
    before = None if chat_id is None else await chats.one(transaction, chat_id)

    async def store(_turn: Turn) -> Transaction:
        return transaction

    turn = Turn(Waiting(raw["update_id"], chat_id, 0.0, 0.0, "", 0, before), raw, before, store)
    turn.enter()
    await application.process_update(Update.de_json(raw, application.bot))
    after = turn.after()
    if turn.forgotten and chat_id is not None:
        chats.forget(transaction, chat_id)
    if after is not None:
        chats.save(transaction, [after], 0.0)
    return turn


def _tell(story: Story, turn: Turn) -> None:
    story.updates += 1
    story.conversation = {} if turn.forgotten else dict(turn.conversation)
    for call in turn.calls:
        payload = json.loads(call.payload)
        if call.method == TAP:
            story.taps.append(str(payload["callback_query_id"]))
            continue
        if is_replaceable(call):
            story.passing.add(len(story.calls))
        story.calls.append(said(call.method, payload))
