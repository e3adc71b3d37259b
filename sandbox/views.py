"""Chats and messages as the control side and the page see them."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.markup.render import render
from sandbox.messages import MEDIA_FIELDS, Message, kind_of, service_of
from sandbox.people import User
from sandbox.world import World

_PASSED_ON = (
    "location",
    "contact",
    "venue",
    "poll",
    "dice",
    "media_group_id",
    "forward_origin",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "new_chat_members",
    "left_chat_member",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
)
ACTION_SECONDS = 5.0


def show_message(message: Message) -> dict[str, Any]:
    """One message; a deleted one is only its id."""
    if message.deleted:
        return {
            "id": message.id,
            "deleted": True,
            "by_bot": message.by_bot,
            "thread": message.thread,
            "revision": message.revision,
        }
    body = message.body
    entities = message.entities
    sender = body["from"]
    shown: dict[str, Any] = {
        "id": message.id,
        "deleted": False,
        "by_bot": message.by_bot,
        "from": sender["id"],
        "name": f"{sender['first_name']} {sender.get('last_name', '')}".strip(),
        "date": body["date"],
        "edit_date": body.get("edit_date"),
        "edits": message.edits,
        "kind": kind_of(body),
        "text": message.text,
        "entities": entities,
        "html": render(message.text, entities),
        "buttons": message.buttons(),
        "keyboard": message.keyboard,
        "reactions": {str(who): emojis for who, emojis in message.reactions.items()},
        "thread": message.thread,
        "reply_to": _reply(body.get("reply_to_message")),
        "revision": message.revision,
    }
    shown.update({name: body[name] for name in _PASSED_ON if name in body})
    if shown["kind"] == "service":
        shown["service"] = service_of(body)
    file = _file(body)
    if file:
        shown["file"] = file
    return shown


def _file(body: dict[str, Any]) -> dict[str, Any] | None:
    for name in MEDIA_FIELDS:
        found = body.get(name)
        if isinstance(found, list):
            found = found[-1]
        if isinstance(found, dict) and "file_id" in found:
            return {
                "id": found["file_id"],
                "name": found.get("file_name", ""),
                "size": found.get("file_size", 0),
                "mime": found.get("mime_type", ""),
                "duration": found.get("duration"),
                "width": found.get("width"),
                "height": found.get("height"),
            }
    return None


def _reply(body: dict[str, Any] | None) -> dict[str, Any] | None:
    if body is None:
        return None
    text = body.get("text") or body.get("caption") or kind_of(body)
    if "forum_topic_created" in body:
        return None  # hangs on its topic, answers nobody
    return {"id": body["message_id"], "name": body["from"]["first_name"], "text": text[:80]}


def show_chat(world: World, chat: Chat) -> dict[str, Any]:
    """A chat without its messages."""
    newest = chat.newest()
    return {
        "id": chat.id,
        "kind": chat.kind,
        "title": chat.title,
        "started": chat.started,
        "blocked": chat.blocked,
        "forum": chat.forum,
        "migrated_to": chat.migrated_to,
        "revision": chat.revision,
        "bot_revision": chat.bot_revision,
        "keyboard": chat.keyboard,
        "action": action_now(world, chat),
        "pinned": chat.pinned,
        "last": newest.text[:80] if newest else "",
        "last_kind": kind_of(newest.body) if newest else "",
        "last_date": newest.body["date"] if newest else None,
    }


def action_now(world: World, chat: Chat) -> str | None:
    """ "typing" and the like; phones show it for five seconds."""
    if chat.action is None or world.clock.now() - chat.action[1] > ACTION_SECONDS:
        return None
    return chat.action[0]


def show_user(user: User) -> dict[str, Any]:
    return {**user.card(), "name": user.name}


def show_topics(chat: Chat) -> list[dict[str, Any]]:
    """Topics with what a list of them shows; deleted ones stay listed, marked."""
    last: dict[int, Message] = {}
    count: dict[int, int] = {}
    for message in chat.messages.values():
        if message.thread is not None and not message.deleted:
            last[message.thread] = message
            count[message.thread] = count.get(message.thread, 0) + 1
    shown = []
    for topic in chat.topics.values():
        newest = last.get(topic.id)
        shown.append(
            {
                "id": topic.id,
                "name": topic.name,
                "icon_color": topic.icon_color,
                "icon_custom_emoji_id": topic.icon_custom_emoji_id,
                "closed": topic.closed,
                "deleted": topic.deleted,
                "messages": count.get(topic.id, 0),
                "last": newest.text[:80] if newest else "",
                "last_id": newest.id if newest else 0,
                "last_date": newest.body["date"] if newest else None,
            }
        )
    return shown
