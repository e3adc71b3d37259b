"""One person's phone on the sandbox page, in a browser nobody sees: press, write, take pictures."""

from __future__ import annotations

import asyncio
import io
from pathlib import Path
from typing import Any, Final

from PIL import Image
from playwright.async_api import Browser, Page

from flows.buttons import VERSION
from sandbox.client import Sim

HEIGHT: Final = 740
QUIET: Final = 0.2
"""Seconds without a change after which the bot has said what it had to say."""
PAUSE: Final = 1.5
PATIENCE: Final = 15.0
TRIES: Final = 10
SHADES: Final = 96

_OUTSIDE = """() => [...document.querySelectorAll('#stage *, #tabs *')]
  .filter(e => e.getClientRects().length)
  .filter(e => e.getBoundingClientRect().right > innerWidth + 1
            || e.getBoundingClientRect().left < -1
            || (e.matches('.key') && e.scrollWidth > e.clientWidth))
  .map(e => (e.textContent || e.className).slice(0, 40))"""
_HIDDEN = """() => { const all = [...document.querySelectorAll('#phone .message')];
  const last = all[all.length - 1]; const seen = document.querySelector('#phone .scroller');
  return last && seen.getClientRects().length
    ? Math.max(0, Math.round(seen.getBoundingClientRect().top - last.getBoundingClientRect().top))
    : 0; }"""


class Phone:
    """What somebody does with the page, and what the page looks like then."""

    def __init__(self, page: Page, sim: Sim, user: int) -> None:
        self.page = page
        self.sim = sim
        self.user = user

    @classmethod
    async def of(cls, browser: Browser, sim: Sim, name: str, width: int) -> Phone:
        """The phone of a new person who has pressed nothing yet; `width` in pixels."""
        page = await browser.new_page(
            viewport={"width": width, "height": HEIGHT},
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            reduced_motion="reduce",
        )
        user = await sim.user(name)
        await page.goto(f"{sim.url}#peserta={user}")
        await page.get_by_role("button", name="MULAI", exact=True).wait_for()
        return cls(page, sim, user)

    async def start(self) -> None:
        """Presses MULAI."""
        before = await self._said()
        await self.page.get_by_role("button", name="MULAI", exact=True).click()
        await self._answered(before)

    async def write(self, text: str) -> None:
        """Writes and sends."""
        before = await self._said()
        await self.page.get_by_label("Tulis pesan").locator("visible=true").fill(text)
        await self.page.keyboard.press("Enter")
        await self._answered(before)

    async def send(self, name: str) -> None:
        """Sends what the menu behind "Lampirkan" calls `name`."""
        before = await self._said()
        await self.page.get_by_label("Lampirkan").locator("visible=true").click()
        await self.page.get_by_role("button", name=name).click()
        await self._answered(before)

    async def press(self, action: str) -> None:
        """Presses the newest button that does this: `a:klaim-jmo:buka_jht:tampil`.

        Raises LookupError when no message has it, even after a while.
        """
        data = f"{VERSION}:{action}"
        message, label = await self._button(data)
        before = await self._said()
        keys = self.page.locator(f'.message[data-id="{message}"] .key')
        await keys.get_by_text(label, exact=True).click()
        await self._answered(before)

    async def click(self, words: str) -> None:
        """Clicks the lowest visible button with these words; nobody need answer."""
        await self.page.locator("button:visible", has_text=words).last.click()
        await self._calm()

    async def tell(self, text: str) -> None:
        """Writes where the bot does not answer: in the staff group, or to an officer."""
        await self.page.get_by_label("Tulis pesan").locator("visible=true").fill(text)
        await self.page.keyboard.press("Enter")
        await self._calm()

    async def pause(self) -> None:
        """Waits for what else is coming: the bot sends one message a second to one chat."""
        await self.sim.wait_quiet(self.user, PAUSE)
        await self._calm()

    async def picture(self, path: Path) -> None:
        """What the page shows, as a small PNG."""
        await self.page.evaluate("() => document.activeElement.blur()")
        await self.page.locator("#toast").wait_for(state="hidden")
        taken = Image.open(io.BytesIO(await self.page.screenshot())).convert("RGB")
        few = taken.quantize(SHADES, Image.Quantize.MAXCOVERAGE, 2, dither=Image.Dither.NONE)
        few.save(path, optimize=True)

    async def faults(self) -> list[str]:
        """What is wrong to the eye of a program: cut or outside; too tall for this phone."""
        outside: list[str] = await self.page.evaluate(_OUTSIDE)
        hidden: int = await self.page.evaluate(_HIDDEN)
        tall = [f"{hidden} px of the newest message are above the screen"] if hidden else []
        return [f"outside: {words}" for words in outside] + tall

    async def _button(self, data: str) -> tuple[int, str]:
        """The newest message with a button of this data, and its label."""
        for _ in range(TRIES):
            for shown in reversed(await self.sim.messages(self.user)):
                label = next((each for each in shown.labels if shown.data(each) == data), None)
                if label is not None:
                    return shown.id, label
            await self._calm()
        raise LookupError(f"no button does {data}")

    async def _said(self) -> list[Any]:
        found = await self.sim.messages(self.user)
        return [(one.id, one.text, one.buttons) for one in found if one.by_bot]

    async def _answered(self, before: list[Any]) -> None:
        async with asyncio.timeout(PATIENCE):
            while await self._said() == before:
                await self.sim.wait_quiet(self.user, 0.02)
        await self._calm()

    async def _calm(self) -> None:
        """Until nothing happens any more, in the chat and on the page."""
        await self.sim.wait_quiet(self.user, QUIET)
        await self.page.wait_for_function("() => !document.querySelector('.key.busy')")
        await self.page.evaluate("() => new Promise(done => setTimeout(done, 120))")
