"""What the bot is and says about itself: getMe, name, descriptions, menu button."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.rights import RIGHTS
from sandbox.world import World

_LIMITS = {"name": 64, "description": 512, "short_description": 120}


@method("getMe")
def get_me(world: World, params: Params) -> Any:
    return {
        **world.bot.card(),
        "can_join_groups": True,
        "can_read_all_group_messages": world.bot.reads_all,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@method("logOut")
def log_out(world: World, params: Params) -> Any:
    return True


@method("close")
def close(world: World, params: Params) -> Any:
    return True


def _texts(world: World, what: str) -> dict[str, str]:
    return {
        "name": world.bot.names,
        "description": world.bot.descriptions,
        "short_description": world.bot.short_descriptions,
    }[what]


def _set(world: World, params: Params, what: str) -> bool:
    text = params.text(what)
    language = params.text("language_code")
    if len(text) > _LIMITS[what]:
        raise bad(f"BOT_{what.upper()}_INVALID")
    if what == "name" and not text and not language:
        raise bad("BOT_NAME_INVALID")
    if text:
        _texts(world, what)[language] = text
    else:
        _texts(world, what).pop(language, None)
    world.events.publish({"type": "bot"})
    return True


def _get(world: World, params: Params, what: str) -> dict[str, str]:
    texts = _texts(world, what)
    return {what: texts.get(params.text("language_code")) or texts.get("", "")}


@method("setMyName")
def set_name(world: World, params: Params) -> Any:
    return _set(world, params, "name")


@method("setMyDescription")
def set_description(world: World, params: Params) -> Any:
    return _set(world, params, "description")


@method("setMyShortDescription")
def set_short_description(world: World, params: Params) -> Any:
    return _set(world, params, "short_description")


@method("getMyName")
def get_name(world: World, params: Params) -> Any:
    return _get(world, params, "name")


@method("getMyDescription")
def get_description(world: World, params: Params) -> Any:
    return _get(world, params, "description")


@method("getMyShortDescription")
def get_short_description(world: World, params: Params) -> Any:
    return _get(world, params, "short_description")


@method("setChatMenuButton")
def set_menu_button(world: World, params: Params) -> Any:
    button = params.obj("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad("can't parse MenuButton: unsupported type specified")
    world.bot.menu_buttons[params.whole("chat_id", 0) or 0] = button
    return True


@method("getChatMenuButton")
def get_menu_button(world: World, params: Params) -> Any:
    buttons = world.bot.menu_buttons
    own = buttons.get(params.whole("chat_id", 0) or 0)
    return own or buttons.get(0) or {"type": "commands"}


@method("setMyDefaultAdministratorRights")
def set_default_rights(world: World, params: Params) -> Any:
    given = params.obj("rights", "chat administrator rights") or {}
    if not isinstance(given, dict):
        raise bad("can't parse chat administrator rights JSON object")
    world.bot.rights[params.flag("for_channels")] = given
    return True


@method("getMyDefaultAdministratorRights")
def get_default_rights(world: World, params: Params) -> Any:
    asked = world.bot.rights.get(params.flag("for_channels"), {})
    return {name: bool(asked.get(name, False)) for name in ("is_anonymous", *RIGHTS)}


@method("getUserProfilePhotos")
def get_profile_photos(world: World, params: Params) -> Any:
    """Nobody here shows a face."""
    if world.people.get(params.whole("user_id", 0) or 0) is None:
        raise bad("user not found")
    return {"total_count": 0, "photos": []}
