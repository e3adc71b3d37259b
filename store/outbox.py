"""Outbox: Bot API calls decided but not yet accepted by Telegram."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypedDict

from store.database import Row, Transaction

# What goes first when many calls wait; smaller is sooner. Within a lane what answers people keeps
# its order.
FIRST = 0  # acknowledging a tap
CARD = 5  # the card of a new topic: before the next topic is made
INSTEAD = 6  # comes in place of what was refused: before whatever follows it
ANSWER = 8  # an answer to a question
REPLY = 10  # an answer to what somebody just did
STANDING = 12  # where the conversation stands, once more
NOTICE = 40  # everything nobody is waiting for

LATE = 20
"""Added to what answers words of an outage: who writes now is answered before."""


class Delivery(StrEnum):
    """What is done when nobody knows whether Telegram carried a call out."""

    ASK = "ask"
    """Somebody is asked before it is repeated: an officer's words to a participant."""

    AGAIN = "again"
    """Repeated until Telegram said yes: what a side must know. Rather twice than never."""

    SCREEN = "screen"
    """A screen of the guide: repeated once, replaced by a newer one, shown again if need be."""

    ONCE = "once"
    """Never made twice, not even after a crash; what became of it is looked for: a new topic."""

    DROP = "drop"
    """Of the moment: a toast. Not repeated."""


def delivery_of(method: str) -> Delivery:
    """What holds for a method unless its sender says otherwise."""
    return _DELIVERIES.get(method, Delivery.AGAIN)


_DELIVERIES = {
    "answerCallbackQuery": Delivery.DROP,
    "sendChatAction": Delivery.DROP,
    # A second topic would split a conversation in two.
    "createForumTopic": Delivery.ONCE,
}


@dataclass(slots=True)
class Call:
    """One Bot API call.

    id: order of decision; given when it is stored.
    update_id, ordinal: the update that decided it and the how-manieth call of it.
    chat_id: whose limits it counts against; None when it concerns no chat.
    lane: calls of one lane go out in order, one at a time.
    payload: JSON text exactly as it is sent.
    about: JSON text for whoever asked to hear the outcome; never sent.
    delivery: what an unknown outcome means.
    created_at: Unix seconds.
    """

    id: int
    update_id: int | None
    ordinal: int
    chat_id: int | None
    lane: str
    priority: int
    method: str
    payload: str
    about: str | None
    delivery: Delivery
    created_at: float


class Settlement(TypedDict):
    """A call that will not be sent any more: `state` is `uncertain` or `failed`."""

    id: int
    state: str
    reason: str


def add(transaction: Transaction, calls: Sequence[Call]) -> None:
    """Queue calls; their ids must be set."""
    transaction.write("outbox_add", [_row(call) for call in calls])


def _row(call: Call) -> dict[str, Any]:
    # Six times as fast as dataclasses.asdict, and done for every message.
    return {name: getattr(call, name) for name in Call.__slots__}


async def waiting(transaction: Transaction) -> list[Call]:
    """Return all calls that still have to go out, in order."""
    return [_call(row) for row in await transaction.fetch("outbox_waiting")]


def _call(row: Row) -> Call:
    named = dict(zip(Call.__slots__, row, strict=True))
    return Call(**{**named, "delivery": Delivery(named["delivery"])})


async def is_under_way(transaction: Transaction, lane: str) -> bool:
    """Say whether a call somebody wants to hear of still has to go out in this lane.

    What the unit of work in hand has decided itself is not counted yet.
    """
    return await transaction.fetch_one("outbox_in_lane", lane=lane) is not None


async def abouts(transaction: Transaction) -> list[str]:
    """Return what the calls are about that still have to go out (JSON texts)."""
    return [str(row[0]) for row in await transaction.fetch("outbox_abouts")]


async def last_id(transaction: Transaction) -> int:
    """Return the highest id in the table, 0 when it is empty."""
    row = await transaction.fetch_one("outbox_last_id")
    return int(row[0]) if row and row[0] is not None else 0


def remove(transaction: Transaction, ids: Sequence[int]) -> None:
    """Take out calls that are not wanted any more."""
    transaction.write("outbox_remove", [{"id": one} for one in ids])


def accepted(transaction: Transaction, ids: Sequence[int]) -> None:
    """Remove calls that Telegram has accepted."""
    remove(transaction, ids)


def settle(transaction: Transaction, settlements: Sequence[Settlement]) -> None:
    """Give calls up, remove their words, keep the reason."""
    transaction.write("outbox_settle", settlements)


async def prune(transaction: Transaction, before: float) -> int:
    """Delete given-up calls older than `before` (Unix seconds); returns how many."""
    return await transaction.run("outbox_prune", before=before)


async def counts(transaction: Transaction) -> dict[str, int]:
    """Return how many calls are in each state."""
    return {str(row[0]): int(row[1]) for row in await transaction.fetch("outbox_counts")}
