"""Questions without an answer: counted per day, nobody's, gone after a while."""

from datetime import date
from pathlib import Path

from store import unanswered
from store.database import Database
from store.unanswered import Unanswered

DAY, NEXT = date(2026, 11, 19), date(2026, 11, 20)


def whole(path: Path) -> bytes:
    return path.read_bytes()


async def test_the_same_wording_of_a_day_is_counted(database: Database) -> None:
    async with database.transaction() as transaction:
        unanswered.add(transaction, [Unanswered("kapan libur", DAY, ("a",))] * 2)
        unanswered.add(transaction, [Unanswered("kapan libur", DAY, ("b", "c"))])
        unanswered.add(transaction, [Unanswered("kapan libur", NEXT)])
        assert await unanswered.since(transaction, DAY) == [
            Unanswered("kapan libur", DAY, ("b", "c"), 3),
            Unanswered("kapan libur", NEXT, (), 1),
        ]
        assert await unanswered.since(transaction, NEXT) == [Unanswered("kapan libur", NEXT)]


async def test_old_questions_leave_no_trace_in_the_file(database: Database) -> None:
    async with database.transaction() as transaction:
        unanswered.add(transaction, [Unanswered("kalimat lama", DAY), Unanswered("baru", NEXT)])
    async with database.transaction() as transaction:
        assert await unanswered.prune(transaction, NEXT) == 1
        assert [one.text for one in await unanswered.since(transaction, DAY)] == ["baru"]
    await database.close()
    assert b"kalimat lama" not in whole(database.path)


async def test_no_column_could_say_who_asked(database: Database) -> None:
    rows = await database._connection.execute_fetchall(
        "SELECT name FROM pragma_table_info('questions')"
    )
    assert [row[0] for row in rows] == ["text", "day", "nearest", "times"]
