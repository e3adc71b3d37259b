"""What comes back from reading something a person typed: understood, or what was unclear."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

_INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff]"
)
_SPACES: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """A value. `approximate` means: say it back and let the person confirm it."""

    value: T
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Unclear:
    """`reason` is a stable id; the words for it are in ``content/messages.yaml``."""

    reason: str


def fold(text: str) -> str:
    """Lower case, one space between words, no full-width or invisible characters."""
    if text.isascii():
        return _SPACES.sub(" ", text.lower()).strip()
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _SPACES.sub(" ", plain.lower()).strip()


_QUESTION: Final = re.compile(
    r"\b(?:kenapa|knp|knpa|knapa|kenp|napa|mengapa|bagaimana|gimana|gmn|gmna|gimna|apa|apakah|berapa|brp|"
    r"kapan|kpn|dimana|dmn|bisakah|bolehkah|caranya|cara|kok|maksud|maksudnya)\b"
)
_WHETHER: Final = re.compile(
    r"\b(?:bisa|bs|boleh|perlu|harus|wajib|aman|benar|bener) "
    r"(?:ga|gak|gk|g|tdk|tidak|nggak|ngga|enggak|engga|kah|kan)"
    r"(?: (?:ya|sih|pak|bu|min|kak|kah|mas|mbak))*$"
)


_ENDS_ASKING: Final = re.compile(
    r"\b(?:kenapa|knp|bagaimana|gimana|gmn|apa|berapa|brp|kapan|mana|dimana)$"
)
_NOT_KNOWN: Final = re.compile(r"\b(?:tahu|tau|lupa|ingat|inget|gatau|gtw)\b")


def is_question(text: str) -> bool:
    """Whether a text of several words asks something, so that it is no answer to a step.

    Three words do only when they end on it: "phk itu apa", but not "ga tau kapan".
    """
    plain = fold(text)
    spaces = plain.count(" ")
    if spaces == 2 and not _NOT_KNOWN.search(plain):
        return bool(_ENDS_ASKING.search(plain.rstrip("?")) or _WHETHER.search(plain.rstrip("?")))
    if spaces < 3:
        return False
    return plain.endswith("?") or bool(_QUESTION.search(plain) or _WHETHER.search(plain))
