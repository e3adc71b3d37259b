"""Unit: one unit of work. What it changes and the calls it decides are kept together or not at all.

Said once, for the loops that commit it and for the handlers that work in it.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping

from store import about_text
from store.about import Known
from store.database import Transaction
from store.outbox import FIRST, LATE, REPLY, Call, Delivery, delivery_of


class Unit(ABC):
    """What may be done now: read and change in one transaction, decide calls.

    chat_id: whose limits count for calls that name no chat.
    calls: what is to be sent after the commit, in order.
    is_late: what it answers is of an outage; who writes now is answered before.
    """

    __slots__ = ("_origin", "calls", "chat_id", "is_late")

    def __init__(
        self, chat_id: int | None = None, origin: int | None = None, *, is_late: bool = False
    ) -> None:
        """`origin`: the update that decides, None when none does."""
        self.chat_id = chat_id
        self.is_late = is_late
        self._origin = origin
        self.calls: list[Call] = []

    @abstractmethod
    async def store(self) -> Transaction:
        """Direct access to the database inside the transaction of this unit."""

    def send(
        self,
        method: str,
        payload: Mapping[str, object],
        *,
        lane: str | None = None,
        priority: int | None = None,
        about: Known | None = None,
        delivery: Delivery | None = None,
    ) -> None:
        """Decide one Bot API call; it goes out after the commit.

        payload: plain Bot API JSON; a local file is `{"file": "content/pictures/x.png"}`,
            with `"id": file_id` behind it when Telegram has seen it before, and `"made_of": ...`
            between them when it may still have to be made.
        lane: calls of one lane keep their order; by default one lane per chat and topic, and
            one for acknowledging taps.
        priority: FIRST (default for acknowledging taps), REPLY (default) ... NOTICE.
        about: comes back with what became of the call.
        delivery: what an unknown outcome means; by default what the method means (`delivery_of`).

        Raises TypeError or ValueError when the payload is not JSON.
        """
        call = make_call(
            method,
            payload,
            lane=lane,
            priority=priority,
            about=about,
            delivery=delivery,
            chat_id=self.chat_id,
        )
        if self.is_late and FIRST < call.priority < LATE:
            call.priority += LATE
        call.update_id = self._origin
        call.ordinal = len(self.calls)
        self.calls.append(call)


class OpenUnit(Unit):
    """A unit whose transaction is open already: a tick, or an outcome that is being written."""

    __slots__ = ("transaction",)

    def __init__(self, transaction: Transaction) -> None:
        super().__init__()
        self.transaction = transaction

    async def store(self) -> Transaction:
        """The transaction."""
        return self.transaction


def lane_of(chat_id: object) -> str:
    """The lane of what is said in a chat, outside of its topics."""
    return str(chat_id)


def make_call(
    method: str,
    payload: Mapping[str, object],
    *,
    chat_id: int | None,
    lane: str | None = None,
    priority: int | None = None,
    about: Known | None = None,
    delivery: Delivery | None = None,
) -> Call:
    """Build a call whose id and origin are not yet set; see `Unit.send`.

    chat_id: counted against its limits when the payload names no chat.
    """
    target = payload.get("chat_id", chat_id)
    chat = target if isinstance(target, int) else chat_id
    tap = method == "answerCallbackQuery"
    if lane is None:
        thread = payload.get("message_thread_id")
        lane = f"tap:{chat}" if tap else f"{target}:{thread}" if thread else lane_of(target)
    return Call(
        id=0,
        update_id=None,
        ordinal=0,
        chat_id=chat,
        lane=lane,
        priority=(FIRST if tap else REPLY) if priority is None else priority,
        method=method,
        payload=json.dumps(payload, ensure_ascii=False, separators=(",", ":")),
        about=None if about is None else about_text.dump(about),
        delivery=delivery_of(method) if delivery is None else delivery,
        created_at=0.0,
    )
