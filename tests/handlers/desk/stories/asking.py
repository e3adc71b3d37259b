"""Asking for an officer, and naming a branch."""

from __future__ import annotations

from flows.library import Library
from tests.handlers.desk.at_desk import CLOSE, SOLVED, AtDesk


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
    await desk.presses(user, "Ya, keluar")
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
