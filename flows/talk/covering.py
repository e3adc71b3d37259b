"""Covering the current step with a view, and what is remembered of it."""

from __future__ import annotations

from flows.buttons import pack, unpack
from flows.conversation import Conversation

TROUBLE = "t"
NOTED = "nf"
FOUND = frozenset({TROUBLE, "f"})


def covered(talk: Conversation, data: str) -> Conversation:
    """The conversation under a view; how often each trouble was met is counted.

    Who opens a topic or a trouble has found something: the count of unclear messages begins anew.
    """
    tap = unpack(data)
    if tap and tap.action in FOUND:
        talk = talk.with_(unclear=0)
    if tap is None or tap.action != TROUBLE or talk.aside == data:
        return talk.with_(aside=data)
    trouble = tap.args[0]
    met = {**talk.stuck, trouble: talk.stuck.get(trouble, 0) + 1}
    return talk.with_(aside=data, stuck=met)


def uncovered(talk: Conversation) -> Conversation:
    """The step as it was; facts that wait for a yes or no come before it."""
    tap = unpack(talk.aside or "")
    if talk.noted and tap and tap.action != NOTED:
        return talk.with_(aside=pack(NOTED), unclear=0)
    return talk.with_(aside=None, unclear=0, noted={})
