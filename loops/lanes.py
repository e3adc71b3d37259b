"""Lanes: which call goes out next. Pure; the clock is an argument (seconds, monotonic).

Calls of one lane go out in order, one at a time, notices last; lanes side by side, the one with the
most urgent call first.
"""

from collections.abc import Iterable
from heapq import heappop, heappush

from loops.pace import Pace
from store.outbox import ANSWER, FIRST, NOTICE, REPLY, Call

# Neither makes nor changes a message.
_FREE = frozenset({"answerCallbackQuery", "setMessageReaction", "sendChatAction", "getChatMember"})

_Entry = tuple[int, int, Call]  # place, id, call


def _entry(call: Call) -> _Entry:
    """What answers people keeps its order in a lane, however urgent it is in sum."""
    between = ANSWER <= call.priority < NOTICE
    return REPLY if between else call.priority, call.id, call


class _Lane:
    __slots__ = ("busy", "calls", "name", "not_before", "urgent")

    def __init__(self, name: str) -> None:
        self.name = name
        self.calls: list[_Entry] = []
        self.busy: Call | None = None
        self.not_before = 0.0
        self.urgent = NOTICE  # the smallest priority in it

    def look(self) -> None:
        """Find again how urgent it is."""
        self.urgent = min((call.priority for *_key, call in self.calls), default=NOTICE)


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
            heappush(lane.calls, _entry(call))
            self.waiting += 1
            sooner = lane.calls[0][2] is call or call.priority < lane.urgent
            lane.urgent = min(lane.urgent, call.priority)
            if lane.busy is None and sooner:
                self._offer(lane)

    def take(self, now: float) -> Call | None:
        """Return the next call and make its lane busy; None when none may go now."""
        self._wake(now)
        while self._ready:
            _priority, number, name = self._ready[0]
            lane = self._lanes.get(name)
            if lane is None or lane.busy or not lane.calls or lane.calls[0][1] != number:
                heappop(self._ready)  # overtaken by another call, or dropped
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
            lane.look()
            lane.busy = call
            self.waiting -= 1
            return call
        return None

    def unsent(self, lane: str) -> list[Call]:
        """Return the calls of a lane that are not settled, in order; the flying one first."""
        found = self._lanes.get(lane)
        if found is None:
            return []
        flying = [] if found.busy is None else [found.busy]
        return flying + [entry[2] for entry in sorted(found.calls)]

    def remove(self, lane: str, ids: frozenset[int]) -> Call | None:
        """Take calls out of a lane; returns the busy one if it is among them: it has to finish."""
        found = self._lanes.get(lane)
        if found is None:
            return None
        busy = found.busy
        self._keep(found, [entry for entry in found.calls if entry[1] not in ids])
        return busy if busy is not None and busy.id in ids else None

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
        lane.busy = None
        if lane.calls:
            self._offer(lane)
        else:
            del self._lanes[call.lane]

    def again(self, call: Call, at: float) -> None:
        """The call has to be tried again, not before the given time; its lane waits for it."""
        lane = self._lanes[call.lane]
        lane.busy = None
        lane.not_before = at
        heappush(lane.calls, _entry(call))
        lane.look()
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
                self._keep(lane, [one for one in lane.calls if one[2].chat_id != chat_id])
        return sorted(dropped, key=lambda call: call.id)

    def _keep(self, lane: _Lane, calls: list[_Entry]) -> None:
        """Leave only these in a lane."""
        if len(calls) == len(lane.calls):
            return
        self.waiting -= len(lane.calls) - len(calls)
        lane.calls = sorted(calls)
        lane.look()
        if lane.busy is None and lane.calls:
            self._offer(lane)
        elif lane.busy is None:
            del self._lanes[lane.name]

    def _offer(self, lane: _Lane) -> None:
        heappush(self._ready, (lane.urgent, lane.calls[0][1], lane.name))

    def _wake(self, now: float) -> None:
        while self._later and self._later[0][0] <= now:
            lane = self._lanes.get(heappop(self._later)[1])
            if lane is not None and lane.busy is None and lane.calls:
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
