"""The private chat as a participant uses it: buttons, numbers, everything that is not text."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from flows.library import Library
from tests.handlers.conftest import PATIENCE, SHARED, Running, at_work

pytestmark = SHARED


@pytest.fixture
def bot(shared_bot: Running) -> Running:
    return shared_bot


async def label_with(bot: Running, user: int, part: str) -> str:
    """The full label of the button on the screen that contains `part`."""
    screen = await bot.sim.screen(user)
    return next(label for row in screen.buttons for label in row if part in label)


async def test_start_greets_and_shows_the_menu(bot: Running, library: Library) -> None:
    user = await bot.sim.user("Bu Rina")
    await bot.sim.say(user, "/start")
    screen = await bot.sim.wait_reply(user)
    labels = [label for row in screen.buttons for label in row]
    assert any(library.guides["cek-hak"].title in label for label in labels)


async def test_browsing_changes_the_same_message(bot: Running) -> None:
    user = await bot.person()
    await bot.presses(user, await label_with(bot, user, "2."))
    await bot.presses(user, await label_with(bot, user, "1."))
    from_bot = [m for m in await bot.sim.messages(user) if m.by_bot]
    assert len(from_bot) == 1


async def test_typing_gets_a_new_message_below(bot: Running) -> None:
    user = await bot.person()
    await bot.says(user, "2")
    await bot.says(user, "1")
    from_bot = [m for m in await bot.sim.messages(user) if m.by_bot]
    assert len(from_bot) == 3


async def test_every_tap_is_acknowledged(bot: Running) -> None:
    user = await bot.person()
    await bot.sim.tap(user, await label_with(bot, user, "2."))
    await bot.sim.tap_data(user, "1:a:klaim-jmo:konfirmasi:ditekan")
    await bot.sim.tap_data(user, "0:format:of:another:version")
    await bot.sim.tap_data(user, "nonsense")
    async with asyncio.timeout(PATIENCE):
        while await bot.sim.pending(user):
            await bot.sim.wait_quiet(user, 0.1)


@pytest.mark.parametrize(
    "kind", ["photo", "document", "voice", "video", "audio", "sticker", "location", "contact"]
)
async def test_everything_sent_gets_an_answer(bot: Running, kind: str) -> None:
    user = await bot.person()
    await bot.sim.send(user, kind)
    assert (await bot.sim.wait_reply(user)).text


async def test_an_edited_message_gets_an_answer(bot: Running) -> None:
    user = await bot.person()
    sent = await bot.sim.say(user, "1")
    await bot.sim.wait_reply(user)
    await bot.sim.edit(user, sent, "2")
    assert (await bot.sim.wait_reply(user)).text


async def test_a_long_message_gets_an_answer(bot: Running) -> None:
    user = await bot.person()
    assert await bot.says(user, "saldo saya " * 372)


async def test_personal_data_is_deleted_and_nowhere_on_disk(bot: Running) -> None:
    user = await bot.person()
    await bot.presses(user, await label_with(bot, user, "2."))
    sent = await bot.sim.say(user, "nik saya 3273 0512 0469 0001 ya")
    await bot.sim.wait_reply(user)
    await bot.until_gone(user, sent)
    digits = bot.remembered()
    assert b"3273" not in digits
    assert b"04690001" not in digits


async def test_a_photo_can_be_taken_out_of_the_chat(bot: Running) -> None:
    user = await bot.person()
    sent = await bot.sim.send(user, "photo")
    await bot.sim.wait_reply(user)
    await bot.sim.tap(user, await label_with(bot, user, "1."))
    await bot.until_gone(user, sent)


async def test_erase_forgets_the_answers(tmp_path: Path, library: Library) -> None:
    async with at_work(tmp_path, known=library) as bot:
        user = await bot.person()
        await bot.says(user, "2")
        await bot.says(user, "1")
        assert b"buka_jht" in bot.remembered()
        await bot.says(user, "/hapus")
        await bot.presses(user, await label_with(bot, user, "1."))
        await bot.sim.wait_quiet(user)
        assert b"buka_jht" not in bot.remembered()


async def test_group_is_told_once_and_then_left_alone(bot: Running) -> None:
    user = await bot.person()
    group = await bot.sim.group("Warga RT 5", [user])
    await bot.sim.wait_quiet(group)
    said = [m for m in await bot.sim.messages(group) if m.by_bot]
    await bot.sim.say(user, "berapa saldo saya?", chat=group)
    await bot.sim.wait_quiet(group)
    assert [m for m in await bot.sim.messages(group) if m.by_bot] == said
    assert len(said) == 1


async def test_a_button_in_a_group_stops_turning_and_does_nothing(bot: Running) -> None:
    user = await bot.person()
    group = await bot.sim.group("Warga RT 5", [user])
    await bot.sim.wait_quiet(group)
    [told] = [m for m in await bot.sim.messages(group) if m.by_bot]
    tapped = await bot.sim.tap_data(user, "1:mm", chat=group, message_id=told.id)
    assert (await bot.sim.wait_toast(tapped))["text"] == ""
    assert [m for m in await bot.sim.messages(group) if m.by_bot] == [told]


async def test_commands_and_descriptions_are_set(bot: Running) -> None:
    user = await bot.person()
    profile = await bot.sim.bot(user=user, chat=user)
    assert {"start", "menu", "petugas"} <= {each["command"] for each in profile["commands"]}
    assert profile["description"]


async def test_somebody_who_blocks_and_comes_back_is_answered(bot: Running) -> None:
    user = await bot.person()
    await bot.sim.block(user)
    await bot.sim.block(user, False)
    assert await bot.says(user, "/menu")


async def test_a_broken_update_stops_nobody(bot: Running) -> None:
    user = await bot.person()
    await bot.sim.push({"message": {"chat": "no chat", "text": 5}})
    await bot.sim.fault("broken_json", method="getUpdates")
    assert await bot.says(user, "/menu")
