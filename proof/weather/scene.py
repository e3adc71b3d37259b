"""What the kinds of weather share: a held case, somebody who is answered, what must be seen."""

from __future__ import annotations

from proof.desk_stage import Stage
from sandbox.screen import Shown


class WrongError(Exception):
    """What somebody saw, and should not have, or the other way round."""


def right(is_so: object, what: str) -> None:
    """Raises WrongError saying what is not so."""
    if not is_so:
        raise WrongError(what)


async def held(opened: Stage) -> tuple[int, int]:
    """A case that the supervisor holds: whose, and its topic."""
    person = await opened.asks("Pak Slamet")
    thread = await opened.topic(await opened.code(person))
    await opened.take(opened.officers[0], thread)
    await with_person(opened, person, "Petugas 1")
    await opened.sim.wait_quiet(opened.group, 2)
    return person, thread


async def in_topic(opened: Stage, thread: int, text: str, seconds: float = 30) -> None:
    async def look() -> bool:
        shown = await opened.sim.messages(opened.group, thread=thread)
        return any(one.by_bot and text in one.text for one in shown)

    await opened.until(look, f"{text!r} in the topic", seconds)


async def with_person(opened: Stage, person: int, text: str, seconds: float = 30) -> list[Shown]:
    async def look() -> list[Shown]:
        return [one for one in await opened.by_bot(person) if text in one.text]

    found: list[Shown] = await opened.until(look, f"{text!r} with the person", seconds)
    return found


async def answer(opened: Stage, name: str = "Bu Sri", seconds: float = 30) -> int:
    """Somebody new writes and is answered; who."""
    person = await opened.sim.user(name)
    await opened.sim.say(person, "/start")
    await opened.sim.wait_reply(person, seconds)
    return person


async def officer_says(opened: Stage, thread: int, text: str) -> int:
    return await opened.sim.say(opened.officers[0], text, chat=opened.group, thread=thread)


async def marked(opened: Stage, message: int, seconds: float = 30) -> None:
    async def look() -> bool:
        return message in await opened.marked()

    await opened.until(look, "the mark of delivery", seconds)
