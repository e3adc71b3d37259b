"""Who is meant is rung for: named in the topic, and in private if they started the bot."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.library import Library
from flows.presses import Staff
from flows.texts.direction import one_direction
from tests.handlers.desk.at_desk import MOVE, TAKE, AtDesk, Case, open_desk, staff_data

NAMES = [
    "<3 Sari",
    "A & B",
    "</b><i>",
    '"kutip"',
    "&lt;",
    "*_`[Budi",
    "\u202exy\u202c",
    "Sari" * 16,
]


def rings(desk: AtDesk, at: int | Case, user: int, words: str) -> bool:
    """Whether the newest message with these words mentions somebody: then Telegram rings."""
    marks = desk.sees(at, words).raw["entities"]
    return user in [one["user"]["id"] for one in marks if one["type"] == "text_mention"]


@pytest.mark.parametrize("name", NAMES)
async def test_every_message_that_means_somebody_rings_whatever_they_are_called(
    folder: Path, library: Library, name: str
) -> None:
    async with open_desk(folder, library, names=(name, name)) as desk:
        case = await desk.opened()
        await desk.tick(minutes=11)
        await desk.tick(minutes=11)
        assert rings(desk, case, desk.sari, "belum diambil. Peserta")
        await desk.tick(minutes=31)
        assert rings(desk, case, desk.sari, "masih menunggu")
        await desk.presses(desk.sari, TAKE, case)
        await desk.presses(desk.sari, MOVE, case)
        await desk.forges(desk.sari, staff_data(Staff.TO_OFFICER, case.id, desk.budi), case)
        assert rings(desk, case, desk.budi, "dialihkan ke")
        await desk.says(case.person, "Halo, Pak?")
        await desk.tick(minutes=16)
        assert rings(desk, case, desk.budi, "menunggu balasan")
        await desk.tick(minutes=16)
        assert rings(desk, case, desk.budi, "kembali ke antrean")
        assert one_direction(name) in desk.sees(case, "kembali ke antrean").text


async def test_who_started_the_bot_is_called_in_private(desk: AtDesk) -> None:
    await desk.tick(seconds=11)
    await desk.says(desk.sari, "/start")
    assert desk.hears(desk.sari, "terdaftar sebagai petugas")
    case = await desk.opened()
    await desk.tick(minutes=11)
    await desk.tick(minutes=11)
    rung = desk.sees(desk.sari, "menunggu. Buka topiknya")
    assert case.code in rung.text
    [link] = [one["url"] for one in rung.raw["entities"] if one["type"] == "text_link"]
    assert link.endswith(f"/{case.topic}")
    assert not [one for one in desk.calls_of("sendMessage") if one["chat_id"] == desk.budi]


async def test_the_bell_is_turned_off_and_on(desk: AtDesk) -> None:
    await desk.tick(seconds=11)
    await desk.says(desk.budi, "/start")
    await desk.says(desk.budi, "/lonceng")
    assert "tidak lagi memanggil" in desk.screen(desk.budi).text
    await desk.says(desk.budi, "/start")
    case = await desk.held(by=desk.budi)
    await desk.says(case.person, "Halo?")
    await desk.tick(minutes=16)
    assert not desk.hears(desk.budi, case.code)
    await desk.says(desk.budi, "/lonceng")
    await desk.tick(minutes=16)
    assert desk.hears(desk.budi, "kembali ke antrean")


async def test_a_participant_knows_of_no_bell(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.tick(seconds=11)
    await desk.says(user, "/lonceng")
    assert desk.rows("SELECT * FROM bells") == []


async def test_who_stopped_the_bot_is_not_called_again(desk: AtDesk) -> None:
    await desk.tick(seconds=11)
    await desk.says(desk.budi, "/start")
    await desk.blocks(desk.budi)
    case = await desk.held(by=desk.budi)
    await desk.says(case.person, "Halo?")
    await desk.tick(minutes=16)
    assert desk.value("SELECT rings FROM bells WHERE user_id = ?", desk.budi) == 0


async def test_at_the_set_hour_the_group_reads_who_has_no_answer(desk: AtDesk) -> None:
    waits, done = await desk.opened("Pak Satu"), await desk.held("Bu Dua")
    await desk.says(desk.sari, "Sudah kami cek ya", done)
    await desk.tick(hours=5, minutes=59)
    assert not desk.hears(desk.group, "Belum dibalas hari ini")
    await desk.tick(minutes=2)
    told = desk.sees(desk.group, "Belum dibalas hari ini: 1 kasus")
    assert waits.code in told.text
    assert done.code not in told.text
    assert rings(desk, desk.group, desk.sari, "Belum dibalas hari ini")
    await desk.tick(hours=1)
    assert len([one for one in desk.sent_to(desk.group) if "Belum dibalas" in one.text]) == 1


async def test_on_days_off_there_is_no_list(desk: AtDesk) -> None:
    desk.skip(days=4)  # a Saturday
    await desk.opened()
    await desk.tick(hours=7)
    assert not desk.hears(desk.group, "Belum dibalas hari ini")


async def test_the_last_supervisor_cannot_take_the_role_from_themselves(desk: AtDesk) -> None:
    hello = await desk.says(desk.sari, "Pagi", desk.group)
    for role in ("hapus", "petugas"):
        await desk.says(desk.sari, f"/peran {role}", desk.group, reply_to=hello)
        assert "Tunjuk supervisor lain" in desk.sent_to(desk.group)[-1].text
    await desk.joins("Bu Wati", "supervisor")
    hello = await desk.says(desk.sari, "Pagi", desk.group)
    await desk.says(desk.sari, "/peran hapus", desk.group, reply_to=hello)
    assert desk.hears(desk.group, "tidak lagi bertugas")
