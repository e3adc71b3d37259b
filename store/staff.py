"""Staff: who may do what in which group, and the groups themselves."""

from typing import NamedTuple

from store.database import Transaction


class Member(NamedTuple):
    """A person with a role. `confirmed`: Telegram has said that they are in the group."""

    user_id: int
    group_id: int
    role: str
    name: str
    confirmed: bool


def _member(row: tuple[int, int, str, str, int]) -> Member:
    return Member(row[0], row[1], row[2], row[3], bool(row[4]))


async def one(transaction: Transaction, user_id: int, group_id: int) -> Member | None:
    """Return somebody's role, confirmed or not; None for somebody without one."""
    row = await transaction.fetch_one("staff_one", user_id=user_id, group_id=group_id)
    return _member(row) if row else None


async def everybody(transaction: Transaction, group_id: int) -> list[Member]:
    """Return all roles of a group."""
    rows = await transaction.fetch("staff_all", group_id=group_id)
    return [_member(row) for row in rows]


async def unchecked(transaction: Transaction, before: float, now: float) -> list[Member]:
    """Return the roles whose membership was not asked for since a moment (Unix seconds)."""
    rows = await transaction.fetch("staff_unchecked", before=before, now=now)
    return [_member(row) for row in rows]


def give(transaction: Transaction, member: Member, given_by: int | None, now: float) -> None:
    """Give a role; a new one counts only once it is confirmed."""
    row = {**member._asdict(), "given_by": given_by, "given_at": now}
    transaction.write("staff_give", [{**row, "confirmed": int(member.confirmed)}])


def confirm(
    transaction: Transaction, user_id: int, group_id: int, name: str, confirmed: bool, now: float
) -> None:
    """Telegram said whether the person is in the group."""
    row = {"user_id": user_id, "group_id": group_id, "name": name, "checked_at": now}
    transaction.write("staff_confirm", [{**row, "confirmed": int(confirmed)}])


def asked(transaction: Transaction, user_id: int, group_id: int, now: float) -> None:
    """Telegram is being asked whether the person is in the group."""
    row = {"user_id": user_id, "group_id": group_id, "checked_at": now}
    transaction.write("staff_asked", [row])


def take(transaction: Transaction, user_id: int, group_id: int) -> None:
    """Take somebody's role away."""
    transaction.write("staff_take", [{"user_id": user_id, "group_id": group_id}])


def seen_message(transaction: Transaction, group_id: int, message_id: int) -> None:
    """Note the newest message of a group that we know of."""
    row = {"group_id": group_id, "last_message_id": message_id}
    transaction.write("groups_seen", [row])


async def last_message(transaction: Transaction, group_id: int) -> int:
    """Return the newest message of a group that we know of, 0 when none."""
    row = await transaction.fetch_one("groups_last", group_id=group_id)
    return int(row[0]) if row else 0


def own_topic(transaction: Transaction, group_id: int, topic_id: int) -> None:
    """Somebody of the staff opened a topic of their own: it belongs to no case."""
    transaction.write("own_topics_add", [{"group_id": group_id, "topic_id": topic_id}])


async def own_topics(transaction: Transaction, group_id: int) -> set[int]:
    """Return the topics of a group that people opened themselves."""
    return {int(row[0]) for row in await transaction.fetch("own_topics_of", group_id=group_id)}


async def moved_groups(transaction: Transaction) -> dict[int, int]:
    """Return the groups that got a new number, old to new."""
    rows = await transaction.fetch("groups_all")
    return {int(row[0]): int(row[1]) for row in rows if row[1] is not None}


def migrate(transaction: Transaction, group_id: int, moved_to: int) -> None:
    """A group got a new number: cases and roles go with it."""
    row = {"group_id": group_id, "moved_to": moved_to}
    for query in (
        "groups_moved",
        "cases_migrate",
        "staff_migrate",
        "own_topics_migrate",
        "leaving_migrate",
    ):
        transaction.write(query, [row])
