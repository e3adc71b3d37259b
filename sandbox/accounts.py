"""What a person's account, or the bot's own, answers to everything the bot sends there."""

from __future__ import annotations

from sandbox.errors import ApiError, bad, forbidden

USUAL = "usual"
_STATES = {
    # The account is deleted: nobody will ever read there again.
    "deactivated": (forbidden, "user is deactivated"),
    # The person's settings take no message of strangers, or only paid ones.
    "paid": (forbidden, "user requires payment"),
    "premium_only": (bad, "PRIVACY_PREMIUM_REQUIRED"),
    "private": (bad, "USER_PRIVACY_RESTRICTED"),
}


def refusal(state: str) -> ApiError | None:
    """What Telegram says of a person in this state; None of a usual one."""
    if state == USUAL:
        return None
    kind, words = _STATES[state]
    return kind(words)


def frozen() -> ApiError:
    """What Telegram says when it has frozen the bot itself."""
    return bad("FROZEN_METHOD_INVALID")


def check_state(state: str) -> str:
    """Raises `ValueError` naming the states there are."""
    if state != USUAL and state not in _STATES:
        raise ValueError(f"no state {state!r}; there are {', '.join([USUAL, *_STATES])}")
    return state
