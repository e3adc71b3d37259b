"""What an administrator does with members: ban, restrict, promote, and everybody's permissions."""

from __future__ import annotations

from typing import Any

from sandbox.chats import SUPERGROUP, Chat
from sandbox.errors import bad
from sandbox.members import set_status
from sandbox.methods.registry import METHODS, method
from sandbox.params import Params
from sandbox.rights import PERMISSIONS, RIGHTS, checked_permissions, is_administrator, may
from sandbox.world import World

TITLE_LIMIT = 16


def _member(world: World, params: Params, right: str = "can_restrict_members") -> tuple[Chat, int]:
    """The group and whom it is about. Raises 400 for who may not be touched, or by whom not."""
    chat = world.chat_for_bot(params.text("chat_id"))
    if chat.private:
        raise bad("can't ban members in private chats")
    user_id = params.whole("user_id")
    if user_id is None or (user_id != world.bot.id and world.people.get(user_id) is None):
        raise bad("invalid user_id specified")
    if user_id == world.bot.id:
        raise bad("can't restrict self")
    if not is_administrator(chat, world.bot.id) or not may(chat, world.bot.id, right):
        raise bad("not enough rights to restrict/unrestrict chat member")
    if chat.status_of(user_id) == "creator":
        raise bad("can't remove chat owner")
    return chat, user_id


def _change(world: World, chat: Chat, user_id: int, status: str, **more: Any) -> bool:
    set_status(world, chat, user_id, status, world.bot.as_user(), **more)
    return True


@method("banChatMember")
def ban(world: World, params: Params) -> Any:
    chat, user_id = _member(world, params)
    if is_administrator(chat, user_id):
        raise bad("user is an administrator of the chat")
    return _change(world, chat, user_id, "kicked")


METHODS["kickchatmember"] = ban  # what it was called before


@method("unbanChatMember")
def unban(world: World, params: Params) -> Any:
    chat, user_id = _member(world, params)
    if chat.kind != SUPERGROUP:
        raise bad("method is available for supergroup and channel chats only")
    banned = chat.status_of(user_id) == "kicked"
    if not banned and (params.flag("only_if_banned") or not chat.holds(user_id)):
        return True
    return _change(world, chat, user_id, "left")


@method("restrictChatMember")
def restrict(world: World, params: Params) -> Any:
    chat, user_id = _member(world, params)
    if chat.kind != SUPERGROUP:
        raise bad("method is available only for supergroups")
    if is_administrator(chat, user_id):
        raise bad("user is an administrator of the chat")
    rights = _permissions(params)
    if all(rights.get(name, False) for name in ("can_send_messages", "can_send_other_messages")):
        return _change(world, chat, user_id, "member")
    return _change(world, chat, user_id, "restricted", rights=rights)


@method("setChatPermissions")
def set_permissions(world: World, params: Params) -> Any:
    chat = world.chat_for_bot(params.text("chat_id"))
    if chat.private or not may(chat, world.bot.id, "can_restrict_members"):
        raise bad("not enough rights to change chat permissions")
    given = _permissions(params)
    chat.permissions = {name: given.get(name, False) for name in PERMISSIONS}
    world.touch(chat, by_bot=True)
    return True


def _permissions(params: Params) -> dict[str, bool]:
    try:
        return checked_permissions(params.obj("permissions", "permissions"))
    except ValueError:
        raise bad("can't parse permissions JSON object") from None


@method("promoteChatMember")
def promote(world: World, params: Params) -> Any:
    chat, user_id = _member(world, params, "can_promote_members")
    if not chat.holds(user_id):
        raise bad("USER_NOT_MUTUAL_CONTACT")
    rights = {name: params.flag(name) for name in RIGHTS}
    if not any(rights.values()):
        return _change(world, chat, user_id, "member")
    rights["can_manage_chat"] = True
    return _change(world, chat, user_id, "administrator", rights=rights)


@method("setChatAdministratorCustomTitle")
def set_title_of_member(world: World, params: Params) -> Any:
    chat, user_id = _member(world, params, "can_promote_members")
    title = params.text("custom_title")
    if chat.status_of(user_id) != "administrator":
        raise bad("user is not an administrator")
    if len(title) > TITLE_LIMIT:
        raise bad("ADMIN_RANK_INVALID")
    chat.members[user_id] = {**chat.members[user_id], "title": title}
    return True
