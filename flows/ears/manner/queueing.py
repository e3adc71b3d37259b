"""Whether somebody who waits for an officer asks how far it is: "berapa lama nunggunya",
"kok lama", "halo ada orang?", "sudah sampai mana".

Not who asks how long the money takes: that is a question of its own, and answered. The words are
content: ``antre`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.language.marks import Marked, Marks
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "antre",
    groups=("tunggu", "lama", "tanya", "sampai", "balas", "orang", "ada", "pesan", "tiba", "masa",
            "sepi", "panggil", "lain", "sekitar"),
)  # fmt: skip

_MOST: Final = 1
"""Words about something else that such a question may hold: more are a matter of their own."""


class Queueing:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty

    def asked(self, spelled: Sequence[str]) -> bool:
        """Whether it is asked when an officer comes, or whether there is anybody at all."""
        text = self._marks.read(spelled)
        left = len(text.left(self._empty, *PART.groups))
        if text.has("lain") or left > _MOST:
            return False
        if text.has("sampai"):
            return left == 0 or text.has("tunggu", "orang")
        if text.has("tunggu") and text.has("tanya", "lama"):
            return True
        if text.has("balas") and (text.has("tanya", "lama", "orang") or _lacking(text)):
            return True
        if text.has("orang") and text.has("ada", "tanya", "lama"):
            return True
        if text.has("pesan") and text.has("tiba"):
            return True
        return left == 0 and (text.has("masa", "sepi") or _slow(text) or _called(text))


def _lacking(text: Marked) -> bool:
    """ "Belum dibalas", "kok ga ada jawaban"."""
    return any(not {"tidak", "belum"}.isdisjoint(text.words[:start]) for start, _ in
               text.spans("balas"))  # fmt: skip


def _slow(text: Marked) -> bool:
    """ "Kok lama", "lama sekali": not "lama" alone, which may answer a question."""
    return text.has("lama") and (text.has("tanya") or "sangat" in text.words)


def _called(text: Marked) -> bool:
    """ "Halo?", "P", "permisi": nothing but a knock at the door."""
    return text.has("panggil") and not text.has("lama", "tunggu")
