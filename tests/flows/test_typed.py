"""Natural answers and conversations, written by somebody who had not read the lists of words.

``typed/*.jsonl`` are heard by the code of `bot.py hear` and `bot.py talk`. They measure how well
people are understood whom nobody has listened to yet: a way of saying from here belongs into no
list of words because it stands here. `BARS` only rise. How a line is judged stands in
``typed/README.md``.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.library import Library
from tools import talk
from tools.hear import Hearing
from tools.kept import HEARD, TALKED, of_text, of_turn

TYPED = Path(__file__).parent / "typed"
DAY = date(2026, 11, 27)
"""Of the lines that name no day."""

Line = Mapping[str, Any]


@dataclass(frozen=True)
class Bar:
    """At least so many percent right, at most so many lines wrong without asking."""

    right: int
    silent: int


BARS = {
    "answers": Bar(right=95, silent=0),
    "dates": Bar(right=99, silent=0),
    "amounts": Bar(right=100, silent=0),
    "ranges": Bar(right=100, silent=0),
    "conversations": Bar(right=95, silent=0),
    "answers-second": Bar(right=95, silent=1),
    "dates-second": Bar(right=98, silent=0),
    "amounts-second": Bar(right=98, silent=0),
    "conversations-second": Bar(right=80, silent=0),
}


@dataclass
class Tally:
    """What came of the lines of one file; `kinds` counts right ones and all of each kind."""

    wrong: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    kinds: dict[str, Counter[str]] = field(default_factory=dict)
    count: int = 0

    def note(self, line: str, *, right: bool, silent: bool = False, kind: str = "") -> None:
        self.count += 1
        self.kinds.setdefault(kind, Counter()).update({"right": right, "all": 1})
        if silent:
            self.silent.append(line)
        elif not right:
            self.wrong.append(line)

    def check(self, bar: Bar) -> None:
        wrong = len(self.wrong) + len(self.silent)
        right = 100 * (self.count - wrong) / self.count
        kinds = (f"{kind}: {n['right']} of {n['all']}" for kind, n in self.kinds.items() if kind)
        told = [
            f"{right:.1f} % of {self.count} right, {len(self.silent)} silently wrong",
            *kinds,
            *(f"SILENT {line}" for line in self.silent),
            *(f"wrong  {line}" for line in self.wrong),
        ]
        assert right >= bar.right, "\n".join(told)
        assert len(self.silent) <= bar.silent, "\n".join(told)


def lines(name: str) -> Iterator[Line]:
    for line in (TYPED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


@pytest.fixture(scope="module")
def hearing(library: Library) -> Hearing:
    return Hearing(library, DAY)


TYPED_SETS = ("answers", "dates", "amounts", "answers-second", "dates-second", "amounts-second")


@pytest.mark.parametrize("name", TYPED_SETS)
def test_what_is_typed_is_taken_as_meant_or_asked_about(hearing: Hearing, name: str) -> None:
    tally = Tally()
    for line in lines(name):
        want, heard = line["want"], hearing.told(line)
        act, answer = heard["act"], heard["answer"]
        taken = act == "answer"
        meant = answer in {want, line.get("or", want)} and act in {"answer", "confirm"}
        right = not taken if want is None else meant
        said = f"{line['guide']}/{line['step']} “{line['q']}” {want}: {act} {answer}"
        tally.note(said, right=right, silent=taken and not right, kind=line.get("kind", ""))
    tally.check(BARS[name])


def test_what_is_said_vaguely_means_a_range(hearing: Hearing) -> None:
    tally = Tally()
    for line in lines("dates"):
        if "range" in line:
            heard = hearing.told(line)["range"]
            right = list(heard or ()) == line["range"]
            tally.note(f"{line['today']} “{line['q']}” {line['range']}: {heard}", right=right)
    tally.check(BARS["ranges"])


def replayed(library: Library, line: Line) -> list[Line]:
    out = io.StringIO()
    talk.run([json.dumps({"today": line["today"], "say": line["say"]})], library, DAY, out)
    told = json.loads(out.getvalue())
    assert "error" not in told, (line["say"], told["error"])
    return list(told["turns"])


def holds(turn: Line, name: str, want: Any) -> bool:
    shown = turn["text"].casefold()
    match name:
        case "says":
            return any(words.casefold() in shown for words in want)
        case "never":
            return not any(words.casefold() in shown for words in want)
        case "answers":
            return bool(turn["answers"].items() >= want.items())
        case "topic" | "trouble":
            return turn[name] in want
        case "calo":
            return (turn["calo"] is not None) == want
        case "guide" | "step" | "deleted" | "silent":
            return bool(turn[name] == want)
    raise ValueError(name)


@pytest.mark.parametrize("name", ["conversations", "conversations-second"])
def test_conversations_go_as_people_may_expect(library: Library, name: str) -> None:
    tally = Tally()
    for line in lines(name):
        turns = replayed(library, line)
        assert len(turns) == len(line["say"]) == len(line["expect"]), line["say"]
        missed = [
            f"{place}: {name} {want}"
            for place, (turn, expected) in enumerate(zip(turns, line["expect"], strict=True))
            for name, want in (expected or {}).items()
            if not holds(turn, name, want)
        ]
        tally.note(f"{line['say']}: {'; '.join(missed)}", right=not missed)
    tally.check(BARS[name])


def kept(name: str) -> list[Line]:
    file = TYPED / name
    written = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [json.loads(line) for line in written]


@pytest.mark.parametrize("line", kept(HEARD), ids=lambda line: line["q"])
def test_a_text_that_was_kept_is_understood_as_then(hearing: Hearing, line: Line) -> None:
    assert of_text(hearing.told(line)) == line["holds"]


@pytest.mark.parametrize("line", kept(TALKED), ids=lambda line: str(line["say"][-1]))
def test_a_conversation_that_was_kept_goes_as_then(library: Library, line: Line) -> None:
    assert [of_turn(turn) for turn in replayed(library, line)] == line["holds"]


def test_every_wanted_answer_is_an_option_and_no_line_stands_twice(library: Library) -> None:
    seen: set[tuple[object, ...]] = set()
    for name in TYPED_SETS:
        for line in lines(name):
            step = library.guides[line["guide"]].step(line["step"])
            options = getattr(step, "options", {})
            assert not name.startswith("answers") or line["want"] in {None, *options}, line
            key = (line["guide"], line["step"], line.get("today"), line["q"].casefold())
            assert key not in seen, line
            seen.add(key)
