"""Invite links of a group."""

from __future__ import annotations

import secrets
from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.rights import may
from sandbox.world import World

NAME_LIMIT = 32


def _group(world: World, params: Params) -> Chat:
    chat = world.chat_for_bot(params.text("chat_id"))
    if chat.private or not may(chat, world.bot.id, "can_invite_users"):
        raise bad("not enough rights to manage chat invite link")
    return chat


def _known(chat: Chat, params: Params) -> dict[str, Any]:
    found = chat.invites.get(params.text("invite_link"))
    if found is None:
        raise bad("INVITE_HASH_EXPIRED")
    return found


def _wishes(params: Params) -> dict[str, Any]:
    """What a link was asked to be. Raises 400."""
    name = params.text("name")
    if len(name) > NAME_LIMIT:
        raise bad("INVITE_NAME_TOO_LONG")
    wished: dict[str, Any] = {"name": name} if name else {}
    for field in ("expire_date", "member_limit"):
        if given := params.whole(field):
            wished[field] = given
    wished["creates_join_request"] = params.flag("creates_join_request")
    return wished


def _new(world: World, chat: Chat, *, primary: bool = False, **wished: Any) -> dict[str, Any]:
    link = {
        "invite_link": f"https://t.me/+{secrets.token_urlsafe(12)}",
        "creator": world.bot.card(),
        "creates_join_request": False,
        "is_primary": primary,
        "is_revoked": False,
        **wished,
    }
    chat.invites[link["invite_link"]] = link
    return link


@method("exportChatInviteLink")
def export(world: World, params: Params) -> Any:
    chat = _group(world, params)
    for link in [link for link in chat.invites.values() if link["is_primary"]]:
        chat.invites[link["invite_link"]] = {**link, "is_revoked": True, "is_primary": False}
    return _new(world, chat, primary=True)["invite_link"]


@method("createChatInviteLink")
def create(world: World, params: Params) -> Any:
    return _new(world, _group(world, params), **_wishes(params))


@method("editChatInviteLink")
def edit(world: World, params: Params) -> Any:
    chat = _group(world, params)
    link = {**_known(chat, params), **_wishes(params)}
    chat.invites[link["invite_link"]] = link
    return link


@method("revokeChatInviteLink")
def revoke(world: World, params: Params) -> Any:
    chat = _group(world, params)
    link = {**_known(chat, params), "is_revoked": True}
    chat.invites[link["invite_link"]] = link
    return link
