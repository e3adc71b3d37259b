"""What Telegram takes for an empty text although it has characters."""

from __future__ import annotations

from typing import Final

_NOTHING: Final = frozenset(
    (
        0x180E,
        *range(0x200B, 0x2010),  # zero-width spaces and joiners, marks of direction
        *range(0x202A, 0x202F),
        0x2060,
        *range(0x2066, 0x206A),
        0xFEFF,
        0xFFFC,
    )
)


def is_blank(text: str) -> bool:
    """Whether nothing but spaces and invisible characters is left."""
    return all(sign.isspace() or ord(sign) in _NOTHING for sign in text)
