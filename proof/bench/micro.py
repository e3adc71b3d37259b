"""Single parts timed in this process: one decision, reading the content, searching it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from editorial.load import load
from editorial.samples import samples_of
from flows.content.guide import Guide
from flows.conversation import Conversation
from flows.ears.topics.search import Search
from flows.events import Commanded, Wrote
from flows.library import Library
from flows.talk import reply
from flows.walk import all_paths, locate
from proof.bench.figures import quantile
from proof.bench.process import ROOT

Row = tuple[str, float, str]
CONTENT = ROOT / "content"


def micro_rows(content: Path = CONTENT, one_in: int = 1) -> list[Row]:
    """Name, value, unit. Empty when the content has errors (`bot.py check` says which).

    `one_in`: only one in so many of the repetitions, to see that it runs.
    """
    today = date.today()
    library = load(content, today).library
    if library is None:
        return []
    guide, answers = _longest(library, today)
    numbers = library.numbers
    return [
        (
            "library: load the content",
            1e3 * _time(lambda: load(content, today), 1 + 4 // one_in),
            "ms",
        ),
        (
            f"decide: walk of {guide.id}, {len(answers)} answers",
            1e6 * _time(lambda: locate(guide, answers, numbers, today), 2000 // one_in),
            "µs",
        ),
        (
            "decide: event to screen, last step",
            1e6 * _reply(library, guide, answers, today, 500 // one_in),
            "µs",
        ),
        *_search_rows(library, one_in),
    ]


def _search_rows(library: Library, one_in: int) -> list[Row]:
    """Building the search, and asking it every way of asking it knows, as typed in a hurry."""
    asked = [way for topic in library.topics.values() for way in topic.ask]
    ways = [_hurried(way) for way in asked[::one_in]]
    day = date.today()
    taken = sorted(_time(partial(_topics, library, way, day), 1) for way in ways)
    told = sorted(_time(partial(_answered, library, way, day), 1) for way in ways)
    build = _time(lambda: Search(library.topics, library.words), 1 + 2 // one_in)
    return [
        ("search: build", 1e3 * build, "ms"),
        (f"search: one of {len(taken)} questions, p50", 1e3 * quantile(taken, 0.5), "ms"),
        ("search: one question, p95", 1e3 * quantile(taken, 0.95), "ms"),
        ("talk: one typed text to screen, p50", 1e3 * quantile(told, 0.5), "ms"),
    ]


def _answered(library: Library, text: str, day: date) -> object:
    return reply(Conversation(guide="cek-hak"), Wrote(text), library, day)


def _topics(library: Library, text: str, day: date) -> object:
    return library.ears.hear(text, day).topics


def _hurried(way: str) -> str:
    """Every longer word without its third letter: nothing is found by being identical."""
    return " ".join(word[:2] + word[3:] if len(word) > 4 else word for word in way.split())


def _longest(library: Library, today: date) -> tuple[Guide, dict[str, str]]:
    """The guide with the longest conversation, and the answers of it."""
    best: tuple[Guide, dict[str, str]] | None = None
    for guide in library.guides.values():
        samples = samples_of(guide, library.numbers, today)
        for path in all_paths(guide, library.numbers, today, samples):
            if best is None or len(path.answers) > len(best[1]):
                typed = {
                    step: samples.get(step, {}).get(answer, answer) for step, answer in path.answers
                }
                best = guide, typed
    if best is None:
        raise ValueError("there is no guide")
    return best


def _reply(
    library: Library, guide: Guide, answers: dict[str, str], today: date, times: int
) -> float:
    """Seconds of the whole decision at the last question: state in, screen and state out."""
    before = dict(list(answers.items())[:-1])
    state = Conversation(guide=guide.id, answers={guide.id: before}).dump()
    assert reply(Conversation(), Commanded("start", ""), library, today).screens

    def decide() -> None:
        reply(Conversation.load(state), Wrote("1"), library, today).conversation.dump()

    return _time(decide, times)


def _time(work: Callable[[], object], times: int) -> float:
    """Median seconds of one call."""
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)
