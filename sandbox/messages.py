"""Messages: the Bot API object as delivered, and what only a phone knows about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Message:
    """One message of one chat.

    `body` is the Bot API's Message object. It is never changed in place (updates, call log and
    replies share it): an edit replaces it. `revision` is the chat's revision of the last change.
    """

    id: int
    body: dict[str, Any]
    sender: int
    by_bot: bool
    thread: int | None = None
    edits: int = 0
    deleted: bool = False
    revision: int = 0
    reactions: dict[int, list[str]] = field(default_factory=dict)
    keyboard: dict[str, Any] | None = None

    @property
    def text(self) -> str:
        return str(self.body.get("text") or self.body.get("caption") or "")

    @property
    def entities(self) -> list[dict[str, Any]]:
        found = self.body.get("entities") or self.body.get("caption_entities") or []
        return list(found)

    def buttons(self) -> list[list[dict[str, Any]]]:
        """Rows of inline buttons, empty when there are none."""
        rows: list[list[dict[str, Any]]] = self.body.get("reply_markup", {}).get(
            "inline_keyboard", []
        )
        return rows

    def each_button(self) -> Iterator[dict[str, Any]]:
        for row in self.buttons():
            yield from row


SERVICE_FIELDS = (
    "new_chat_members",
    "left_chat_member",
    "chat_owner_left",
    "chat_owner_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
    "pinned_message",
    "successful_payment",
    "refunded_payment",
    "users_shared",
    "chat_shared",
    "gift",
    "unique_gift",
    "gift_upgrade_sent",
    "connected_website",
    "write_access_allowed",
    "passport_data",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "checklist_tasks_done",
    "checklist_tasks_added",
    "direct_message_price_changed",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_created",
    "giveaway_completed",
    "managed_bot_created",
    "paid_message_price_changed",
    "poll_option_added",
    "poll_option_deleted",
    "suggested_post_approved",
    "suggested_post_approval_failed",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "video_chat_participants_invited",
    "web_app_data",
    "community_chat_added",
    "community_chat_removed",
    "community_chat_joined",
)
MEDIA_FIELDS = (
    "photo",
    "document",
    "voice",
    "video",
    "audio",
    "animation",
    "video_note",
    "sticker",
    "venue",
    "location",
    "contact",
    "poll",
    "dice",
)


# What else a client can send, without a file or words of its own.
OTHER_FIELDS = ("story", "checklist", "giveaway", "game", "invoice", "paid_media", "rich_message")


def kind_of(body: dict[str, Any]) -> str:
    """text, photo, document, ... or service."""
    for name in (*MEDIA_FIELDS, *OTHER_FIELDS):
        if name in body:
            return name
    return "service" if service_of(body) else "text"


def service_of(body: dict[str, Any]) -> str:
    """What the chat itself says with this message; empty when a person or the bot speaks."""
    return next((name for name in SERVICE_FIELDS if name in body), "")
