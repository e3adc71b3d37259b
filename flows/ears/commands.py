"""What is said with nothing else and works like a button: "menu", "kembali dong", "ga paham"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.commands import COMMANDS, START
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

SPOKEN: Final = frozenset(COMMANDS.keys() - {START}) | frozenset(
    {"kembali", "lanjut", "gambar", "suara", "bertanya", "bingung", "belum", "letak", "urung"}
)
"""The names in ``perintah`` of words.yaml; what each does stands in `flows.talk.pressing`."""

PART: Final = Part("perintah", groups=tuple(sorted(SPOKEN)))

_LONGEST: Final = 60
"""Characters; a longer text says something else besides."""


class Commands:
    """The commands of one word list, whatever their spelling, with filler words or without."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        listed = [
            (normaliser.spell(way), name) for name, told in words.commands.items() for way in told
        ]
        # A filler word that editors wrote here says something: "boleh tanya" is not "boleh".
        self._filler = words.empty - {word for told, _ in listed for word in told}
        self._names = dict(listed)

    def of(self, folded: Folded, spelled: Sequence[str]) -> str | None:
        """The name of the command a text is; None when it is none, or says more."""
        if len(folded) > _LONGEST:
            return None
        return self._names.get(tuple(word for word in spelled if word not in self._filler))
