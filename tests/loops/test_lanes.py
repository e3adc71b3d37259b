"""Lanes: order within, side by side between, urgent first, pauses where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loops.lanes import Lanes, is_counted
from loops.pace import UNLIMITED, Limits, Pace
from store.outbox import ANSWER, FIRST, LATE, NOTICE, REPLY, Call, Delivery


def call(
    number: int, chat_id: int = 7, *, lane: str = "", priority: int = REPLY, method: str = "send"
) -> Call:
    name = lane or str(chat_id)
    how = Delivery.AGAIN
    return Call(number, None, 0, chat_id, name, priority, method, "{}", None, how, 0.0)


def lanes(limits: Limits = UNLIMITED) -> Lanes:
    return Lanes(Pace(limits))


def taken(which: Lanes, now: float = 0.0) -> list[int]:
    """Numbers of all calls that may go now, without any being settled."""
    numbers = []
    while (one := which.take(now)) is not None:
        numbers.append(one.id)
    return numbers


def test_one_in_flight_per_lane_and_lanes_side_by_side() -> None:
    queue = lanes()
    first = call(1)
    queue.add([first, call(2), call(3, 8)])
    assert taken(queue) == [1, 3]
    queue.done(first)
    assert taken(queue) == [2]


def test_urgent_first_between_lanes_and_within_one() -> None:
    queue = lanes()
    queue.add([call(1, priority=NOTICE), call(2, 8, priority=NOTICE), call(3), call(4, 9)])
    tap = call(5, 7, lane="tap:7", priority=FIRST)
    queue.add([tap])
    assert taken(queue) == [5, 3, 4, 2]


def test_a_call_to_try_again_keeps_its_place_and_its_lane_waits() -> None:
    queue = lanes()
    first = call(1)
    queue.add([first, call(2), call(3, 8)])
    assert queue.take(0.0) is first
    queue.again(first, 5.0)
    assert taken(queue, 1.0) == [3]
    assert queue.wake_at(1.0) == 5.0
    assert taken(queue, 5.0) == [1]


def test_a_pause_holds_every_lane_of_that_chat_and_no_other() -> None:
    queue = lanes()
    queue.add([call(1, -5, lane="-5:1"), call(2, -5, lane="-5:2"), call(3, 8)])
    queue.pause(-5, 10.0)
    assert taken(queue, 0.0) == [3]
    assert queue.wake_at(0.0) == 10.0
    assert taken(queue, 10.0) == [1, 2]


def test_paced_lanes_wait_for_their_time() -> None:
    queue = lanes(Limits(per_chat=1.0, burst=1))
    first = call(1)
    queue.add([first, call(2), call(3, 8)])
    assert taken(queue) == [1, 3]
    queue.done(first)
    assert taken(queue, 0.5) == []
    assert queue.wake_at(0.5) == 1.0
    assert taken(queue, 1.0) == [2]


@pytest.mark.parametrize(
    "method", ["answerCallbackQuery", "setMessageReaction", "sendChatAction", "getChatMember"]
)
def test_what_makes_and_changes_no_message_is_free(method: str) -> None:
    assert not is_counted(method)
    assert is_counted("sendMessage")
    assert is_counted("editMessageText")


def test_acknowledging_a_tap_is_not_counted() -> None:
    queue = lanes(Limits(overall=1.0, overall_burst=1, burst=1))
    tap = call(2, 7, lane="tap:7", priority=FIRST, method="answerCallbackQuery")
    queue.add([call(1), tap, call(3, 8)])
    assert taken(queue) == [2, 1]
    assert queue.wake_at(0.0) == 1.0
    assert taken(queue, 1.0) == [3]


def test_dropping_a_chat_leaves_its_flying_call_and_other_chats() -> None:
    queue = lanes()
    flying = call(1)
    queue.add([flying, call(2), call(3, 7, lane="7:9"), call(4, 8)])
    assert queue.take(0.0) is flying
    assert [one.id for one in queue.drop(7)] == [2, 3]
    assert queue.waiting == 1
    queue.done(flying)
    assert taken(queue) == [4]


def test_what_may_go_first_wakes_first() -> None:
    queue = lanes()
    queue.add([call(1), call(2, 8)])
    queue.pause(7, 10.0)
    queue.pause(8, 5.0)
    assert taken(queue) == []
    assert queue.wake_at(0.0) == 5.0
    assert taken(queue, 5.0) == [2]
    assert queue.wake_at(5.0) == 10.0


def test_a_longer_pause_is_not_cut_short_by_a_shorter_one() -> None:
    queue = lanes()
    queue.add([call(1)])
    queue.pause(7, 10.0)
    queue.pause(7, 5.0)
    assert taken(queue, 9.0) == []
    assert taken(queue, 10.0) == [1]


def test_a_pause_may_be_shorter_than_a_second() -> None:
    queue = lanes()
    queue.add([call(1)])
    queue.pause(7, 0.5)
    assert taken(queue, 0.4) == []
    assert taken(queue, 0.5) == [1]


def test_what_is_left_in_a_lane_goes_on_when_a_chat_is_dropped() -> None:
    queue = lanes()
    queue.add([call(1, 7, lane="both"), call(2, 8, lane="both"), call(3, 7)])
    assert [one.id for one in queue.drop(7)] == [1, 3]
    assert queue.waiting == 1
    assert taken(queue) == [2]


@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=40), st.randoms())
def test_every_call_goes_out_once_and_in_the_order_of_its_lane(
    plan: list[tuple[int, bool]], chance: object
) -> None:
    queue, out, flying = lanes(), [], []
    calls = [call(number, chat) for number, (chat, _late) in enumerate(plan, start=1)]
    queue.add([one for one, (_chat, late) in zip(calls, plan, strict=True) if not late])
    queue.add([one for one, (_chat, late) in zip(calls, plan, strict=True) if late])
    retried: set[int] = set()
    while queue.waiting or flying:
        while (one := queue.take(0.0)) is not None:
            flying.append(one)
        chance.shuffle(flying)  # type: ignore[attr-defined]
        landed = flying.pop()
        if landed.id % 3 == 0 and landed.id not in retried:
            retried.add(landed.id)
            queue.again(landed, 0.0)
        else:
            out.append(landed)
            queue.done(landed)
    assert sorted(one.id for one in out) == [one.id for one in calls]
    for chat in range(5):
        for late in (False, True):
            lane = [one.id for one in out if plan[one.id - 1] == (chat, late)]
            assert lane == sorted(lane)


def test_a_lane_keeps_its_order_and_is_as_urgent_as_its_most_urgent_call() -> None:
    queue = lanes()
    first = call(1, priority=REPLY + LATE)
    queue.add([first, call(2, 8), call(3, priority=ANSWER)])
    assert taken(queue) == [1, 2]
    queue.done(first)
    assert taken(queue) == [3]


def test_who_writes_now_is_answered_before_an_outage() -> None:
    queue = lanes(Limits(overall=1.0, overall_burst=1))
    queue.add([call(number, number, priority=REPLY + LATE) for number in range(1, 9)])
    queue.add([call(9, 9)])
    assert taken(queue) == [9]


def test_what_is_replaced_is_taken_out_unless_it_flies() -> None:
    queue = lanes()
    flying = call(1)
    queue.add([flying, call(2), call(3)])
    assert queue.take(0.0) is flying
    assert [one.id for one in queue.unsent("7")] == [1, 2, 3]
    assert queue.remove("7", frozenset({1, 2})) is flying
    assert [one.id for one in queue.unsent("7")] == [1, 3]
    assert queue.waiting == 1
    queue.done(flying)
    assert taken(queue) == [3]
    assert queue.remove("8", frozenset({1})) is None
    assert queue.unsent("8") == []


def test_a_lane_of_which_all_is_replaced_is_gone() -> None:
    queue = lanes()
    queue.add([call(1), call(2)])
    assert queue.remove("7", frozenset({1, 2})) is None
    assert (queue.waiting, taken(queue)) == (0, [])
