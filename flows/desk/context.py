"""Where somebody is stuck, from the conversation: what an officer must not ask again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flows.aside import WHOLE, View
from flows.content.guide import Guide
from flows.conversation import Calling, Conversation
from flows.desk.case import CaseContext, Opening
from flows.desk.ruling import known_of
from flows.ears import Heard
from flows.scene import Scene
from flows.texts.markup import plain
from flows.texts.shortened import shortened, whole_lines
from flows.walk import progress

REMEMBERED: Final = 5
"""How many of the participant's last questions are kept."""

QUESTION: Final = 160
"""Longest question that is kept (units)."""

SHOWN: Final = 6
"""How many of the bot's last screens are named."""

SAID: Final = 700
"""Longest part of what the bot said (units)."""

MATTER: Final = 600
"""Longest matter (units)."""

WORDS: Final = 3
"""Fewer words are no question of their own."""


def context_of(
    scene: Scene, opening: Opening, *, about: str = "", typed: Sequence[str] = ()
) -> CaseContext:
    """The context of a case opened at this moment. `about` and `typed` must be masked."""
    matter = shortened(about, MATTER)
    found: dict[str, object] = {
        "opening": opening,
        "about": matter,
        "typed": tuple(dict.fromkeys(text for text in typed if text and text != matter)),
        **known_of(scene)._asdict(),
        **_covering(scene),
    }
    if scene.guide is not None:
        found |= _standing(scene, scene.guide)
    return CaseContext.model_validate(found)


def context_of_call(scene: Scene) -> CaseContext:
    """The context of somebody who was asked what it is about: as it was before the questions."""
    talk = scene.conversation
    calling = talk.calling or Calling()
    before = replace(scene, conversation=talk.with_(aside=calling.came_from))
    return context_of(before, Opening(calling.opening), about=calling.about, typed=talk.questions)


def learned(context: CaseContext, scene: Scene) -> CaseContext:
    """The context of a case that waits, with what was told since, and what the bot has shown."""
    name = _shown(scene)
    shown = context.shown
    if name and name not in shown[-1:]:
        shown = (*shown, name)[-SHOWN:]
    return context.model_copy(update={**known_of(scene)._asdict(), "shown": shown})


def with_question(talk: Conversation, heard: Heard, before: Conversation) -> Conversation:
    """The conversation with what was asked last; an answer to a step, thanks and commands are
    none."""
    told = talk.answers != before.answers or heard.command or heard.mood.polite
    if "petugas" in heard.mood or heard.manner.wants_person:
        return talk
    if told or heard.forwarded or heard.length < WORDS:
        return talk
    asked = whole_lines(heard.text, QUESTION)
    others = [one for one in talk.questions if one != asked]
    return talk.with_(questions=(*others, asked)[-REMEMBERED:])


def _standing(scene: Scene, guide: Guide) -> dict[str, object]:
    """The step."""
    position = scene.position(guide)
    at = progress(guide, position, scene.library.numbers, scene.today)
    return {
        "guide": guide.id,
        "guide_title": scene.library.plain(guide.title, scene.today),
        "step": position.step.id,
        "step_number": at.number,
        "step_total": at.total,
    }


def _shown(scene: Scene) -> str:
    """What is on the screen, by its name; empty for the menu and the like."""
    found = _covering(scene)
    named = found.get("trouble_label") or found.get("topic_title")
    if named or scene.conversation.aside or scene.guide is None:
        return str(named or "")
    at = _standing(scene, scene.guide)
    return f"{at['guide_title']} {at['step_number']}/{at['step_total']}"


def _covering(scene: Scene) -> dict[str, object]:
    """The trouble or topic on the screen, and what the bot said about it."""
    aside = scene.conversation.aside
    if aside is None:
        return {}
    trouble = scene.library.troubles.get(aside.about) if aside.view is View.TROUBLE else None
    if trouble is not None:
        said = whole_lines(plain(scene.html(trouble)), SAID)
        label = scene.library.plain(trouble.label, scene.today)
        return {"trouble": trouble.id, "trouble_label": label, "bot_said": (said,)}
    topic = scene.library.topics.get(aside.about) if aside.view is View.TOPIC else None
    if topic is not None:
        shown = topic.body if WHOLE in aside.args else topic.short
        said = whole_lines(plain(scene.inline(shown)), SAID)
        return {"topic": topic.id, "topic_title": topic.title, "bot_said": (said,)}
    return {}


def suggestion(context: CaseContext) -> str | None:
    """What the case is probably about, to be offered as the first answer; None without a clue."""
    return context.trouble_label or context.topic_title or context.guide_title or None
