"""Three stories at the desk, call by call. Each file is reviewed like code; see `transcript`.

When a story really should go another way: ``python -m pytest tests/handlers/desk/test_transcript.py
--save`` writes the files again; their change is then read as a diff.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.desk.at_desk import CLOSE, MOVE, SOLVED, TAKE, AtDesk, open_desk
from tests.handlers.desk.test_rolled_back import a_busy_week
from tests.handlers.desk.transcript import by_id, transcript

FOLDER = Path(__file__).parent / "transcripts"


async def a_branch(jember: AtDesk, _library: Library) -> None:
    """A branch with its own group: nobody there, moved on, handed on, left, too late."""
    late = await jember.opened("Pak Lama")
    await jember.says(late.person, "sudah lama saya menunggu")
    for minutes in (11, 11, 21):
        await jember.tick(minutes=minutes)
    late = jember.case_of(late.person)
    await jember.presses(jember.sari, TAKE, late)
    await jember.says(jember.sari, "Kami dari meja nasional.", late)
    await jember.tick(minutes=16)
    moved = await jember.held("Bu Pindah")
    await jember.presses(jember.sari, MOVE, moved)
    await jember.presses(jember.sari, "Meja Nasional", moved)
    await jember.tick()
    await jember.says(jember.budi, "/ambil JHT-AAAA", jember.national)
    await jember.becomes(jember.budi, "left", jember.national)
    await jember.tick(days=4)


async def asking(desk: AtDesk, _library: Library) -> None:
    """Every way of asking and of naming a branch, and every end."""
    user = await desk.person()
    await desk.says(user, "9")
    await desk.sends(user, "photo")
    await desk.sends(user, "location")
    await desk.says(user, "99")
    await desk.presses(user, "1. Kantor Cabang Jember")
    for _ in range(4):
        await desk.tick(seconds=3)
    await desk.sends(user, "contact")
    await desk.says(user, "/menu")
    await desk.presses(user, "Keluar dari antrean")
    await desk.presses(user, "Keluar dari antrean")
    desk.skip(days=4)
    for words in ("petugas", "JMO masih macet", "2", "xqzw", "surabaya"):
        await desk.says(user, words)
    await desk.presses(user, "1. ", None)
    case = await desk.held("Bu Rina")
    note = await desk.says(desk.sari, "// beliau sudah pernah ke kantor", case)
    await desk.says(desk.budi, "Saya bantu, ya", case)
    reply = await desk.says(desk.sari, "Nomor layanannya 175, Bu.", case, reply_to=note)
    await desk.says(
        case.person, "nik saya 3273 0512 0469 0001", reply_to=desk.screen(case.person).id
    )
    for kind in ("photo", "document", "voice", "sticker", "location"):
        await desk.sends(desk.sari, kind, case)
        await desk.sends(case.person, kind)
    await desk.tick(seconds=4)
    await desk.edits(desk.sari, reply, "Nomor layanannya 175, Ibu.", case)
    await desk.presses(case.person, "Tutup kasus")
    closed = await desk.closed("Pak Puas")
    await desk.presses(closed.person, "5 - Sangat membantu")
    await desk.says(closed.person, "petugasnya sabar")
    await desk.says(closed.person, "9")
    await desk.presses(desk.sari, CLOSE, closed)
    await desk.presses(desk.sari, SOLVED, closed)
    await desk.says(closed.person, "/hapus")
    await desk.presses(closed.person, "1. Ya, hapus semuanya")


STORIES: dict[str, Callable[[AtDesk, Library], Awaitable[None]]] = {
    "a_busy_week": a_busy_week,
    "a_branch": a_branch,
    "asking": asking,
}


@pytest.mark.parametrize("name", STORIES)
async def test_the_story_goes_as_written(
    folder: Path, library: Library, name: str, request: pytest.FixtureRequest
) -> None:
    named = by_id(library)
    async with open_desk(folder, named, branch=name == "a_branch") as desk:
        await STORIES[name](desk, named)
        told = transcript(desk)
    written = FOLDER / f"{name}.txt"
    if request.config.getoption("--save"):
        written.write_text(told, encoding="utf-8")
    assert told == written.read_text(encoding="utf-8"), "see the top of this file"
