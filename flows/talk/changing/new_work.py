"""News of a new job at a later question of `cek-hak`: who works again may not claim yet.

"Saya sudah kerja lagi" changes the answer given before; what is only to come is asked
about at its own question.
"""

from __future__ import annotations

from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.facts.fact import AGAIN
from flows.ears.manner.unsettled import HEARSAY, PLANNED, WISHED
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.answering.values import value_of
from flows.talk.changing.correcting import changed_to
from flows.talk.changing.so_far import chosen_so_far
from flows.talk.reply import Reply, show

WORK, YES = AGAIN
NOT: Final = "tidak"
"""Answers of `kerja_lagi`: at work at a new place, and out of work."""

OF_WORK: Final = frozenset({"kerja", "perusahaan", "kontrak", "karyawan"})
"""What such news calls by name, in the usual spelling; "sudah diterima" may be of a code."""

LONGEST: Final = 12
FEWEST: Final = 2


def works_again(scene: Scene, heard: Heard) -> Reply | None:
    """The answer of who was out of work, as it is now; the question again where that is unsure."""
    step = _asked_before(scene, heard)
    if step is None:
        return None
    told = any((fact.step, fact.value) == AGAIN for fact in heard.facts)
    here = _answered_here(scene, heard)
    # "Saya kerja di sana dari 2014" is how long it was.
    since = any(map(str.isdigit, heard.text)) and heard.ears.dates.matters.begins(heard.folded)
    if not told and (since or here or option_of(scene, step, heard).taken != YES):
        return None
    if not _is_open(heard):
        return changed_to(scene, (step, Understood(YES)), here)
    talk = scene.conversation.without(GUIDE, WORK)
    return show(scene.with_(talk), talk.with_(aside=Aside(View.MEANT, (YES, NOT)), unclear=0))


def _asked_before(scene: Scene, heard: Heard) -> Ask | None:
    """The question of work today, if it was answered with "tidak" and this may be news of it."""
    talk, step = scene.conversation, scene.question
    if talk.guide != GUIDE or step is None or talk.given(GUIDE).get(WORK) != NOT:
        return None
    if OF_WORK.isdisjoint(heard.spelled) or not FEWEST <= heard.length <= LONGEST:
        return None
    if heard.asks or heard.others or heard.denies:
        return None
    if value_of(step, heard):
        return None
    return next((each for each in chosen_so_far(scene) if each.id == WORK), None)


def _answered_here(scene: Scene, heard: Heard) -> dict[str, str]:
    """What it answers besides: "nonaktif, saya sudah kerja lagi"."""
    step = scene.question
    taken = option_of(scene, step, heard).taken if step else None
    return {step.id: taken} if step and taken else {}


def _is_open(heard: Heard) -> bool:
    """Whether it is only planned, hoped for or heard of: "minggu depan mulai kerja lagi"."""
    return bool(heard.ears.manners.unsettled.said(heard.spelled, (PLANNED, WISHED, HEARSAY)))
