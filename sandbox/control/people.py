"""Users, the bot's profile, blocking."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from sandbox.accounts import USUAL, check_state
from sandbox.control.body import Asked, control
from sandbox.members import set_blocked
from sandbox.methods.commands import commands_for
from sandbox.views import show_chat, show_user

_NAMES = ("last_name", "username", "language_code")


async def users(asked: Asked) -> Any:
    world = asked.world
    return [
        {**show_user(user), "chat": show_chat(world, world.chats[user.id])}
        for user in world.people.all()
    ]


async def add_user(asked: Asked) -> Any:
    more = {name: asked.text(name) for name in _NAMES if name in asked}
    user = asked.world.add_user(asked.maybe("id"), asked.text("first_name", ""), **more)
    return show_user(user)


async def bot(asked: Asked) -> Any:
    bot = asked.world.bot
    user_id = asked.maybe("user")
    chat_id = asked.maybe("chat") or user_id
    user = asked.world.people.get(user_id) if user_id is not None else None
    language = user.language_code if user else "id"
    commands = commands_for(asked.world, chat_id, user_id or 0, language) if chat_id else []

    def told(texts: dict[str, str]) -> str:
        return texts.get(language) or texts.get("", "")

    return {
        "id": bot.id,
        "connected": bot.named,
        "username": bot.username,
        "name": told(bot.names),
        "description": told(bot.descriptions),
        "short_description": told(bot.short_descriptions),
        "commands": commands,
    }


async def change_bot(asked: Asked) -> Any:
    bot = asked.world.bot
    bot.frozen = asked.flag("frozen", bot.frozen)
    bot.reads_all = asked.flag("reads_all", bot.reads_all)
    return {"frozen": bot.frozen, "reads_all": bot.reads_all}


async def account(asked: Asked) -> Any:
    chat = asked.world.chat(asked.whole("user"))
    chat.account = check_state(asked.text("state", USUAL))
    return show_chat(asked.world, chat)


async def block(asked: Asked) -> Any:
    chat = asked.world.chat(asked.whole("user"))
    set_blocked(asked.world, chat, asked.flag("blocked", True))
    return show_chat(asked.world, chat)


routes = [
    web.get("/sim/users", control(users)),
    web.post("/sim/users", control(add_user)),
    web.get("/sim/bot", control(bot)),
    web.post("/sim/bot", control(change_bot)),
    web.post("/sim/account", control(account)),
    web.post("/sim/block", control(block)),
]
