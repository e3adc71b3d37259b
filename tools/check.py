"""`python bot.py check [FOLDER]`: every problem of a content folder, in Indonesian."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final, TextIO

from editorial.check import CHECKS, check_draft
from editorial.check.language.scores import Score, scores
from editorial.contract.code import Code, our_code
from editorial.problems import Problem, sort_key
from editorial.reading import read_folder

LOWEST: Final = 3
"""How many of the hardest texts are named."""


def run(folder: Path, today: date, out: TextIO, code: Code | None = None) -> int:
    """Prints what is wrong in `folder` on the day `today`; 1 when there are errors, else 0.

    Warnings are printed too, but do not fail: they announce what will be an error later, or a
    sentence that is hard to read.
    """
    draft = read_folder(folder)
    asked = our_code() if code is None else code
    found = [*draft.problems, *check_draft(draft, today, asked, language=True)]
    problems = sorted(found, key=sort_key)
    for problem in problems:
        print(f"{problem}\n", file=out)
    judged = scores(draft, problems, frozenset(c.kind for c in CHECKS if c.language))
    print(_summary(problems, judged), file=out)
    return int(any(problem.severity == "error" for problem in problems))


def _summary(problems: list[Problem], judged: list[Score]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    counted = f"{errors} masalah, {warnings} peringatan" if problems else "Tidak ada masalah"
    if not judged:
        return f"{counted}."
    average = sum(score.value for score in judged) // len(judged)
    lines = [f"{counted}. {len(judged)} teks, nilai bahasa rata-rata {average} dari 100."]
    for score in judged[:LOWEST]:
        if score.value < 100:
            lines.append(f"  {score.value}: {score.path} ({score.place})")
    return "\n".join(lines)
