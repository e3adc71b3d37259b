"""What covers a step or the menu for a moment: a trouble, a topic, a question of the desk.

It is stored with the conversation, so that any screen can be built again after a restart. The
values of `View` are stored as they stand: a released one is never given another meaning.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

WHOLE: Final = "+"
"""Among the arguments of a topic: the whole answer, not the short one. No id looks like it."""


OFTEN: Final = "sering"


class View(StrEnum):
    """Everything that can cover a step, and what its arguments are."""

    MENU = "menu"
    MORE = "menu_more"
    RESUME = "resume"
    TROUBLE = "trouble"
    """argument: trouble id"""
    OTHER_SCREENS = "other_screens"
    WHY = "why"
    SUMMARY = "summary"
    DETAILS = "details"
    """all of the outcome at which the guide has ended, not only its short beginning"""
    OFFICER = "officer"
    """where there is a desk: what is it about?"""
    RESTART = "restart"
    TOPIC = "topic"
    """arguments: topic id, `WHOLE` for all of it, then other topics a long complaint is about"""
    NOTICE = "notice"
    """argument: message id, one of `flows.views.menu.NOTICES`"""
    OFFER = "offer"
    """arguments: topic ids, the likeliest first"""
    RELATED = "related"
    """argument: the topic that did not help"""
    PERSON = "person"
    """arguments: ids of topics that may be meant"""
    STUCK = "stuck"
    """something fails: what? argument: `OFTEN`, if it was tried again and again"""
    NOTED = "noted"
    """argument: the topic that answers what was asked besides, if any"""
    PART = "part"
    """which part of a vague day? arguments: step id, first and last day"""
    MEANT = "meant"
    """arguments: keys of the options that may be meant, the likelier first; then topics or troubles
    that may help besides"""
    CALO = "calo"
    CALO_VERDICT = "calo_verdict"
    """arguments: the verdict, then the ids of what is suspect"""
    CALO_OFFICIAL = "calo_official"
    CALO_GIVEN = "calo_given"
    """arguments: what was handed over"""
    CALO_NEXT = "calo_next"
    """argument: the protective step, a text of calo.yaml (`flows.views.calo.PROTECTION`)"""
    PAPERS = "papers"
    PAPERS_MISSING = "papers_missing"
    PAPER = "paper"
    """argument: paper id"""
    ERASE = "erase"
    RECEIVED = "received"
    """arguments: what was sent, message id"""
    BRANCH = "branch"
    """which branch? arguments: the offices that were offered"""
    EVIDENCE = "evidence"
    """where an answer comes from. arguments: `flows.answers.Answer`, its id (guide and step of an
    outcome), then which of its statements"""
    RESULT = "result"
    """how did the claim go?"""
    RESULT_DETAIL = "result_detail"
    """argument: how it went, one of `flows.views.result.Came`"""
    COMMENT = "comment"
    """anything to add to the rating? argument: case id"""


@dataclass(frozen=True, slots=True)
class Aside:
    """A view with its arguments. What no longer fits the content is shown as the step itself."""

    view: View
    args: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """The first argument; empty without one."""
        return self.args[0] if self.args else ""


def read_aside(stored: object) -> Aside | None:
    """The aside behind ``{"view": "trouble", "args": ["kode-040"]}``; None for a later one's."""
    if not isinstance(stored, dict) or stored.get("view") not in _KNOWN:
        return None
    args = stored.get("args", ())
    if not isinstance(args, list | tuple) or not all(isinstance(arg, str) for arg in args):
        return None
    return Aside(View(stored["view"]), tuple(args))


_KNOWN = tuple(View)
