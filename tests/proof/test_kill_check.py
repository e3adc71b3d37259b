"""The kill test's judge: it must see what it is there to see."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from proof.kill_check import Findings, check
from proof.kill_run import Evidence
from proof.oracle import Story, said
from sandbox.calllog import Entry

ANN = 7
KILLED = 100.0
BEFORE, AFTER = KILLED - 1, KILLED + 1


def sent(text: str, at: float = BEFORE, method: str = "sendMessage") -> Entry:
    return Entry(1, at, method, {"chat_id": ANN, "text": text}, code=200)


def acknowledged(query: str, at: float = BEFORE) -> Entry:
    return Entry(1, at, "answerCallbackQuery", {"callback_query_id": query}, code=200)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "bench.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE chats (chat_id, conversation); CREATE TABLE inbox (update_id, state);"
            "CREATE TABLE outbox (id, state)"
        )
    return path


def judge(
    database: Path,
    calls: list[Entry],
    kills: tuple[float, ...] = (KILLED,),
    passing: tuple[int, ...] = (),
) -> Findings:
    """Ann should have been sent one, two, three, and her tap q acknowledged.

    passing: places of what a later one may replace.
    """
    texts = ("one", "two", "three")
    story = Story(
        taps=["q"],
        calls=[said("sendMessage", {"text": text}) for text in texts],
        passing=set(passing),
        conversation={"answers": {"g": {"s": "ya"}}, "last_at": "12.00"},
        updates=3,
    )
    evidence = Evidence([b"{}"] * 3, calls, list(kills), 1, 0, True, 0, database)
    return check(evidence, {ANN: story})


def remember(database: Path, conversation: dict[str, Any], inbox: str = "done") -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("INSERT INTO chats VALUES (?, ?)", (ANN, json.dumps(conversation)))
        connection.executemany("INSERT INTO inbox VALUES (?, ?)", [(n, inbox) for n in range(3)])


GOOD = {"answers": {"g": {"s": "ya"}}, "last_at": "12.01"}
ALL = [acknowledged("q"), sent("one"), sent("two"), sent("three", AFTER)]


def test_a_good_run_has_no_problems(database: Path) -> None:
    remember(database, GOOD)
    found = judge(database, ALL)
    assert found.problems == []
    assert (found.calls, found.seen_twice, found.repeated_taps) == (4, 0, 0)


def test_an_edit_in_place_of_a_new_message_is_the_same_call(database: Path) -> None:
    remember(database, GOOD)
    calls = [acknowledged("q"), sent("one"), sent("two", method="editMessageText"), ALL[3]]
    assert judge(database, calls).problems == []


@pytest.mark.parametrize(
    "calls",
    [
        pytest.param(ALL[:3], id="a reply is lost"),
        pytest.param([ALL[0], ALL[1], ALL[3]], id="a reply in the middle is lost"),
        pytest.param([ALL[0], ALL[2], ALL[1], ALL[3]], id="out of order"),
        pytest.param([*ALL, sent("four")], id="a reply that was not decided"),
        pytest.param([*ALL[:3], sent("drei")], id="another text"),
        pytest.param(ALL[1:], id="a tap without acknowledgement"),
        pytest.param([*ALL[:3], sent("two", BEFORE), ALL[3]], id="twice without a kill"),
    ],
)
def test_what_went_wrong_is_seen(database: Path, calls: list[Entry]) -> None:
    remember(database, GOOD)
    assert len(judge(database, calls).problems) == 1


def test_a_screen_that_a_newer_one_replaced_is_not_lost(database: Path) -> None:
    remember(database, GOOD)
    found = judge(database, [ALL[0], ALL[1], ALL[3]], passing=(0, 1))
    assert (found.problems, found.replaced) == ([], 1)


def test_the_newest_screen_is_lost_when_nothing_replaced_it(database: Path) -> None:
    remember(database, GOOD)
    assert len(judge(database, ALL[:3], passing=(0, 1, 2)).problems) == 1


def test_repetitions_after_a_kill_are_counted(database: Path) -> None:
    remember(database, GOOD)
    later = KILLED + 5
    again = [sent("two", AFTER), acknowledged("q", AFTER), sent("two", later, "editMessageText")]
    found = judge(database, [*ALL[:3], *again, sent("three", later)], (KILLED, later - 1))
    assert found.problems == []
    assert (found.seen_twice, found.repeated_edits, found.repeated_taps) == (1, 1, 1)
    assert found.per_kill == {1: 2, 2: 1}
    assert found.seen_per_kill == {1: 1}


def test_more_than_one_repetition_in_a_chat_after_one_kill_is_a_problem(database: Path) -> None:
    remember(database, GOOD)
    found = judge(database, [*ALL[:3], sent("two", AFTER), sent("two", AFTER), ALL[3]])
    assert len(found.problems) == 1


def test_a_refused_call_did_not_arrive(database: Path) -> None:
    remember(database, GOOD)
    refused = sent("three", AFTER)
    refused.code, refused.description = 429, "Too Many Requests: retry after 1"
    assert len(judge(database, [*ALL[:3], refused]).problems) == 1


@pytest.mark.parametrize(
    ("conversation", "inbox"),
    [({"answers": {"g": {"s": "tidak"}}}, "done"), ({}, "done"), (GOOD, "waiting")],
)
def test_wrong_memory_is_seen(database: Path, conversation: dict[str, Any], inbox: str) -> None:
    remember(database, conversation, inbox)
    assert len(judge(database, ALL).problems) == 1
