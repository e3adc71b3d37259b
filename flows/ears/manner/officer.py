"""Whether a person is wanted rather than the bot: "males sama robot, sambungin ke manusia"; and
whether the bot itself is complained of. The words are content: ``cari_orang`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marked, Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "cari_orang",
    groups=("bicara", "sambung", "telepon", "orang", "tegas", "ingin", "lampau", "bot", "enggan",
            "keluhan", "pelengkap"),
)  # fmt: skip

_MOST: Final = 1
"""Words about something else that a wish for a person may hold: more are a question."""


class Officers:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty

    def wanted(self, spelled: Sequence[str]) -> bool:
        """Whether somebody wants to talk with a person."""
        text = self._marks.read(spelled)
        if text.has("lampau") or len(text.left(self._empty, *PART.groups)) > _MOST:
            return False
        if text.has("bot") and text.has("enggan") and text.has("bicara", "orang", "tegas"):
            return True
        if text.has("tegas") or _in_turn(text, "sambung", "orang"):
            return True
        wish = text.has("ingin", "enggan")
        if text.has("bot") and wish and _in_turn(text, "ingin", "orang"):
            return True
        if wish and _in_turn(text, "bicara", "orang"):
            return True
        called = [span for span in text.spans("telepon") if not _unable(text, span[0])]
        return bool(called) and wish and not text.left(self._empty, *PART.groups)

    def blamed(self, spelled: Sequence[str]) -> bool:
        """Whether it is the bot that is complained of."""
        text = self._marks.read(spelled)
        few = len(text.left(self._empty, *PART.groups)) <= _MOST
        return few and text.has("bot") and text.has("keluhan")


def _in_turn(text: Marked, first: str, second: str) -> bool:
    """Whether the second stands within a few words behind the first."""
    return any(text.near(second, span, 0, 4) for span in text.spans(first))


def _unable(text: Marked, at: int) -> bool:
    """ "Tidak bisa telepon" wants another way."""
    return not {"tidak", "belum"}.isdisjoint(text.words[max(0, at - 2) : at])
