"""Steps that no combination of answers can reach.

Walks the list once with every combination of those answers that a later `when` looks at. A rule
may hold or not: it is Python and cannot be looked into.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from editorial.check.context import Context, Finding
from editorial.check.guides.routing import conditions, repeated_steps
from editorial.reading.draft import GuideDraft, StepDraft
from flows.content.guide import Options, RuleName

Seen = frozenset[tuple[str, str]]
"""Answers so far: step id and option key. What is not in it was not asked or matters no more."""

OTHER: Final = "*"
"""A typed answer, or any option that no condition names."""

_INNER: Final = (
    "Periksa `when` di sini dan di langkah `end` di atasnya: jawaban yang sama sudah berakhir di "
    "sana."
)
_LAST: Final = "Hapus langkah ini, lalu hapus `when` di langkah `end` terakhir di atasnya."

MOST: Final = 20_000
"""Combinations looked at before a guide is taken as it is."""


def unreachable(context: Context) -> Iterator[Finding]:
    """A step that cannot apply because an earlier end takes everybody who would get there."""
    confused = {finding.path for finding in (*conditions(context), *repeated_steps(context))}
    for guide in context.draft.guides.values():
        if guide.doc.path in confused:
            continue
        for step in _unreached(guide):
            what = "Langkah ini tidak akan pernah tercapai."
            todo = _LAST if step is guide.steps[-1] else _INNER
            yield Finding(guide.doc.path, step.line, f"langkah `{step.id}`", what, todo)


def _unreached(guide: GuideDraft) -> list[StepDraft]:
    uses = _Uses(guide)
    states: set[Seen] = {frozenset()}
    unreached: list[StepDraft] = []
    for step in guide.steps:
        if not step.when_read or len(states) > MOST:
            return unreached
        met = {seen for seen in states if uses.may_apply(step, seen)}
        if not met:
            unreached.append(step)
        elif step.kind == "ask":
            states = uses.asked(step, states, met)
        elif not isinstance(step.when, RuleName):
            states -= met
        states = {uses.without_past(seen, step.index) for seen in states}
    return unreached


class _Uses:
    """Which answers of a guide later conditions look at, and until where."""

    def __init__(self, guide: GuideDraft) -> None:
        asked_at = {step.id: step.index for step in guide.steps if step.kind == "ask"}
        self.last: dict[str, int] = {}
        self.named: dict[str, set[str]] = {}
        for step in guide.steps:
            for name, keys in self._wanted(step).items():
                if asked_at.get(name, step.index) < step.index:
                    self.last[name] = step.index
                    self.named.setdefault(name, set()).update(keys)

    @staticmethod
    def _wanted(step: StepDraft) -> Mapping[str, tuple[str, ...]]:
        return step.when.wanted if isinstance(step.when, Options) else {}

    def may_apply(self, step: StepDraft, seen: Seen) -> bool:
        """Whether a step applies; names that cannot be looked at are reported elsewhere."""
        answers = dict(seen)
        wanted = self._wanted(step).items()
        return all(answers.get(name) in keys for name, keys in wanted if name in self.last)

    def asked(self, step: StepDraft, states: set[Seen], met: set[Seen]) -> set[Seen]:
        """The states after a question: one for each answer, where a later condition cares."""
        skipped = states if isinstance(step.when, RuleName) else states - met
        if step.id not in self.last:
            return skipped | met
        answers = {*(step.options() or ()), *self.named[step.id]}
        kind = step.doc.text("answer") if step.doc else None
        if not step.options() or (kind or "pilihan") != "pilihan":
            answers.add(OTHER)
        return skipped | {seen | {(step.id, answer)} for seen in met for answer in answers}

    def without_past(self, seen: Seen, index: int) -> Seen:
        """A state without the answers that no later condition looks at."""
        return frozenset(pair for pair in seen if self.last.get(pair[0], -1) > index)
