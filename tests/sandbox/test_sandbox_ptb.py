"""Unmodified python-telegram-bot talks to the sandbox as to Telegram."""

from __future__ import annotations

from typing import Any

import pytest
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    Update,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from sandbox.client import Sim
from sandbox.control.samples import picture
from sandbox.members import STATUSES
from sandbox.server import Server

App = Application[Any, Any, Any, Any, Any, Any]


def keyboard(**labels: str) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text, callback_data=data)] for data, text in labels.items()]
    return InlineKeyboardMarkup(rows)


async def test_a_command_a_tap_and_an_edit(ptb: App, sim: Sim) -> None:
    async def begin(update: Update, context: Any) -> None:
        assert update.message is not None
        await update.message.reply_html("<b>Halo</b>", reply_markup=keyboard(cek="Cek hak"))

    async def tapped(update: Update, context: Any) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("Sebentar")
        await update.callback_query.edit_message_text(f"dipilih {update.callback_query.data}")

    ptb.add_handler(CommandHandler("start", begin))
    ptb.add_handler(CallbackQueryHandler(tapped))
    rina = await sim.user("Bu Rina")
    await sim.say(rina, "/start")
    greeting = await sim.wait_reply(rina)
    assert (greeting.text, greeting.labels) == ("Halo", ["Cek hak"])
    assert greeting.raw["html"] == "<b>Halo</b>"
    await sim.tap(rina, "Cek hak")
    edited = await sim.wait_reply(rina)
    assert (edited.id, edited.text, edited.edits) == (greeting.id, "dipilih cek", 1)
    assert [toast["text"] for toast in await sim.toasts(rina)] == ["Sebentar"]
    assert await sim.pending(rina) == []


async def test_photo_down_and_up(ptb: App, sim: Sim) -> None:
    async def back(update: Update, context: Any) -> None:
        assert update.message is not None
        file = await update.message.photo[-1].get_file()
        await update.message.reply_photo(bytes(await file.download_as_bytearray()), caption="ini")

    ptb.add_handler(MessageHandler(filters.PHOTO, back))
    user = await sim.user()
    await sim.send(user, "photo", picture(30, 20), caption="layar saya")
    answer = await sim.wait_reply(user)
    assert (answer.kind, answer.text) == ("photo", "ini")
    assert (answer.raw["file"]["width"], answer.raw["file"]["height"]) == (30, 20)


@pytest.mark.parametrize(
    "kind", ["photo", "document", "voice", "video", "audio", "sticker", "location", "contact"]
)
async def test_every_kind_parses(ptb: App, sim: Sim, kind: str) -> None:
    async def echo(update: Update, context: Any) -> None:
        assert update.message is not None
        await update.message.copy(update.message.chat.id)

    ptb.add_handler(MessageHandler(filters.ALL, echo))
    user = await sim.user()
    await sim.send(user, kind)
    assert (await sim.wait_reply(user)).kind == kind


async def test_edited_messages_and_replies_arrive(ptb: App, sim: Sim) -> None:
    seen: list[tuple[str, str | None]] = []

    async def note(update: Update, context: Any) -> None:
        message = update.effective_message
        assert message is not None
        kind = "edited" if update.edited_message else "new"
        seen.append((kind, message.text))
        replied = message.reply_to_message
        await message.reply_text(replied.text if replied and replied.text else "-")

    ptb.add_handler(MessageHandler(filters.ALL, note))
    user = await sim.user()
    first = await sim.say(user, "satu")
    await sim.wait_reply(user)
    await sim.edit(user, first, "satu, diperbaiki")
    await sim.wait_reply(user)
    await sim.say(user, "dua", reply_to=first)
    assert (await sim.wait_reply(user)).text == "satu, diperbaiki"
    assert seen == [("new", "satu"), ("edited", "satu, diperbaiki"), ("new", "dua")]


async def test_errors_become_the_right_exceptions(
    ptb: App, sim: Sim, slamet: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    stranger = await sim.user("Bu Baru")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await ptb.bot.send_message(stranger, "halo")
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.bot.send_message(5, "halo")
    await sim.block(slamet)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.bot.send_message(slamet, "halo")
    await sim.block(slamet, False)
    await sim.fault("too_many", method="sendMessage", retry_after=7)
    with pytest.raises(RetryAfter):
        await ptb.bot.send_message(slamet, "halo")
    group = await sim.group("Lama", [slamet], kind="group")
    new = await sim.migrate(group)
    with pytest.raises(ChatMigrated) as moved:
        await ptb.bot.send_message(group, "halo")
    assert moved.value.new_chat_id == new


async def test_profile_commands_album_reaction_keyboard(ptb: App, sim: Sim, slamet: int) -> None:
    bot = ptb.bot
    await bot.set_my_commands(
        [BotCommand("cek_hak", "Cek hak klaim")], scope=BotCommandScopeAllPrivateChats()
    )
    await bot.set_my_description("Panduan gratis")
    about = await sim.bot(slamet)
    assert about["description"] == "Panduan gratis"
    assert about["commands"] == [{"command": "cek_hak", "description": "Cek hak klaim"}]
    assert (await bot.get_my_description()).description == "Panduan gratis"

    album = [InputMediaPhoto(picture(9, 9), caption="a"), InputMediaPhoto(picture(8, 8))]
    sent = await bot.send_media_group(slamet, album)
    assert len({message.media_group_id for message in sent}) == 1

    await bot.set_message_reaction(slamet, sent[0].message_id, ReactionTypeEmoji("👌"))
    shown = {m.id: m for m in await sim.messages(slamet)}
    assert list(shown[sent[0].message_id].reactions.values()) == [["👌"]]

    await bot.send_message(slamet, "pilih", reply_markup=ReplyKeyboardMarkup([["Ya", "Tidak"]]))
    assert (await sim.screen(slamet)).keyboard == ["Ya", "Tidak"]
    await sim.tap(slamet, "Ya")
    assert (await sim.messages(slamet))[-1].text == "Ya"


async def test_getters_parse(ptb: App, sim: Sim, slamet: int) -> None:
    group = await sim.group("Petugas", [slamet])
    bot = ptb.bot
    assert (await bot.get_chat(group)).is_forum
    assert (await bot.get_chat(slamet)).first_name == "Pak Slamet"
    admins = await bot.get_chat_administrators(group)
    assert {each.user.id for each in admins} == {slamet, bot.id}
    assert (await bot.get_chat_member(group, bot.id)).status == "administrator"
    assert await bot.get_chat_member_count(group) == 2
    assert (await bot.get_webhook_info()).url == ""
    assert await bot.get_forum_topic_icon_stickers()


@pytest.mark.parametrize("status", STATUSES)
async def test_every_standing_in_a_group_parses(
    ptb: App, sim: Sim, slamet: int, status: str
) -> None:
    group = await sim.group("Petugas", [slamet])
    budi = await sim.user("Pak Budi")
    await sim.member(group, budi, status)
    assert (await ptb.bot.get_chat_member(group, budi)).status == status


async def test_a_malformed_token_is_refused(server: Server) -> None:
    bot = ApplicationBuilder().token("bukan-token").base_url(f"{server.url}/bot").build().bot
    with pytest.raises(InvalidToken):
        await bot.initialize()
    await bot.shutdown()
