"""The drill: a copy is made, the desk works on, the copy is put back; nobody is told what is false.

Pak Slamet's case is held when the copy is made and closed afterwards; Bu Rini's is opened and taken
afterwards. Of both, the restored database says the opposite.
"""

from __future__ import annotations

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


def queued(copy: Path, chat_id: int) -> None:
    """What waited to be sent when the copy was made."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(
            "INSERT INTO outbox (id, ordinal, chat_id, lane, priority, method, payload, created_at)"
            " VALUES (1, 0, ?, ?, 10, 'sendMessage', ?, ?)",
            (
                chat_id,
                str(chat_id),
                f'{{"chat_id": {chat_id}, "text": "{YESTERDAYS}"}}',
                time.time(),
            ),
        )


async def drilled(desk: AtDesk, folder: Path, put: PutBack) -> Drill:
    """Everything up to the start after the copy was put back."""
    await desk.says(desk.sari, "/start")
    slamet = await desk.held("Pak Slamet")
    copy = folder / "copy.db"
    await back_up(desk.database, copy)
    queued(copy, slamet.person)
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
    # Nothing of the queue of then is sent; it is kept, and the supervisor hears of it.
    assert not desk.hears(slamet.person, YESTERDAYS)
    assert desk.value("SELECT COUNT(*) FROM held_back") == 1
    for where in (desk.sari, desk.group):
        told = desk.sees(where, "Catatan bot mundur").text
        assert "ditahan: 1." in told
        assert "menurut catatan: 1." in told
    # Pak Slamet's topic shows what the database holds, and says that nobody knows better.
    assert desk.topics()[slamet.topic].startswith("🟡")
    assert "masih terbuka" in desk.sees(slamet, "hilang").text
    # He himself hears it with his next words, once, and they reach the topic.
    await desk.says(slamet.person, "Pak, satu lagi")
    await desk.tick(seconds=5)
    assert desk.hears(slamet, "Pak, satu lagi")
    assert slamet.code in desk.sees(slamet.person, "catatan kami antara").text
    # Bu Rini is nobody's case any more: she hears it, and can call again.
    await desk.says(rini.person, "Pak, kapan?")
    await desk.says(rini.person, "Pak?")
    told = [one for one in desk.sent_to(rini.person) if "catatan kami antara" in one.text]
    assert len(told) == 1
    assert "Bicara dengan petugas" in told[0].labels
    # Who writes in her topic learns that nobody gets it, and why.
    await desk.says(desk.sari, "Besok uangnya masuk", rini)
    assert rini.code in desk.sees(rini, "tidak dikenal lagi").text
    assert not desk.hears(rini.person, "Besok uangnya masuk")
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
    assert not desk.hears(user, "catatan kami antara")


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
