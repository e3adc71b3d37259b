"""Screens, each a pure function of the scene: what is shown, never what changes.

`VIEWS` is the visible list of what can cover the current step: the screen of every view.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from flows.arguments import Args, any_number, none, one, one_and_more, three, two
from flows.aside import View
from flows.scene import Scene
from flows.screen import Screen
from flows.views.aside import other_screens, summary_screen, trouble_screen, why_screen
from flows.views.calo import (
    already_given_screen,
    ask_offer_screen,
    official_way_screen,
    protection_screen,
    verdict_screen,
)
from flows.views.evidence import evidence_screen
from flows.views.meant import meant_screen
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
from flows.views.outcome import details_screen
from flows.views.papers import missing_papers_screen, paper_screen, papers_screen
from flows.views.part import part_screen
from flows.views.result import result_detail_screen, result_screen
from flows.views.step import step_screen
from flows.views.topics import (
    noted_screen,
    offer_screen,
    person_screen,
    related_screen,
    stuck_screen,
    topic_screen,
)


def asked_in_words(scene: Scene, args: Args) -> Screen | None:
    """A question of the desk, answered in words: shown once by the desk, afterwards the step is."""
    return None


Build = Callable[[Scene, Args], Screen | None]
"""Gives None for arguments that are forged or no longer there."""

VIEWS: Mapping[View, Build] = {
    View.MENU: none(menu_screen),
    View.MORE: none(more_screen),
    View.RESUME: none(resume_screen),
    View.TROUBLE: one(trouble_screen),
    View.OTHER_SCREENS: none(other_screens),
    View.WHY: none(why_screen),
    View.SUMMARY: none(summary_screen),
    View.DETAILS: none(details_screen),
    View.OFFICER: none(officer_screen),
    View.RESTART: none(restart_screen),
    View.TOPIC: one_and_more(topic_screen),
    View.NOTICE: one(notice_screen),
    View.OFFER: any_number(offer_screen),
    View.RELATED: one(related_screen),
    View.PERSON: any_number(person_screen),
    View.STUCK: any_number(stuck_screen),
    View.NOTED: any_number(noted_screen),
    View.PART: three(part_screen),
    View.MEANT: any_number(meant_screen),
    View.CALO: none(ask_offer_screen),
    View.CALO_VERDICT: one_and_more(verdict_screen),
    View.CALO_OFFICIAL: none(official_way_screen),
    View.CALO_GIVEN: any_number(already_given_screen),
    View.CALO_NEXT: one(protection_screen),
    View.PAPERS: none(papers_screen),
    View.PAPERS_MISSING: none(missing_papers_screen),
    View.PAPER: one(paper_screen),
    View.ERASE: none(erase_screen),
    View.RECEIVED: two(received_screen),
    View.EVIDENCE: any_number(evidence_screen),
    View.RESULT: none(result_screen),
    View.RESULT_DETAIL: one(result_detail_screen),
    View.BRANCH: any_number(asked_in_words),
    View.COMMENT: any_number(asked_in_words),
}


def covering_screen(scene: Scene) -> Screen | None:
    """What covers the step or menu; None when nothing does, or it is forged or no longer there."""
    aside = scene.conversation.aside
    return VIEWS[aside.view](scene, aside.args) if aside else None


def current_screen(scene: Scene) -> Screen:
    """What this chat shows now: the view covering the step, else the step, else the menu."""
    return scene.once(current_screen, lambda: _current(scene))


def _current(scene: Scene) -> Screen:
    covering = covering_screen(scene)
    if covering is not None:
        return covering
    return step_screen(scene, scene.guide) if scene.guide else menu_screen(scene)
