"""Facts in a free text fill the guide: said back first, then the questions are skipped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.aside import WHOLE, Aside, View
from flows.conversation import Conversation, Span
from flows.ears import Heard
from flows.ears.facts.in_text import Fact, count_told
from flows.ears.heard import FEW_WORDS
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.reply import Reply, show
from flows.talk.telling.told import told_in
from flows.views.topics import answered_above

ENOUGH = 2
"""So many facts at once are worth saying back; a single one is answered where it is asked."""

ABOUT: Final = 0.5
"""Chance from which facts without a question are about a topic besides: "phk, JMO gagal terus"."""


def facts_told(scene: Scene, heard: Heard) -> Reply | None:
    """Two or more answers to `cek-hak` in one text, unless another guide is being walked.

    A question that came along is answered right after the participant has said yes or no.
    """
    if GUIDE not in scene.library.guides:
        return None
    if scene.conversation.guide not in (None, GUIDE) and not left_for_menu(scene.conversation):
        return None
    told = told_in(scene, heard)
    noted = _new(scene, told)
    if count_told(noted) < ENOUGH:
        return _one_told(scene, heard, noted)
    topics = _besides(scene, heard)
    talk = scene.conversation.with_(
        noted=noted,
        noted_vague={f.step: f.vague for f in told.values() if f.vague and f.step in noted},
        noted_topic=next(iter(topics), None),
        asked=heard.quoted,
        guide=scene.conversation.guide if scene.conversation.guide == GUIDE else None,
    )
    return show(scene, talk.with_(aside=Aside(View.NOTED, topics), unclear=0))


def left_for_menu(talk: Conversation) -> bool:
    """Whether the menu stands over another guide: what is told there is told as at the start."""
    return talk.guide != GUIDE and talk.under(View.MENU, View.MORE) is not None


def tells_more(scene: Scene, heard: Heard) -> bool:
    """Whether a text at a question of `cek-hak` also answers others, which must not be lost."""
    if scene.conversation.guide != GUIDE or heard.is_question or scene.conversation.aside:
        return False
    if heard.own is None:
        # "Teman saya resign bulan lalu, saldo 10 juta" tells nothing of the one who writes.
        return False
    new, known = _new(scene, told_in(scene, heard)), scene.conversation.given(GUIDE)
    if count_told(new) < ENOUGH or not known.keys().isdisjoint(new):
        return False
    # "Nganggur" alone says two things, and is simply taken.
    return not heard.is_brief or len(heard.clauses) >= ENOUGH


def _new(scene: Scene, told: Mapping[str, Fact]) -> dict[str, str]:
    known = scene.conversation.given(GUIDE)
    return {step: fact.value for step, fact in told.items() if known.get(step) != fact.value}


def with_answer(
    scene: Scene, step: str, value: str, heard: Heard, span: Span | None = None
) -> Conversation:
    """The conversation with this answer, and with what the same words say beyond it.

    Who answers "resign" when asked about the situation need not be asked why they left.
    """
    talk = scene.conversation
    if scene.guide is None:
        return talk
    answers, spans = {step: value}, {step: span} if span else {}
    if scene.guide.id == GUIDE:
        told = {fact.step: fact.value for fact in heard.facts}
        if told.get(step) == value and count_told(told) < ENOUGH:
            answers |= told
            spans |= {fact.step: fact.vague for fact in heard.facts if fact.vague}
    return talk.told(scene.guide.id, answers, spans)


def accept(scene: Scene) -> Conversation | None:
    """The facts are right: they become answers, and the guide goes on after them."""
    talk = scene.conversation
    if not talk.noted:
        return None
    return refuse(scene).told(GUIDE, talk.noted, talk.noted_vague)


def refuse(scene: Scene) -> Conversation:
    """The facts are not right: the guide asks for itself. The question is answered all the same:
    what stood above them is told in full."""
    noted = scene.conversation.under(View.NOTED)
    topics = noted.args[:1] if noted else ()
    above = answered_above(scene, topics)
    if above is not None:
        topics = (above.id, WHOLE) if above.short != above.body else ()
    aside = Aside(View.TOPIC, topics) if topics else None
    return scene.conversation.without_notes().with_(guide=GUIDE, aside=aside, unclear=0)


def _one_told(scene: Scene, heard: Heard, noted: Mapping[str, str]) -> Reply | None:
    """One fact is taken when it is the one that is asked for; a question in it is answered.

    Only a date or an amount stands out in a question or a story: "phk itu apa" tells nothing.
    """
    step = scene.question
    if scene.conversation.guide != GUIDE or step is None or step.id not in noted:
        return None
    # What is told of somebody else is asked about, not taken.
    if heard.own is None:
        return None
    if step.answer == "pilihan" and (heard.is_question or heard.length > 2 * FEW_WORDS):
        return None
    near = option_of(scene, step, heard).near
    if len(near) > 1 and near[0] != noted[step.id]:
        # "HP ada, kuota tidak ada" is asked about.
        return None
    talk = with_answer(scene, step.id, noted[step.id], heard)
    topics = _besides(scene, heard) if heard.is_question else ()
    return show(scene, talk.with_(aside=Aside(View.TOPIC, topics) if topics else None, unclear=0))


def _besides(scene: Scene, heard: Heard) -> tuple[str, ...]:
    """The topic of what is asked besides the facts, if one surely is."""
    best = heard.topics.best
    if heard.topics.act != "answer" or best is None:
        return ()
    elsewhere = scene.library.topics[best].guide != GUIDE
    asked = heard.is_question or (elsewhere and heard.topics.top[0].chance >= ABOUT)
    return (best,) if asked else ()
