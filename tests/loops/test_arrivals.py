"""Arrivals: the chat is found without understanding, nothing is kept that is not needed."""

from typing import Any

import pytest

from loops.arrivals import Arrivals, chat_of, number_of, stamp_of, without_echo
from loops.delivered import LARGEST, WIDEST, Spoiled
from tests.loops.conftest import message


@pytest.mark.parametrize(
    ("update", "chat_id"),
    [
        ({"update_id": 1, "message": {"chat": {"id": 7}, "from": {"id": 8}}}, 7),
        (
            {"update_id": 1, "callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 7}}}},
            7,
        ),
        ({"update_id": 1, "callback_query": {"from": {"id": 8}}}, 8),
        ({"update_id": 1, "inline_query": {"from": {"id": 8}}}, 8),
        ({"update_id": 1, "poll_answer": {"user": {"id": 8}}}, 8),
        ({"update_id": 1, "message_reaction": {"chat": {"id": -7}, "user": {"id": 8}}}, -7),
        ({"update_id": 1, "poll": {"id": "abc"}}, None),
        ({"update_id": 1, "message": {"chat": "x", "from": [1]}}, None),
        ({"update_id": 1, "message": None}, None),
    ],
)
def test_the_chat_is_found_without_understanding_the_update(
    update: dict[str, Any], chat_id: int | None
) -> None:
    assert chat_of(update) == chat_id


def test_a_press_brings_back_where_our_message_stands_and_nothing_of_it() -> None:
    message = {"message_id": 7, "date": 1, "chat": {"id": 5}, "text": "Langkah 1", "entities": []}
    update = {"update_id": 1, "callback_query": {"id": "9", "data": "1:m", "message": message}}
    kept = without_echo(update)["callback_query"]
    assert kept["data"] == "1:m"
    assert kept["message"] == {"message_id": 7, "date": 1, "chat": {"id": 5}}


@pytest.mark.parametrize("update", [{}, {"callback_query": None}, {"callback_query": {"id": "9"}}])
def test_an_update_without_an_echo_stays_as_it_is(update: dict[str, Any]) -> None:
    assert without_echo(update) == update


MADE = Arrivals(dict, lambda: 5.0)


def test_an_update_waits_with_its_chat_and_its_words() -> None:
    row = MADE.made(message(1, 7, "a"), 5.0)
    assert row is not None
    assert (row["chat_id"], row["state"], row["received_at"]) == (7, "waiting", 5.0)
    assert '"text":"a"' in str(row["body"])


@pytest.mark.parametrize(
    ("update", "reason"),
    [
        (message(1, WIDEST, "a"), "a number of more than 64 bits"),
        (message(1, 7, "x" * LARGEST), "too large"),
        (Spoiled(1, "too deep"), "too deep"),
        (message(1, 7, "1" * 30) | {"extra": [{"deep": -WIDEST - 1}]}, "a number of more than"),
    ],
)
def test_what_the_database_or_its_readers_cannot_bear_is_parked_by_its_number(
    update: object, reason: str
) -> None:
    row = MADE.made(update, 5.0)
    assert row is not None
    assert (row["update_id"], row["chat_id"], row["body"], row["state"]) == (
        1,
        None,
        None,
        "parked",
    )
    assert str(row["reason"]).startswith(reason)


def test_long_numbers_in_words_are_only_words() -> None:
    row = MADE.made(message(1, 7, "rekening 12345678901234567890"), 5.0)
    assert row is not None
    assert row["state"] == "waiting"


def test_a_stamp_tells_updates_of_one_number_apart_and_is_the_same_whenever_it_comes() -> None:
    first = message(1, 7, "a")
    assert stamp_of(first) == stamp_of(message(1, 7, "a, said otherwise")) != None  # noqa: E711
    others = [message(2, 7, "a"), message(1, 8, "a")]
    edited = {"update_id": 1, "edited_message": {**first["message"], "edit_date": 5}}
    press = {"update_id": 1, "callback_query": {"id": "77", "from": {"id": 7}}}
    stamps = [stamp_of(one) for one in (first, *others, edited, press)]
    assert len(set(stamps)) == 5
    assert stamp_of({"update_id": 1}) is None


@pytest.mark.parametrize(
    "update",
    [None, {}, {"update_id": True}, {"update_id": "5"}, {"update_id": WIDEST}, Spoiled(None, "x")],
)
def test_what_has_no_number_cannot_be_stored(update: object) -> None:
    assert MADE.made(update, 5.0) is None
    assert number_of({"update_id": 5}) == 5
