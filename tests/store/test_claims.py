"""How claims went: counted by week, nobody's, gone after a while."""

from __future__ import annotations

from store import claims
from store.claims import ClaimCount
from store.database import Database

ONE = ClaimCount("2026-W49", "satu-hal", "jember", "ditolak", "kode-040")


async def test_those_of_a_kind_are_counted(database: Database) -> None:
    other = ONE._replace(office="")
    async with database.transaction() as transaction:
        claims.add(transaction, [ONE, other])
        claims.add(transaction, [ONE, ONE._replace(week="2026-W50")])
        found = await claims.between(transaction, "2026-W49", "2026-W49")
    assert sorted(found) == [other, ONE._replace(times=2)]


async def test_what_is_too_old_goes(database: Database) -> None:
    async with database.transaction() as transaction:
        claims.add(transaction, [ONE, ONE._replace(week="2027-W01")])
        assert await claims.prune(transaction, "2026-W50") == 1
        assert len(await claims.between(transaction, "2020-W01", "2030-W01")) == 1


async def test_no_column_could_say_who_told_or_in_which_order(database: Database) -> None:
    columns = await database._connection.execute_fetchall(
        "SELECT name FROM pragma_table_info('claim_results')"
    )
    assert {row[0] for row in columns} == {
        "week", "statement", "office", "came", "detail", "times",
    }  # fmt: skip
    [table] = await database._connection.execute_fetchall(
        "SELECT sql FROM sqlite_schema WHERE name = 'claim_results'"
    )
    assert "WITHOUT ROWID" in table[0]
