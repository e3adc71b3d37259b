"""Weather on the road between the bot and Telegram."""

from __future__ import annotations

import time
from typing import Final

from proof.desk_stage import Stage
from proof.weather.scene import WrongError, answer, right

DAY_OF_WAITING: Final = 86_400


async def page_of_a_proxy(opened: Stage) -> None:
    """A proxy answers with pages of its own: 401, 302, 403, 404."""
    for code in (401, 403, 404, 302):
        await opened.sim.fault("raw", code=code, method="getUpdates")
    for code in (302, 403, 404, 401):
        person = await opened.sim.user("Bu Sri")
        await opened.sim.fault("raw", code=code, method="sendMessage", chat=person)
        await opened.sim.say(person, "/start")
        await opened.sim.wait_reply(person, 60)
    opened.bot.check()


async def dripping(opened: Stage) -> None:
    """The answer to getUpdates comes one byte every five seconds."""
    await opened.sim.fault("drip", method="getUpdates", seconds=5)
    began = time.monotonic()
    await answer(opened, "Bu Sri", 100)
    right(time.monotonic() - began < 90, "deaf for over a minute and a half")


async def wait_of_a_day(opened: Stage) -> None:
    """Telegram makes one person wait for a day: it is said, and others are served."""
    slow = await opened.sim.user("Pak Slamet")
    await opened.sim.fault("too_many", method="sendMessage", chat=slow, retry_after=DAY_OF_WAITING)
    await opened.sim.say(slow, "/start")
    await answer(opened)

    async def said() -> bool:
        return str(DAY_OF_WAITING) in opened.bot.last_words(50)

    await opened.until(said, "a line of the log", 10)


async def lost_before(opened: Stage) -> None:
    """The connection is cut before an answer of the guide has left."""
    person = await answer(opened)
    for kind, more in (("drop_before", {}), ("raw", {"code": 500}), ("raw", {"code": 504})):
        await opened.sim.fault(kind, method="sendMessage", chat=person, **more)
        await opened.sim.say(person, "saldo saya berapa")
        await opened.sim.wait_reply(person, 30)


async def picture_refused(opened: Stage) -> None:
    """Telegram refuses a picture: its words come all the same."""
    person = await answer(opened)
    await opened.sim.fault(
        "error", code=400, method="sendPhoto",
        description="Bad Request: PHOTO_INVALID_DIMENSIONS",
    )  # fmt: skip
    for words in ("/klaim", "1"):
        await opened.sim.say(person, words)
        await opened.sim.wait_reply(person)
    for _ in range(12):
        screen = await opened.sim.screen(person)
        wanted = next((one for one in screen.labels if "gambar" in one.lower()), None)
        if wanted is not None:
            break
        await opened.sim.say(person, "1")
        await opened.sim.wait_reply(person)
    else:
        raise WrongError("no step with a picture was reached")
    before = len(await opened.by_bot(person))
    await opened.sim.tap(person, wanted)

    async def more() -> bool:
        return len(await opened.by_bot(person)) > before

    await opened.until(more, "something instead of the picture", 15)
    new = (await opened.by_bot(person))[before:]
    right(any("gambar" in one.text.lower() for one in new), "nothing is said of the picture")
