"""Chats: private ones, groups and supergroups, each with its messages and a revision counter."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sandbox.messages import Message
from sandbox.topics import Topic

PRIVATE, GROUP, SUPERGROUP = "private", "group", "supergroup"
TOASTS_KEPT = 200
IN_GROUP = ("creator", "administrator", "member", "restricted")


@dataclass(slots=True)
class Chat:
    """One conversation. `revision` grows with everything that a phone would redraw.

    `bot_revision` is the revision of the last thing the bot did here; `changed` holds message ids
    in the order of their last change, so "what is new since revision N" costs what is new.
    """

    id: int
    kind: str
    title: str = ""
    card: dict[str, Any] = field(default_factory=dict)
    started: bool = False
    blocked: bool = False
    account: str = "usual"
    protected: bool = False
    description: str = ""
    invites: dict[str, dict[str, Any]] = field(default_factory=dict)
    general: Topic = field(default_factory=lambda: Topic(1, "General"))
    permissions: dict[str, bool] = field(default_factory=dict)
    forum: bool = False
    members: dict[int, dict[str, Any]] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    migrated_to: int | None = None
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    revision: int = 0
    bot_revision: int = 0
    changed: dict[int, None] = field(default_factory=dict)
    keyboard: dict[str, Any] | None = None
    action: tuple[str, float, int | None] | None = None
    pinned: list[int] = field(default_factory=list)
    toasts: deque[dict[str, Any]] = field(default_factory=lambda: deque(maxlen=TOASTS_KEPT))
    deleted_topic_error: str = "message thread not found"
    _waiters: list[asyncio.Future[None]] = field(default_factory=list)

    @property
    def private(self) -> bool:
        return self.kind == PRIVATE

    def get(self, message_id: int | None) -> Message | None:
        """A message that is still there, else None."""
        found = self.messages.get(message_id) if message_id is not None else None
        return None if found is None or found.deleted else found

    def newest(self, *, by_bot: bool | None = None, thread: int | None = None) -> Message | None:
        for message in self.backwards():
            if by_bot is not None and message.by_bot is not by_bot:
                continue
            if thread is None or message.thread == thread:
                return message
        return None

    def backwards(self) -> Iterator[Message]:
        """Messages still there, newest first."""
        return (m for m in reversed(self.messages.values()) if not m.deleted)

    def changed_since(self, revision: int) -> list[Message]:
        """Messages (deleted ones too) changed after `revision`, oldest change first."""
        found = []
        for message_id in reversed(self.changed):
            message = self.messages[message_id]
            if message.revision <= revision:
                break
            found.append(message)
        return found[::-1]

    def bump(self, message: Message | None = None, *, by_bot: bool = False) -> None:
        """Something changed: count it, remember where, wake whoever waits for it."""
        self.revision += 1
        if by_bot:
            self.bot_revision = self.revision
        if message is not None:
            message.revision = self.revision
            self.changed.pop(message.id, None)
            self.changed[message.id] = None
        waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def wait_change(self, seconds: float) -> bool:
        """True as soon as the revision grows, False after `seconds` without a change."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            await asyncio.wait_for(waiter, seconds)
        except TimeoutError:
            return False
        finally:
            if waiter in self._waiters:
                self._waiters.remove(waiter)
        return True

    def status_of(self, user_id: int) -> str:
        member = self.members.get(user_id)
        return str(member["status"]) if member else "left"

    def holds(self, user_id: int) -> bool:
        """Whether this user is in the group now."""
        return self.status_of(user_id) in IN_GROUP
