"""Where somebody is stuck, from the conversation: what an officer must not ask again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flows.aside import WHOLE, View
from flows.content.guide import Ask, Guide
from flows.conversation import Calling
from flows.desk.case import CaseContext, Opening
from flows.scene import Scene
from flows.texts.markup import plain
from flows.texts.shortened import shortened
from flows.views.told import spoken_answer
from flows.walk import progress

REMEMBERED: Final = 5
"""How many of the participant's last messages are kept."""


def context_of(
    scene: Scene, opening: Opening, *, about: str = "", typed: Sequence[str] = ()
) -> CaseContext:
    """The context of a case opened at this moment. `about` and `typed` must be masked."""
    found: dict[str, object] = {
        "opening": opening,
        "about": shortened(about),
        "typed": tuple(shortened(text) for text in typed[-REMEMBERED:]),
        **_covering(scene),
    }
    if scene.guide is not None:
        found |= _standing(scene, scene.guide)
    return CaseContext.model_validate(found)


def context_of_call(scene: Scene) -> CaseContext:
    """The context of somebody who was asked what it is about: as it was before the questions."""
    calling = scene.conversation.calling or Calling()
    before = replace(scene, conversation=scene.conversation.with_(aside=calling.came_from))
    typed = (calling.about,) if calling.about else ()
    return context_of(before, Opening(calling.opening), about=calling.about, typed=typed)


def _standing(scene: Scene, guide: Guide) -> dict[str, object]:
    """The step, the answers before it as people say them, and the question."""
    position = scene.position(guide)
    step = position.step
    at = progress(guide, position, scene.library.numbers, scene.today)
    return {
        "guide": guide.id,
        "guide_title": scene.library.plain(guide.title, scene.today),
        "step": step.id,
        "step_number": at.number,
        "step_total": at.total,
        "answers": tuple(
            (
                passed.id.replace("_", " "),
                spoken_answer(
                    scene,
                    passed,
                    position.answers[passed.id],
                    scene.conversation.span(guide.id, passed.id),
                ),
            )
            for passed in position.passed
        ),
        "asked": shortened(plain(scene.html(step, guide))) if isinstance(step, Ask) else "",
    }


def _covering(scene: Scene) -> dict[str, object]:
    """The trouble or topic on the screen, and what the bot said about it."""
    aside = scene.conversation.aside
    if aside is None:
        return {}
    trouble = scene.library.troubles.get(aside.about) if aside.view is View.TROUBLE else None
    if trouble is not None:
        said = shortened(plain(scene.html(trouble)))
        label = scene.library.plain(trouble.label, scene.today)
        return {"trouble": trouble.id, "trouble_label": label, "bot_said": (said,)}
    topic = scene.library.topics.get(aside.about) if aside.view is View.TOPIC else None
    if topic is not None:
        shown = topic.body if WHOLE in aside.args else topic.short
        said = shortened(plain(scene.inline(shown)))
        return {"topic": topic.id, "topic_title": topic.title, "bot_said": (said,)}
    return {}


def suggestion(context: CaseContext) -> str | None:
    """What the case is probably about, to be offered as the first answer; None without a clue."""
    return context.trouble_label or context.topic_title or context.guide_title or None
