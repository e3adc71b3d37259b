"""Outward: what the officer who holds the case writes in the topic goes to the participant.

A text is sent as it was checked, never copied: an officer could change it between the check and
the copy. Files are copied by Telegram, with the checked caption.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from telegram import Message

from flows.desk.card import staff_button
from flows.desk.case import AuditAct, Closer, CloseReason, State
from flows.desk.moves import officer_wrote
from flows.desk.note import Note, note_of
from flows.presses import Staff
from flows.screen import Row
from flows.texts.html import Html
from handlers.desk.carry import held, warnings
from handlers.desk.carry.messages import answered_by, file_of, is_complete, sort_of, words_of
from handlers.desk.case import ending
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.outgoing import UNLINKED, reply
from store import carried, ledger, revisions
from store.about import CarriedOut
from store.carried import NOTE, OUT, READY, TEXT, Carried, Writing
from store.ledger import Key, Side, What
from store.outbox import Delivery
from store.outcome import PERSON_LOST, Kind, Outcome
from store.turn import Turn

EARLY = "dropped"
"""State of what was written before the case was taken: it goes nowhere until somebody says so."""

FAILED = frozenset({"refused", "uncertain"})
"""States of what may be sent again."""


def note(message: Message, case: Filed) -> Note | None:
    """How a message is meant for the staff only: by its beginning, or as an answer to the card."""
    answered = answered_by(message)
    if answered is not None and answered == case.card_message_id:
        return Note.PLAIN
    return note_of(words_of(message) or "")


async def noted(job: Job, case: Filed, message: Message) -> None:
    """A note among the staff is kept: it goes along when the case moves."""
    await _keep(job, case, message, NOTE)


async def wrote(job: Job, case: Filed, message: Message, question: Html | None = None) -> None:
    """An officer's message: to the participant, or back with the reason why not.

    question: what its author is asked first, where it may not be meant for the participant.
    """
    refused = refusal(job, case)
    if refused is not None:
        text, rows = refused
        if case.state is State.WAITING and message.media_group_id is None:
            rows = (await _take_and_send(job, case, message),)
        job.to_topic(case, text, rows=rows, reply_to=message.message_id)
        return
    row = await _keep(job, case, message)
    question = question or await held.slip(job, case, row)
    doubts = held.doubts(job, row)
    if doubts:
        await held.hold(job, case, row, doubts)
    elif question is not None:
        held.ask(job, case, row, question)
    elif row.album is None:
        await send(job, case, [row])


def refusal(job: Job, case: Filed) -> tuple[Html, tuple[Row, ...]] | None:
    """Why nothing of this officer goes out now; None when it may."""
    if case.state is State.CLOSED:
        return job.for_staff.say("meja_kasus_ditutup"), ()
    if case.state is State.WAITING:
        take = staff_button(job.for_staff, "tombol_ambil", Staff.TAKE, case.id)
        return job.for_staff.say("meja_belum_diambil"), ((take,),)
    if case.officer_id != job.actor:
        return job.for_staff.say("meja_bukan_pemegang", nama_petugas=case.officer_name), ()
    return None


async def _take_and_send(job: Job, case: Filed, message: Message) -> Row:
    """The button that takes the case and sends what was written too early."""
    row = await _keep(job, case, message)
    carried.set_state(job.db, [row.id], EARLY, job.at)
    return (
        staff_button(job.for_staff, "tombol_ambil_kirim", Staff.TAKE_AND_SEND, case.id, row.id),
    )


async def send_early(job: Job, case: Filed, number: int) -> bool:
    """Send what was written before the case was taken; says whether there is anything to send."""
    row = await carried.one(job.db, number)
    if row is None or row.case_id != case.id or row.state != EARLY or row.kind == NOTE:
        return False
    if row.author_id != job.actor:
        return False
    doubts = held.doubts(job, row)
    if doubts:
        await held.hold(job, case, row, doubts)
    else:
        await send(job, case, [row])
    return True


async def _keep(job: Job, case: Filed, message: Message, kind: str | None = None) -> Carried:
    entities = message.entities if message.text is not None else message.caption_entities
    # Telegram lets every message of a topic answer the one that made it.
    answered = answered_by(message)
    reference = answered if answered != message.message_thread_id else None
    writing = Writing(
        case.id, OUT, job.actor, kind or sort_of(message), job.at,
        topic_message_id=message.message_id, reply_to=reference, text=words_of(message),
        entities=json.dumps([one.to_dict() for one in entities or ()]),
        album=message.media_group_id, state="dropped" if kind == NOTE else "pending",
        file=file_of(message),
    )  # fmt: skip
    return await carried.add(job.db, writing)


async def send(job: Job, case: Filed, rows: Sequence[Carried], *, checked: bool = True) -> None:
    """Send one message or one album. Not `checked`: a supervisor has read it and let it pass."""
    carried.set_state(job.db, [one.id for one in rows], "sending", job.at)
    for one in rows:
        if one.back:  # what was taken back before goes out by its author's wish
            revisions.take_back(job.db, one.id, "")
    for one in rows:
        if one.kind not in (TEXT, READY):
            job.audit(AuditAct.FILE_SENT, case.id, f"{one.id}:{one.kind}")
    match rows:
        case [one]:
            method, payload = await _alone(job, case, one, checked=checked)
        case _:
            method, payload = "copyMessages", _album(case, rows)
    numbers = tuple(one.id for one in rows)
    about = CarriedOut(case.id, numbers, tuple(one.revision for one in rows))
    job.send(method, {"chat_id": case.chat_id, **payload}, about=about, delivery=Delivery.ASK)


def _album(case: Filed, rows: Sequence[Carried]) -> dict[str, Any]:
    numbers = [one.topic_message_id for one in rows]
    return {"from_chat_id": case.group_id, "message_ids": numbers}


async def _alone(
    job: Job, case: Filed, one: Carried, *, checked: bool
) -> tuple[str, dict[str, Any]]:
    """The call for one message, below the one it answers."""
    answered = await _answered(job, case, one)
    where: dict[str, Any] = {} if answered is None else {"reply_parameters": reply(answered)}
    marks = json.loads(one.entities or "[]")
    if one.kind in (TEXT, READY) and checked and one.text is not None:
        preview = UNLINKED if one.kind == READY else {}
        return "sendMessage", {**where, "text": one.text, "entities": marks, **preview}
    payload = {**where, "from_chat_id": case.group_id, "message_id": one.topic_message_id}
    if checked and one.text is not None:
        payload |= {"caption": one.text, "caption_entities": marks}
    return "copyMessage", payload


async def _answered(job: Job, case: Filed, one: Carried) -> int | None:
    """The message of the private chat that an officer's message answers: the latest of several."""
    if one.reply_to is None:
        return None
    found = await carried.of_topic(job.db, case.id, one.reply_to)
    return next((each.participant_message_id for each in reversed(found)), None)


async def flush(job: Job, case: Filed) -> None:
    """Send an album whose parts have all come."""
    waiting = await carried.on_its_way(job.db, case.id)
    parts = [one for one in waiting if one.direction == OUT and one.state == "pending"]
    for album in dict.fromkeys(one.album for one in parts):
        rows = [one for one in parts if one.album == album]
        if is_complete(rows, job.at):
            await send(job, case, rows)


async def landed(job: Job, about: CarriedOut, outcome: Outcome) -> None:
    """What became of an officer's message: marked only when Telegram accepted it."""
    case = await job.case(about.case)
    if case is None:
        return
    if outcome.is_accepted and outcome.message_ids:
        await _arrived(job, case, about, outcome.message_ids)
        return
    is_uncertain = outcome.fate.kind is Kind.UNCERTAIN
    state = "uncertain" if is_uncertain else "refused"
    why = outcome.fate.reason or outcome.fate.kind.value
    carried.failed(job.db, about.rows, state, why, job.at)
    rows = [row for one in about.rows if (row := await carried.one(job.db, one)) is not None]
    reference = rows[0].topic_message_id if rows else None
    if outcome.fate.kind in PERSON_LOST:
        await lost(job, case, outcome.fate.kind, reply_to=reference)
        return
    for row in rows:
        await job.mark(case, row)
    left = [row for row in rows if not row.back]
    if left:
        job.warn(case, left[0], warnings.unsent(job.for_staff, left[0], outcome.fate))
    job.follow_up(case)


async def _arrived(job: Job, case: Filed, about: CarriedOut, there: Sequence[int]) -> None:
    rows, revisions = about.rows, about.revisions or (1,) * len(about.rows)
    numbers = [there[min(n, len(there) - 1)] for n in range(len(rows))]
    carried.with_person(job.db, list(zip(rows, numbers, revisions, strict=True)), job.at)
    for number in rows:
        await job.unsay(case, What.WARNING, number)
        row = await carried.one(job.db, number)
        if row is not None:
            await job.mark(case, row)
    # What was changed or taken back on the way is brought at once.
    job.follow_up(case)
    if case.state is State.HELD:
        await job.save(case.filed(officer_wrote(case, job.now)).with_(card_due=case.card_due))


async def lost(
    job: Job, case: Filed, kind: Kind = Kind.BLOCKED, turn: Turn | None = None,
    reply_to: int | None = None,
) -> None:  # fmt: skip
    """Nothing reaches the participant any more: the case is closed, with a word to the officer."""
    if case.open:
        await ending.close(job, case, Closer.SYSTEM, CloseReason.BLOCKED, turn)
        job.to_topic(case, job.for_staff.say(warnings.LOST[kind]), reply_to=reply_to)


async def again(job: Job, case: Filed, row: int) -> bool:
    """Send once more what failed, read again; says whether there was any."""
    one = await carried.one(job.db, row)
    if one is None or one.case_id != case.id or one.direction != OUT:
        return False
    if not _may_go_again(one) or (one.kind == TEXT and one.text is None):
        return False
    parts = await carried.of_album(job.db, case.id, one.album) if one.album else [one]
    rows = []
    for part in parts:
        if not _may_go_again(part):
            continue
        # It may have been changed since it was read, or hold what only a supervisor lets pass.
        doubts = held.doubts(job, part) if part.kind != READY else ()
        if doubts:
            await held.hold(job, case, part, doubts)
        else:
            rows.append(part)
    if rows:
        await send(job, case, rows)
    # Whoever pressed takes the warning away.
    ledger.drop(job.db, [Key(case.id, Side.STAFF, What.WARNING, row)])
    return True


def _may_go_again(row: Carried) -> bool:
    """What did not arrive, and what the participant has in words that are no longer true."""
    return row.state in FAILED or (row.state == "delivered" and not row.is_true and not row.back)
