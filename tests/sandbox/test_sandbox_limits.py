"""20 a minute for a group, one a second for a person with a burst, 30 a second over all."""

from __future__ import annotations

import pytest

from sandbox.errors import ApiError
from sandbox.limits import Limits


def retry_after(limits: Limits, chat: int, now: float, *, private: bool) -> int | None:
    refusal = _refusal(limits, chat, now, private)
    if refusal is None:
        return None
    seconds = int((refusal.parameters or {})["retry_after"])
    assert refusal.code == 429
    assert refusal.description == f"Too Many Requests: retry after {seconds}"
    return seconds


def _refusal(limits: Limits, chat: int, now: float, private: bool) -> ApiError | None:
    try:
        limits.spend(chat, private, now)
    except ApiError as error:
        return error
    return None


def test_a_group_takes_twenty_a_minute() -> None:
    limits = Limits()
    for second in range(20):
        assert retry_after(limits, -100, second, private=False) is None
    assert retry_after(limits, -100, 20, private=False) == 40
    assert retry_after(limits, -100, 59.5, private=False) == 1
    assert retry_after(limits, -100, 60, private=False) is None
    assert retry_after(limits, -100, 60.1, private=False) == 1


def test_whoever_waits_as_told_gets_through() -> None:
    limits = Limits()
    now = 0.0
    for _ in range(200):
        wait = retry_after(limits, -100, now, private=False)
        if wait is not None:
            now += wait
            assert retry_after(limits, -100, now, private=False) is None


def test_groups_do_not_share() -> None:
    limits = Limits()
    for _ in range(20):
        assert retry_after(limits, -100, 0, private=False) is None
    assert retry_after(limits, -200, 0, private=False) is None


def test_a_person_may_get_a_burst_then_one_a_second() -> None:
    limits = Limits()
    assert [retry_after(limits, 7, 0, private=True) for _ in range(10)] == [None] * 10
    assert retry_after(limits, 7, 0, private=True) == 1
    assert retry_after(limits, 7, 1, private=True) is None
    assert retry_after(limits, 7, 1, private=True) == 1


def test_thirty_a_second_over_all() -> None:
    limits = Limits()
    assert [retry_after(limits, n, 0, private=True) for n in range(30)] == [None] * 30
    assert retry_after(limits, 99, 0, private=True) == 1
    assert retry_after(limits, 99, 1, private=True) is None


def test_an_album_counts_for_every_picture() -> None:
    limits = Limits()
    limits.spend(-100, False, 0, 10)
    limits.spend(-100, False, 30, 10)
    with pytest.raises(ApiError, match="retry after 30"):
        limits.spend(-100, False, 30, 1)


def test_off_is_off() -> None:
    limits = Limits(on=False)
    assert all(retry_after(limits, -100, 0, private=False) is None for _ in range(1000))
