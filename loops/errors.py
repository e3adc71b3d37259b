"""Telegram's refusals in words of ours. The only place that knows Telegram's error texts."""

import re
from typing import Any

from store.outcome import Fate, Kind


class CallError(Exception):
    """A Bot API call did not succeed. Its text names the kind and never a URL or a token."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(f"{fate.kind.value}: {fate.reason}")
        self.fate = fate


# First match wins. Texts as the Bot API server and Telegram's servers write them, lower case.
_TEXTS: tuple[tuple[str, Kind], ...] = (
    (r"message is not modified|topic_not_modified", Kind.NOT_MODIFIED),
    (r"query is too old|query id is invalid|query_id_invalid", Kind.QUERY_OLD),
    (
        r"message to (edit|delete|react)[a-z ]* not found|message can't be (edited|deleted)"
        r"|message_id_invalid|message_not_found|there is no (text|caption|media) in the message"
        r"|message_edit_time_expired|message_delete_forbidden",
        Kind.MESSAGE_GONE,
    ),
    (
        r"bot was blocked|user is deactivated|user_is_blocked|can't initiate conversation"
        r"|input_user_deactivated|user_is_bot",
        Kind.BLOCKED,
    ),
    (r"thread not found|topic_deleted|topic_closed|topic_id_invalid", Kind.TOPIC_GONE),
    (r"upgraded to a supergroup", Kind.MIGRATED),
    (
        r"chat not found|bot was kicked|not a member|peer_id_invalid|chat_id_invalid"
        r"|group chat was deactivated|chat_write_forbidden|channel_private",
        Kind.CHAT_GONE,
    ),
    (r"webhook is active", Kind.WEBHOOK),
    (
        r"wrong (remote )?file[ _]id|file_reference_|can't use file of type|file is temporarily",
        Kind.FILE_GONE,
    ),
    (r"can't parse entities|at byte offset \d|entit(y|ies)_[a-z_]*invalid", Kind.UNPARSABLE),
)
_PATTERNS = tuple((re.compile(text), kind) for text, kind in _TEXTS)

# The gateway could not reach the server behind it: the call was not carried out.
_NOT_REACHED = frozenset({502, 503})


def judge(status: int, description: str, parameters: dict[str, Any] | None = None) -> Fate:
    """Say what an answer other than "ok" means.

    status: HTTP status (or `error_code`). parameters: Telegram's `ResponseParameters`.
    """
    details = parameters or {}
    moved = details.get("migrate_to_chat_id")
    if isinstance(moved, int):
        return Fate(Kind.MIGRATED, description, migrate_to=moved)
    if status == 429:
        return Fate(Kind.RATE, description, retry_after=_seconds(description, details))
    lower = description.lower()
    for pattern, kind in _PATTERNS:
        if pattern.search(lower):
            return Fate(kind, description)
    if status in _NOT_REACHED:
        return Fate(Kind.NOT_SENT, description)
    if status >= 500 or status < 300:
        return Fate(Kind.UNCERTAIN, description)
    plain = {401: Kind.UNAUTHORIZED, 409: Kind.CONFLICT, 403: Kind.CHAT_GONE}
    return Fate(plain.get(status, Kind.REFUSED), description)


def _seconds(description: str, details: dict[str, Any]) -> float:
    """How long to wait after 429; a second when Telegram does not say."""
    value = details.get("retry_after")
    if isinstance(value, int | float):
        return max(0.0, float(value))
    match = re.search(r"retry after (\d+)", description.lower())
    return float(match[1]) if match else 1.0


def is_repeatable(method: str) -> bool:
    """Say whether a call may be repeated without anybody noticing.

    Edits, deletions, acknowledgements, reactions and settings may; whatever makes a new message
    or topic may not.
    """
    return method == "sendChatAction" or not method.startswith(
        ("send", "copy", "forward", "create")
    )


def is_once(method: str) -> bool:
    """Say whether a call must never be made twice, not even after a crash.

    A message sent twice is read twice; a second topic would split a conversation in two.
    """
    return method == "createForumTopic"
