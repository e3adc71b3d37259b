"""`python -m proof.heights`: how tall every screen is on a phone of 360x740, as the page shows it.

Sends each screen to the sandbox page, as the bot would, and measures the message with its buttons:
the short and the whole answer of every topic, every trouble, every step (the shortest way there)
and the greeting. The chat has `ROOM` pixels. Needs the development requirements and Chromium.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Final

import aiohttp
import typer
from playwright.async_api import Browser, async_playwright

from editorial.load import load
from editorial.samples import samples_of
from flows.aside import WHOLE
from flows.conversation import Conversation
from flows.library import Library
from flows.scene import Scene
from flows.screen import Screen
from flows.views.aside import trouble_screen
from flows.views.menu import greeting_screen
from flows.views.outcome import details_screen
from flows.views.step import step_screen
from flows.views.topics import topic_screen
from flows.walk import all_paths
from handlers.outgoing import message
from proof.phone import HEIGHT
from proof.walk import CHROMIUM, CONTENT, MOMENT, TOKEN
from sandbox.client import Sim
from sandbox.server import start

WIDTH: Final = 360
ROOM: Final = 560
"""Pixels of a message that are seen at once, with a little air (the chat has 576)."""


@dataclass(frozen=True)
class Measured:
    """One screen, with its kind and its height in pixels."""

    kind: str
    name: str
    height: int


def screens(library: Library, today: date) -> Iterator[tuple[str, Screen]]:
    """Every screen to measure, with the kind it is counted under."""
    scene = Scene(library, today, Conversation())
    yield "greeting", greeting_screen(scene)
    for topic in library.topics:
        for kind, args in (("topic, short", ()), ("topic, whole", (WHOLE,))):
            shown = topic_screen(scene, topic, args)
            if shown is not None:
                yield kind, shown
    for trouble in library.troubles:
        shown = trouble_screen(scene, trouble)
        if shown is not None:
            yield "trouble", shown
    for name in library.guides:
        yield from _steps(library, today, name)


def _steps(library: Library, today: date, name: str) -> Iterator[tuple[str, Screen]]:
    guide = library.guides[name]
    samples = samples_of(guide, library.numbers, today)
    seen: set[str] = set()
    for path in all_paths(guide, library.numbers, today, samples):
        given = {step: samples.get(step, {}).get(key, key) for step, key in path.answers}
        for count in range(len(given) + 1):
            answers = dict(list(given.items())[:count])
            talk = Conversation(guide=name, answers={name: answers})
            step = Scene(library, today, talk).position(guide).step
            if step.id not in seen:
                seen.add(step.id)
                yield step.kind, step_screen(Scene(library, today, talk), guide)
                whole = details_screen(Scene(library, today, talk))
                if whole is not None:
                    yield "end, whole", whole


async def measure(browser: Browser, found: list[tuple[str, Screen]]) -> list[Measured]:
    """The heights of these screens, one after another on one page."""
    server = await start(limits=False, token=TOKEN)
    told: list[Measured] = []
    async with Sim(server.url) as sim, aiohttp.ClientSession() as web:
        user = await sim.user("Pak Slamet")
        await sim.say(user, "/start")
        page = await browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="id-ID")
        await page.goto(f"{sim.url}#peserta={user}")
        for kind, screen in found:
            call = f"{server.url}/bot{TOKEN}/sendMessage"
            async with web.post(call, json=message(user, screen)) as answer:
                sent = (await answer.json())["result"]["message_id"]
            box = await page.locator(f'#phone .message[data-id="{sent}"]').bounding_box()
            told.append(Measured(kind, screen.id, round(box["height"]) if box else 0))
        await page.close()
    await server.close()
    return told


async def _run(library: Library) -> list[Measured]:
    async with async_playwright() as playwright:
        quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        told = await measure(browser, list(screens(library, MOMENT.date())))
        await browser.close()
    return told


def main(
    content: Annotated[Path, typer.Option(help="Folder of the content.")] = CONTENT,
    every: Annotated[bool, typer.Option("--all", help="Every screen, not only the tall.")] = False,
) -> None:
    """Prints the screens that are taller than the room, and how many there are of each kind."""
    library = load(content, MOMENT.date()).library
    if library is None or shutil.which("chromium") is None:
        raise typer.BadParameter("needs content without errors, and Chromium")
    told = asyncio.run(_run(library))
    for one in sorted(told, key=lambda one: (one.kind, -one.height)):
        if every or one.height > ROOM:
            print(f"{one.kind:<14} {one.height:4} px  {one.name}")
    for kind in dict.fromkeys(one.kind for one in told):
        heights = sorted(one.height for one in told if one.kind == kind)
        tall = sum(height > ROOM for height in heights)
        middle = heights[len(heights) // 2]
        print(f"{kind}: {tall} of {len(heights)} taller than {ROOM} px, median {middle}")


if __name__ == "__main__":
    typer.run(main)
