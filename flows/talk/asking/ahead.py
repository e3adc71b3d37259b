"""A sentence that belongs to another step of the guide in hand leads there, where that is safe.

It is safe where every step that is skipped has but one answer, or one that does not end the guide:
what had to be on the screen has been there. Said of a step in front ("udah ijo semua"), or asked
about one by its name ("sebab klaim pilih yang mana").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from flows.content.guide import Ask, Guide
from flows.conversation import Conversation
from flows.ears import Heard
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.talk.telling.told import SUPPOSED

ALIKE = 0.7
"""Likeness from which a clause is as good as a listed way of saying an answer."""

TELLING = 0.6
"""The same for a text of several words: "sudah dapat email jadwalnya kamis"."""

SEVERAL = 4

CLEARLY = 0.07
"""Likeness by which one step is clearly likelier than another."""

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
    passed = scene.position(guide).passed
    # "Kalau kerja lagi gimana?" asks what would be, and takes no answer back.
    known = [step for step in passed if len(step.options) > 1]
    asks = heard.topics.act == "answer" or not SUPPOSED.isdisjoint(heard.spelled)
    named = [step for step in others if _is_named(step, heard) and not (asks and step in known)]
    ahead = [step for step in others if step not in passed]
    meant = named or _described(guide, ahead, heard)
    if len(meant) != 1 or (not named and _jars(guide, here, heard)):
        return None
    talk = _moved(scene, guide, meant[0], been_there=not named)
    if talk is None:
        return None
    if not named:
        # What is described has been done; that the end is reached is asked.
        done = talk.answered(guide.id, meant[0].id, next(iter(meant[0].options)))
        talk = done if scene.with_(done).question is not None else talk
    reply = show(scene, talk.with_(unclear=0))
    first, *rest = reply.screens
    return replace(
        reply, screens=(first.under("langkah_itu", scene.say("langkah_itu"), whole=True), *rest)
    )


def _jars(guide: Guide, here: Ask, heard: Heard) -> bool:
    """Whether something said speaks against the step at hand: "alamatnya beda, ada tulisan ..."."""
    index = heard.ears.options.of((guide.id, here.id))
    if index is None:
        return False
    alone = len(index.keys) == 1
    return any(index.jars(each.words) if alone else each.amiss for each in heard.clauses)


def _is_named(step: Ask, heard: Heard) -> bool:
    """Word by word as it is typed: in the usual spelling "cek saldo" would be "lihat saldo".

    "Sudah sampai yang foto muka" says by itself that a step is meant.
    """
    name = step.id.split("_")
    at_a_step = heard.ears.returning.at_a_step(heard.spelled)
    if not (heard.is_question or at_a_step) or len(name) < NAMED:
        return False
    typed = [word.removesuffix("nya") or word for word in _WORDS.findall(heard.folded)]
    typed = [word for word in typed if word != "nya"]
    told = [typed, heard.spelled] if at_a_step else [typed]
    return any(f" {' '.join(name)} " in f" {' '.join(words)} " for words in told)


def _described(guide: Guide, steps: Sequence[Ask], heard: Heard) -> list[Ask]:
    """The steps of which the answer is described: more than one where none is clearly likelier.

    A way of saying it word by word, or one that it holds whole: what is only a little like it is
    too little to jump.
    """
    # "Nunggu terus" and "lama sekali" are said of any step.
    said = len(heard.stems.content)
    if heard.is_question or not said >= NAMED or heard.length > BRIEF or heard.denies:
        return []
    enough = TELLING if said >= SEVERAL else ALIKE
    likeness = {step.id: _likeness(guide, step, heard) for step in steps}
    best = max(likeness.values(), default=0.0)
    return [step for step in steps if likeness[step.id] >= max(enough, best - CLEARLY)]


def _likeness(guide: Guide, step: Ask, heard: Heard) -> float:
    if len(step.options) != 1:
        return 0.0
    if frozenset(heard.stems.content) in heard.ears.said_at(guide.id, step.id):
        return 1.0
    index = heard.ears.options.of((guide.id, step.id))
    told = [clause.words for clause in heard.clauses if len(clause.words) >= NAMED]
    said = [index.rank(words)[0] for words in told] if index else []
    return max((each.likeness for each in said if not each.denied), default=0.0)


def _moved(scene: Scene, guide: Guide, target: Ask, *, been_there: bool) -> Conversation | None:
    """The conversation at that step: back to it, or forward over steps with a single answer.

    Who has been there has given each of them the one answer that leads on.
    """
    talk = scene.conversation
    if any(step.id == target.id for step in scene.position(guide).passed):
        return talk.without(guide.id, target.id)
    for _ in guide.steps:
        step = scene.with_(talk).position(guide).step
        if step.id == target.id:
            return talk
        if not isinstance(step, Ask):
            return None
        options = _leading_on(scene.with_(talk), guide, step) if been_there else step.options
        if len(options) != 1 or step.answer != "pilihan":
            return None
        talk = talk.answered(guide.id, step.id, next(iter(options)))
    return None


def _leading_on(scene: Scene, guide: Guide, step: Ask) -> list[str]:
    """The options of a step that do not end the guide."""
    answered = (
        (option, scene.conversation.answered(guide.id, step.id, option)) for option in step.options
    )
    return [
        option
        for option, talk in answered
        if isinstance(scene.with_(talk).position(guide).step, Ask)
    ]
