"""What is said with nothing else and works like a button: "menu", "kembali dong", "ga paham"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from flows.commands import COMMANDS, START
from flows.language.normalise import Normaliser

SPOKEN: Final = frozenset(COMMANDS.keys() - {START}) | frozenset(
    {"kembali", "lanjut", "gambar", "suara", "bertanya", "bingung", "belum"}
)
"""The names in ``perintah`` of words.yaml; what each does stands in `flows.talk.spoken`."""

_LONGEST: Final = 60
"""Characters; a longer text says something else besides."""


class Commands:
    """The commands of one word list, whatever their spelling, with filler words or without."""

    def __init__(
        self, ways: Mapping[str, Iterable[str]], empty: frozenset[str], normaliser: Normaliser
    ) -> None:
        """`ways`: name → ways of saying it. `empty`: words that say nothing."""
        self._normaliser = normaliser
        read = normaliser.spelled
        listed = [(tuple(read(way)), name) for name, told in ways.items() for way in told]
        # A filler word that editors wrote here says something: "boleh tanya" is not "boleh".
        self._filler = empty - {word for words, _ in listed for word in words}
        self._names = dict(listed)

    def of(self, text: str) -> str | None:
        """The name of the command a text is; None when it is none, or says more."""
        if len(text) > _LONGEST:
            return None
        said = (word for word in self._normaliser.spelled(text) if word not in self._filler)
        return self._names.get(tuple(said))
