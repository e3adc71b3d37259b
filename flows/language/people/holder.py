"""Whose savings a text is about: "ini untuk ibu saya", "yang punya JHT cuma bapak".

Who is only named in a story is nobody it is written for: it is said so, by a word before them
("untuk", "mewakili"), by whose savings these are ("yang mau klaim"), or by who it is not
("bukan saya, bapak saya").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flows.language import choices
from flows.language.people.mistaken import Mistaken
from flows.language.people.whose import ME, Whose, Word
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "atas_nama",
    groups=(
        "untuk",
        "menanyakan",
        "menolong",
        "punya",
        "pemilik",
        "tujuan",
        "sela",
        "pengantar",
        "bagaimana",
        "bertindak",
        "perihal",
    ),
)

PARENTS: Final = "orangtua"
_BOTH: Final = frozenset({PARENTS, "bapak", "ibu"})
_MINE: Final = frozenset({ME, "kami", "kandung", "sendiri"})
_NOT: Final = frozenset({"bukan", "tidak", "jangan"})
_INSTEAD: Final = frozenset({"tapi", "melainkan", "namun"})
_TYPED: Final = re.compile(r"[a-z]+")
_MARKS: Final = frozenset(",;!?().")
_SELF: Final = "sendiri"
_IF: Final = "kalau"
_HELP: Final = "bantu"
_POINTING: Final = frozenset({"ini", "itu", "si", "cuma", "saja", "adalah", "ya", "nya"})
_MEMBER: Final = frozenset({"peserta", "kepesertaan"})
_WHO: Final = "yang"
_HOW: Final = 2
""" "Kalau ibu saya bisa?": so many words at most behind the person."""

_REACH: Final = 5
""" "Yang mau cairkan JHT itu ibu": so many words at most between the two."""


def named_as(holder: str) -> frozenset[str]:
    """The words by which this person may be called: of parents either."""
    return _BOTH if holder == PARENTS else frozenset({holder})


def _as_typed(
    words: WordList, usual: Collection[str], endings: Sequence[str] = ()
) -> frozenset[str]:
    """Every word that is read as one of these, told apart without reading the text."""
    known = {*usual, *(typed for typed, word in words.spelling.items() if word[0] in usual)}
    return frozenset({*known, *(each + ending for each in known for ending in endings)})


@dataclass(frozen=True, slots=True)
class Declared:
    """`who`: a relation, or `ME`. `rest`: the text without saying so; empty where it says nothing
    else. `anew`: the question turns to them ("kalau ibu saya gimana?")."""

    who: str
    rest: Folded
    anew: bool = False


@dataclass(frozen=True, slots=True)
class _Sign:
    """Says so from the word `first` to `after` (exclusive); the person begins at `at`."""

    who: str
    first: int
    at: int
    after: int
    anew: bool = False
    denied: bool = False


class Holders:
    """Finds for whom a text is written, with the words of one word list."""

    def __init__(self, words: WordList, whose: Whose) -> None:
        self._whose = whose
        group = {name: frozenset(words.ways(PART.name, name)) for name in PART.groups}
        self._for, self._own = group["untuk"], group["punya"]
        self._help, self._aid = group["menanyakan"], group["menolong"]
        self._claim, self._aims = group["pemilik"], group["tujuan"]
        self._between, self._how = group["sela"], group["bagaimana"]
        self._acting = group["bertindak"]
        light = words.empty | frozenset(words.ways(choices.PART.name, "pengisi"))
        self._light = light | group["pengantar"] | self._between | _MINE | whose.address
        left = (way for way in words.ways("waktu", "berhenti") if way.isalpha())
        self.mistaken = Mistaken(whose, self._light | self._own | group["perihal"], [*left])
        signs = self._for | self._help | self._aid | self._own | self._claim | {_IF, _SELF}
        self._typed = _as_typed(words, signs, ("nya",))
        people = _as_typed(words, whose.everybody, ("nya", "ku"))
        self._people = people | _as_typed(words, {_IF, _SELF, *self._for}) | {"orang"}

    def read(self, folded: Folded) -> Declared | None:
        """Who it is written for; None where that is not said."""
        typed = set(_TYPED.findall(folded))
        if typed.isdisjoint(self._typed) or typed.isdisjoint(self._people):
            return None
        words = list(self._whose.words(folded))
        found = list(self._found(words))
        others = [each for each in found if each.who != ME and not each.denied]
        me = [each for each in found if each.who == ME and not each.denied]
        if not (others or me):
            return None
        sign = others[0] if others else me[-1]
        cuts = [(each.first, each.at) for each in found if each is sign]
        cuts += [(each.first, each.after) for each in found if each.denied]
        return Declared(sign.who, self._rest(folded, words, cuts, sign), sign.anew)

    def acts(self, folded: Folded, holder: str) -> bool:
        """Whether somebody is named who would act for the member, or go along."""
        words = list(self._whose.words(folded))
        if not any(word.usual in self._acting for word in words):
            return False
        return bool(holder) or any(self._whose.relation(word.usual) for word in words)

    def _found(self, words: Sequence[Word]) -> Iterator[_Sign]:
        """Every person of whom it is said, in order."""
        denied = False
        at = 0
        while at < len(words):
            who = self._who(words[at].usual)
            if who is None:
                at += 1
                continue
            after = at + 1
            while after < len(words) and words[after].usual in _MINE:
                after += 1
            sign = self._sign(words, who, at, after, instead=denied)
            if sign is not None:
                yield sign
                denied = denied or (sign.denied and who == ME)
            at = after

    def _who(self, word: str) -> str | None:
        return ME if word in {ME, "kami"} else self._whose.relation(word)

    def _sign(
        self, words: Sequence[Word], who: str, at: int, after: int, *, instead: bool
    ) -> _Sign | None:
        """What says of the person at `at` that it is written for them."""
        start = at
        while start > 0 and words[start - 1].usual in self._between:
            start -= 1
        before = words[start - 1].usual if start else ""
        owned = any(word.usual in self._own for word in words[start:at])
        bare = after == at + 1 and words[at].usual in self._whose.address
        if before in self._for or self._helps(words, start, at, bare=bare):
            first = start - 1
            denied = first > 0 and words[first - 1].usual in _NOT
            if before in self._for and not self._stands_alone(words, after):
                return None
            if who == ME and not (denied or before in self._for):
                return None
            return _Sign(who, first - denied, at, after, denied=denied)
        if before in _NOT:
            return self._not_me(words, who, start, at, after)
        if who == ME:
            return self._myself(words, start, at, after)
        clause_start = not before or before in _MARKS or before in _INSTEAD
        if instead and clause_start:
            return _Sign(who, start, at, after)
        ends = after == len(words) or words[after].usual in _MARKS
        owned = owned or any(w.usual in self._between - _POINTING for w in words[start:at])
        if owned and ((not start and ends) or any(w.usual == "ini" for w in words[start:at])):
            return _Sign(who, start, at, after)
        if before == _IF and self._asks_how(words, after):
            return _Sign(who, start - 1, at, after, anew=True)
        return self._claiming(words, who, at, after)

    def _helps(self, words: Sequence[Word], start: int, at: int, *, bare: bool) -> bool:
        """ "Tanya punya ibu", "saya bantu bapak saya"; not "urus anak", "dibantu anak"."""
        before = words[start - 1].usual if start else ""
        if before in self._help:
            return start < at or not bare
        if before not in self._aid:
            return False
        theirs = any(word.usual in self._between - _POINTING for word in words[start:at])
        typed = words[start - 1].typed
        helps = before == _HELP and not typed.startswith("di")
        active = any(word.usual == ME for word in words[max(0, start - 4) : start - 1])
        return theirs or (helps and active and not bare)

    def _stands_alone(self, words: Sequence[Word], after: int) -> bool:
        """ "Untuk anak saya sekolah" tells what for, not for whom."""
        return after == len(words) or words[after].usual not in self._aims

    def _not_me(
        self, words: Sequence[Word], who: str, start: int, at: int, after: int
    ) -> _Sign | None:
        """ "Bukan punya saya", "bukan saya yang mau klaim"."""
        if who != ME:
            return None
        if after == len(words) or words[after].usual in _MARKS | _INSTEAD:
            # "Yang peserta ibu, bukan saya" says nothing alone.
            return _Sign(ME, start - 1, at, after, denied=True)
        end = self._claimed(words, after)
        owned = any(word.usual in self._own for word in words[start:at])
        return _Sign(ME, start - 1, at, end, denied=True) if end > after or owned else None

    def _myself(self, words: Sequence[Word], start: int, at: int, after: int) -> _Sign | None:
        """ "Kalau saya sendiri gimana", "punya saya sendiri"."""
        before = words[start - 1].usual if start else ""
        alone = words[after - 1].usual == _SELF
        owned = any(word.usual in self._own for word in words[start:at])
        if before == _IF and (alone or self._asks_how(words, after)):
            return _Sign(ME, start - 1, at, after, anew=True)
        return _Sign(ME, start, at, after) if alone and owned else None

    def _asks_how(self, words: Sequence[Word], after: int) -> bool:
        return any(word.usual in self._how for word in words[after : after + _HOW])

    def _claiming(self, words: Sequence[Word], who: str, at: int, after: int) -> _Sign | None:
        """ "Yang mau klaim ibu saya", "pesertanya ibu", "bapak saya yang punya JHT"."""
        first = at
        while first > 0 and at - first < _REACH and words[first - 1].usual not in _MARKS:
            first -= 1
            word = words[first].usual
            if self._who(word) is not None:
                break
            if word == _WHO:
                end = self._claimed(words, first)
                return _Sign(who, first, at, after) if end > first + 1 else None
            if word.removesuffix("nya") in _MEMBER and first == self._skipped(words, at) - 1:
                return _Sign(who, first, at, after)
        end = self._claimed(words, after)
        return _Sign(who, at, at, after) if end > after else None

    def _skipped(self, words: Sequence[Word], at: int) -> int:
        while at > 0 and words[at - 1].usual in self._between:
            at -= 1
        return at

    def _claimed(self, words: Sequence[Word], start: int) -> int:
        """Where "yang mau klaim", from `start` on, ends; `start` where it does not stand there."""
        at = start
        while at < len(words) and words[at].usual in self._between - {_WHO}:
            at += 1
        if at >= len(words) or words[at].usual != _WHO:
            return start
        end = at + 1
        meant = False
        while end < len(words) and end - at < _REACH and self._who(words[end].usual) is None:
            word = words[end].usual
            wants = words[end - 1].usual in {"mau", "akan"} or words[end - 1].usual in self._own
            meant = meant or (
                word.removesuffix("nya") in self._claim and (wants or word != "ambil")
            )
            if word in _MARKS:
                break
            end += 1
        return end if meant else start

    def _rest(
        self, folded: Folded, words: Sequence[Word], cuts: Sequence[tuple[int, int]], sign: _Sign
    ) -> Folded:
        """The text without what says so; the person stays, with what is told of them."""
        out = {number for first, after in cuts for number in range(first, after)}
        if sign.anew:
            near = range(sign.after, min(sign.after + _HOW, len(words)))
            how = (n for n in near if words[n].usual in self._how)
            out |= set(range(sign.after, next(how, sign.after - 1) + 1))
        ends = sign.after == len(words) or words[sign.after].usual in _MARKS
        if sign.who == ME or (ends and not any(w.usual == ME for w in words[: sign.first])):
            # Behind "saya 45, untuk ibu saya" who is meant has to be said again.
            out |= set(range(sign.at, sign.after))
        kept = [word for number, word in enumerate(words) if number not in out]
        told = (word.usual for word in kept if word.usual not in self._light)
        if not any(word.isalnum() and not self._whose.relation(word) for word in told):
            return Folded("")
        left, cut = list(folded), out
        for number, word in enumerate(words):
            if number in cut:
                left[word.start : word.end] = " " * (word.end - word.start)
        return Folded(" ".join("".join(left).split()))
