"""Answers as people say them, and as they were said: exactly, or only about so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flows.content.guide import Ask, Guide
from flows.conversation import Span
from flows.language.amounts.money import MOST
from flows.rights.cek_hak import names_cause
from flows.scene import Scene
from flows.texts.spoken import long_date, rupiah_words, short_date
from flows.walk import Position

ABOUT: Final = ("sekitar", "lebih", "sedikitnya", "kurang", "paling_banyak")
"""How an answer is said that is only about so: ``kira_<one of these>``."""

ROUND: Final = 1_000
"""Rupiah. A bound one rupiah beside such an amount was said as "more than" or "less than" it."""


def told_answers(scene: Scene, guide: Guide) -> Iterator[str]:
    """What was told in a guide, in order, each as it can stand without its question."""
    position = scene.position(guide)
    for step in position.passed:
        if step.has_choice:
            span = scene.conversation.span(guide.id, step.id)
            yield told_answer(scene, step, position.answers[step.id], span)


def weighty_answers(scene: Scene, guide: Guide) -> Iterator[str]:
    """What an outcome of `cek-hak` stands on above all: why somebody claims, days and amounts,
    whatever was guessed, and the last answer, which nothing has said back yet."""
    position = scene.position(guide)
    chosen = [step for step in position.passed if step.has_choice]
    for step in chosen:
        answer, span = position.answers[step.id], scene.conversation.span(guide.id, step.id)
        if (
            step.answer != "pilihan"
            or span
            or step is chosen[-1]
            or names_cause(step.id, answer, scene.library.numbers, scene.today)
        ):
            yield told_answer(scene, step, answer, span)


def has_chosen(position: Position) -> bool:
    """Whether there was anything to choose so far: "yes, I see it" need not be looked up."""
    return any(step.has_choice for step in position.passed)


def told_answer(
    scene: Scene, step: Ask, answer: str, span: Span | None = None, *, brief: bool = False
) -> str:
    """An answer that can stand without its question: "Berhenti sekitar 31 Oktober 2026".

    brief: for a button, "sekitar 31 Okt 2026".
    """
    if answer in step.told:
        return scene.plain(step.told[answer])
    spoken = spoken_answer(scene, step, answer, span, brief=brief)
    return spoken if answer in step.options else scene.label(f"sebut_{step.id}", jawaban=spoken)


def spoken_answer(
    scene: Scene, step: Ask, answer: str, span: Span | None = None, *, brief: bool = False
) -> str:
    """An answer as people say it: the label, the date in words, or the amount in words.

    span: what it can mean, where it was said vaguely.
    """
    if answer in step.options:
        return scene.plain(step.options[answer])
    if step.answer == "tanggal":
        day = short_date(answer) if brief and span else long_date(answer)
        return _about(scene, day) if span else day
    if step.answer == "rupiah" and answer.isdigit():
        amount = rupiah_words(int(answer))
        return (_bounded(scene, span) or _about(scene, amount)) if span else amount
    return answer


def spoken_span(scene: Scene, span: Span) -> str:
    """What an amount can mean: "lebih dari 15 juta", "15 juta sampai 50 juta"."""
    low, high = span
    return _bounded(scene, span) or scene.label(
        "kira_antara", dari=_beyond(low), sampai=rupiah_words(int(high))
    )


def _beyond(low: str) -> str:
    """The lower end as people say it: one rupiah above a round amount is that amount."""
    amount = int(low)
    return rupiah_words(amount - 1 if amount % ROUND == 1 else amount)


def _about(scene: Scene, words: str) -> str:
    return scene.label("kira_sekitar", jawaban=words)


def _bounded(scene: Scene, span: Span) -> str | None:
    """ "lebih dari 15 juta", "paling banyak 15 juta"; None where both ends are open."""
    low, high = int(span[0]), int(span[1])
    if high >= MOST:
        above = (low - 1) % ROUND == 0
        how, amount = ("lebih", low - 1) if above else ("sedikitnya", low)
    elif low == 0:
        below = (high + 1) % ROUND == 0
        how, amount = ("kurang", high + 1) if below else ("paling_banyak", high)
    else:
        return None
    return scene.label(f"kira_{how}", jawaban=rupiah_words(amount))
