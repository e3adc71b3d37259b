"""The topic "General" of a forum, and pins of a whole topic."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import place
from sandbox.rights import may
from sandbox.topics import NAME_LIMIT
from sandbox.world import World


def _forum(world: World, params: Params, right: str = "can_manage_topics") -> Chat:
    chat = world.chat_for_bot(params.text("chat_id"))
    if not chat.forum:
        raise bad("the chat is not a forum")
    if not may(chat, world.bot.id, right):
        raise bad("not enough rights to edit the topic")
    return chat


def _say(world: World, chat: Chat, note: str, content: dict[str, Any] | None = None) -> bool:
    world.spend(chat)
    place(world, chat, {note: content or {}})
    return True


@method("editGeneralForumTopic")
def edit(world: World, params: Params) -> Any:
    chat = _forum(world, params)
    name = params.text("name").strip()
    if not 1 <= len(name) <= NAME_LIMIT:
        raise bad("topic name must be non-empty" if not name else "TOPIC_TITLE_TOO_LONG")
    if name == chat.general.name:
        raise bad("TOPIC_NOT_MODIFIED")
    chat.general.name = name
    return _say(world, chat, "forum_topic_edited", {"name": name})


def _set_closed(world: World, params: Params, closed: bool) -> bool:
    chat = _forum(world, params)
    if chat.general.closed == closed:
        raise bad("TOPIC_NOT_MODIFIED")
    chat.general.closed = closed
    return _say(world, chat, "forum_topic_closed" if closed else "forum_topic_reopened")


@method("closeGeneralForumTopic")
def close(world: World, params: Params) -> Any:
    return _set_closed(world, params, True)


@method("reopenGeneralForumTopic")
def reopen(world: World, params: Params) -> Any:
    return _set_closed(world, params, False)


def _set_hidden(world: World, params: Params, hidden: bool) -> bool:
    """A hidden General is closed, too."""
    chat = _forum(world, params)
    if chat.general.hidden == hidden:
        raise bad("TOPIC_NOT_MODIFIED")
    chat.general.hidden = hidden
    chat.general.closed = hidden or chat.general.closed
    return _say(world, chat, f"general_forum_topic_{'hidden' if hidden else 'unhidden'}")


@method("hideGeneralForumTopic")
def hide(world: World, params: Params) -> Any:
    return _set_hidden(world, params, True)


@method("unhideGeneralForumTopic")
def unhide(world: World, params: Params) -> Any:
    return _set_hidden(world, params, False)


def _unpin(world: World, chat: Chat, thread: int | None) -> bool:
    """Nothing of this topic stays pinned."""
    chat.pinned = [n for n in chat.pinned if chat.messages[n].thread != thread]
    world.touch(chat, by_bot=True)
    return True


@method("unpinAllForumTopicMessages")
def unpin_topic(world: World, params: Params) -> Any:
    chat = _forum(world, params, "can_pin_messages")
    topic = chat.topics.get(params.whole("message_thread_id") or 0)
    if topic is None or topic.deleted:
        raise bad("TOPIC_ID_INVALID")
    return _unpin(world, chat, topic.id)


@method("unpinAllGeneralForumTopicMessages")
def unpin_general(world: World, params: Params) -> Any:
    return _unpin(world, _forum(world, params, "can_pin_messages"), None)
