"""Who is in a chat as what, and the updates a change of that makes."""

from __future__ import annotations

from typing import Any

from sandbox.chats import IN_GROUP, Chat
from sandbox.people import User
from sandbox.rights import PERMISSIONS, RIGHTS
from sandbox.world import World

STATUSES = ("creator", "administrator", "member", "restricted", "left", "kicked")


def user_card(world: World, user_id: int) -> dict[str, Any]:
    return world.bot.card() if user_id == world.bot.id else world.user(user_id).card()


def member_card(
    world: World, chat: Chat, user_id: int, status: str | None = None
) -> dict[str, Any]:
    """The Bot API's ChatMember object."""
    member = chat.members.get(user_id, {})
    status = status or chat.status_of(user_id)
    card: dict[str, Any] = {"user": user_card(world, user_id), "status": status}
    if status == "creator":
        card["is_anonymous"] = False
    elif status == "administrator":
        rights = member.get("rights") or {}
        card.update({name: bool(rights.get(name, True)) for name in RIGHTS})
        card.update({"can_be_edited": False, "is_anonymous": False})
    elif status == "restricted":
        rights = member.get("rights") or {}
        card.update({name: bool(rights.get(name, False)) for name in PERMISSIONS})
        card.update({"is_member": member.get("is_member", True), "until_date": 0})
    elif status == "kicked":
        card["until_date"] = 0
    if member.get("title"):
        card["custom_title"] = member["title"]
    return card


def set_status(world: World, chat: Chat, user_id: int, status: str, by: User, **more: Any) -> None:
    """Change a member and tell the bot (my_chat_member for itself, chat_member for others)."""
    if status not in STATUSES:
        raise ValueError(f"no status {status!r}; there are {', '.join(STATUSES)}")
    old = member_card(world, chat, user_id)
    was_in = chat.holds(user_id)
    chat.members[user_id] = {"status": status, **more}
    change = {
        "chat": chat.card,
        "from": by.card(),
        "date": int(world.clock.now()),
        "old_chat_member": old,
        "new_chat_member": member_card(world, chat, user_id),
    }
    world.queue.push("my_chat_member" if user_id == world.bot.id else "chat_member", change)
    if was_in != (status in IN_GROUP):
        _say_so(world, chat, user_id, by, came=not was_in)
    world.touch(chat)


def _say_so(world: World, chat: Chat, user_id: int, by: User, *, came: bool) -> None:
    """The service message everybody sees when somebody comes or goes."""
    card = user_card(world, user_id)
    note = {"new_chat_members": [card]} if came else {"left_chat_member": card}
    message = world.put(chat, by.card(), note)
    if chat.holds(world.bot.id):
        world.queue.push("message", message.body)


def set_blocked(world: World, chat: Chat, blocked: bool) -> None:
    """A person stops or restarts the bot in their private chat."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    bot = world.bot.card()
    was, now = ("member", "kicked") if blocked else ("kicked", "member")
    change: dict[str, Any] = {
        "chat": chat.card,
        "from": world.user(chat.id).card(),
        "date": int(world.clock.now()),
        "old_chat_member": {"user": bot, "status": was},
        "new_chat_member": {"user": bot, "status": now},
    }
    for member in (change["old_chat_member"], change["new_chat_member"]):
        if member["status"] == "kicked":
            member["until_date"] = 0
    world.queue.push("my_chat_member", change)
    world.touch(chat)
