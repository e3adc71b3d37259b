"""An example of a library as it is, with the two things filled in that everybody fills in.

The token, which its source asks for, and the address, by the library's own setting for another
server. Nothing else of the example is touched.
"""

from __future__ import annotations

import re

AIOGRAM = """
from aiogram.client.session.aiohttp import AiohttpSession as _Session
from aiogram.client.telegram import TelegramAPIServer as _Server
_SESSION = _Session(api=_Server.from_base({address!r}))
"""
TELEBOT = """
import telebot as _telebot
_telebot.apihelper.API_URL = {address!r} + "/bot{{0}}/{{1}}"
_telebot.apihelper.FILE_URL = {address!r} + "/file/bot{{0}}/{{1}}"
"""
PLACEHOLDER = re.compile(r"""(['"])(?:<api_token>|<TOKEN>|<your_token>|TOKEN)\1""")


def filled(kit: str, source: str, address: str, token: str) -> str:
    """The example with the token, and the library's own setting for another server."""
    if kit == "python-telegram-bot":
        base = f".base_url({address + '/bot'!r}).base_file_url({address + '/file/bot'!r})"
        return source.replace('.token("TOKEN")', f".token({token!r}){base}")
    if kit == "pyTelegramBotAPI":
        return TELEBOT.format(address=address) + PLACEHOLDER.sub(repr(token), source)
    head, future, rest = source.rpartition("from __future__ import annotations\n")
    begun = head + future + AIOGRAM.format(address=address) + rest
    return begun.replace("Bot(token=TOKEN", "Bot(session=_SESSION, token=TOKEN")
