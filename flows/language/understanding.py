"""What comes back from reading something a person typed: understood, or what was unclear."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Generic, NewType, TypeVar

T = TypeVar("T")

Folded = NewType("Folded", str)
"""A text that went through `fold`, or a piece of one: every reader takes it as it is."""

_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]"
)
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """A value. `approximate` means: say it back and let the person confirm it.

    `span`: the first and the last value it can mean, where it was said vaguely ("bulan lalu",
    "lebih dari 15 juta"); `value` is the one of them that promises nothing too early. `open`: how
    it is meant is a guess ("habis lebaran"), so it is asked about, whatever follows from it.
    """

    value: T
    approximate: bool = False
    span: tuple[T, T] | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """`reason` is a stable id; the words for it are in ``content/messages.yaml``."""

    reason: str


def fold(text: str) -> Folded:
    """Lower case, one space between words, no full-width or invisible characters, no accents:
    "lirén" is written "liren" as well."""
    if text.isascii():
        return Folded(_SPACES.sub(" ", text.lower()).strip())
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", bare))
    return Folded(_SPACES.sub(" ", plain.lower()).strip())
