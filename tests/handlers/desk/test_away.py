"""After an outage, in a flood, and when an answer may not have arrived."""

from __future__ import annotations

import json
import time

import pytest

from flows.library import Library
from sandbox import speaking
from sandbox.clock import Clock
from store.inbox import SETTLED
from tests.handlers.desk.at_desk import AtDesk

AWAY = 20 * 3600.0
SORRY = "kami baru kembali"


class Yesterday(Clock):
    """The sandbox's time while the bot was away."""

    def now(self) -> float:
        return super().now() - AWAY


def said_yesterday(desk: AtDesk, user: int, *texts: str) -> None:
    """Somebody wrote while the bot was away."""
    today, desk.world.clock = desk.world.clock, Yesterday()
    for text in texts:
        speaking.say(desk.world, desk.world.user(user), text)
    desk.world.clock = today


async def settles(desk: AtDesk) -> None:
    """Nothing more of the outage comes."""
    await desk.settle()
    desk._spine.worker._now = lambda: time.time() + SETTLED + 1
    await desk.settle()


async def test_of_an_outage_everybody_gets_one_answer_after_who_writes_now(desk: AtDesk) -> None:
    old, new = await desk.person(), await desk.person("Bu Baru")
    before = len(desk.sent_to(old))
    said_yesterday(desk, old, "halo", "berapa lama jht cair?", "halo?")
    speaking.say(desk.world, desk.world.user(new), "mau klaim jht")
    await desk.settle()
    assert desk.screen(new).labels
    assert SORRY not in desk.screen(new).text
    assert len(desk.sent_to(old)) == before
    await settles(desk)
    [answer] = desk.sent_to(old)[before:]
    assert SORRY in answer.text
    assert "hari kerja" in answer.text  # the question, not the greeting after it


async def test_an_outage_is_excused_once(desk: AtDesk) -> None:
    user = await desk.person()
    said_yesterday(desk, user, "/start cek-hak", "1")
    await settles(desk)
    assert '"keadaan":"usia_56"' in desk.value("SELECT conversation FROM chats")
    said_yesterday(desk, user, "apa syarat klaim?")
    desk._spine.receiver._arrivals._now = lambda: time.time() + 60
    desk._spine.worker._now = lambda: time.time() + 120
    await desk.settle()
    assert [SORRY in one.text for one in desk.sent_to(user)[-2:]] == [True, False]


async def test_of_an_outage_secrets_are_deleted_and_words_of_a_case_arrive(desk: AtDesk) -> None:
    user, case = await desk.person("Bu Rina"), await desk.held()
    said_yesterday(desk, user, "otp saya 123456", "halo?")
    said_yesterday(desk, case.person, "satu saja", "dua saja", "tiga saja")
    await settles(desk)
    await desk.tick(minutes=1)
    assert [one["chat_id"] for one in desk.calls_of("deleteMessage")] == [user]
    topic = "\n".join(one.text for one in desk.topic(case))
    assert all(f"👤 {word} saja" in topic for word in ("satu", "dua", "tiga"))


async def test_of_a_flood_the_serious_question_is_left_and_the_newest_word(desk: AtDesk) -> None:
    user = await desk.person()
    spine, queue = desk._spine, desk.world.queue
    spine.sender._lanes.pause(user, time.monotonic() + 60)  # nothing more may go out to them now
    words = [f"halo {number}" for number in range(20)]
    for text in [*words, "penipuan, saya diminta OTP", *words]:
        speaking.say(desk.world, desk.world.user(user), text)
    for body in queue.batch(len(queue)):
        await spine.receiver.accept(json.loads(body))
    queue.drop_all()
    while await spine.worker.once():
        pass
    waiting = [text for (text,) in desk.rows("SELECT payload FROM outbox WHERE state = 'waiting'")]
    assert 2 <= len(waiting) <= 4
    assert any("OTP" in text for text in waiting)
    assert desk.value("SELECT COUNT(*) FROM inbox WHERE state <> 'done'") == 0


async def test_an_answer_that_may_not_have_arrived_is_shown_with_the_next_words_once(
    desk: AtDesk, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loops.send._BACKOFF", (0.001,))
    user = await desk.person()
    for _try in range(2):
        desk.fault("drop_before", method="sendMessage", chat=user)
    before = len(desk.sent_to(user))
    await desk.says(user, "berapa lama jht cair?")
    assert len(desk.sent_to(user)) == before
    await desk.says(user, "makasih")
    missed, thanks = desk.sent_to(user)[before:]
    assert "hari kerja" in missed.text
    assert thanks.labels
    await desk.says(user, "makasih")
    assert len(desk.sent_to(user)) == before + 3
    assert desk.rows("SELECT * FROM unseen") == []


async def test_being_forgotten_takes_what_may_not_have_arrived(
    desk: AtDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loops.send._BACKOFF", (0.001,))
    user = await desk.person()
    await desk.says(user, "/hapus")
    desk.fault("drop_before", method="sendMessage", chat=user)
    desk.fault("drop_before", method="sendMessage", chat=user)
    await desk.says(user, "berapa lama jht cair?")
    assert desk.value("SELECT COUNT(*) FROM unseen") == 1
    await desk.says(user, "/hapus")
    await desk.presses(user, "1. Ya, hapus semuanya")
    assert desk.value("SELECT COUNT(*) FROM unseen") == 0


async def test_an_album_is_answered_once_and_its_question_too(desk: AtDesk) -> None:
    user = await desk.person()
    before = len(desk.sent_to(user))
    for caption in ("", "", "berapa lama jht cair?", ""):
        await desk.sends(user, "photo", album="7", caption=caption)
    answers = desk.sent_to(user)[before:]
    assert len(answers) == 2
    assert "hari kerja" in answers[1].text


async def test_a_live_location_is_answered_once_with_the_nearest_office(desk: AtDesk) -> None:
    user = await desk.person()
    before = len(desk.sent_to(user))
    where = {"latitude": -8.2, "longitude": 113.7, "live_period": 900}
    message = await desk.posts(user, {"location": where})
    body = desk.world.chats[user].messages[message].body
    for _move in range(3):
        desk.world.queue.push("edited_message", {**body, "edit_date": int(time.time())})
        await desk.settle()
    [answer] = desk.sent_to(user)[before:]
    assert "Jember" in answer.text
    assert len(answer.text.split()) < 40


@pytest.mark.parametrize("kind", ["sticker", "contact"])
async def test_what_holds_no_words_gets_a_sentence_and_no_screen_again(
    desk: AtDesk, kind: str
) -> None:
    user = await desk.person()
    await desk.says(user, "/start cek-hak")
    step = desk.screen(user)
    await desk.sends(user, kind)
    assert len(desk.screen(user).text.split()) < 15
    await desk.says(user, "?")
    assert len(desk.screen(user).text.split()) < 20
    await desk.presses(user, step.labels[0], on=step.id)
    assert '"keadaan"' in desk.value("SELECT conversation FROM chats")
