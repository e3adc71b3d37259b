"""A case as stored: the case itself, and how far its topic is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from enum import Enum, StrEnum
from typing import Any

from pydantic import BaseModel

from flows.desk.case import Case, Moment
from flows.desk.elapsed import is_due
from store.cases import COLUMNS, context_text
from store.outcome import Outcome


class ForumTopic(StrEnum):
    """How far the topic of a case is."""

    NONE = "none"
    CREATING = "creating"
    LOST = "lost"
    """Its creation is uncertain: it is being looked for."""
    THERE = "there"


class Filed(Case):
    """A case with what only the store and the edge need.

    `topic_name` is the name last given to the topic, `card_due` says that the card no longer shows
    the truth, `version` is counted up with every change. Not before `topic_after` a refused topic
    is tried again.
    """

    group_id: int
    topic: ForumTopic = ForumTopic.NONE
    topic_name: str = ""
    card_due: bool = False
    version: int = 1
    topic_after: Moment | None = None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Filed:
        """The case behind a stored row."""
        return cls.model_validate(row)

    def filed(self, case: Case) -> Filed:
        """This case after one of `flows.desk.moves`; the card no longer shows the truth."""
        assert isinstance(case, Filed)
        return case.model_copy(update={"card_due": True})

    def may_have_topic(self, now: datetime) -> bool:
        """Whether a topic may be asked for (again)."""
        return is_due(self.topic_after, now)

    def row(self) -> dict[str, Any]:
        """The columns of the store."""
        return {name: stored(getattr(self, name)) for name in COLUMNS}


def stored(value: Any) -> Any:
    """A field as the store keeps it: seconds, plain texts, JSON."""
    if isinstance(value, datetime):
        return value.timestamp()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, BaseModel):
        return context_text(value.model_dump(mode="json", exclude_defaults=True))
    return int(value) if isinstance(value, bool) else value


def in_topic(case: Filed) -> dict[str, Any]:
    """Where the topic of a case is."""
    return {"chat_id": case.group_id, "message_thread_id": case.topic_id}


def link(case: Filed) -> str:
    """The address of its topic inside Telegram (t.me/c/…); "" without one."""
    if case.topic is not ForumTopic.THERE:
        return ""
    return f"https://t.me/c/{str(case.group_id).removeprefix('-100')}/{case.topic_id}"


def is_here(case: Filed, outcome: Outcome) -> bool:
    """Whether a call went into the topic the case has now, and not into one it has left."""
    call = outcome.call
    thread = json.loads(call.payload).get("message_thread_id")
    return (call.chat_id, thread) == (case.group_id, case.topic_id)


def lane(case: Filed) -> str:
    """The lane of everything that goes into the topic."""
    return f"{case.group_id}:{case.topic_id}"
