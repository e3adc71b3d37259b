"""The emoji Telegram allows as reactions (core.telegram.org/bots/api#reactiontypeemoji)."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad

_SHOWN = """
❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡
🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈
😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿
🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
ALLOWED = frozenset(_SHOWN.split())


def check_reaction(given: Any) -> str:
    """The emoji of a ReactionType. Raises 400 REACTION_INVALID for what phones cannot show."""
    if not isinstance(given, dict):
        raise bad("can't parse reaction types JSON object")
    if given.get("type") != "emoji":
        raise bad("REACTION_INVALID")
    return check_emoji(str(given.get("emoji", "")))


def check_emoji(emoji: str) -> str:
    bare = emoji.replace("\ufe0f", "")
    if bare not in ALLOWED:
        raise bad("REACTION_INVALID")
    return bare


def as_types(emojis: list[str]) -> list[dict[str, str]]:
    """Emoji as the Bot API's ReactionType objects."""
    return [{"type": "emoji", "emoji": emoji} for emoji in emojis]
