"""Whether a text says that somebody has died.

"Meninggal" beside a relative says it in any order; "sudah ga ada" or "mati" only right behind one,
for a job, an app or an officer can be gone, too. What is only supposed ("kalau saya meninggal") is
a question. The words are content: ``duka`` in words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "duka",
    groups=(
        "pasti", "siapa", "pasangan", "orang_tua", "wafat", "sebutan_wafat", "almarhum", "tiada",
        "sela", "sesudah", "andai", "nyata", "kelak",
        "surat", "mengurus", "sedih", "pemilik", "keluar", "karena", "saya", "hak_saya",
    ),
)  # fmt: skip
_TYPED: Final = "sebutan_wafat"
"""Looked for as it is typed: in the usual spelling "berpulang" is coming home."""


KIN: Final = {"pasangan": "pasangan", "orang_tua": "anak", "": "keluarga"}
"""Who has died → what the person who writes is to them: options of klaim-ahli-waris."""

_DECEASED: Final = "almarhum"
"""Behind a relative it is whose relative somebody is: "anak almarhum" is alive, and writes."""


@dataclass(frozen=True, slots=True)
class Besides:
    """`papers`: it is asked where or whether a paper of the family is made. `sad`: how it feels is
    told, `since` how long ago it was. `gone`: whose card it is "is not there any more". `more`:
    something else is said, or of somebody else: "istrinya sudah wafat, anaknya dua"."""

    papers: bool = False
    sad: bool = False
    since: bool = False
    gone: bool = False
    more: bool = False


_OF_DEATH: Final = frozenset({"pasti", "siapa", "wafat", "tiada", "sela", "sesudah"})
"""Groups of which a text consists that tells of a death and nothing else."""

_SINCE: Final = re.compile(r"\d+ ?(?:hari|minggu|bulan|tahun)|\bse(?:minggu|bulan|tahun|hari)")

_LATER: Final = 5
_SOON: Final = 1
"""Words before a death, and behind it, in which it is said that it is still to come."""

_DENIED: Final = frozenset({"belum", "bukan", "jangan", "hampir", "coba", "mau"})


@dataclass(frozen=True)
class Mourning:
    """What one text says of a death; each thing is read when somebody asks for it."""

    reader: Grief
    folded: Folded
    spelled: Sequence[str]

    @cached_property
    def told(self) -> bool:
        """Somebody is said to have died."""
        return self.reader.told(self.folded, self.spelled)

    @cached_property
    def spoken(self) -> bool:
        """A death is spoken of as one that happened, whoever it was; not one that may come."""
        return self.reader.spoken(self.folded, self.spelled)

    @cached_property
    def own(self) -> bool:
        """Who writes has stopped working themself, or speaks of what is theirs."""
        return self.reader.own(self.spelled)

    @cached_property
    def kin(self) -> str | None:
        """What the writer is to the one who has died: an option of the family's guide."""
        return self.reader.kin(self.folded, self.spelled)

    @cached_property
    def besides(self) -> Besides:
        """What else is said, or asked."""
        return self.reader.besides(self.folded, self.spelled)


class Grief:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        ways = {group: words.ways(PART.name, group) for group in PART.groups}
        typed = "|".join(re.escape(way) for way in ways.pop(_TYPED)) or r"(?!)"
        self._typed = re.compile(rf"\b(?:{typed})")
        self._dead = frozenset(ways[_DECEASED])
        deceased = "|".join(re.escape(way) for way in ways.pop(_DECEASED)) or r"(?!)"
        self._of_deceased = re.compile(rf"\w (?:{deceased})\W*$")
        self._book = PhraseBook(ways, normaliser.spell)
        self._empty = words.empty
        self._between = _single(ways["sela"], normaliser)
        self._after = _single(ways["sesudah"], normaliser)

    def of(self, folded: Folded, spelled: Sequence[str]) -> Mourning:
        """All of it, of one text."""
        return Mourning(self, folded, spelled)

    def told(self, folded: Folded, spelled: Sequence[str]) -> bool:
        """Whether somebody is said to have died."""
        at = self._at(spelled)
        if _supposed(at):
            return False
        dead = [span for span in at.get("wafat", ()) if not self._denied(spelled, span[0])]
        if (dead or self._typed.search(folded)) and (at.get("siapa") or at.get("pasti")):
            return True
        relatives = {end for start, end in at.get("siapa", ()) if self._begins(spelled, start)}
        gone = (span for span in at.get("tiada", ()) if self._behind(spelled, span[0], relatives))
        return bool(at.get("pasti")) or any(self._closed(spelled, end) for _, end in gone)

    def spoken(self, folded: Folded, spelled: Sequence[str]) -> bool:
        """Whether a death that happened is spoken of."""
        at = self._at(spelled)
        if _supposed(at):
            return False
        dead = any(not self._denied(spelled, start) for start, _ in at.get("wafat", ()))
        gone = not self._dead.isdisjoint(spelled) or self._typed.search(folded) is not None
        return dead or gone or bool(at.get("pasti"))

    def _at(self, spelled: Sequence[str]) -> dict[str, list[tuple[int, int]]]:
        at: dict[str, list[tuple[int, int]]] = {}
        for hit in self._book.hits(spelled):
            at.setdefault(hit.name, []).append((hit.start, hit.end))
        return at

    def own(self, spelled: Sequence[str]) -> bool:
        """Whether it is the writer who has stopped working, or whose money is spoken of: "bapak
        meninggal jadi saya resign", not "bapak saya resign, lalu meninggal"."""
        at = self._at(spelled)
        if at.get("hak_saya"):
            return True
        # In "bapak saya" it is only said whose father he is.
        kin = {end for _, end in at.get("siapa", ())} | {
            end - 1 for start, end in at.get("siapa", ()) if end - start > 1
        }
        mine = {end for start, end in at.get("saya", ()) if start not in kin}
        for start, end in at.get("keluar", ()):
            left = start
            while left not in mine and left and spelled[left - 1] in self._between:
                left -= 1
            if left in mine:
                return True
            # "Resign karena ibu meninggal": somebody else's death is the reason.
            because = any(0 <= there - end <= 2 for there, _ in at.get("karena", ()))
            named = any(there > end for there, _ in at.get("siapa", ()))
            if because and named and not any(there < start for there, _ in at.get("siapa", ())):
                return True
        return False

    def besides(self, folded: Folded, spelled: Sequence[str]) -> Besides:
        """What is said after a death was told, or where it is asked."""
        hits = list(self._book.hits(spelled))
        said = {hit.name for hit in hits}
        covered = {at for hit in hits if hit.name in _OF_DEATH for at in range(hit.start, hit.end)}
        left = (
            word for at, word in enumerate(spelled)
            if at not in covered and word not in self._empty and word not in self._dead
        )  # fmt: skip
        relatives = {spelled[hit.start] for hit in hits if hit.name == "siapa"}
        return Besides(
            papers={"surat", "mengurus"} <= said,
            sad="sedih" in said,
            since=_SINCE.search(folded) is not None,
            gone={"pemilik", "tiada"} <= said and "sudah" in spelled,
            more=(any(left) and not self._typed.search(folded)) or len(relatives) > 1,
        )

    def kin(self, folded: Folded, spelled: Sequence[str]) -> str | None:
        """What the person who writes is to the dead; None where several people are named, and where
        the relative of the dead is: "ibu almarhum"."""
        if self._of_deceased.search(folded):
            return None
        at: dict[str, list[int]] = {"siapa": [], "pasangan": [], "orang_tua": []}
        for hit in self._book.hits(spelled):
            if hit.name in at:
                at[hit.name].append(hit.start)
        near = {name for name in ("pasangan", "orang_tua") if at[name]}
        others = set(at["siapa"]) - {*at["pasangan"], *at["orang_tua"]}
        if not at["siapa"] or len(near) > 1 or (near and others):
            return None
        return KIN[next(iter(near), "")]

    def _denied(self, words: Sequence[str], start: int) -> bool:
        return not _DENIED.isdisjoint(words[max(0, start - 1) : start])

    def _begins(self, words: Sequence[str], start: int) -> bool:
        """Whether a relative is spoken of, not a thing of theirs ("kartu bapak tidak ada")."""
        return not start or words[start - 1] in self._empty or words[start - 1] in self._between

    def _behind(self, words: Sequence[str], start: int, relatives: set[int]) -> bool:
        """Whether nothing but "saya", "sudah" and their kin stands between a relative and here."""
        while start not in relatives and start and words[start - 1] in self._between:
            start -= 1
        return start in relatives

    def _closed(self, words: Sequence[str], end: int) -> bool:
        """Whether what comes next is no thing that is missing ("sudah tidak ada HP")."""
        return end == len(words) or words[end] in self._after or words[end].isdigit()


def _supposed(at: Mapping[str, Sequence[tuple[int, int]]]) -> bool:
    """Whether a death is only thought of: "kalau saya meninggal", "kalau nanti ibu sudah tiada"."""
    if not at.get("andai"):
        return False
    later = (
        -_LATER <= start - dead <= _SOON
        for start, _ in at.get("kelak", ())
        for dead, _ in (*at.get("wafat", ()), *at.get("tiada", ()))
    )
    return not at.get("nyata") or any(later)


def _single(ways: Sequence[str], normaliser: Normaliser) -> frozenset[str]:
    return frozenset(word for way in ways for word in normaliser.spell(way))
