"""What is wrong with marked-up text."""

from __future__ import annotations


class MarkupError(ValueError):
    """The message is Telegram's, without "can't parse entities: "."""


def byte_offset(text: str, at: int) -> int:
    """Telegram counts places in markup in UTF-8 bytes."""
    return len(text[:at].encode("utf-8", "surrogatepass"))
