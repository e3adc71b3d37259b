"""Lanes: which call goes out next. Pure; the clock is an argument (seconds, monotonic).

Calls of one lane go out in order, one at a time; lanes side by side; smaller priority first.
"""

from collections.abc import Iterable
from heapq import heappop, heappush

from loops.pace import Pace
from store.outbox import FIRST, NOTICE, Call

# Neither makes nor changes a message.
_FREE = frozenset({"answerCallbackQuery", "setMessageReaction", "sendChatAction", "getChatMember"})

_Entry = tuple[int, int, Call]  # priority, id, call


class _Lane:
    __slots__ = ("busy", "calls", "name", "not_before")

    def __init__(self, name: str) -> None:
        self.name = name
        self.calls: list[_Entry] = []
        self.busy = False
        self.not_before = 0.0


class Lanes:
    """All calls waiting in memory; the database holds the same."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._lanes: dict[str, _Lane] = {}
        self._ready: list[tuple[int, int, str]] = []  # priority, id, lane
        self._later: list[tuple[float, str]] = []  # when, lane
        self._paused: dict[int, float] = {}  # chat_id -> until
        self.waiting = 0

    def add(self, calls: Iterable[Call]) -> None:
        """Queue calls."""
        for call in calls:
            lane = self._lanes.get(call.lane)
            if lane is None:
                lane = self._lanes[call.lane] = _Lane(call.lane)
            heappush(lane.calls, (call.priority, call.id, call))
            self.waiting += 1
            if not lane.busy and lane.calls[0][2] is call:
                heappush(self._ready, (call.priority, call.id, lane.name))

    def take(self, now: float) -> Call | None:
        """Return the next call and make its lane busy; None when none may go now."""
        self._wake(now)
        while self._ready:
            _priority, number, name = self._ready[0]
            lane = self._lanes.get(name)
            if lane is None or lane.busy or not lane.calls or lane.calls[0][1] != number:
                heappop(self._ready)  # overtaken by a more urgent call, or dropped
                continue
            call = lane.calls[0][2]
            wait = self._wait(lane, call, now)
            if wait > 0:
                heappop(self._ready)
                heappush(self._later, (now + wait, name))
                continue
            if is_counted(call.method):
                if self._pace.wait_overall(now) > 0:
                    return None
                self._pace.spend(call.chat_id, now, _patience(call.priority))
            heappop(self._ready)
            heappop(lane.calls)
            lane.busy = True
            self.waiting -= 1
            return call
        return None

    def wake_at(self, now: float) -> float | None:
        """Return when `take` may have something again without anything happening before."""
        times = []
        if self._later:
            times.append(self._later[0][0])
        if self._ready:
            times.append(now + self._pace.wait_overall(now))
        return min(times, default=None)

    def done(self, call: Call) -> None:
        """The call is settled: its lane goes on."""
        lane = self._lanes[call.lane]
        lane.busy = False
        if lane.calls:
            self._offer(lane)
        else:
            del self._lanes[call.lane]

    def again(self, call: Call, at: float) -> None:
        """The call has to be tried again, not before the given time; its lane waits for it."""
        lane = self._lanes[call.lane]
        lane.busy = False
        lane.not_before = at
        heappush(lane.calls, (call.priority, call.id, call))
        self.waiting += 1
        self._offer(lane)

    def pause(self, chat_id: int, until: float) -> None:
        """Hold back every lane of a chat, and no other."""
        self._paused[chat_id] = max(until, self._paused.get(chat_id, until))

    def paused(self, now: float) -> dict[int, float]:
        """Chats that are held back, with the seconds left."""
        return {chat: until - now for chat, until in self._paused.items() if until > now}

    def drop(self, chat_id: int) -> list[Call]:
        """Take out and return every waiting call to a chat; busy ones are left to finish."""
        dropped: list[Call] = []
        for lane in list(self._lanes.values()):
            gone = [entry[2] for entry in lane.calls if entry[2].chat_id == chat_id]
            if gone:
                dropped += gone
                lane.calls = sorted(one for one in lane.calls if one[2].chat_id != chat_id)
                if not lane.busy and lane.calls:
                    self._offer(lane)
                elif not lane.busy:
                    del self._lanes[lane.name]
        self.waiting -= len(dropped)
        return sorted(dropped, key=lambda call: call.id)

    def _offer(self, lane: _Lane) -> None:
        priority, number, _call = lane.calls[0]
        heappush(self._ready, (priority, number, lane.name))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            lane = self._lanes.get(heappop(self._later)[1])
            if lane is not None and not lane.busy and lane.calls:
                self._offer(lane)

    def _wait(self, lane: _Lane, call: Call, now: float) -> float:
        wait = lane.not_before - now
        if call.chat_id is not None:
            if call.chat_id in self._paused:
                wait = max(wait, self._paused[call.chat_id] - now)
                if self._paused[call.chat_id] <= now:
                    del self._paused[call.chat_id]
            if is_counted(call.method):
                patience = _patience(call.priority)
                wait = max(wait, self._pace.wait_chat(call.chat_id, now, patience))
        return wait


def _patience(priority: int) -> int:
    """How long a call of this priority can wait, as `Pace` counts it."""
    return 2 if priority >= NOTICE else 1 if priority > FIRST else 0


def is_counted(method: str) -> bool:
    """Say whether Telegram counts a method against the message limits."""
    return method not in _FREE
