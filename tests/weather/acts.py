"""What happens in the rows of the table at the desk, and what its people see of it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from itertools import count

from tests.handlers.desk.at_desk import RELEASE, TAKE, AtDesk, Case
from tests.weather.between import Weather
from tests.weather.scene import Scene, Seen, times_seen

_words = count(1)

Act = Callable[[Scene, Weather, int], Awaitable[Seen]]


def _length(desk: AtDesk, case: Case) -> int:
    return len(desk.sent_to(case))


def _both(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


async def answer(scene: Scene, weather: Weather, times: int) -> Seen:
    """A participant writes, and the guide answers."""
    desk = scene.desk
    person = await desk.person()
    before = len(desk.sent_to(person))
    scene.sky.strike("sendMessage", weather, chat=person, times=times)
    await desk.says(person, "saldo saya berapa")
    at_once = len(desk.sent_to(person)) - before
    await desk.says(person, "cara klaim di jmo")
    after = len(desk.sent_to(person)) - before - at_once
    return Seen(
        _both(times_seen(at_once), {0: "next never", 1: ""}.get(after, "with the next")), ""
    )


async def tap(scene: Scene, weather: Weather, times: int) -> Seen:
    """A participant presses a button, and the screen changes."""
    desk = scene.desk
    person = await desk.person()
    before = desk.screen(person)
    scene.sky.strike("editMessageText", weather, chat=person, times=times)
    await desk.presses(person, before.labels[0], person)
    shown = [one for one in desk.sent_to(person) if one.text != before.text]
    place = "in place" if shown and shown[-1].id == before.id else "below"
    return Seen(_both(times_seen(len(shown)), place if shown else ""), "")


async def toast(scene: Scene, weather: Weather, times: int) -> Seen:
    """The little clock on a pressed button; what matters is the screen."""
    desk = scene.desk
    person = await desk.person()
    before = desk.screen(person)
    scene.sky.strike("answerCallbackQuery", weather, times=times)
    with contextlib.suppress(AssertionError):  # the clock may go on for a while
        await desk.presses(person, before.labels[0], person)
    return Seen("screen" if desk.screen(person).text != before.text else "nothing", "")


async def officer(scene: Scene, weather: Weather, times: int) -> Seen:
    """An officer writes to a participant."""
    desk = scene.desk
    case = await scene.held()
    words = f"jawaban {next(_words)}"
    scene.sky.strike("sendMessage", weather, chat=case.person, times=times)
    since = _length(desk, case)
    written = await desk.says(desk.sari, words, case)
    await scene.later()
    arrived = sum(words in one.text for one in desk.sent_to(case.person))
    mark = "mark" if desk.marked(case, written) else "no mark"
    return Seen(times_seen(arrived), _both(mark, scene.told(case, since)))


async def reply(scene: Scene, weather: Weather, times: int) -> Seen:
    """An officer answers one message of a participant."""
    desk = scene.desk
    case = await scene.held()
    asked, said = f"soal {next(_words)}", f"jawaban {next(_words)}"
    await desk.says(case.person, asked)
    await scene.later()
    question = next(one for one in desk.topic(case) if asked in one.text)
    scene.sky.strike("sendMessage", weather, chat=case.person, times=times)
    since = _length(desk, case)
    written = await desk.says(desk.sari, said, case, reply_to=question.id)
    await scene.later()
    arrived = sum(said in one.text for one in desk.sent_to(case.person))
    mark = "mark" if desk.marked(case, written) else "no mark"
    return Seen(times_seen(arrived), _both(mark, scene.told(case, since)))


async def words(scene: Scene, weather: Weather, times: int) -> Seen:
    """A participant writes to the officer who holds the case."""
    desk = scene.desk
    case = await scene.held()
    said = f"cerita {next(_words)}"
    before = len(desk.sent_to(case.person))
    scene.sky.strike("sendMessage", weather, chat=desk.group, times=times)
    since = _length(desk, case)
    await desk.says(case.person, said)
    await scene.later()
    await scene.later()
    arrived = sum(said in one.text for one in desk.topic(desk.case_of(case.person)))
    told = scene.told(case, since)
    return Seen(
        times_seen(len(desk.sent_to(case.person)) - before), _both(times_seen(arrived), told)
    )


async def all_day(scene: Scene, weather: Weather, _times: int) -> Seen:
    """A participant writes while the group takes nothing for ten minutes; then all is well."""
    desk = scene.desk
    case = await scene.held()
    said = f"cerita {next(_words)}"
    scene.sky.strike("sendMessage", weather, chat=desk.group, times=999)
    await desk.says(case.person, said)
    for _two_minutes in range(5):
        await scene.later()
    assert not desk.hears(case, said)
    scene.sky.clear()
    await scene.later()
    arrived = sum(said in one.text for one in desk.topic(desk.case_of(case.person)))
    return Seen("", times_seen(arrived))


async def slowed(scene: Scene, weather: Weather, times: int) -> Seen:
    """Telegram makes one participant wait for a day."""
    desk = scene.desk
    person = await desk.person()
    before = len(desk.sent_to(person))
    scene.sky.strike("sendMessage", weather, chat=person, times=times)
    with contextlib.suppress(TimeoutError):  # what waits a day is never settled
        async with asyncio.timeout(0.3):
            await desk.says(person, "saldo saya berapa")
    await scene.watchman.round()
    return Seen(times_seen(len(desk.sent_to(person)) - before), "")


async def photo(scene: Scene, weather: Weather, times: int) -> Seen:
    """A participant sends a photo to the officer who holds the case."""
    desk = scene.desk
    case = await scene.held()
    scene.sky.strike("copyMessage", weather, chat=desk.group, times=times)
    since = _length(desk, case)
    await desk.sends(case.person, "photo")
    await scene.later()
    await scene.later()
    said = f"sesudahnya {next(_words)}"
    await desk.says(case.person, said)
    await scene.later()
    case = desk.case_of(case.person)
    number = len(desk.of_kind(case, "photo"))
    after = "" if desk.hears(case, said) else "nothing after it"
    return Seen("", _both(times_seen(number), scene.told(case, since), after))


async def topic(scene: Scene, weather: Weather, times: int) -> Seen:
    """A participant asks for an officer: the topic of the case."""
    desk = scene.desk
    person = await desk.person()
    scene.sky.strike("createForumTopic", weather, chat=desk.group, times=times)
    case = await desk.calls(person)
    await scene.later()
    await scene.later()
    case = desk.case_of(person)
    topics = [one for one in desk.topics().values() if case.code in one]
    opened = sum(case.code in one.text for one in desk.sent_to(person))
    return Seen("case" if opened else "nothing", _both(times_seen(len(topics)), _card(desk, case)))


async def card(scene: Scene, weather: Weather, times: int) -> Seen:
    """A participant asks for an officer: the card in the topic."""
    desk = scene.desk
    person = await desk.person()
    for said in ("9", "JMO saya macet"):
        await desk.says(person, said)
    scene.sky.strike("sendMessage", weather, chat=desk.group, times=times)
    await desk.says(person, "jember")
    await scene.later()
    await scene.later()
    return Seen("", _card(desk, desk.case_of(person)))


def _card(desk: AtDesk, case: Case) -> str:
    if not case.topic:
        return "no card"
    cards = [one for one in desk.sent_to(case) if TAKE in " ".join(one.labels)]
    return "card" if len(cards) == 1 else f"{len(cards)} cards"


async def redraw(scene: Scene, weather: Weather, times: int) -> Seen:
    """An officer takes a case: the card says who holds it."""
    desk = scene.desk
    case = await desk.opened()
    scene.sky.strike("editMessageText", weather, chat=desk.group, times=times)
    await desk.presses(desk.sari, TAKE, case)
    await scene.later()
    await scene.later()
    case = desk.case_of(case.person)
    now = [one for one in desk.sent_to(case) if RELEASE in " ".join(one.labels)]
    return Seen("", _both(times_seen(len(now)), desk.state(case)[0]))


async def mark(scene: Scene, weather: Weather, times: int) -> Seen:
    """The mark below an officer's message that arrived."""
    desk = scene.desk
    case = await scene.held()
    said = f"jawaban {next(_words)}"
    scene.sky.strike("setMessageReaction", weather, chat=desk.group, times=times)
    since = _length(desk, case)
    written = await desk.says(desk.sari, said, case)
    await scene.later()
    arrived = sum(said in one.text for one in desk.sent_to(case.person))
    return Seen(
        times_seen(arrived),
        _both("mark" if desk.marked(case, written) else "no mark", scene.told(case, since)),
    )
