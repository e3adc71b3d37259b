"""Who may do what: strangers and forged buttons get nothing, doubtful messages are held."""

from __future__ import annotations

import pytest

from flows.desk.actions import Participant, Staff, participant_data, staff_data
from tests.handlers.desk.conftest import TAKE, AtDesk


def case_of(desk: AtDesk, thread: int) -> int:
    return int(desk.rows("SELECT id FROM cases WHERE topic_id = ?", thread)[0][0])


async def test_a_stranger_in_the_group_gets_nothing(desk: AtDesk) -> None:
    user, thread = await desk.opened()
    stranger = await desk.sim.user("Orang Lain")
    await desk.sim.member(desk.group, stranger, "member")
    await desk.take(stranger, thread)
    await desk.sim.say(stranger, "/ambil", chat=desk.group, thread=thread)
    await desk.sim.say(stranger, "/macet", chat=desk.group)
    await desk.gives(stranger, "supervisor", stranger)
    await desk.sim.say(stranger, "kirim uang ke saya", chat=desk.group, thread=thread)
    await desk.take(desk.sari, thread)
    await desk.sees(user, "Bu Sari")
    assert desk.rows("SELECT officer_id FROM cases") == [(desk.sari,)]
    assert not [one for one in await desk.sim.messages(user) if "kirim uang" in one.text]
    assert stranger not in {row[0] for row in desk.rows("SELECT user_id FROM staff")}


async def test_forged_staff_buttons_do_nothing(desk: AtDesk) -> None:
    _, thread = await desk.opened()
    number = case_of(desk, thread)
    stranger, own = await desk.sim.user("Orang Lain"), await desk.person("Penipu")
    await desk.sim.member(desk.group, stranger, "member")
    card = (await desk.cards(thread))[0]
    before = desk.rows("SELECT version, state, officer_id FROM cases")
    where = {"chat": desk.group, "thread": thread, "message_id": card.id}
    for verb in Staff:
        data = staff_data(verb, number, "nasional")
        await desk.sim.wait_toast(await desk.sim.tap_data(stranger, data, **where))
        # In a private chat the buttons of officers mean nothing.
        await desk.sim.wait_toast(await desk.sim.tap_data(own, data))
    for forged in ("", "1:K", "1:K:ambil:x", "1:K:ambil:99999", "1:K:" + "ambil:" * 9, "1:Z:1"):
        await desk.sim.wait_toast(await desk.sim.tap_data(desk.budi, forged, **where))
    assert desk.rows("SELECT version, state, officer_id FROM cases") == before


async def test_a_button_of_another_case_does_nothing(desk: AtDesk) -> None:
    _, first = await desk.opened("Satu")
    _, second = await desk.opened("Dua")
    card = (await desk.cards(second))[0]
    data = staff_data(Staff.TAKE, case_of(desk, first))
    tapped = await desk.sim.tap_data(
        desk.sari, data, chat=desk.group, thread=second, message_id=card.id
    )
    await desk.sim.wait_toast(tapped)
    assert desk.rows("SELECT DISTINCT state FROM cases") == [("waiting",)]


async def test_nobody_closes_or_rates_somebody_elses_case(desk: AtDesk) -> None:
    _, thread = await desk.held()
    number = case_of(desk, thread)
    other = await desk.person("Penipu")
    for verb in (Participant.SURE, Participant.LEAVE, Participant.RATE):
        data = participant_data(verb, number, "5")
        await desk.sim.wait_toast(await desk.sim.tap_data(other, data))
    assert desk.rows("SELECT state, rating FROM cases") == [("held", None)]


async def test_who_leaves_the_group_may_do_nothing_any_more(desk: AtDesk) -> None:
    _, thread = await desk.opened()
    await desk.sim.member(desk.group, desk.budi, "left")
    await desk.until(lambda: _without_role(desk, desk.budi))
    await desk.sim.member(desk.group, desk.budi, "member")
    await desk.take(desk.budi, thread)
    assert desk.rows("SELECT state FROM cases") == [("waiting",)]


async def test_the_cases_of_who_leaves_wait_for_another(desk: AtDesk) -> None:
    user, thread = await desk.opened()
    await desk.take(desk.budi, thread)
    await desk.sees(user, "Pak Budi")
    await desk.sim.member(desk.group, desk.budi, "kicked")
    await desk.sees(user, "kembali ke antrean")
    assert desk.rows("SELECT state FROM cases") == [("waiting",)]


async def _without_role(desk: AtDesk, user: int) -> bool:
    return not desk.rows("SELECT 1 FROM staff WHERE user_id = ?", user)


async def test_a_role_needs_membership(desk: AtDesk) -> None:
    outsider = await desk.sim.user("Bukan Anggota")
    await desk.sim.member(desk.group, outsider, "member")
    hello = await desk.sim.say(outsider, "Halo", chat=desk.group)
    await desk.sim.member(desk.group, outsider, "left")
    await desk.sim.say(desk.sari, "/peran petugas", chat=desk.group, reply_to=hello)
    await desk.stored("SELECT 1 FROM audit WHERE act = 'peran_dicabut'")
    assert await _without_role(desk, outsider)


async def test_only_a_supervisor_gives_roles(desk: AtDesk) -> None:
    friend = await desk.sim.user("Teman Budi")
    await desk.sim.member(desk.group, friend, "member")
    await desk.gives(desk.budi, "petugas", friend)
    await desk.sees(desk.group, "supervisor")
    assert await _without_role(desk, friend)


@pytest.mark.parametrize(
    "text",
    [
        "Tolong kirim kode OTP yang masuk ke HP Bapak",
        "Silakan transfer 50 ribu untuk biaya",
        "Buka https://jamsostek-cair.example.com ya",
        "Hubungi saya di 0812 3456 7890",
    ],
)
async def test_a_doubtful_message_waits_for_the_supervisor(desk: AtDesk, text: str) -> None:
    user, thread = await desk.opened()
    await desk.take(desk.budi, thread)
    await desk.writes(desk.budi, thread, text)
    toast = await desk.press(desk.budi, thread, "Loloskan")
    assert "supervisor" in toast["text"]
    assert not [one for one in await desk.sim.messages(user) if text in one.text]
    await desk.press(desk.sari, thread, "Loloskan")
    await desk.sees(user, text)
    acts = [row[0] for row in desk.rows("SELECT act FROM audit WHERE case_id IS NOT NULL")]
    assert acts == ["dibuka", "diambil", "ditahan", "diloloskan"]


async def test_a_held_message_may_be_mended_or_dropped(desk: AtDesk) -> None:
    user, thread = await desk.held()
    written = await desk.writes(desk.sari, thread, "Kirim PIN ATM Bapak")
    await desk.press(desk.sari, thread, "Buang")
    await desk.sim.edit(desk.sari, written, "Jangan kirim PIN kepada siapa pun", chat=desk.group)
    second = await desk.writes(desk.sari, thread, "Sebutkan nama ibu kandung Bapak")
    await desk.stored("SELECT 1 FROM case_messages WHERE state = 'held'")
    await desk.sim.edit(desk.sari, second, "Bapak tinggal di kota mana?", chat=desk.group)
    await desk.sees(user, "kota mana")
    said = " ".join(one.text for one in await desk.sim.messages(user))
    assert "PIN ATM" not in said
    assert "ibu kandung" not in said


async def test_an_edit_cannot_slip_past_the_guard(desk: AtDesk) -> None:
    user, thread = await desk.held()
    written = await desk.writes(desk.sari, thread, "Selamat pagi, Bapak.")
    await desk.marked(written)
    await desk.sim.edit(desk.sari, written, "Kirim OTP-nya, Bapak.", chat=desk.group)
    await desk.stored("SELECT 1 FROM audit WHERE act = 'ditahan'")
    await desk.writes(desk.sari, thread, "Sudah masuk JMO?")
    await desk.sees(user, "Sudah masuk JMO?")
    said = " ".join(one.text for one in await desk.sim.messages(user))
    assert "OTP-nya, Bapak" not in said


async def test_participants_do_not_see_staff_commands(desk: AtDesk) -> None:
    user = await desk.person()

    async def shown(**who: int) -> set[str]:
        return {one["command"] for one in (await desk.sim.bot(**who))["commands"]}

    async def in_group() -> bool:
        return "ambil" in await shown(user=desk.sari, chat=desk.group)

    await desk.until(in_group)
    assert "ambil" not in await shown(user=user, chat=user)
    assert TAKE not in await shown(user=user, chat=user)


async def test_the_audit_holds_no_words(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.say(user, "rahasia keluarga saya")
    await desk.writes(desk.sari, thread, "Baik, rahasia itu aman.")
    await desk.sees(user, "rahasia itu aman")
    audit = str(desk.rows("SELECT * FROM audit"))
    assert "rahasia" not in audit
    assert "diambil" in audit
