"""Declared: what is asked about one message of the lists."""

from __future__ import annotations

from editorial.contract.desk_buttons import DESK_BUTTONS
from editorial.contract.desk_card import CARD_MESSAGES
from editorial.contract.desk_messages import DESK_MESSAGES
from editorial.contract.forms import BUTTON, Message
from editorial.contract.messages import MESSAGES, SAID, SAID_BACK
from editorial.contract.watch_messages import WATCH_MESSAGES


def declared(message_id: str) -> Message | None:
    """How code asks for a message; None when it does not."""
    return MESSAGES[SAID_BACK] if message_id.startswith(SAID) else MESSAGES.get(message_id)


def allowed(message_id: str) -> frozenset[str] | None:
    """The placeholders a message may show besides numbers; None when no code asks for it."""
    message = declared(message_id)
    return message.shows if message is not None else None


def is_label(message_id: str) -> bool:
    """Whether a message is the label of a button."""
    message = declared(message_id)
    return message is not None and message.form is BUTTON


def listed_in(message_id: str) -> str:
    """The file of the list in which a message is declared, for a programmer."""
    parts = {
        "desk_card": CARD_MESSAGES,
        "desk_buttons": DESK_BUTTONS,
        "desk_messages": DESK_MESSAGES,
        "watch_messages": WATCH_MESSAGES,
    }
    part = next((name for name, found in parts.items() if message_id in found), "messages")
    return f"editorial/contract/{part}.py"
