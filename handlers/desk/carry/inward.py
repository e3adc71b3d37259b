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
from flows.mask import kinds_in
from flows.texts.html import Html, lines, paragraphs
from handlers.desk.carry import suggest
from handlers.desk.filed import Filed, ForumTopic
from handlers.desk.job import Job, in_topic, reply
from handlers.desk.topic import making
from handlers.events import kind_of
from handlers.outgoing import keyboard, unlinked, worded
from store import carried
from store.about import CarriedIn, Known, Note
from store.carried import IN, Carried
from store.outcome import Kind, Outcome

TEXT = "teks"
ROOM = 3500
"""Characters of participants' words in one message (Telegram allows 4096 with everything)."""

MOST = 3900
"""The same after a change, which may have made a text longer."""

CAPTION = 900
"""Characters of a changed caption (Telegram allows 1024 with everything)."""

ALBUM = 1.5
"""Seconds without a further part after which an album is complete."""

RETRY = timedelta(seconds=30)
"""Before something undelivered is tried again."""


async def wrote(job: Job, case: Filed, message: Message) -> Filed:
    """A message of the participant is kept, and goes out as soon as it may."""
    text = message.text if message.text is not None else message.caption
    answered = message.reply_to_message.message_id if message.reply_to_message else None
    await carried.add(
        job.db,
        {
            "case_id": case.id, "direction": IN, "author_id": case.chat_id,
            "participant_message_id": message.message_id, "topic_message_id": None,
            "reply_to": answered, "kind": TEXT if message.text is not None else kind_of(message),
            "text": text, "entities": None, "album": message.media_group_id, "state": "pending",
            "created_at": job.at,
        },
    )  # fmt: skip
    case = await job.save(
        case.filed(participant_wrote(case, job.now)).with_(card_due=case.card_due)
    )
    return await flush(job, case)


async def flush(job: Job, case: Filed) -> Filed:
    """Send what waits for the topic, unless something is on its way or still being gathered."""
    if case.topic is ForumTopic.NONE:
        return await making.ensure(job, case)
    if case.topic is not ForumTopic.THERE:
        return case
    waiting = [one for one in await carried.on_its_way(job.db, case.id) if one.direction == IN]
    if not waiting or any(one.state == "sending" for one in waiting):
        return case
    if not case.may_deliver(job.now):
        return case
    if not await _ripe(job, waiting):
        return case
    batch = next(_batches(waiting))
    carried.set_state(job.db, [one.id for one in batch], "sending", job.at)
    await _deliver(job, case, batch)
    return case


async def _ripe(job: Job, waiting: Sequence[Carried]) -> bool:
    """Whether gathering is over: at once after a pause, else after `gather` seconds."""
    if waiting[0].album:
        parts = [one.created_at for one in waiting if one.album == waiting[0].album]
        return job.at - max(parts) >= ALBUM
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
        room = sum(len(each.text or "") for each in batch) + len(one.text or "")
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
    originals = [one.participant_message_id for one in batch]
    source = {**where, "from_chat_id": case.chat_id}
    captions = [one.text for one in batch if one.text]
    if len(batch) == 1:
        payload = {**source, "message_id": originals[0]}
        job.send(
            "copyMessage", payload | ({"caption": captions[0]} if captions else {}), about=about
        )
        return
    masked = any(kinds_in(caption) for caption in captions)
    source.pop("reply_parameters", None)
    payload = {**source, "message_ids": originals, "remove_caption": masked}
    job.send("copyMessages", payload, about=about)
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
    buttons = suggest.rows(job, case, " ".join(one.text or "" for one in batch))
    rows = {"reply_markup": keyboard(buttons)} if buttons else {}
    if len(batch) > 1 or len(batch[0].text or "") <= ROOM:
        yield {**unlinked(text), **rows}
        return
    whole = batch[0].text or ""
    yield {**unlinked(_said(whole[:ROOM])), **rows}
    yield unlinked(Html.escape(whole[ROOM:]))


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
        yield text[:room]
        room = max(room - len(text), 0)


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
    await flush(job, case)


async def edited(job: Job, case: Filed, message: Message) -> None:
    """The participant changed a message: the copy says the same."""
    found = await carried.of_participant(job.db, case.id, message.message_id)
    own = next((one for one in found if one.direction == IN), None)
    text = message.text if message.text is not None else message.caption
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
        job.send("editMessageText", {**where, **said}, about=note, lane=making.lane(case))
    else:
        said = worded(paragraphs(text[:CAPTION], job.say("meja_diubah")), "caption")
        job.send("editMessageCaption", {**where, **said}, about=note, lane=making.lane(case))


async def attached(job: Job, case: Filed, message_id: int) -> Filed:
    """Something that came before the case was open; it is copied as it is, without a caption."""
    await carried.add(
        job.db,
        {
            "case_id": case.id, "direction": IN, "author_id": case.chat_id,
            "participant_message_id": message_id, "topic_message_id": None, "reply_to": None,
            "kind": "lain", "text": None, "entities": None, "album": None, "state": "pending",
            "created_at": job.at,
        },
    )  # fmt: skip
    return case
