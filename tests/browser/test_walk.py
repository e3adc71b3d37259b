"""A person with a phone: opens the page, presses MULAI, walks `cek-hak` to its end."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

from flows.library import Library
from tests.chromium import IN_CHROMIUM
from tests.handlers.conftest import Running, at_work

pytestmark = IN_CHROMIUM
MOST_QUESTIONS = 20


@pytest_asyncio.fixture(loop_scope="session")
async def bot(tmp_path: Path, library: Library) -> AsyncIterator[Running]:
    async with at_work(tmp_path, known=library, limits=False) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session", params=[360, 412])
async def phone(request: pytest.FixtureRequest, browser: Browser) -> AsyncIterator[Page]:
    page = await browser.new_page(viewport={"width": request.param, "height": 740})
    yield page
    await page.close()


async def test_walks_the_eligibility_guide_to_its_end(
    bot: Running, phone: Page, library: Library
) -> None:
    guide = library.guides["cek-hak"]
    evidence = library.messages["tombol_dari_mana"]
    await phone.goto(bot.server.url)
    await phone.locator("button:visible", has_text="MULAI").click()
    await phone.locator("button:visible", has_text=guide.title).click()
    await expect(phone.locator("button:visible", has_text=guide.title)).to_have_count(0)
    user = int((await bot.sim.users())[0]["id"])
    shown = await changed(bot, user, "")
    for _ in range(MOST_QUESTIONS):
        labels = (await bot.sim.screen(user)).labels
        if evidence in labels:
            await expect(phone.locator("button:visible", has_text=evidence).last).to_be_visible()
            assert await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
            return
        await phone.locator("button:visible", has_text=labels[0]).last.click()
        shown = await changed(bot, user, shown)
    pytest.fail("the guide did not end")


async def changed(bot: Running, user: int, before: str) -> str:
    """The text on the screen as soon as it is another one."""
    async with asyncio.timeout(20):
        while True:
            await bot.sim.wait_quiet(user, 0.1)
            shown = (await bot.sim.screen(user)).text
            if shown != before:
                return shown
