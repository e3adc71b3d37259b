"""Ages and years of membership in a free text: whether they reach what the rules ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from flows.content.numbers import NoValueError, Numbers
from flows.ears.facts.coming_ages import ComingAges
from flows.language.numerals import Numerals
from flows.language.people.whose import ME
from flows.language.understanding import Folded
from flows.language.wordlist import WordList

OLD_ENOUGH: Final = ("keadaan", "usia_56")
LONG_ENOUGH: Final = ("masa", "cukup")
"""Step and answer of `cek-hak`."""

_PART: Final = "tanda"
"""The part of words.yaml: `flows.ears.facts.in_text.PART`."""

_OLD: Final = re.compile(r"(?<![\w.,])[5-9]\d(?![\w%]|[.,:/-]\d)")
_WORD: Final = re.compile(r"[a-z]+")


class Ages:
    """The words of age of one word list, and the numbers of the rules."""

    def __init__(self, words: WordList, numbers: Numbers, numerals: Numerals) -> None:
        self._coming_ages = ComingAges(words, numerals)
        self._numbers = numbers
        part = _PART
        self._balance = re.compile(rf"{words.any_of(part, 'saldo')}\W*(?:\w+\W+){{0,3}}$")
        age = words.any_of(part, "umur")
        years = "|".join(sorted(("tahun", *words.others("tahun")), key=len, reverse=True))
        old = rf"{age}\W*(?:\w+\W+){{0,2}}?(\d{{2}})\b|\b(\d{{2}}) ?(?:{years}) {age}"
        member = words.any_of(part, "masa_kerja")
        member_for = rf"{member}\W*(?:\w+\W+){{0,3}}?(\d{{1,2}}) ?(?:{years})\b"
        self._usual = words.spelling
        people = ("sapaan", "keluarga", "dia")
        self._who = frozenset(
            {ME, *(way for each in people for way in words.ways("tentang", each))}
        )
        self._behind = frozenset(words.ways(part, "sesudah_umur"))
        # Years somebody says, the number they have to reach, and the answer that tells it.
        self._years = (
            (re.compile(old), "usia_pensiun_jht", OLD_ENOUGH),
            (re.compile(member_for), "sebagian_masa_kepesertaan", LONG_ENOUGH),
        )

    def told(self, said: Folded, today: date) -> Iterator[tuple[str, str]]:
        """Age and years of membership. On a day without a rule no years are enough."""
        ages = [int(found[0]) for found in _OLD.finditer(said) if self._is_age(said, found)]
        if ages and self._reached(max(ages), "usia_pensiun_jht", today):
            yield OLD_ENOUGH
        for pattern, number, answer in self._years:
            years = [int(found[found.lastindex or 0]) for found in pattern.finditer(said)]
            if years and self._reached(max(years), number, today):
                yield answer

    def only_coming(self, said: Folded, today: date) -> bool:
        """Whether the ages of a text that are high enough are denied, to come, or only a rule."""
        try:
            enough = self._numbers.whole("usia_pensiun_jht", today)
        except NoValueError:
            return False
        return self._coming_ages.only(said, enough)

    def _is_age(self, said: str, found: re.Match[str]) -> bool:
        """Whether a high number is an age: "bapak 58", "saya sudah 60, nonaktif"."""
        before = [self._of(word) for word in _WORD.findall(said[: found.start()])[-2:]]
        if before[-1:] == ["sudah"]:
            before.pop()
        if not before or before[-1] not in self._who or self._balance.search(said[: found.start()]):
            return False
        after = said[found.end() :]
        word = _WORD.match(after.strip())
        return word is None or self._of(word[0]) in self._behind

    def _of(self, word: str) -> str:
        usual = self._usual.get(word) or self._usual.get(word.removesuffix("nya"))
        return usual[0] if usual else word.removesuffix("nya").removesuffix("ku")

    def _reached(self, years: int, number: str, today: date) -> bool:
        try:
            return years >= self._numbers.whole(number, today)
        except NoValueError:
            return False

    def reached_by(self, birth: str, today: date) -> bool:
        """Whether who was born on this day, or before it, is old enough: "lahir 1965"."""
        born = date.fromisoformat(birth)
        # Branches count from the day after the birthday.
        had = (today.month, today.day) > (born.month, born.day)
        return self._reached(today.year - born.year - (not had), "usia_pensiun_jht", today)
