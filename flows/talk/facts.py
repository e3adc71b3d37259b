"""Facts in a free text fill the guide: said back first, then the questions are skipped."""

from __future__ import annotations

from collections.abc import Mapping

from flows.aside import Aside, View
from flows.conversation import Conversation
from flows.ears.facts_in_text import apart
from flows.events import Wrote
from flows.language.understanding import is_question
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.patience import FEW_WORDS, LONG
from flows.talk.reply import Reply, show

ENOUGH = 2
"""So many facts at once are worth saying back; a single one is answered where it is asked."""


def facts_told(scene: Scene, event: Wrote) -> Reply | None:
    """Two or more answers to `cek-hak` in one text, unless another guide is being walked.

    A question that came along is answered right after the participant has said yes or no.
    """
    if GUIDE not in scene.library.guides or scene.conversation.guide not in (None, GUIDE):
        return None
    told = _told(scene, event.text)
    known = scene.conversation.given(GUIDE)
    noted = {step: value for step, value in told.items() if known.get(step) != value}
    if apart(noted) < ENOUGH:
        return _one_told(scene, event.text, noted)
    aside = Aside(View.NOTED, _besides(scene, event.text))
    asked = event.text[:LONG]
    return show(scene, scene.conversation.with_(noted=noted, aside=aside, unclear=0, asked=asked))


def told_besides(scene: Scene, step: str, value: str, text: str) -> Conversation:
    """The conversation with this answer, and with what the same words say beyond it.

    Who answers "resign" when asked about the situation need not be asked why they left.
    """
    talk = scene.conversation
    if scene.guide is None:
        return talk
    answers = {**talk.given(scene.guide.id), step: value}
    if scene.guide.id == GUIDE:
        told = _told(scene, text)
        if told.get(step) == value and apart(told) < ENOUGH:
            answers |= told
    return talk.with_(answers={**talk.answers, scene.guide.id: answers})


def accept(scene: Scene) -> Conversation | None:
    """The facts are right: they become answers, and the guide goes on after them."""
    talk = scene.conversation
    if not talk.noted:
        return None
    answers = {**talk.given(GUIDE), **talk.noted}
    return refuse(scene).with_(answers={**talk.answers, GUIDE: answers})


def refuse(scene: Scene) -> Conversation:
    """The facts are not right: the guide asks for itself. The question is answered all the same."""
    noted = scene.conversation.under(View.NOTED)
    topics = noted.args[:1] if noted else ()
    aside = Aside(View.TOPIC, topics) if topics else None
    return scene.conversation.with_(guide=GUIDE, noted={}, aside=aside, unclear=0)


def _one_told(scene: Scene, text: str, noted: Mapping[str, str]) -> Reply | None:
    """One fact is taken when it is the one that is asked for; a question in it is answered.

    Only a date or an amount stands out in a question or a story: "phk itu apa" tells nothing.
    """
    step = scene.question
    if scene.conversation.guide != GUIDE or step is None or step.id not in noted:
        return None
    if step.answer == "pilihan" and (is_question(text) or len(text.split()) > 2 * FEW_WORDS):
        return None
    talk = told_besides(scene, step.id, noted[step.id], text)
    topics = _besides(scene, text) if is_question(text) else ()
    return show(scene, talk.with_(aside=Aside(View.TOPIC, topics) if topics else None, unclear=0))


def _told(scene: Scene, text: str) -> dict[str, str]:
    facts = scene.library.ears.facts.facts(text, scene.today)
    return {fact.step: fact.value for fact in facts}


def _besides(scene: Scene, text: str) -> tuple[str, ...]:
    """The topic of what is asked besides the facts, if one surely is."""
    found = scene.library.ears.search.ask(text)
    if found.act != "answer" or found.best is None:
        return ()
    asked = is_question(text) or scene.library.topics[found.best].guide != GUIDE
    return (found.best,) if asked else ()
