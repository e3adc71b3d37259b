"""Audit: who did what with which case, when. Never a text."""

from store.database import Transaction


def note(
    transaction: Transaction,
    now: float,
    actor_id: int,
    act: str,
    case_id: int | None,
    about: str = "",
) -> None:
    """Record an act. `actor_id` 0 is the bot; `about` is an id or a role."""
    row = {"at": now, "actor_id": actor_id, "act": act, "case_id": case_id, "about": about}
    transaction.write("audit_add", [row])


async def done_since(
    transaction: Transaction, actor_id: int, act: str, about: str, since: float
) -> bool:
    """Say whether somebody did exactly this since a moment (Unix seconds)."""
    row = {"actor_id": actor_id, "act": act, "about": about, "since": since}
    return await transaction.fetch_one("audit_since", **row) is not None
