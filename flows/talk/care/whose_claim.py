"""Whose savings are meant, where a death was told and it may be the writer's own claim: the answer
to that question, typed."""

from __future__ import annotations

from typing import Final

from flows.content.named import HEIRS
from flows.ears import Heard
from flows.language.people.whose import ME
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.covering import asks_whose
from flows.talk.pressing.buttons import open_guide
from flows.talk.reply import Reply, show

ANSWER: Final = 6
"""Words up to which a text says whose it is and nothing else."""

SELF: Final = "sendiri"


def whose_told(scene: Scene, heard: Heard) -> Reply | None:
    """ "Punya saya sendiri": on where the own claim stands; "punya bapak": the family's guide."""
    talk = scene.conversation
    if not asks_whose(talk) or heard.length > ANSWER or heard.is_question:
        return None
    if heard.denies or heard.facts:
        return None
    mine = heard.mourning.own or SELF in heard.spelled
    dead = heard.mourning.kin is not None or heard.mourning.spoken
    if not mine and not dead and ME not in heard.spelled:
        return None
    if dead and not mine:
        return show(scene, (open_guide(scene, HEIRS) or talk).with_(aside=None, unclear=0))
    if talk.guide == GUIDE:
        return show(scene, talk.with_(aside=None, unclear=0))
    return show(scene, (open_guide(scene, GUIDE) or talk).with_(aside=None, unclear=0))
