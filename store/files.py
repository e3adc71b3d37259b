"""Files: what Telegram calls a file that we uploaded once."""

from store.database import Transaction


async def one(transaction: Transaction, key: str) -> str | None:
    """Return Telegram's file_id for content with this hash, None if it was never uploaded."""
    row = await transaction.fetch_one("files_one", key=key)
    return str(row[0]) if row else None


def keep(transaction: Transaction, key: str, file_id: str) -> None:
    """Note the file_id; a newer one replaces it."""
    transaction.write("files_keep", [{"key": key, "file_id": file_id}])
