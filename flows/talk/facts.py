"""Facts in a free text fill the guide: said back first, then the questions are skipped."""

from __future__ import annotations

from flows.buttons import pack
from flows.conversation import Conversation
from flows.events import Wrote
from flows.language.understanding import is_question
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.reply import Reply, show

ENOUGH = 2
"""So many facts at once are worth saying back; a single one is answered where it is asked."""


def facts_told(scene: Scene, event: Wrote) -> Reply | None:
    """Two or more answers to `cek-hak` in one text, unless another guide is being walked."""
    if GUIDE not in scene.library.guides or scene.conversation.guide not in (None, GUIDE):
        return None
    told = scene.library.ears.facts.facts(event.text, scene.today)
    known = scene.conversation.given(GUIDE)
    noted = {fact.step: fact.value for fact in told if known.get(fact.step) != fact.value}
    if len(noted) < ENOUGH:
        return None
    talk = scene.conversation.with_(
        noted=noted, aside=pack("nf"), unclear=0, asked=event.text[:1000]
    )
    return show(scene, talk)


def accept(scene: Scene) -> Conversation | None:
    """The facts are right: they become answers, and the guide goes on after them."""
    talk = scene.conversation
    if not talk.noted:
        return None
    answers = {**talk.given(GUIDE), **talk.noted}
    return talk.with_(
        guide=GUIDE,
        answers={**talk.answers, GUIDE: answers},
        noted={},
        aside=_answer_to_the_rest(scene, talk.asked or ""),
    )


def _answer_to_the_rest(scene: Scene, text: str) -> str | None:
    """The topic of a question that came with the facts; it covers the step, and leads back."""
    found = scene.library.ears.search.ask(text) if is_question(text) else None
    return pack("f", found.best) if found and found.best and found.act == "answer" else None


def refuse(scene: Scene) -> Conversation:
    """The facts are not right: the guide asks for itself."""
    return scene.conversation.with_(guide=GUIDE, noted={}, aside=None)
