"""How long Telegram takes a text to be: in UTF-16 units, of which most emoji have two."""

from __future__ import annotations


def units(text: str) -> int:
    """The length of a visible text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, room: int) -> str:
    """The beginning of a text that has room for so many units; no character is torn apart.

    Without room, or with less than none, it is empty.
    """
    if units(text) <= room:
        return text
    for index, sign in enumerate(text):
        room -= 1 + _astral(sign)
        if room < 0:
            return text[:index]
    return text


def _astral(sign: str) -> bool:
    """Whether a character takes two units."""
    return sign > "\uffff"
