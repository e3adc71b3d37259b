"""What somebody is to the one who died, told through a third: "ibu saya istrinya".

"Saya anaknya" tells it at once. Who names a relative of their own and what that one was to the dead
("saya mewakili ibu, jandanya") is related through both; such a chain is asked about, not taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "kekerabatan",
    groups=(
        "orang_tua", "pasangan", "anak", "saudara", "kerabat", "luar", "wakil", "wafat", "jenis",
    ),
)  # fmt: skip

PARENT, SPOUSE, CHILD, SIBLING, KIN, OUTSIDER = PART.groups[:6]
_TOKEN: Final = re.compile(r"orang tua\w*|[a-z]+|[,;.]")
_MINE: Final = frozenset({"saya", "kami"})
_PAUSES: Final = frozenset(",;.")
_LIGHT: Final = frozenset(
    {"adalah", "sebagai", "ini", "itu", "cuma", "saja", "kan", "mah", "sih", "tuh"}
)
_NOT: Final = frozenset({"tidak", "belum", "bukan"})
_BROTHERS: Final = frozenset({SIBLING, KIN})
""" "Saya adik dari istrinya": of the family, whatever the other is."""

_BEHIND: Final = frozenset({"yang", "sudah", "telah", "itu"})

SELF: Final[Mapping[str, str]] = {
    PARENT: "keluarga", SPOUSE: "pasangan", CHILD: "anak", SIBLING: "keluarga",
    KIN: "keluarga", OUTSIDER: "bukan",
}  # fmt: skip
"""What somebody is to the dead → the option of the family's guide."""

OF_DEAD: Final[Mapping[str, str]] = {
    PARENT: "anak", SPOUSE: "pasangan", CHILD: "keluarga", SIBLING: "keluarga",
    KIN: "keluarga", OUTSIDER: "bukan",
}  # fmt: skip
"""What the dead was to the speaker → the option of the family's guide."""

THROUGH: Final[Mapping[tuple[str, str], str]] = {
    (PARENT, SPOUSE): "anak",
    (SIBLING, CHILD): "anak",
    (CHILD, CHILD): "pasangan",
}
"""What a third is to the speaker, and to the dead → what the speaker is; else of the family."""


@dataclass(frozen=True, slots=True)
class Kin:
    """`own`: the clause in which the speaker tells it. `near`: what it may be, to be asked.
    `surely`: what it is, whoever of the family it is told through."""

    own: Folded | None = None
    surely: str | None = None
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    """`group` of a relation. `of`: "saya", "nya" or nobody in particular."""

    usual: str
    start: int
    end: int
    group: str = ""
    of: str = ""


class Kinship:
    """The relations of one word list."""

    def __init__(self, words: WordList) -> None:
        self._usual = words.spelling
        group = {name: words.ways(PART.name, name) for name in PART.groups}
        self._acting, self._dead = frozenset(group["wakil"]), frozenset(group["wafat"])
        self._sorts = frozenset(group["jenis"])
        self._group = {way: name for name in PART.groups[:6] for way in group[name]}

    def read(self, folded: Folded) -> Kin:
        """What can be told through others; nothing where no chain of two is named."""
        words = [self._read(found) for found in _TOKEN.finditer(folded)]
        if not any(word.group for word in words):
            return Kin()
        words = self._owned(words)
        mine = [at for at, word in enumerate(words) if self._is_mine(words, at)]
        theirs = [at for at, word in enumerate(words) if word.group and at not in mine]
        if not mine or any(self._has_died(words, at) for at in mine):
            told = self._said_of_self(words, theirs, through=bool(mine)) or self._said_of_dead(
                words, mine
            )
            return self._chained(words) or Kin(surely=told)
        own = next((at for at in theirs if self._is_own(words, at)), None)
        if own is not None:
            return Kin(own=_clause(folded, words, own))
        third = words[mine[0]]
        if not theirs:
            # "Orang tua saya": who died, or who is helped.
            return Kin(near=("anak", "keluarga")) if third.group == PARENT else Kin()
        other = words[theirs[0]]
        if other.group == PARENT and other.of != "nya" and third.group == PARENT:
            return Kin(near=("anak",))
        if third.group == OUTSIDER:
            return Kin(near=("bukan", SELF[other.group]))
        self_through = THROUGH.get((third.group, other.group), "keluarga")
        return Kin(near=tuple(dict.fromkeys((self_through, SELF[other.group]))))

    def myself(self, folded: Folded) -> str | None:
        """What who writes says to be: "saya kan suaminya"."""
        words = [self._read(found) for found in _TOKEN.finditer(folded)]
        own = (at for at, word in enumerate(words) if word.group and self._is_own(words, at))
        at = next(own, None)
        return None if at is None else SELF[words[at].group]

    def _read(self, found: re.Match[str]) -> _Word:
        typed = found[0].replace(" ", "")
        for ending, of in (("", ""), ("nya", "nya"), ("ku", "saya"), ("e", "nya"), ("na", "nya")):
            bare = typed.removesuffix(ending)
            usual = " ".join(self._usual.get(bare, (bare,)))
            if (bare != typed or not ending) and usual in self._group:
                return _Word(usual, found.start(), found.end(), self._group[usual], of)
        return _Word(" ".join(self._usual.get(typed, (typed,))), found.start(), found.end())

    def _owned(self, words: Sequence[_Word]) -> list[_Word]:
        """Relations with whose they are: "ibu saya", "istri almarhum", "kakak ipar saya"."""
        out: list[_Word] = []
        for at, word in enumerate(words):
            behind = at + 1
            while behind < len(words) and words[behind].usual in self._sorts:
                behind += 1
            after = words[behind].usual if behind < len(words) else ""
            of = word.of
            if word.group and not of and after in _MINE:
                of = "saya"
            elif word.group and not of and after in self._dead:
                of = "nya"
            out.append(_Word(word.usual, word.start, word.end, word.group, of))
        return out

    def _is_mine(self, words: Sequence[_Word], at: int) -> bool:
        """A relative of the speaker: "ibu saya", or who is acted for: "mewakili ibu"."""
        word = words[at]
        if not word.group or word.of == "nya":
            return False
        return word.of == "saya" or (at > 0 and words[at - 1].usual in self._acting)

    def _is_own(self, words: Sequence[_Word], at: int) -> bool:
        """ "Saya anaknya": the speaker stands right before it, and is nobody's possessor."""
        before = at - 1
        while before > 0 and words[before].usual in _LIGHT:
            before -= 1
        if before < 0 or words[before].usual not in _MINE:
            return False
        return before == 0 or not words[before - 1].group

    def _has_died(self, words: Sequence[_Word], at: int) -> bool:
        """ "Almarhum bapak saya", "bapak saya yang meninggal", "yang meninggal bapak saya"."""
        before = at
        while before and words[before - 1].usual in _BEHIND:
            before -= 1
        if before and words[before - 1].usual in self._dead:
            return True
        after = at + 1
        while after < len(words) and words[after].usual in _BEHIND | _MINE | self._sorts:
            after += 1
        return after < len(words) and words[after].usual in self._dead

    def _said_of_self(
        self, words: Sequence[_Word], theirs: Sequence[int], *, through: bool
    ) -> str | None:
        """ "Saya menantu", "saya istri, bukan anak": nobody else has to be known."""
        for at in theirs:
            after = words[at + 1].usual if at + 1 < len(words) else ""
            plain = words[at].group == KIN or after == "bukan"
            plain = plain or (through and words[at].of == "nya")
            if plain and self._is_own(words, at) and not _denied(words, at):
                return SELF[words[at].group]
        return None

    def _said_of_dead(self, words: list[_Word], mine: Sequence[int]) -> str | None:
        """ "Yang wafat om saya, anaknya masih kecil": who has died is whose relative who writes."""
        dead = [at for at in mine if words[at].of == "saya" and self._has_died(words, at)]
        if len(dead) != 1 or _denied(words, dead[0]):
            return None
        first, last = _bounds(words, dead[0])
        others = any(word.group for word in words[first : dead[0]] + words[dead[0] + 1 : last + 1])
        return None if others else OF_DEAD[words[dead[0]].group]

    def _chained(self, words: Sequence[_Word]) -> Kin | None:
        """ "Saya suami dari anaknya": what one is to somebody who is something to the dead."""
        for at in range(len(words) - 2):
            first, of, second = words[at : at + 3]
            if first.group and of.usual == "dari" and second.group:
                if first.group == CHILD and second.group == SPOUSE:
                    return Kin(near=("anak",))
                speaker = words[at - 1].usual if at else ""
                if speaker in _MINE and first.group in _BROTHERS and self._group.get(second.usual):
                    return Kin(surely=SELF[first.group])
                return Kin(near=("keluarga", SELF[second.group]))
        return None


def _denied(words: Sequence[_Word], at: int) -> bool:
    """Whether something is denied between the pause before a word and that word."""
    first, _ = _bounds(words, at)
    return any(word.usual in _NOT for word in words[first:at])


def _bounds(words: Sequence[_Word], at: int) -> tuple[int, int]:
    """The first and the last word between the pauses around a word."""
    first = last = at
    while first > 0 and words[first - 1].usual not in _PAUSES:
        first -= 1
    while last + 1 < len(words) and words[last + 1].usual not in _PAUSES:
        last += 1
    return first, last


def _clause(folded: Folded, words: Sequence[_Word], at: int) -> Folded:
    """What stands between the pauses around a word, from the speaker on."""
    first = at
    while first > 0 and words[first].usual not in _MINE:
        first -= 1
    last = at
    while last + 1 < len(words) and words[last + 1].usual not in _PAUSES:
        last += 1
    return Folded(folded[words[first].start : words[last].end])
