"""What is rightly asked for after all: by JMO itself, by an officer at the counter, and the small
costs of a visit. Nobody is warned of those.

The words are content: ``sewajarnya`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.ears.swindles.kept import OFFICERS
from flows.ears.swindles.sums import amounts
from flows.ears.swindles.trust import FEE, FLAGS
from flows.language.marks import Marked, Marks, Span
from flows.language.normalise import Normaliser
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "sewajarnya",
    groups=(
        "aplikasi_resmi", "diperlihatkan", "diserahkan", "ongkos", "luar", "dikirim", "pamrih",
    ),
)  # fmt: skip

_SHOWN: Final = frozenset({FLAGS["data"], FLAGS["wajah"]})
_COST: Final = frozenset({FEE})

_THOUSAND: Final = "ribu"
_SMALL: Final = 25
"""Thousands of rupiah up to which a stamp or a copy may cost."""

_TEN: Final = frozenset({"sepuluh"})
_ADDRESSED: Final = frozenset({"bapak", "ibu", "pak", "bu", "mas", "mbak"})


class Proper:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        also = {
            "orang": words.ways("percaya", "orang"),
            "meminta": (*words.ways("percaya", "meminta"), *words.ways("tuntutan", "ditagih")),
        }
        self._marks = Marks(words, PART, normaliser, also)

    def read(self, flags: frozenset[str], spelled: Sequence[str]) -> bool:
        """Whether what raised `flags` (ids of calo.yaml) is nothing to be warned of."""
        text = self._marks.read(spelled)
        if text.has("luar"):
            return False
        if flags and flags <= _COST:
            return _small_cost(text)
        sums = any(True for _ in amounts(text.words))
        return flags <= _SHOWN and not sums and (_by_app(text) or _at_the_office(text))


def _people(text: Marked) -> set[str]:
    """Who is spoken of; "parkir" is nobody where it is paid for."""
    costs = {at for start, end in text.spans("ongkos") for at in range(start, end)}
    return {text.words[start] for start, _ in text.spans("orang") if start not in costs}


def _by_app(text: Marked) -> bool:
    """ "JMO minta foto KTP, aman?": the app itself asks, on the own telephone."""
    asked = text.spans("meminta")
    itself = any(
        -1 <= each[0] - app[1] <= 1 for app in text.spans("aplikasi_resmi") for each in asked
    )
    return itself and not _people(text)


def _at_the_office(text: Marked) -> bool:
    """ "Petugas minta saya buka JMO di HP saya": it stays in the own hand."""
    people = _people(text)
    official = not people.isdisjoint(OFFICERS) and people <= OFFICERS | _ADDRESSED
    return official and text.has("diperlihatkan") and not text.has("diserahkan")


def _small_cost(text: Marked) -> bool:
    """ "Disuruh petugas bawa meterai 10 ribu", "bayar parkir berapa"."""
    if not text.has("ongkos") or text.has("dikirim", "pamrih"):
        return False
    return _people(text) <= OFFICERS | _ADDRESSED | {"koperasi"} and all(
        _small(text, span) for span in amounts(text.words)
    )


def _small(text: Marked, span: Span) -> bool:
    at = span[0]
    word, before = text.words[at], text.words[at - 1] if at else ""
    if word.isdigit():
        return int(word) <= _SMALL * 1000
    return word == _THOUSAND and (before in _TEN or (before.isdigit() and int(before) <= _SMALL))
