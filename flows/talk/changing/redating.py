"""A day told before, as it is told now: another part of it, or another day instead."""

from __future__ import annotations

from datetime import date

from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.options.signed import INSTEAD
from flows.language.understanding import Understood
from flows.scene import Scene
from flows.talk.answering.values import DAY, tense_of
from flows.talk.changing.correcting import changed_to
from flows.talk.changing.so_far import chosen_so_far, read_at
from flows.talk.reply import Reply


def redated(scene: Scene, heard: Heard) -> Reply | None:
    """ "Eh salah, taun 1974": the other parts of the day told last stay."""
    recalled = heard.ears.corrections.recalls(heard.folded)
    signed = bool(heard.correction) or INSTEAD in heard.spelled or heard.mended is not heard
    if not (signed or recalled) or scene.guide is None or heard.folded.endswith("?"):
        return None
    given = scene.conversation.given(scene.guide.id)
    dated = (step for step in chosen_so_far(scene) if step.answer == DAY)
    step = next((each for each in dated if given[each.id] not in each.options), None)
    if step is None or scene.conversation.span(scene.guide.id, step.id):
        return None
    said = heard.behind_no or heard
    known = date.fromisoformat(given[step.id])
    day = heard.ears.dates.corrected(said.folded, known, tense_of(step))
    if day is None and recalled:
        day = _another_day(scene, step, heard)
    if day is None or (day > heard.today and not step.future):
        return None
    return changed_to(scene, (step, Understood(day.isoformat())))


def _another_day(scene: Scene, step: Ask, heard: Heard) -> date | None:
    """ "Tapi di surat tertulis 3 mei": a whole day, where it is not one that is asked for."""
    if scene.question is not None and scene.question.answer == step.answer:
        return None
    found = read_at(scene, step, heard)
    return None if found is None or found.span else date.fromisoformat(found.value)
