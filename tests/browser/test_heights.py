"""What somebody sees first is seen whole: short answers, troubles and the greeting on 360x740."""

from __future__ import annotations

from datetime import date

from playwright.async_api import Browser

from flows.library import Library
from proof.heights import ROOM, measure, screens
from tests.chromium import IN_CHROMIUM

pytestmark = IN_CHROMIUM
WHOLE_AT_ONCE = {"greeting", "topic, short", "trouble"}


async def test_what_is_seen_first_fits_the_phone(
    browser: Browser, library: Library, today: date
) -> None:
    found = [each for each in screens(library, today) if each[0] in WHOLE_AT_ONCE]
    told = await measure(browser, found)
    assert len(told) == len(found)
    assert [one for one in told if one.height > ROOM] == []
    assert all(one.height for one in told)
