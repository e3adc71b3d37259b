"""Flights: calls that may be made only once, noted before they take off."""

from collections.abc import Sequence

from store.database import Transaction


def start(transaction: Transaction, call_id: int) -> None:
    """Note that a call takes off; what is noted survives a crash only with the commit."""
    transaction.write("flights_start", [{"call_id": call_id}])


def land(transaction: Transaction, call_ids: Sequence[int]) -> None:
    """What became of these calls is being written."""
    transaction.write("flights_land", [{"call_id": one} for one in call_ids])


async def lost(transaction: Transaction) -> set[int]:
    """Return the calls that took off in an earlier run and never landed."""
    return {int(row[0]) for row in await transaction.fetch("flights_lost")}
