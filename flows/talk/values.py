"""A date or an amount typed at a question that asks for one."""

from __future__ import annotations

from flows.content.guide import Ask
from flows.ears import Heard
from flows.language.dates import Tense
from flows.language.understanding import Understood


def tense_of(step: Ask) -> Tense:
    """Which way the question looks."""
    return Tense.FUTURE if step.future else Tense.PAST


def value_of(step: Ask, heard: Heard) -> str | None:
    """The date or amount a text is; None for other steps, and when it is none."""
    if step.answer == "pilihan" or heard.is_question:
        return None
    if step.answer == "tanggal":
        day = heard.day(tense_of(step))
        fits = isinstance(day, Understood) and (step.future or day.value <= heard.today)
        return day.value.isoformat() if isinstance(day, Understood) and fits else None
    return str(heard.rupiah.value) if isinstance(heard.rupiah, Understood) else None
