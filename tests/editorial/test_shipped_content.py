"""The content we ship: clean, and every conversation in it can be shown to its end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from editorial.check import check_draft
from editorial.contract.code import our_code
from editorial.load import load
from editorial.problems import Problem
from editorial.reading import read_folder
from editorial.samples import samples_of
from flows.content.guide import Guide
from flows.library import Library
from flows.rights.cek_hak import GUIDE, SHOWN
from flows.scene import computed
from flows.texts.fill import PLACEHOLDER
from flows.walk import all_paths

CONTENT = Path(__file__).parent.parent.parent / "content"
LIMIT_RAISED = date(2025, 5, 9)


OF_TIME = {"segera-kedaluwarsa", "lama-diperiksa"}
"""Warnings that time alone brings: editors see them in `bot.py check`, no change of code is red."""


def is_of_time(problem: Problem) -> bool:
    """Also a statement that has ended: it says so itself. An office that has ended does not."""
    ended = problem.kind == "kedaluwarsa" and problem.severity == "warning"
    return ended or problem.kind in OF_TIME


def test_neither_errors_nor_warnings_on_this_very_day() -> None:
    draft = read_folder(CONTENT)
    found = check_draft(draft, date.today(), our_code(), language=True)
    problems = [*draft.problems, *(problem for problem in found if not is_of_time(problem))]
    assert "\n".join(str(problem) for problem in problems) == ""


@pytest.mark.parametrize("day", [date(2025, 5, 8), LIMIT_RAISED, date(2027, 12, 31)])
def test_other_days_can_be_previewed(day: date) -> None:
    library = load(CONTENT, day).library
    assert library is not None
    expected = "15 juta" if day >= LIMIT_RAISED else "10 juta"
    assert library.numbers.words("jmo_batas_saldo", day) == expected


def ends(library: Library, guide: Guide, today: date) -> dict[str, list[dict[str, str]]]:
    """For each end of a guide: the answers of every conversation that leads to it."""
    found: dict[str, list[dict[str, str]]] = {}
    samples = samples_of(guide, library.numbers, today)
    for path in all_paths(guide, library.numbers, today, samples):
        answers = {step: samples.get(step, {}).get(name, name) for step, name in path.answers}
        found.setdefault(path.end, []).append(answers)
    return found


def test_every_end_of_every_conversation_has_all_its_values(library: Library, today: date) -> None:
    for guide in library.guides.values():
        for end, conversations in ends(library, guide, today).items():
            step = guide.step(end)
            assert step is not None
            needs_answers = set(PLACEHOLDER.findall(step.body)) - set(library.numbers.by_id)
            for answers in conversations if needs_answers else conversations[:1]:
                values = computed(step.body, guide.id, answers, library, today)
                assert set(values) <= (SHOWN if guide.id == GUIDE else frozenset())
                assert "{" not in library.html(step, today, **values)
