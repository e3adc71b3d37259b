"""Telegram's refusals in words of ours. The only place that knows Telegram's error texts."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Kind(Enum):
    """What a Bot API call came to."""

    ACCEPTED = "accepted"  # done, or already as wanted
    NOT_SENT = "not_sent"  # Telegram never had it: try again
    UNCERTAIN = "uncertain"  # Telegram may have done it
    RATE = "rate"  # too many; again after `retry_after`
    NOT_MODIFIED = "not_modified"  # the message already looks like that
    QUERY_OLD = "query_old"  # too late to acknowledge the tap
    MESSAGE_GONE = "message_gone"  # the message to edit or delete cannot be touched any more
    BLOCKED = "blocked"  # the person stopped the bot or left Telegram
    CHAT_GONE = "chat_gone"  # no such chat, or we are not in it
    TOPIC_GONE = "topic_gone"  # the topic was deleted or closed
    FILE_GONE = "file_gone"  # Telegram does not know the file by this number (any more)
    UNPARSABLE = "unparsable"  # the marks of the text make no sense to Telegram
    MIGRATED = "migrated"  # the group got a new number: `migrate_to`
    CONFLICT = "conflict"  # another program asks for updates with this token
    WEBHOOK = "webhook"  # updates of this token go to a webhook
    UNAUTHORIZED = "unauthorized"  # the token is not (or no longer) valid
    REFUSED = "refused"  # anything else that will not get better by repeating


@dataclass(frozen=True, slots=True)
class Fate:
    """A kind with its particulars; `reason` is Telegram's text or the name of a network error."""

    kind: Kind
    reason: str = ""
    retry_after: float = 0.0  # seconds
    migrate_to: int | None = None


ACCEPTED = Fate(Kind.ACCEPTED)


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
