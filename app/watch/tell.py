"""Tell: a word of the watch to whoever can be reached: the supervisor, the staff group, the log.

Straight to Telegram and not through the outbox: what keeps the outbox from being sent is what has
to be told. Heard twice after a kill is better than not at all.
"""

from __future__ import annotations

from collections.abc import Iterable

import structlog

from app.watch.look import SILENT
from flows.texts.html import Html
from handlers.outgoing import unlinked
from loops.errors import CallError
from loops.http import BotApi
from store.outcome import Kind

log = structlog.get_logger()


async def share(api: BotApi, text: Html, group: int) -> None:
    """Say it in a group, too, where officers see with their own eyes that something is missing."""
    try:
        await api.call("sendMessage", {"chat_id": group, **unlinked(text)})
    except CallError as error:
        log.warning("alarm_not_told", chat_id=group, kind=error.fate.kind.value)


async def tell(api: BotApi, text: Html, listeners: Iterable[int]) -> int | None:
    """Say it to the first of the chats that takes it, and return which; 0 is the log.

    Returns None when Telegram gave no answer: it is said again later.
    """
    for chat_id in listeners:
        try:
            await api.call("sendMessage", {"chat_id": chat_id, **unlinked(text)})
            return chat_id
        except CallError as error:
            kind = error.fate.kind
            log.warning("alarm_not_told", chat_id=chat_id, kind=kind.value)
            if kind in SILENT:
                # It may have arrived: nobody else need hear it, too.
                return chat_id if kind is Kind.UNCERTAIN else None
    log.error("alarm_told_nobody")
    return 0
