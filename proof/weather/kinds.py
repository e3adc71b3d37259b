"""The kinds of weather, in the order they are played."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final

from proof.desk_stage import Stage
from proof.weather import arrivals, desk, road

Kind = Callable[[Stage], Awaitable[None]]
"""Plays one day at a desk of its own; raises what was wrong."""

KINDS: Final[dict[str, Kind]] = {
    "the group forbids writing": desk.no_writing,
    "topics may not be made": desk.no_topics,
    "cut at the card": desk.no_card,
    "cut at the case number": desk.no_number,
    "cut at an officer's words and at the warning": desk.words_and_warning,
    "corrected on the way": desk.edit_on_the_way,
    "passed on, then 502": desk.passed_on_then_502,
    "pages of a proxy": road.page_of_a_proxy,
    "a dripping answer": road.dripping,
    "a wait of a day": road.wait_of_a_day,
    "lost before it left": road.lost_before,
    "a refused picture": road.picture_refused,
    "numbers of updates go down": arrivals.lower_ids,
    "a text that cannot be stored": arrivals.poison,
    "a flood of one": arrivals.flood,
    "a day away": arrivals.backlog,
}
