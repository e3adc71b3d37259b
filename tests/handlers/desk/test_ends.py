"""Leaving, closing, rating, opening again, blocking, being forgotten."""

from __future__ import annotations

from tests.handlers.desk.conftest import CLOSE, SOLVED, AtDesk

LEAVE, SHUT, STAY = "Keluar dari antrean", "Tutup kasus", "Tidak jadi"


async def close(desk: AtDesk, thread: int) -> None:
    await desk.press(desk.sari, thread, CLOSE)
    await desk.press(desk.sari, thread, SOLVED)


async def has(desk: AtDesk, user: int, label: str) -> bool:
    return any(label in one.labels for one in await desk.sim.messages(user))


async def shows(desk: AtDesk, user: int, text: str) -> bool:
    return (await desk.screen(user)).text == text


async def test_leaving_the_queue_goes_on_at_the_same_step(desk: AtDesk) -> None:
    user = await desk.sim.user("Bu Rina")
    await desk.sim.say(user, "/start klaim-jmo")
    step = await desk.sim.wait_reply(user)
    thread = await desk.topic(await desk.calls(user))
    await desk.taps(user, LEAVE)
    await desk.taps(user, STAY)
    await desk.sees(user, "masih menunggu")
    await desk.taps(user, LEAVE)
    await desk.until(lambda: has(desk, user, STAY))
    await desk.taps(user, LEAVE)
    await desk.sees(user, "sudah keluar")
    await desk.until(lambda: shows(desk, user, step.text))
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "pergi")]
    await desk.sees(desk.group, "Peserta menutup", thread=thread)
    await desk.sim.say(user, "0")
    assert (await desk.sim.wait_reply(user)).text == step.text


async def test_the_participant_may_close_while_an_officer_is_there(desk: AtDesk) -> None:
    user, _ = await desk.held()
    await desk.taps(user, SHUT)
    await desk.until(lambda: has(desk, user, STAY))
    await desk.taps(user, SHUT)
    await desk.sees(user, "sudah ditutup")
    assert desk.rows("SELECT state, closed_by FROM cases") == [("closed", "peserta")]
    await desk.sim.say(user, "/menu")
    assert "JHT-" not in (await desk.sim.wait_reply(user)).text


async def test_rating_and_comment(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await close(desk, thread)
    await desk.sees(user, "menutup kasus")
    await desk.taps(user, "4 - Membantu")
    await desk.sim.say(user, "ramah sekali, hp saya 081234567890")
    await desk.sees(user, "Terima kasih")
    assert desk.rows("SELECT rating, comment FROM cases") == [
        (4, "ramah sekali, hp saya [nomor HP]")
    ]
    assert desk.rows("SELECT COUNT(*) FROM case_messages") == [(0,)]


async def test_words_after_closing_open_the_same_topic_again(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await close(desk, thread)
    await desk.sees(user, "menutup kasus")
    desk.clock.skip(days=2)
    await desk.sim.say(user, "Bu, masih belum bisa masuk")
    await desk.sees(desk.group, "masih belum bisa", thread=thread)
    assert len(await desk.sim.topics(desk.group)) == 1
    assert desk.rows("SELECT state FROM cases") == [("waiting",)]


async def test_after_three_days_words_are_the_bots_again(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await close(desk, thread)
    await desk.sees(user, "menutup kasus")
    desk.clock.skip(days=4)
    await desk.sim.say(user, "apakah klaim dipungut biaya?")
    await desk.sim.wait_reply(user)
    assert desk.rows("SELECT state FROM cases") == [("closed",)]


async def test_a_button_of_the_bot_after_closing_is_for_the_bot(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await close(desk, thread)
    await desk.sees(user, "menutup kasus")
    await desk.taps(user, "Menu")
    await desk.sim.say(user, "1")
    await desk.sim.wait_reply(user)
    assert desk.rows("SELECT state FROM cases") == [("closed",)]


async def test_asking_again_opens_the_same_case_without_questions(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await close(desk, thread)
    await desk.sees(user, "menutup kasus")
    await desk.taps(user, "Menu")
    await desk.sim.say(user, "9")
    await desk.sees(user, "kami buka lagi")
    assert desk.rows("SELECT state, topic_id FROM cases") == [("waiting", thread)]


async def test_who_blocks_the_bot_closes_the_case(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.block(user)
    await desk.sees(desk.group, "memblokir", thread=thread)
    assert desk.rows("SELECT state, reason FROM cases") == [("closed", "diblokir")]


async def test_a_message_to_somebody_who_blocked_is_not_called_delivered(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.fault(
        "error", code=403, description="Forbidden: bot was blocked by the user", chat=user
    )
    written = await desk.writes(desk.sari, thread, "Masih di sana, Bapak?")
    told = await desk.sees(desk.group, "memblokir", thread=thread)
    assert told.raw["reply_to"]["id"] == written
    found = {one.id: one for one in await desk.sim.messages(desk.group)}
    assert not found[written].raw["reactions"]
    assert desk.rows("SELECT state FROM case_messages") == [("refused",)]


async def test_a_failed_message_can_be_sent_again(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.fault("error", code=400, description="Bad Request: whatever", chat=user)
    written = await desk.writes(desk.sari, thread, "Silakan coba besok.")
    await desk.press(desk.sari, thread, "Kirim ulang")
    await desk.sees(user, "coba besok")
    await desk.marked(written)


async def test_an_uncertain_message_is_not_repeated_by_itself(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.fault("drop_after", method="sendMessage", chat=user)
    written = await desk.writes(desk.sari, thread, "Jam tiga, ya.")
    await desk.sees(desk.group, "Tidak pasti", thread=thread)
    said = [one for one in await desk.sim.messages(user) if "Jam tiga" in one.text]
    assert len(said) == 1
    found = {one.id: one for one in await desk.sim.messages(desk.group)}
    assert not found[written].raw["reactions"]


async def test_being_forgotten_removes_texts_and_topic(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.say(user, "cerita rahasia sekali")
    await desk.sees(desk.group, "cerita rahasia", thread=thread)
    await desk.sim.say(user, "/hapus")
    await desk.taps(user, "1. Ya, hapus semuanya")
    assert desk.rows("SELECT state, reason, chat_id FROM cases") == [("closed", "dihapus", 0)]
    assert "rahasia" not in str(desk.rows("SELECT * FROM case_messages"))

    async def gone() -> bool:
        return all(topic["deleted"] for topic in await desk.sim.topics(desk.group))

    await desk.until(gone)


async def test_texts_of_old_cases_are_removed(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.say(user, "cerita panjang saya")
    await desk.sees(desk.group, "cerita panjang", thread=thread)
    await close(desk, thread)
    await desk.sees(user, "menutup kasus")
    desk.clock.skip(days=91)

    async def wiped() -> bool:
        return "cerita" not in str(desk.rows("SELECT * FROM case_messages")) and (
            "macet" not in str(desk.rows("SELECT context FROM cases"))
        )

    await desk.until(wiped)
    assert desk.rows("SELECT state FROM cases") == [("closed",)]
