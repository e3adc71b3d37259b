"""Outcome: what a Bot API call came to. Written by the loops, heard by the handlers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from store import about_text
from store.about import About
from store.outbox import Call


class Kind(Enum):
    """What a Bot API call came to."""

    ACCEPTED = "accepted"  # done, or already as wanted
    NOT_SENT = "not_sent"  # Telegram never had it: try again
    UNCERTAIN = "uncertain"  # Telegram may have done it
    RATE = "rate"  # too many; again after `retry_after`
    NOT_MODIFIED = "not_modified"  # the message already looks like that
    QUERY_OLD = "query_old"  # too late to acknowledge the tap
    MESSAGE_GONE = "message_gone"  # the message to edit or delete cannot be touched any more
    REPLY_GONE = "reply_gone"  # the message it answers is gone: send it without the reply
    BLOCKED = "blocked"  # the person stopped the bot
    DEACTIVATED = "deactivated"  # the person's account is deleted
    NOT_ACCEPTING = "not_accepting"  # the person's settings accept no message of ours
    CHAT_GONE = "chat_gone"  # no such chat, or we are not in it
    FORBIDDEN = (
        "forbidden"  # this chat does not let us do it now: keep it, try again, tell somebody
    )
    TOPIC_CLOSED = "topic_closed"  # the topic was closed by hand; it is still there
    TOPIC_GONE = "topic_gone"  # the topic was deleted
    FILE_GONE = "file_gone"  # Telegram does not know the file by this number (any more)
    UNPARSABLE = "unparsable"  # the marks of the text make no sense to Telegram
    MIGRATED = "migrated"  # the group got a new number: `migrate_to`
    CONFLICT = "conflict"  # another program asks for updates with this token
    WEBHOOK = "webhook"  # updates of this token go to a webhook
    UNAUTHORIZED = "unauthorized"  # the token is not (or no longer) valid
    FROZEN = "frozen"  # Telegram froze the bot itself
    REFUSED = "refused"  # provably because of this very message: repeating it never helps
    UNKNOWN = "unknown"  # a refusal nobody knows: nobody's words are dropped because of it


PERSON_LOST: Final = frozenset({Kind.BLOCKED, Kind.DEACTIVATED, Kind.NOT_ACCEPTING})
"""Nothing of ours reaches the person, whatever it is, until they are heard of again."""

MESSAGE_LOST: Final = frozenset({Kind.REFUSED, Kind.UNPARSABLE, Kind.FILE_GONE, Kind.MESSAGE_GONE})
"""It lies in this very message: another one would be accepted. Only then are words given up."""


class Cause(Enum):
    """Why Telegram refuses, for those reasons that can be told to an officer."""

    TOO_LONG = "too_long"
    EMPTY = "empty"
    BAD_MARKS = "bad_marks"  # bold, links and so on that Telegram cannot read
    BAD_FILE = "bad_file"  # a file Telegram cannot use, or does not know any more
    FILE_TOO_BIG = "file_too_big"
    MESSAGE_GONE = "message_gone"  # what was to be copied, edited or answered is deleted
    CANNOT_COPY = "cannot_copy"
    PROTECTED = "protected"  # the chat forbids that its messages are passed on
    NO_VOICE = "no_voice"  # the person accepts no voice or video messages
    CHAT_NOT_FOUND = "chat_not_found"
    NOT_A_MEMBER = "not_a_member"  # the bot was put out of the group
    NO_RIGHTS = "no_rights"
    NO_TOPICS = "no_topics"  # the group has no topics
    PAYMENT = "payment"  # the person takes messages only for Stars or Premium
    PRIVACY = "privacy"


@dataclass(frozen=True, slots=True)
class Fate:
    """A kind with its particulars; `reason` is Telegram's text or the name of a network error."""

    kind: Kind
    reason: str = ""
    retry_after: float = 0.0  # seconds
    migrate_to: int | None = None
    cause: Cause | None = None  # None where the kind says all, or nobody knows


ACCEPTED = Fate(Kind.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call. `result` is Telegram's JSON, None when there is none.

    in_lane: its lane waits until the outcome is written (not so for calls dropped unsent).
    """

    call: Call
    fate: Fate
    result: object = None
    in_lane: bool = True

    @property
    def about(self) -> About | None:
        """What the call was said to be about; None when nobody asked to hear of it."""
        return None if self.call.about is None else about_text.load(self.call.about)

    @property
    def is_accepted(self) -> bool:
        """Whether Telegram accepted it."""
        return self.fate.kind is Kind.ACCEPTED

    @property
    def message_ids(self) -> list[int]:
        """The numbers of the messages that came of it, in order."""
        found = self.result if isinstance(self.result, list) else [self.result]
        return [
            int(one["message_id"]) for one in found if isinstance(one, dict) and "message_id" in one
        ]
