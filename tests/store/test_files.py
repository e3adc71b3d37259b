"""What Telegram calls an uploaded file: kept once per content, replaced by a newer name."""

from __future__ import annotations

from store import files
from store.database import Database


async def test_a_name_is_kept_and_replaced(database: Database) -> None:
    async with database.transaction() as transaction:
        assert await files.one(transaction, "a") is None
        files.keep(transaction, "a", "first")
        files.keep(transaction, "b", "other")
    async with database.transaction() as transaction:
        files.keep(transaction, "a", "second")
    async with database.transaction() as transaction:
        assert await files.one(transaction, "a") == "second"
        assert await files.one(transaction, "b") == "other"
