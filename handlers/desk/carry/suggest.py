"""Suggestions: the FAQ answers nearest to what a participant asks, as buttons for the officer."""

from __future__ import annotations

from flows.desk.case import Case
from flows.desk.panels import topics_panel
from flows.screen import Row
from handlers.desk.job import Job

WORDS = 2
"""Fewer words than this are no question."""


def topics(job: Job, text: str) -> list[str]:
    """The likeliest topics of a masked text, best first; none when it is not about ours."""
    if len(text.split()) < WORDS:
        return []
    found = job.desk.search().ask(text)
    return [] if found.act == "decline" else [score.topic for score in found.top]


def rows(job: Job, case: Case, text: str) -> tuple[Row, ...]:
    """The buttons under a participant's message."""
    return topics_panel(case, job.voice, topics(job, text)).rows
