"""A vague answer whose outcome hangs on what exactly is meant: asked for more exactly.

A claim is never promised too early: where the outcome is the same all over the span, the late end
is taken and said back; where it changes inside, the bot asks instead of choosing.
"""

from __future__ import annotations

from datetime import date, timedelta

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import Span
from flows.language.amounts.money import MOST
from flows.rights.cek_hak import GUIDE, judge
from flows.rights.eligibility import Eligibility
from flows.scene import Scene
from flows.talk.answering.saying_back import said_back
from flows.talk.reply import Reply, show


def decides(scene: Scene, step: Ask, span: Span) -> bool:
    """Whether the outcome of `cek-hak` is another one at the two ends of what is meant."""
    if scene.guide is None or scene.guide.id != GUIDE:
        return False
    first, last = (_outcome(scene, step, end) for end in span)
    return _told(first) != _told(last)


def narrowed(scene: Scene, step: Ask, span: Span) -> Reply:
    """Asks which part of the span is meant: of a day by thirds, of an amount by limits."""
    talk = scene.conversation.with_(aside=Aside(View.PART, (step.id, *span)), unclear=0)
    return show(scene, talk)


def meant(step: Ask, span: Span) -> str:
    """The end of a span that promises nothing too early: the late day, the amount that is said."""
    first, last = span
    return first if step.answer == "rupiah" and int(last) == MOST else last


def part_chosen(scene: Scene, step_id: str, first: str, last: str) -> Reply | None:
    """One part of what was meant: asked again while it still decides; None for a forged button."""
    step = _asked(scene, step_id, first, last)
    if step is None:
        return None
    if _is_long(step, first, last) and decides(scene, step, (first, last)):
        return narrowed(scene, step, (first, last))
    return _taken(scene, step, first, last)


def latest_taken(scene: Scene, step_id: str, first: str, last: str) -> Reply | None:
    """Nobody knows more exactly: the late end counts, and it stays a guess."""
    step = _asked(scene, step_id, first, last)
    return None if step is None else _taken(scene, step, first, last)


def _asked(scene: Scene, step_id: str, first: str, last: str) -> Ask | None:
    """The question that the button belongs to, while it is the one that is asked."""
    step = scene.question
    if step is None or step.id != step_id:
        return None
    if step.answer == "tanggal":
        return step if _is_day(first) and _is_day(last) and first <= last else None
    amounts = step.answer == "rupiah" and first.isdecimal() and last.isdecimal()
    return step if amounts and int(first) <= int(last) <= MOST else None


def _taken(scene: Scene, step: Ask, first: str, last: str) -> Reply:
    span = None if first == last else (first, last)
    guide = scene.conversation.guide or ""
    answered = scene.conversation.answered(guide, step.id, meant(step, (first, last)), span)
    return said_back(scene, answered, step)


def _is_day(written: str) -> bool:
    try:
        return date.fromisoformat(written).isoformat() == written
    except ValueError:
        return False


def _is_long(step: Ask, first: str, last: str) -> bool:
    """Longer than what people still remember as "the beginning of the month"."""
    if step.answer == "rupiah":
        return False
    return date.fromisoformat(last) - date.fromisoformat(first) > timedelta(days=10)


def _outcome(scene: Scene, step: Ask, value: str) -> Eligibility:
    answers = {**scene.conversation.given(GUIDE), step.id: value}
    return judge(answers, scene.library.numbers, scene.today)


def _told(outcome: Eligibility) -> tuple[object, ...]:
    """What of an outcome is another thing to do; from when a claim is open is said anyway."""
    return outcome.boleh, outcome.kanal, outcome.hasil, outcome.dokumen
