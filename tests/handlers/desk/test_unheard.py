"""Every message of a person in a staff group ends in exactly one thing that its author sees."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from itertools import product

import pytest

from tests.handlers.desk.at_desk import CLOSE, MOVE, RELEASE, SOLVED, AtDesk, Case, Place

NOTED, UNHEARD, DELIVERED = "✍", "🙊", "👌"

Sending = Callable[[AtDesk, int, Place], Awaitable[int]]


def text(words: str) -> Sending:
    async def sending(desk: AtDesk, user: int, at: Place) -> int:
        return await desk.says(user, words, at)

    return sending


def file(kind: str, caption: str = "") -> Sending:
    async def sending(desk: AtDesk, user: int, at: Place) -> int:
        return await desk.sends(user, kind, at, **({"caption": caption} if caption else {}))

    return sending


async def answer_to_card(desk: AtDesk, user: int, at: Place) -> int:
    assert isinstance(at, Case)
    return await desk.says(user, "Kasus ini mirip kemarin", at, reply_to=desk.card(at).id)


async def changed_note(desk: AtDesk, user: int, at: Place) -> int:
    note = await desk.says(user, "// masih dicek", at)
    shown = next(one for one in desk.topic(at) if one.id == note) if isinstance(at, Case) else None
    assert shown is None or str(shown.reactions) != "{}"
    return note


WHAT: dict[str, Sending] = {
    "words": text("Besok buka jam 8 pagi, Pak."),
    "asks a PIN": text("Tolong kirim PIN ATM Bapak"),
    "note": text("// tanya Bu Rina dulu"),
    "slipped": text("\\\\ tanya Bu Rina dulu"),
    "spaced": text("/ / tanya Bu Rina dulu"),
    "no command": text("/menu untuk membuka panduan ya Bu"),
    "bare": text("/menunya"),
    "stroke": text("/ nanti saya cek"),
    "words behind": text("/saya cek dulu ya Pak"),
    "photo": file("photo"),
    "photo with words": file("photo", "Tampilannya seperti ini"),
    "sticker": file("sticker"),
    "voice": file("voice"),
}

WHO = ("holder", "colleague", "editor", "stranger", "dismissed", "unconfirmed")


async def people(desk: AtDesk) -> dict[str, int]:
    dismissed = await desk.joins("Pak Lama", "petugas")
    await desk.gives(desk.sari, "hapus", dismissed)
    unconfirmed = await desk.joins("Bu Baru", "petugas")
    desk.store(f"UPDATE staff SET confirmed = 0 WHERE user_id = {unconfirmed}")
    return {
        "holder": desk.budi,
        "colleague": await desk.joins("Bu Wati", "petugas"),
        "editor": await desk.joins("Bu Editor", "editor"),
        "stranger": await desk.joins("Orang Lain"),
        "dismissed": dismissed,
        "unconfirmed": unconfirmed,
    }


def ends(desk: AtDesk, group: int, message: int) -> list[str]:
    """The bot's marks below a message, and what it answered."""
    chat = desk.world.chats[group]
    marks = chat.messages[message].reactions.get(desk.world.bot.id, [])
    below = [
        one.text
        for one in desk.sent_to(group)
        if (one.raw.get("reply_to") or {}).get("id") == message
    ]
    return [*marks, *below]


async def staged(desk: AtDesk, state: str) -> Case:
    case = await desk.held(by=desk.budi)
    if state == "waiting":
        await desk.presses(desk.budi, RELEASE, case)
    elif state == "closed":
        await desk.presses(desk.budi, CLOSE, case)
        await desk.presses(desk.budi, SOLVED, case)
    return case


@pytest.mark.parametrize("state", ["held", "waiting", "closed", "unknown"])
async def test_in_a_topic_everything_ends_once(desk: AtDesk, state: str) -> None:
    everybody, case = await people(desk), await staged(desk, state)
    if state == "unknown":
        # A copy of the database put back: the topic is there, its case is not.
        desk.store(f"UPDATE cases SET topic_id = topic_id + 5000 WHERE id = {case.id}")
    for (who, user), (what, sending) in product(everybody.items(), WHAT.items()):
        if who == "unconfirmed":
            desk.store(f"UPDATE staff SET confirmed = 0 WHERE user_id = {user}")
        message = await sending(desk, user, case)
        found = ends(desk, case.group, message)
        assert len(found) == 1, f"{who}, {what}: {found}"
        if state == "held" and who == "holder" and what in {"words", "photo", "sticker", "voice"}:
            assert found == [DELIVERED]
        if what == "note" and state != "unknown":
            assert found == [NOTED]
        if who != "holder" or state != "held":
            assert DELIVERED not in found


async def test_answering_the_card_is_a_note(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    message = await answer_to_card(desk, desk.budi, case)
    assert ends(desk, case.group, message) == [NOTED]


async def test_a_reason_is_not_repeated_for_some_minutes(desk: AtDesk) -> None:
    case, stranger = await desk.held(by=desk.budi), await desk.joins("Orang Lain")
    first, second = [await desk.says(stranger, "Halo", case) for _ in range(2)]
    assert "belum terdaftar" in ends(desk, case.group, first)[0]
    assert ends(desk, case.group, second) == [UNHEARD]
    desk.skip(minutes=11)
    third = await desk.says(stranger, "Halo", case)
    assert "belum terdaftar" in ends(desk, case.group, third)[0]


@pytest.mark.parametrize(
    "chatter",
    [
        "Selamat pagi semua",
        "Pak Budi, nanti gantikan saya ya",
        "Bu, ada yang lihat spidol?",
        "Saldo kopi habis",
        "Rapat jam 3",
    ],
)
async def test_chatter_among_colleagues_is_left_alone(desk: AtDesk, chatter: str) -> None:
    await desk.held(by=desk.budi)
    message = await desk.says(desk.sari, chatter, desk.group)
    assert ends(desk, desk.group, message) == []


async def test_words_for_a_participant_in_the_common_topic_say_where_to_write(
    desk: AtDesk,
) -> None:
    case = await desk.held(by=desk.budi)
    words = desk.value("SELECT trust_words FROM cases")
    for meant in (
        "Halo Pak Slamet ini jawaban",
        f"{case.code} sudah bisa diambil",
        f"Halo {words}",
    ):
        desk.skip(minutes=11)
        message = await desk.says(desk.budi, meant, desk.group)
        assert ["Ini topik umum" in one for one in ends(desk, desk.group, message)] == [True], meant


async def test_a_topic_that_colleagues_opened_is_theirs(desk: AtDesk) -> None:
    await desk.held(by=desk.budi)
    topic = await desk.opens_topic(desk.sari, "Jadwal piket")
    room = Case(0, "", 0, desk.group, topic)
    message = await desk.says(desk.budi, "Saya Senin ya", room)
    assert ends(desk, desk.group, message) == []


async def test_who_writes_as_the_group_is_told_once_how_to_write_as_oneself(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    group = {"id": case.group, "type": "supergroup", "title": "Meja"}
    as_group = {"text": "Sudah kami cek, Pak", "sender_chat": group}
    first, second = [await desk.posts(desk.sari, as_group, case) for _ in range(2)]
    assert "atas nama grup" in ends(desk, case.group, first)[0]
    assert ends(desk, case.group, second) == [UNHEARD]
    in_common = await desk.posts(desk.sari, as_group, desk.group)
    assert ends(desk, desk.group, in_common) == []


async def test_a_note_that_becomes_a_message_does_not_go_out(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    note = await desk.says(desk.budi, "// masih dicek", case)
    await desk.edits(desk.budi, note, "Masih dicek ya Pak", case)
    assert any("Mengubahnya tidak mengirimnya" in one for one in ends(desk, case.group, note))
    assert not desk.hears(case.person, "Masih dicek ya Pak")


async def test_words_behind_a_stroke_go_out_when_their_author_says_so(desk: AtDesk) -> None:
    case, words = await desk.held(by=desk.budi), "/menu untuk membuka panduan ya Bu"
    message = await desk.says(desk.budi, words, case)
    await desk.presses(desk.sari, "Kirim ke peserta", case)
    assert not desk.hears(case.person, words), "somebody else's words"
    assert not await desk.presses(desk.budi, "Kirim ke peserta", case)
    assert desk.hears(case.person, words)
    assert ends(desk, case.group, message) == [DELIVERED]


async def test_words_with_another_cases_code_are_asked_about(desk: AtDesk) -> None:
    one, other = await desk.held(by=desk.budi), await desk.held("Bu Tini", by=desk.budi)
    words = desk.value("SELECT trust_words FROM cases WHERE id = ?", one.id)
    for slip in (f"{one.code}: saldo sudah cair", f"Halo, kata pengenalnya {words}"):
        message = await desk.says(desk.budi, slip, other)
        assert "Topik lain?" in ends(desk, other.group, message)[0]
        assert not desk.hears(other.person, slip)
    await desk.presses(desk.budi, "Kirim ke peserta", other)
    assert desk.hears(other.person, slip)


async def test_asking_for_a_secret_is_held_even_when_it_is_meant(desk: AtDesk) -> None:
    one, other = await desk.held(by=desk.budi), await desk.held("Bu Tini", by=desk.budi)
    await desk.says(desk.budi, f"{one.code} halo", other)
    panel = desk.sent_to(other)[-1].id
    message = panel - 1
    await desk.edits(desk.budi, message, f"{one.code} kirim OTP Ibu", other)
    await desk.presses(desk.budi, "Kirim ke peserta", other, on=panel)
    assert not desk.hears(other.person, "OTP Ibu")


async def test_a_command_of_somebody_without_a_role_is_answered(desk: AtDesk) -> None:
    stranger = await desk.joins("Orang Lain")
    message = await desk.says(stranger, "/macet", desk.group)
    assert "belum terdaftar" in ends(desk, desk.group, message)[0]


async def test_a_group_whose_supervisor_is_not_confirmed_says_what_to_do(jember: AtDesk) -> None:
    jember.store(f"DELETE FROM staff WHERE group_id = {jember.group}")
    other = await jember.says(jember.budi, "/peran petugas", jember.group)
    assert "belum punya supervisor" in ends(jember, jember.group, other)[0]
    first = await jember.says(jember.sari, "/peran petugas", jember.group)
    assert "memastikan" in ends(jember, jember.group, first)[0]
    hello = await jember.says(jember.budi, "Pagi", jember.group)
    await jember.says(jember.sari, "/peran petugas", jember.group, reply_to=hello)
    assert jember.hears(jember.group, "sekarang petugas")


async def test_the_topic_of_a_case_that_moved_says_where_it_is(jember: AtDesk) -> None:
    old = await jember.held(by=jember.sari)
    await jember.presses(jember.sari, MOVE, old)
    await jember.presses(jember.sari, "Meja Nasional", old)
    await jember.tick()
    message = await jember.says(jember.sari, "Oh ya bu, bawa KK", old)
    [reason] = ends(jember, old.group, message)
    assert old.code in reason
    assert "topik lain" in reason


async def test_the_question_goes_with_its_message(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    message = await desk.says(desk.budi, "/menu ya Bu", case)
    assert desk.hears(case, "Kirim kalimat ini ke peserta?")
    await desk.edits(desk.budi, message, "// menu ya Bu", case)
    await desk.tick()
    assert not any("Kirim kalimat ini" in one.text for one in desk.sent_to(case))
    assert not desk.hears(case.person, "menu ya Bu")
