"""What the bot sends and changes: checked, counted against the limits, then done."""

from __future__ import annotations

from typing import Any

from sandbox.blank import is_blank
from sandbox.chats import Chat
from sandbox.errors import NOT_MODIFIED, bad
from sandbox.keyboards import any_keyboard
from sandbox.markup import formatted
from sandbox.markup.entities import units
from sandbox.messages import Message
from sandbox.params import Params
from sandbox.rights import check_sending, may
from sandbox.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
DELETE_SECONDS = 48 * 3600
_PREVIEW = ("is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text")


def read_text(params: Params) -> dict[str, Any]:
    """`text` and `entities` of a message. Raises 400 when empty, too long or badly marked up."""
    given = params.obj("entities", "entities")
    text, entities = formatted(params.text("text"), params.text("parse_mode"), given)
    if is_blank(text):
        raise bad("message text is empty")
    if units(text) > TEXT_LIMIT:
        raise bad("message is too long")
    content: dict[str, Any] = {"text": text}
    if entities:
        content["entities"] = entities
    return {**content, **_preview(params)}


def _preview(params: Params) -> dict[str, Any]:
    """The link preview as it was asked for, as far as Telegram knows it."""
    given = params.obj("link_preview_options", "link preview options")
    if given is None and params.flag("disable_web_page_preview"):
        given = {"is_disabled": True}
    if given is not None and not isinstance(given, dict):
        raise bad("object expected as link preview options")
    kept = {name: given[name] for name in _PREVIEW if given.get(name)} if given else {}
    return {"link_preview_options": kept} if kept else {}


def read_caption(params: Params) -> dict[str, Any]:
    """`caption` and `caption_entities`, empty without one. Raises 400 when too long."""
    given = params.obj("caption_entities", "caption entities")
    text, entities = formatted(params.text("caption"), params.text("parse_mode"), given)
    if units(text) > CAPTION_LIMIT:
        raise bad("message caption is too long")
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def target(world: World, params: Params) -> tuple[Chat, int | None, Message | None]:
    """Where a new message goes: chat, topic, message it replies to. Raises what Telegram says."""
    chat = world.chat_for_bot(params.text("chat_id"))
    reply_to = _replied(world, params, chat)
    thread = params.whole("message_thread_id")
    if thread is None and reply_to is not None:
        thread = reply_to.thread
    if thread is None:
        if chat.forum and chat.general.closed and not may(chat, world.bot.id, "can_manage_topics"):
            raise bad("TOPIC_CLOSED")
    else:
        _check_thread(world, chat, thread)
        # In a topic what answers nothing else hangs on the topic's first message.
        reply_to = reply_to or chat.get(thread)
    return chat, thread, reply_to


def _check_thread(world: World, chat: Chat, thread: int) -> None:
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad("message thread not found")
    if topic.deleted:
        raise bad(chat.deleted_topic_error)
    if topic.closed and not may(chat, world.bot.id, "can_manage_topics"):
        raise bad("TOPIC_CLOSED")


def _replied(world: World, params: Params, chat: Chat) -> Message | None:
    given = params.obj("reply_parameters", "reply parameters")
    if isinstance(given, dict):
        wanted = given.get("message_id")
        anyway = bool(given.get("allow_sending_without_reply"))
        chat = world.known_chat(str(given.get("chat_id") or chat.id))
    else:
        wanted = params.whole("reply_to_message_id")
        anyway = params.flag("allow_sending_without_reply")
    if not wanted:
        return None
    found = chat.get(int(wanted))
    if found is None and not anyway:
        raise bad("message to be replied not found")
    return found


def post(world: World, params: Params, content: dict[str, Any]) -> Message:
    """A new message of the bot where the parameters say."""
    chat, thread, reply_to = target(world, params)
    inline, reply = any_keyboard(params)
    if inline is not None:
        content = {**content, "reply_markup": inline}
    content = {**content, **said_of(params)}
    check_sending(chat, world.bot.id, content)
    world.spend(chat)
    return place(world, chat, content, thread=thread, reply_to=reply_to, keyboard=reply)


def said_of(params: Params) -> dict[str, Any]:
    """What a message says of itself beside its content, as it was asked for."""
    said: dict[str, Any] = {}
    if params.flag("protect_content"):
        said["has_protected_content"] = True
    if effect := params.text("message_effect_id"):
        said["effect_id"] = effect
    return said


def place(
    world: World,
    chat: Chat,
    content: dict[str, Any],
    *,
    thread: int | None = None,
    reply_to: Message | None = None,
    keyboard: dict[str, Any] | None = None,
) -> Message:
    """Put a checked message of the bot into a chat; the reply keyboard changes with it."""
    chat.action = None
    if keyboard is not None:
        chat.keyboard = keyboard if "keyboard" in keyboard else None
    message = world.put(chat, world.bot.card(), content, thread=thread, reply_to=reply_to)
    message.keyboard = keyboard
    return message


def own_message(world: World, params: Params, what: str = "edit") -> tuple[Chat, Message]:
    """The bot's message an edit means. Raises 400 not found / can't be edited, 403."""
    if params.text("inline_message_id"):
        raise bad("MESSAGE_ID_INVALID")
    chat = world.chat_for_bot(params.text("chat_id"))
    message = chat.get(params.whole("message_id"))
    if message is None:
        raise bad(f"message to {what} not found")
    if not message.by_bot:
        raise bad("message can't be edited")
    return chat, message


def revise(
    world: World, chat: Chat, message: Message, drop: tuple[str, ...], content: dict[str, Any]
) -> Message:
    """Replace fields of a message of the bot.

    `drop` names what is gone unless `content` has it again. Raises 400 "message is not modified"
    when nothing a reader sees changes, 429 over the limits.
    """
    world.spend(chat)
    body = {k: v for k, v in message.body.items() if k not in drop}
    body.update(content)
    if {**body, "edit_date": 0} == {**message.body, "edit_date": 0}:
        raise bad(NOT_MODIFIED)
    if drop != ("reply_markup",):  # new buttons alone are not shown as an edit
        body["edit_date"] = int(world.clock.now())
    message.edits += 1
    message.body = body
    world.touch(chat, message, by_bot=True)
    return message
