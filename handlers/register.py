"""The visible list of handlers, and what Telegram shows about the bot."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, Final

from telegram import Update
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from flows.commands import COMMANDS, StaffCommand
from flows.conversation import Conversation
from flows.scene import Scene
from flows.views import current_screen
from flows.views.menu import SORRY
from flows.voice import Voice
from handlers import Handler
from handlers.brain import Brain
from handlers.desk.desk import Desk
from handlers.desk.group import InStaffGroup
from handlers.desk.group import handle as in_staff_group
from handlers.desk.staff.buttons import pressed as pressed_by_staff
from handlers.groups import added_handler, addressed_handler
from handlers.outgoing import Payload, message
from handlers.private import private_handler
from store.outbox import Delivery
from store.turn import Turn, current_turn

Bot = Application[Any, Any, Any, Any, Any, Any]
Context = CallbackContext[Any, Any, Any, Any]

UPDATES: Final = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
"""The kinds of updates Telegram is asked for. Each has a handler below."""


def add_handlers(application: Bot, brain: Brain, desk: Desk | None = None) -> None:
    """Every handler of the bot, in the order in which they are asked.

    desk: the officers' desk, when there is a staff group.
    """
    private = private_handler(brain, desk)
    if desk is not None:
        _add_desk(application, desk)
    application.add_handlers(
        [
            CallbackQueryHandler(_in_turn(_pressed(private, desk))),
            MessageHandler(filters.ChatType.PRIVATE, _in_turn(private)),
            ChatMemberHandler(
                _in_turn(added_handler(brain, desk)), ChatMemberHandler.MY_CHAT_MEMBER
            ),
            MessageHandler(
                filters.ChatType.GROUPS & filters.COMMAND, _in_turn(addressed_handler(brain))
            ),
        ]
    )


def _add_desk(application: Bot, desk: Desk) -> None:
    async def handled(update: Update, turn: Turn) -> None:
        await in_staff_group(desk, update, turn)

    staff = _in_turn(handled)
    application.add_handlers(
        [
            MessageHandler(InStaffGroup(desk), staff),
            ChatMemberHandler(staff, ChatMemberHandler.CHAT_MEMBER),
        ]
    )


def _pressed(private: Handler, desk: Desk | None) -> Handler:
    """A button: the participant's, the staff's, or one of a group that is none of our business."""

    async def handle(update: Update, turn: Turn) -> None:
        chat, query = update.effective_chat, update.callback_query
        if chat is not None and chat.type == "private":
            await private(update, turn)
        elif desk is None or not await pressed_by_staff(desk, update, turn):
            turn.send("answerCallbackQuery", {"callback_query_id": query.id if query else ""})

    return handle


def _in_turn(handle: Handler) -> Callable[[Update, Context], Coroutine[None, None, None]]:
    """A handler as PTB calls it: it gets the turn of its update instead of PTB's context."""

    async def handled(update: Update, _context: Context) -> None:
        await handle(update, current_turn())

    return handled


def apologise(turn: Turn, chat_id: int, brain: Brain) -> None:
    """After an update was given up: one apology with a way on."""
    scene = Scene(brain.library, brain.today(), Conversation(aside=SORRY))
    screen = current_screen(scene)
    turn.send("sendMessage", message(chat_id, screen), delivery=Delivery.SCREEN)


def profile_calls(brain: Brain, desk: Desk | None = None) -> list[tuple[str, Payload]]:
    """The calls that set the bot's descriptions and its commands, per scope, in Indonesian.

    The commands of the staff are shown in the staff groups and nowhere else.
    """
    label = Voice(brain.library, brain.today()).label
    commands = [{"command": name, "description": label(f"perintah_{name}")} for name in COMMANDS]
    guides = [
        {"command": guide.command, "description": guide.title}
        for guide in brain.library.guides.values()
        if guide.command
    ]
    return [
        ("setMyDescription", {"description": label("deskripsi_bot")}),
        ("setMyShortDescription", {"short_description": label("deskripsi_singkat")}),
        (
            "setMyCommands",
            {"commands": commands + guides, "scope": {"type": "all_private_chats"}},
        ),
        ("deleteMyCommands", {"scope": {"type": "all_group_chats"}}),
        *_staff_commands(desk),
    ]


def _staff_commands(desk: Desk | None) -> list[tuple[str, Payload]]:
    if desk is None:
        return []
    shown = [
        {"command": name.value, "description": desk.for_staff.label(f"perintah_{name}")}
        for name in StaffCommand
    ]
    return [
        ("setMyCommands", {"commands": shown, "scope": {"type": "chat", "chat_id": group}})
        for group in sorted(desk.groups())
    ]
