"""What is said below facts that wait for a yes ("Kami catat: ... Betul?"): that one of them is
otherwise, or one more.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.ears import Heard
from flows.ears.facts.in_text import BALANCE, LEAVING, Fact
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.answering.values import value_of
from flows.talk.changing.correcting import contradicted, corrected
from flows.talk.changing.redating import redated
from flows.talk.covering import notes_of
from flows.talk.reply import Reply, show
from flows.talk.telling.facts import accept

CHOICE: Final = "pilihan"

BRIEF: Final = 12
"""Words up to which a text changes what is noted and tells no new story."""


def noted_otherwise(scene: Scene, heard: Heard) -> Reply | None:
    """ "Bukan tanggal 15, tapi 25", "oh iya saldonya 8 juta": the facts once more, as they are now.

    Where it is not said which is wrong, or what is right instead, that is asked.
    """
    agreed = accept(scene) if scene.conversation.under(View.NOTED) else None
    if agreed is None or heard.is_question or heard.length > BRIEF:
        return None
    as_if = scene.with_(agreed.with_(aside=None))
    denying = heard.behind_no
    dated = _valued(as_if, denying) if denying else None
    dated = dated or _dated(as_if, denying or heard)
    if dated is not None:
        return _noted_anew(scene, dated)
    reply = redated(as_if, heard) or contradicted(as_if, heard) or corrected(as_if, heard)
    if reply is not None:
        unsure = reply.conversation.under(View.PART, View.SUMMARY)
        return _asked_which(as_if) if unsure else _noted_anew(scene, reply.conversation)
    told = _told_besides(as_if, heard)
    if not told:
        # What begins with a no agrees to nothing.
        return _asked_which(as_if) if denying else _said_again(scene, as_if, heard)
    spans = {step: fact.vague for step, fact in told.items() if fact.vague}
    answers = {step: fact.value for step, fact in told.items()}
    return _noted_anew(scene, as_if.conversation.told(GUIDE, answers, spans))


def _said_again(scene: Scene, as_if: Scene, heard: Heard) -> Reply | None:
    """ "Gak diperpanjang", below "kontrak kerja selesai": nothing new, and no yes."""
    steps = as_if.guide.steps if as_if.guide else ()
    asked = (step for step in steps if isinstance(step, Ask) and step.answer == CHOICE)
    noted = [step for step in asked if step.id in scene.conversation.noted]
    agrees = heard.ears.choices.behind_yes(heard.folded) != heard.folded
    if agrees or all(map(heard.ears.options.says_little, heard.clauses)):
        return None
    # "Nganggur" says once more that somebody left, and answers what comes next.
    if as_if.question is not None and option_of(as_if, as_if.question, heard).taken:
        return None
    known = as_if.conversation.given(GUIDE)
    same = any(option_of(as_if, step, heard).taken == known[step.id] for step in noted)
    return show(scene, scene.conversation) if same else None


def _asked_which(as_if: Scene) -> Reply:
    """The answers as buttons: a press changes the one that is wrong."""
    return show(as_if, as_if.conversation.with_(aside=Aside(View.SUMMARY), unclear=0))


def _valued(as_if: Scene, heard: Heard) -> Conversation | None:
    """The one day or amount that is said in the place of what was noted."""
    talk, steps = as_if.conversation, as_if.guide.steps if as_if.guide else ()
    noted = [each for each in steps if isinstance(each, Ask) and each.id in {LEAVING, BALANCE}]
    found = [
        (step.id, value.value)
        for step in noted
        if step.id in talk.given(GUIDE) and (value := value_of(step, heard)) and not value.span
    ]
    return talk.told(GUIDE, dict(found), {}) if len(found) == 1 else None


def _dated(as_if: Scene, heard: Heard) -> Conversation | None:
    """The day of leaving with one part of it as it is said now."""
    talk = as_if.conversation
    known = talk.given(GUIDE).get(LEAVING)
    if known is None or talk.span(GUIDE, LEAVING) or not _is_day(known):
        return None
    day = heard.ears.dates.corrected(heard.folded, date.fromisoformat(known))
    if day is None or day > heard.today or day.isoformat() == known:
        return None
    return talk.told(GUIDE, {LEAVING: day.isoformat()}, {})


def _is_day(value: str) -> bool:
    return value[:1].isdigit()


def _told_besides(as_if: Scene, heard: Heard) -> Mapping[str, Fact]:
    """Facts that are not known, unless they answer what is asked next."""
    known = as_if.conversation.given(GUIDE)
    told = {each.step: each for each in heard.facts if known.get(each.step) != each.value}
    return {} if as_if.question and as_if.question.id in told else told


def _noted_anew(scene: Scene, told: Conversation) -> Reply:
    """The facts said back once more; none of them is an answer before the yes."""
    before, now = scene.conversation.given(GUIDE), told.given(GUIDE)
    noted = {step: value for step, value in now.items() if before.get(step) != value}
    vague = {step: span for step, span in told.vague.get(GUIDE, {}).items() if step in noted}
    talk = scene.conversation.with_(noted=noted, noted_vague=vague, unclear=0)
    return show(scene, talk.with_(aside=notes_of(talk)))
