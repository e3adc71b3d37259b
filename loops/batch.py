"""Batch: the effects of several updates, collected in memory and written together."""

from collections.abc import Sequence
from typing import Protocol

from loops.screens import is_replaceable, superseded
from store import chats, claims, inbox, outbox, unanswered, unseen
from store.chats import ChatRecord
from store.claims import ClaimCount
from store.database import Transaction
from store.inbox import Failure, Parking, Waiting
from store.outbox import Call
from store.turn import Turn
from store.unanswered import Unanswered
from store.unseen import Missed


class Outgoing(Protocol):
    """Where calls go once they are committed: the sender."""

    def number(self, calls: list[Call]) -> None:
        """Give calls their ids and time, in order, before they are stored."""

    def unsent(self, chat_id: int) -> list[Call]:
        """Return what still has to go out to a chat, in order."""

    def put(self, calls: list[Call], instead_of: Sequence[Call] = ()) -> None:
        """Take calls that are committed, and leave those that were taken out with them."""


class Batch:
    """One transaction for many updates, each all or nothing.

    One statement per kind and batch, not per update.
    """

    def __init__(self, transaction: Transaction, now: float, outgoing: Outgoing) -> None:
        """Now in Unix seconds; `outgoing` numbers calls and knows what was not sent yet."""
        self.transaction = transaction
        self.calls: list[Call] = []  # every call of the batch, stored or about to be
        self.superseded: list[Call] = []  # calls of earlier batches that these replace
        self.held: set[int] = set()  # chats whose later updates have to wait
        self.due: list[float] = []  # when those that failed are tried again
        self._now = now
        self._outgoing = outgoing
        self._known: dict[int, ChatRecord | None] = {}
        self._shown: set[int] = set()  # chats whose missed screen is shown again
        self._is_stale = False
        self.erased = False  # whether a chat was forgotten
        self._forget()

    def _forget(self) -> None:
        self._new_calls: list[Call] = []
        self._changed: dict[int, ChatRecord] = {}
        self._finished: list[int] = []
        self._failures: list[Failure] = []
        self._parkings: list[Parking] = []
        self._questions: list[Unanswered] = []
        self._claims: list[ClaimCount] = []

    async def chat(self, waiting: Waiting) -> ChatRecord | None:
        """Return the update's chat as the batch has left it so far, None if never seen."""
        chat_id = waiting.chat_id
        if chat_id is None:
            return None
        if chat_id not in self._known:
            stale = self._is_stale
            found = await chats.one(self.transaction, chat_id) if stale else waiting.chat
            self._known[chat_id] = found
        return self._known[chat_id]

    def missed(self, waiting: Waiting) -> Missed | None:
        """Return the screen the update's chat may have missed, as the batch has left it so far."""
        return None if waiting.chat_id in self._shown else waiting.missed

    def accept(self, turn: Turn, after: ChatRecord | None) -> None:
        """Take the effects of a turn whose handler returned."""
        if turn.has_shown_missed and turn.chat_id is not None:
            self._shown.add(turn.chat_id)
            unseen.forget(self.transaction, [turn.chat_id])
        if turn.chat_id is not None and after is not None:
            self._known[turn.chat_id] = self._changed[turn.chat_id] = after
        self._new_calls += turn.calls
        self._questions += turn.questions
        self._claims += turn.claims
        self._finished.append(turn.update_id)

    def forget(self, chat_id: int) -> None:
        """Erase a chat, with what earlier turns of this batch wanted to keep about it."""
        self.flush()
        chats.forget(self.transaction, chat_id)
        self._known[chat_id] = None
        self.erased = True

    def fail(self, waiting: Waiting, delay: float) -> None:
        """The update failed and is tried again after `delay` seconds."""
        next_try = self._now + delay
        self._failures.append(
            {
                "update_id": waiting.update_id,
                "failures": waiting.failures + 1,
                "next_try": next_try,
            }
        )
        if waiting.chat_id is not None:
            self.held.add(waiting.chat_id)
        self.due.append(next_try)

    def park(self, waiting: Waiting, reason: str, last_words: list[Call]) -> None:
        """The update is given up; `last_words` are sent all the same."""
        failures = waiting.failures + 1
        self._parkings.append(
            {"update_id": waiting.update_id, "failures": failures, "reason": reason}
        )
        self._new_calls += last_words

    async def open(self) -> Transaction:
        """Give a turn direct access: earlier turns are written first, then a savepoint is set."""
        self.flush()
        self.transaction.save_point()
        await self.transaction.flush()
        # Whatever it changes, later turns must read again.
        self._known.clear()
        self._is_stale = True
        return self.transaction

    def flush(self) -> None:
        """Hand what has been collected to the transaction."""
        transaction = self.transaction
        self._outgoing.number(self._new_calls)
        self._replace()
        chats.save(transaction, list(self._changed.values()), self._now)
        outbox.add(transaction, self._new_calls)
        unanswered.add(transaction, self._questions)
        claims.add(transaction, self._claims)
        inbox.finish(transaction, self._finished)
        inbox.fail(transaction, self._failures)
        inbox.park(transaction, self._parkings)
        self.calls += self._new_calls
        self._forget()

    def _replace(self) -> None:
        """Leave out the screens that these replace: those not stored yet, and those not sent."""
        known = {call.id for call in self.superseded}
        new = _screens(self._new_calls)
        stored = _screens(self.calls)
        gone: list[Call] = []
        for chat_id, screens in new.items():
            unsent = [one for one in self._outgoing.unsent(chat_id) if one.id not in known]
            waiting = [one for one in unsent if is_replaceable(one)]
            gone += superseded([*waiting, *stored.get(chat_id, ()), *screens])
        if not gone:
            return
        ids = {call.id for call in gone}
        fresh = {call.id for call in self._new_calls}
        outbox.remove(self.transaction, sorted(ids - fresh))
        here = fresh | {call.id for call in self.calls}
        self.superseded += [call for call in gone if call.id not in here]
        self.calls = [call for call in self.calls if call.id not in ids]
        self._new_calls = [call for call in self._new_calls if call.id not in ids]


def _screens(calls: Sequence[Call]) -> dict[int, list[Call]]:
    """Screens that may be replaced, by chat."""
    found: dict[int, list[Call]] = {}
    for call in calls:
        if call.chat_id is not None and is_replaceable(call):
            found.setdefault(call.chat_id, []).append(call)
    return found
