"""Errors: what an answer other than "ok" means, and which calls may be repeated."""

import re
from typing import Any

from loops.refusals import refusal
from store.outcome import Fate, Kind


class CallError(Exception):
    """A Bot API call did not succeed. Its text names the kind and never a URL or a token."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(f"{fate.kind.value}: {fate.reason}")
        self.fate = fate


# A gateway that says it did not reach the server behind it, before it passed anything on.
_NOT_REACHED = frozenset({521, 522, 523})

_BY_CODE = {401: Kind.UNAUTHORIZED, 409: Kind.CONFLICT}


def judge(code: int, description: str, parameters: dict[str, Any] | None = None) -> Fate:
    """Say what Telegram's own answer other than "ok" means.

    code: `error_code`. parameters: Telegram's `ResponseParameters`.
    """
    details = parameters or {}
    moved = details.get("migrate_to_chat_id")
    if isinstance(moved, int):
        return Fate(Kind.MIGRATED, description, migrate_to=moved)
    known = refusal(description)
    if code in (420, 429) or (known is not None and known.kind is Kind.RATE):
        frozen = known is not None and known.kind is Kind.FROZEN
        kind = Kind.FROZEN if frozen else Kind.RATE
        return Fate(kind, description, retry_after=_seconds(description, details))
    if code >= 500:
        # Also 502 and 503: the call may have been passed on before the answer was lost.
        return Fate(Kind.UNCERTAIN, description)
    if known is not None:
        return Fate(known.kind, description, cause=known.cause)
    if code == 404 and description == "Not Found":
        return Fate(Kind.UNAUTHORIZED, description)  # how the server calls a malformed token
    return Fate(_BY_CODE.get(code, Kind.UNKNOWN), description)


def stranger(status: int) -> Fate:
    """Say what an answer means that is none of the Bot API: somebody stands in between.

    Never Telegram's word: whether the call was carried out is all that can be guessed from it.
    """
    reason = f"answer {status} is not of the Bot API"
    if 300 <= status < 500 or status in _NOT_REACHED:
        return Fate(Kind.NOT_SENT, reason)
    return Fate(Kind.UNCERTAIN, reason)


_WAIT = re.compile(r"(?:retry after |_wait_)(\d+)")


def _seconds(description: str, details: dict[str, Any]) -> float:
    """How long to wait after "too many"; a second when Telegram does not say."""
    value = details.get("retry_after")
    if isinstance(value, int | float):
        return max(0.0, float(value))
    match = _WAIT.search(description.lower())
    return float(match[1]) if match else 1.0
