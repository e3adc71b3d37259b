"""Cek calo: the red flags of a broker's offer, each with its reason. It never says "safe".

Patterns and texts are an editor's: ``content/calo.yaml``. A pattern is a phrase; case and spacing
do not matter, `#` stands for any number. Links are compared with the official list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field

from flows.desk.official import Official, OfficialLine
from flows.guide import Content
from flows.understanding import fold

Level = Literal["bahaya", "waspada"]
Outcome = Literal["bahaya", "tanda_lain", "tidak_terlihat"]

LINK_FLAG: Final = "tautan"
PHONE_FLAG: Final = "nomor_pribadi"
OFFER_FLAGS: Final = 2
"""So many flags at once in somebody's message make it an offer, asked or not."""

_LINK: Final = re.compile(
    r"(?:https?://|www\.)\S+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|id|org|net|me|xyz|info|site|app|"
    r"online|link|top|click|vip|shop|ly|co)\b(?:/\S*)?",
    re.IGNORECASE,
)
_MASKED_PHONE: Final = "hp"


class Flag(Content):
    """One red flag: what gives it away, and why it is one."""

    id: str
    label: str
    level: Level
    patterns: tuple[Annotated[str, Field(min_length=2)], ...] = ()
    reason: str


class CaloSheet(Content):
    """``content/calo.yaml`` as written."""

    source: str
    checked_on: date
    expires: date | None = None
    links: tuple[str, ...] = ()
    flags: tuple[Flag, ...]
    texts: Mapping[str, str]
    resmi: OfficialLine


@dataclass(frozen=True)
class Verdict:
    """What was seen in a text; `flags` in the editor's order."""

    flags: tuple[Flag, ...]

    @property
    def outcome(self) -> Outcome:
        """The id of the text that says it."""
        if any(flag.level == "bahaya" for flag in self.flags):
            return "bahaya"
        return "tanda_lain" if self.flags else "tidak_terlihat"

    @property
    def is_offer(self) -> bool:
        """Whether the text looks like an offer even where nobody asked for a check."""
        return len(self.flags) >= OFFER_FLAGS and self.outcome == "bahaya"


class CaloCheck:
    """The flags of one sheet, ready to look through texts."""

    def __init__(self, sheet: CaloSheet) -> None:
        self.sheet = sheet
        self._official = Official.of(sheet.resmi)
        self._patterns = [(flag, _compiled(flag.patterns)) for flag in sheet.flags]

    def verdict(self, text: str, masked: frozenset[str] = frozenset()) -> Verdict:
        """The flags in an offer; `masked` names the personal data taken out of it."""
        plain = fold(text)
        seen = {flag.id for flag, pattern in self._patterns if pattern and pattern.search(plain)}
        if any(not self._official.has_link(link.rstrip(".,)")) for link in _LINK.findall(plain)):
            seen.add(LINK_FLAG)
        if _MASKED_PHONE in masked:
            seen.add(PHONE_FLAG)
        return Verdict(tuple(flag for flag in self.sheet.flags if flag.id in seen))


def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    phrases = (re.escape(fold(pattern)).replace(r"\#", r"\d[\d.,]*") for pattern in patterns)
    spaced = "|".join(phrase.replace(r"\ ", r"\W+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)")
