"""A unit of work that breaks anywhere leaves nothing: not in the database, not beside it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from structlog.testing import capture_logs

from flows.buttons import unpack
from flows.library import Library
from flows.presses import Staff, StaffTap
from flows.texts.html import Html
from handlers.desk import clock as desk_clock
from handlers.desk.job import Job
from handlers.desk.staff.commands import COMMANDS
from loops.tick import Tick, commit
from store.about import Farewell, Known, Told, Upload
from store.database import UnavailableError
from store.unit import OpenUnit
from tests.handlers.desk.at_desk import (
    CLOSE,
    MOVE,
    RELEASE,
    SOLVED,
    TAKE,
    AtDesk,
    open_desk,
    staff_data,
)
from tests.handlers.desk.brittle import BreaksEverywhere

OF_BRANCHES = {
    Staff.TO_OFFICE,
    Staff.HOLDS,
    Staff.CHANGED,
    Staff.DIFFERS,
    Staff.UNSURE,
    Staff.TAKE_BACK,
}
"""Buttons that need a branch with a group (of statements: `test_statements`)."""

DOUBTFUL = "Tolong kirim kode OTP yang masuk ke HP Bapak"


async def test_wherever_it_breaks_nothing_stays_and_the_next_try_succeeds(
    tmp_path: Path, library: Library
) -> None:
    """Every button and command of the staff, everything the clock does, everything heard."""
    around = BreaksEverywhere()
    async with open_desk(tmp_path, library, around=around) as desk:
        await a_busy_week(desk, library)
        assert desk.rows("SELECT COUNT(*) FROM cases") == [(6,)]
    assert around.tries > 1000
    assert desk.clock.last.keys() == desk_clock.ACTS.keys()
    assert around.heard == set(get_args(Known)) - {Upload, Told, Farewell}
    assert verbs_of(around) == set(Staff) - OF_BRANCHES
    assert commands_of(around) >= COMMANDS.keys()


def verbs_of(around: BreaksEverywhere) -> set[Staff]:
    presses = [one.callback_query for one in around.updates if one.callback_query]
    found = [unpack(press.data or "") for press in presses]
    return {one.verb for one in found if isinstance(one, StaffTap)}


def commands_of(around: BreaksEverywhere) -> set[str]:
    texts = [one.message.text for one in around.updates if one.message and one.message.text]
    return {text[1:].partition(" ")[0] for text in texts if text.startswith("/")}


async def a_busy_week(desk: AtDesk, library: Library) -> None:
    await desk.tick(seconds=11)
    await desk.says(desk.sari, "/start")
    await words_and_files(desk)
    await ready_texts(desk, library)
    await handed_on(desk)
    await a_disturbance(desk)
    await topics_in_trouble(desk)
    await erased(desk)
    await desk.tick(days=8)


async def erased(desk: AtDesk) -> None:
    user = desk.value("SELECT chat_id FROM cases WHERE id = 2")
    await desk.says(user, "/hapus")
    await desk.presses(user, "1. Ya, hapus semuanya")
    await desk.tick(minutes=2)


async def words_and_files(desk: AtDesk) -> None:
    case = await desk.held()
    first = await desk.says(case.person, "apakah klaim jht dipungut biaya?")
    await desk.tick(seconds=4)
    await desk.edits(case.person, first, "apakah klaim jht dipungut biaya, Bu?")
    await desk.sends(case.person, "photo", caption="ini layarnya", album="a")
    await desk.sends(case.person, "photo", album="a")
    await desk.tick(seconds=4)
    written = await desk.says(desk.sari, "Tidak, Bapak.", case)
    await desk.edits(desk.sari, written, "Tidak dipungut biaya, Bapak.", case)
    await desk.says(desk.sari, "/jadikan", case, reply_to=written)
    await desk.says(desk.sari, "/tarik", case, reply_to=written)
    await desk.says(case.person, "kata panjang " * 315)
    await desk.tick(seconds=4)
    desk.fault("error", method="sendMessage", code=400, description="no", chat=case.person)
    await desk.says(desk.sari, "Masih ada?", case)
    await desk.presses(desk.sari, "Kirim ulang", case)
    for label in ("Loloskan", "Buang"):
        await desk.says(desk.sari, DOUBTFUL, case)
        await desk.presses(desk.sari, label, case)
    await desk.says(desk.sari, "/menu ya Pak", case)
    await desk.presses(desk.sari, "Kirim ke peserta", case)
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, "Jadikan FAQ", case)
    await desk.presses(desk.sari, SOLVED, case)
    await desk.says(case.person, "belum bisa, Bu")
    assert desk.state(case)[0] == "waiting"


async def ready_texts(desk: AtDesk, library: Library) -> None:
    case = await desk.opened("Bu Sri")
    await desk.says(desk.sari, "/antrean", desk.group)
    await desk.presses(desk.sari, "Ambil & sapa", case)
    assert desk.state(case) == ("held", desk.sari)
    await desk.tick()
    await desk.says(desk.sari, "/b status", case)
    await desk.presses(desk.sari, "Balasan siap", case)
    reply = min(library.replies.values(), key=lambda one: one.label.lower())
    await desk.presses(desk.sari, reply.label, case)
    await desk.presses(desk.sari, "Kirim", case)
    await desk.says(desk.sari, "/faq lupa password jmo", case)
    await desk.presses(desk.sari, library.topics["jmo-lupa-password"].title, case)
    await desk.presses(desk.sari, "Kirim", case)
    await desk.forges(desk.sari, staff_data(Staff.CARD, case.id), case, on=desk.card(case).id)
    await desk.says(desk.sari, "/laporan", desk.group)
    await desk.blocks(case.person)
    assert desk.state(case)[0] == "closed"


async def handed_on(desk: AtDesk) -> None:
    case = await desk.held("Pak Joko")
    await desk.presses(desk.sari, RELEASE, case)
    await desk.tick()
    await desk.says(desk.sari, "Selamat pagi, Bapak.", case)
    await desk.presses(desk.sari, "Ambil & kirim", case)
    assert desk.screen(case.person).text == "Selamat pagi, Bapak."
    await desk.tick()
    await desk.presses(desk.sari, MOVE, case)
    await desk.presses(desk.sari, "Pak Budi", case)
    await desk.says(desk.budi, "/saya pulang", desk.group)
    await desk.says(desk.sari, f"/ambil {case.code}", desk.group)
    assert desk.state(case) == ("held", desk.sari)
    await desk.says(desk.sari, "/selesai tuntas", case)
    extra = await desk.joins("Bu Wati", "petugas")
    await desk.becomes(extra, "left")
    await desk.tick(hours=25)


async def a_disturbance(desk: AtDesk) -> None:
    people = [await desk.person(f"Peserta {number}") for number in range(5)]
    for user in (*people, people[0]):
        await desk.says(user, "/start pengkinian-data")
        await desk.forges(user, "1:t:kamera-tertutup")
        await desk.forges(user, "1:d")
    await desk.tick(seconds=10)
    await desk.presses(desk.sari, "Umumkan gangguan", desk.group)
    assert desk.clock.desk.known.notices.keys() == {"kamera-tertutup"}
    await desk.presses(desk.sari, "Gangguan selesai", desk.group)
    assert not desk.clock.desk.known.notices
    await desk.says(desk.sari, "/macet", desk.group)
    await desk.presses(desk.sari, "Sapa nomor 1", desk.group)
    assert desk.state(desk.case_of(people[0])) == ("held", desk.sari)


async def topics_in_trouble(desk: AtDesk) -> None:
    await desk.opens_topic(desk.sari, "Obrolan petugas")
    desk.fault("drop_after", method="createForumTopic")
    case = await desk.calls(await desk.person("Bu Tini"))
    await desk.deletes_topic(case)
    await desk.says(case.person, "masih ada orang?")
    await desk.tick(seconds=3)
    await desk.migrates()
    refused = {"code": 400, "description": "Bad Request: no", "method": "createForumTopic"}
    desk.fault("error", **refused)
    case = await desk.calls(await desk.person("Pak Didi"))
    assert desk.value("SELECT topic FROM cases WHERE id = ?", case.id) == "none"
    await desk.tick(seconds=70)
    assert desk.case_of(case.person).topic


async def test_a_card_on_its_way_when_its_drawing_breaks_is_drawn_all_the_same(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card stays red for ever where it is noted beside the store that it is being drawn."""
    case = await desk.opened()

    async def breaks(job: Job) -> None:
        await desk_clock.cards(job)
        raise RuntimeError("after the cards")

    await desk.presses(desk.sari, TAKE, case)
    with monkeypatch.context() as patched, capture_logs() as lines:
        patched.setitem(desk_clock.ACTS, "cards", (1.0, breaks))
        for _ in range(3):
            desk.skip(seconds=2)
            await desk.ticker.once()
    assert [line["event"] for line in lines] == ["tick_failed"] * 3
    assert TAKE in desk.card(case).labels
    assert desk.value("SELECT card_due FROM cases") == 1
    await desk.tick()
    assert TAKE not in desk.card(case).labels
    assert desk.value("SELECT card_due FROM cases") == 0


async def test_one_act_that_always_fails_stops_none_of_the_others(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await desk.opened()

    async def breaks(job: Job) -> None:
        [open_case] = await job.open_cases()
        job.to_topic(open_case, Html("nothing of it"))
        raise RuntimeError("always")

    monkeypatch.setattr(desk_clock, "ACTS", {"breaks": (0.0, breaks), **desk_clock.ACTS})
    with capture_logs() as lines:
        await desk.tick(minutes=11)
    assert [line["event"] for line in lines] == ["tick_failed"] * 2
    desk.sees(case, "belum diambil")
    assert not desk.hears(case, "nothing of it")
    assert "breaks" not in desk.clock.last


async def test_what_is_due_and_cannot_be_committed_is_done_again(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.presses(desk.sari, TAKE, case)

    def without_room(tick: Tick) -> Tick:
        async def done(unit: OpenUnit) -> None:
            await tick(unit)
            raise UnavailableError("database or disk is full")

        return done

    desk.skip(seconds=12)
    before, last = desk.rows("SELECT * FROM cases"), dict(desk.clock.last)
    database, sender = desk.ticker._database, desk.ticker._sender
    for tick in desk.clock.due():
        with pytest.raises(UnavailableError):
            await commit(database, sender, without_room(tick))
    assert (desk.rows("SELECT * FROM cases"), desk.clock.last) == (before, last)
    await desk.tick()
    assert TAKE not in desk.card(case).labels


async def test_a_notice_that_cannot_be_kept_is_not_known(desk: AtDesk) -> None:
    known = desk.clock.desk.known
    database = desk.ticker._database

    async def announces() -> None:
        async with database.transaction() as transaction:
            unit = OpenUnit(transaction)
            transaction.write("notices_offer", [{"trouble": "kamera-tertutup", "at": 1.0}])
            await Job(desk.clock.desk, transaction, unit).know()
            raise UnavailableError("no room left")

    with pytest.raises(UnavailableError):
        await announces()
    assert desk.clock.desk.known is known


async def test_what_is_not_to_be_tried_before_survives_a_restart(desk: AtDesk) -> None:
    refused = {"code": 400, "description": "Bad Request: no", "method": "createForumTopic"}
    desk.fault("error", **refused)
    case = await desk.calls(await desk.person())
    [(topic_after,)] = desk.rows("SELECT topic_after FROM cases")
    assert topic_after == pytest.approx(desk.now.timestamp() + 60, abs=2)
    await desk.tick(seconds=30)
    assert not desk.case_of(case.person).topic
    await desk.tick(seconds=40)
    assert desk.case_of(case.person).topic
