"""What is said around a swindle: a share that a helper keeps, a link from a stranger; and, after a
warning, that the person is honest, that it is said to be an officer, or the question why not.

The words are content: ``tipuan`` in words.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from flows.ears.swindles.sums import amounts
from flows.ears.swindles.trust import FEE
from flows.language.marks import Marked, Marks, Span
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "tipuan",
    groups=(
        "mengambil", "menolong", "sebutan_menolong", "untuknya", "wajarnya", "jasa", "asing",
        "tautan", "dibuka", "ragu", "kantor", "menyebut", "membela", "kenapa_tidak",
    ),
)  # fmt: skip

LINK: Final = "tautan"

Hint = Literal["dibayar", "dibela", "mengaku", "kenapa", "orangnya", "diragukan"]
"""Somebody is paid; is vouched for; is said to be an officer; it is asked why not; a person, a
secret or an order is spoken of at all; something is doubted."""

_HIT: Final = "kena"

_OWN: Final = frozenset({"saya", "kami", "mau", "boleh", "bisa"})


class Swindle:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        trusted = {
            "pihak": words.ways("percaya", "orang"),
            "biasa": words.ways("percaya", "biasa"),
            "rahasia": words.ways("percaya", "kode"),
            "menyuruh": (*words.ways("percaya", "menyuruh"), *words.ways("percaya", "imbalan")),
            "meminta": words.ways("percaya", "meminta"),
            "membayar": words.ways("percaya", "bayar"),
            "uang": words.ways("percaya", "uang"),
        }
        self._marks = Marks(words, PART, normaliser, trusted)
        self._helping = words.pattern(PART.name, "sebutan_menolong")

    def read(self, folded: Folded, spelled: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
        """Ids of calo.yaml for what is wrong, and `Hint`s that mean something after a warning."""
        text = self._marks.read(spelled)
        helping = text.has("menolong") or bool(self._helping.search(folded))
        return frozenset(self._flags(text, helping)), frozenset(_hints(text))

    def _flags(self, text: Marked, helping: bool) -> Iterator[str]:
        sums = [span for span in amounts(text.words) if not text.near("biasa", span, 5, 3)]
        if sums and (_kept(text, sums, helping) or _priced(text, sums)):
            yield FEE
        if text.has("tautan") and text.has("asing", "pihak") and text.has("dibuka", "ragu"):
            yield LINK


def _kept(text: Marked, sums: Sequence[Span], helping: bool) -> bool:
    """ "Dia cuma motong 15 persen": somebody who helps keeps a part; who takes 10 percent of what
    is theirs is no such person."""
    if not text.has("pihak", "asing", "wajarnya"):
        return False
    for start, end in text.spans("mengambil"):
        if start and text.words[start - 1] in _OWN:
            continue
        # "Kena phk dapat 15 juta" pays nobody.
        reach = 2 if text.words[start] == _HIT else 3
        told = any(0 <= at - end <= reach for at, _ in sums)
        if told and (helping or text.has("wajarnya") or text.near("pihak", (start, end), 3, 0)):
            return True
    return helping and text.has("untuknya")


def _priced(text: Marked, sums: Sequence[Span]) -> bool:
    """ "Jasa urus 500rb": a service with a price."""
    return any(abs(at - start) <= 6 for start, _ in text.spans("jasa") for at, _ in sums)


def _hints(text: Marked) -> Iterator[Hint]:
    taking = text.spans("mengambil", "meminta", "membayar")
    sums = [start for start, _ in (*amounts(text.words), *text.spans("uang"))]
    if any(not text.denied(each) and any(-2 <= s - each[1] <= 4 for s in sums) for each in taking):
        yield "dibayar"
    if text.has("membela"):
        yield "dibela"
    if text.has("kantor") and text.has("meminta", "menyuruh", "menyebut"):
        yield "mengaku"
    if text.has("kenapa_tidak"):
        yield "kenapa"
    if text.has("pihak", "rahasia", "menyuruh"):
        yield "orangnya"
    if text.has("ragu"):
        yield "diragukan"
