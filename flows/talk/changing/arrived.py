"""The money has come since: the outcome of the guide that looks for a claim changes to the good."""

from __future__ import annotations

from typing import Final

from flows.content.guide import Ask
from flows.content.named import TRACKING
from flows.ears import Heard
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.reply import Reply, show

STATUS: Final = "status"
PAID: Final = "dibayar"

DONE: Final = "sudah"

BRIEF: Final = 12
"""Words up to which a text at an outcome says one thing."""


def arrived(scene: Scene, heard: Heard) -> Reply | None:
    """ "Sudah cair, makasih", below an outcome that still told to wait or to ask."""
    talk = scene.conversation
    if talk.guide != TRACKING or scene.question is not None or talk.aside or heard.length > BRIEF:
        return None
    asked = scene.guide.step(STATUS) if scene.guide else None
    given = talk.given(TRACKING).get(STATUS)
    if not isinstance(asked, Ask) or given in (None, PAID) or heard.is_question or heard.denies:
        return None
    if heard.awaits or DONE not in heard.spelled or any(clause.amiss for clause in heard.clauses):
        return None
    if option_of(scene, asked, heard).taken != PAID:
        return None
    told = talk.told(TRACKING, {STATUS: PAID}, {}).with_(unclear=0)
    first, *others = show(scene, told).screens
    return Reply(told, (first.under("ikut_lega", scene.say("ikut_lega")), *others))
