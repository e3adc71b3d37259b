"""Groups, members and topics."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.chats import SUPERGROUP
from sandbox.control.body import Asked, control
from sandbox.members import member_card, set_status
from sandbox.methods.forum import open_topic, remove_topic
from sandbox.migration import migrate_group
from sandbox.people import User
from sandbox.rights import checked_permissions, permissions
from sandbox.topics import ICON_COLORS, Topic
from sandbox.views import show_chat, show_message, show_topics


async def add_group(asked: Asked) -> Any:
    world = asked.world
    kind = asked.text("kind", SUPERGROUP)
    forum = asked.flag("forum", True) and kind == SUPERGROUP
    chat = world.add_group(asked.text("title"), forum=forum, kind=kind)
    members = asked.given.get("members") or []
    for n, each in enumerate(members):
        user = world.user(int(each["user"]))
        chat.members[user.id] = {"status": each.get("status", "member" if n else "creator")}
    first = world.user(int(members[0]["user"])) if members else None
    by = first or User(777_000, "Telegram")
    status = asked.text("bot_status", "administrator")
    if status != "none":
        set_status(world, chat, world.bot.id, status, by)
    return show_chat(world, chat)


def _member_id(asked: Asked) -> int:
    given = asked.text("user")
    return asked.world.bot.id if given == "bot" else asked.world.user(int(given)).id


async def set_member(asked: Asked) -> Any:
    world, chat = asked.world, asked.world.chat(asked.whole("chat"))
    by_id = asked.maybe("by")
    creator = next((i for i, m in chat.members.items() if m["status"] == "creator"), None)
    by_id = by_id if by_id is not None else creator
    by = world.user(by_id) if by_id in chat.members and by_id else User(777_000, "Telegram")
    more = {name: asked.given[name] for name in ("rights", "title") if name in asked}
    set_status(world, chat, _member_id(asked), asked.text("status"), by, **more)
    return show_chat(world, chat)


async def members(asked: Asked) -> Any:
    chat = asked.world.chat(asked.whole("chat"))
    return [member_card(asked.world, chat, user_id) for user_id in chat.members]


async def topics(asked: Asked) -> Any:
    return show_topics(asked.world.chat(asked.whole("chat")))


async def add_topic(asked: Asked) -> Any:
    world, chat = asked.world, asked.world.chat(asked.whole("chat"))
    if not chat.forum:
        raise ValueError(f"{chat.title} has no topics")
    color = asked.maybe("icon_color") or ICON_COLORS[0]
    topic = open_topic(world, chat, asked.user.card(), asked.text("name"), color)
    message = chat.messages[topic.id]
    if chat.holds(world.bot.id):
        world.queue.push("message", message.body)
    return {"topic": topic.card(), "message": show_message(message)}


def _topic(asked: Asked) -> Topic:
    chat = asked.world.chat(asked.whole("chat"))
    topic = chat.topics.get(asked.whole("thread"))
    if topic is None:
        raise KeyError(f"no topic {asked.whole('thread')} in {chat.title}")
    return topic


async def delete_topic(asked: Asked) -> Any:
    chat = asked.world.chat(asked.whole("chat"))
    chat.deleted_topic_error = asked.text("answer", chat.deleted_topic_error)
    remove_topic(asked.world, chat, _topic(asked), by_bot=False)
    return show_topics(chat)


async def close_topic(asked: Asked) -> Any:
    world, chat = asked.world, asked.world.chat(asked.whole("chat"))
    topic = _topic(asked)
    topic.closed = asked.flag("closed", True)
    note = "forum_topic_closed" if topic.closed else "forum_topic_reopened"
    message = world.put(chat, asked.user.card(), {note: {}}, thread=topic.id)
    if chat.holds(world.bot.id):
        world.queue.push("message", message.body)
    return show_topics(chat)


async def protect(asked: Asked) -> Any:
    chat = asked.world.chat(asked.whole("chat"))
    chat.protected = asked.flag("protected", True)
    return show_chat(asked.world, chat)


async def permit(asked: Asked) -> Any:
    chat = asked.world.chat(asked.whole("chat"))
    chat.permissions.update(checked_permissions(asked.given.get("permissions")))
    return permissions(chat)


async def migrate(asked: Asked) -> Any:
    new = migrate_group(asked.world, asked.world.chat(asked.whole("chat")))
    return show_chat(asked.world, new)


routes = [
    web.post("/sim/groups", control(add_group)),
    web.post("/sim/members", control(set_member)),
    web.get("/sim/members", control(members)),
    web.get("/sim/topics", control(topics)),
    web.post("/sim/topics", control(add_topic)),
    web.post("/sim/topics/delete", control(delete_topic)),
    web.post("/sim/topics/close", control(close_topic)),
    web.post("/sim/protect", control(protect)),
    web.post("/sim/permissions", control(permit)),
    web.post("/sim/migrate", control(migrate)),
]
