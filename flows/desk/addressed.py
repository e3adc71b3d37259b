"""Addressed: whether words outside of every topic seem to be meant for a participant.

Colleagues chat in the common topic, and chatter is never corrected. Meant for a participant is what
names an open case by its code or trust words, or what begins by greeting somebody by a name that
nobody of the staff has ("Halo Pak Slamet, saldonya ...").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

from flows.desk.case import Case
from flows.desk.code import find_code

_GREETED: Final = re.compile(
    r"(?:(?:halo|hai|hallo|maaf|baik|selamat \w+|pagi|siang|sore|malam|assalamualaikum)\W+){0,2}"
    r"(?:pak|bu|bapak|ibu|mas|mbak|kak)\.? +(?P<name>[A-Z][\w'’]+)",
    re.IGNORECASE,
)
FIRST_WORDS: Final = 80
"""Characters in which somebody says whom they write to."""


def names_case(text: str, cases: Iterable[Case]) -> Case | None:
    """The case whose code or trust words stand in the first words; None when none does."""
    first = text[:FIRST_WORDS]
    code = find_code(first)
    said = f" {' '.join(re.findall(r'[a-z0-9]+', first.lower()))} "
    for case in cases:
        trust = case.trust_words.lower()
        if code == case.code or (trust and f" {trust} " in said):
            return case
    return None


def greets_stranger(text: str, staff: Collection[str]) -> bool:
    """Whether a text begins by greeting somebody by name whom the staff does not know.

    staff: the first names of everybody with a role ("Bu Sari").
    """
    found = _GREETED.match(text.strip())
    if found is None or not found["name"][0].isupper():
        return False
    known = {word for name in staff for word in re.findall(r"\w+", name.lower())}
    return found["name"].lower() not in known
