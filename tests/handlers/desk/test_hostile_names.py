"""Officers, participants, offices and titles with names nobody should have: everything arrives.

That no text went out plain because Telegram refused its marks, `open_desk` sees in the log.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from flows.library import Library
from flows.presses import Staff
from tests.handlers.desk.at_desk import (
    CLOSE,
    MOVE,
    RELEASE,
    SOLVED,
    TAKE,
    AtDesk,
    Case,
    open_desk,
    staff_data,
)
from tests.handlers.desk.test_trends import ANNOUNCE, OVER, TROUBLE, many
from tests.handlers.hostile import NAME, SHOWN

ASKS_PIN = "Tolong kirim PIN ATM Bapak"


@pytest.fixture
async def desk(folder: Path, hostile_library: Library) -> AsyncIterator[AtDesk]:
    async with open_desk(folder, hostile_library, names=(NAME, NAME)) as opened:
        yield opened


async def waiting(desk: AtDesk) -> Case:
    return await desk.calls(await desk.person(NAME), about=NAME)


async def held(desk: AtDesk) -> Case:
    case = await waiting(desk)
    await desk.presses(desk.sari, TAKE, case)
    await desk.tick()
    return case


def seen(desk: AtDesk, at: int | Case, beside: str) -> None:
    """The newest message with these words says the name as well."""
    assert SHOWN in desk.sees(at, beside).text


async def test_roles(desk: AtDesk) -> None:
    seen(desk, desk.group, "petugas")
    await desk.says(desk.sari, "/peran", desk.group)
    hello = await desk.says(desk.budi, "Pagi", desk.group)
    await desk.says(desk.sari, "/peran hapus", desk.group, reply_to=hello)
    assert SHOWN in desk.sent_to(desk.group)[-1].text


async def test_a_case_from_the_question_to_its_end(desk: AtDesk) -> None:
    case = await waiting(desk)
    user = case.person
    assert SHOWN in desk.card(case).text
    assert SHOWN in desk.sees(user, case.code).text
    toast = await desk.presses(desk.sari, TAKE, case)
    assert SHOWN in toast
    await desk.tick()
    assert SHOWN in desk.screen(user).text
    assert desk.card(case).text.count(SHOWN) > 1
    await desk.presses(desk.sari, MOVE, case)
    await desk.forges(desk.sari, staff_data(Staff.TO_OFFICER, case.id, desk.budi), case)
    assert desk.state(case) == ("held", desk.budi)
    assert SHOWN in desk.sent_to(case)[-1].text
    await desk.presses(desk.budi, RELEASE, case)
    assert SHOWN in desk.sent_to(case)[-1].text
    await desk.says(desk.budi, f"/ambil {case.code}", desk.group)
    seen(desk, desk.group, case.code)
    await desk.presses(desk.budi, CLOSE, case)
    assert SHOWN in await desk.presses(desk.budi, SOLVED, case)
    assert SHOWN in desk.screen(user).text


async def test_what_people_write(desk: AtDesk) -> None:
    case = await held(desk)
    first = await desk.says(case.person, NAME)
    await desk.tick(seconds=4)
    assert f"👤 {SHOWN}" in [one.text for one in desk.topic(case)]
    await desk.edits(case.person, first, f"{NAME} baru")
    seen(desk, case, "baru")
    for words in ("satu", NAME, "tiga"):
        await desk.says(case.person, words)
    await desk.tick(seconds=4)
    seen(desk, case, "tiga")
    long = f"{NAME} {'kata ' * 760}{NAME}"
    await desk.says(case.person, long)
    await desk.tick(seconds=4)
    assert SHOWN in desk.sent_to(case)[-1].text


async def test_a_held_message(desk: AtDesk) -> None:
    case = await held(desk)
    await desk.says(desk.sari, f"{ASKS_PIN} {NAME}", case)
    await desk.presses(desk.sari, "Loloskan", case)
    assert SHOWN in desk.sent_to(case)[-1].text


async def test_ready_texts_and_answers(desk: AtDesk) -> None:
    case = await held(desk)
    for verb, send, item in (
        (Staff.REPLY, Staff.SEND_REPLY, "salam"),
        (Staff.TOPIC, Staff.SEND_TOPIC, "dokumen-paklaring"),
    ):
        await desk.presses(desk.sari, "Balasan siap", case)
        await desk.forges(desk.sari, staff_data(verb, case.id, item), case)
        assert SHOWN in desk.sent_to(case)[-1].text
        await desk.forges(desk.sari, staff_data(send, case.id, item), case)
        assert SHOWN in desk.screen(case.person).text
    await desk.says(desk.sari, "/faq paklaring hilang", desk.group)
    assert desk.sent_to(desk.group)[-1].text.count(SHOWN) > 1
    await desk.says(desk.sari, "/faq paklaring hilang", case)


async def test_a_supervisor_is_called_by_name(desk: AtDesk) -> None:
    case = await waiting(desk)
    await desk.tick(minutes=11)
    await desk.tick(minutes=11)
    called = desk.sees(case, "belum diambil. Peserta")
    assert SHOWN in called.text
    assert [one["type"] for one in called.raw["entities"]] == ["text_mention"]


async def test_a_disturbance_and_the_figures(desk: AtDesk) -> None:
    people = await many(desk)
    seen(desk, desk.group, "5")
    await desk.presses(desk.sari, ANNOUNCE, desk.group)
    seen(desk, people[0], "Banyak peserta")
    await desk.forges(people[0], f"1:t:{TROUBLE}")
    assert SHOWN in desk.screen(people[0]).text
    await desk.presses(desk.sari, OVER, desk.group)
    assert SHOWN in desk.screen(people[1]).text
    await desk.says(desk.sari, "/macet", desk.group)
    await waiting(desk)
    await desk.says(desk.sari, "/laporan", desk.group)
    seen(desk, desk.group, "cabang")
