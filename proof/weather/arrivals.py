"""Odd updates, and many of them."""

from __future__ import annotations

import asyncio
import json
import time
from functools import partial
from itertools import count
from typing import Any, Final

from proof.desk_stage import Stage
from proof.weather.scene import answer, right
from sandbox.screen import Shown

AWAY: Final = 20 * 3600
FLOOD: Final = 200
SERIOUS: Final = "penipuan, saya diminta OTP"

_numbers = count(900_000)


def _written(person: int, text: str, at: float) -> dict[str, Any]:
    """An update: somebody wrote this at a moment (Unix seconds)."""
    return {
        "message": {
            "message_id": next(_numbers), "date": int(at), "text": text,
            "chat": {"id": person, "type": "private", "first_name": "P"},
            "from": {"id": person, "is_bot": False, "first_name": "P"},
        }
    }  # fmt: skip


async def lower_ids(opened: Stage) -> None:
    """After a quiet week the numbers of updates go down; then 130 people write."""
    await answer(opened)
    people = [await opened.sim.user(f"Orang {number}") for number in range(130)]
    await opened.sim.next_update(1000)
    for person in people:
        await opened.sim.say(person, "/start")

    async def all_answered() -> bool:
        return all([await opened.by_bot(person) for person in people])

    await opened.until(all_answered, "130 answers", 60)


async def poison(opened: Stage) -> None:
    """A text that cannot be stored, then twenty people."""
    person = await opened.sim.user("Pak Slamet")
    odd = _written(person, "A", time.time())
    raw = json.dumps({"update_id": 700_000_001, **odd}).replace('"A"', '"A\\ud83d"')
    await opened.sim.push(raw)
    people = [await opened.sim.user(f"Orang {number}") for number in range(20)]
    for each in people:
        await opened.sim.say(each, "/start")

    async def all_answered() -> bool:
        return all([await opened.by_bot(each) for each in people])

    await opened.until(all_answered, "20 answers", 30)


async def flood(opened: Stage) -> None:
    """One person writes two hundred times, then something serious."""
    person = await answer(opened)
    for number in range(FLOOD):
        await opened.sim.say(person, f"halo {number}")
    await opened.sim.say(person, SERIOUS)
    began = time.monotonic()
    other = await answer(opened, "Pak Budi")
    right(other and time.monotonic() - began < 5, "somebody else waited for the flood")

    async def warned() -> bool:
        last = (await opened.by_bot(person))[-1:]
        return any("otp" in one.text.lower() for one in last)

    await opened.until(warned, "an answer to the serious words", 12)


async def backlog(opened: Stage) -> None:
    """The bot was away for a day; a hundred people had written three times each."""
    people = [await opened.sim.user(f"Orang {number}") for number in range(100)]
    for person in people:
        await opened.sim.say(person, "/start")
    before = {person: len(await _answers(opened, person)) for person in people}
    await asyncio.to_thread(opened.bot.stop)
    for words in ("halo", "saldo", "kok lama"):
        for person in people:
            await opened.sim.push(_written(person, words, time.time() - AWAY))
    opened.bot.start()
    new = await opened.sim.user("Bu Baru")
    await opened.sim.say(new, "/start")
    began = time.monotonic()
    await opened.sim.wait_reply(new, 60)
    waited = time.monotonic() - began

    async def all_answered() -> bool:
        return all([len(await opened.by_bot(one)) > before[one] for one in people])

    await opened.until(all_answered, "an answer to each", 120)
    await asyncio.sleep(3)
    most = max([len(await opened.by_bot(one)) - before[one] for one in people])
    right(most <= 2, f"somebody got {most} answers")
    right(waited < 10, f"somebody new waited {waited:.0f} s")


async def _answers(opened: Stage, person: int) -> list[Shown]:
    """What the bot has said to somebody, once it has said anything."""
    return list(await opened.until(partial(opened.by_bot, person), "an answer", 60))
