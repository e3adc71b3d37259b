"""The board of a group, shown while its topics cannot keep up; see `flows.desk.board`."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from flows.desk.board import Delayed, board
from flows.desk.card import Card
from handlers.desk.filed import link
from handlers.desk.job import Job
from handlers.desk.saying import digest
from handlers.outgoing import keyboard, unlinked
from store import boards, outbox
from store.about import BoardShown
from store.outcome import Kind, Outcome

CARD: Final = 4.0
"""Seconds a case may be without its card before it stands on the board."""

WORDS: Final = 6.0
"""Seconds words may be on their way before they stand on the board."""

PAUSE: Final = 15.0
"""Seconds between two changes of a board: it takes from the same 20 messages a minute."""

MOST: Final = 400
"""Words that are looked at."""


async def look(job: Job) -> None:
    """Every group shows what its topics do not show yet, or no board."""
    wanted = await _delayed(job)
    for group_id in set(wanted) | await boards.groups(job.db):
        delayed = wanted.get(group_id)
        if await outbox.is_under_way(job.db, _lane(group_id)):
            continue
        if delayed:
            await _show(job, group_id, board(delayed, job.for_staff))
        else:
            await _take_down(job, group_id)


async def _delayed(job: Job) -> dict[int, list[Delayed]]:
    """The cases to be shown, by group; who has waited longest is first."""
    words: defaultdict[int, list[str]] = defaultdict(list)
    for one in await boards.words_behind(job.db, job.at - WORDS, MOST):
        words[one.case_id].append(one.text or job.for_staff.label(f"kartu_kiriman_{one.kind}"))
    numbers = set(words) | set(await boards.without_card(job.db, job.at - CARD))
    found = [case for number in numbers if (case := await job.case(number)) is not None]
    by_group: defaultdict[int, list[Delayed]] = defaultdict(list)
    for case in sorted(found, key=lambda one: (one.in_queue_since, one.id)):
        has_card = case.card_message_id is not None
        delayed = Delayed(case, tuple(words[case.id]), link(case), has_card)
        by_group[case.group_id].append(delayed)
    return by_group


async def _show(job: Job, group_id: int, card: Card) -> None:
    revision = digest(repr(card))
    known = await boards.one(job.db, group_id)
    if known is not None and (known.shown == revision or _is_fresh(job, known)):
        return
    payload = {
        "chat_id": group_id, **unlinked(card.text), "reply_markup": keyboard(card.rows),
        "disable_notification": known is not None,
    }  # fmt: skip
    method = "sendMessage"
    if known is not None:
        method, payload = "editMessageText", {**payload, "message_id": known.message_id}
        del payload["disable_notification"]
    about = BoardShown(group_id, revision)
    job.send(method, payload, lane=_lane(group_id), priority=outbox.FIRST, about=about)


def _is_fresh(job: Job, known: boards.Board) -> bool:
    """Whether it was changed just now; a moment to come is one before the clock was set back."""
    return 0 <= job.at - known.shown_at < PAUSE


async def _take_down(job: Job, group_id: int) -> None:
    known = await boards.one(job.db, group_id)
    if known is not None:
        where = {"chat_id": group_id, "message_id": known.message_id}
        job.send("deleteMessage", where, lane=_lane(group_id), about=BoardShown(group_id, ""))


def shown(job: Job, about: BoardShown, outcome: Outcome) -> None:
    """What became of a board; a refused one is tried again with the next look."""
    there = outcome.message_ids
    if not about.digest:
        if outcome.is_accepted or outcome.fate.kind is Kind.MESSAGE_GONE:
            boards.drop(job.db, about.group)
    elif outcome.is_accepted and there:
        boards.keep(job.db, boards.Board(about.group, there[0], about.digest, job.at))


async def stands_on(job: Job, group_id: int, message_id: int) -> bool:
    """Whether a message is the board of its group."""
    known = await boards.one(job.db, group_id)
    return known is not None and known.message_id == message_id


def _lane(group_id: int) -> str:
    """The lane of a board: what is in it still has to be shown."""
    return f"{group_id}:board"
