"""`python -m proof.walk`: walks every guide on the sandbox page and takes pictures of it.

Starts the bot beside a sandbox of its own, on a fixed day and hour, and goes along `proof.routes`
on a phone 360 (some 412) pixels wide. The pictures named in `docs/layar.md` are written to
`docs/pictures`; with `--all` every one is. What a program can see to be wrong (a label that is cut,
a message taller than the phone) is printed. Only the code and the words of a case differ
from run to run: the desk draws them by lot. Needs the development requirements and Chromium.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
import signal
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer
from playwright.async_api import Browser, async_playwright
from pydantic import SecretStr

from app.clock import WIB
from app.serve import serve
from app.staff import staff_in_sandbox
from editorial.load import load
from flows.content.guide import Ask, End, Step
from flows.library import Library
from flows.talk.answering.values import value_of
from flows.walk import locate
from proof.phone import Phone
from proof.routes import DESK_TALKS, NARROW, TALKS, Route, routes_of
from sandbox.client import Sim
from sandbox.clock import Clock
from sandbox.server import start
from sandbox.world import World
from settings import Settings

CONTENT: Final = Path("content")
INDEX: Final = Path("docs/layar.md")
PICTURES: Final = Path("docs/pictures")
MOMENT: Final = datetime(2026, 11, 24, 10, 15, tzinfo=WIB)
"""A Tuesday morning: the officers are at their desk."""
TOKEN: Final = "514000:walk"
MOST_STEPS: Final = 20
CHROMIUM: Final = shutil.which("chromium") or shutil.which("chromium-browser")
_TYPED: Final = {"tanggal": "2 bulan lalu", "rupiah": "12 juta"}


class Still(Clock):
    """The clock of a sandbox in which it is always the same moment."""

    def now(self) -> float:
        return MOMENT.timestamp()


class Album:
    """The pictures of one walk: each name once, and only those that are wanted."""

    def __init__(self, folder: Path, wanted: frozenset[str] | None) -> None:
        self.folder = folder
        self.wanted = wanted
        self.taken: set[str] = set()

    async def take(self, phone: Phone, name: str) -> None:
        """Takes a picture unless there is one of this name; prints what is wrong with it."""
        if name in self.taken:
            return
        self.taken.add(name)
        for fault in await phone.faults():
            print(f"{name}: {fault}", flush=True)
        if self.wanted is None or name in self.wanted:
            await phone.picture(self.folder / f"{name}.png")

    def missing(self) -> list[str]:
        """Names in the index that no walk has come by."""
        return sorted((self.wanted or frozenset()) - self.taken)


async def walk_route(phone: Phone, album: Album, library: Library, route: Route) -> None:
    """From MULAI to an end, a picture of every step."""
    wide = "" if route.width == NARROW else f"-{route.width}"
    guide = library.guides[route.guide]
    await phone.start()
    await phone.write(f"/{guide.command}")
    for step in steps_of(route, library):
        await album.take(phone, f"{guide.id}-{step.id}{wide}")
        if isinstance(step, Ask):
            chosen = choice_at(step, route)
            if chosen in step.options:
                await phone.press(f"a:{guide.id}:{step.id}:{chosen}")
            else:
                await phone.write(chosen)


def steps_of(route: Route, library: Library) -> Iterator[Step]:
    """The steps a route comes by, the last one an end. Raises RuntimeError when there is none."""
    answers: dict[str, str] = {}
    for _ in range(MOST_STEPS):
        step = locate(library.guides[route.guide], answers, library.numbers, MOMENT.date()).step
        yield step
        if isinstance(step, End):
            return
        answers[step.id] = _remembered(step, choice_at(step, route), library)
    raise RuntimeError(f"{route.guide} did not end")


def choice_at(step: Ask, route: Route) -> str:
    """What a route answers at a step: the key of an option, or words."""
    first = next(iter(step.options)) if step.answer == "pilihan" else _TYPED[step.answer]
    return route.choices.get(step.id, first)


def _remembered(step: Ask, chosen: str, library: Library) -> str:
    """The answer as the bot remembers it. Raises RuntimeError for words that are none."""
    if chosen in step.options:
        return chosen
    understood = value_of(step, library.ears.hear(chosen, MOMENT.date()))
    if understood is None:
        raise RuntimeError(f"{chosen!r} is no answer to {step.id}")
    return understood.value


async def walk_talk(phone: Phone, album: Album, lines: str) -> None:
    """A conversation, line by line. Raises RuntimeError for an unknown verb."""
    for line in filter(None, map(str.strip, lines.splitlines())):
        verb, _, words = line.partition(" ")
        match verb:
            case "start":
                await phone.start()
            case "picture":
                await album.take(phone, words)
            case "write":
                await phone.write(words)
            case "press":
                await phone.press(words)
            case "send":
                await phone.send(words)
            case "click":
                await phone.click(words)
            case "pause":
                await phone.pause()
            case "tell":
                await phone.tell(words)
            case _:
                raise RuntimeError(f"nobody knows how to {verb}")


async def walk(album: Album, only: str) -> None:
    """Everything there is to walk whose name has `only` in it, on one bot."""
    library = load(CONTENT, MOMENT.date()).library
    if library is None:
        raise RuntimeError("the content has errors: python bot.py check")
    async with _browser() as browser:
        async with _bot() as sim:
            for route in routes_of(library.guides):
                if only in route.guide:
                    async with _phone(browser, sim, route.width) as phone:
                        await walk_route(phone, album, library, route)
            await _talks(browser, sim, album, _named(TALKS, only))
        async with _bot(with_desk=True) as sim:
            await _talks(browser, sim, album, _named(DESK_TALKS, only))


def _named(talks: Mapping[str, str], only: str) -> Mapping[str, str]:
    return {name: lines for name, lines in talks.items() if only in name}


async def _talks(browser: Browser, sim: Sim, album: Album, talks: Mapping[str, str]) -> None:
    for lines in talks.values():
        async with _phone(browser, sim, NARROW) as phone:
            await walk_talk(phone, album, lines)


@contextlib.asynccontextmanager
async def _phone(browser: Browser, sim: Sim, width: int) -> AsyncIterator[Phone]:
    phone = await Phone.of(browser, sim, "Pak Slamet", width)
    await phone.page.clock.set_fixed_time(MOMENT)
    yield phone
    await phone.page.close()


@contextlib.asynccontextmanager
async def _browser() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield browser
        await browser.close()


def _after(began: float) -> datetime:
    """The time at the desk, which waits for seconds to pass; what is shown counts minutes."""
    return MOMENT + timedelta(seconds=time.monotonic() - began)


@contextlib.asynccontextmanager
async def _bot(*, with_desk: bool = False) -> AsyncIterator[Sim]:
    """The bot, with its officers or without, beside a sandbox where time stands still."""
    world = World()
    world.clock = Still()
    server = await start(limits=False, state=world, token=TOKEN)
    group, supervisor = await staff_in_sandbox(server.url) if with_desk else (None, None)
    with tempfile.TemporaryDirectory(prefix="walk-") as folder:
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api=server.url,
            database_url=f"sqlite:///{folder}/walk.db",
            content=CONTENT,
            bot_today=MOMENT.date(),
            staff_group=group,
            supervisor=supervisor,
        )
        clock = partial(_after, time.monotonic())
        task = asyncio.create_task(serve(settings, clock))
        async with Sim(server.url) as sim:
            await sim.wait_ready()
            yield sim
        signal.raise_signal(signal.SIGTERM)  # the bot ends as it does in service
        await task
    await server.close()


def indexed() -> frozenset[str]:
    """The names of the pictures the index shows."""
    return frozenset(re.findall(r"\(pictures/([\w-]+)\.png\)", INDEX.read_text(encoding="utf-8")))


def main(
    out: Annotated[Path, typer.Option(help="Folder for the pictures.")] = PICTURES,
    every: Annotated[
        bool, typer.Option("--all", help="All pictures, not only those of the index.")
    ] = False,
    only: Annotated[str, typer.Option(help="Part of the name of a guide or conversation.")] = "",
) -> None:
    """Walks every guide; 1 when the index names a picture that no walk comes by."""
    if CHROMIUM is None:
        raise typer.BadParameter("needs Chromium")
    album = Album(out, None if every else indexed())
    out.mkdir(parents=True, exist_ok=True)
    asyncio.run(walk(album, only))
    missing = [] if only else album.missing()
    print(f"{len(album.taken)} screens seen. " + " ".join(f"Missing: {name}" for name in missing))
    raise typer.Exit(1 if missing else 0)


if __name__ == "__main__":
    typer.run(main)
