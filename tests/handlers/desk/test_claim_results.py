"""How a claim went, told in the private chat: counted, and in the figures, without who told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from flows.content.guide import End
from flows.library import Library
from tests.handlers.desk.at_desk import AtDesk, open_desk
from tests.handlers.desk.brittle import BreaksEverywhere
from tests.handlers.desk.test_statements import content
from tests.kept import alike
from tools import report

GUIDE = "klaim-jmo"
ASKS = "Sudah ada hasil?"


async def filed(desk: AtDesk, library: Library, name: str = "Pak Slamet", link: str = "") -> int:
    """Somebody who has walked to the end at which the claim is filed."""
    user = await desk.person(name)
    if link:
        await desk.says(user, f"/start {link}")
    await desk.says(user, f"/start {GUIDE}")
    for step in library.guides[GUIDE].steps:
        if isinstance(step, End):
            continue
        await desk.forges(user, f"1:a:{GUIDE}:{step.id}:{next(iter(step.options))}")
    assert ASKS in desk.screen(user).labels
    return user


def counted(desk: AtDesk) -> list[tuple[object, ...]]:
    return desk.rows(
        "SELECT week, office, came, detail, SUM(times) / COUNT(DISTINCT statement)"
        " FROM claim_results GROUP BY 1, 2, 3, 4"
    )


async def test_two_taps_and_it_is_counted(desk: AtDesk, library: Library) -> None:
    user = await filed(desk, library, link="cab-jember")
    await desk.presses(user, ASKS)
    await desk.presses(user, "2. Ditolak")
    assert "dihitung" not in desk.screen(user).text
    toast = await desk.presses(user, f"2. {library.troubles['kode-040'].label}")
    assert "Terima kasih" in toast
    assert counted(desk) == [("2026-W48", "jember", "ditolak", "kode-040", 1)]
    assert ASKS not in desk.screen(user).labels


async def test_days_later_when_they_come_back(desk: AtDesk, library: Library) -> None:
    user = await filed(desk, library)
    desk.skip(days=9)
    await desk.says(user, "/start")
    await desk.presses(user, f"1. {ASKS}")
    await desk.presses(user, "1. Diterima, uang masuk")
    await desk.presses(user, "2. Sampai 5 hari kerja")
    assert counted(desk) == [("2026-W49", "", "diterima", "5", 1)]
    await desk.says(user, "/start")
    assert f"1. {ASKS}" not in desk.screen(user).labels


async def test_the_branch_of_the_case_is_theirs(desk: AtDesk, library: Library) -> None:
    user = await filed(desk, library)
    case = await desk.calls(user)
    await desk.presses(desk.sari, "Ambil", case)
    await desk.presses(desk.sari, "Selesai", case)
    await desk.presses(desk.sari, "Pertanyaan sudah terjawab", case)
    await desk.says(user, "/start")
    await desk.presses(user, f"1. {ASKS}")
    await desk.presses(user, "4. Belum ada kabar")
    assert counted(desk) == [("2026-W48", "jember", "belum", "-", 1)]


async def test_who_erases_leaves_no_trace_but_the_count(desk: AtDesk, library: Library) -> None:
    user = await filed(desk, library)
    await desk.presses(user, ASKS)
    await desk.presses(user, "4. Belum ada kabar")
    await desk.forges(user, "1:H")
    assert "awaited" not in str(desk.rows("SELECT conversation FROM chats WHERE chat_id = ?", user))
    assert len(counted(desk)) == 1


@pytest.mark.parametrize(("people", "shown"), [(4, "<5"), (6, "5+")])
async def test_in_the_figures_by_fives(
    folder: Path, library: Library, people: int, shown: str
) -> None:
    named = content(library, "satu-hal")
    guide = named.guides[GUIDE]
    steps = tuple(
        step.model_copy(update={"stands_on": ("satu-hal",)}) if isinstance(step, End) else step
        for step in guide.steps
    )
    changed = guide.model_copy(update={"steps": steps})
    named = alike(replace(named, guides={**named.guides, GUIDE: changed}), library)
    async with open_desk(folder, named) as desk:
        for number in range(people):
            user = await filed(desk, named, f"Peserta {number}", link="cab-jember")
            await desk.presses(user, ASKS)
            await desk.presses(user, "1. Diterima, uang masuk")
            await desk.presses(user, "1. Sampai 3 hari kerja")
        await desk.says(desk.sari, "/laporan", desk.group)
        said = desk.sees(desk.group, "Laporan").text
        assert "hasil_keterangan" in said
        until = desk.now + timedelta(days=1)
        found = await report.read(named, desk.database, until - timedelta(days=30), until)
        tables = {each.name: each.rows for each in found.tables}
        office = named.offices.by_id["jember"].nama
        assert tables["hasil_keterangan"] == (("satu-hal", shown, "0", "0", "0"),)
        assert tables["hasil_kantor"] == (("satu-hal", office, shown, "0", "0", "0"),)
        assert tables["hasil_rincian"] == (("satu-hal", "diterima", "Sampai 3 hari kerja", shown),)


async def test_wherever_it_breaks_it_is_counted_once(tmp_path: Path, library: Library) -> None:
    around = BreaksEverywhere()
    async with open_desk(tmp_path, library, around=around) as desk:
        user = await filed(desk, library)
        await desk.presses(user, ASKS)
        await desk.presses(user, "4. Belum ada kabar")
        assert [row[-1] for row in counted(desk)] == [1]
    assert around.tries
