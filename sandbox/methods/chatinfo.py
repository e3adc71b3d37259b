"""getChat, getChatMember and the like, leaveChat."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad, forbidden
from sandbox.members import member_card
from sandbox.methods.registry import METHODS, method
from sandbox.params import Params
from sandbox.rights import permissions
from sandbox.world import World


def _group(world: World, params: Params) -> Chat:
    chat = world.known_chat(params.text("chat_id"))
    if chat.private:
        raise bad("there are no administrators in the private chat")
    if not chat.holds(world.bot.id):
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return chat


@method("getChat")
def get_chat(world: World, params: Params) -> Any:
    chat = world.known_chat(params.text("chat_id"))
    if not chat.private and not chat.holds(world.bot.id):
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    full: dict[str, Any] = {
        **chat.card,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if not chat.private:
        full |= {"permissions": permissions(chat), "has_visible_history": True}
        if chat.description:
            full["description"] = chat.description
    if chat.protected:
        full["has_protected_content"] = True
    pinned = chat.get(chat.pinned[-1]) if chat.pinned else None
    if pinned is not None:
        full["pinned_message"] = pinned.body
    return full


@method("getChatMember")
def get_member(world: World, params: Params) -> Any:
    chat = world.known_chat(params.text("chat_id"))
    user_id = params.whole("user_id")
    if user_id is None:
        raise bad("invalid user_id specified")
    user = world.people.get(user_id)
    if user is None and user_id != world.bot.id:
        raise bad("member not found")
    if chat.private:
        return member_card(world, chat, user_id, "member")
    if not chat.holds(world.bot.id):
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    return member_card(world, chat, user_id)


@method("getChatAdministrators")
def get_administrators(world: World, params: Params) -> Any:
    chat = _group(world, params)
    return [
        member_card(world, chat, user_id)
        for user_id, member in chat.members.items()
        if member["status"] in ("creator", "administrator")
    ]


@method("getChatMemberCount")
def get_member_count(world: World, params: Params) -> Any:
    chat = world.known_chat(params.text("chat_id"))
    if chat.private:
        return 2
    return sum(chat.holds(user_id) for user_id in chat.members)


METHODS["getchatmemberscount"] = get_member_count  # what it was called before


@method("leaveChat")
def leave_chat(world: World, params: Params) -> Any:
    chat = world.known_chat(params.text("chat_id"))
    if chat.private:
        raise bad("chat member status can't be changed in private chats")
    if not chat.holds(world.bot.id):
        raise forbidden(f"bot is not a member of the {chat.kind} chat")
    chat.members[world.bot.id]["status"] = "left"
    world.touch(chat, by_bot=True)
    return True
