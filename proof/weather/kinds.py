"""The kinds of weather. Each plays one day at a desk of its own and raises what was wrong."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

from proof.desk_stage import Stage
from sandbox.screen import Shown

Kind = Callable[[Stage], Awaitable[None]]

DAY_OF_WAITING = 86_400
FLOOD = 200
SERIOUS = "penipuan, saya diminta OTP"


class WrongError(Exception):
    """What somebody saw, and should not have, or the other way round."""


def right(is_so: object, what: str) -> None:
    """Raises WrongError saying what is not so."""
    if not is_so:
        raise WrongError(what)


async def _held(opened: Stage) -> tuple[int, int]:
    """A case that the supervisor holds: whose, and its topic."""
    person = await opened.asks("Pak Slamet")
    thread = await opened.topic(await opened.code(person))
    await opened.take(opened.officers[0], thread)
    return person, thread


async def _says(opened: Stage, person: int, text: str) -> None:
    await opened.sim.say(person, text)


async def _in_topic(opened: Stage, thread: int, text: str, seconds: float = 30) -> None:
    async def look() -> bool:
        shown = await opened.sim.messages(opened.group, thread=thread)
        return any(one.by_bot and text in one.text for one in shown)

    await opened.until(look, f"{text!r} in the topic", seconds)


async def _with_person(opened: Stage, person: int, text: str, seconds: float = 30) -> list[Shown]:
    async def look() -> list[Shown]:
        return [one for one in await opened.by_bot(person) if text in one.text]

    found: list[Shown] = await opened.until(look, f"{text!r} with the person", seconds)
    return found


async def _answer(opened: Stage, name: str = "Bu Sri", seconds: float = 30) -> int:
    """Somebody new writes and is answered; who."""
    person = await opened.sim.user(name)
    await opened.sim.say(person, "/start")
    await opened.sim.wait_reply(person, seconds)
    return person


async def _officer_says(opened: Stage, thread: int, text: str) -> int:
    return await opened.sim.say(opened.officers[0], text, chat=opened.group, thread=thread)


async def _marked(opened: Stage, message: int, seconds: float = 30) -> None:
    async def look() -> bool:
        return message in await opened.marked()

    await opened.until(look, "the mark of delivery", seconds)


# The desk and its group


async def no_writing(opened: Stage) -> None:
    """The group forbids the bot to write; an hour later it may again."""
    person, thread = await _held(opened)
    await opened.sim.fault(
        "error", code=400, method="sendMessage", chat=opened.group, times=3,
        description="Bad Request: not enough rights to send text messages to the chat",
    )  # fmt: skip
    await _says(opened, person, "Pesan saya yang penting")
    await _in_topic(opened, thread, "Pesan saya yang penting", 150)


async def no_topics(opened: Stage) -> None:
    """Topics may not be made: the case is seen all the same, and gets its topic later."""
    await opened.sim.fault(
        "error", code=400, method="createForumTopic", times=2,
        description="Bad Request: not enough rights to create a topic",
    )  # fmt: skip
    person = await opened.asks("Pak Slamet")
    code = await opened.code(person)

    async def told() -> bool:
        shown = await opened.sim.messages(opened.group, thread=0)
        return any(one.by_bot and code in one.text for one in shown)

    await opened.until(told, "a word in General", 30)
    await opened.topic(code, 150)


async def no_card(opened: Stage) -> None:
    """The connection is cut while the card goes out."""
    await opened.sim.fault("drop_before", method="sendMessage", chat=opened.group)
    person = await opened.asks("Pak Slamet")
    await opened.topic(await opened.code(person), 60)


async def no_number(opened: Stage) -> None:
    """The participant's case number is cut twice."""
    person = await opened.sim.user("Pak Slamet")
    for words in ("/start", "9", "JMO saya macet"):
        await opened.sim.say(person, words)
        await opened.sim.wait_reply(person)
    await opened.sim.fault("drop_before", method="sendMessage", chat=person, times=2)
    await opened.sim.say(person, "jember")
    await opened.code(person, 90)


async def words_and_warning(opened: Stage) -> None:
    """An officer's words are cut, and so is the warning that says so."""
    person, thread = await _held(opened)
    await opened.sim.fault("drop_before", method="sendMessage", times=2)
    message = await _officer_says(opened, thread, "Besok datang jam 9 ya")
    await _in_topic(opened, thread, "Tidak pasti", 90)
    right(message not in await opened.marked(), "a mark under words that did not arrive")
    await opened.sim.tap(opened.officers[0], "Kirim ulang", chat=opened.group, thread=thread)
    await _with_person(opened, person, "Besok datang jam 9")
    await _marked(opened, message)


async def edit_on_the_way(opened: Stage) -> None:
    """An officer corrects words that are still on their way."""
    person, thread = await _held(opened)
    await opened.sim.fault("slow", method="sendMessage", chat=person, seconds=4)
    message = await _officer_says(opened, thread, "Saldo di atas 15 juta, lewat kantor")
    await asyncio.sleep(1)
    officer = opened.officers[0]
    corrected = "RALAT: saldo di bawah 15 juta, lewat JMO"
    await opened.sim.edit(officer, message, corrected, chat=opened.group)
    found = await _with_person(opened, person, "RALAT")
    right(len(found) == 1, "the correction stands there twice")
    shown = [one.text for one in await opened.by_bot(person)]
    right(not any("di atas 15" in one for one in shown), "the wrong words are still there")
    await _marked(opened, message)


async def passed_on_then_502(opened: Stage) -> None:
    """A proxy passes the call on and answers 502: nothing may be there twice."""
    await opened.sim.fault("raw_after", code=502, method="createForumTopic")
    person, thread = await _held(opened)
    topics = [one for one in await opened.sim.topics(opened.group) if not one["deleted"]]
    right(len(topics) == 1, f"{len(topics)} topics for one case")
    await opened.sim.fault("raw_after", code=502, method="sendMessage", chat=person)
    await _officer_says(opened, thread, "Bawa KTP asli ya")
    await _in_topic(opened, thread, "Tidak pasti", 60)
    found = await _with_person(opened, person, "Bawa KTP asli")
    right(len(found) == 1, f"an officer's words stand there {len(found)} times")


# The road


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
    await _answer(opened, "Bu Sri", 100)
    right(time.monotonic() - began < 90, "deaf for over a minute and a half")


async def wait_of_a_day(opened: Stage) -> None:
    """Telegram makes one person wait for a day: it is said, and others are served."""
    slow = await opened.sim.user("Pak Slamet")
    await opened.sim.fault("too_many", method="sendMessage", chat=slow, retry_after=DAY_OF_WAITING)
    await opened.sim.say(slow, "/start")
    await _answer(opened)

    async def said() -> bool:
        return str(DAY_OF_WAITING) in opened.bot.last_words(50)

    await opened.until(said, "a line of the log", 10)


async def lost_before(opened: Stage) -> None:
    """The connection is cut before an answer of the guide has left."""
    person = await _answer(opened)
    for kind, more in (("drop_before", {}), ("raw", {"code": 500}), ("raw", {"code": 504})):
        await opened.sim.fault(kind, method="sendMessage", chat=person, **more)
        await opened.sim.say(person, "saldo saya berapa")
        await opened.sim.wait_reply(person, 30)


async def picture_refused(opened: Stage) -> None:
    """Telegram refuses a picture: its words come all the same."""
    person = await _answer(opened)
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


# Updates


async def lower_ids(opened: Stage) -> None:
    """After a quiet week the numbers of updates go down; then 130 people write."""
    await _answer(opened)
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
    odd: dict[str, Any] = {
        "message": {
            "message_id": 900_000, "date": int(time.time()),
            "chat": {"id": person, "type": "private"},
            "from": {"id": person, "is_bot": False, "first_name": "P"}, "text": "A",
        }
    }  # fmt: skip
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
    person = await _answer(opened)
    for number in range(FLOOD):
        await opened.sim.say(person, f"halo {number}")
    await opened.sim.say(person, SERIOUS)
    began = time.monotonic()
    other = await _answer(opened, "Pak Budi")
    right(other and time.monotonic() - began < 5, "somebody else waited for the flood")

    async def warned() -> bool:
        last = (await opened.by_bot(person))[-1:]
        return any("otp" in one.text.lower() for one in last)

    await opened.until(warned, "an answer to the serious words", 12)


async def backlog(opened: Stage) -> None:
    """The bot was away for a day; a hundred people had written three times each."""
    await asyncio.to_thread(opened.bot.stop)
    people = [await opened.sim.user(f"Orang {number}") for number in range(100)]
    for words in ("/start", "saldo", "kok lama"):
        for person in people:
            await opened.sim.say(person, words)
    await opened.sim.skip(20 * 3600)
    opened.bot.start()
    new = await opened.sim.user("Bu Baru")
    await opened.sim.say(new, "/start")
    began = time.monotonic()
    await opened.sim.wait_reply(new, 60)
    waited = time.monotonic() - began

    async def all_answered() -> bool:
        return all([await opened.by_bot(person) for person in people])

    await opened.until(all_answered, "an answer to each", 120)
    await asyncio.sleep(3)
    most = max([len(await opened.by_bot(person)) for person in people])
    right(most <= 2, f"somebody got {most} answers")
    right(waited < 10, f"somebody new waited {waited:.0f} s")


KINDS: dict[str, Kind] = {
    "the group forbids writing": no_writing,
    "topics may not be made": no_topics,
    "cut at the card": no_card,
    "cut at the case number": no_number,
    "cut at an officer's words and at the warning": words_and_warning,
    "corrected on the way": edit_on_the_way,
    "passed on, then 502": passed_on_then_502,
    "pages of a proxy": page_of_a_proxy,
    "a dripping answer": dripping,
    "a wait of a day": wait_of_a_day,
    "lost before it left": lost_before,
    "a refused picture": picture_refused,
    "numbers of updates go down": lower_ids,
    "a text that cannot be stored": poison,
    "a flood of one": flood,
    "a day away": backlog,
}
