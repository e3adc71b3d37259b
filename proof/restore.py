"""`python -m proof.restore`: the drill of `docs/operasi.md`, played with the real program.

A copy is made beside the running bot; an answer waits in its outbox. The bot runs on: the answer
arrives, that case is closed, another one is opened and taken. Then the bot is stopped, the copy put
back, and the bot started. Telegram (the sandbox) has run on all the while. What each side saw is
printed, and whether any of it is false.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from proof.bench.machine import machine
from proof.bench.process import ROOT
from proof.desk_stage import MARK, Stage, stage

PASSED = 3600.0
"""Seconds by which the copy is made older than it is: nobody waits for an hour."""

ANSWER = "Besok datang pukul sembilan ya, Pak."
LATER = "Besok uangnya masuk, Bu."


@dataclass
class Drill:
    """What came of it: each thing that must hold, and whether it did."""

    held: dict[str, bool] = field(default_factory=dict)

    def must(self, what: str, does: bool) -> None:
        """One thing that must hold."""
        self.held[what] = does

    @property
    def is_true(self) -> bool:
        """Whether nothing was false."""
        return all(self.held.values())


async def drill(folder: Path, by_hand: bool = False) -> Drill:
    """Play it. by_hand: the copy is put in place without our command."""
    found, copy = Drill(), folder / "copy.db"
    async with stage(folder / "bot", settings={"CHAT_SENDS_PER_SECOND": "1000"}) as opened:
        sim, bot = opened.sim, opened.bot
        chief, officer = opened.officers
        await sim.say(chief, "/start")
        slamet = await _held(opened, "Pak Slamet", officer)
        await sim.fault("too_many", chat=slamet.user, method="sendMessage", retry_after=4)
        answer = await sim.say(officer, ANSWER, chat=opened.group, thread=slamet.topic)
        await _waits(opened)
        print(await _command(opened, "backup", str(copy)))
        await opened.until(lambda: _got(opened, slamet.user, ANSWER), "the answer", 30)
        await opened.until(lambda: _marked(opened, answer), "the mark", 30)
        for label in ("Selesai", "Pertanyaan sudah terjawab"):
            await sim.tap(officer, label, chat=opened.group, thread=slamet.topic)
            await asyncio.sleep(1.0)
        rini = await _held(opened, "Bu Rini", officer)
        await asyncio.to_thread(bot.stop)
        _aged(copy)
        if by_hand:
            _by_hand(copy, bot.database)
        else:
            print(await _command(opened, "restore", str(copy)))
        bot.start()
        await sim.wait_ready(30)
        await opened.until(lambda: _got(opened, opened.group, "Catatan bot mundur"), "notice", 60)
        await sim.say(slamet.user, "Pak, satu lagi")
        await sim.say(rini.user, "Pak, kapan?")
        await sim.say(officer, LATER, chat=opened.group, thread=rini.topic)
        await asyncio.sleep(8.0)
        await _judge(opened, slamet, rini, found, chief)
    return found


@dataclass(frozen=True)
class _Case:
    user: int
    code: str
    topic: int


async def _held(opened: Stage, name: str, officer: int) -> _Case:
    """Somebody's case, taken by an officer."""
    user = await opened.asks(name)
    code = await opened.code(user)
    topic = await opened.topic(code)
    await opened.take(officer, topic)
    await asyncio.sleep(1.0)
    return _Case(user, code, topic)


async def _waits(opened: Stage) -> None:
    """Until the answer is decided and cannot be sent yet."""
    query = "SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND payload LIKE '%sembilan%'"
    place = f"{opened.bot.database.absolute().as_uri()}?mode=ro"

    async def look() -> bool:
        with closing(sqlite3.connect(place, uri=True)) as read:
            return bool(read.execute(query).fetchone()[0])

    await opened.until(look, "an answer that waits", 10)


async def _got(opened: Stage, chat: int, text: str) -> bool:
    return any(text in one.text for one in await opened.by_bot(chat))


async def _marked(opened: Stage, message: int) -> bool:
    return message in await opened.marked()


async def _command(opened: Stage, *arguments: str) -> str:
    """What a command of the front door says, typed beside the bot."""
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{opened.bot.database}"}
    typed = [sys.executable, "bot.py", *arguments]
    ended = await asyncio.to_thread(
        subprocess.run, typed, cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )
    return f"$ python bot.py {' '.join(arguments)}\n{ended.stdout}"


def _aged(copy: Path) -> None:
    """An hour passes between the copy and the day it is needed."""
    with closing(sqlite3.connect(copy)) as connection, connection:
        for change in (
            "UPDATE outbox SET created_at = created_at - :passed",
            "UPDATE case_messages SET created_at = created_at - :passed",
            "UPDATE inbox SET received_at = received_at - :passed",
            "UPDATE chats SET changed_at = changed_at - :passed",
            "UPDATE pulse SET at = at - :passed, beat = beat - 1",
        ):
            connection.execute(change, {"passed": PASSED})


def _by_hand(copy: Path, database: Path) -> None:
    for end in ("-wal", "-shm"):
        database.with_name(f"{database.name}{end}").unlink(missing_ok=True)
    shutil.copy(copy, database)


async def _judge(opened: Stage, slamet: _Case, rini: _Case, found: Drill, chief: int) -> None:
    names = {one["id"]: one["name"] for one in await opened.sim.topics(opened.group)}
    sides = {
        "Pak Slamet": await opened.by_bot(slamet.user),
        f"Topik {names[slamet.topic]}": await opened.by_bot(opened.group, thread=slamet.topic),
        "Bu Rini": await opened.by_bot(rini.user),
        f"Topik {names[rini.topic]}": await opened.by_bot(opened.group, thread=rini.topic),
        "Supervisor": await opened.by_bot(chief),
    }
    for side, seen in sides.items():
        print(f"\n== {side}")
        for one in seen[-4:]:
            print(f"  | {one.text.strip()}".replace("\n", "\n  | "))
    print()
    his, in_his, hers, in_hers, told = (
        [one.text for one in seen if one.kind != "service"] for seen in sides.values()
    )
    found.must("the answer of then arrived once", sum(ANSWER in text for text in his) == 1)
    found.must("his topic is yellow, as the database holds", names[slamet.topic][0] == "🟡")
    found.must("his topic says what is not known", any("hilang" in text for text in in_his))
    found.must("his next words are in it", any("Pak, satu lagi" in text for text in in_his))
    found.must("he hears of it once", sum("catatan kami" in text for text in his) == 1)
    found.must("she hears of it once", sum("catatan kami" in text for text in hers) == 1)
    found.must("words in her topic get an answer", any("tidak dikenal" in one for one in in_hers))
    found.must("they did not reach her", not any(LATER in text for text in hers))
    found.must("nothing there is marked", not await _marks_after(opened, rini.topic))
    found.must("the supervisor hears of it once", sum("mundur" in text for text in told) == 1)


async def _marks_after(opened: Stage, topic: int) -> bool:
    seen = await opened.sim.messages(opened.group, thread=topic)
    return any(LATER in one.text and MARK in str(one.raw.get("reactions")) for one in seen)


def main(
    by_hand: Annotated[bool, typer.Option(help="Put the copy back without our command.")] = False,
) -> None:
    """Play the drill; 1 when anything anybody saw was false."""
    print(machine(), flush=True)
    with tempfile.TemporaryDirectory(prefix="restore-") as folder:
        found = asyncio.run(drill(Path(folder), by_hand))
    for what, does in found.held.items():
        print(f"{'yes' if does else 'NO '}  {what}")
    raise typer.Exit(0 if found.is_true else 1)


if __name__ == "__main__":
    typer.run(main)
