"""Screens, each a pure function of the scene: what is shown, never what changes.

`VIEWS` is the visible list of what can cover the current step. The action of the button that shows
a view is also how the conversation remembers it (`Conversation.aside`), so any screen can be built
again after a restart.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from flows.buttons import unpack
from flows.scene import Scene
from flows.screen import Screen
from flows.views.aside import other_screens, summary_screen, trouble_screen, why_screen
from flows.views.calo import (
    already_given_screen,
    ask_offer_screen,
    official_way_screen,
    verdict_screen,
)
from flows.views.menu import (
    erase_screen,
    menu_screen,
    more_screen,
    notice_screen,
    officer_screen,
    received_screen,
    restart_screen,
    resume_screen,
)
from flows.views.papers import missing_papers_screen, paper_screen, papers_screen
from flows.views.step import step_screen
from flows.views.topics import (
    noted_screen,
    offer_screen,
    person_screen,
    related_screen,
    topic_screen,
)


class View(NamedTuple):
    """How to build a screen, and how many arguments its button carries at least or exactly."""

    build: Callable[..., Screen | None]
    arguments: int = 0
    more: bool = False

    def takes(self, arguments: tuple[str, ...]) -> bool:
        """Whether a button with so many arguments can be one of ours."""
        missing = self.arguments - len(arguments)
        return missing == 0 or (self.more and missing < 0)


VIEWS: Mapping[str, View] = {
    "m": View(menu_screen),
    "mm": View(more_screen),
    "l": View(resume_screen),
    "t": View(trouble_screen, 1),
    "x": View(other_screens),
    "w": View(why_screen),
    "s": View(summary_screen),
    "o": View(officer_screen),
    "r": View(restart_screen),
    "f": View(topic_screen, 1, more=True),
    "n": View(notice_screen, 1),
    "q": View(offer_screen, more=True),
    "hn": View(related_screen, 1),
    "u": View(person_screen, more=True),
    "nf": View(noted_screen, more=True),
    "c": View(ask_offer_screen),
    "cv": View(verdict_screen, 1, more=True),
    "cr": View(official_way_screen),
    "ct": View(already_given_screen, more=True),
    "p": View(papers_screen),
    "pb": View(missing_papers_screen),
    "pn": View(paper_screen, 1),
    "h": View(erase_screen),
    "z": View(received_screen, 2),
}


def aside_screen(scene: Scene, data: str) -> Screen | None:
    """The view behind a button's data; None when it is no view, forged, or no longer there."""
    tap = unpack(data)
    view = VIEWS.get(tap.action) if tap else None
    if tap is None or view is None or not view.takes(tap.args):
        return None
    return view.build(scene, *tap.args)


def current_screen(scene: Scene) -> Screen:
    """What this chat shows now: the view covering the step, else the step, else the menu."""
    aside = scene.conversation.aside
    covering = aside_screen(scene, aside) if aside else None
    if covering is not None:
        return covering
    return step_screen(scene, scene.guide) if scene.guide else menu_screen(scene)
