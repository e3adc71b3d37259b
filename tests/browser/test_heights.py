"""What somebody sees first is seen whole: short answers, troubles and the greeting on 360x740."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.async_api import async_playwright

from flows.library import Library
from proof.heights import ROOM, measure, screens
from tests.browser.test_walk import CHROMIUM, QUIET

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]
WHOLE_AT_ONCE = {"greeting", "topic, short", "trouble"}


async def test_what_is_seen_first_fits_the_phone(library: Library, today: date) -> None:
    found = [each for each in screens(library, today) if each[0] in WHOLE_AT_ONCE]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        told = await measure(browser, found)
        await browser.close()
    assert len(told) == len(found)
    assert [one for one in told if one.height > ROOM] == []
    assert all(one.height for one in told)
