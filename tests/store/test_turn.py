"""Turn: private until its handler returned."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from store.about import Marker
from store.chats import ChatRecord
from store.database import Transaction
from store.inbox import Waiting
from store.outbox import FIRST, NOTICE, REPLY
from store.turn import Turn

RECORD = ChatRecord(7, '{"a":[1]}', 0, None)


async def no_store(_turn: Turn) -> Transaction:
    raise AssertionError("not asked for")


def turn(before: ChatRecord | None = RECORD, chat_id: int | None = 7) -> Turn:
    waiting = Waiting(5, chat_id, 1_700_000_000.0, 1_700_000_000.0, "{}", 0, before)
    return Turn(waiting, {"update_id": 5}, before, no_store)


def test_what_a_turn_shows() -> None:
    one = turn()
    assert one.received_at == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert (one.update_id, one.chat_id) == (5, 7)
    assert one.conversation == {"a": [1]}


def test_nothing_changed_nothing_to_store() -> None:
    assert turn().after() is None
    assert turn(None).after() is None
    assert turn(None, None).after() is None


def test_changes_are_found_also_when_made_in_place() -> None:
    one = turn()
    one.conversation["a"].append(2)
    assert one.after() == RECORD._replace(conversation='{"a":[1,2]}')
    assert turn().conversation == {"a": [1]}


def test_a_conversation_must_be_json() -> None:
    one = turn()
    one.conversation = {"a": {1, 2}}
    with pytest.raises(TypeError):
        one.after()


@pytest.mark.parametrize(
    ("method", "payload", "lane", "priority"),
    [
        ("sendMessage", {"chat_id": 7}, "7", REPLY),
        ("sendMessage", {"chat_id": -100, "message_thread_id": 3}, "-100:3", REPLY),
        ("answerCallbackQuery", {"callback_query_id": "1"}, "tap:7", FIRST),
        ("setMyCommands", {"commands": []}, "7", REPLY),
    ],
)
def test_calls_find_their_lane(
    method: str, payload: dict[str, Any], lane: str, priority: int
) -> None:
    one = turn()
    one.send(method, payload)
    one.send(method, payload, lane="own", priority=NOTICE, about=Marker(3))
    first, second = one.calls
    assert (first.lane, first.priority, first.ordinal) == (lane, priority, 0)
    assert (second.lane, second.priority, second.ordinal) == ("own", NOTICE, 1)
    assert json.loads(first.payload) == payload
    assert second.about == '{"about": "marker", "case": 3}'
    assert first.chat_id == payload.get("chat_id", 7)


def test_a_call_that_cannot_be_sent_fails_in_the_handler() -> None:
    with pytest.raises(TypeError):
        turn().send("sendMessage", {"chat_id": 7, "text": object()})


def test_a_forgotten_chat_starts_empty_and_is_not_stored_again() -> None:
    one = turn()
    one.forget()
    assert one.conversation == {}
    assert one.after() is None
    one.conversation = {"new": True}
    assert one.after() == ChatRecord(7, '{"new":true}', 0, None)
