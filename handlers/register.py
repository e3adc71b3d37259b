"""The visible list of handlers, and what Telegram shows about the bot."""

from __future__ import annotations

from typing import Any

from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from flows.buttons import pack
from flows.conversation import Conversation
from flows.scene import Scene
from flows.views import current_screen
from handlers.brain import Brain
from handlers.groups import added_handler, addressed_handler
from handlers.outgoing import Payload, message
from handlers.private import private_handler
from handlers.turn import Turn

Bot = Application[Any, Any, Any, Any, Any, Any]

PRIVATE_COMMANDS = ("start", "menu", "ulang", "petugas", "bantuan", "privasi", "hapus")


def add_handlers(application: Bot, brain: Brain) -> None:
    """Every handler of the bot, in the order in which they are asked."""
    private: Any = private_handler(brain)
    added: Any = added_handler(brain)
    addressed: Any = addressed_handler(brain)
    application.add_handlers(
        [
            CallbackQueryHandler(private),
            MessageHandler(filters.ChatType.PRIVATE, private),
            ChatMemberHandler(added, ChatMemberHandler.MY_CHAT_MEMBER),
            MessageHandler(filters.ChatType.GROUPS & filters.COMMAND, addressed),
        ]
    )


def apologise(turn: Turn, chat_id: int, brain: Brain) -> None:
    """After an update was given up: one apology with a way on."""

    scene = Scene(brain.library, brain.today(), Conversation(aside=pack("n", "maaf_gagal")))
    screen = current_screen(scene)
    turn.send("sendMessage", message(chat_id, screen))


def profile_calls(brain: Brain) -> list[tuple[str, Payload]]:
    """The calls that set the bot's descriptions and its commands, per scope, in Indonesian."""
    day = brain.today()
    label = brain.library.label
    commands = [
        {"command": name, "description": label(f"perintah_{name}", day)}
        for name in PRIVATE_COMMANDS
    ]
    guides = [
        {"command": guide.command, "description": guide.title}
        for guide in brain.library.guides.values()
        if guide.command
    ]
    return [
        ("setMyDescription", {"description": label("deskripsi_bot", day)}),
        ("setMyShortDescription", {"short_description": label("deskripsi_singkat", day)}),
        (
            "setMyCommands",
            {"commands": commands + guides, "scope": {"type": "all_private_chats"}},
        ),
        ("deleteMyCommands", {"scope": {"type": "all_group_chats"}}),
    ]
