"""Outcome: what a Bot API call came to. Written by the loops, heard by the handlers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from store import about
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
        return None if self.call.about is None else about.load(self.call.about)

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
