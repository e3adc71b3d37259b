"""Statements in the groups of branches: asked once a week, answered, confirmed, looked into."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from flows.library import Library
from flows.presses import Staff
from flows.truth.verdict import Says
from sandbox.members import set_status
from sandbox.screen import Shown
from store.database import Database
from tests.handlers.desk.at_desk import AtDesk, open_desk, staff_data, with_group
from tests.handlers.desk.brittle import BreaksEverywhere
from tests.statements import holding, statement
from tools import report

HOLDS, CHANGED, DIFFERS, UNSURE = "Masih benar", "Berubah", "Beda di sini", "Tidak tahu"
SLIP = "Salah tekan"
ASKS = "Satu ketukan cukup"
WHY = "Apa bedanya?"
LOOKED_INTO = "sedang diperiksa"
TOPIC = "klaim-biaya"
NAMES = [f"hal-{letter}" for letter in "abcdefghijkl"]


def content(library: Library, *names: str) -> Library:
    """These statements, and a topic that stands on the first of them."""
    found = holding(library, *(statement(name) for name in names))
    topic = library.topics[TOPIC].model_copy(update={"stands_on": (names[0],)})
    changed = replace(found, topics={**library.topics, TOPIC: topic})
    return changed


async def wednesday(desk: AtDesk, weeks: int = 1, **more: float) -> None:
    """Nine o'clock and a bit of a Wednesday in Jakarta, from the Tuesday on which all begins."""
    await desk.tick(days=1 + 7 * weeks, minutes=5, **more)


def questions(desk: AtDesk, group: int | None = None) -> list[Shown]:
    """The questions nobody has answered."""
    return [one for one in desk.sent_to(group or desk.group) if ASKS in one.text]


def asked(desk: AtDesk) -> list[str]:
    return [row[0] for row in desk.rows("SELECT statement FROM statements_asked ORDER BY id")]


async def opens_group(desk: AtDesk, office: str) -> int:
    """One more branch with a group of its own, and Bu Sari as its supervisor."""
    chat = desk.world.add_group(f"Petugas {office}", forum=True)
    chat.members[desk.sari] = {"status": "creator"}
    set_status(desk.world, chat, desk.world.bot.id, "administrator", desk.world.user(desk.sari))
    brain = desk.clock.desk.brain
    brain.library = with_group(brain.library, office, chat.id)
    del desk.clock.last["started"]
    await desk.tick()
    return chat.id


@pytest.fixture
async def branch(folder: Path, library: Library) -> AsyncIterator[AtDesk]:
    """Jember with a group, twelve statements, and a Wednesday a week later."""
    async with open_desk(folder, content(library, *NAMES), branch=True) as desk:
        await wednesday(desk)
        yield desk


async def test_three_messages_in_the_general_topic_of_the_branch_alone(branch: AtDesk) -> None:
    shown = questions(branch)
    assert [one.labels for one in shown] == [[HOLDS, CHANGED, DIFFERS, UNSURE]] * 3
    assert [one.thread for one in shown] == [None] * 3
    for one, name in zip(shown, asked(branch), strict=True):
        assert name in one.text
        assert f"Begini adanya {name}." in one.text
        assert "Menurut Kantor cabang, November 2026" in one.text
    assert questions(branch, branch.national) == []


async def test_once_a_week_whoever_looks_how_often(branch: AtDesk) -> None:
    before = asked(branch)
    branch.clock.last.clear()  # the program was started anew
    await branch.tick(hours=2)
    await branch.tick(hours=24)
    assert asked(branch) == before
    await branch.tick(days=6)
    assert len(asked(branch)) == 6
    assert len(set(asked(branch))) == 6


async def test_not_on_a_holiday_nor_after_hours(folder: Path, library: Library) -> None:
    async with open_desk(folder, content(library, *NAMES), branch=True) as desk:
        offices = desk.clock.desk.brain.library.offices
        own = offices.by_id["jember"].model_copy(
            update={"libur": (desk.now.date() + timedelta(1),)}
        )
        brain = desk.clock.desk.brain
        brain.library = replace(
            brain.library, offices=replace(offices, by_id={**offices.by_id, "jember": own})
        )
        await desk.tick(days=1)
        await desk.tick(days=7, hours=7)
        assert asked(desk) == []


async def test_without_a_group_of_its_own_nobody_is_asked(folder: Path, library: Library) -> None:
    async with open_desk(folder, content(library, *NAMES)) as desk:
        await wednesday(desk)
        assert asked(desk) == []


@pytest.mark.parametrize(
    ("label", "says"),
    [(HOLDS, Says.HOLDS), (CHANGED, Says.CHANGED), (DIFFERS, Says.DIFFERS), (UNSURE, Says.UNSURE)],
)
async def test_one_tap_shows_who_what_and_when(branch: AtDesk, label: str, says: Says) -> None:
    [*_, last] = questions(branch)
    assert "Tercatat" in await branch.presses(branch.sari, label, branch.group, on=last.id)
    shown = branch.sees(branch.group, "Kantor Cabang Jember, 2 Desember 2026")
    assert (shown.id, shown.labels) == (last.id, [SLIP])
    assert (WHY in shown.text) is (says in (Says.CHANGED, Says.DIFFERS))
    [row] = branch.rows(
        "SELECT office, statement, says, answered_on FROM statements_asked WHERE says IS NOT NULL"
    )
    assert row == ("jember", asked(branch)[-1], says.value, "2026-12-02")
    assert len(questions(branch)) == 2


async def test_only_officers_of_this_group_may_answer(branch: AtDesk) -> None:
    """Pak Budi has a role in the national group only; an editor talks to nobody."""
    [first, *_] = questions(branch)
    editor = await branch.joins("Bu Tata", "editor")
    for user in (branch.budi, editor):
        assert "Tercatat" not in await branch.presses(user, HOLDS, branch.group, on=first.id)
    forged = staff_data(Staff.HOLDS, 0, 1)
    elsewhere = await branch.forges(branch.sari, forged, branch.national)
    unknown = await branch.forges(branch.sari, staff_data(Staff.HOLDS, 0, 99), branch.group)
    assert "tidak berlaku" in elsewhere
    assert "tidak berlaku" in unknown
    assert branch.rows("SELECT says FROM statements_asked WHERE says IS NOT NULL") == []


async def test_the_first_tap_counts(branch: AtDesk) -> None:
    [first, *_] = questions(branch)
    await branch.presses(branch.sari, HOLDS, branch.group, on=first.id)
    late = staff_data(Staff.CHANGED, 0, 1)
    assert "tidak berlaku" in await branch.forges(branch.sari, late, branch.group, on=first.id)
    assert branch.value("SELECT says FROM statements_asked WHERE id = 1") == "benar"


async def test_a_slip_is_taken_back_and_answered_anew(branch: AtDesk) -> None:
    [first, *_] = questions(branch)
    await branch.presses(branch.sari, CHANGED, branch.group, on=first.id)
    await branch.says(branch.sari, "Salah", branch.group, reply_to=first.id)
    stranger = await branch.presses(branch.budi, SLIP, branch.group, on=first.id)
    assert "belum terdaftar" in stranger
    await branch.presses(branch.sari, SLIP, branch.group, on=first.id)
    assert branch.clock.desk.brain.verdicts == ()
    assert len(questions(branch)) == 3
    again = await branch.forges(branch.sari, staff_data(Staff.TAKE_BACK, 0, 1), branch.group)
    assert "tidak berlaku" in again
    await branch.presses(branch.sari, HOLDS, branch.group, on=first.id)
    [row] = branch.rows("SELECT says, sentence FROM statements_asked WHERE says IS NOT NULL")
    assert row == ("benar", "")
    acts = branch.rows("SELECT about FROM audit WHERE act = 'keterangan_dijawab' ORDER BY id")
    assert [one[0].partition(":")[2] for one in acts] == ["berubah", "keliru", "benar"]


async def test_a_sentence_below_the_answer(branch: AtDesk) -> None:
    [first, *_] = questions(branch)
    await branch.presses(branch.sari, DIFFERS, branch.group, on=first.id)
    written = "Di sini pakai map merah, NIK 3509012345678901 dicatat"
    reply = await branch.says(branch.sari, written, branch.group, reply_to=first.id)
    shown = branch.sees(branch.group, "map merah")
    assert shown.id == first.id
    assert WHY not in shown.text
    kept = branch.value("SELECT sentence FROM statements_asked WHERE id = 1")
    assert "map merah" in kept
    assert "3509012345678901" not in kept
    await branch.edits(branch.sari, reply, "Di sini pakai map biru", branch.group)
    assert branch.value("SELECT sentence FROM statements_asked WHERE id = 1") == (
        "Di sini pakai map biru"
    )


async def test_no_sentence_of_strangers_nor_below_what_holds(branch: AtDesk) -> None:
    first, second, _ = questions(branch)
    await branch.presses(branch.sari, HOLDS, branch.group, on=first.id)
    await branch.presses(branch.sari, CHANGED, branch.group, on=second.id)
    await branch.says(branch.sari, "Betul", branch.group, reply_to=first.id)
    await branch.says(branch.budi, "Saya tahu", branch.group, reply_to=second.id)
    assert {row[0] for row in branch.rows("SELECT sentence FROM statements_asked")} == {""}


async def test_a_text_changed_in_between_needs_no_answer(branch: AtDesk) -> None:
    brain = branch.clock.desk.brain
    name = asked(branch)[0]
    changed = [statement(each, **({"body": "Lain."} if each == name else {})) for each in NAMES]
    brain.library = holding(brain.library, *changed)
    [first, *_] = questions(branch)
    await branch.presses(branch.sari, HOLDS, branch.group, on=first.id)
    assert "diubah editor" in branch.sent_to(branch.group)[-3].text
    assert branch.value("SELECT says FROM statements_asked WHERE id = 1") is None


async def where_from(desk: AtDesk, user: int) -> str:
    await desk.forges(user, f"1:dm:f:{TOPIC}")
    return desk.screen(user).text


async def test_a_participant_sees_which_office_confirmed_it_and_when(
    folder: Path, library: Library
) -> None:
    async with open_desk(folder, content(library, "satu-hal"), branch=True) as desk:
        user = await desk.person()
        assert "Dikonfirmasi" not in await where_from(desk, user)
        await wednesday(desk)
        await desk.presses(desk.sari, HOLDS, desk.group)
        said = "Dikonfirmasi Kantor Cabang Jember, 2 Desember 2026"
        assert said in await where_from(desk, user)
        brain = desk.clock.desk.brain
        brain.verdicts = ()
        desk.clock.last.clear()  # the program was started anew
        await desk.tick()
        assert said in await where_from(desk, user)
        brain.library = content(brain.library, "satu-hal", "dua-hal")
        assert said in await where_from(desk, user)
        brain.library = holding(brain.library, statement("satu-hal", body="Begini sekarang."))
        assert "Dikonfirmasi" not in await where_from(desk, user)


async def contradicted(desk: AtDesk) -> list[int]:
    """Three branches say that the one statement is otherwise; the first says how."""
    groups = [
        desk.group,
        await opens_group(desk, "mojokerto"),
        await opens_group(desk, "pamekasan"),
    ]
    await wednesday(desk)
    for group, label in zip(groups, (DIFFERS, CHANGED, DIFFERS), strict=True):
        [one] = questions(desk, group)
        await desk.presses(desk.sari, label, group, on=one.id)
    [answered] = [one for one in desk.sent_to(groups[0]) if WHY in one.text]
    await desk.presses(desk.sari, SLIP, groups[0], on=answered.id)
    await desk.presses(desk.sari, DIFFERS, groups[0], on=answered.id)
    await desk.says(desk.sari, "Di sini wajib map merah", groups[0], reply_to=answered.id)
    return groups


async def test_three_offices_and_it_is_looked_into(folder: Path, library: Library) -> None:
    async with open_desk(folder, content(library, "satu-hal"), branch=True) as desk:
        user = await desk.person()
        groups = [
            desk.group,
            await opens_group(desk, "mojokerto"),
            await opens_group(desk, "pamekasan"),
        ]
        await wednesday(desk)
        for group in groups:
            await desk.forges(user, f"1:f:{TOPIC}")
            assert LOOKED_INTO not in desk.screen(user).text
            [one] = questions(desk, group)
            await desk.presses(desk.sari, DIFFERS, group, on=one.id)
        await desk.forges(user, f"1:f:{TOPIC}")
        assert LOOKED_INTO in desk.screen(user).text
        assert LOOKED_INTO in await where_from(desk, user)


async def test_an_editor_is_called_once_with_the_sentences(folder: Path, library: Library) -> None:
    async with open_desk(folder, content(library, "satu-hal"), branch=True) as desk:
        await contradicted(desk)
        called = "Tiga kantor"
        await desk.tick(minutes=2)
        assert not desk.hears(desk.national, called)  # the third may still write a sentence
        await desk.tick(minutes=31)
        shown = desk.sees(desk.national, called)
        assert "satu-hal" in shown.text
        assert "Di sini wajib map merah" in shown.text
        assert "Kantor Cabang Mojokerto, 2 Desember 2026: berubah" in shown.text
        desk.clock.last.clear()
        await desk.tick(hours=1)
        assert len([one for one in desk.sent_to(desk.national) if called in one.text]) == 1
        await desk.says(desk.sari, "/laporan", desk.national)
        assert "Di sini wajib map merah" in desk.sees(desk.national, "Laporan").text
        brain = desk.clock.desk.brain
        since, until = report.period("2026-12", desk.now.date())
        found = await report.read(brain.library, desk.database, since, until)
        [table] = [each for each in found.tables if each.name == "sedang_diperiksa"]
        assert len(table.rows) == 3
        brain.library = holding(brain.library, statement("satu-hal", body="Begini sekarang."))
        assert brain.library.statements.disputed == frozenset()


async def test_wherever_it_breaks_nothing_stays_and_the_next_try_succeeds(
    tmp_path: Path, library: Library
) -> None:
    """A killed program has done all of a week's question or nothing of it; so every answer."""
    around = BreaksEverywhere()
    async with open_desk(
        tmp_path, content(library, "satu-hal"), branch=True, around=around
    ) as desk:
        groups = await contradicted(desk)
        await desk.tick(minutes=31)
        assert len(asked(desk)) == len(groups)
        assert desk.rows("SELECT COUNT(*) FROM statements_disputed") == [(1,)]
        sent = [call for call in desk.calls_of("sendMessage") if ASKS in str(call)]
        assert len(sent) == len(groups)


async def test_no_column_could_say_who_answered(folder: Path) -> None:
    database = await Database.open(folder / "columns.db")
    rows = await database._connection.execute_fetchall(
        "SELECT name FROM pragma_table_info('statements_asked')"
    )
    await database.close()
    assert not {"user_id", "officer_id", "actor_id", "chat_id"} & {row[0] for row in rows}
