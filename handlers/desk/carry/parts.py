"""Parts: the further messages of the topic in which words go on that are too long for one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flows.texts.html import Html
from handlers.outgoing import unlinked
from store import carried
from store.about import Part
from store.carried import Carried
from store.database import Transaction


async def below(
    db: Transaction,
    send: Callable[..., None],
    where: Mapping[str, Any],
    row: Carried,
    rest: Sequence[Html],
) -> None:
    """The parts below the first message: new ones sent, known ones changed, others taken away.

    where: the topic. All of it goes in the order of the topic.
    """
    known = await carried.parts(db, row.id)
    lane = f"{where['chat_id']}:{where['message_thread_id']}"
    for number, text in enumerate(rest, start=1):
        about, payload = Part(row.case_id, row.id, number), {**where, **unlinked(text)}
        if number in known:
            payload["message_id"] = known[number]
            send("editMessageText", payload, about=about, lane=lane)
        else:
            send("sendMessage", payload, about=about, lane=lane)
    spare = [there for number, there in known.items() if number > len(rest)]
    for there in spare:
        send("deleteMessage", {"chat_id": where["chat_id"], "message_id": there}, lane=lane)
    if spare:
        carried.drop_parts(db, row.id, len(rest) + 1)
