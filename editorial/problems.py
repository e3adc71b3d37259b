"""A mistake in the content, told to the editor: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from rapidfuzz import fuzz, process

Severity = Literal["error", "warning"]

ALIKE: Final = 60
"""How alike (0-100, rapidfuzz ratio) a known name must be before it is suggested."""

_TITLES: Final[dict[Severity, str]] = {"error": "Masalah", "warning": "Peringatan"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `kind` names the check that found it; texts are Indonesian sentences.

    `line` counts from 1. An error keeps the content from being used; a warning does not.
    """

    kind: str
    path: str
    line: int
    place: str
    what: str
    todo: str
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"\n  Di: {self.place}" if self.place else ""
        title = _TITLES[self.severity]
        return f"{self.path}:{self.line}{where}\n  {title}: {self.what}\n  Perbaiki: {self.todo}"


def sort_key(problem: Problem) -> tuple[str, int, str, str]:
    """Problems in the order an editor walks through the files."""
    return (problem.path, problem.line, problem.kind, problem.what)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name most like `word`; None when none is alike enough to be meant."""
    found = process.extractOne(
        word.lower(), sorted(known), scorer=fuzz.ratio, score_cutoff=ALIKE, processor=None
    )
    return found[0] if found else None


def meant(word: str, known: Iterable[str]) -> str:
    """ "Mungkin maksudnya `x`." with a space after it, or nothing: opens a remedy sentence."""
    guess = nearest(word, known)
    return f"Mungkin maksudnya `{guess}`. " if guess else ""


def listed(names: Iterable[str]) -> str:
    """Names as people list them: "`a`, `b`, atau `c`"."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) < 2:
        return "".join(quoted)
    joint = ", atau " if len(quoted) > 2 else " atau "
    return ", ".join(quoted[:-1]) + joint + quoted[-1]
