"""Transactions: all or nothing, one at a time, and what the machine refuses."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from store import chats, inbox
from store.chats import ChatRecord
from store.database import Database, UnavailableError
from store.inbox import Arrival


def arrival(update_id: int, chat_id: int | None = 7) -> Arrival:
    return {
        "update_id": update_id,
        "chat_id": chat_id,
        "received_at": 1.0,
        "written_at": 1.0,
        "stamp": None,
        "body": "{}",
        "state": "waiting",
        "reason": None,
    }


async def stored(database: Database) -> list[int]:
    async with database.transaction() as transaction:
        return [one.update_id for one in await inbox.fresh(transaction, 0.0, 100)]


async def test_a_commit_survives_power_loss_by_configuration(database: Database) -> None:
    """FULL in WAL mode means an fsync per commit; anything less loses commits with the power."""
    for pragma, wanted in (("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1)):
        rows = await database._connection.execute_fetchall(f"PRAGMA {pragma}")
        assert next(iter(rows))[0] == wanted


async def test_leaving_the_block_with_an_error_takes_everything_back(database: Database) -> None:
    async def half() -> None:
        async with database.transaction() as transaction:
            inbox.add(transaction, [arrival(1)])
            await transaction.flush()
            raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        await half()
    assert await stored(database) == []


async def test_writes_are_seen_by_later_reads_and_by_nobody_before_the_commit(
    database: Database,
) -> None:
    other = sqlite3.connect(database.path)
    try:
        async with database.transaction() as transaction:
            inbox.add(transaction, [arrival(1)])
            assert len(await inbox.fresh(transaction, 0.0, 10)) == 1
            assert other.execute("SELECT COUNT(*) FROM inbox").fetchone() == (0,)
        assert other.execute("SELECT COUNT(*) FROM inbox").fetchone() == (1,)
    finally:
        other.close()


async def test_transactions_do_not_interleave(database: Database) -> None:
    """A second task sees all of the first transaction or nothing of it."""
    seen: list[int] = []

    async def write(first: int) -> None:
        async with database.transaction() as transaction:
            inbox.add(transaction, [arrival(first)])
            seen.append(len(await inbox.fresh(transaction, 0.0, 10)))
            await asyncio.sleep(0)
            inbox.add(transaction, [arrival(first + 1)])

    await asyncio.gather(write(1), write(11), write(21))
    assert seen == [1, 3, 5]


async def test_undo_takes_back_one_update_and_keeps_the_earlier(database: Database) -> None:
    async with database.transaction() as transaction:
        inbox.add(transaction, [arrival(1)])
        transaction.save_point()
        inbox.add(transaction, [arrival(2)])
        await transaction.undo()
        transaction.save_point()
        inbox.add(transaction, [arrival(3)])
        await transaction.flush()
        inbox.add(transaction, [arrival(4)])
        await transaction.undo()
        transaction.save_point()
        inbox.add(transaction, [arrival(5)])
        transaction.release()
    assert await stored(database) == [1, 5]


async def test_hooks_follow_the_commit_and_nothing_else(database: Database) -> None:
    done: list[str] = []
    async with database.transaction() as transaction:
        transaction.after_commit(lambda: done.append("kept"))
        transaction.save_point()
        transaction.after_commit(lambda: done.append("taken back"))
        await transaction.undo()
        transaction.save_point()
        transaction.after_commit(lambda: done.append("released"))
        transaction.release()
        assert done == []
    assert done == ["kept", "released"]


async def test_hooks_of_what_was_not_kept_are_forgotten(database: Database) -> None:
    done: list[str] = []

    async def change(fault: Exception | None) -> None:
        async with database.transaction() as transaction:
            transaction.after_commit(lambda: done.append("never"))
            inbox.add(transaction, [arrival(1)])
            if fault:
                raise fault

    with pytest.raises(RuntimeError):
        await change(RuntimeError())
    await database._connection.execute_fetchall("PRAGMA query_only = ON")
    with pytest.raises(UnavailableError):
        await change(None)
    assert done == []


async def test_a_transaction_cut_short_leaves_the_database_usable(database: Database) -> None:
    async def slow() -> None:
        async with database.transaction() as transaction:
            inbox.add(transaction, [arrival(number) for number in range(1, 500)])
            await inbox.fresh(transaction, 0.0, 1)

    for turns in range(8):
        task = asyncio.create_task(slow())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        # All or nothing, whichever the last moment allowed; and the next transaction begins.
        assert len(await stored(database)) in (0, 100)


async def test_an_unexpected_number_of_rows_takes_everything_back(database: Database) -> None:
    async def finish_more_than_there_is() -> None:
        async with database.transaction() as transaction:
            inbox.add(transaction, [arrival(1)])
            inbox.finish(transaction, [1, 2])

    with pytest.raises(LookupError, match="inbox_finish"):
        await finish_more_than_there_is()
    assert await stored(database) == []


async def test_a_full_disk_is_the_machines_fault_and_nothing_is_half_written(
    database: Database,
) -> None:
    rows = await database._connection.execute_fetchall("PRAGMA page_count")
    await database._connection.execute_fetchall(f"PRAGMA max_page_count = {next(iter(rows))[0]}")
    big: Arrival = {**arrival(2), "body": "x" * 100_000}

    async def add_both() -> None:
        async with database.transaction() as transaction:
            inbox.add(transaction, [arrival(1), big])

    with pytest.raises(UnavailableError):
        await add_both()
    await database._connection.execute_fetchall("PRAGMA max_page_count = 1000000")
    assert await stored(database) == []
    await add_both()
    assert await stored(database) == [1, 2]


async def test_a_mistake_in_a_statement_is_not_the_machines_fault(database: Database) -> None:
    async def two_chats_one_case() -> None:
        records = [ChatRecord(1, "{}", 0, 5), ChatRecord(2, "{}", 0, 5)]
        async with database.transaction() as transaction:
            chats.save(transaction, records, 0.0)

    with pytest.raises(sqlite3.IntegrityError):
        await two_chats_one_case()


async def test_a_place_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError):
        await Database.open(tmp_path / "missing" / "bot.db")
    (tmp_path / "text.db").write_text("this is no database, and long enough to be looked at" * 20)
    with pytest.raises(UnavailableError):
        await Database.open(tmp_path / "text.db")
