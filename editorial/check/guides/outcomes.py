"""What texts show of the outcome has a value on every way that leads to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final

from editorial.check.context import Context, Finding
from editorial.samples import samples_of
from flows.content.guide import Guide, RuleName
from flows.content.numbers import NoValueError, Numbers
from flows.rights.cek_hak import GUIDE, SHOWN, judge
from flows.rights.eligibility import placeholders as shown_of
from flows.rights.papers import KNOWN
from flows.rights.rules import RULES
from flows.texts.fill import placeholders
from flows.walk import Named, NoEndError, all_paths

MOST: Final = 5_000
"""Conversations looked at before the rest is taken as it is; the shipped guide has 624."""

_LABELS: Final = {paper: paper for paper in KNOWN}

Samples = Mapping[str, Mapping[str, str]]


def unfilled(context: Context) -> Iterator[Finding]:
    """A value of the outcome in a step that some people reach without having one.

    Only judged where the guide can be walked: what prevents that is told by other checks.
    """
    draft = context.draft.guides.get(GUIDE)
    guide = draft.guide if draft else None
    texts = [text for text in context.texts if text.guide == GUIDE]
    shown = [
        (text, name, offset)
        for text in texts
        for name, offset in placeholders(text.written)
        if name in SHOWN
    ]
    if guide is None or not shown:
        return
    ways = _ways(context, guide, frozenset(text.id for text, _, _ in shown))
    for text, name, offset in shown:
        without = [answers for answers, values in ways.get(text.id, ()) if name not in values]
        if without:
            what = f"Isian `{{{name}}}` belum tentu ada nilainya di sini: {_said(without)}."
            todo = "Tulis kalimat tanpa isian itu. Ia hanya untuk akhir yang selalu punya nilainya."
            yield Finding(text.path, text.line + offset, text.place, what, todo)


def _said(without: list[Named]) -> str:
    """The shortest way that has no value, and how many more there are."""
    shortest = min(without, key=len)
    answers = ", ".join(f"{step}={answer}" for step, answer in shortest)
    more = f" dan {len(without) - 1} jalan lain" if len(without) > 1 else ""
    return f"misalnya sesudah {answers}{more}" if answers else "belum ada jawaban"


Way = tuple[Named, frozenset[str]]
"""The answers on a way to a step, and the values there are after them."""


def _ways(context: Context, guide: Guide, wanted: frozenset[str]) -> Mapping[str, list[Way]]:
    """For some steps: every way that leads to them."""
    if any(isinstance(s.when, RuleName) and s.when.name not in RULES for s in guide.steps):
        return {}
    numbers = Numbers(context.numbers)
    try:
        samples = samples_of(guide, numbers, context.today)
        found = _reached(guide, numbers, context, samples, wanted)
        return {
            step: [(way, _values(way, numbers, context, samples)) for way in sorted(ways)]
            for step, ways in found.items()
        }
    except (NoValueError, NoEndError, TypeError):  # a number has another unit, or no value yet
        return {}


def _reached(
    guide: Guide, numbers: Numbers, context: Context, samples: Samples, wanted: frozenset[str]
) -> dict[str, set[Named]]:
    reached: dict[str, set[Named]] = defaultdict(set)
    for path in islice(all_paths(guide, numbers, context.today, samples), MOST):
        for place, (step, _) in enumerate(path.answers):
            if step in wanted:
                reached[step].add(path.answers[:place])
        if path.end in wanted:
            reached[path.end].add(path.answers)
    return reached


def _values(way: Named, numbers: Numbers, context: Context, samples: Samples) -> frozenset[str]:
    answers = {step: samples.get(step, {}).get(name, name) for step, name in way}
    return frozenset(shown_of(judge(answers, numbers, context.today), _LABELS))
