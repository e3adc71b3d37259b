"""What a member may do in a group: an administrator's rights, everybody else's permissions."""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.errors import bad
from sandbox.messages import kind_of

ADMINISTRATORS = ("creator", "administrator")
RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
# What everybody may do in a new group.
USUAL = {name: not name.startswith(("can_change", "can_pin", "can_manage")) for name in PERMISSIONS}
# Kind of message -> the permission it needs, and how Telegram names what may not be sent.
_SENDING = {
    "text": ("can_send_messages", "text messages"),
    "contact": ("can_send_messages", "contacts"),
    "location": ("can_send_messages", "locations"),
    "venue": ("can_send_messages", "venues"),
    "audio": ("can_send_audios", "music"),
    "document": ("can_send_documents", "documents"),
    "photo": ("can_send_photos", "photos"),
    "video": ("can_send_videos", "videos"),
    "video_note": ("can_send_video_notes", "video notes"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "poll": ("can_send_polls", "polls"),
    "animation": ("can_send_other_messages", "animations"),
    "dice": ("can_send_other_messages", "dice"),
    "sticker": ("can_send_other_messages", "stickers"),
}


def is_administrator(chat: Chat, user_id: int) -> bool:
    return chat.status_of(user_id) in ADMINISTRATORS


def may(chat: Chat, user_id: int, right: str) -> bool:
    """Whether this member of a group may do it now."""
    member = chat.members.get(user_id, {})
    status, own = member.get("status"), member.get("rights") or {}
    if status == "creator":
        return True
    if status == "administrator":
        return bool(own.get(right, True)) if right in RIGHTS else True
    if status == "restricted":
        return bool(own.get(right, False))
    return bool(permissions(chat)[right]) if right in PERMISSIONS else False


def permissions(chat: Chat) -> dict[str, bool]:
    """What members who are no administrators may do."""
    return {**USUAL, **chat.permissions}


def checked_permissions(given: Any) -> dict[str, bool]:
    """A ChatPermissions object. Raises `ValueError` for a permission there is not."""
    if not isinstance(given, dict):
        raise ValueError("permissions must be an object")
    strange = given.keys() - set(PERMISSIONS)
    if strange:
        raise ValueError(f"no permission {min(strange)!r}; there are {', '.join(PERMISSIONS)}")
    return {name: bool(value) for name, value in given.items()}


def check_sending(chat: Chat, user_id: int, content: dict[str, Any]) -> None:
    """Raises 400 when the bot may not send this into the group."""
    if chat.private:
        return
    right, named = _SENDING.get(kind_of(content), _SENDING["text"])
    if not may(chat, user_id, right):
        raise bad(f"not enough rights to send {named} to the chat")
