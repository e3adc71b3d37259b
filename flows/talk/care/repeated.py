"""Tried again and again at a photo, a code or a password: stop, and to the office, before all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from flows.aside import OFTEN, WHOLE, Aside, View
from flows.content.named import (
    CODE_MISSING,
    CODES,
    STOP,
    STUCK_ABOUT,
    TRIED,
    TRIED_TOPICS,
    USUAL,
    Matter,
)
from flows.ears import Heard
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.answers import may_answer
from flows.talk.answering.options import is_overcome
from flows.talk.covering import covered
from flows.talk.reply import Reply, show

BARE: Final = 5
"""Words up to which a count alone ("sudah dicoba 4 kali") is about what is being tried."""

LOCKED: Final = "blokir"
"""The usual spelling of locked and blocked."""

LOCKED_LENGTH: Final = 8
"""Words up to which being locked out is all that is told."""


def tried_often(scene: Scene, heard: Heard) -> Reply | None:
    """ "Foto gagal, udah 3x": the trouble that says to stop, not the one that lets try again.

    So does "kekunci kayaknya" while that is the matter.
    """
    if LOCKED in heard.spelled and heard.length <= LOCKED_LENGTH:
        matter = heard.tried.matter or _at_hand(scene)
        return _trouble(scene, STOP[matter]) if matter else None
    if not heard.tried.often or heard.folded.endswith("?") or is_overcome(scene, heard):
        return None
    # A password or a code tried in vain is first of all to be left alone.
    if heard.tried.matter is None and _is_told_here(scene, heard):
        return None
    short = heard.length <= BARE
    matter = heard.tried.matter
    if matter is None and (short or heard.tried.in_vain):
        matter = _at_hand(scene)
    if not (heard.tried.in_vain or short):
        return None
    if matter is not None:
        return _trouble(scene, STOP[matter])
    step = scene.question
    asked = step is not None and not scene.conversation.aside and not step.troubles
    # Of the telephone, an office or an answer: that is another story.
    sure = heard.topics.best if heard.topics.act == "answer" else None
    elsewhere = sure is not None and sure not in STUCK_ABOUT
    return None if asked or elsewhere else _stuck(scene, OFTEN)


def _is_told_here(scene: Scene, heard: Heard) -> bool:
    """Whether one of several answers to the question tells of trying in vain: "dicoba lima kali
    tetap kosong"."""
    step = scene.question
    return step is not None and len(step.options) > 1 and may_answer(scene, heard)


def failing(scene: Scene, heard: Heard) -> Reply | None:
    """ "Gagal terus", and nothing says what: asked, with the usual places as buttons."""
    # "Sudah berhenti sekarang" tells of work where work is asked about.
    at_rights = scene.conversation.guide == GUIDE
    if not heard.manner.fails_somehow or (at_rights and heard.facts):
        return None
    step, covering = scene.question, scene.conversation.aside
    # "Kalo gak ada?", below what a paper is for, asks on.
    if covering and covering.view is View.TOPIC and heard.ears.asking.compares(heard.folded):
        return None
    if step is not None and covering is None:
        if not step.troubles or _is_told_here(scene, heard):
            return None
        return show(scene, scene.conversation.with_(aside=Aside(View.OTHER_SCREENS), unclear=0))
    if covering is not None and covering.view in {View.TROUBLE, View.STUCK}:
        talk = scene.conversation.with_(aside=Aside(View.PERSON), asked=heard.quoted)
        return show(scene, talk)
    return _stuck(scene)


def ruled_out(scene: Scene, heard: Heard) -> Reply | None:
    """ "Sinyal bagus kok", below what may be the matter: the next that helps, at last a person."""
    seen = scene.conversation.under(View.TOPIC, View.TROUBLE, View.STUCK, View.OTHER_SCREENS)
    if seen is None or not heard.manner.rules_out:
        return None
    topic = seen.about if seen.view is View.TOPIC else topic_of(scene, seen)
    if topic in scene.library.topics and WHOLE not in seen.args:
        further = Aside(View.TOPIC, (topic, WHOLE))
    else:
        further = Aside(View.OFFICER)
    reply = show(scene, scene.conversation.with_(aside=further, asked=heard.quoted, unclear=0))
    first, *others = reply.screens
    said = first.under("bukan_sebabnya", scene.say("bukan_sebabnya"))
    return replace(reply, screens=(said, *others))


def topic_of(scene: Scene, seen: Aside) -> str:
    """The topic of the trouble that stands there; "" where it has none."""
    trouble = scene.library.troubles.get(seen.about)
    return (trouble.topic or "") if trouble else ""


def named_failing(scene: Scene, heard: Heard) -> Reply | None:
    """What fails, named after it was asked; who has tried often hears to stop."""
    stuck = scene.conversation.under(View.STUCK)
    if stuck is None or heard.tried.matter is None or heard.length > BARE:
        return None
    often = OFTEN in stuck.args or heard.tried.often
    usual = USUAL[heard.tried.matter] if CODES.isdisjoint(heard.spelled) else CODE_MISSING
    return _trouble(scene, STOP[heard.tried.matter] if often else usual)


def _trouble(scene: Scene, trouble: str) -> Reply | None:
    if trouble not in scene.library.troubles:
        return None
    shown = covered(scene.conversation, Aside(View.TROUBLE, (trouble,)))
    return show(scene, shown.with_(unclear=0))


def _stuck(scene: Scene, *often: str) -> Reply:
    return show(scene, scene.conversation.with_(aside=Aside(View.STUCK, often), unclear=0))


def code_at_hand(scene: Scene) -> bool:
    """Whether a code or an account is what stands there."""
    seen = scene.conversation.under(View.TROUBLE, View.TOPIC)
    matters: Mapping[str, Matter] = {**TRIED, **TRIED_TOPICS}
    return seen is not None and matters.get(seen.about) == "akun"


def _at_hand(scene: Scene) -> Matter | None:
    """What is being tried where the conversation stands."""
    seen = scene.conversation.under(View.TROUBLE)
    if seen is not None:
        return TRIED.get(seen.about)
    answered = scene.conversation.under(View.TOPIC)
    if answered is not None and answered.about in TRIED_TOPICS:
        return TRIED_TOPICS[answered.about]
    offered = scene.question.troubles if scene.question else ()
    return next((TRIED[name] for name in offered if name in TRIED), None)
