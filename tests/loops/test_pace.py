"""Pace: Telegram's limits as arithmetic."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loops.pace import UNLIMITED, Limits, Pace


def times(pace: Pace, chat_id: int, count: int, now: float = 0.0) -> list[float]:
    """When `count` messages to one chat go out, each as early as allowed."""
    sent = []
    for _ in range(count):
        now += max(pace.wait_chat(chat_id, now), pace.wait_overall(now))
        pace.spend(chat_id, now)
        sent.append(now)
    return sent


def test_a_private_chat_gets_a_burst_and_then_one_a_second() -> None:
    sent = times(Pace(Limits()), 7, 8)
    assert sent[4] < 1.0
    assert [round(later - sooner) for sooner, later in pairwise(sent[4:])] == [1, 1, 1]


@given(st.lists(st.floats(0, 30), max_size=60))
def test_a_group_never_gets_more_than_twenty_in_any_minute(pauses: list[float]) -> None:
    pace, now, sent = Pace(Limits()), 0.0, []
    for pause in pauses:
        now += pause
        now += pace.wait_chat(-100, now)
        pace.spend(-100, now)
        sent.append(now)
    for start in sent:
        assert sum(start <= one < start + 60 for one in sent) <= 20


def test_a_quiet_group_gets_all_of_its_minute_at_once() -> None:
    pace = Pace(Limits(overall=1e9))
    sent = times(pace, -100, 21)
    assert sent[19] < 0.01
    assert sent[20] > 60.0


def fill(pace: Pace, patience: int) -> int:
    """Write to a group until it is full for this patience; how many."""
    count = 0
    while not pace.wait_chat(-100, 0.0, patience):
        pace.spend(-100, 0.0, patience)
        count += 1
    assert pace.wait_chat(-100, 0.0, patience) > 60.0
    return count


def test_the_patient_leave_room_for_those_with_less_patience() -> None:
    pace, limits = Pace(Limits(overall=1e9)), Limits()
    taken = [fill(pace, patience) for patience in (2, 1, 0)]
    assert taken[1:] == [limits.per_group_kept] * 2
    assert sum(taken) == limits.per_group


def test_what_the_urgent_have_had_is_not_kept_for_them_again() -> None:
    pace, limits = Pace(Limits(overall=1e9)), Limits()
    for _ in range(limits.per_group_kept):
        pace.spend(-100, 0.0, 0)
    assert fill(pace, 1) == limits.per_group - limits.per_group_kept
    assert pace.wait_chat(-100, 61.1, 2) == 0.0


def test_all_chats_together_get_thirty_a_second() -> None:
    pace, now = Pace(Limits()), 0.0
    for chat_id in range(1, 305):
        now += pace.wait_overall(now)
        pace.spend(chat_id, now)
    assert 9.9 <= now <= 10.1


def test_one_chat_does_not_slow_another() -> None:
    pace = Pace(Limits())
    times(pace, 7, 20)
    assert pace.wait_chat(8, 0.0) == 0.0


def test_old_chats_are_forgotten_and_the_waiting_ones_are_not() -> None:
    pace = Pace(Limits(overall=1e9))
    for _ in range(9):
        pace.spend(1, 1_000.0)
    for chat_id in range(2, 10_010):
        pace.spend(chat_id, 0.0)
    assert pace.wait_chat(1, 1_000.0) > 4.0


def test_a_bench_may_lift_every_limit() -> None:
    pace = Pace(UNLIMITED)
    assert times(pace, -7, 1000)[-1] < 0.001
