"""`python -m proof.desk_rush`: a morning on which everybody calls an officer in the same minute.

So many people ask for an officer at once and go on writing; the officers take what they see and
answer. Each group takes 20 messages a minute, as the sandbox enforces. Measured is what the staff
sees when (a case that can be taken, each participant's words), when an officer's answer is in the
participant's chat, and how often Telegram refused.
"""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Annotated, Any

import typer

from proof.bench.machine import machine
from proof.desk_stage import TAKE, Stage, StuckError, stage
from sandbox.screen import Shown

FIRST_CARD = 10.0
"""Seconds after the first person was told the number until a case can be taken."""

WORDS = 30.0
"""Seconds within which 19 of 20 words of participants must be seen by the staff."""

LOOK = 0.25
_CODE = re.compile(r"JHT-\w{4}")


@dataclass
class Seen:
    """When (monotonic seconds) what was written and seen first; words and answers by their text."""

    opened: list[float] = field(default_factory=list)
    takeable: dict[str, float] = field(default_factory=dict)
    cards: dict[int, float] = field(default_factory=dict)
    said: dict[str, float] = field(default_factory=dict)
    heard: dict[str, float] = field(default_factory=dict)
    in_topic: dict[str, float] = field(default_factory=dict)
    answered: dict[str, float] = field(default_factory=dict)
    arrived: dict[str, float] = field(default_factory=dict)

    def look(self, shown: Sequence[Shown], now: float) -> None:
        """Note what stands in the group for the first time."""
        for one in shown:
            if not one.by_bot or one.deleted:
                continue
            if TAKE in " ".join(one.labels):
                for code in _CODE.findall(f"{one.text} {' '.join(one.labels)}"):
                    self.takeable.setdefault(code, now)
                if one.thread is not None:
                    self.cards.setdefault(one.thread, now)
            for words in self.said:
                if words in one.text:
                    self.heard.setdefault(words, now)
                    if one.thread is not None:
                        self.in_topic.setdefault(words, now)


async def _person(
    opened: Stage, number: int, seen: Seen, words: int, spread: float, random: Random
) -> None:
    """Asks for an officer, then writes some messages, then reads."""
    user = await opened.asks(f"Kasus {number}")
    await opened.code(user)
    seen.opened.append(time.monotonic())
    for turn in range(words):
        await asyncio.sleep(random.uniform(0.2, 2 * spread / words))
        text = f"orang {number} pesan {turn} ya"
        seen.said[text] = time.monotonic()
        await opened.sim.say(user, text)

    async def answered() -> bool:
        for one in await opened.by_bot(user):
            if one.text in seen.answered:
                seen.arrived.setdefault(one.text, time.monotonic())
                return True
        return False

    await opened.until(answered, f"answer to {number}", 600)


async def _officer(opened: Stage, officer: int, mine: int, seen: Seen, done: asyncio.Event) -> None:
    """Takes every third card and answers once in its topic."""
    taken: set[int] = set()
    while not done.is_set():
        for thread in [one for n, one in enumerate(sorted(seen.cards)) if n % 3 == mine]:
            number = _whose(await opened.sim.messages(opened.group, thread=thread))
            if thread in taken or number is None:
                continue
            taken.add(thread)
            await opened.take(officer, thread)
            text = f"jawaban {number}. Sebentar, saya periksa."
            seen.answered[text] = time.monotonic()
            await opened.sim.say(officer, text, chat=opened.group, thread=thread)
        await asyncio.sleep(LOOK)


def _whose(shown: Sequence[Shown]) -> str | None:
    """Whose topic it is, as soon as something of theirs is in it."""
    found = re.search(r"orang (\d+) pesan", " ".join(one.text for one in shown))
    return found[1] if found else None


async def _watch(opened: Stage, seen: Seen, done: asyncio.Event) -> None:
    while not done.is_set():
        seen.look(await opened.sim.messages(opened.group), time.monotonic())
        await asyncio.sleep(LOOK)


async def rush(
    people: int, words: int, spread: float, patience: float
) -> tuple[Seen, list[dict[str, Any]]]:
    """What was seen when, and the calls to the group."""
    seen, done = Seen(), asyncio.Event()
    with tempfile.TemporaryDirectory(prefix="desk-rush-") as folder:
        settings = {"SENDS_PER_SECOND": "30"}
        async with stage(Path(folder), 3, limits=True, settings=settings) as opened:
            tasks = [
                *(_person(opened, n, seen, words, spread, Random(n)) for n in range(people)),
                *(_officer(opened, one, n, seen, done) for n, one in enumerate(opened.officers)),
                _watch(opened, seen, done),
            ]
            running = [asyncio.create_task(task) for task in tasks]

            async def complete() -> bool:
                return len(seen.in_topic) == people * words and len(seen.arrived) == people

            try:
                await opened.until(complete, "the end of the rush", patience)
            except StuckError as stuck:
                print(stuck)
            done.set()
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)
            calls = await opened.sim.log(chat=opened.group, limit=100_000)
    return seen, calls


def _rank(values: Sequence[float], part: float) -> float:
    return sorted(values)[int(part * (len(values) - 1))] if values else float("nan")


def _told(what: str, late: Sequence[float], of: int) -> str:
    return (
        f"{what}: {len(late)} of {of}, first {_rank(late, 0):.1f} s, "
        f"median {_rank(late, 0.5):.1f}, 95th {_rank(late, 0.95):.1f}, last {_rank(late, 1):.1f}"
    )


def _after(first: dict[str, float], then: dict[str, float]) -> list[float]:
    return [then[one] - at for one, at in first.items() if one in then]


def main(
    people: Annotated[int, typer.Option(help="Who ask for an officer at once.")] = 15,
    words: Annotated[int, typer.Option(help="Messages of each.")] = 3,
    spread: Annotated[float, typer.Option(help="Seconds over which each writes them.")] = 60,
    patience: Annotated[float, typer.Option(help="Longest wait for everything.")] = 300,
) -> None:
    """A rush at the desk with the group at Telegram's limit; 1 when the staff sees it too late."""
    print(machine(), flush=True)
    seen, calls = asyncio.run(rush(people, words, spread, patience))
    began = min(seen.opened)
    takeable = [at - began for at in seen.takeable.values()]
    heard = _after(seen.said, seen.heard)
    print(_told("cases that can be taken", takeable, people))
    print(_told("cards in topics", [at - began for at in seen.cards.values()], people))
    print(_told("participants' words seen by the staff", heard, people * words))
    print(_told("the same in their topics", _after(seen.said, seen.in_topic), people * words))
    print(_told("officers' answers", _after(seen.answered, seen.arrived), len(seen.answered)))
    refused = sum(entry["code"] == 429 for entry in calls)
    print(f"calls to the group {len(calls)}, refused with 429: {refused}")
    missed = min(takeable) > FIRST_CARD or _rank(heard, 0.95) > WORDS
    raise typer.Exit(int(missed or len(heard) < people * words))


if __name__ == "__main__":
    typer.run(main)
