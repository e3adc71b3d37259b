"""Which part of a vague amount is meant: up to a limit that decides, or above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flows.content.guide import Ask
from flows.language.amounts.money import MOST
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.views.told import spoken_answer, spoken_span

LIMITS: Final = ("jmo_batas_saldo", "batas_npwp")
"""The amounts beside which a claim takes another way or another paper."""

Sums = tuple[int, int]
"""The lowest and the highest, in rupiah."""


def amount_part_screen(scene: Scene, step: Ask, first: str, last: str) -> Screen | None:
    """The parts of a span as buttons, or the one amount that may be meant; None when forged."""
    if not (first.isdecimal() and last.isdecimal()) or not int(first) <= int(last) <= MOST:
        return None
    if first == last:
        amount = spoken_answer(scene, step, first)
        yes = Button(scene.label("tombol_jumlah_itu", jumlah=amount), _part(step, first, first))
        text = scene.say("jumlah_itu", jumlah=amount)
        return Screen(id="part", text=text, choices=(yes,), nav=(scene.foot(),))
    parts = [(str(low), str(high)) for low, high in _parts(scene, (int(first), int(last)))]
    unsure = scene.button("tombol_tidak_ingat", Action.LATEST, step.id, first, last)
    return Screen(
        id="part",
        text=scene.say("jumlah_mana", jumlah=spoken_span(scene, (first, last))),
        choices=(
            *(Button(spoken_span(scene, part).capitalize(), _part(step, *part)) for part in parts),
            unsure,
        ),
        nav=(scene.foot(),),
    )


def _part(step: Ask, first: str, last: str) -> Act:
    return Act(Action.PART, (step.id, first, last))


def _parts(scene: Scene, sums: Sums) -> Iterator[Sums]:
    """The span, cut at every limit inside of it."""
    low, high = sums
    for name in LIMITS:
        limit = scene.library.numbers.whole(name, scene.today)
        if low <= limit < high:
            yield low, limit
            low = limit + 1
    yield low, high
