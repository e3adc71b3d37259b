"""Covering the current step with a view, and what is remembered of it."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.content.named import HEIRS, MEMBERS
from flows.conversation import Conversation
from flows.rights.cek_hak import GUIDE

FOUND = frozenset({View.TROUBLE, View.TOPIC})


def covered(talk: Conversation, aside: Aside) -> Conversation:
    """The conversation under a view; how often each trouble was met is counted.

    Who opens a topic or a trouble has found something: the count of unclear messages begins anew.
    """
    if aside.view in FOUND:
        talk = talk.with_(unclear=0)
    if aside.view is not View.TROUBLE or talk.aside == aside:
        return talk.with_(aside=aside)
    met = {**talk.stuck, aside.about: talk.stuck.get(aside.about, 0) + 1}
    return talk.with_(aside=aside, stuck=met)


def uncovered(talk: Conversation) -> Conversation:
    """The step as it was; facts that wait for a yes or no come before it, but in no other guide."""
    at_home = talk.guide in (None, GUIDE)
    if talk.noted and at_home and talk.aside and talk.aside.view is not View.NOTED:
        return talk.with_(aside=notes_of(talk), unclear=0)
    kept = talk.without_notes() if talk.under(View.NOTED) else talk
    return kept.with_(aside=None, unclear=0)


def notes_of(talk: Conversation) -> Aside | None:
    """The view of the facts that wait for a yes or no; None when none do."""
    topics = (talk.noted_topic,) if talk.noted_topic else ()
    return Aside(View.NOTED, topics) if talk.noted else None


def asks_whose(talk: Conversation) -> bool:
    """Whether it is asked whose savings are meant, those of the dead or the writer's own."""
    offered = talk.under(View.OFFER)
    return offered is not None and offered.args[:2] == (HEIRS, MEMBERS)
