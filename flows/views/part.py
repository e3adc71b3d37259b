"""Which part of a vague day is meant: "awal, tengah, atau akhir bulan?"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from babel.dates import format_date

from flows.content.guide import Ask
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.texts.html import paragraphs
from flows.views.amount_part import amount_part_screen

Days = tuple[date, date]
"""The first and the last day."""

THIRDS: Final = (
    ("tombol_bagian_awal", 1, 10),
    ("tombol_bagian_tengah", 11, 20),
    ("tombol_bagian_akhir", 21, 31),
)
"""The parts of a month: message, first and last day."""

MOST_MONTHS: Final = 4
"""So many months are offered one by one; more of them by thirds of the year."""


def part_screen(scene: Scene, step_id: str, first: str, last: str) -> Screen | None:
    """The parts of a span as buttons; None for a forged span or another question."""
    step, days = scene.question, _days(first, last)
    if not isinstance(step, Ask) or step.id != step_id:
        return None
    if step.answer == "rupiah":
        return amount_part_screen(scene, step, first, last)
    if days is None:
        return None
    if days[0] == days[1]:
        return _one_day(scene, step_id, days)
    choices = [
        Button(label, Act(Action.PART, (step_id, start.isoformat(), end.isoformat())))
        for label, (start, end) in _parts(scene, days)
    ]
    unsure = scene.button("tombol_tidak_ingat", Action.LATEST, step_id, first, last)
    return Screen(
        id="part",
        text=paragraphs(scene.say("bagian_mana", rentang=_spoken(days))),
        choices=(*choices, unsure),
        nav=(scene.foot(),),
    )


def _one_day(scene: Scene, step_id: str, days: Days) -> Screen:
    """Asks whether that day is meant; another one is typed."""
    day, written = _spoken(days), days[0].isoformat()
    yes = Button(
        scene.label("tombol_hari_itu", hari=day), Act(Action.PART, (step_id, written, written))
    )
    text = paragraphs(scene.say("hari_itu", hari=day))
    return Screen(id="part", text=text, choices=(yes,), nav=(scene.foot(),))


def _days(first: str, last: str) -> Days | None:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return None
    return (start, end) if start <= end else None


def _parts(scene: Scene, days: Days) -> Iterator[tuple[str, Days]]:
    """The parts that have days of the span, each with its label."""
    first, last = days
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        for message, start, past in THIRDS:
            part = (max(first, first.replace(day=start)), min(last, _day(first, past)))
            if part[0] <= part[1]:
                yield scene.label(message, bagian=_spoken(part)), part
        return
    step = 1 if months <= MOST_MONTHS else -(-months // 3)
    for ahead in range(0, months, step):
        end = _month(first, ahead + step) - timedelta(days=1)
        part = (max(first, _month(first, ahead)), min(last, end))
        yield _spoken(part), part


def _day(month: date, day: int) -> date:
    """This day of the month, or its last."""
    return min(month.replace(day=1) + timedelta(days=day - 1), _month(month, 1) - timedelta(days=1))


def _month(first: date, ahead: int) -> date:
    """The first day of the month so many months later."""
    count = first.year * 12 + first.month - 1 + ahead
    return date(count // 12, count % 12 + 1, 1)


def _spoken(days: Days) -> str:
    """ "1–10 Oktober 2026", "Oktober 2026", "Januari–April 2026"."""
    first, last = days
    whole = first.day == 1 and last == _day(last, 31)
    if first == last:
        return _format(first, "d MMMM yyyy")
    if (first.year, first.month) == (last.year, last.month):
        if whole:
            return _format(first, "MMMM yyyy")
        return f"{first.day}–{_format(last, 'd MMMM yyyy')}"
    pattern = "MMMM yyyy" if whole else "d MMMM yyyy"
    start = pattern.removesuffix(" yyyy") if first.year == last.year else pattern
    return f"{_format(first, start)} – {_format(last, pattern)}"


def _format(day: date, pattern: str) -> str:
    return str(format_date(day, pattern, locale="id_ID"))
