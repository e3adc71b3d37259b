"""Statements: asked about once a week, answered with one tap, looked into when contradicted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final

from telegram import Message

from flows.content.offices import Office
from flows.content.statement import Statement
from flows.desk.card import Card
from flows.desk.case import AuditAct, Role
from flows.presses import StaffTap
from flows.texts.shortened import shortened
from flows.truth.asking import RESTS, Asked, local_day, to_ask, week_due
from flows.truth.cards import BUTTONS, answered_card, call_card, gone_card, question_card
from flows.truth.standing import contradictions, is_disputed, latest
from flows.truth.verdict import CONTRADICTS, LONGEST, Says, Verdict, digest_of
from handlers.desk.job import Job
from handlers.desk.staff import roles
from handlers.desk.verdicts import know, verdicts
from handlers.outgoing import keyboard, unlinked
from store import statements
from store.about import GroupMessage
from store.statements import Question

PATIENCE: Final = 1800.0
"""Seconds in which the office that made it three may still write its sentence."""

KEPT: Final = timedelta(days=800)
"""So long answers are kept: twice as long as any confirmation counts."""


async def ask(job: Job) -> None:
    """Every branch whose hour it is, and that was not asked this week."""
    for group_id, office in _branches(job):
        week = week_due(office, job.now)
        if week is not None and not await statements.is_asked(job.db, office.id, week):
            await _ask(job, group_id, office, week)


def _branches(job: Job) -> Iterator[tuple[int, Office]]:
    """The staff groups of branches, each with the first of those it answers for."""
    found: dict[int, Office] = {}
    for office in job.desk.offices.branches():
        if office.grup is not None:
            found.setdefault(job.desk.group_of(office), office)
    return iter(found.items())


async def _ask(job: Job, group_id: int, office: Office, week: str) -> None:
    today = job.desk.brain.today()
    rows = await statements.asked_since(job.db, today - RESTS)
    asked = [
        Asked(
            row.statement,
            row.digest,
            row.office,
            row.asked_on,
            Says(row.says) if row.says else None,
        )
        for row in rows
    ]
    for place, each in enumerate(to_ask(job.library, office.id, asked, today), start=1):
        digest = digest_of(job.library, each, today)
        number = await statements.ask(
            job.db, office.id, group_id, week, place, each.id, digest, today
        )
        card = question_card(job.for_staff, job.for_person, each, number)
        _post(job, group_id, card)


def _post(job: Job, group_id: int, card: Card) -> None:
    shown = {**unlinked(card.text), "reply_markup": keyboard(card.rows)}
    job.send("sendMessage", {"chat_id": group_id, **shown}, about=GroupMessage())


def _edit(job: Job, group_id: int, message_id: int, card: Card) -> None:
    where = {"chat_id": group_id, "message_id": message_id}
    shown = {**unlinked(card.text), "reply_markup": keyboard(card.rows)}
    job.send("editMessageText", {**where, **shown})


async def pressed(job: Job, tap: StaffTap, role: Role, message: Message) -> str | None:
    """An answer, or that one was a slip; returns a short note."""
    voice = job.for_staff
    if role not in roles.MAY_TALK:
        return voice.label("meja_tidak_berhak")
    question = await statements.one(job.db, int(tap.argument)) if tap.argument.isdecimal() else None
    if question is None or job.desk.now_called(question.group_id) != message.chat.id:
        return voice.label("meja_tombol_lama")
    statement = _as_asked(job, question)
    if statement is None:
        _edit(job, message.chat.id, message.message_id, gone_card(voice))
        return voice.label("meja_tombol_lama")
    says = BUTTONS.get(tap.verb)
    card = (
        await _taken_back(job, question, statement)
        if says is None
        else await _answered(job, question, statement, says, message.message_id)
    )
    if card is None:
        return voice.label("meja_tombol_lama")
    job.audit(AuditAct.VERDICT, None, f"{question.statement}:{says or tap.verb}")
    _edit(job, message.chat.id, message.message_id, card)
    await know(job)
    return None if says is None else voice.label("meja_keterangan_tercatat")


async def _answered(
    job: Job, question: Question, statement: Statement, says: Says, message_id: int
) -> Card | None:
    """The card of a question that is answered now; None when it was."""
    day = _day(job, question)
    if not await statements.answer(job.db, question.id, says.value, message_id, day, job.at):
        return None
    verdict = Verdict(statement.id, question.digest, question.office, says, day, job.now)
    return answered_card(job.for_staff, job.for_person, statement, verdict, question.id)


async def _taken_back(job: Job, question: Question, statement: Statement) -> Card | None:
    """The question again; None when nobody has answered it."""
    if not await statements.take_back(job.db, question.id):
        return None
    return question_card(job.for_staff, job.for_person, statement, question.id)


def _as_asked(job: Job, question: Question) -> Statement | None:
    """The statement of a question; None when it no longer says what was asked."""
    statement = job.library.statements.by_id.get(question.statement)
    if statement is None:
        return None
    same = digest_of(job.library, statement, job.desk.brain.today()) == question.digest
    return statement if same else None


def _day(job: Job, question: Question) -> date:
    office = job.desk.offices.get(question.office) or job.desk.offices.national
    return local_day(office, job.now)


async def explained(job: Job, message: Message) -> bool:
    """A sentence below an answer that contradicts: what is different. A later one replaces it.

    Says whether the message answers a question about a statement at all.
    """
    below, text = message.reply_to_message, message.text or message.caption
    if below is None or not text:
        return False
    question = await statements.below(job.db, message.chat_id, below.message_id)
    if question is None or question.says is None or question.answered_on is None:
        return question is not None
    says = Says(question.says)
    statement = _as_asked(job, question)
    role = await roles.role_of(job, job.actor, message.chat_id)
    if statement is None or says not in CONTRADICTS or role not in roles.MAY_TALK:
        return True
    sentence = shortened(text, LONGEST)
    statements.explain(job.db, question.id, sentence)
    at = datetime.fromtimestamp(question.answered_at, UTC)
    verdict = Verdict(
        statement.id, question.digest, question.office, says, question.answered_on, at, sentence
    )
    card = answered_card(job.for_staff, job.for_person, statement, verdict, question.id)
    _edit(job, message.chat_id, below.message_id, card)
    await know(job)
    return True


async def call(job: Job) -> None:
    """An editor for every statement that has come to be contradicted, once."""
    today, library = job.desk.brain.today(), job.library
    if not library.statements.disputed:
        return
    given = await verdicts(job.db)
    for statement in library.statements.those(sorted(library.statements.disputed)):
        said = latest(library, statement, given, today)
        against = contradictions(statement, said)
        if not is_disputed(statement, said) or _may_still_write(job, against[-1]):
            continue
        digest = digest_of(library, statement, today)
        if await statements.dispute(job.db, statement.id, digest, statement.checked_on, today):
            card = call_card(job.for_staff, job.for_person, statement, against)
            _post(job, job.desk.now_called(job.desk.group), card)


def _may_still_write(job: Job, last: Verdict) -> bool:
    return not last.sentence and job.at - last.at.timestamp() < PATIENCE


def tidy(job: Job) -> None:
    """Forget what no longer counts."""
    statements.prune(job.db, job.desk.brain.today() - KEPT)
