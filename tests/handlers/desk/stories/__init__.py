"""Days at the desk, told act by act: what `test_transcript` writes down call by call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final, NamedTuple

from flows.library import Library
from tests.handlers.desk.at_desk import AtDesk
from tests.handlers.desk.stories.asking import asking
from tests.handlers.desk.stories.branch import a_branch
from tests.handlers.desk.stories.buttons import by_buttons
from tests.handlers.desk.stories.rights import whose_button
from tests.handlers.desk.stories.road import words_on_the_road
from tests.handlers.desk.stories.trouble import a_bad_day
from tests.handlers.desk.test_rolled_back import a_busy_week


class Story(NamedTuple):
    """One story. branch: it is told in the group of Jember."""

    tell: Callable[[AtDesk, Library], Awaitable[None]]
    branch: bool = False


STORIES: Final[dict[str, Story]] = {
    "a_busy_week": Story(a_busy_week),
    "a_branch": Story(a_branch, branch=True),
    "asking": Story(asking),
    "words_on_the_road": Story(words_on_the_road),
    "whose_button": Story(whose_button),
    "by_buttons": Story(by_buttons),
    "a_bad_day": Story(a_bad_day, branch=True),
}
