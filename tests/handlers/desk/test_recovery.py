"""The drill: a copy is made, the desk works on, the copy is put back; nobody is told what is false.

Pak Slamet's case is held when the copy is made and closed afterwards; Bu Rini's is opened and taken
afterwards. Of both, the restored database says the opposite.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from store import beside
from store.backup import back_up, put_back
from tests.handlers.desk.at_desk import CLOSE, SOLVED, TAKE, AtDesk, Case

YESTERDAYS = "Kalimat dari antrean kemarin"
HOURS = 3


@dataclass(frozen=True)
class Drill:
    """The two cases, and whose code was promised before the copy was made."""

    slamet: Case
    rini: Case


PutBack = Callable[[AtDesk, Path], Awaitable[None]]


async def by_command(desk: AtDesk, copy: Path) -> None:
    """As `restore` does it."""
    await put_back(copy, desk.database, copy.with_name("aside.db"), desk.real_time())


async def by_hand(desk: AtDesk, copy: Path) -> None:
    """As somebody does it who knows no command for it."""
    for left in (beside.log_of, beside.index_of):
        left(desk.database).unlink(missing_ok=True)
    shutil.copy(copy, desk.database)


def queued(copy: Path, case: Case) -> None:
    """What was on its way when the copy was made: a call, an update, words of both sides, and what
    the ledger had to say."""
    call = json.dumps({"chat_id": case.person, "text": YESTERDAYS})
    said = json.dumps({"text": YESTERDAYS})
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(
            "INSERT INTO outbox (id, ordinal, chat_id, lane, priority, method, payload, created_at)"
            " VALUES (1, 0, ?, 'x', 10, 'sendMessage', ?, ?)",
            (case.person, call, time.time()),
        )
        connection.execute("INSERT INTO flights VALUES (1)")
        connection.execute(
            "INSERT INTO unseen (chat_id, method, payload, at) VALUES (?, 'sendMessage', ?, 1)",
            (case.person, call),
        )
        connection.execute(
            "UPDATE case_messages SET revision = 2, text = ? WHERE direction = 'out'",
            (YESTERDAYS,),
        )
        connection.execute(
            "INSERT INTO inbox (update_id, chat_id, received_at, body) VALUES (1, ?, 1, ?)",
            (case.person, '{"update_id": 1}'),
        )
        for direction, state in (("in", "pending"), ("out", "sending")):
            connection.execute(
                "INSERT INTO case_messages (case_id, direction, author_id, participant_message_id,"
                " topic_message_id, kind, text, state, created_at)"
                " VALUES (?, ?, 1, 9001, 9002, 'teks', ?, ?, 1)",
                (case.id, direction, YESTERDAYS, state),
            )
        connection.execute(
            "INSERT INTO told (case_id, side, what, subject, wanted, said, state, at)"
            " VALUES (?, 'participant', 'taken', 9, 'x', ?, 'due', 1)",
            (case.id, said),
        )


async def drilled(desk: AtDesk, folder: Path, put: PutBack) -> Drill:
    """Everything up to the start after the copy was put back."""
    await desk.says(desk.sari, "/start")
    slamet = await desk.held("Pak Slamet")
    await desk.says(desk.sari, "Selamat pagi, Pak", slamet)
    copy = folder / "copy.db"
    await back_up(desk.database, copy)
    queued(copy, slamet)
    await desk.stops()
    await desk.starts()  # one beat on
    await desk.presses(desk.sari, CLOSE, slamet)
    await desk.presses(desk.sari, SOLVED, slamet)
    rini = await desk.held("Bu Rini")
    desk.skip(hours=HOURS)
    await desk.stops()
    await put(desk, copy)
    await desk.starts()
    await desk.tick()
    return Drill(slamet, rini)


@pytest.fixture(params=[by_command, by_hand], ids=lambda put: put.__name__)
async def drill(desk: AtDesk, folder: Path, request: pytest.FixtureRequest) -> Drill:
    return await drilled(desk, folder, request.param)


async def test_the_drill(desk: AtDesk, drill: Drill) -> None:
    slamet, rini = drill.slamet, drill.rini
    # What was on its way then is kept; the supervisor hears how much it was.
    assert desk.rows("SELECT * FROM flights") == []
    assert desk.rows("SELECT * FROM unseen") == []
    assert desk.value("SELECT state FROM inbox WHERE update_id = 1") == "parked"
    words = "SELECT direction, state FROM case_messages WHERE text = ? ORDER BY id"
    found = [("out", "delivered"), ("in", "dropped"), ("out", "uncertain")]
    assert desk.rows(words, YESTERDAYS) == found
    assert desk.value("SELECT COUNT(*) FROM held_back") == 1
    for where in (desk.sari, desk.group):
        told = desk.sees(where, "Catatan bot mundur").text
        assert "ditahan: 1." in told
        assert "menurut catatan: 1." in told
    # Pak Slamet's topic shows what the database holds, and says that nobody knows better.
    assert desk.topics()[slamet.topic].startswith("🟡")
    assert CLOSE in desk.card(slamet).labels
    assert "masih terbuka" in desk.sees(slamet, "hilang").text
    # He himself hears it with his next words, once, and they reach the topic.
    await desk.says(slamet.person, "Pak, satu lagi")
    await desk.tick(seconds=5)
    assert desk.hears(slamet, "Pak, satu lagi")
    assert slamet.code in desk.sees(slamet.person, "catatan kami dari").text
    # Bu Rini is nobody's case any more: she hears it, and can call again.
    await desk.says(rini.person, "Pak, kapan?")
    await desk.says(rini.person, "Pak?")
    told = [one for one in desk.sent_to(rini.person) if "catatan kami dari" in one.text]
    assert len(told) == 1
    assert "Bicara dengan petugas" in told[0].labels
    # Who writes in her topic learns that nobody gets it, and why.
    await desk.says(desk.sari, "Besok uangnya masuk", rini)
    assert rini.code in desk.sees(rini, "tidak dikenal lagi").text
    assert not desk.hears(rini.person, "Besok uangnya masuk")
    # And nothing of the queue of then was sent.
    await desk.tick(minutes=1)
    assert not desk.hears(slamet.person, YESTERDAYS)
    assert not desk.hears(slamet, YESTERDAYS)
    assert desk.topics()[rini.topic].startswith("⚪")


async def test_calling_again_opens_another_topic(desk: AtDesk, drill: Drill) -> None:
    await desk.says(drill.rini.person, "Pak, kapan?")
    await desk.presses(drill.rini.person, "Bicara dengan petugas")
    await desk.says(drill.rini.person, "JMO saya macet")
    await desk.says(drill.rini.person, "jember")
    await desk.tick()
    again = desk.case_of(drill.rini.person)
    assert (again.code == drill.rini.code, again.topic == drill.rini.topic) == (False, False)
    await desk.presses(desk.budi, TAKE, again)
    await desk.says(desk.budi, "Kami lanjutkan di sini", again)
    assert desk.hears(drill.rini.person, "Kami lanjutkan di sini")


async def test_it_happens_once(desk: AtDesk, drill: Drill) -> None:
    await desk.stops()
    await desk.starts()
    await desk.tick()
    told = [one for one in desk.sent_to(desk.sari) if "Catatan bot mundur" in one.text]
    assert len(told) == 1


async def test_nobody_is_reminded_of_lost_time(desk: AtDesk, drill: Drill) -> None:
    await desk.tick(minutes=5)
    assert desk.state(drill.slamet) == ("held", desk.sari)
    assert not desk.hears(drill.slamet, "menunggu balasan")


async def test_somebody_new_hears_nothing_of_it(desk: AtDesk, drill: Drill) -> None:
    user = await desk.person("Pak Baru")
    await desk.says(user, "apa itu jht")
    assert not desk.hears(user, "catatan kami dari")


async def test_a_start_without_a_setback_says_nothing(desk: AtDesk) -> None:
    case = await desk.held()
    desk.skip(hours=HOURS)
    await desk.stops()
    await desk.starts()
    await desk.tick()
    assert not desk.hears(desk.sari, "Catatan bot mundur")
    assert not desk.hears(case, "hilang")


async def test_a_promised_code_brings_the_case_back(desk: AtDesk, folder: Path) -> None:
    user = await desk.person("Bu Tini")
    await desk.says(user, "9")
    await desk.presses(user, "Kode saya")
    code = desk.value("SELECT code FROM codes")
    copy = folder / "copy.db"
    await back_up(desk.database, copy)
    await desk.says(desk.sari, f"/ambil {code}", desk.group)
    await desk.tick()
    before = desk.case_of(user)
    await desk.stops()
    await by_command(desk, copy)
    await desk.starts()
    await desk.says(desk.budi, "Saya lanjutkan ya, Bu", before)
    await desk.tick()
    after = desk.case_of(user)
    assert (after.code, after.topic) == (code, before.topic)
    assert desk.state(after) == ("held", desk.budi)
    assert desk.hears(user, "Saya lanjutkan ya, Bu")


async def test_a_topic_that_was_being_made_is_made_anew(desk: AtDesk, folder: Path) -> None:
    case = await desk.opened()
    copy = folder / "copy.db"
    await back_up(desk.database, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(
            "UPDATE cases SET topic = 'creating', topic_id = NULL, card_message_id = NULL"
        )
    await desk.stops()
    await by_command(desk, copy)
    await desk.starts()
    await desk.tick()
    again = desk.case_of(case.person)
    assert again.topic not in (0, case.topic)
    await desk.says(desk.sari, "Halo Pak", case)
    assert str(again.topic) in desk.sees(case, "topik lain").text


async def test_a_case_that_was_opened_again_since_goes_on(desk: AtDesk, folder: Path) -> None:
    case = await desk.closed()
    await desk.tick(minutes=1)
    copy = folder / "copy.db"
    await back_up(desk.database, copy)
    await desk.says(case.person, "Masih ada satu lagi")
    await desk.tick()
    await desk.presses(desk.budi, TAKE, case)
    await desk.stops()
    await by_command(desk, copy)
    await desk.starts()
    await desk.tick()
    await desk.says(desk.budi, "Silakan, Pak", case)
    assert desk.state(case) == ("held", desk.budi)
    assert desk.hears(case.person, "Silakan, Pak")


async def test_a_case_closed_after_it_stays_closed(desk: AtDesk, drill: Drill) -> None:
    await desk.presses(desk.sari, CLOSE, drill.slamet)
    await desk.presses(desk.sari, SOLVED, drill.slamet)
    # What is stored carries our clock, what the desk does the one of the test.
    desk.store(f"UPDATE cases SET closed_at = {desk.real_time()} WHERE id = {drill.slamet.id}")
    await desk.says(desk.sari, "Halo?", drill.slamet)
    assert desk.state(drill.slamet)[0] == "closed"
    assert not desk.hears(drill.slamet.person, "Halo?")
