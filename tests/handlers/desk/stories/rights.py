"""Whose button it is: who may do what, who is told why not, and what is passed over in silence."""

from __future__ import annotations

from flows.library import Library
from flows.presses import Participant, Staff
from tests.handlers.desk.at_desk import CLOSE, SOLVED, TAKE, AtDesk, Case, staff_data
from tests.handlers.desk.at_desk import participant_data as person_data

REFUSED = {"code": 400, "description": "Bad Request: no"}
DOUBTFUL = "Tolong kirim kode OTP yang masuk ke HP Bapak"

OF_THE_HOLDER = {
    Staff.TAKE: "",
    Staff.RELEASE: "",
    Staff.MOVE: "",
    Staff.TO_OFFICE: "nasional",
    Staff.TO_OFFICER: "1",
    Staff.CLOSE: "",
    Staff.CLOSE_AS: "terjawab",
    Staff.REPLIES: "0",
    Staff.AGAIN: "1",
    Staff.PASS: "1",
    Staff.DROP: "1",
}
"""Buttons that are not everybody's, each with something behind it."""


async def whose_button(desk: AtDesk, _library: Library) -> None:
    """A desk at which everybody presses everything."""
    case = await desk.opened()
    await strangers(desk, case)
    await roles(desk)
    await an_editor(desk, case)
    await in_every_state(desk, case)
    await forged(desk)
    await elsewhere(desk)
    await commands(desk, case)
    await coming_and_going(desk)
    await unanswered(desk)


async def strangers(desk: AtDesk, case: Case) -> None:
    """Somebody without a role, an officer who writes as a channel: nothing happens."""
    stranger = await desk.joins("Orang Lain")
    await desk.presses(stranger, TAKE, case)
    written = await desk.says(stranger, "kirim uang ke saya", case)
    await desk.edits(stranger, written, "kirim uang ke dia", case)
    await desk.says(stranger, "/ambil", case)
    await desk.says(stranger, "/peran supervisor", desk.group)
    channel = {"id": -1009, "type": "channel", "title": "Kanal"}
    await desk.posts(desk.budi, {"text": "/ambil", "sender_chat": channel}, case)


async def roles(desk: AtDesk) -> None:
    """Given and taken by the supervisor alone: by reply and by mention, to whom there is."""
    wati = await desk.joins("Bu Wati")
    await desk.gives(desk.budi, "petugas", wati)
    for order in ("/peran", "/peran petugas"):
        await desk.says(desk.sari, order, desk.group)
    await desk.gives(desk.sari, "raja", wati)
    card = desk.world.user(wati).card()
    mention = {"type": "text_mention", "offset": 15, "length": 7, "user": card}
    words = {"text": "/peran petugas Bu Wati", "entities": [mention]}
    await desk.posts(desk.sari, words, desk.group)
    await desk.gives(desk.sari, "hapus", wati)
    await desk.gives(desk.sari, "hapus", wati)
    hello = await desk.says(wati, "Sampai jumpa", desk.group)
    await desk.becomes(wati, "left")
    await desk.says(desk.sari, "/peran petugas", desk.group, reply_to=hello)


async def an_editor(desk: AtDesk, case: Case) -> None:
    """May read and keep answers, but holds no case."""
    editor = await desk.joins("Bu Editor", "editor")
    await desk.presses(editor, TAKE, case)
    await desk.says(editor, "/ambil", case)
    await desk.says(editor, "Halo, Bapak", case)
    await desk.forges(editor, staff_data(Staff.GREET, 0, case.person), desk.group)
    await desk.presses(desk.sari, "Alihkan", case)
    target = staff_data(Staff.TO_OFFICER, case.id, editor)
    await desk.forges(desk.sari, target, case, on=desk.card(case).id)
    await desk.forges(desk.sari, staff_data(Staff.CARD, case.id), case)


async def in_every_state(desk: AtDesk, case: Case) -> None:
    """Pak Budi presses what is not his; then everybody, when it is over."""
    await everything(desk, desk.budi, case)
    for useless in (Staff.RELEASE, Staff.TO_OFFICER):
        await desk.forges(desk.sari, staff_data(useless, case.id, "x"), case)
    await desk.presses(desk.sari, TAKE, case)
    await desk.says(desk.sari, "Kami cek, ya.", case)
    await desk.says(desk.sari, DOUBTFUL, case)
    row = desk.value("SELECT MAX(id) FROM case_messages")
    for verb in (Staff.PASS, Staff.DROP):
        await desk.forges(desk.budi, staff_data(verb, case.id, row), case)
    await everything(desk, desk.budi, case)
    nowhere = ((Staff.TO_OFFICE, "nirwana"), (Staff.TO_OFFICE, "jember"), (Staff.CLOSE_AS, "bosan"))
    for verb, where in nowhere:
        await desk.forges(desk.sari, staff_data(verb, case.id, where), case)
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    await desk.tick()
    await everything(desk, desk.sari, case)
    await desk.forges(desk.sari, staff_data(Staff.PASS, case.id, row), case)


async def everything(desk: AtDesk, user: int, case: Case) -> None:
    for verb, argument in OF_THE_HOLDER.items():
        await desk.forges(user, staff_data(verb, case.id, argument), case)


async def forged(desk: AtDesk) -> None:
    """Data of another case, of nothing, of texts that are gone, on a message Telegram forgot."""
    first, second = await desk.held("Satu"), await desk.held("Dua")
    await desk.says(desk.sari, "Lapor dulu ke kantor.", first)
    await desk.says(first.person, "mana?")
    answer, question = (one for (one,) in desk.rows("SELECT id FROM case_messages")[-2:])
    for data in ("", "1:K", "1:K:ambil:x", "1:K:ambil:99999", staff_data(Staff.TAKE, first.id)):
        await desk.forges(desk.budi, data, second)
    gone = (Staff.REPLY, Staff.SEND_REPLY, Staff.TOPIC, Staff.SEND_TOPIC)
    kept = {Staff.REPLIES: "x", Staff.KEEP_AS_FAQ: "x", **dict.fromkeys(gone, "sudah-dihapus")}
    for verb, what in kept.items():
        await desk.forges(desk.sari, staff_data(verb, first.id, what), first)
    for case, row in ((second, answer), (first, question), (first, 999)):
        await desk.forges(desk.sari, staff_data(Staff.KEEP_AS_FAQ, case.id, row), case)
    for verb in (Participant.SURE, Participant.RATE, Participant.CLOSE):
        await desk.forges(second.person, person_data(verb, first.id, "1"))
    old = desk.sees(first, "mana?").id
    desk.ages(first, old)
    await desk.forges(desk.sari, staff_data(Staff.CLOSE, first.id), first, on=old)


async def elsewhere(desk: AtDesk) -> None:
    """In a group that is none of ours nobody is heard, but the button's clock stops."""
    chat = desk.world.add_group("Warga RT 5", forum=False)
    await desk.becomes(desk.world.bot.id, "member", chat.id)
    await desk.becomes(desk.sari, "member", chat.id)
    await desk.says(desk.sari, "/ambil", chat.id)
    await desk.forges(desk.sari, staff_data(Staff.TAKE, 1), chat.id)


async def commands(desk: AtDesk, closed: Case) -> None:
    """Help outside of the topics and in them; cases that cannot be taken."""
    for order in ("/faq lupa password jmo", "/faq", "/macet", "/saya", "/ambil", "/jadikan", "/x"):
        await desk.says(desk.budi, order, desk.group)
    await desk.says(desk.budi, "/laporan", desk.group)
    case = await desk.opened("Pak Joko")
    for order in ("/peran petugas", "/faq@teman_jht_bot lupa password jmo", "/jadikan", "/ambil"):
        await desk.says(desk.budi, order, case)
    await desk.says(desk.sari, "/laporan", case)
    await desk.says(desk.budi, DOUBTFUL, case)
    await desk.presses(desk.budi, "Buang", case)
    await desk.says(desk.sari, f"/ambil {case.code}", desk.group)
    await desk.says(desk.sari, f"/ambil {closed.code}", desk.group)


async def coming_and_going(desk: AtDesk) -> None:
    """Cases of who leaves wait for another; the first supervisor comes back with the role."""
    case = await desk.held("Bu Eka", by=desk.budi)
    written = await desk.says(desk.budi, "Kami cek, ya.", case)
    await desk.becomes(desk.budi, "administrator")
    await desk.becomes(desk.budi, "restricted", is_member=False)
    await desk.becomes(desk.budi, "member")
    await desk.edits(desk.budi, written, "Kirim uang ke saya", case)
    await desk.becomes(desk.sari, "left")
    await desk.becomes(desk.sari, "member")
    await desk.gives(desk.sari, "petugas", desk.budi)


async def unanswered(desk: AtDesk) -> None:
    """Telegram does not say who is in the group; then Pak Budi is no longer there."""
    desk.fault("error", method="getChatMember", **REFUSED)
    desk.fault("drop_before", method="getChatMember")
    await desk.tick(hours=25)
    editor = desk.value("SELECT user_id FROM staff WHERE role = 'editor'")
    await desk.says(editor, "/macet", desk.group)
    case = await desk.opened("Bu Ina")
    for officer in (desk.sari, desk.budi):
        await desk.presses(officer, TAKE, case)
    await desk.tick(minutes=2)
    await desk.presses(desk.sari, "Alihkan", case)
    desk.world.chats[desk.group].members[desk.budi] = {"status": "left"}
    await desk.tick(hours=25)
