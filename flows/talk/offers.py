"""Cek calo in the conversation: asked for, or an offer that somebody forwards or pastes."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.ears import Heard
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.views import current_screen

FEWEST_WORDS = 3
"""Less is no offer to look at."""


def broker_offer(scene: Scene, heard: Heard) -> Reply | None:
    """The verdict on an offer; when a check was asked for, on whatever text comes.

    Who has already given something to somebody hears first what to do about it.
    """
    asked = scene.conversation.under(View.CALO) is not None
    if asked and heard.length < FEWEST_WORDS:
        again = scene.say("cek_calo_kosong")
        return Reply(scene.conversation, (current_screen(scene).under("cek_calo_kosong", again),))
    verdict = heard.verdict
    told = verdict.to_somebody and not heard.forwarded
    if not (asked or verdict.offer or told or (heard.forwarded and verdict.flags)):
        return None
    if verdict.given:
        shown = Aside(View.CALO_GIVEN, verdict.given)
    else:
        shown = Aside(View.CALO_VERDICT, (verdict.level, *(flag.id for flag in verdict.flags)))
    return show(scene, scene.conversation.with_(aside=shown, unclear=0))
