"""A short way to a step: answers with which a participant would stand at it."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from datetime import date
from typing import Final

from flows.content.guide import Ask, Guide
from flows.content.numbers import Numbers
from flows.walk import locate

Answers = Mapping[str, str]
Samples = Mapping[str, Mapping[str, str]]

_TRIED: Final = 60
"""Ways looked at for each step: enough for every step, and never the thousands there are."""


def way_to(
    guide: Guide, step_id: str, numbers: Numbers, today: date, samples: Samples
) -> Answers | None:
    """The answers of a shortest way to this step; None when none leads there.

    `samples`: for each question that is answered by typing, answers to try. Raises NoValueError.
    """
    seen: Counter[str] = Counter()
    ahead: deque[dict[str, str]] = deque([{}])
    while ahead:
        answers = ahead.popleft()
        step = locate(guide, answers, numbers, today).step
        if step.id == step_id:
            return answers
        seen[step.id] += 1
        if not isinstance(step, Ask) or seen[step.id] > _TRIED:
            continue
        tried = (*step.options, *samples.get(step.id, {}).values())
        ahead.extend({**answers, step.id: answer} for answer in tried)
    return None
