"""How easily each text reads: 100, less ten for every warning of the language gate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, NamedTuple

from editorial.problems import Problem
from editorial.reading.draft import Draft
from editorial.reading.texts import SHORT

BEST: Final = 100
PER_WARNING: Final = 10


class Score(NamedTuple):
    """One text and its score from 0 to 100."""

    path: str
    place: str
    value: int


def scores(draft: Draft, problems: Iterable[Problem], kinds: frozenset[str]) -> list[Score]:
    """The score of every text that people read in sentences, hardest first.

    `kinds` are the names of the checks that judge language.
    """
    marks = Counter((p.path, p.place) for p in problems if p.kind in kinds)
    read = {(text.path, text.place) for text in draft.texts() if text.use not in SHORT}
    found = [Score(*key, max(0, BEST - PER_WARNING * marks[key])) for key in read]
    return sorted(found, key=lambda score: (score.value, score.path, score.place))
