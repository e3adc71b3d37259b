"""A fact for a later question, told at another one: "oh ya, kartunya cuma satu".

It is kept, said back, and used when its question comes.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from flows.aside import View
from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.facts.in_text import BALANCE, LEAVING, LEFT, NOW
from flows.ears.options.index import UNSURE
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.answering.saying_back import said_back
from flows.talk.answering.values import value_of
from flows.talk.reply import Reply
from flows.talk.telling.told import NAMED, told_in

ANY_TIME: Final = tuple(NAMED)
BEFORE_ASKED: Final = frozenset({LEAVING, BALANCE, *ANY_TIME})
"""Questions of `cek-hak` that may be answered before they are asked."""

DAY: Final = "tanggal"

ASKED: Final = "kah"
""" "Bisa pakai HP kah" tells nothing."""

LONGEST: Final = 14
"""Words up to which a text tells one thing."""


def told_ahead(scene: Scene, heard: Heard) -> Reply | None:
    """The question at hand again, below what was told of another one of `cek-hak`."""
    step, guide = scene.question, scene.guide
    if heard.manner.whether or ASKED in heard.spelled:
        return None
    if step is None or guide is None or guide.id != GUIDE or heard.length > LONGEST:
        return None
    aside = scene.conversation.aside
    if (aside and aside.view not in {View.MEANT, View.TOPIC}) or heard.others:
        return None
    if value_of(step, heard) or option_of(scene, step, heard).taken:
        return None
    known = scene.conversation.given(GUIDE)
    coming = [
        each
        for each in guide.steps
        if each.id in BEFORE_ASKED and isinstance(each, Ask)
        and each.id not in known and each.id != step.id
    ]  # fmt: skip
    told = [(each, found) for each in coming if (found := _told(scene, each, heard)) is not None]
    if len(told) != 1 or step.id in told_in(scene, heard):
        return None
    later, value = told[0]
    talk = scene.conversation.answered(GUIDE, later.id, value).with_(aside=None, unclear=0)
    return said_back(scene, talk, later)


def _told(scene: Scene, step: Ask, heard: Heard) -> str | None:
    """What is told of this question; nothing vague, and nothing that is asked."""
    if step.id == LEAVING:
        return _day_told(scene, step, heard)
    if heard.asks:
        return None
    if step.id == BALANCE:
        sums = [fact.value for fact in heard.facts if fact.step == BALANCE and not fact.vague]
        return sums[0] if sums else None
    if NAMED.get(step.id, frozenset()).isdisjoint(heard.spelled):
        return None
    return option_of(scene, step, heard).taken


def _day_told(scene: Scene, step: Ask, heard: Heard) -> str | None:
    """The last day of work, or that nobody remembers it."""
    step_id, left = LEFT
    if scene.conversation.given(GUIDE).get(step_id) != left or heard.folded.endswith("?"):
        return None
    index = heard.ears.options.of((GUIDE, step.id))
    unsure = any(UNSURE in clause.words for clause in heard.clauses)
    if unsure and DAY in heard.spelled and index is not None:
        return index.unsure
    days = [fact.value for fact in heard.facts if fact.step == LEAVING and not fact.vague]
    if days:
        return days[0] if date.fromisoformat(days[0]) <= heard.today else None
    # "Sekarang lagi gak kerja" says what is now, not that it began today.
    found = None if NOW in heard.spelled else value_of(step, heard)
    exact = isinstance(found, Understood) and not (found.span or found.approximate or found.open)
    if not exact or found is None or step.answer != DAY:
        return None
    return found.value if date.fromisoformat(found.value) <= heard.today else None
