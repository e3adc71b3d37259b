"""Telegram's refusals in words of ours. The only place that knows Telegram's error texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from store.outcome import Cause, Kind


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text of the Bot API server or of Telegram's servers, lower case."""

    text: re.Pattern[str]
    kind: Kind
    cause: Cause | None = None


def _row(kind: Kind, text: str, cause: Cause | None = None) -> Refusal:
    return Refusal(re.compile(text), kind, cause)


# First match wins, so what holds a more general text stands above it.
REFUSALS: Final[tuple[Refusal, ...]] = (
    # Of the moment
    _row(Kind.RATE, r"too many requests|flood_wait_|flood_premium_wait_|slowmode_wait_"),
    _row(Kind.UNCERTAIN, r"group send failed"),
    _row(Kind.FROZEN, r"frozen_"),
    _row(Kind.MIGRATED, r"upgraded to a supergroup"),
    _row(Kind.WEBHOOK, r"webhook is active"),
    # Already so, or too late
    _row(Kind.NOT_MODIFIED, r"message is not modified|_not_modified"),
    _row(Kind.QUERY_OLD, r"query is too old|query id is invalid|query_id_invalid"),
    # The person
    _row(Kind.REFUSED, r"voice_messages_forbidden", Cause.NO_VOICE),
    _row(Kind.DEACTIVATED, r"user is deactivated|user_deactivated"),
    _row(
        Kind.BLOCKED,
        r"bot was blocked|user_is_blocked|can't initiate conversation|user_is_bot"
        r"|can't send messages to (bots|the bot)",
    ),
    _row(Kind.NOT_ACCEPTING, r"requires payment|payment_required", Cause.PAYMENT),
    _row(
        Kind.NOT_ACCEPTING,
        r"privacy_premium_required|user_privacy_restricted|bot_access_forbidden"
        r"|^forbidden: user not found",
        Cause.PRIVACY,
    ),
    # The message that is answered, copied, edited or deleted
    _row(
        Kind.REPLY_GONE,
        r"reply_message_id_invalid|reply_to_invalid|quote_text_invalid"
        r"|message to (be replied|reply) not found|(replied|reply) message not found",
        Cause.MESSAGE_GONE,
    ),
    _row(Kind.REFUSED, r"message to (copy|forward) not found", Cause.MESSAGE_GONE),
    # Said for hours to healthy bots on 30 and 31 October 2023: no proof against the message.
    _row(Kind.UNKNOWN, r"message can't be (copied|forwarded)", Cause.CANNOT_COPY),
    _row(Kind.UNKNOWN, r"chat_forwards_restricted", Cause.PROTECTED),
    _row(
        Kind.MESSAGE_GONE,
        r"message to (edit|delete|react)[a-z ]* not found|message can't be (edited|deleted)"
        r"|message_id_invalid|message_not_found|: message not found"
        r"|there is no (text|caption|media) in the message"
        r"|message_edit_time_expired|message_delete_forbidden",
        Cause.MESSAGE_GONE,
    ),
    # The topic
    _row(Kind.TOPIC_CLOSED, r"topic_closed"),
    _row(Kind.TOPIC_GONE, r"thread not found|topic_deleted|topic_id_invalid"),
    # The chat
    _row(Kind.FORBIDDEN, r"not a forum|chat_not_forum|channel_forum_missing", Cause.NO_TOPICS),
    _row(
        Kind.CHAT_GONE,
        r"bot was kicked|bot is not a member|group chat was de(activat|let)ed|channel_private"
        r"|user_not_participant",
        Cause.NOT_A_MEMBER,
    ),
    _row(Kind.CHAT_GONE, r"chat not found|peer_id_invalid|chat_id_invalid", Cause.CHAT_NOT_FOUND),
    # What this very message holds
    _row(
        Kind.REFUSED,
        r"(message|caption|text) is too long|(message|caption)_too_long",
        Cause.TOO_LONG,
    ),
    _row(
        Kind.REFUSED,
        r"(message|message text|text) (is empty|must be non-empty)|message_empty",
        Cause.EMPTY,
    ),
    _row(
        Kind.FILE_GONE,
        r"(wrong|invalid) (remote )?file[ _]id|file_reference_|file_id_invalid"
        r"|can't use file of type|file is temporarily",
        Cause.BAD_FILE,
    ),
    _row(Kind.REFUSED, r"file is too big|request entity too large", Cause.FILE_TOO_BIG),
    _row(
        Kind.REFUSED,
        r"file must be non-empty|image_process_failed|photo_(invalid_dimensions|ext_invalid)"
        r"|media_(empty|invalid|type_invalid)|wrong type of the web page content"
        r"|wrong http url|failed to get http url|type in the album|media_grouped_invalid",
        Cause.BAD_FILE,
    ),
    _row(
        Kind.UNPARSABLE,
        r"can't parse entities|at byte offset \d|entit(y|ies)_[a-z_]*invalid",
        Cause.BAD_MARKS,
    ),
    # Rights come last: "_forbidden" and "_restricted" end many a text above.
    _row(
        Kind.FORBIDDEN,
        r"\brights?\b|_forbidden\b|admin_required|need administrator|must be an administrator"
        r"|_restricted\b",
        Cause.NO_RIGHTS,
    ),
)


def refusal(text: str) -> Refusal | None:
    """What Telegram's text means; None when nobody knows."""
    words = text.lower()
    return next((row for row in REFUSALS if row.text.search(words)), None)
