"""Pictures and recordings on request, from the button to what Telegram gets."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from flows.content.media import size_words
from flows.library import Library
from sandbox.control.samples import SAMPLES, picture
from sandbox.screen import Shown
from tests.handlers.conftest import Running, at_work
from tests.loops.conftest import until

STEP = "guides/klaim-jmo/buka_jht.md"
GONE = "Bad Request: wrong file identifier/HTTP URL specified"


@pytest.fixture
async def speaking(tmp_path: Path, content: Path) -> AsyncIterator[Running]:
    """A bot whose first step also has a recording."""
    (content / "voices").mkdir(exist_ok=True)
    (content / "voices" / "buka.ogg").write_bytes(SAMPLES["voice"].data)
    step = content / STEP
    written = step.read_text(encoding="utf-8")
    step.write_text(written.replace("picture:", "voice: buka\npicture:"), encoding="utf-8")
    async with at_work(tmp_path, content) as running:
        yield running


async def opened(bot: Running, name: str = "Pak Slamet") -> int:
    """Somebody at the first step of klaim-jmo."""
    user = await bot.person(name)
    await bot.says(user, "/start klaim-jmo")
    return user


async def label(bot: Running, user: int, action: str) -> str:
    screen = await bot.sim.screen(user)
    return next(one for one in screen.labels if screen.data(one) == f"1:{action}")


async def asked_for(bot: Running, user: int, action: str = "i") -> list[Shown]:
    """Presses and returns what the bot has in the chat afterwards."""
    await bot.sim.tap(user, await label(bot, user, action))
    return await settled(bot, user)


async def settled(bot: Running, user: int) -> list[Shown]:
    """What the bot has in the chat once it has answered."""
    await bot.sim.wait_reply(user)
    return await standing(bot, user)


async def standing(bot: Running, user: int) -> list[Shown]:
    await bot.sim.wait_quiet(user)
    # An upload on a busy machine takes longer than a moment of quiet.
    await until(lambda: not waiting(bot))
    return [m for m in await bot.sim.messages(user) if m.by_bot]


def waiting(bot: Running) -> int:
    """How many calls have been decided and are not settled."""
    with contextlib.closing(sqlite3.connect(bot.database)) as connection:
        row = connection.execute("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'").fetchone()
    return int(row[0])


async def uploads(bot: Running, method: str = "sendPhoto") -> list[dict[str, Any]]:
    return await bot.sim.log(method=method)


def kinds(messages: list[Shown]) -> list[str]:
    return [message.kind for message in messages]


async def test_the_picture_comes_and_the_step_stands_below_it(
    bot: Running, library: Library
) -> None:
    user = await opened(bot)
    before = await bot.sim.screen(user)
    messages = await asked_for(bot, user)
    assert kinds(messages[-3:]) == ["text", "photo", "text"]
    old, photo, step = messages[-3:]
    assert (old.id, old.buttons) == (before.id, [])
    assert photo.text == library.messages["gambar_keterangan"]
    assert photo.buttons == []
    assert step.buttons[:4] == before.buttons[:4]
    assert step.text.split("\n")[0] == before.text.split("\n")[0]
    assert step.text.split("\n")[-1] == before.text.split("\n")[-1]
    assert len(step.text) < len(before.text)


async def test_the_button_says_how_large_it_is(bot: Running) -> None:
    user = await opened(bot)
    said = await label(bot, user, "i")
    photo = (await asked_for(bot, user))[-2]
    assert said.endswith(size_words(photo.raw["file"]["size"]))


async def test_going_on_changes_the_step_below_the_picture(bot: Running) -> None:
    user = await opened(bot)
    await asked_for(bot, user)
    screen = await bot.sim.screen(user)
    await bot.presses(user, screen.labels[0])
    after = await standing(bot, user)
    assert kinds(after[-2:]) == ["photo", "text"]
    assert after[-1].id == screen.id
    assert after[-1].text != screen.text


async def test_typing_the_word_does_the_same(bot: Running) -> None:
    user = await opened(bot)
    await bot.sim.say(user, "lihat gambar")
    assert kinds((await settled(bot, user))[-2:]) == ["photo", "text"]


async def test_a_second_tap_on_the_same_button_sends_nothing_twice(bot: Running) -> None:
    user = await opened(bot)
    screen = await bot.sim.screen(user)
    said = await label(bot, user, "i")
    await bot.sim.tap(user, said)
    await bot.sim.tap_data(user, screen.data(said), message_id=screen.id)
    messages = await settled(bot, user)
    assert kinds(messages).count("photo") == 1
    assert [bool(m.buttons) for m in messages[-3:]] == [False, False, True]
    assert await bot.sim.pending(user) == []


async def test_it_is_uploaded_once_and_then_sent_by_its_number(bot: Running) -> None:
    first, second = await opened(bot), await opened(bot, "Bu Rina")
    given = (await asked_for(bot, first))[-2].raw["file"]["id"]
    await asked_for(bot, second)
    named = [call["params"].get("photo") for call in await uploads(bot)]
    assert named[0] != given
    assert named[1] == given


def numbers(bot: Running) -> list[str]:
    with sqlite3.connect(bot.database) as connection:
        return [row[0] for row in connection.execute("SELECT file_id FROM files")]


async def test_a_number_telegram_forgot_is_replaced_by_an_upload(bot: Running) -> None:
    first, second = await opened(bot), await opened(bot, "Bu Rina")
    await asked_for(bot, first)
    before = numbers(bot)
    await bot.sim.fault("error", method="sendPhoto", code=400, description=GONE)
    messages = await asked_for(bot, second)
    assert kinds(messages[-2:]) == ["photo", "text"]
    assert len(await uploads(bot)) == 3
    assert numbers(bot) == [messages[-2].raw["file"]["id"]]
    assert numbers(bot) != before


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        (400, "Bad Request: IMAGE_PROCESS_FAILED"),
        (400, "Bad Request: PHOTO_INVALID_DIMENSIONS"),
        (413, "Request Entity Too Large"),
        (500, "Internal Server Error"),
    ],
)
async def test_a_picture_that_is_refused_comes_as_its_words_before_the_step(
    bot: Running, library: Library, monkeypatch: pytest.MonkeyPatch, code: int, refused: str
) -> None:
    monkeypatch.setattr("loops.send._BACKOFF", (0.001,))
    user = await opened(bot)
    before = await bot.sim.screen(user)
    for _try in range(2):
        await bot.sim.fault("error", method="sendPhoto", code=code, description=refused)
    messages = await asked_for(bot, user)
    assert messages[-2].text.endswith(library.messages["gambar_gagal"])
    assert len(messages[-2].text) > len(library.messages["gambar_gagal"])
    assert messages[-1].buttons[:4] == before.buttons[:4]
    assert numbers(bot) == []


async def test_a_recording_that_somebody_does_not_take_is_said_so(
    speaking: Running, library: Library
) -> None:
    user = await opened(speaking)
    refused = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
    await speaking.sim.fault("error", method="sendVoice", code=400, description=refused)
    messages = await asked_for(speaking, user, "v")
    assert messages[-2].text.endswith(library.messages["suara_gagal"])
    assert messages[-1].labels


async def test_a_recording_comes_the_same_way(speaking: Running, library: Library) -> None:
    first, second = await opened(speaking), await opened(speaking, "Bu Rina")
    messages = await asked_for(speaking, first, "v")
    assert kinds(messages[-2:]) == ["voice", "text"]
    assert messages[-2].text == library.messages["suara_keterangan"]
    await asked_for(speaking, second, "v")
    named = [call["params"].get("voice") for call in await uploads(speaking, "sendVoice")]
    assert named[1] == messages[-2].raw["file"]["id"]


async def test_a_dropped_picture_is_sent_instead_of_the_drawn_one(
    tmp_path: Path, content: Path
) -> None:
    (content / "pictures" / "klaim-jmo-1.png").write_bytes(picture(41, 27))
    async with at_work(tmp_path, content) as bot:
        photo = (await asked_for(bot, await opened(bot)))[-2]
    assert (photo.raw["file"]["width"], photo.raw["file"]["height"]) == (41, 27)


async def test_an_old_picture_button_gets_the_screen_of_now(bot: Running) -> None:
    user = await bot.person()
    await bot.sim.tap_data(user, "1:i")
    messages = await standing(bot, user)
    assert kinds(messages) == ["text"]
    assert await bot.sim.pending(user) == []
    assert [toast["text"] for toast in await bot.sim.toasts(user)] != [""]
