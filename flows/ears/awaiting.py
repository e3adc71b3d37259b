"""Whether somebody complains that their money does not come: "tiga minggu tanpa kabar".

Not who asks how long it takes, nor who may not claim yet. The words are content: ``menanti`` in
words.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from flows.language.marks import NOT, Marked, Marks, Span
from flows.language.normalise import Normaliser
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "menanti",
    groups=("uang", "datang", "cair", "kabar", "lama", "tunggu", "ajukan", "janji", "masa", "mana",
            "untuk", "tanya", "lain"),
)  # fmt: skip

_UNITS: Final = frozenset({"hari", "minggu", "bulan", "tahun", "jam"})
_COUNTS: Final = frozenset(
    (
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "beberapa",
        "berapa",
    )
)
_SINCE: Final = frozenset({"sudah", "tadi", "dari", "dari tadi", "sejak", "masih", "menit"})
"""What may stand beside a time that is waited."""

_ABLE: Final = frozenset({"bisa", "boleh", "mau", "pernah"})
"""Behind a denial: nothing is awaited ("belum bisa cair", "belum pernah cair")."""

_WISHES: Final = _ABLE | {"ingin", "akan", "rencana", "cara", "untuk"}
"""Before a claim: it is not filed yet."""

_SHORT: Final = 5
"""Words of "mana uang saya"."""


class Awaiting:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        self._marks = Marks(words, PART, normaliser)
        self._empty = words.empty
        self._time = words.pattern(PART.name, "masa")

    def of_money(self, spelled: Sequence[str]) -> bool:
        """Whether money, a claim or a transfer is spoken of."""
        return self._marks.read(spelled).has("uang")

    def only(self, spelled: Sequence[str]) -> bool:
        """Whether it is said that one waits, and not for what: "udah nunggu 1 jam"."""
        text = self._marks.read(spelled)
        left = text.left(self._empty, "tunggu", "lama")
        return text.has("tunggu") and all(
            word in _UNITS or word in _COUNTS or word in _SINCE or word.isdigit() for word in left
        )

    def told(self, folded: Folded, spelled: Sequence[str]) -> bool:
        """Whether it is said that money, or news of it, does not come."""
        text = self._marks.read(spelled)
        if text.has("lain", "tanya"):
            return False
        money = text.has("uang")
        if any(_lacking(text, span) for span in text.spans("cair")):
            return True
        if money and any(_lacking(text, span) for span in text.spans("datang")):
            return True
        if money and (_slow(text) or _where(text)):
            return True
        if not (_counted(spelled) or self._time.search(folded)):
            return False
        silent = any(_lacking(text, span) for span in text.spans("kabar", "datang"))
        waited = text.has("tunggu") and (money or "sudah" in spelled)
        filed = any(not _wished(text, span) for span in text.spans("ajukan"))
        return silent or waited or filed or text.has("janji")


def _lacking(text: Marked, span: Span) -> bool:
    """Whether a word of not coming stands close before: "belum juga masuk", "tanpa kabar".

    "Belum bisa cair" is about the right to claim, "ga buat terima uang" about what for.
    """
    before = text.words[max(0, span[0] - 3) : span[0]]
    if any(text.near("untuk", (at, at), 0, 1) for at in range(span[0] - len(before), span[0])):
        return False
    return not NOT.isdisjoint(before) and _ABLE.isdisjoint(before)


def _wished(text: Marked, span: Span) -> bool:
    """Whether a claim is only wanted: "umur 57 tahun, mau klaim"."""
    return not _WISHES.isdisjoint(text.words[max(0, span[0] - 2) : span[0]])


def _slow(text: Marked) -> bool:
    """ "Kok lama", "lama sekali": not "JHT lama", which is an old account."""
    for start, end in text.spans("lama"):
        before = text.words[start - 1] if start else ""
        after = text.words[end] if end < len(text.words) else ""
        own = before == "saya" and "uang" in text.words
        if own or before in _SLOW_BEHIND or after in _SLOW_BEFORE:
            return True
    return False


_SLOW_BEHIND: Final = frozenset(
    {"kok", "sangat", "terlalu", "uang", "proses", "cair", "masuk", "tunggu"}
)
_SLOW_BEFORE: Final = frozenset({"sangat", "cair", "masuk", "proses", "turun", "benar"})


def _where(text: Marked) -> bool:
    """ "Mana uang saya": it begins with the question, or ends with it."""
    brief = len(text.words) <= _SHORT
    return brief and any(s == 0 or e == len(text.words) for s, e in text.spans("mana"))


def _counted(words: Sequence[str]) -> bool:
    """Whether a time is counted: "9 hari", "dua minggu"."""
    return any(unit in _UNITS and (n.isdigit() or n in _COUNTS) for n, unit in pairwise(words))
