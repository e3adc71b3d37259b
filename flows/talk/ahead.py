"""A sentence that belongs to another step of the guide in hand leads there, where that is safe.

It is safe where every step that is skipped has but one answer: what had to be on the screen has
been there. Said of a step in front ("udah ijo semua"), or asked about one by its name ("sebab klaim
pilih yang mana").
"""

from __future__ import annotations

import re
from dataclasses import replace

from flows.content.guide import Ask, Guide
from flows.conversation import Conversation
from flows.ears import Heard
from flows.scene import Scene
from flows.talk.reply import Reply, show

ALIKE = 0.7
"""Likeness from which a clause is as good as a listed way of saying an answer."""

BRIEF = 8
"""Words up to which a text says nothing but what is seen."""

_WORDS = re.compile(r"\w+")

NAMED = 2
"""A name of so many words is no everyday word."""


def step_described(scene: Scene, heard: Heard) -> Reply | None:
    """The other step that a text describes or names; None where there is none, or several."""
    guide, here = scene.guide, scene.question
    if guide is None or here is None or scene.conversation.aside:
        return None
    others = [step for step in guide.steps if isinstance(step, Ask) and step.id != here.id]
    named = [step for step in others if _is_named(step, heard)]
    passed = scene.position(guide).passed
    ahead = [step for step in others if step not in passed]
    meant = named or [step for step in ahead if _is_described(guide, step, heard)]
    if len(meant) != 1:
        return None
    talk = _moved(scene, guide, meant[0])
    if talk is None:
        return None
    reply = show(scene, talk.with_(unclear=0))
    first, *rest = reply.screens
    return replace(
        reply, screens=(first.under("langkah_itu", scene.say("langkah_itu"), whole=True), *rest)
    )


def _is_named(step: Ask, heard: Heard) -> bool:
    """Word by word as it is typed: in the usual spelling "cek saldo" would be "lihat saldo".

    "Sudah sampai yang foto muka" says by itself that a step is meant.
    """
    name = step.id.split("_")
    if not (heard.is_question or heard.at_a_step) or len(name) < NAMED:
        return False
    typed = [word.removesuffix("nya") or word for word in _WORDS.findall(heard.folded)]
    typed = [word for word in typed if word != "nya"]
    told = [typed, heard.spelled] if heard.at_a_step else [typed]
    return any(f" {' '.join(name)} " in f" {' '.join(words)} " for words in told)


def _is_described(guide: Guide, step: Ask, heard: Heard) -> bool:
    """A way of saying its answer word by word, or one that it holds whole: what is only a little
    like it is too little to jump."""
    if heard.is_question or heard.length > BRIEF or len(step.options) != 1:
        return False
    if heard.denies:
        return False
    if frozenset(heard.stems.content) in heard.ears.said_at(guide.id, step.id):
        return True
    index = heard.ears.options.of((guide.id, step.id))
    said = [index.rank(clause.words)[0] for clause in heard.clauses] if index else []
    return any(each.likeness >= ALIKE and not each.denied for each in said)


def _moved(scene: Scene, guide: Guide, target: Ask) -> Conversation | None:
    """The conversation at that step: back to it, or forward over steps with a single answer."""
    talk = scene.conversation
    if any(step.id == target.id for step in scene.position(guide).passed):
        return talk.without(guide.id, target.id)
    for _ in guide.steps:
        step = scene.with_(talk).position(guide).step
        if step.id == target.id:
            return talk
        if not isinstance(step, Ask) or len(step.options) != 1:
            return None
        talk = talk.answered(guide.id, step.id, next(iter(step.options)))
    return None
