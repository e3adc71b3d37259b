"""What a run has to show: every update answered once, in order, and remembered right."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from proof.bench.telegram import reached
from proof.kill_run import Evidence
from proof.oracle import TAP, TIMED, Said, Story, said
from sandbox.calllog import Entry

TOO_OLD = "query is too old"
# Calls about the bot itself or without effect on a chat.
_ASIDE = ("getUpdates", "getMe", "setMy", "deleteMy", "deleteWebhook", "setChatMenuButton")


@dataclass(slots=True)
class Findings:
    """What was found in one run. `problems` must stay empty; duplicates are counted.

    seen_twice: messages that stand twice in a chat. repeated: edits and acknowledgements made
    twice, which nobody notices. replaced: screens instead of which a newer one came. `per_kill`:
    duplicates after each kill, both sorts. More than one after one kill in one chat is a problem: a
    chat's calls go out one at a time, and the next one only when the one before is recorded.
    """

    problems: list[str] = field(default_factory=list)
    updates: int = 0
    calls: int = 0
    seen_twice: int = 0
    repeated_edits: int = 0
    repeated_taps: int = 0
    uncertain: int = 0
    replaced: int = 0
    per_kill: Counter[int] = field(default_factory=Counter)
    seen_per_kill: Counter[int] = field(default_factory=Counter)


def check(evidence: Evidence, stories: Mapping[int, Story]) -> Findings:
    """Compare what happened with what should have happened."""
    found = Findings(updates=len(evidence.updates))
    if evidence.stopped_with != 0:
        found.problems.append(f"the bot ended with status {evidence.stopped_with}")
    if not evidence.settled:
        found.problems.append("the bot did not become quiet")
    taps, spoken = _sort(evidence.calls)
    for chat_id, story in stories.items():
        _check_words(found, evidence.kills, chat_id, story, spoken.pop(chat_id, []))
        _check_taps(found, evidence.kills, story.taps, taps)
    found.problems += [f"chat {chat_id}: calls nobody asked for" for chat_id in spoken]
    with closing(sqlite3.connect(evidence.database)) as database:
        _check_memory(found, database, stories)
        _check_boxes(found, database, len(evidence.updates))
    return found


def _sort(calls: Iterable[Entry]) -> tuple[dict[str, list[Entry]], dict[int, list[Entry]]]:
    """Calls that took effect: acknowledgements by query, everything else by chat, in order."""
    taps: dict[str, list[Entry]] = defaultdict(list)
    spoken: dict[int, list[Entry]] = defaultdict(list)
    for entry in calls:
        if entry.method == TAP:
            if entry.code == 200 or TOO_OLD in entry.description:
                taps[str(entry.params["callback_query_id"])].append(entry)
        elif not entry.method.startswith(_ASIDE) and (reached(entry) or _already_gone(entry)):
            spoken[int(entry.params["chat_id"])].append(entry)
    return taps, spoken


def _already_gone(entry: Entry) -> bool:
    """Deleting, or taking the buttons off, a message that is gone: nothing is left to do."""
    return entry.method in ("deleteMessage", "editMessageReplyMarkup") and entry.code == 400


def _check_words(
    found: Findings,
    kills: Sequence[float],
    chat_id: int,
    story: Story,
    calls: Sequence[Entry],
) -> None:
    """Every expected call in its order, but for replaced ones; between them only repetitions of the
    one before."""
    found.calls += len(calls)
    place, before = 0, 0.0
    expected = story.calls
    twice: Counter[int] = Counter()
    for entry in calls:
        what = said(entry.method, entry.params)
        is_repeated = bool(place) and what == expected[place - 1]
        was_killed = bisect(kills, before) != bisect(kills, entry.at)
        here = _place_of(what, story, place)
        before = entry.at
        if here is not None and (here == place or not (is_repeated and was_killed)):
            found.replaced += here - place
            place = here + 1
        elif is_repeated:
            twice[_count_twice(found, kills, entry)] += 1
        else:
            found.problems.append(f"chat {chat_id}: call {place + 1} is not the decided one")
            return
    if any(count > 1 for count in twice.values()):
        found.problems.append(f"chat {chat_id}: more than one call twice after one kill")
    if place < len(expected):
        missing = len(expected) - place
        found.problems.append(f"chat {chat_id}: {missing} of {len(expected)} calls were lost")


def _place_of(what: Said, story: Story, place: int) -> int | None:
    """The next place of a call; only what may be replaced is passed over."""
    for here in range(place, len(story.calls)):
        if story.calls[here] == what:
            return here
        if here not in story.passing:
            return None
    return None


def _check_taps(
    found: Findings, kills: Sequence[float], queries: Sequence[str], taps: Mapping[str, list[Entry]]
) -> None:
    for query in queries:
        answers = taps.get(query, [])
        found.calls += len(answers)
        if not answers:
            found.problems.append(f"query {query} was never acknowledged")
        for entry in answers[1:]:
            _count_twice(found, kills, entry)


def _count_twice(found: Findings, kills: Sequence[float], entry: Entry) -> int:
    """Count a repetition; returns after which kill it came."""
    kill = bisect(kills, entry.at)
    if not kill:
        found.problems.append(f"{entry.method} was repeated before any kill")
    found.per_kill[kill] += 1
    if entry.method == TAP:
        found.repeated_taps += 1
    elif entry.method.startswith("edit"):
        found.repeated_edits += 1
    else:
        found.seen_twice += 1
        found.seen_per_kill[kill] += 1
    return kill


def _check_memory(
    found: Findings, database: sqlite3.Connection, stories: Mapping[int, Story]
) -> None:
    stored = dict(database.execute("SELECT chat_id, conversation FROM chats"))
    for chat_id, story in stories.items():
        remembered: dict[str, Any] = json.loads(stored.get(chat_id, "{}"))
        if _untimed(remembered) != _untimed(story.conversation):
            found.problems.append(f"chat {chat_id}: what is remembered is not what was answered")


def _untimed(conversation: Mapping[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps(conversation))
    plain.pop(TIMED, None)
    return plain


def _check_boxes(found: Findings, database: sqlite3.Connection, updates: int) -> None:
    """Nothing waits, nothing was given up, every update is known."""
    inbox = dict(database.execute("SELECT state, COUNT(*) FROM inbox GROUP BY state"))
    if inbox != {"done": updates}:
        found.problems.append(f"inbox is {inbox}, not {updates} done")
    outbox = dict(database.execute("SELECT state, COUNT(*) FROM outbox GROUP BY state"))
    found.uncertain = int(outbox.pop("uncertain", 0))
    if outbox:
        found.problems.append(f"outbox still has {outbox}")


def keep(folder: Path, evidence: Evidence, problems: Sequence[str]) -> None:
    """Write down what helps to understand a failed run."""
    lines = [*problems, "", f"kills at {evidence.kills}", ""]
    lines += [
        f"{entry.n} {entry.at:.3f} {entry.method} {entry.code} {entry.description} "
        f"{json.dumps(entry.params, ensure_ascii=False)[:300]}"
        for entry in evidence.calls
    ]
    (folder / "calls.txt").write_text("\n".join(lines), encoding="utf-8")
    (folder / "updates.jsonl").write_bytes(b"\n".join(evidence.updates))
