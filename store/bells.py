"""Bells: who of the staff is called in the private chat, and which day's list a group has had."""

from store.database import Transaction


async def rings(transaction: Transaction, user_id: int) -> bool | None:
    """Return whether somebody is called in private; None for who never started the bot as staff."""
    row = await transaction.fetch_one("bells_one", user_id=user_id)
    return bool(row[0]) if row else None


def keep(transaction: Transaction, user_id: int, *, rings: bool, now: float) -> None:
    """Somebody wants to be called in private, or no longer."""
    transaction.write("bells_keep", [{"user_id": user_id, "rings": int(rings), "since": now}])


async def staff(transaction: Transaction) -> frozenset[int]:
    """Return everybody who has a role anywhere."""
    return frozenset(int(row[0]) for row in await transaction.fetch("bells_staff"))


async def day_listed(transaction: Transaction, group_id: int) -> str | None:
    """Return the day (ISO) of the last list of a group; None when there was none."""
    row = await transaction.fetch_one("bells_day", group_id=group_id)
    return str(row[0]) if row else None


def listed(transaction: Transaction, group_id: int, day: str) -> None:
    """A group has had the list of a day."""
    transaction.write("bells_listed", [{"group_id": group_id, "day": day}])
