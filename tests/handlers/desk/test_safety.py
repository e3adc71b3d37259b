"""Who may do what: strangers and forged buttons get nothing, doubtful messages are held."""

from __future__ import annotations

import pytest

from flows.library import Library
from flows.presses import Participant, Staff
from handlers.desk.results import heard
from sandbox.members import set_status
from store.about import Membership
from store.outcome import Fate, Kind, Outcome
from store.unit import OpenUnit, make_call
from tests.handlers.desk.at_desk import TAKE, AtDesk, participant_data, staff_data


async def test_a_group_that_is_not_ours_is_pointed_to_the_private_chat_once(
    desk: AtDesk, library: Library
) -> None:
    user = await desk.person()
    chat = desk.world.add_group("Warga RT 5", forum=False)
    for status in ("member", "administrator", "member"):
        set_status(desk.world, chat, desk.world.bot.id, status, desk.world.user(user))
        await desk.settle()
    [told] = desk.sent_to(chat.id)
    assert told.text.startswith(library.messages["grup_diam"][:20])


async def test_a_stranger_in_the_group_gets_nothing_but_the_reason(desk: AtDesk) -> None:
    case = await desk.opened()
    stranger = await desk.joins("Orang Lain")
    assert "belum terdaftar" in await desk.presses(stranger, TAKE, case)
    said = len(desk.sent_to(desk.group))
    await desk.says(stranger, "/ambil", case)
    for order in ("/macet", "/laporan", "/faq saldo", "/saya pulang"):
        await desk.says(stranger, order, desk.group)
    await desk.gives(stranger, "supervisor", stranger)
    await desk.says(stranger, "kirim uang ke saya", case)
    after = desk.sent_to(desk.group)[said:]
    assert after
    assert all("belum terdaftar" in one.text for one in after)
    await desk.presses(desk.sari, TAKE, case)
    assert desk.state(case) == ("held", desk.sari)
    assert not desk.hears(case.person, "kirim uang")
    assert stranger not in {row[0] for row in desk.rows("SELECT user_id FROM staff")}


async def test_a_stranger_changes_nothing_by_editing(desk: AtDesk) -> None:
    case = await desk.held()
    stranger = await desk.joins("Orang Lain")
    written = await desk.says(stranger, "halo", case)
    await desk.edits(stranger, written, "kirim uang ke saya", case)
    assert not desk.hears(case.person, "kirim uang")


async def test_forged_staff_buttons_do_nothing(desk: AtDesk) -> None:
    case = await desk.opened()
    stranger, own = await desk.joins("Orang Lain"), await desk.person("Penipu")
    before = desk.rows("SELECT version, state, officer_id FROM cases")
    for verb in Staff:
        data = staff_data(verb, case.id, "nasional")
        assert "belum terdaftar" in await desk.forges(stranger, data, case)
        # In a private chat the buttons of officers mean nothing.
        await desk.forges(own, data)
    for forged in ("", "1:K", "1:K:ambil:x", "1:K:ambil:99999", "1:K:" + "ambil:" * 9, "1:Z:1"):
        assert "tidak berlaku" in await desk.forges(desk.budi, forged, case)
    assert desk.rows("SELECT version, state, officer_id FROM cases") == before


async def test_a_button_of_another_case_does_nothing(desk: AtDesk) -> None:
    first, second = await desk.opened("Satu"), await desk.opened("Dua")
    data = staff_data(Staff.TAKE, first.id)
    assert "tidak berlaku" in await desk.forges(desk.sari, data, second)
    assert "tidak berlaku" in await desk.forges(desk.sari, data, desk.group)
    assert {desk.state(case) for case in (first, second)} == {("waiting", None)}


async def test_a_case_is_not_touched_from_another_group(jember: AtDesk) -> None:
    """Both groups count their topics from the start: the number alone proves nothing."""
    theirs = await jember.calls(await jember.person("Satu"), city="surabaya karimunjawa")
    jember.world.chats[jember.group].last_id = theirs.topic - 1
    ours = await jember.opened("Dua")
    assert theirs.topic == ours.topic
    data = staff_data(Staff.TAKE, ours.id)
    assert "tidak berlaku" in await jember.forges(jember.budi, data, theirs)
    assert jember.state(ours) == ("waiting", None)


async def test_nobody_closes_or_rates_somebody_elses_case(desk: AtDesk) -> None:
    case = await desk.held()
    other = await desk.opened("Penipu")
    for user in (await desk.person("Penipu"), other.person):
        for verb in Participant:
            await desk.forges(user, participant_data(verb, case.id, "5"))
    assert desk.rows("SELECT state, rating FROM cases ORDER BY id") == [
        ("held", None), ("waiting", None)
    ]  # fmt: skip
    closed = await desk.closed("Bu Ani")
    await desk.forges(other.person, participant_data(Participant.RATE, closed.id, "1"))
    assert desk.rows("SELECT rating FROM cases WHERE id = ?", closed.id) == [(None,)]


async def test_who_leaves_the_group_may_do_nothing_any_more(desk: AtDesk) -> None:
    case = await desk.opened()
    await desk.becomes(desk.budi, "left")
    assert role(desk, desk.budi) is None
    await desk.becomes(desk.budi, "member")
    assert "belum terdaftar" in await desk.presses(desk.budi, TAKE, case)
    assert desk.state(case) == ("waiting", None)


def role(desk: AtDesk, user: int) -> tuple[str, int] | None:
    """The role somebody has, and whether it is confirmed."""
    found = desk.rows("SELECT role, confirmed FROM staff WHERE user_id = ?", user)
    return found[0] if found else None


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_the_cases_of_who_leaves_wait_for_another(desk: AtDesk, status: str) -> None:
    case, kept = await desk.held(by=desk.budi), await desk.held("Bu Ani")
    await desk.becomes(desk.budi, status)
    desk.sees(case.person, "kembali ke antrean")
    assert desk.state(case) == ("waiting", None)
    assert desk.state(kept) == ("held", desk.sari)
    assert desk.acts(case)[-1] == "kembali_ke_antrean"


@pytest.mark.parametrize("status", ["restricted", "administrator"])
async def test_who_stays_in_the_group_keeps_role_and_cases(desk: AtDesk, status: str) -> None:
    case = await desk.held(by=desk.budi)
    await desk.becomes(desk.budi, status)
    assert role(desk, desk.budi) == ("petugas", 1)
    assert desk.state(case) == ("held", desk.budi)


async def test_who_is_restricted_and_outside_is_outside(desk: AtDesk) -> None:
    await desk.becomes(desk.budi, "restricted", is_member=False)
    assert role(desk, desk.budi) is None


async def test_leaving_one_group_keeps_role_and_cases_of_the_other(jember: AtDesk) -> None:
    """Bu Sari is the supervisor of both groups."""
    case = await jember.held()
    await jember.becomes(jember.sari, "left", jember.national)
    assert jember.state(case) == ("held", jember.sari)
    await jember.says(jember.sari, "Masih di sini.", case)
    jember.sees(case.person, "Masih di sini.")


async def test_the_first_supervisor_comes_back_with_the_role(desk: AtDesk) -> None:
    await desk.becomes(desk.sari, "left")
    assert role(desk, desk.sari) is None
    await desk.becomes(desk.sari, "member")
    assert role(desk, desk.sari) == ("supervisor", 1)
    await desk.becomes(desk.budi, "left")
    await desk.becomes(desk.budi, "member")
    assert role(desk, desk.budi) is None


async def test_a_role_needs_membership(desk: AtDesk) -> None:
    outsider = await desk.joins("Bukan Anggota")
    hello = await desk.says(outsider, "Halo", desk.group)
    await desk.becomes(outsider, "left")
    await desk.says(desk.sari, "/peran petugas", desk.group, reply_to=hello)
    assert role(desk, outsider) is None
    assert not desk.hears(desk.group, "Bukan Anggota sekarang")


async def test_a_role_counts_when_telegram_has_confirmed_it(desk: AtDesk) -> None:
    friend = await desk.joins("Bu Wati")
    hello = await desk.says(friend, "Halo", desk.group)
    desk.fault("error", code=400, description="Bad Request: no", method="getChatMember")
    await desk.says(desk.sari, "/peran petugas", desk.group, reply_to=hello)
    assert role(desk, friend) == ("petugas", 0)
    case = await desk.opened()
    assert "belum terdaftar" in await desk.presses(friend, TAKE, case)
    await desk.says(desk.sari, "/peran petugas", desk.group, reply_to=hello)
    desk.sees(desk.group, "Bu Wati sekarang petugas")
    await desk.presses(friend, TAKE, case)
    assert desk.state(case) == ("held", friend)


async def test_no_answer_about_membership_takes_the_confirmation_not_the_role(
    desk: AtDesk,
) -> None:
    desk.fault("error", code=400, description="Bad Request: no", method="getChatMember", times=2)
    await desk.tick(hours=25)
    assert role(desk, desk.budi) == ("petugas", 0)
    case = await desk.opened()
    assert "belum terdaftar" in await desk.presses(desk.budi, TAKE, case)
    await desk.tick(minutes=2)
    assert role(desk, desk.budi) == ("petugas", 1)


NOTED = {"message_id": 7}
"""What is left of an answer when the program is killed before it is recorded (`loops.journal`)."""


@pytest.mark.parametrize("kind", [Kind.UNCERTAIN, Kind.ACCEPTED])
@pytest.mark.parametrize("before", [0, 1])
async def test_an_answer_about_membership_that_got_lost_changes_nothing_and_is_asked_again(
    desk: AtDesk, kind: Kind, before: int
) -> None:
    """A program killed while it asks must not lock its officers out."""
    desk.store(f"UPDATE staff SET confirmed = {before}")
    about = Membership(desk.budi, desk.group, say=False)
    call = make_call("getChatMember", {"chat_id": desk.group}, chat_id=desk.group, about=about)
    async with desk.ticker._database.transaction() as transaction:
        outcome = Outcome(call, Fate(kind), NOTED)
        await heard(desk.clock.desk, outcome, OpenUnit(transaction))
    assert role(desk, desk.budi) == ("petugas", before)
    await desk.tick(minutes=2)
    assert role(desk, desk.budi) == ("petugas", 1)


async def test_only_a_supervisor_gives_roles(desk: AtDesk) -> None:
    friend = await desk.joins("Teman Budi")
    await desk.gives(desk.budi, "petugas", friend)
    desk.sees(desk.group, "Hanya supervisor")
    assert role(desk, friend) is None


async def test_a_role_is_taken_away_and_the_cases_with_it(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    await desk.gives(desk.sari, "hapus", desk.budi)
    desk.sees(desk.group, "Pak Budi tidak lagi bertugas")
    audit = desk.rows("SELECT actor_id, act, about FROM audit WHERE case_id IS NULL")
    assert audit[-2:] == [
        (desk.sari, "peran_diberi", f"{desk.budi}:petugas"),
        (desk.sari, "peran_dicabut", str(desk.budi)),
    ]
    assert role(desk, desk.budi) is None
    assert desk.state(case) == ("waiting", None)


async def test_a_word_under_a_command_stands_where_the_command_was_given(desk: AtDesk) -> None:
    case = await desk.opened()
    asked = await desk.says(desk.budi, "/peran petugas", case)
    told = desk.sees(case, "Hanya supervisor")
    assert (told.thread, told.raw["reply_to"]["id"]) == (case.topic, asked)
    assert desk.calls_of("sendMessage")[-1]["message_thread_id"] == case.topic
    await desk.says(desk.budi, "/peran petugas", desk.group)
    assert "message_thread_id" not in desk.calls_of("sendMessage")[-1]


@pytest.mark.parametrize("order", ["/peran", "/peran petugas", "/peran raja", "/peran hapus"])
async def test_a_role_for_nobody_or_of_no_kind_is_explained(desk: AtDesk, order: str) -> None:
    before = desk.rows("SELECT user_id, role FROM staff")
    await desk.says(desk.sari, order, desk.group)
    desk.sees(desk.group, "/peran petugas")
    assert desk.rows("SELECT user_id, role FROM staff") == before


DOUBTFUL = [
    "Tolong kirim kode OTP yang masuk ke HP Bapak",
    "Silakan transfer 50 ribu untuk biaya",
    "Buka https://jamsostek-cair.example.com ya",
    "Hubungi saya di 0812 3456 7890",
]


@pytest.mark.parametrize("text", DOUBTFUL)
async def test_a_doubtful_message_waits_for_the_supervisor(desk: AtDesk, text: str) -> None:
    case = await desk.held(by=desk.budi)
    await desk.says(desk.budi, text, case)
    assert "supervisor" in await desk.presses(desk.budi, "Loloskan", case)
    assert not desk.hears(case.person, text)
    await desk.presses(desk.sari, "Loloskan", case)
    desk.sees(case.person, text)
    assert desk.acts(case) == ["dibuka", "diambil", "ditahan", "diloloskan"]
    panel = desk.sees(case, "Belum terkirim. Pesan ini")
    assert panel.labels == []
    desk.sees(case, "Bu Sari meloloskan")


@pytest.mark.parametrize(
    ("url", "held"),
    [("https://klaim-cair.xyz", True), ("https://www.bpjsketenagakerjaan.go.id", False)],
)
async def test_an_address_behind_words_is_read_too(desk: AtDesk, url: str, held: bool) -> None:
    case = await desk.held()
    words = "Silakan buka di sini"
    link = {"type": "text_link", "offset": 13, "length": 7, "url": url}
    await desk.posts(desk.sari, {"text": words, "entities": [link]}, case)
    assert desk.hears(case.person, words) is not held
    assert desk.value("SELECT state FROM case_messages") == ("held" if held else "delivered")


async def test_what_is_dealt_with_is_not_passed_or_dropped_again(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, DOUBTFUL[0], case)
    panel = desk.sees(case, "Belum terkirim. Pesan ini")
    await desk.presses(desk.sari, "Loloskan", case)
    for label in ("Loloskan", "Buang"):
        assert "tidak berlaku" in await desk.forges(desk.sari, panel.data(label), case)
    assert len([one for one in desk.sent_to(case.person) if DOUBTFUL[0] in one.text]) == 1


async def test_a_held_message_of_a_closed_case_is_not_passed(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(desk.sari, DOUBTFUL[0], case)
    panel = desk.sees(case, "Belum terkirim. Pesan ini")
    await desk.presses(case.person, "Tutup kasus")
    await desk.presses(case.person, "Ya, tutup kasus")
    assert "tidak berlaku" in await desk.forges(desk.sari, panel.data("Loloskan"), case)
    assert not desk.hears(case.person, DOUBTFUL[0])


async def test_a_held_message_is_dropped_by_its_author_or_a_supervisor(desk: AtDesk) -> None:
    wati = await desk.joins("Bu Wati", "petugas")
    case = await desk.held(by=desk.budi)
    for dropper in (desk.budi, desk.sari):
        await desk.says(desk.budi, DOUBTFUL[0], case)
        panel = desk.sees(case, "Belum terkirim. Pesan ini")
        assert "supervisor" in await desk.presses(wati, "Buang", case)
        assert "dibuang" in await desk.presses(dropper, "Buang", case)
        assert panel.id not in [one.id for one in desk.topic(case)]
    assert desk.rows("SELECT state FROM case_messages") == [("dropped",)] * 2
    assert desk.acts(case).count("dibatalkan") == 2
    assert not desk.hears(case.person, DOUBTFUL[0])


async def test_a_held_message_of_another_case_is_not_touched(desk: AtDesk) -> None:
    first, second = await desk.held("Satu"), await desk.held("Dua")
    await desk.says(desk.sari, DOUBTFUL[0], first)
    row = desk.value("SELECT id FROM case_messages")
    for verb in (Staff.PASS, Staff.DROP):
        data = staff_data(verb, second.id, row)
        assert "tidak berlaku" in await desk.forges(desk.sari, data, second)
    assert desk.rows("SELECT state FROM case_messages") == [("held",)]


async def test_a_held_message_may_be_mended_or_dropped(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Kirim PIN ATM Bapak", case)
    await desk.presses(desk.sari, "Buang", case)
    await desk.edits(desk.sari, written, "Jangan kirim PIN kepada siapa pun", case)
    second = await desk.says(desk.sari, "Sebutkan nama ibu kandung Bapak", case)
    await desk.edits(desk.sari, second, "Sebutkan nama ibu kandung, ya", case)
    assert desk.rows("SELECT state FROM case_messages") == [("dropped",), ("held",)]
    await desk.edits(desk.sari, second, "Bapak tinggal di kota mana?", case)
    desk.sees(case.person, "kota mana")
    assert not desk.hears(case.person, "PIN")
    assert not desk.hears(case.person, "ibu kandung")


async def test_a_mended_message_of_a_released_case_stays(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Kirim PIN ATM Bapak", case)
    await desk.presses(desk.sari, "Lepas", case)
    await desk.edits(desk.sari, written, "Bapak tinggal di kota mana?", case)
    assert not desk.hears(case.person, "kota mana")


async def test_an_edit_cannot_slip_past_the_guard(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Selamat pagi, Bapak.", case)
    await desk.edits(desk.sari, written, "Kirim OTP-nya, Bapak.", case)
    assert desk.acts(case)[-1] == "ditahan"
    assert desk.sees(case, "Belum terkirim. Pesan ini").labels == []
    desk.sees(case.person, "Selamat pagi, Bapak.")
    assert not desk.hears(case.person, "OTP-nya")


async def test_what_is_sent_again_is_read_again(desk: AtDesk) -> None:
    """It failed, was changed into something doubtful, and is sent once more."""
    case = await desk.held(by=desk.budi)
    desk.fault("error", code=400, description="Bad Request: whatever", chat=case.person)
    written = await desk.says(desk.budi, "Selamat pagi, Bapak.", case)
    await desk.edits(desk.budi, written, DOUBTFUL[0], case)
    await desk.presses(desk.budi, "Kirim ulang", case)
    assert not desk.hears(case.person, DOUBTFUL[0])
    await desk.presses(desk.sari, "Loloskan", case)
    desk.sees(case.person, DOUBTFUL[0])


async def test_what_a_supervisor_let_pass_and_failed_is_read_once_more(desk: AtDesk) -> None:
    """The store knows the number only masked: sent from there it would say nothing."""
    case = await desk.held(by=desk.budi)
    await desk.says(desk.budi, DOUBTFUL[3], case)
    desk.fault("error", code=400, description="Bad Request: whatever", chat=case.person)
    await desk.presses(desk.sari, "Loloskan", case)
    await desk.presses(desk.budi, "Kirim ulang", case)
    assert not desk.hears(case.person, "[nomor HP]")
    await desk.presses(desk.sari, "Loloskan", case)
    desk.sees(case.person, DOUBTFUL[3])


async def test_the_caption_of_an_album_cannot_slip_past_the_guard(desk: AtDesk) -> None:
    """It is changed while the other parts of the album are waited for."""
    case = await desk.held(by=desk.budi)
    photo = await desk.sends(desk.budi, "photo", case, album="a", caption="layar pertama")
    await desk.sends(desk.budi, "photo", case, album="a")
    await desk.edits(desk.budi, photo, DOUBTFUL[0], case)
    await desk.tick(seconds=3)
    assert len(desk.of_kind(case.person, "photo")) == 1
    assert not desk.hears(case.person, DOUBTFUL[0])


async def test_an_edit_that_was_kept_back_is_no_answer_for_the_editors(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Selamat pagi, Bapak.", case)
    await desk.edits(desk.sari, written, DOUBTFUL[0], case)
    await desk.says(desk.sari, "/jadikan", case, reply_to=written)
    assert desk.value("SELECT answer FROM faq_drafts") == "Selamat pagi, Bapak."


async def test_the_audit_holds_no_words(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "rahasia keluarga saya")
    await desk.says(desk.sari, "Baik, rahasia itu aman.", case)
    desk.sees(case.person, "rahasia itu aman")
    audit = str(desk.rows("SELECT * FROM audit"))
    assert "rahasia" not in audit
    assert "diambil" in audit
