"""Whose: a database belongs to one bot."""

from store.database import Database, Transaction


class OtherBotError(Exception):
    """The database belongs to another bot; the text is its number."""


async def belong(database: Database, bot_id: int) -> None:
    """Note whose database it is, the first time; `bot_id` is Telegram's number of the bot.

    Raises OtherBotError when it is another's: people would be answered from conversations they
    had with that one, and what they wrote would be taken for known.
    """
    async with database.transaction() as transaction:
        row = await transaction.fetch_one("bot_id")
        if row is None:
            await transaction.run("bot_settle", bot_id=bot_id)
        elif row[0] != bot_id:
            raise OtherBotError(str(row[0]))


def note_watched(transaction: Transaction, at: float) -> None:
    """Note that the bot looked after itself (Unix seconds)."""
    transaction.write("bot_watched", [{"at": at}])
