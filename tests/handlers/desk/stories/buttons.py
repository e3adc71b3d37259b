"""Asking by buttons: what is offered, remembered, pressed too late, and every way out."""

from __future__ import annotations

from flows.library import Library
from flows.presses import ABOUT_OTHER, ABOUT_SUGGESTED, Participant
from tests.handlers.desk.at_desk import CLOSE, SOLVED, AtDesk, participant_data

LEAVE, LEAVE_SURELY = "Keluar dari antrean", "Ya, keluar"
SHUT, SHUT_SURELY, STAY = "Tutup kasus", "Ya, tutup kasus", "Tidak jadi"
WAIT_ON = "Tetap menunggu"
YES, NO = "Ya, soal itu", "Bukan, soal lain"
TROUBLE = "1:t:kamera-tertutup"


async def by_buttons(desk: AtDesk, _library: Library) -> None:
    """Five people ask, each in their own way."""
    await where_it_is_stuck(desk)
    await the_same_branch_again(desk)
    await by_numbers(desk)
    await by_code(desk)
    await to_the_end(desk)
    await forgotten(desk)


async def leaves(desk: AtDesk, user: int) -> None:
    """Out of the queue; after some days the case is not opened again."""
    await desk.presses(user, LEAVE)
    await desk.presses(user, LEAVE_SURELY)
    desk.skip(days=4)


async def where_it_is_stuck(desk: AtDesk) -> None:
    """What it is about is suggested: it is not that, then it is, with a branch nobody knows."""
    user = await desk.person("Bu Rina")
    await desk.says(user, "/start pengkinian-data")
    step = desk.screen(user).id
    await desk.forges(user, TROUBLE)
    await desk.presses(user, "Petugas")
    await desk.presses(user, NO)
    await desk.forges(user, "1:k")
    await desk.says(user, "9")
    await desk.says(user, "2")
    await desk.says(user, "0")
    await desk.presses(user, "Petugas", on=step)
    await desk.forges(user, TROUBLE)
    await desk.presses(user, "Petugas")
    await desk.presses(user, YES)
    await desk.presses(user, "Belum tahu kantornya")
    await desk.presses(user, LEAVE)
    await desk.presses(user, WAIT_ON)
    await desk.forges(user, TROUBLE, on=step)
    await leaves(desk, user)
    await too_late(desk, user)


async def too_late(desk: AtDesk, user: int) -> None:
    """Buttons of questions that are no longer asked."""
    old = (
        (Participant.ABOUT, ABOUT_OTHER),
        (Participant.ABOUT, ABOUT_SUGGESTED),
        (Participant.OFFICE, "jember"),
        (Participant.OTHER_OFFICE, ""),
        (Participant.STAY, ""),
        (Participant.SURE, ""),
        (Participant.NO_COMMENT, ""),
    )
    for verb, argument in old:
        await desk.forges(user, participant_data(verb, 0, argument))


async def the_same_branch_again(desk: AtDesk) -> None:
    """Who has been here before is offered the same branch: yes, another, and a photo instead."""
    user = await desk.person("Pak Joko")
    await desk.says(user, "/start pengkinian-data")
    await desk.forges(user, "1:t:data-beda")
    await desk.presses(user, "Petugas")
    await desk.presses(user, YES)
    await desk.forges(user, participant_data(Participant.OFFICE, 0, "nirwana"))
    await desk.says(user, "jember")
    await leaves(desk, user)
    await desk.forges(user, TROUBLE)
    await desk.presses(user, "Petugas")
    await desk.presses(user, YES)
    await desk.sends(user, "photo")
    await desk.presses(user, "Ya, kantor itu")
    await leaves(desk, user)
    for words in ("9", "1"):
        await desk.says(user, words)
    await desk.presses(user, "Pilih kantor lain")
    await desk.says(user, "mojokerto")
    await desk.tick(seconds=4)
    await leaves(desk, user)


async def by_numbers(desk: AtDesk) -> None:
    """Nothing understood, a file with personal data, and numbers typed for what is listed."""
    user = await desk.person("Bu Sri")
    await desk.says(user, "/start pengkinian-data")
    for words in ("xqzw wqzx", "zzxq qqwz"):
        await desk.says(user, words)
    await desk.presses(user, "Petugas")
    await desk.sends(user, "photo", caption="nik saya 3273 0512 0469 0001")
    for words in ("petugas", "JMO masih macet", "surabaya"):
        await desk.says(user, words)
    await desk.sends(user, "voice")
    for words in ("0", "petugas", "JMO masih macet", "surabaya", "3"):
        await desk.says(user, words)
    await desk.tick(seconds=4)
    await leaves(desk, user)
    for words in ("petugas", "kartu hilang", "1"):
        await desk.says(user, words)
    await desk.tick(seconds=4)


async def by_code(desk: AtDesk) -> None:
    """A code, shown twice, read out over the telephone; one too old, one of who stopped the bot."""
    for name, hours in (("Bu Tini", 1), ("Bu Tita", 25), ("Bu Tati", 1)):
        user = await desk.person(name)
        for _ in range(2):
            await desk.says(user, "9")
            await desk.presses(user, "Kode saya")
        code = desk.value("SELECT code FROM codes WHERE chat_id = ?", user)
        desk.skip(hours=hours)
        if name == "Bu Tati":
            await desk.blocks(user)
        await desk.says(desk.budi, f"/ambil {code}", desk.group)
    [(taken,)] = desk.rows("SELECT chat_id FROM cases WHERE code NOT NULL AND state = 'held'")
    await desk.forges(taken, participant_data(Participant.CODE, 0))
    await desk.forges(taken, participant_data(Participant.RATE, desk.case_of(taken).id, "5"))
    await desk.presses(taken, SHUT)
    await desk.presses(taken, SHUT_SURELY)


async def to_the_end(desk: AtDesk) -> None:
    """Rated without a comment, opened again by words, and too late for that."""
    case = await desk.closed("Pak Puas")
    await desk.presses(case.person, "5 - Sangat membantu")
    await desk.presses(case.person, "Cukup")
    for points in ("0", "6"):
        await desk.forges(case.person, participant_data(Participant.RATE, case.id, points))
    await desk.says(case.person, "belum")
    await desk.tick(seconds=4)
    await desk.presses(desk.sari, "Ambil", case)
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    await desk.says(case.person, "/menu")
    await desk.says(case.person, "apakah klaim dipungut biaya?")
    other = await desk.closed("Bu Telat")
    desk.skip(days=3, seconds=1)
    await desk.says(other.person, "apakah klaim dipungut biaya?")


async def forgotten(desk: AtDesk) -> None:
    """Everything is erased while an officer is there."""
    case = await desk.held("Pak Rahasia")
    await desk.says(case.person, "rahasia")
    await desk.says(case.person, "/privasi")
    await desk.says(case.person, "/hapus")
    await desk.presses(case.person, "Ya, hapus semuanya")
    await desk.says(case.person, "halo?")
    await desk.tick(seconds=4)
