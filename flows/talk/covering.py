"""Covering the current step with a view, and what is remembered of it."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.conversation import Conversation

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
    """The step as it was; facts that wait for a yes or no come before it."""
    if talk.noted and talk.aside and talk.aside.view is not View.NOTED:
        return talk.with_(aside=Aside(View.NOTED), unclear=0)
    return talk.with_(aside=None, unclear=0, noted={}, noted_vague={})
