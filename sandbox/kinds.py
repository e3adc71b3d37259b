"""Every kind of message a client can make that has no act of its own here, as Telegram words it.

The service messages tell what somebody did in the chat; the others carry something no test needs
to look into. A bot meets all of them, also those it never asked for.
"""

from __future__ import annotations

from typing import Any

from sandbox.chats import Chat
from sandbox.people import User
from sandbox.world import World, without_reply

_STICKER = {
    "file_id": "CAACAgIAAxkBAAIBsample",
    "file_unique_id": "AgADsample",
    "type": "regular",
    "width": 512,
    "height": 512,
    "is_animated": False,
    "is_video": False,
}
_PHOTO = {
    "file_id": "AgACAgUAAxkBAAIBsample",
    "file_unique_id": "AQADsample",
    "width": 160,
    "height": 160,
    "file_size": 4000,
}
_GIFT = {"id": "5170145012310081615", "sticker": _STICKER, "star_count": 15}
_PIECE = {"sticker": _STICKER, "rarity_per_mille": 20}
_COLOURS = {"center_color": 1, "edge_color": 2, "symbol_color": 3, "text_color": 4}
_UNIQUE = {
    "gift_id": "5170145012310081616",
    "base_name": "Plush Pepe",
    "name": "PlushPepe-1",
    "number": 1,
    "model": {"name": "Emas", **_PIECE},
    "symbol": {"name": "Bintang", **_PIECE},
    "backdrop": {"name": "Malam", "colors": _COLOURS, "rarity_per_mille": 20},
}
_CHARGE = {"invoice_payload": "x", "telegram_payment_charge_id": "t1"}
_PAID = {"currency": "XTR", "total_amount": 1, **_CHARGE}
_OPTION = {"option_persistent_id": "0", "option_text": "Ya"}
_PLACE = {"latitude": -6.9175, "longitude": 107.6191}
_TASKS = [{"id": 1, "text": "KTP"}]


def _service(world: World, user: User) -> dict[str, Any]:
    soon = int(world.clock.now()) + 3600
    card = user.card()
    community = {"id": 1, "name": "Peserta"}
    return {
        "chat_owner_left": {"new_owner": card},
        "chat_owner_changed": {"new_owner": card},
        "new_chat_title": "Nama baru",
        "new_chat_photo": [_PHOTO],
        "delete_chat_photo": True,
        "group_chat_created": True,
        "supergroup_chat_created": True,
        "channel_chat_created": True,
        "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400},
        "successful_payment": {**_PAID, "provider_payment_charge_id": ""},
        "refunded_payment": _PAID,
        "users_shared": {"request_id": 1, "users": [{"user_id": user.id}]},
        "chat_shared": {"request_id": 1, "chat_id": -1_002_100_999_999},
        "gift": {"gift": _GIFT},
        "unique_gift": {"gift": _UNIQUE, "origin": "upgrade"},
        "gift_upgrade_sent": {"gift": _GIFT},
        "connected_website": "jmo.invalid",
        "write_access_allowed": {"web_app_name": "jht"},
        "passport_data": {
            "data": [{"type": "phone_number", "hash": "aGFzaA=="}],
            "credentials": {"data": "eA==", "hash": "eA==", "secret": "eA=="},
        },
        "proximity_alert_triggered": {"traveler": card, "watcher": card, "distance": 100},
        "boost_added": {"boost_count": 1},
        "chat_background_set": {
            "type": {
                "type": "fill",
                "fill": {"type": "solid", "color": 255},
                "dark_theme_dimming": 0,
            }
        },
        "checklist_tasks_done": {"marked_as_done_task_ids": [1]},
        "checklist_tasks_added": {"tasks": _TASKS},
        "direct_message_price_changed": {"are_direct_messages_enabled": True},
        "general_forum_topic_hidden": {},
        "general_forum_topic_unhidden": {},
        "giveaway_created": {},
        "giveaway_completed": {"winner_count": 1},
        "managed_bot_created": {"bot": world.bot.card()},
        "paid_message_price_changed": {"paid_message_star_count": 5},
        "poll_option_added": _OPTION,
        "poll_option_deleted": _OPTION,
        "suggested_post_approved": {"send_date": soon},
        "suggested_post_approval_failed": {"price": {"currency": "XTR", "amount": 5}},
        "suggested_post_declined": {},
        "suggested_post_paid": {"currency": "XTR", "amount": 5},
        "suggested_post_refunded": {"reason": "post_deleted"},
        "video_chat_scheduled": {"start_date": soon},
        "video_chat_started": {},
        "video_chat_ended": {"duration": 60},
        "video_chat_participants_invited": {"users": [card]},
        "web_app_data": {"data": "{}", "button_text": "Buka"},
        "community_chat_added": {"community": community},
        "community_chat_removed": {},
        "community_chat_joined": {"community": community},
    }


def _carried(world: World, chat: Chat) -> dict[str, Any]:
    soon = int(world.clock.now()) + 3600
    return {
        "dice": {"emoji": "🎲", "value": 4},
        "venue": {"location": _PLACE, "title": "Kantor cabang", "address": "Jl. Contoh 1"},
        "story": {"chat": chat.card, "id": 1},
        "checklist": {"title": "Berkas", "tasks": _TASKS},
        "giveaway": {"chats": [chat.card], "winners_selection_date": soon, "winner_count": 1},
        "game": {"title": "Ular", "description": "Permainan", "photo": [_PHOTO]},
        "invoice": {
            "title": "Tagihan",
            "description": "Contoh",
            "start_parameter": "x",
            "currency": "XTR",
            "total_amount": 1,
        },
        "paid_media": {"star_count": 1, "paid_media": [{"type": "preview"}]},
        "rich_message": {"blocks": [{"type": "paragraph", "text": "Halo"}]},
    }


def kinds(world: World, chat: Chat, user: User) -> dict[str, Any]:
    """Every kind this person can make in this chat, with what the message then holds."""
    newest = chat.newest()
    pinned = {"pinned_message": without_reply(newest.body)} if newest else {}
    return {**pinned, **_service(world, user), **_carried(world, chat)}


def content_of_kind(world: World, chat: Chat, user: User, kind: str) -> dict[str, Any]:
    """The fields of a message of this kind. Raises `ValueError` naming the kinds there are."""
    known = kinds(world, chat, user)
    if kind not in known:
        raise ValueError(f"no kind {kind!r}; there are {', '.join(sorted(known))}")
    beside = {"location": _PLACE} if kind == "venue" else {}
    return {kind: known[kind], **beside}
