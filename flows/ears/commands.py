"""What is said with nothing else and works like a button: "menu", "kembali dong", "ga paham"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from flows.language.normalise import Normaliser

_LONGEST: Final = 60
"""Characters; a longer text says something else besides."""


class Commands:
    """The commands of one word list, whatever their spelling, with filler words or without."""

    def __init__(
        self, ways: Mapping[str, Iterable[str]], empty: frozenset[str], normaliser: Normaliser
    ) -> None:
        """`ways`: name → ways of saying it. `empty`: words that say nothing."""
        self._empty = empty
        self._normaliser = normaliser
        read = normaliser.spelled
        self._known = {word for told in ways.values() for way in told for word in read(way)}
        self._names = {self._said(way): name for name, told in ways.items() for way in told}

    def of(self, text: str) -> str | None:
        """The name of the command a text is; None when it is none, or says more."""
        return self._names.get(self._said(text)) if len(text) <= _LONGEST else None

    def _said(self, text: str) -> tuple[str, ...]:
        """The words without filler; of filler alone ("mau tanya dong") those of a command."""
        words = self._normaliser.spelled(text)
        content = tuple(word for word in words if word not in self._empty)
        return content or tuple(word for word in words if word in self._known)
