"""Screens: which of those that wait for one chat are not worth sending any more. Pure.

Only the newest shows where the conversation stands. Prevents a minute of old screens before the
answer somebody waits for, and a day of them after an outage.
"""

from collections.abc import Sequence
from itertools import groupby

from store.outbox import ANSWER, LATE, NOTICE, REPLY, Call, Delivery

_Turn = list[Call]


def is_replaceable(call: Call) -> bool:
    """Say whether a newer screen may come instead: nobody asked to hear of it, no more."""
    return call.delivery is Delivery.SCREEN and call.about is None and call.update_id is not None


def superseded(calls: Sequence[Call]) -> list[Call]:
    """Return those of a chat's unsent screens, given in order, that newer ones replace.

    What one update decided stays together. There stay the newest; the newest that is more than a
    word beside the conversation; the newest answer to a question, unless it was asked again. Of an
    outage there stays one.
    """
    turns = [list(turn) for _update, turn in groupby(calls, key=lambda call: call.update_id)]
    if len(turns) < 2:
        return []
    newest = turns[-1]
    moving = _newest(turns, REPLY)
    kept = [newest, moving, _newest(turns, ANSWER)]
    if _is_late(newest):
        kept = [moving or newest]
    said = {call.payload for call in newest}
    return [
        call
        for turn in turns
        if not any(turn is one for one in kept)
        or (turn is not newest and all(call.payload in said for call in turn))
        for call in turn
    ]


def _newest(turns: Sequence[_Turn], priority: int) -> _Turn | None:
    """The newest that weighs at least as much."""
    return next((turn for turn in reversed(turns) if _weight(turn) <= priority), None)


def _is_late(turn: _Turn) -> bool:
    return LATE <= turn[0].priority < NOTICE


def _weight(turn: _Turn) -> int:
    return turn[0].priority - (LATE if _is_late(turn) else 0)
