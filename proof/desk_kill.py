"""`python -m proof.desk_kill --runs 50`: kill -9 while a desk is busy, and look what is lost.

Participants and officers write all the time, each message with a word of its own. Afterwards every
word must have arrived, in the right chat and nowhere else; a mark of delivery must be true; and
there must be one topic per case. Messages may arrive twice: that is counted.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from proof.bench.machine import machine
from proof.desk_stage import Stage, StuckError, stage
from sandbox.client import SimError

KILLS_AT_MOST = 3
PEOPLE = 6
QUIET = 3.0
"""Seconds without anything happening or waiting after which a run has settled."""
PATIENCE = 60.0
"""Seconds after which a run is judged though something waits."""
UNFINISHED = (
    "SELECT COUNT(*) FROM inbox WHERE state = 'waiting'",
    "SELECT COUNT(*) FROM outbox WHERE state = 'waiting'",
    "SELECT COUNT(*) FROM case_messages WHERE state IN ('pending', 'sending')",
)


@dataclass
class Talk:
    """One participant, their topic and officer, and every word said."""

    user: int
    code: str = ""
    thread: int = 0
    officer: int = 0
    asked: list[str] = field(default_factory=list)
    answered: dict[str, int] = field(default_factory=dict)
    """word of an officer → number of the message in the topic"""


@dataclass
class Found:
    """What a run showed."""

    kills: int = 0
    words: int = 0
    twice: int = 0
    problems: list[str] = field(default_factory=list)


async def kill_run(folder: Path, seed: int, people: int = PEOPLE) -> Found:
    """One run: everybody talks while the bot is killed at moments the seed decides."""
    random = Random(seed)
    found = Found(kills=random.randint(1, KILLS_AT_MOST))
    async with stage(folder) as opened:
        talks: list[Talk] = []
        people_talk = [
            asyncio.create_task(_talks(opened, f"s{seed}p{number}", random, talks))
            for number in range(people)
        ]
        try:
            await _kills(opened, found.kills, random)
            await asyncio.gather(*people_talk)
            await _settled(opened)
            await _judge(opened, talks, found)
        except (StuckError, SimError) as error:
            found.problems.append(str(error))
        finally:
            for task in people_talk:
                task.cancel()
            await asyncio.gather(*people_talk, return_exceptions=True)
    return found


async def _kills(opened: Stage, kills: int, random: Random) -> None:
    for _ in range(kills):
        await asyncio.sleep(random.uniform(0.1, 2.0))
        opened.bot.check()
        await asyncio.to_thread(opened.bot.kill)
        await asyncio.sleep(random.uniform(0, 0.3))
        opened.bot.start()
        await opened.sim.wait_ready(30)


async def _talks(opened: Stage, name: str, random: Random, talks: list[Talk]) -> None:
    """One participant and one officer, from asking to the last word."""
    talk = Talk(await opened.asks(name))
    talks.append(talk)
    talk.code = code = await opened.code(talk.user)
    await _ask(opened, talk, f"{name}awal")
    talk.thread = await opened.topic(code)
    talk.officer = random.choice(opened.officers)
    told = await opened.take(talk.officer, talk.thread)
    if code not in told:
        raise StuckError(f"{name}: the case was not taken, but told: {told}")
    for number in range(random.randint(3, 6)):
        await asyncio.sleep(random.uniform(0, 0.6))
        if random.random() < 0.5:
            await _ask(opened, talk, f"{name}tanya{number}")
        else:
            word = f"{name}jawab{number}"
            where = {"chat": opened.group, "thread": talk.thread}
            talk.answered[word] = await opened.sim.say(talk.officer, f"Baik {word}.", **where)


async def _ask(opened: Stage, talk: Talk, word: str) -> None:
    await opened.sim.say(talk.user, f"Halo {word} ya")
    talk.asked.append(word)


async def _settled(opened: Stage) -> None:
    """Wait until nothing happens any more, and nothing is left to be done: on a busy machine a bot
    that is only starting is quiet too. What is still left after `PATIENCE` is judged as lost.
    """
    last, quiet = -1, 0.0
    end = time.monotonic() + PATIENCE
    while quiet < QUIET and time.monotonic() < end:
        stats = await opened.sim.stats()
        calls = sum(count for name, count in stats["calls"].items() if name != "getUpdates")
        left = stats["waiting"] or await asyncio.to_thread(unfinished, opened.bot.database)
        quiet = quiet + 0.25 if calls == last and not left else 0.0
        last = calls
        await asyncio.sleep(0.25)


def unfinished(database: Path) -> int:
    """What a bot still has to do: updates, calls, and words between participants and officers."""
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as read:
        try:
            return sum(read.execute(query).fetchone()[0] for query in UNFINISHED)
        except sqlite3.OperationalError:
            return 1  # the bot has just been started and is putting its log in order


async def _judge(opened: Stage, talks: Sequence[Talk], found: Found) -> None:
    marked = await opened.marked()
    topics = [one for one in await opened.sim.topics(opened.group) if not one["deleted"]]
    if len(topics) != len(talks):
        found.problems.append(f"{len(topics)} topics for {len(talks)} cases")
    names = {one["id"]: one["name"] for one in topics}
    for talk in talks:
        if talk.code not in names.get(talk.thread, ""):
            found.problems.append(f"the topic of {talk.code} is called {names.get(talk.thread)}")
        chat = [one.text for one in await opened.by_bot(talk.user)]
        topic = [one.text for one in await opened.by_bot(opened.group, thread=talk.thread)]
        for word in talk.asked:
            _count(found, word, sum(f"{word} " in text for text in topic), "topic")
        for word, number in talk.answered.items():
            seen = sum(f"{word}." in text for text in chat)
            _count(found, word, seen, "chat")
            if number in marked and not seen:
                found.problems.append(f"{word} is marked as delivered and was not")
            if number not in marked and seen:
                found.problems.append(f"{word} was delivered and is not marked")
        strange = [text for text in chat if "jawab" in text and not _own(talk, text)]
        found.problems += [f"somebody else's words in chat {talk.user}: {text}" for text in strange]


def _own(talk: Talk, text: str) -> bool:
    return any(f"{word}." in text for word in talk.answered)


def _count(found: Found, word: str, seen: int, where: str) -> None:
    found.words += 1
    found.twice += max(0, seen - 1)
    if not seen:
        found.problems.append(f"{word} never reached the {where}")


def main(
    runs: Annotated[int, typer.Option(help="How many runs.")] = 50,
    seed: Annotated[int, typer.Option(help="Of the first run.")] = 1,
) -> None:
    """Kill the bot beside a busy desk; 1 when anything was lost, doubled or marked wrongly."""
    # The sandbox reports every connection that a kill cuts; here that is the point.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    print(machine(), flush=True)
    total = Found()
    for number in range(seed, seed + runs):
        with tempfile.TemporaryDirectory(prefix="desk-kill-") as folder:
            found = asyncio.run(kill_run(Path(folder), number))
        _say(number, found)
        total.kills += found.kills
        total.words += found.words
        total.twice += found.twice
        total.problems += found.problems
    print(
        f"{runs} runs, {total.kills} kills, {total.words} messages, "
        f"{total.twice} arrived twice, {len(total.problems)} problems"
    )
    raise typer.Exit(int(bool(total.problems)))


def _say(seed: int, found: Found) -> None:
    print(
        f"seed {seed}: {found.kills} kills, {found.words} messages, {found.twice} twice, "
        f"{len(found.problems)} problems",
        flush=True,
    )
    for problem in found.problems[:5]:
        print(f"  {problem}", flush=True)


if __name__ == "__main__":
    typer.run(main)
