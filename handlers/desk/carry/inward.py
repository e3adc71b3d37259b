"""Inward: what the participant writes goes into the topic, gathered while the group is busy.

At most one delivery per topic is on its way. What comes meanwhile is gathered and goes out
together, so the more a group is at its limit, the more each delivery carries, and nothing piles up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from telegram import Message

from flows.desk.case import State
from flows.desk.elapsed import is_over
from flows.desk.moves import participant_wrote
from flows.desk.panels import topics_panel
from flows.screen import Row
from handlers.desk.carry import elsewhere, parts, personal, shapes, withheld
from handlers.desk.carry.messages import (
    answered_by,
    file_of,
    is_complete,
    is_kept_back,
    replaced,
    sort_of,
    words_of,
)
from handlers.desk.carry.shapes import Shape
from handlers.desk.filed import Filed, ForumTopic, in_topic, is_here
from handlers.desk.job import Job
from handlers.desk.saying import next_try
from handlers.outgoing import keyboard, reply, unlinked
from store import carried, revisions
from store.about import CarriedIn
from store.carried import IN, TEXT, Carried, Writing
from store.ledger import What
from store.outcome import MESSAGE_LOST, Outcome

FEW = 2
"""Fewer words than this are no question."""

LIKELY = 0.5
"""Chance from which an answer is offered: what is only near is noise below every message."""

STUBBORN = 3
"""After so many tries a message no longer holds back what was written after it."""


async def wrote(job: Job, case: Filed, message: Message) -> None:
    """A message of the participant is kept, and goes out as soon as it may."""
    kind = sort_of(message)
    is_alone = withheld.tell(job, job.for_person, case, kind, words_of(message) or "")
    writing = Writing(
        case.id, IN, case.chat_id, kind, job.at,
        participant_message_id=message.message_id, reply_to=answered_by(message),
        text=words_of(message), album=None if is_alone else message.media_group_id,
        file=file_of(message),
    )  # fmt: skip
    await carried.add(job.db, writing)
    after = case.filed(participant_wrote(case, job.now)).with_(card_due=case.card_due)
    job.follow_up(await job.save(after))


async def edited(job: Job, case: Filed, message: Message) -> None:
    """The participant changed a message: a new revision of it, brought to the topic in its turn."""
    found = await carried.of_participant(job.db, case.id, message.message_id)
    own = next((one for one in found if one.direction == IN), None)
    if own is None:
        return
    if withheld.tell(job, job.for_person, case, sort_of(message), words_of(message) or ""):
        return  # put in the place of something carried: the staff keeps what it has
    text, file = words_of(message), replaced(own, file_of(message))
    if (text or "") == (own.text or "") and file is None:
        return
    revisions.edit(job.db, own.id, text, None, file or own.file)
    job.follow_up(case)


async def flush(job: Job, case: Filed) -> None:
    """Send what waits for the topic, unless something is on its way or still being gathered."""
    if case.topic is not ForumTopic.THERE:
        return
    waiting = [one for one in await carried.on_its_way(job.db, case.id) if one.direction == IN]
    if any(one.state == "sending" for one in waiting):
        return
    ready = list(_in_turn(job, waiting))
    if ready and await _ripe(job, ready):
        await _start(job, case, _first(job, ready))


def _in_turn(job: Job, waiting: Sequence[Carried]) -> Iterator[Carried]:
    """What may go now. What has to wait holds back all behind it, until it is stubborn."""
    for one in waiting:
        if one.next_at <= job.at:
            yield one
        elif one.tries < STUBBORN:
            return


async def _ripe(job: Job, ready: Sequence[Carried]) -> bool:
    """Whether gathering is over: at once after a pause, else after `gather` seconds."""
    head = ready[0]
    if head.album:
        return is_complete([one for one in ready if one.album == head.album], job.at)
    if is_over(head.created_at, job.desk.gather, job.at):
        return True
    last = await carried.last_sent(job.db, head.case_id)
    return last is None or is_over(last, job.desk.gather, job.at)


def _first(job: Job, waiting: Sequence[Carried]) -> list[Carried]:
    """What goes out in the next call: texts in a row, an album, or one other thing."""
    head = waiting[0]
    if head.tries >= STUBBORN:
        return [head]
    if head.kind == TEXT:
        row = list(takewhile(lambda one: one is head or _goes_on(one), waiting))
        return row[: shapes.fitting(job.for_staff, row)]
    if head.album is not None:
        return list(takewhile(lambda one: one.album == head.album, waiting))
    return [head]


def _goes_on(one: Carried) -> bool:
    """Whether a message may stand below others: a text that answers nothing of its own."""
    return one.kind == TEXT and one.reply_to is None and one.tries < STUBBORN


async def _start(job: Job, case: Filed, batch: Sequence[Carried]) -> None:
    carried.set_state(job.db, _ids(batch), "sending", job.at)
    await _deliver(job, case, batch)


def _ids(batch: Sequence[Carried]) -> tuple[int, ...]:
    return tuple(one.id for one in batch)


async def _deliver(
    job: Job, case: Filed, batch: Sequence[Carried], left: tuple[int, ...] = (), refused: int = 0
) -> None:
    first = batch[0]
    revisions = tuple(one.revision for one in batch)
    about = CarriedIn(case.id, _ids(batch), left, refused, revisions)
    where = dict(in_topic(case))
    answered = await _answered(job, case, first)
    if answered is not None:
        where["reply_parameters"] = reply(answered)
    batch = await elsewhere.together(job.db, job.for_staff, batch)
    first, shape = batch[0], shapes.of(job.for_staff, batch)
    if first.kind == TEXT:
        buttons = _suggested(job, case, " ".join(one.text or "" for one in batch))
        rows = {"reply_markup": keyboard(buttons)} if buttons else {}
        job.send("sendMessage", {**where, **unlinked(shape.first), **rows}, about=about)
    elif first.kind == "kontak" or is_kept_back(first.kind):
        job.send("sendMessage", {**where, **unlinked(shape.first)}, about=about)
    elif len(batch) > 1:
        _album(job, case, batch, shape, about)
    else:
        _copy(job, case, first, where, shape, about)
    await parts.below(job.db, job.send, in_topic(case), first, shape.rest)


def _copy(
    job: Job, case: Filed, one: Carried, where: dict[str, Any], shape: Shape, about: CarriedIn
) -> None:
    """A file stays at Telegram: it is copied there, with the caption as masked."""
    payload = {**where, "from_chat_id": case.chat_id, "message_id": one.participant_message_id}
    job.send("copyMessage", payload | shape.caption(), about=about)


def _album(job: Job, case: Filed, batch: Sequence[Carried], shape: Shape, about: CarriedIn) -> None:
    payload = {**in_topic(case), "from_chat_id": case.chat_id}
    payload |= {"message_ids": sorted(one.participant_message_id or 0 for one in batch)}
    job.send("copyMessages", payload | {"remove_caption": bool(shape.rest)}, about=about)


async def _answered(job: Job, case: Filed, one: Carried) -> int | None:
    """The message of the topic that a participant's message answers."""
    if one.reply_to is None:
        return None
    found = await carried.of_participant(job.db, case.id, one.reply_to)
    there = (each.topic_message_id for each in found)
    return next((number for number in there if number is not None and number > 0), None)


def _suggested(job: Job, case: Filed, text: str) -> tuple[Row, ...]:
    """What the FAQ surely answers of what is asked, as buttons for the officer who holds the case;
    to who waits the bot has answered itself."""
    if case.state is not State.HELD:
        return ()
    heard = job.hear(text)
    if heard.length < FEW or heard.topics.act != "answer":
        return ()
    names = [score.topic for score in heard.topics.top if score.chance >= LIKELY]
    return topics_panel(case, job.for_staff, names).rows


async def landed(job: Job, about: CarriedIn, outcome: Outcome) -> None:
    """What became of a delivery; then whatever was gathered meanwhile."""
    case, rows, there = await job.case(about.case), about.rows, outcome.message_ids
    if case is None or not is_here(case, outcome):
        return  # what went into a topic the case has left is carried into the new one
    if outcome.is_accepted and there:
        revisions = about.revisions or (1,) * len(rows)
        numbers = [there[min(n, len(there) - 1)] for n in range(len(rows))]
        carried.in_topic(job.db, list(zip(rows, numbers, revisions, strict=True)), job.at)
        for row in rows:
            await job.unsay(case, What.WARNING, row)
        await personal.take_out(job, case, rows)
        await _go_on(job, case, about.left, about.refused)
    elif not outcome.is_accepted and outcome.fate.kind not in MESSAGE_LOST:
        await _wait(job, case, about, outcome)
    elif len(rows) > 1:
        # Somebody's words are not given up for what stands beside them: half, until it is found.
        half = len(rows) // 2
        await _go_on(job, case, rows[half:] + about.left, about.refused, rows[:half])
    else:
        carried.failed(job.db, rows, "refused", _why(outcome), job.at)
        await personal.take_out(job, case, rows)
        await _go_on(job, case, about.left, about.refused + 1)


def _why(outcome: Outcome) -> str:
    return outcome.fate.reason or outcome.fate.kind.value


async def _wait(job: Job, case: Filed, about: CarriedIn, outcome: Outcome) -> None:
    """The words are kept, and tried again in their order; somebody is told when it takes long."""
    first = await carried.one(job.db, about.rows[0])
    tries = first.tries if first else 0
    later = next_try(job.at, tries, outcome.fate.kind)
    carried.failed(job.db, about.rows + about.left, "pending", _why(outcome), job.at, later)
    carried.wait(job.db, case.id, later)
    if tries + 1 == STUBBORN and first is not None:
        text = job.for_staff.say("meja_tertahan")
        job.to_topic(case, text, what=What.WARNING, subject=first.id)
    _tell_refused(job, case, about.refused)


async def _go_on(
    job: Job, case: Filed, left: tuple[int, ...], refused: int, now: tuple[int, ...] = ()
) -> None:
    """After a refusal: the next of what went out with it. In the end, how many were refused.

    now: exactly these, before what is `left`.
    """
    known = [await carried.one(job.db, row) for row in now or left]
    there = case.topic is ForumTopic.THERE
    waiting = [one for one in known if there and one is not None and one.state == "sending"]
    if not waiting:
        _tell_refused(job, case, refused)
        job.follow_up(case)
        return
    batch = waiting if now else _first(job, waiting)
    after = left if now else tuple(row for row in left if row not in _ids(batch))
    await _deliver(job, case, batch, after, refused)


def _tell_refused(job: Job, case: Filed, count: int) -> None:
    if count:
        job.to_topic(case, job.for_staff.say("meja_tidak_terbawa", jumlah=count))
