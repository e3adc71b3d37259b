"""`python bot.py questions`: what no topic answered, for the editors who make the FAQ grow."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final, TextIO

from flows.ears.topics.unanswered import Group, Wording, gather, ready_line
from flows.library import Library
from flows.texts.spoken import long_date
from store import unanswered
from store.database import Database
from store.unanswered import Unanswered
from tools.files import remembered
from tools.given import Given

SHOWN: Final = 3
"""How many other wordings of a question are shown."""


def run(given: Given, days: int, out: TextIO) -> None:
    """Lists what was asked in the last days. Raises StoppedError without a database."""
    path = given.settings.database_path
    since = given.today - timedelta(days=days)
    with remembered(path):
        asked = asyncio.run(asked_since(path, since))
    write(asked, given.library, since, out)


async def asked_since(path: Path, day: date) -> list[Unanswered]:
    """What the database at `path` remembers from `day` on, also while the bot runs on it.

    Raises UnavailableError when it cannot be read, SchemaError when it is not as we need it.
    """
    database = await Database.read(path)
    try:
        async with database.transaction() as transaction:
            return await unanswered.since(transaction, day)
    finally:
        await database.close()


def write(unanswered: Sequence[Unanswered], library: Library, day: date, out: TextIO) -> None:
    """The groups, most frequent first, each with its nearest topics and the line to paste."""
    asked = [Wording(one.text, one.day, one.nearest, one.times) for one in unanswered]
    groups = gather(asked, lambda text: " ".join(library.ears.hear(text, day).spelled))
    if not groups:
        out.write(f"Sejak {long_date(day)} semua pertanyaan terjawab.\n")
        return
    times = sum(group.times for group in groups)
    out.write(f"Belum terjawab sejak {long_date(day)}: {len(groups)} pertanyaan, {times} kali.\n")
    for number, group in enumerate(groups, 1):
        out.write(f"\n{number}. {group.times} kali, terakhir {long_date(group.last)}\n")
        out.write("\n".join(_lines(group, library)) + "\n")


def _lines(group: Group, library: Library) -> list[str]:
    lines = [f"   {group.text}"]
    others = group.wordings[1 : SHOWN + 1]
    if others:
        lines.append(f"   Juga ditulis: {'; '.join(others)}")
    # A topic may have been taken away since.
    nearest = [topic for topic in group.nearest if topic in library.topics]
    if nearest:
        lines.append(f"   Topik terdekat: {', '.join(nearest)}")
    where = f"content/faq/{nearest[0]}.md" if nearest else "topik yang cocok di content/faq"
    lines.append(f"   Kalau cocok, tempel di bawah `ask:` dalam {where}:")
    return [*lines, ready_line(group.text)]
