"""Inward: what the participant writes goes into the topic, gathered while the group is busy.

At most one delivery per topic is on its way. What comes meanwhile is gathered and goes out
together, so the more a group is at its limit, the more each delivery carries, and nothing piles up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import takewhile
from typing import Any, Final

from telegram import Message

from flows.desk.moves import participant_wrote
from flows.desk.panels import topics_panel
from flows.mask import kinds_in
from flows.screen import Row
from flows.texts.html import Html, paragraphs
from flows.texts.units import cut, units
from handlers.desk.carry import words
from handlers.desk.carry.messages import answered_by, is_complete, sort_of, words_of
from handlers.desk.elapsed import is_over
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job, in_topic, lane, reply
from handlers.outgoing import keyboard, unlinked, worded
from store import carried
from store.about import CarriedIn, Note
from store.carried import IN, TEXT, Carried, Writing
from store.outcome import MESSAGE_LOST, Kind, Outcome

FEW = 2
"""Fewer words than this are no question."""

RETRY = timedelta(seconds=30)
"""Before something undelivered is tried again."""


async def wrote(job: Job, case: Filed, message: Message) -> None:
    """A message of the participant is kept, and goes out as soon as it may."""
    writing = Writing(
        case.id, IN, case.chat_id, sort_of(message), job.at,
        participant_message_id=message.message_id, reply_to=answered_by(message),
        text=words_of(message), album=message.media_group_id,
    )  # fmt: skip
    await carried.add(job.db, writing)
    after = case.filed(participant_wrote(case, job.now)).with_(card_due=case.card_due)
    job.follow_up(await job.save(after))


async def flush(job: Job, case: Filed) -> None:
    """Send what waits for the topic, unless something is on its way or still being gathered."""
    if case.topic is not ForumTopic.THERE or not case.may_deliver(job.now):
        return
    waiting = [one for one in await carried.on_its_way(job.db, case.id) if one.direction == IN]
    if not waiting or any(one.state == "sending" for one in waiting):
        return
    if await _ripe(job, waiting):
        batch = _first(job, waiting)
        carried.set_state(job.db, [one.id for one in batch], "sending", job.at)
        await _deliver(job, case, batch, CarriedIn(case.id, _ids(batch)))


async def _ripe(job: Job, waiting: Sequence[Carried]) -> bool:
    """Whether gathering is over: at once after a pause, else after `gather` seconds."""
    head = waiting[0]
    if head.album:
        return is_complete([one for one in waiting if one.album == head.album], job.at)
    if is_over(head.created_at, job.desk.gather, job.at):
        return True
    last = await carried.last_sent(job.db, head.case_id)
    return last is None or is_over(last, job.desk.gather, job.at)


def _first(job: Job, waiting: Sequence[Carried]) -> list[Carried]:
    """What goes out in the next call: texts in a row, an album, or one other thing."""
    head = waiting[0]
    if head.kind == TEXT:
        row = list(takewhile(lambda one: one is head or _goes_on(one), waiting))
        return row[: words.fitting(_texts(row), _count(job, row))]
    if head.album is not None:
        return list(takewhile(lambda one: one.album == head.album, waiting))
    return [head]


def _goes_on(one: Carried) -> bool:
    """Whether a message may stand below others: a text that answers nothing of its own."""
    return one.kind == TEXT and one.reply_to is None


def _texts(batch: Sequence[Carried]) -> list[str]:
    return [one.text or "" for one in batch]


def _ids(batch: Sequence[Carried]) -> tuple[int, ...]:
    return tuple(one.id for one in batch)


def _count(job: Job, batch: Sequence[Carried]) -> Html:
    """How many messages stand in one; nothing above a single one."""
    return job.for_staff.say("kartu_baru", jumlah=len(batch)) if len(batch) > 1 else Html()


async def _deliver(job: Job, case: Filed, batch: Sequence[Carried], about: CarriedIn) -> None:
    first = batch[0]
    where = dict(in_topic(case))
    answered = await _answered(job, case, first)
    if answered is not None:
        where["reply_parameters"] = reply(answered)
    if first.kind == TEXT:
        _say(job, case, batch, where, about)
    elif first.kind == "kontak":
        job.send("sendMessage", {**where, **worded(job.for_staff.say("meja_kontak"))}, about=about)
    elif len(batch) > 1:
        _album(job, case, batch, about)
    else:
        _copy(job, case, first, where, about)


def _say(
    job: Job, case: Filed, batch: Sequence[Carried], where: dict[str, Any], about: CarriedIn
) -> None:
    """Some texts in a row; only a single one may be too long for one message."""
    buttons = _suggested(job, case, " ".join(_texts(batch)))
    rows = {"reply_markup": keyboard(buttons)} if buttons else {}
    first, *rest = words.pages(_texts(batch), _count(job, batch), Html())
    job.send("sendMessage", {**where, **unlinked(first), **rows}, about=about)
    _below(job, case, rest)


def _copy(job: Job, case: Filed, one: Carried, where: dict[str, Any], about: CarriedIn) -> None:
    """A file stays at Telegram: it is copied there, with the caption as masked."""
    payload = {**where, "from_chat_id": case.chat_id, "message_id": one.participant_message_id}
    text = one.text or ""
    fits = units(text) <= words.CAPTION
    if text:
        payload["caption"] = text if fits else f"{cut(text, words.CAPTION - 1)}…"
    job.send("copyMessage", payload, about=about)
    if not fits:
        _below(job, case, words.pages([text], Html(), Html()))


def _album(job: Job, case: Filed, batch: Sequence[Carried], about: CarriedIn) -> None:
    captions = [one.text for one in batch if one.text]
    masked = any(kinds_in(caption) for caption in captions)
    payload = {**in_topic(case), "from_chat_id": case.chat_id}
    payload |= {"message_ids": [one.participant_message_id for one in batch]}
    job.send("copyMessages", payload | {"remove_caption": masked}, about=about)
    if masked:
        _below(job, case, words.pages(captions, Html(), Html()))


def _below(job: Job, case: Filed, pages: Iterable[Html]) -> None:
    """Words of the participant in messages of their own, below what they belong to."""
    for page in pages:
        job.to_topic(case, page, about=Note(case.id, words=True))


async def _answered(job: Job, case: Filed, one: Carried) -> int | None:
    """The message of the topic that a participant's message answers."""
    if one.reply_to is None:
        return None
    found = await carried.of_participant(job.db, case.id, one.reply_to)
    return next((each.topic_message_id for each in found if each.topic_message_id), None)


def _suggested(job: Job, case: Filed, text: str) -> tuple[Row, ...]:
    """The answers of the FAQ nearest to what is asked, as buttons for the officer."""
    heard = job.hear(text)
    if heard.length < FEW:
        return ()
    found = heard.topics
    names = [score.topic for score in found.top] if found.act == "answer" else []
    return topics_panel(case, job.for_staff, names).rows


async def landed(job: Job, about: CarriedIn, outcome: Outcome) -> None:
    """What became of a delivery; then whatever was gathered meanwhile."""
    case, rows, there = await job.case(about.case), about.rows, outcome.message_ids
    if case is None:
        return
    if outcome.is_accepted and there:
        pairs = [(row, there[min(n, len(there) - 1)]) for n, row in enumerate(rows)]
        carried.in_topic(job.db, pairs, job.at)
        await _go_on(job, case, about.left, about.refused)
    elif outcome.fate.kind in _OF_THE_CHAT:
        # Rather seen twice by the staff than not at all; later, so that a lost group is no storm.
        carried.set_state(job.db, rows + about.left, "pending")
        await job.save(case.with_(inward_after=job.now + RETRY))
        _tell_refused(job, case, about.refused)
    elif len(rows) > 1:
        # Somebody's words are not given up for what stands beside them: half, until it is found.
        half = len(rows) // 2
        await _go_on(job, case, rows[half:] + about.left, about.refused, rows[:half])
    elif outcome.is_accepted or outcome.fate.kind in MESSAGE_LOST:
        carried.set_state(job.db, rows, "refused", job.at)
        await _go_on(job, case, about.left, about.refused + 1)
    else:
        # A refusal nobody knows proves nothing against these words: they are tried again.
        carried.set_state(job.db, rows, "pending")
        case = await job.save(case.with_(inward_after=job.now + RETRY))
        await _go_on(job, case, about.left, about.refused)


_OF_THE_CHAT: Final = frozenset(
    {Kind.UNCERTAIN, Kind.CHAT_GONE, Kind.FORBIDDEN, Kind.TOPIC_CLOSED, Kind.MIGRATED}
)
"""It lies in the group or on the way there, not in what was sent."""


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
    await _deliver(job, case, batch, CarriedIn(case.id, _ids(batch), after, refused))


def _tell_refused(job: Job, case: Filed, count: int) -> None:
    if count:
        job.to_topic(case, job.for_staff.say("meja_tidak_terbawa", jumlah=count))


async def edited(job: Job, case: Filed, message: Message) -> None:
    """The participant changed a message: the copy says the same."""
    found = await carried.of_participant(job.db, case.id, message.message_id)
    own = next((one for one in found if one.direction == IN), None)
    text = words_of(message)
    if own is None or text is None or text == own.text:
        return
    carried.edit(job.db, own.id, text, None)
    if own.state != "delivered" or case.topic is not ForumTopic.THERE:
        return
    where = {**in_topic(case), "message_id": own.topic_message_id}
    foot = job.for_staff.say("meja_diubah")
    if own.kind == TEXT:
        batch = await carried.of_topic(job.db, case.id, own.topic_message_id or 0)
        first, *rest = words.pages(_texts(batch), _count(job, batch), foot)
        _edit(job, case, "editMessageText", {**where, **worded(first)})
        _below(job, case, rest)
    elif words.length(caption := paragraphs(text, foot)) <= words.CAPTION:
        _edit(job, case, "editMessageCaption", {**where, **worded(caption, "caption")})
    else:
        _below(job, case, words.pages([text], Html(), foot))


def _edit(job: Job, case: Filed, method: str, payload: dict[str, Any]) -> None:
    job.send(method, payload, about=Note(case.id), lane=lane(case))


async def noted(job: Job, case: Filed, about: Note, outcome: Outcome) -> None:
    """A word in the topic; of interest only where it is the participant's and did not arrive."""
    if about.words and not outcome.is_accepted:
        _tell_refused(job, case, 1)
