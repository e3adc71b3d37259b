"""What editors write for people to read can be seen, and what they list stands there once.

A space, a zero-width space or a blank letter is a text to Python, and nothing at all on a button.
"""

from __future__ import annotations

from typing import Annotated, Final, TypeVar
from unicodedata import category

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

T = TypeVar("T")

MAX_LABEL: Final = 30

_PRINTED: Final = frozenset("LNPS")
"""The first letters of Unicode's categories of characters that leave something to see."""

_BLANK: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that print as nothing."""


def is_visible(text: str) -> bool:
    """Whether there is anything to see of a text."""
    return any(category(sign)[0] in _PRINTED and sign not in _BLANK for sign in text)


def has_letter(text: str) -> bool:
    """Whether there is a letter a to z or a digit: people cannot call anything by signs alone."""
    return any(sign.isascii() and sign.isalnum() for sign in text)


def _seen(text: str) -> str:
    if not is_visible(text):
        raise PydanticCustomError("invisible", "nothing to see")
    return text


def _seen_or_empty(text: str) -> str:
    return _seen(text) if text else text


def _called(text: str) -> str:
    if not has_letter(_seen(text)):
        raise PydanticCustomError("no_letter", "no letter or digit")
    return text


def _once_each(items: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(items)) != len(items):
        raise PydanticCustomError("twice", "something stands twice")
    return items


Visible = AfterValidator(_seen)
"""For a text that has a length besides."""

Seen = Annotated[str, Visible]
"""A text with something to see: what every title, label, reason and sentence is."""

Label = Annotated[str, Field(max_length=MAX_LABEL), Visible]
"""What stands on a button."""

Source = Annotated[str, Field(min_length=3), Visible]
"""Where a text or value comes from."""

Listed = Annotated[tuple[Seen, ...], Field(min_length=1)]
"""A list of texts with at least one entry."""

NotYet = Annotated[str, AfterValidator(_seen_or_empty)]
"""A text that stays empty while it is not known."""

Typed = AfterValidator(_called)
"""For a text that people are to type."""

Once = AfterValidator(_once_each)
"""For a list in which nothing stands twice."""
