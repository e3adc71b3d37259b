"""Topics of a forum supergroup."""

from __future__ import annotations

from dataclasses import dataclass

# The six colours the Bot API accepts for a topic's icon.
ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)
NAME_LIMIT = 128


@dataclass(slots=True)
class Topic:
    """One topic; its id is the id of the service message that created it."""

    id: int
    name: str
    icon_color: int = ICON_COLORS[0]
    icon_custom_emoji_id: str = ""
    closed: bool = False
    deleted: bool = False
    hidden: bool = False

    def card(self) -> dict[str, object]:
        """The Bot API's ForumTopic object."""
        shown: dict[str, object] = {
            "message_thread_id": self.id,
            "name": self.name,
            "icon_color": self.icon_color,
        }
        if self.icon_custom_emoji_id:
            shown["icon_custom_emoji_id"] = self.icon_custom_emoji_id
        return shown
