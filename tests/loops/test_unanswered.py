"""What no topic answered is stored with its update, or not at all."""

from datetime import date

from telegram import Update

from editorial.contract.code import PROMISES
from flows.library import Library
from loops import tidy
from loops.application import Context
from store import chats, unanswered
from store.database import Database
from store.turn import current_turn
from store.unanswered import Unanswered
from tests.loops.conftest import count, message
from tests.loops.test_work import House, house

__all__ = ["house"]

DAY = date(2026, 11, 20)


async def curious(update: Update, context: Context) -> None:
    """Note every text as unanswered before answering it."""
    text = update.effective_message.text if update.effective_message else None
    current_turn().unanswered(text or "", DAY, ["calo"])
    await count(update, context)


async def noted(database: Database) -> list[Unanswered]:
    async with database.transaction() as transaction:
        return await unanswered.since(transaction, date.min)


async def test_a_question_is_stored_with_its_update_and_counted(house: House) -> None:
    await house.open(curious)
    await house.store(message(1, 7, "a"), message(2, 8, "a"), message(3, 7, "b"))
    await house.worker.once()
    assert await noted(house.database) == [
        Unanswered("a", DAY, ("calo",), 2),
        Unanswered("b", DAY, ("calo",), 1),
    ]


async def test_a_raising_handler_leaves_no_question(house: House) -> None:
    await house.open(curious)
    await house.store(message(1, 7, "rusak"), message(2, 8, "a"))
    await house.worker.once()
    assert [one.text for one in await noted(house.database)] == ["a"]


def test_the_promise_of_privasi_is_kept(library: Library) -> None:
    """`check` compares what people are told with `PROMISES`; the numbers in there are ours."""
    assert tidy.KEEP_QUESTIONS.days == PROMISES["simpan_pertanyaan"]
    assert tidy.KEEP_CHATS.days == PROMISES["simpan_jawaban"]
    assert all(f"{{{number}}}" in library.messages["privasi"] for number in PROMISES)


async def test_questions_are_kept_ninety_days(database: Database) -> None:
    async with database.transaction() as transaction:
        unanswered.add(transaction, [Unanswered("a", date(2026, 8, 21))])
        unanswered.add(transaction, [Unanswered("b", date(2026, 8, 22))])
    noon = 1_795_176_000.0  # 20 November 2026, 12:00 UTC
    assert await tidy.tidy(database, noon) == 1
    assert [one.text for one in await noted(database)] == ["b"]


async def test_silent_chats_are_forgotten_but_nobody_who_waits_for_a_person(
    database: Database,
) -> None:
    long_ago, now = 0.0, tidy.KEEP_CHATS.total_seconds() + 1
    async with database.transaction() as transaction:
        silent, waiting = chats.blank(1), chats.blank(2)._replace(case_id=9)
        chats.save(transaction, [silent, waiting], long_ago)
        chats.save(transaction, [chats.blank(3)], now)
    assert await tidy.tidy(database, now) == 1
    async with database.transaction() as transaction:
        assert await chats.one(transaction, 1) is None
        assert await chats.one(transaction, 2) is not None
        assert await chats.one(transaction, 3) is not None
