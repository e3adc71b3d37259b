"""Commands per scope and language."""

from __future__ import annotations

import re
from typing import Any

from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.world import World

_NAME = re.compile(r"[a-z0-9_]{1,32}$")
_PLAIN = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
AT_MOST = 100


def scope_key(given: Any) -> str:
    """A BotCommandScope as one text. Raises 400 for a scope Telegram does not know."""
    if not given:
        return "default"
    kind = given.get("type") if isinstance(given, dict) else None
    if kind in _PLAIN:
        return str(kind)
    if kind in ("chat", "chat_administrators"):
        return f"{kind}:{given.get('chat_id')}"
    if kind == "chat_member":
        return f"chat_member:{given.get('chat_id')}:{given.get('user_id')}"
    raise bad("can't parse BotCommandScope: Unsupported type specified")


def _where(params: Params) -> tuple[str, str]:
    return scope_key(params.obj("scope", "BotCommandScope")), params.text("language_code")


@method("setMyCommands")
def set_commands(world: World, params: Params) -> Any:
    given = params.obj("commands", "commands")
    if not isinstance(given, list):
        raise bad('parameter "commands" is required')
    if len(given) > AT_MOST:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    commands = []
    for each in given:
        name = str(each.get("command", "")).removeprefix("/")
        description = str(each.get("description", "")).strip()
        if not _NAME.match(name):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(description) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        commands.append({"command": name, "description": description})
    world.bot.commands[_where(params)] = commands
    world.events.publish({"type": "bot"})
    return True


@method("getMyCommands")
def get_commands(world: World, params: Params) -> Any:
    return world.bot.commands.get(_where(params), [])


@method("deleteMyCommands")
def delete_commands(world: World, params: Params) -> Any:
    world.bot.commands.pop(_where(params), None)
    world.events.publish({"type": "bot"})
    return True


def commands_for(world: World, chat_id: int, user_id: int, language: str) -> list[dict[str, str]]:
    """The menu a person sees in a chat: the narrowest scope that has commands wins."""
    chat = world.chats.get(chat_id)
    if chat is None or chat.private:
        scopes = [f"chat:{chat_id}", "all_private_chats", "default"]
    else:
        scopes = [f"chat_member:{chat_id}:{user_id}"]
        if chat.status_of(user_id) in ("creator", "administrator"):
            scopes += [f"chat_administrators:{chat_id}", f"chat:{chat_id}"]
            scopes += ["all_chat_administrators", "all_group_chats", "default"]
        else:
            scopes += [f"chat:{chat_id}", "all_group_chats", "default"]
    for scope in scopes:
        for code in (language, ""):
            if found := world.bot.commands.get((scope, code)):
                return found
    return []
