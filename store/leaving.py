"""Leaving: topics that are no longer a case's own, until Telegram has said that they are gone."""

from typing import NamedTuple

from store.database import Row, Transaction


class Leaving(NamedTuple):
    """A topic on its way out, why and since when; `told_at`: when somebody was told that it does
    not go (Unix seconds)."""

    group_id: int
    topic_id: int
    case_id: int
    why: str
    since: float
    tries: int
    told_at: float | None


def left(transaction: Transaction, group_id: int, topic_id: int, case_id: int, now: float) -> None:
    """A case goes on in another topic; this one stays as long as the case is kept."""
    row = {"group_id": group_id, "topic_id": topic_id, "case_id": case_id, "since": now}
    transaction.write("leaving_left", [row])


def erase(transaction: Transaction, chat_id: int, now: float) -> None:
    """Every topic of somebody's cases has to go, the closed ones and those left behind as well."""
    for query in ("leaving_erased_behind", "leaving_erased"):
        transaction.write(query, [{"chat_id": chat_id, "now": now}])
    transaction.write("leaving_without_topic_erased", [{"chat_id": chat_id}])


def expire(transaction: Transaction, before: float, now: float) -> None:
    """The topics of cases closed before a moment have to go."""
    for query in ("leaving_expired_behind", "leaving_expired"):
        transaction.write(query, [{"before": before, "now": now}])
    transaction.write("leaving_without_topic_expired", [{"before": before}])


async def due(transaction: Transaction, now: float, most: int) -> list[Leaving]:
    """Return topics that are to be asked for now, at most so many."""
    return _all(await transaction.fetch("leaving_due", now=now, most=most))


async def one(transaction: Transaction, group_id: int, topic_id: int) -> Leaving | None:
    """Return what is known of a topic that was once a case's; None when nothing is."""
    row = await transaction.fetch_one("leaving_one", group_id=group_id, topic_id=topic_id)
    return Leaving(*row) if row else None


async def still_there(transaction: Transaction) -> list[Leaving]:
    """Return every topic that has to be gone and of which Telegram has not said so."""
    return _all(await transaction.fetch("leaving_still_there"))


def again(transaction: Transaction, group_id: int, topic_id: int, next_at: float) -> None:
    """Ask for it (again) at a moment."""
    row = {"group_id": group_id, "topic_id": topic_id, "next_at": next_at}
    transaction.write("leaving_again", [row])


def told(transaction: Transaction, group_id: int, topic_id: int, now: float) -> None:
    """The supervisor was told that it does not go."""
    row = {"group_id": group_id, "topic_id": topic_id, "told_at": now}
    transaction.write("leaving_told", [row])


def gone(transaction: Transaction, group_id: int, topic_id: int) -> None:
    """Telegram has said that it is gone."""
    transaction.write("leaving_gone", [{"group_id": group_id, "topic_id": topic_id}])


def _all(rows: list[Row]) -> list[Leaving]:
    return [Leaving(*row) for row in rows]
