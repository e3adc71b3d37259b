"""Inward: what the participant writes goes into the topic, gathered while the group is busy.

At most one delivery per topic is on its way. What comes meanwhile is gathered and goes out
together, so the more a group is at its limit, the more each delivery carries, and nothing piles up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from telegram import Message

from flows.desk.moves import participant_wrote
from flows.desk.panels import topics_panel
from flows.mask import kinds_in
from flows.screen import Row
from flows.texts.html import Html, lines, paragraphs
from flows.texts.units import cut, units
from handlers.desk.carry.messages import answered_by, is_complete, sort_of, words_of
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job, in_topic, lane, reply
from handlers.outgoing import keyboard, unlinked, worded
from store import carried
from store.about import CarriedIn, Known, Note
from store.carried import IN, TEXT, Carried, Writing
from store.outcome import Kind, Outcome

ROOM = 3500
"""Units of participants' words in one message (Telegram allows 4096 with everything)."""

MOST = 3900
"""The same after a change, which may have made a text longer."""

CAPTION = 900
"""Units of a changed caption (Telegram allows 1024 with everything)."""

WORDS = 2
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
        batch = next(_batches(waiting))
        carried.set_state(job.db, [one.id for one in batch], "sending", job.at)
        await _deliver(job, case, batch)


async def _ripe(job: Job, waiting: Sequence[Carried]) -> bool:
    """Whether gathering is over: at once after a pause, else after `gather` seconds."""
    if waiting[0].album:
        return is_complete([one for one in waiting if one.album == waiting[0].album], job.at)
    if job.at - waiting[0].created_at >= job.desk.gather:
        return True
    last = await carried.last_sent(job.db, waiting[0].case_id)
    return last is None or job.at - last >= job.desk.gather


def _batches(waiting: Sequence[Carried]) -> Iterator[list[Carried]]:
    """What goes out in one call: texts in a row, an album, or one other thing."""
    batch: list[Carried] = []
    for one in waiting:
        if batch and not _together(batch, one):
            yield batch
            batch = []
        batch.append(one)
    yield batch


def _together(batch: Sequence[Carried], one: Carried) -> bool:
    if batch[-1].kind == TEXT and one.kind == TEXT:
        room = sum(units(each.text or "") for each in (*batch, one))
        return room <= ROOM and one.reply_to is None
    return one.album is not None and one.album == batch[-1].album


async def _deliver(job: Job, case: Filed, batch: Sequence[Carried]) -> None:
    about: Known = CarriedIn(case.id, tuple(one.id for one in batch))
    first = batch[0]
    where = dict(in_topic(case))
    answered = await _answered(job, case, first)
    if answered is not None:
        where["reply_parameters"] = reply(answered)
    if first.kind == TEXT:
        for payload in _texts(job, case, batch):
            job.send("sendMessage", {**where, **payload}, about=about)
            about = Note(case.id)
        return
    if first.kind == "kontak":
        job.send("sendMessage", {**where, **worded(job.say("meja_kontak"))}, about=about)
        return
    _copy(job, case, batch, where, about)


def _copy(
    job: Job, case: Filed, batch: Sequence[Carried], where: dict[str, Any], about: Known
) -> None:
    """Files stay at Telegram: they are copied there, with the caption as masked."""
    match batch:
        case [one]:
            payload = {**where, "from_chat_id": case.chat_id}
            payload |= {"message_id": one.participant_message_id}
            payload |= {"caption": one.text} if one.text else {}
            job.send("copyMessage", payload, about=about)
        case _:
            _album(job, case, batch, about)


def _album(job: Job, case: Filed, batch: Sequence[Carried], about: Known) -> None:
    captions = [one.text for one in batch if one.text]
    masked = any(kinds_in(caption) for caption in captions)
    payload = {**in_topic(case), "from_chat_id": case.chat_id}
    payload |= {"message_ids": [one.participant_message_id for one in batch]}
    job.send("copyMessages", payload | {"remove_caption": masked}, about=about)
    if masked:
        job.to_topic(case, lines(*captions))


async def _answered(job: Job, case: Filed, one: Carried) -> int | None:
    """The message of the topic that a participant's message answers."""
    if one.reply_to is None:
        return None
    found = await carried.of_participant(job.db, case.id, one.reply_to)
    return next((each.topic_message_id for each in found if each.topic_message_id), None)


def _texts(job: Job, case: Filed, batch: Sequence[Carried]) -> Iterator[dict[str, Any]]:
    """The messages for some texts in a row; only the longest single text needs a second one."""
    text = shown(job, batch)
    buttons = _suggested(job, case, " ".join(one.text or "" for one in batch))
    rows = {"reply_markup": keyboard(buttons)} if buttons else {}
    match batch:
        case [Carried(text=str(whole))] if units(whole) > ROOM:
            first = cut(whole, ROOM)
            yield {**unlinked(_said(first)), **rows}
            yield unlinked(Html.escape(whole[len(first) :]))
        case _:
            yield {**unlinked(text), **rows}


def _suggested(job: Job, case: Filed, text: str) -> tuple[Row, ...]:
    """The answers of the FAQ nearest to what is asked, as buttons for the officer."""
    heard = job.desk.hear(text)
    if heard.length < WORDS:
        return ()
    found = heard.topics
    names = [] if found.act == "decline" else [score.topic for score in found.top]
    return topics_panel(case, job.voice, names).rows


def shown(job: Job, batch: Sequence[Carried], *, edited: bool = False) -> Html:
    """Texts of the participant as one message of the topic."""
    count = job.say("kartu_baru", jumlah=len(batch)) if len(batch) > 1 else ""
    words = [_said(text) for text in _within([one.text or "" for one in batch], MOST)]
    return paragraphs(count, *words, job.say("meja_diubah") if edited else "")


def _said(words: str) -> Html:
    return Html("👤 {}").format(words)


def _within(texts: Sequence[str], room: int) -> Iterator[str]:
    """The texts, cut where one was made so long afterwards that they no longer fit together."""
    for text in texts:
        yield cut(text, room)
        room -= units(text)


async def landed(job: Job, about: CarriedIn, outcome: Outcome) -> None:
    """What became of a delivery; then whatever was gathered meanwhile."""
    case, rows, there = await job.case(about.case), about.rows, outcome.message_ids
    if case is None:
        return
    if outcome.is_accepted and there:
        pairs = [(row, there[min(n, len(there) - 1)]) for n, row in enumerate(rows)]
        carried.in_topic(job.db, pairs, job.at)
    elif outcome.fate.kind in (Kind.UNCERTAIN, Kind.CHAT_GONE):
        # Rather seen twice by the staff than not at all; later, so that a lost group is no storm.
        carried.set_state(job.db, rows, "pending")
        await job.save(case.with_(inward_after=job.now + RETRY))
        return
    else:
        carried.set_state(job.db, rows, "refused", job.at)
        job.to_topic(case, job.say("meja_tidak_terbawa"))
    job.follow_up(case)


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
    note = Note(case.id)
    if own.kind == TEXT:
        batch = await carried.of_topic(job.db, case.id, own.topic_message_id or 0)
        said = worded(shown(job, batch, edited=True))
        job.send("editMessageText", {**where, **said}, about=note, lane=lane(case))
    else:
        said = worded(paragraphs(cut(text, CAPTION), job.say("meja_diubah")), "caption")
        job.send("editMessageCaption", {**where, **said}, about=note, lane=lane(case))
