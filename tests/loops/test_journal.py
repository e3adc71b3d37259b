"""What Telegram accepted before a kill is recorded by the next start, and not sent again."""

from __future__ import annotations

from pathlib import Path

import pytest

from loops.counters import Counters
from loops.http import BotApi
from loops.journal import Journal
from loops.pace import UNLIMITED
from loops.send import Sender
from sandbox.client import Sim
from store import outbox
from store.about import GroupMessage
from store.database import Database
from store.outcome import Outcome
from store.unit import OpenUnit, make_call
from tests.loops.test_send_once import running

OPEN = Path("/proc/self/fd")


def open_files() -> set[Path]:
    return {link.resolve() for link in OPEN.iterdir()}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bot.db-sent"


def test_notes_are_read_by_the_next_program(path: Path) -> None:
    first = Journal(path)
    first.note(7, {"message_id": 70, "text": "rahasia", "chat": {"id": 5}})
    first.note(8, True)
    first.note(9, [{"message_id": 90}, {"message_id": 91}])
    first.note(10, {"user": {"id": 5, "first_name": "Budi"}, "status": "member"})
    first.close()
    assert Journal(path).noted() == {
        7: {"message_id": 70},
        8: True,
        9: [{"message_id": 90}, {"message_id": 91}],
        10: {"status": "member"},
    }
    assert "rahasia" not in path.read_text()
    assert "Budi" not in path.read_text()


def test_a_torn_line_is_left_out(path: Path) -> None:
    path.write_text('[7,{"message_id":70}]\n[8,{"mess')
    assert Journal(path).noted() == {7: {"message_id": 70}}


def test_cleared_means_nothing_is_noted(path: Path) -> None:
    journal = Journal(path)
    journal.note(7, True)
    journal.clear()
    assert journal.noted() == {}
    journal.note(8, True)
    assert journal.noted() == {8: True}
    journal.close()


async def test_an_accepted_call_is_recorded_and_not_sent_again(
    database: Database, api: BotApi, sim: Sim
) -> None:
    user = await sim.user("Pak Slamet")
    await sim.say(user, "halo")
    call = make_call(
        "sendMessage", {"chat_id": user, "text": "Sudah sampai"}, chat_id=user, about=GroupMessage()
    )
    heard: list[int] = []

    async def on_result(outcome: Outcome, _unit: OpenUnit) -> None:
        heard.extend(outcome.message_ids)

    killed = Sender(database, api, Counters(), limits=UNLIMITED)
    async with database.transaction() as transaction:
        killed.number([call])
        outbox.add(transaction, [call])
    journal = Journal(database.path.with_name(f"{database.path.name}-sent"))
    journal.note(call.id, {"message_id": 77})
    journal.close()

    after = Sender(database, api, Counters(), limits=UNLIMITED, on_result=on_result)
    await running(after, lambda: bool(heard))
    assert heard == [77]
    assert [each.text for each in await sim.messages(user) if each.by_bot] == []
    async with database.transaction() as transaction:
        assert await outbox.waiting(transaction) == []


@pytest.mark.skipif(not OPEN.is_dir(), reason="the system does not list open files")
async def test_who_no_longer_sends_holds_no_file_open(
    database: Database, api: BotApi, sim: Sim
) -> None:
    user = await sim.user("Pak Slamet")
    await sim.say(user, "halo")
    call = make_call("sendMessage", {"chat_id": user, "text": "Sudah sampai"}, chat_id=user)
    sender = Sender(database, api, Counters(), limits=UNLIMITED)
    async with database.transaction() as transaction:
        sender.number([call])
        outbox.add(transaction, [call])
    noted = database.path.with_name(f"{database.path.name}-sent")
    await running(sender, noted.exists)
    assert noted.resolve() not in open_files()
