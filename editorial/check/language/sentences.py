"""Cuts a visible text into sentences and words, as somebody reading aloud would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_SHORT: Final = re.compile(r"\b(?:dll|dsb|dst|no|jl|tgl|hlm|a\.n|s\.d|pt|cv)\.", re.IGNORECASE)
_END: Final = re.compile(r"(?<=[.!?:;])\s+|\n")
_WORD: Final = re.compile(r"[^\W_]+(?:[-/.’'][^\W_]+)*%?")


class Sentence(NamedTuple):
    """One sentence, and the rows above it in the visible text."""

    text: str
    row: int

    @property
    def words(self) -> list[str]:
        """Its words in lower case; "Bapak/Ibu" and "15.000" are one each."""
        return _WORD.findall(self.text.lower())


def sentences(visible: str) -> Iterator[Sentence]:
    """The sentences of a visible text. List items and paragraphs end one, as do `: ; . ! ?`."""
    for row, line in enumerate(visible.split("\n")):
        guarded = _SHORT.sub(lambda found: found[0].replace(".", "․"), line)
        for part in _END.split(guarded):
            text = part.replace("․", ".").strip()
            if _WORD.search(text):
                yield Sentence(text, row)
