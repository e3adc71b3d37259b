"""Topics: create, edit, close, reopen, delete."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import place
from sandbox.rights import may
from sandbox.topics import ICON_COLORS, NAME_LIMIT, Topic
from sandbox.world import World

# The documented sticker set of topic icons, as far as the sandbox needs it.
ICONS = {
    "5312536423851630001": "💡",
    "5417915203100613993": "💬",
    "5237699328843200968": "✅",
    "5379748062124056162": "❗️",
    "5377316857231450742": "❓",
    "5310029292527164639": "🔎",
    "5379999674193172777": "🔭",
    "5312241539987020022": "🔥",
}


def _forum(world: World, params: Params) -> Chat:
    chat = world.chat_for_bot(params.text("chat_id"))
    if not chat.forum:
        raise bad("the chat is not a forum")
    return chat


def _topic(world: World, params: Params, what: str = "edit") -> tuple[Chat, Topic]:
    chat = _forum(world, params)
    topic = chat.topics.get(params.whole("message_thread_id") or 0)
    if topic is None or topic.deleted:
        raise bad("TOPIC_ID_INVALID")
    if not may(chat, world.bot.id, "can_manage_topics"):
        raise bad(f"not enough rights to {what} the topic")
    return chat, topic


@method("createForumTopic")
def create_topic(world: World, params: Params) -> Any:
    chat = _forum(world, params)
    if not may(chat, world.bot.id, "can_manage_topics"):
        raise bad("not enough rights to create a topic")
    name = params.text("name").strip()
    if not 1 <= len(name) <= NAME_LIMIT:
        raise bad("topic name must be non-empty" if not name else "TOPIC_TITLE_TOO_LONG")
    color = params.whole("icon_color", ICON_COLORS[0]) or ICON_COLORS[0]
    if color not in ICON_COLORS:
        raise bad("invalid icon color specified")
    world.spend(chat)
    return open_topic(world, chat, world.bot.card(), name, color, _icon(params)).card()


def _icon(params: Params) -> str:
    icon = params.text("icon_custom_emoji_id")
    if icon and icon not in ICONS:
        raise bad("DOCUMENT_INVALID")
    return icon


def open_topic(
    world: World,
    chat: Chat,
    creator: dict[str, Any],
    name: str,
    color: int = ICON_COLORS[0],
    icon: str = "",
) -> Topic:
    """A new topic; its id is the id of the service message that announces it."""
    topic = Topic(chat.last_id + 1, name, color, icon)
    chat.topics[topic.id] = topic
    shown = {k: v for k, v in topic.card().items() if k != "message_thread_id"}
    world.put(chat, creator, {"forum_topic_created": shown}, thread=topic.id)
    return topic


@method("editForumTopic")
def edit_topic(world: World, params: Params) -> Any:
    chat, topic = _topic(world, params)
    name = params.text("name", topic.name).strip() or topic.name
    if len(name) > NAME_LIMIT:
        raise bad("TOPIC_TITLE_TOO_LONG")
    icon = topic.icon_custom_emoji_id
    if params.has("icon_custom_emoji_id"):
        icon = _icon(params)
    world.spend(chat)
    if (name, icon) == (topic.name, topic.icon_custom_emoji_id):
        raise bad("TOPIC_NOT_MODIFIED")
    change: dict[str, Any] = {}
    if name != topic.name:
        change["name"] = name
    if icon != topic.icon_custom_emoji_id:
        change["icon_custom_emoji_id"] = icon
    topic.name, topic.icon_custom_emoji_id = name, icon
    place(world, chat, {"forum_topic_edited": change}, thread=topic.id)
    return True


def _set_closed(world: World, params: Params, closed: bool) -> bool:
    chat, topic = _topic(world, params)
    world.spend(chat)
    if topic.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    topic.closed = closed
    note = "forum_topic_closed" if closed else "forum_topic_reopened"
    place(world, chat, {note: {}}, thread=topic.id)
    return True


@method("closeForumTopic")
def close_topic(world: World, params: Params) -> Any:
    return _set_closed(world, params, True)


@method("reopenForumTopic")
def reopen_topic(world: World, params: Params) -> Any:
    return _set_closed(world, params, False)


@method("deleteForumTopic")
def delete_topic(world: World, params: Params) -> Any:
    chat, topic = _topic(world, params, "delete")
    remove_topic(world, chat, topic, by_bot=True)
    return True


def remove_topic(world: World, chat: Chat, topic: Topic, *, by_bot: bool) -> None:
    """The topic and every message in it are gone; nobody is told, as in Telegram."""
    topic.deleted = True
    for message in list(chat.messages.values()):
        if message.thread == topic.id and not message.deleted:
            world.remove(chat, message, by_bot=by_bot)


@method("getForumTopicIconStickers")
def icon_stickers(world: World, params: Params) -> Any:
    look = {"width": 512, "height": 512, "is_animated": True, "is_video": False}
    return [
        {
            "file_id": f"CAACtopic{emoji_id}",
            "file_unique_id": f"AgADtopic{emoji_id}",
            "type": "custom_emoji",
            "emoji": emoji,
            "custom_emoji_id": emoji_id,
            **look,
        }
        for emoji_id, emoji in ICONS.items()
    ]
