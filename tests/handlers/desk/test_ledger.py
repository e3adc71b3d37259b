"""What each side was told is what Telegram accepted; what is lost on the way is sent again."""

from __future__ import annotations

import pytest

from handlers.desk.carry.marks import GONE
from tests.handlers.desk.at_desk import DELIVERED, AtDesk

UNKNOWN = {"code": 400, "description": "Bad Request: SOMETHING_NEW"}


def mark(desk: AtDesk, case: object, message: int) -> str:
    shown = next(one for one in desk.topic(case) if one.id == message)  # type: ignore[arg-type]
    return str(shown.reactions)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "error"])
async def test_a_card_that_did_not_arrive_comes(desk: AtDesk, kind: str) -> None:
    person = await desk.person()
    how = UNKNOWN if kind == "error" else {}
    for words in ("9", "JMO saya macet"):
        await desk.says(person, words)
    desk.fault(kind, method="sendMessage", chat=desk.group, **how)
    await desk.says(person, "jember")
    await desk.tick(seconds=40)
    case = desk.case_of(person)
    assert "Ambil" in desk.card(case).labels[0]
    number = desk.value("SELECT card_message_id FROM cases")
    assert number in [one.id for one in desk.sent_to(case)]


async def test_a_participant_hears_the_number_of_the_case_whatever_was_refused(
    desk: AtDesk,
) -> None:
    person = await desk.person()
    for words in ("9", "JMO saya macet"):
        await desk.says(person, words)
    desk.fault("error", method="sendMessage", chat=person, times=3, **UNKNOWN)
    await desk.says(person, "jember")
    for _ in range(4):
        await desk.tick(seconds=10)
    assert desk.hears(person, desk.case_of(person).code)


async def test_a_warning_is_given_until_it_is_there(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("drop_before", method="sendMessage", chat=case.person)
    desk.fault("error", method="sendMessage", chat=desk.group, times=2, **UNKNOWN)
    written = await desk.says(desk.sari, "Besok jam sembilan.", case)
    for _ in range(3):
        await desk.tick(seconds=10)
    assert desk.sees(case, "Tidak pasti").raw["reply_to"]["id"] == written
    assert not desk.marked(case, written)


async def test_the_mark_stands_for_the_newest_words(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", method="editMessageText", chat=case.person, **UNKNOWN)
    written = await desk.says(desk.sari, "Saldo di atas 15 juta.", case)
    assert desk.marked(case, written)
    await desk.edits(desk.sari, written, "Ralat: saldo di bawah 15 juta.", case)
    assert not desk.marked(case, written)
    assert desk.hears(case.person, "di atas 15")
    desk.sees(case, "Perubahan ini belum sampai")
    await desk.tick(seconds=10)
    assert desk.marked(case, written)
    desk.sees(case.person, "di bawah 15")
    assert not desk.hears(case.person, "di atas 15")
    assert not desk.hears(case, "belum sampai")


async def test_what_was_refused_and_changed_arrives_as_it_is_now(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", method="sendMessage", chat=case.person, **UNKNOWN)
    written = await desk.says(desk.sari, "Saldo di atas 15 juta.", case)
    await desk.edits(desk.sari, written, "Saldo di bawah 15 juta.", case)
    assert desk.marked(case, written)
    desk.sees(case.person, "di bawah 15")
    assert not desk.hears(case, "Kirim ulang")


async def test_two_slashes_or_tarik_take_a_message_back(desk: AtDesk) -> None:
    case = await desk.held()
    slip = await desk.says(desk.sari, "Peserta ini galak", case)
    other = await desk.says(desk.sari, "Saldo Bapak sudah cair", case)
    await desk.edits(desk.sari, slip, "// Peserta ini galak", case)
    await desk.says(desk.sari, "/tarik", case, reply_to=other)
    assert not desk.hears(case.person, "galak")
    assert not desk.hears(case.person, "sudah cair")
    assert GONE in mark(desk, case, slip)
    assert GONE in mark(desk, case, other)
    await desk.edits(desk.sari, slip, "Bapak, mohon bersabar", case)
    desk.sees(case.person, "bersabar")
    assert DELIVERED in mark(desk, case, slip)


async def test_only_who_wrote_it_takes_it_back_and_not_after_two_days(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Bawa KTP, ya.", case)
    await desk.says(desk.budi, "/tarik", case, reply_to=written)
    desk.sees(case, "Hanya penulisnya")
    desk.store("UPDATE case_messages SET sent_at = sent_at - 48 * 3600")
    await desk.says(desk.sari, "/tarik", case, reply_to=written)
    desk.sees(case, "47 jam")
    assert desk.hears(case.person, "Bawa KTP")
    await desk.says(desk.sari, "/tarik", case)
    desk.sees(case, "Balas pesan")


async def test_a_changed_long_message_is_changed_in_all_its_parts(desk: AtDesk) -> None:
    case = await desk.held()
    asked = await desk.says(case.person, "a & " * 1024)
    await desk.edits(case.person, asked, "b < " * 1020)
    said = [one.text for one in desk.sent_to(case) if "👤" in one.text or "b <" in one.text]
    assert len(said) == 2
    assert "".join(said).count("b <") == 1020
    assert not desk.hears(case, "a &")
    await desk.edits(case.person, asked, "pendek saja")
    assert [one.text for one in desk.sent_to(case) if "b <" in one.text] == []


async def test_a_moved_case_leaves_an_address_and_takes_all_words_along(jember: AtDesk) -> None:
    desk = jember
    case = await desk.held()
    await desk.says(case.person, "apakah bisa lewat kantor?")
    await desk.says(desk.sari, "Bisa, Bapak.", case)
    await desk.says(desk.sari, "// pelanggan lama", case)
    await desk.tick(seconds=4)
    await desk.presses(desk.sari, "Alihkan", case)
    await desk.presses(desk.sari, "Meja Nasional", case)
    for _ in range(6):
        await desk.tick(seconds=2)
    after = desk.case_of(case.person)
    assert after.group == desk.national
    words = desk.sees(after, "apakah bisa lewat kantor?").text
    assert words.index("lewat kantor") < words.index("Bisa, Bapak.") < words.index("pelanggan lama")
    assert "pindah ke Meja Nasional" in desk.topics()[case.topic]
    assert f"/{after.topic}" in desk.card(case).text
    assert desk.world.chats[case.group].topics[case.topic].closed
    assert desk.rows("SELECT office, desk FROM cases") == [("jember", "nasional")]
    await desk.says(desk.sari, f"/ambil {case.code}", desk.group)
    desk.sees(desk.group, f"/{after.topic}")


async def test_a_topic_closed_by_hand_is_opened_for_the_next_words(desk: AtDesk) -> None:
    case = await desk.held()
    closed = {"code": 400, "description": "Bad Request: TOPIC_CLOSED"}
    desk.world.chats[desk.group].topics[case.topic].closed = True
    desk.fault("error", method="sendMessage", chat=desk.group, **closed)
    await desk.says(case.person, "masih ada orang?")
    await desk.tick(seconds=31)
    desk.sees(case, "masih ada orang?")
    assert not desk.world.chats[desk.group].topics[case.topic].closed
    assert len(desk.topics()) == 1
