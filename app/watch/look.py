"""Look: asks Telegram what it lets the bot do. Nothing is changed, nobody is written to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from flows.desk.watch.alarm import Id, Sign, Wrong
from handlers.outgoing import Payload
from loops.errors import CallError
from loops.http import BotApi
from store.outcome import Kind

SILENT: Final = frozenset({Kind.NOT_SENT, Kind.UNCERTAIN, Kind.RATE, Kind.CONFLICT})
"""Answers from which nothing is learnt; it is asked again later."""

DELETE, PIN = "hapus", "semat"
"""Rights without which the desk works, but worse; each names a text (`jaga_hak_...`)."""

_MAY: Final = {DELETE: "can_delete_messages", PIN: "can_pin_messages"}


@dataclass(frozen=True, slots=True)
class Looked:
    """One thing looked at: what would be wrong with it, and whether it is."""

    sign: Sign
    is_wrong: bool


def _looked(wrong: Wrong, found: bool, group: int = 0, **more: Any) -> Looked:
    return Looked(Sign(Id(wrong, group), **more), found)


async def at_hook(api: BotApi, hook: Payload | None) -> tuple[dict[str, Any], list[Looked]]:
    """Where updates go, and whether that is where they should; with Telegram's own account of it.

    hook: what setWebhook was given, None while updates are fetched.
    Raises CallError when Telegram does not say.
    """
    found = await api.call("getWebhookInfo")
    info: dict[str, Any] = found if isinstance(found, dict) else {}
    wanted = hook["url"] if hook is not None else ""
    return info, [_looked(Wrong.HOOK, info.get("url", "") != wanted)]


async def at_group(api: BotApi, bot: int, group: int) -> list[Looked]:
    """What the bot is in a staff group; nothing when Telegram does not say.

    bot: its own number.
    """
    try:
        chat = await api.call("getChat", {"chat_id": group})
        me = await api.call("getChatMember", {"chat_id": group, "user_id": bot})
    except CallError as error:
        if error.fate.kind in SILENT:
            return []
        return [_looked(Wrong.GROUP, True, group, reason=error.fate.reason)]
    if not isinstance(chat, dict) or not isinstance(me, dict):
        return []
    title = str(chat.get("title", ""))
    if me.get("status") in ("left", "kicked"):
        return [_looked(Wrong.GROUP, True, group, title=title)]
    lacking = [name for name, right in _MAY.items() if not me.get(right)]
    return [
        _looked(Wrong.GROUP, False, group, title=title),
        _looked(Wrong.FORUM, not chat.get("is_forum"), group, title=title),
        _looked(Wrong.WRITING, not _may(chat, me, "can_send_messages", True), group, title=title),
        _looked(Wrong.TOPICS, not _may(chat, me, "can_manage_topics", False), group, title=title),
        _looked(Wrong.RIGHTS, bool(lacking), group, title=title, reason=" ".join(lacking)),
    ]


def _may(chat: dict[str, Any], me: dict[str, Any], right: str, unless_said: bool) -> bool:
    """Whether the bot may do something that a group may allow to everybody."""
    status = me.get("status")
    if status == "creator" or (status == "administrator" and right == "can_send_messages"):
        return True
    if status in ("administrator", "restricted"):
        return bool(me.get(right))
    allowed = chat.get("permissions")
    return bool(allowed.get(right)) if isinstance(allowed, dict) else unless_said


async def at_supervisor(api: BotApi, supervisor: int) -> list[Looked]:
    """Whether the supervisor can be written to: "typing" shows it, and leaves nothing behind."""
    try:
        await api.call("sendChatAction", {"chat_id": supervisor, "action": "typing"})
    except CallError as error:
        if error.fate.kind in SILENT:
            return []
        return [_looked(Wrong.SUPERVISOR_FAR, True, reason=error.fate.reason)]
    return [_looked(Wrong.SUPERVISOR_FAR, False)]
