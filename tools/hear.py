"""`python bot.py hear --jsonl`: what is understood of one typed text at one step.

One JSON object a line in: ``{"guide", "step", "q", "today", "answers"?: {step: value}}``; without
`answers` a shortest way to the step is taken. One out: ``{"act", "answer", "range", "approx",
"topic", "trouble", "step", "says"}``. `act` is what the text was taken for (`Taken`), `answer` the
option, the ISO date or the whole rupiah that was taken or asked about, `range` its bounds where it
was said vaguely, `step` where the guide stands afterwards, `says` every text shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TextIO

from editorial.samples import samples_of
from flows.content.guide import Ask, Guide
from flows.conversation import Conversation
from flows.library import Library
from flows.replay import Moment
from flows.talk.taken import taken
from flows.texts.markup import plain
from flows.ways import Answers, way_to
from tools.jsonl import UnreadableError, day, each_object, text
from tools.kept import HEARD, keep, of_text


def run(
    lines: Iterable[str], library: Library, today: date, out: TextIO, kept_in: Path | None = None
) -> int:
    """Answers every line; the exit code is 1 when one could not be read.

    kept_in: the folder in which each is kept as a test, too.
    """
    code, hearing = 0, Hearing(library, today)
    for number, given in each_object(lines):
        try:
            if isinstance(given, UnreadableError):
                raise given
            told = hearing.told(given)
            if kept_in is not None:
                keep(HEARD, {**given, "today": _day(given, today)}, of_text(told), kept_in)
        except UnreadableError as wrong:
            code, told = 1, {"act": None, "error": f"baris {number}: {wrong}"}
        out.write(json.dumps(told, ensure_ascii=False) + "\n")
        out.flush()
    return code


def _day(given: Mapping[str, Any], today: date) -> str:
    return day(given, "today", today).isoformat()


class Hearing:
    """Hears lines with one library; a way to a step is looked for once."""

    def __init__(self, library: Library, today: date) -> None:
        self._library = library
        self._today = today
        self._way = lru_cache(maxsize=None)(self._way_to)

    def told(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What is understood of one line. Raises UnreadableError."""
        today = day(given, "today", self._today)
        guide = self._guide(text(given, "guide"))
        step = text(given, "step")
        answers = self._answers(given, guide, step, today)
        talk = Conversation(guide=guide.id, answers={guide.id: answers})
        before = Moment(self._library, today, talk)
        if not isinstance(before.step, Ask) or before.step.id != step:
            raise UnreadableError(f"jawaban ini tidak sampai ke langkah {step}.")
        after, decided = before.after(before.wrote(text(given, "q")))
        found = taken(before.scene, after.scene, decided)
        return {
            "act": found.act,
            "answer": _value(before.step, found.answer),
            "range": [_value(before.step, end) for end in found.range] if found.range else None,
            "approx": found.approximate,
            "topic": found.topic,
            "trouble": found.trouble,
            "step": after.step.id if after.step else None,
            "says": "\n\n".join(plain(screen.text) for screen in decided.screens),
        }

    def _guide(self, name: str) -> Guide:
        guide = self._library.guides.get(name)
        if guide is None:
            raise UnreadableError(f"tidak ada panduan bernama {name}.")
        return guide

    def _answers(self, given: Mapping[str, Any], guide: Guide, step: str, today: date) -> Answers:
        answers = given.get("answers")
        if answers is None:
            found = self._way(guide.id, step, today)
            if found is None:
                raise UnreadableError(f"tidak ada langkah {step} di panduan {guide.id}.")
            return found
        if not isinstance(answers, Mapping) or not all(
            isinstance(v, str) for v in answers.values()
        ):
            raise UnreadableError("`answers` harus objek: langkah dan jawabannya.")
        return answers

    def _way_to(self, guide_id: str, step: str, today: date) -> Answers | None:
        guide, numbers = self._library.guides[guide_id], self._library.numbers
        return way_to(guide, step, numbers, today, samples_of(guide, numbers, today))


def _value(step: Ask, answer: str | None) -> str | int | None:
    """An answer as JSON: rupiah is a number."""
    return int(answer) if answer and step.answer == "rupiah" and answer.isdigit() else answer
