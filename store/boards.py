"""Boards: the one message of a staff group that shows what its topics do not show yet."""

from typing import NamedTuple

from store.database import Transaction


class Board(NamedTuple):
    """shown: the digest of what Telegram accepted. shown_at: when (Unix seconds)."""

    group_id: int
    message_id: int
    shown: str
    shown_at: float


class Behind(NamedTuple):
    """Words of a participant that are not in the topic of their case yet."""

    case_id: int
    text: str
    kind: str


async def one(transaction: Transaction, group_id: int) -> Board | None:
    """Return the board of a group, None when none is shown."""
    row = await transaction.fetch_one("boards_one", group_id=group_id)
    return Board(*row) if row else None


async def groups(transaction: Transaction) -> set[int]:
    """Return the groups in which a board is shown."""
    return {int(row[0]) for row in await transaction.fetch("boards_groups")}


def keep(transaction: Transaction, board: Board) -> None:
    """Telegram shows this now."""
    transaction.write("boards_keep", [board._asdict()])


def drop(transaction: Transaction, group_id: int) -> None:
    """The board is gone."""
    transaction.write("boards_drop", [{"group_id": group_id}])


async def without_card(transaction: Transaction, before: float) -> list[int]:
    """Return the open cases opened before a moment that show no card yet, the oldest first."""
    return [int(row[0]) for row in await transaction.fetch("boards_without_card", before=before)]


async def words_behind(transaction: Transaction, before: float, most: int) -> list[Behind]:
    """Return words of open cases written before a moment and still on their way, in order."""
    rows = await transaction.fetch("boards_words", before=before, most=most)
    return [Behind(int(row[0]), str(row[1]), str(row[2])) for row in rows]
