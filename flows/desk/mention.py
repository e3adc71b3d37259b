"""Mention: a name that rings. Telegram rings for who is mentioned, also in a muted group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flows.texts.html import Html

_MENTION: Final = Html('<a href="tg://user?id={}">{}</a>')


def mention(user_id: int, name: str) -> Html:
    """One person, whatever they are called."""
    return _MENTION.format(user_id, name)


def mentions(people: Mapping[int, str]) -> Html:
    """Several people (number to name)."""
    return Html(", ").join(mention(number, name) for number, name in people.items())
