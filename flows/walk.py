"""Where a participant stands in a guide: computed from the answers, never stored.

`locate` walks the list from the top. A step applies when its `when` holds for the answers of the
*earlier steps that apply themselves*; the first step that applies and is not answered is the
position. So "back", "change an answer", a restart and a new version of the content cost nothing,
and answers of steps that no longer apply are ignored without being deleted. An option that editors
have renamed or taken out since is no answer any more: the question is asked again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flows.content.guide import Ask, End, Guide, Options, RuleName, Step
from flows.content.numbers import Numbers
from flows.rights.rules import RULES, Situation

Answers = Mapping[str, str]


class NoEndError(Exception):
    """A guide ran past its last step: its last step is not an unconditional end."""


@dataclass(frozen=True)
class Position:
    """The questions passed, in order, their answers, and the step to show now."""

    passed: tuple[Ask, ...]
    answers: Answers
    step: Step


@dataclass(frozen=True)
class Progress:
    """The `number` of a step among `total`: the total may shrink on the way, it never grows."""

    number: int
    total: int

    @property
    def left(self) -> int:
        """How many steps may still follow, at most: less with every answer."""
        return self.total - self.number


def _applies(step: Step, situation: Situation) -> bool:
    when = step.when
    if when is None:
        return True
    if isinstance(when, Options):
        return when.hold(situation.answers)
    return RULES[when.name].holds(situation)


def locate(guide: Guide, answers: Answers, numbers: Numbers, today: date) -> Position:
    """The position of somebody with these answers.

    Raises NoEndError for a guide that `bot.py check` would have refused.
    """
    passed: list[Ask] = []
    seen: dict[str, str] = {}
    situation = Situation(seen, numbers, today)
    for step in guide.steps:
        if not _applies(step, situation):
            continue
        answer = answers.get(step.id)
        if isinstance(step, End) or answer is None or not step.takes(answer):
            return Position(tuple(passed), seen, step)
        passed.append(step)
        seen[step.id] = answer
    raise NoEndError(guide.id)


def progress(guide: Guide, position: Position, numbers: Numbers, today: date) -> Progress:
    """How far the position is: steps passed, and the most that may still come."""
    number = len(position.passed) + 1
    ahead = {position.step.id}
    total = number
    for step in guide.after(position.step):
        if isinstance(step, Ask) and _may_apply(step, position.answers, ahead, numbers, today):
            ahead.add(step.id)
            total += 1
    return Progress(number, total)


def _may_apply(step: Ask, seen: Answers, ahead: set[str], numbers: Numbers, today: date) -> bool:
    """Whether some answers to the questions ahead could make this step apply."""
    match step.when:
        case None:
            return True
        case Options(wanted=wanted):
            return all(
                step_id in ahead or seen.get(step_id) in keys for step_id, keys in wanted.items()
            )
        case RuleName(name=name):
            rule = RULES[name]
            if any(step_id in ahead for step_id in rule.reads):
                return True
            return rule.holds(Situation(seen, numbers, today))


Named = tuple[tuple[str, str], ...]
"""Steps in order, each with its answer or the name of a sample."""


@dataclass(frozen=True)
class Path:
    """One possible conversation: the answers in order, and the end it leads to."""

    answers: Named
    end: str

    def __str__(self) -> str:
        return " > ".join([*(f"{step}={answer}" for step, answer in self.answers), self.end])


def all_paths(
    guide: Guide,
    numbers: Numbers,
    today: date,
    samples: Mapping[str, Mapping[str, str]],
) -> Iterator[Path]:
    """Every possible conversation.

    `samples` holds, for each question that can be answered by typing, the answers to try: a name
    for the path and the answer itself (see `editorial.samples`). Raises NoEndError.
    """

    def walk(start: int, seen: dict[str, str], named: Named) -> Iterator[Path]:
        situation = Situation(seen, numbers, today)
        for place in range(start, len(guide.steps)):
            step = guide.steps[place]
            if not _applies(step, situation):
                continue
            if isinstance(step, End):
                yield Path(named, step.id)
                return
            choices = {key: key for key in step.options} | dict(samples.get(step.id, {}))
            for name, answer in choices.items():
                yield from walk(place + 1, {**seen, step.id: answer}, (*named, (step.id, name)))
            return
        raise NoEndError(guide.id)

    yield from walk(0, {}, ())
