"""`python bot.py tertahan`: what was not sent a second time after a copy was put back."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO

from app.clock import WIB
from store import setbacks
from store.database import Database
from store.setbacks import Held
from tools.files import remembered
from tools.given import Given

WORDS: Final = ("text", "caption", "name")
"""Fields of a call that people would have read."""


def run(given: Given, out: TextIO) -> None:
    """Lists it: when it was decided, for which case, and its words.

    Raises StoppedError without a database.
    """
    database = given.settings.database_path
    with remembered(database):
        found = asyncio.run(_held(database))
    if not found:
        print("Tidak ada kiriman yang ditahan.", file=out)
    for one in found:
        moment = datetime.fromtimestamp(one.created_at, WIB)
        print(f"{moment:%Y-%m-%d %H.%M} WIB, {one.code or 'tanpa kasus'}: {_words(one)}", file=out)


async def _held(path: Path) -> list[Held]:
    database = await Database.read(path)
    try:
        async with database.transaction() as transaction:
            return await setbacks.held_back(transaction)
    finally:
        await database.close()


def _words(held: Held) -> str:
    payload = json.loads(held.payload)
    found = next((str(payload[name]) for name in WORDS if name in payload), "")
    return " ".join(found.split()) or f"({held.method})"
