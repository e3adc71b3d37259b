"""Words on the road: everything that can happen to a message between the two sides.

Participants write single words where no answer of the FAQ is to be suggested for them.
"""

from __future__ import annotations

from flows.library import Library
from flows.presses import Staff
from tests.handlers.desk.at_desk import RELEASE, AtDesk, Case, staff_data

LONG = "kata " * 250
"""Longer than the words below a file may be."""

REFUSED = {"code": 400, "description": "Bad Request: message is too long"}
UNKNOWN = {"code": 400, "description": "Bad Request: no"}
BLOCKED = {"code": 403, "description": "Forbidden: bot was blocked by the user"}
GONE = {"code": 400, "description": "Bad Request: chat not found"}
DOUBTFUL = "Tolong kirim kode OTP yang masuk ke HP Bapak"
AGAIN = "Kirim ulang"


async def words_on_the_road(desk: AtDesk, _library: Library) -> None:
    """One case to which everything happens, and two people who stop the bot."""
    case = await desk.held()
    await albums(desk, case)
    await in_order(desk, case)
    await more_than_fits(desk, case)
    await refused_there(desk, case)
    await lost_on_the_way(desk, case)
    await changed_by_the_person(desk, case)
    await changed_by_the_officer(desk, case)
    await sent_again(desk, case)
    await an_album_sent_again(desk, case)
    await hidden_address(desk, case)
    await nobody_is_written_to(desk, case)
    await stopped(desk)


async def albums(desk: AtDesk, case: Case) -> None:
    """Both ways, with personal data below a part, and a part that is held back."""
    asked = await desk.says(desk.sari, "Kirim foto layarnya, ya.", case)
    there = desk.screen(case.person).id
    for album, captions in (("a", ("layar satu", "")), ("b", ("hp saya 081234567890", "layar"))):
        for caption in captions:
            await desk.sends(case.person, "photo", caption=caption, album=album, reply_to=there)
        await desk.tick(seconds=2)
    for caption in ("tekan yang biru", ""):
        await desk.sends(desk.sari, "photo", case, caption=caption, album="c", reply_to=asked)
    await desk.tick(seconds=2)
    doubted = await desk.sends(desk.sari, "photo", case, caption="tekan ini", album="d")
    await desk.sends(desk.sari, "photo", case, album="d")
    await desk.edits(desk.sari, doubted, DOUBTFUL, case)
    await desk.tick(seconds=2)
    await desk.edits(desk.sari, doubted, "tekan yang ini", case)


async def in_order(desk: AtDesk, case: Case) -> None:
    """What is gathered stays in its order: words, an answer, a photo, words."""
    await desk.says(case.person, "pembuka")
    await desk.says(case.person, "sebentar")
    await desk.says(case.person, "nomornya", reply_to=desk.screen(case.person).id)
    await desk.sends(case.person, "photo")
    await desk.says(case.person, "penutup")
    for _ in range(3):
        await desk.tick(seconds=4)


async def more_than_fits(desk: AtDesk, case: Case) -> None:
    """Captions and texts longer than a message of a bot may be."""
    await desk.sends(case.person, "photo", caption=LONG)
    await desk.tick(seconds=4)
    await desk.says(case.person, "x" * 4096)
    for letter in "abc":
        await desk.says(case.person, letter * 1500)
    await quiet(desk)


async def refused_there(desk: AtDesk, case: Case) -> None:
    """The group refuses: the batch is halved until what is at fault stands alone."""
    await desk.says(case.person, "pembuka")
    for letter in "abc":
        await desk.says(case.person, f"huruf{letter}")
    desk.fault("error", method="sendMessage", chat=desk.group, times=3, **REFUSED)
    await desk.tick(seconds=4)
    for _ in range(3):
        await desk.sends(case.person, "photo", album="e")
    desk.fault("error", method="copyMessages", **REFUSED)
    desk.fault("error", method="copyMessage", **REFUSED)
    await desk.tick(seconds=4)
    desk.fault("error", method="sendMessage", chat=desk.group, skip=1, **REFUSED)
    await desk.says(case.person, "y" * 4096)
    await desk.tick(seconds=4)


async def lost_on_the_way(desk: AtDesk, case: Case) -> None:
    """Nobody knows whether it came, or the group is not there: later once more."""
    await quiet(desk)
    desk.fault("drop_after", method="sendMessage", chat=desk.group)
    await desk.says(case.person, "sampai?")
    await desk.tick(seconds=28)
    await quiet(desk)
    desk.fault("error", method="sendMessage", chat=desk.group, **GONE)
    await desk.says(case.person, "ini?")
    await desk.tick(seconds=31)
    for letter in "klmn":
        await desk.says(case.person, f"huruf{letter}")
    desk.fault("error", method="sendMessage", chat=desk.group, times=4, **REFUSED)
    desk.fault("drop_before", method="sendMessage", chat=desk.group)
    await desk.tick(seconds=4)
    await desk.tick(seconds=31)
    await quiet(desk)


async def quiet(desk: AtDesk) -> None:
    """Long enough for the next message to go out at once."""
    for _ in range(2):
        await desk.tick(seconds=4)


async def changed_by_the_person(desk: AtDesk, case: Case) -> None:
    """A text and a caption, twice the same, longer than fits, before it went out, never carried."""
    asked = await desk.says(case.person, "nol")
    await desk.edits(case.person, asked, "kosong")
    await desk.edits(case.person, asked, "kosong")
    await desk.edits(case.person, asked, "z" * 4096)
    waiting = await desk.says(case.person, "Jmber")
    await desk.edits(case.person, waiting, "Jember")
    await quiet(desk)
    photo = await desk.sends(case.person, "photo", caption="layar pertama")
    await desk.edits(case.person, photo, "layar kedua")
    await desk.edits(case.person, photo, LONG)
    hello = desk.world.chats[case.person]
    first = next(one.id for one in hello.messages.values() if one.sender == case.person)
    await desk.edits(case.person, first, "halo")


async def changed_by_the_officer(desk: AtDesk, case: Case) -> None:
    """A caption, a text into a doubtful one and back, a note, and what was thrown away."""
    sent = await desk.sends(desk.sari, "photo", case, caption="tekan yang biru")
    await desk.edits(desk.sari, sent, "tekan yang hijau", case)
    written = await desk.says(desk.sari, "Selamat pagi, Bapak.", case)
    await desk.edits(desk.sari, written, DOUBTFUL, case)
    await desk.edits(desk.sari, written, "Selamat pagi, Bapak.", case)
    await desk.edits(desk.sari, written, "Selamat siang, Bapak.", case)
    note = await desk.says(desk.sari, "// catatan", case)
    await desk.edits(desk.sari, note, "bukan catatan", case)
    dropped = await desk.says(desk.sari, DOUBTFUL, case)
    await desk.presses(desk.sari, "Buang", case)
    await desk.edits(desk.sari, dropped, "Bapak tinggal di mana?", case)


async def sent_again(desk: AtDesk, case: Case) -> None:
    """Refused and uncertain words, sent once more by hand; what arrived is not."""
    desk.fault("drop_after", method="sendMessage", chat=case.person)
    await desk.says(desk.sari, "Jam tiga, ya.", case)
    await desk.tick(minutes=2)
    await desk.presses(desk.sari, AGAIN, case)
    desk.fault("error", chat=case.person, **UNKNOWN)
    written = await desk.says(desk.sari, "Bawa KTP, ya.", case)
    await desk.edits(desk.sari, written, DOUBTFUL, case)
    await desk.presses(desk.sari, AGAIN, case)
    await desk.edits(desk.sari, written, "Bawa KTP asli, ya.", case)
    arrived = desk.value("SELECT MAX(id) FROM case_messages WHERE direction = 'out'")
    theirs = desk.value("SELECT MAX(id) FROM case_messages WHERE direction = 'in'")
    desk.fault("drop_before", method="sendMessage", chat=case.person)
    await desk.says(desk.sari, "Atau jam empat.", case)
    for row in (arrived, theirs, 999, "x"):
        await desk.forges(desk.sari, staff_data(Staff.AGAIN, case.id, row), case)


async def an_album_sent_again(desk: AtDesk, case: Case) -> None:
    """All of its parts, but for the one that has become doubtful."""
    parts = [await desk.sends(desk.sari, "photo", case, caption=f"{n}", album="f") for n in "123"]
    desk.fault("error", chat=case.person, **UNKNOWN)
    await desk.tick(seconds=2)
    await desk.edits(desk.sari, parts[1], DOUBTFUL, case)
    await desk.presses(desk.sari, AGAIN, case)
    desk.fault("error", chat=case.person, **UNKNOWN)
    for label in ("Loloskan", AGAIN, "Loloskan"):
        await desk.presses(desk.sari, label, case)


async def hidden_address(desk: AtDesk, case: Case) -> None:
    """An address behind words: held, let pass by the supervisor, changed afterwards."""
    link = {"type": "text_link", "offset": 8, "length": 7, "url": "https://klaim-cair.xyz"}
    words = {"text": "Silakan di sini", "entities": [link]}
    held = await desk.posts(desk.sari, words, case)
    await desk.presses(desk.sari, "Loloskan", case)
    row = desk.value("SELECT MAX(id) FROM case_messages")
    for verb in (Staff.PASS, Staff.DROP):
        await desk.forges(desk.sari, staff_data(verb, case.id, row), case)
    await desk.edits(desk.sari, held, "Silakan di kantor", case)
    known = {**link, "url": "https://www.bpjsketenagakerjaan.go.id"}
    await desk.posts(desk.sari, {**words, "entities": [known]}, case)


async def nobody_is_written_to(desk: AtDesk, case: Case) -> None:
    """By who does not hold the case, before it is taken; a doubtful message stays where it is."""
    await desk.says(desk.budi, "Saya juga mau menjawab", case)
    doubted = await desk.says(desk.sari, DOUBTFUL, case)
    await desk.presses(desk.sari, RELEASE, case)
    await desk.edits(desk.sari, doubted, "Bapak tinggal di mana?", case)
    await desk.says(desk.sari, "Halo, ada apa?", case)
    await desk.presses(case.person, "Keluar dari antrean")
    await desk.presses(case.person, "Ya, keluar")
    await desk.says(desk.sari, "Satu hal lagi", case)


async def stopped(desk: AtDesk) -> None:
    """Who stopped the bot, found out by a message and by a change of one."""
    first = await desk.held("Bu Rina")
    desk.fault("error", chat=first.person, **BLOCKED)
    await desk.says(desk.sari, "Masih di sana, Bu?", first)
    second = await desk.held("Bu Ani")
    written = await desk.says(desk.sari, "Coba besok.", second)
    desk.fault("error", chat=second.person, **BLOCKED)
    await desk.edits(desk.sari, written, "Coba lusa.", second)
    await desk.says(first.person, "saya kembali")
    await desk.tick()
