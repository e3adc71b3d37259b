"""Tried again and again at a photo, a code or a password: stop, and to the office, before all."""

from __future__ import annotations

from typing import Final

from flows.aside import Aside, View
from flows.content.named import STOP, TRIED, Matter
from flows.ears import Heard
from flows.scene import Scene
from flows.talk.covering import covered
from flows.talk.reply import Reply, show

BARE: Final = 5
"""Words up to which a count alone ("sudah dicoba 4 kali") is about what is being tried."""


def tried_often(scene: Scene, heard: Heard) -> Reply | None:
    """ "Foto gagal, udah 3x": the trouble that says to stop, not the one that lets try again."""
    if not heard.tried_often or heard.is_question:
        return None
    matter = heard.matter
    if matter is None and (heard.length <= BARE or heard.tried_in_vain):
        matter = _at_hand(scene)
    if matter is None or not (heard.tried_in_vain or heard.length <= BARE):
        return None
    trouble = STOP[matter]
    if trouble not in scene.library.troubles:
        return None
    shown = covered(scene.conversation, Aside(View.TROUBLE, (trouble,)))
    return show(scene, shown.with_(unclear=0))


def _at_hand(scene: Scene) -> Matter | None:
    """What is being tried where the conversation stands."""
    seen = scene.conversation.under(View.TROUBLE)
    if seen is not None:
        return TRIED.get(seen.about)
    offered = scene.question.troubles if scene.question else ()
    return next((TRIED[name] for name in offered if name in TRIED), None)
