"""Leaving, closing, rating, opening again, blocking, being forgotten."""

from __future__ import annotations

import json

import pytest

from flows.conversation import Conversation
from flows.presses import Participant, Staff
from sandbox.members import set_blocked
from tests.handlers.desk.at_desk import CLOSE, SOLVED, AtDesk, Case, participant_data, staff_data

LEAVE, LEAVE_SURELY = "Keluar dari antrean", "Ya, keluar"
SHUT, SHUT_SURELY, STAY = "Tutup kasus", "Ya, tutup kasus", "Tidak jadi"
WAIT_ON = "Tetap menunggu"


async def test_leaving_the_queue_goes_on_at_the_same_step(desk: AtDesk) -> None:
    user = await desk.person("Bu Rina")
    await desk.says(user, "/start klaim-jmo")
    step = desk.screen(user).text
    case = await desk.calls(user)
    await desk.presses(user, LEAVE)
    assert await desk.presses(user, WAIT_ON) == ""
    desk.sees(user, "menunggu petugas")
    await desk.presses(user, LEAVE)
    await desk.presses(user, LEAVE_SURELY)
    desk.sees(user, "sudah keluar")
    assert desk.screen(user).text == step
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "pergi")]
    desk.sees(case, "Peserta menutup")
    await desk.says(user, "0")
    assert desk.screen(user).text == step


async def test_the_participant_may_close_while_an_officer_is_there(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.presses(case.person, SHUT)
    assert STAY in desk.sees(case.person, "Sudahi bicara dengan petugas?").labels
    await desk.presses(case.person, SHUT_SURELY)
    desk.sees(case.person, "sudah ditutup")
    assert desk.rows("SELECT state, closed_by, reason FROM cases") == [
        ("closed", "peserta", "peserta")
    ]
    await desk.says(case.person, "/menu")
    assert "JHT-" not in desk.screen(case.person).text


async def test_rating_and_comment(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.presses(case.person, "4 - Membantu")
    await desk.says(case.person, "ramah sekali, hp saya 081234567890")
    assert "Penilaian" in desk.screen(case.person).text
    kept = [(4, "ramah sekali, hp saya [nomor HP]")]
    assert desk.rows("SELECT rating, comment FROM cases") == kept
    assert desk.rows("SELECT COUNT(*) FROM case_messages") == [(0,)]
    assert desk.acts(case)[-1] == "dinilai"
    await desk.says(case.person, "masih ada satu pertanyaan lagi")
    assert desk.rows("SELECT rating, comment FROM cases") == kept
    assert desk.state(case)[0] == "waiting"


@pytest.mark.parametrize(
    ("points", "kept"),
    [
        *((str(n), n) for n in range(1, 6)),
        ("0", None),
        ("6", None),
        ("-1", None),
        ("05", None),
        ("lima", None),
    ],
)
async def test_a_rating_is_one_to_five(desk: AtDesk, points: str, kept: int | None) -> None:
    case = await desk.closed()
    toast = await desk.forges(case.person, participant_data(Participant.RATE, case.id, points))
    assert bool(toast) is (kept is None)
    assert desk.value("SELECT rating FROM cases") == kept


async def test_an_open_case_cannot_be_rated(desk: AtDesk) -> None:
    case = await desk.held()
    toast = await desk.forges(case.person, participant_data(Participant.RATE, case.id, "5"))
    assert "sudah lama" in toast
    assert desk.value("SELECT rating FROM cases") is None


async def test_a_comment_is_kept_up_to_its_length(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.presses(case.person, "4 - Membantu")
    await desk.says(case.person, "baik " * 99 + "sekali pelayanannya")
    kept = desk.value("SELECT comment FROM cases")
    assert len(kept) == 500
    assert kept.endswith("sekal")


async def test_the_rating_may_stay_without_a_comment(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.presses(case.person, "5 - Sangat membantu")
    await desk.presses(case.person, "Cukup")
    desk.sees(case.person, "Terima kasih")
    assert desk.rows("SELECT rating, comment FROM cases") == [(5, "")]
    before = len(desk.sent_to(case.person))
    assert "sudah lama" in await desk.forges(
        case.person, participant_data(Participant.NO_COMMENT, case.id)
    )
    assert desk.hears(case.person, "Terima kasih")
    assert len(desk.sent_to(case.person)) == before


async def test_a_comment_is_heard_also_when_the_bot_was_used_before_rating(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.says(case.person, "/menu")
    await desk.presses(case.person, "5 - Sangat membantu")
    await desk.says(case.person, "petugasnya sabar")
    assert desk.rows("SELECT rating, comment, state FROM cases") == [
        (5, "petugasnya sabar", "closed")
    ]


async def test_words_after_closing_open_the_same_topic_again(desk: AtDesk) -> None:
    case = await desk.closed()
    desk.skip(days=2)
    await desk.says(case.person, "Bu, masih belum bisa masuk")
    desk.sees(case, "masih belum bisa")
    desk.sees(case, "terbuka kembali")
    assert list(desk.topics()) == [case.topic]
    assert desk.state(case) == ("waiting", None)
    assert desk.rows("SELECT closed_at, reason FROM cases") == [(None, None)]
    assert desk.acts(case)[-1] == "dibuka_lagi"
    await desk.says(case.person, "halo?")
    assert len(desk.rows("SELECT id FROM cases")) == 1


async def test_the_last_moment_for_opening_again(desk: AtDesk) -> None:
    case = await desk.closed()
    desk.skip(days=3)
    await desk.says(case.person, "apakah klaim dipungut biaya?")
    assert desk.state(case) == ("waiting", None)


async def test_after_three_days_words_are_the_bots_again(desk: AtDesk) -> None:
    case = await desk.closed()
    desk.skip(days=3, seconds=1)
    await desk.says(case.person, "apakah klaim dipungut biaya?")
    assert desk.state(case)[0] == "closed"
    desk.sees(case.person, "gratis")


async def test_a_number_after_closing_is_for_the_bot(desk: AtDesk) -> None:
    """`1` presses a button of the screen; it is no word for an officer."""
    case = await desk.closed()
    await desk.says(case.person, "1.")
    assert desk.state(case)[0] == "closed"


async def test_a_button_of_the_bot_after_closing_is_for_the_bot(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.presses(case.person, "Menu")
    await desk.says(case.person, "apakah klaim dipungut biaya?")
    assert desk.state(case)[0] == "closed"


async def test_asking_again_opens_the_same_case_without_questions(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.presses(case.person, "Menu")
    await desk.says(case.person, "9")
    desk.sees(case.person, "kami buka lagi")
    assert not desk.hears(case.person, "Soal apa?") or desk.state(case)[0] == "waiting"
    assert desk.rows("SELECT id, state, topic_id FROM cases") == [(case.id, "waiting", case.topic)]


async def test_a_case_whose_topic_is_gone_gets_another_when_it_is_opened_again(
    desk: AtDesk,
) -> None:
    case = await desk.closed()
    await desk.deletes_topic(case)
    await desk.tick()
    await desk.says(case.person, "9")
    await desk.says(case.person, "ada orang?")
    await desk.tick(seconds=4)
    assert list(desk.topics()) == [desk.case_of(case.person).topic]
    desk.sees(desk.case_of(case.person), "ada orang?")


async def test_words_that_open_a_case_again_leave_no_question_open(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.says(case.person, "/menu")
    talk = "SELECT conversation FROM chats WHERE chat_id = ?"
    assert Conversation.load(json.loads(desk.value(talk, case.person))).aside is not None
    await desk.says(case.person, "9")
    assert desk.state(case)[0] == "waiting"
    assert Conversation.load(json.loads(desk.value(talk, case.person))).aside is None


@pytest.mark.parametrize("reason", ["diblokir", "dihapus"])
async def test_some_ends_have_no_way_back(desk: AtDesk, reason: str) -> None:
    case = await desk.held()
    if reason == "diblokir":
        await desk.blocks(case.person)
    else:
        await desk.says(case.person, "/hapus")
        await desk.presses(case.person, "1. Ya, hapus semuanya")
    await desk.says(case.person, "apakah klaim dipungut biaya?")
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", reason)]


async def test_who_blocks_the_bot_closes_the_case(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.blocks(case.person)
    desk.sees(case, "memblokir")
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "diblokir")]


async def test_only_stopping_the_bot_closes_the_case(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.blocks(user)
    set_blocked(desk.world, desk.world.chats[user], False)
    case = await desk.calls(user)
    desk.world.chats[user].blocked = True  # Telegram has told nobody
    set_blocked(desk.world, desk.world.chats[user], False)
    await desk.settle()
    assert desk.state(case)[0] == "waiting"


async def test_a_change_for_somebody_who_blocked_closes_the_case_once(desk: AtDesk) -> None:
    case = await desk.held()
    written = await desk.says(desk.sari, "Coba besok.", case)
    desk.fault("error", code=403, description="Forbidden: bot was blocked", chat=case.person)
    await desk.edits(desk.sari, written, "Coba lusa.", case)
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "diblokir")]
    assert len([one for one in desk.sent_to(case) if "memblokir" in one.text]) == 1


async def test_a_message_to_somebody_who_blocked_is_not_called_delivered(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", code=403, description="Forbidden: bot was blocked", chat=case.person)
    written = await desk.says(desk.sari, "Masih di sana, Bapak?", case)
    assert desk.sees(case, "memblokir").raw["reply_to"]["id"] == written
    assert not desk.marked(case, written)
    assert desk.rows("SELECT state FROM case_messages") == [("refused",)]


def refuse(desk: AtDesk, case: Case) -> None:
    desk.fault("error", code=400, description="Bad Request: whatever", chat=case.person)


async def test_a_failed_message_can_be_sent_again(desk: AtDesk) -> None:
    case = await desk.held()
    refuse(desk, case)
    written = await desk.says(desk.sari, "Silakan coba besok.", case)
    panel = desk.sees(case, "Belum terkirim")
    assert not desk.marked(case, written)
    await desk.presses(desk.sari, "Kirim ulang", case)
    desk.sees(case.person, "coba besok")
    assert desk.marked(case, written)
    assert panel.id not in [one.id for one in desk.topic(case)]


async def test_an_album_that_failed_is_sent_again_whole(desk: AtDesk) -> None:
    case = await desk.held()
    for number in range(3):
        await desk.sends(desk.sari, "photo", case, album="a", caption=f"layar {number}")
    refuse(desk, case)
    await desk.tick(seconds=2)
    await desk.presses(desk.sari, "Kirim ulang", case)
    assert [one.text for one in desk.of_kind(case.person, "photo")] == [
        "layar 0", "layar 1", "layar 2"
    ]  # fmt: skip
    assert desk.rows("SELECT DISTINCT state FROM case_messages") == [("delivered",)]


async def test_what_arrived_is_not_sent_again(desk: AtDesk) -> None:
    case = await desk.held()
    refuse(desk, case)
    await desk.says(desk.sari, "Silakan coba besok.", case)
    data = desk.sees(case, "Belum terkirim").data("Kirim ulang")
    await desk.forges(desk.sari, data, case)
    assert "tidak berlaku" in await desk.forges(desk.sari, data, case)
    assert len([one for one in desk.sent_to(case.person) if "coba besok" in one.text]) == 1


async def test_only_an_officers_message_can_be_sent_again(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("error", code=400, description="Bad Request: message is too long", chat=desk.group)
    await desk.says(case.person, "tidak terbawa")
    [(row, state)] = desk.rows("SELECT id, state FROM case_messages")
    assert state == "refused"
    data = staff_data(Staff.AGAIN, case.id, row)
    assert "tidak berlaku" in await desk.forges(desk.sari, data, case)
    assert desk.rows("SELECT state FROM case_messages") == [("refused",)]


async def test_an_uncertain_message_is_not_repeated_by_itself(desk: AtDesk) -> None:
    case = await desk.held()
    desk.fault("drop_after", method="sendMessage", chat=case.person)
    written = await desk.says(desk.sari, "Jam tiga, ya.", case)
    desk.sees(case, "Tidak pasti")
    await desk.tick(minutes=5)
    assert len([one for one in desk.sent_to(case.person) if "Jam tiga" in one.text]) == 1
    assert not desk.marked(case, written)
    assert desk.rows("SELECT state FROM case_messages") == [("uncertain",)]


async def test_being_forgotten_removes_texts_and_topic(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "cerita rahasia sekali")
    await desk.says(case.person, "/hapus")
    await desk.presses(case.person, "1. Ya, hapus semuanya")
    assert desk.rows("SELECT state, reason, chat_id FROM cases") == [("closed", "dihapus", 0)]
    assert "rahasia" not in str(desk.rows("SELECT * FROM case_messages"))
    assert desk.topics() == {}
    assert desk.acts(case)[-2:] == ["ditutup", "topik_dihapus"]


async def test_being_forgotten_after_the_end_leaves_nothing_to_close(desk: AtDesk) -> None:
    case = await desk.closed()
    await desk.says(case.person, "/hapus")
    await desk.presses(case.person, "1. Ya, hapus semuanya")
    assert desk.rows("SELECT state, reason, chat_id FROM cases") == [("closed", "terjawab", 0)]
    assert desk.acts(case).count("ditutup") == 1


async def test_texts_of_old_cases_are_removed(desk: AtDesk) -> None:
    case = await desk.held()
    await desk.says(case.person, "cerita panjang saya")
    await desk.presses(desk.sari, CLOSE, case)
    await desk.presses(desk.sari, SOLVED, case)
    await desk.tick(days=89)
    assert "cerita" in str(desk.rows("SELECT * FROM case_messages"))
    await desk.tick(days=2)
    assert "cerita" not in str(desk.rows("SELECT * FROM case_messages"))
    assert "macet" not in str(desk.rows("SELECT context FROM cases"))
    assert desk.state(case)[0] == "closed"
