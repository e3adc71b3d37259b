"""The verdict on an offer of help with a claim: named red flags and their reasons, never "safe".

Flags, texts and official addresses are content (``content/calo.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from flows.ears.swindles import demands, trust
from flows.ears.swindles.demands import INSIDER, Demands
from flows.ears.swindles.given import GIVEN, Handed
from flows.ears.swindles.kept import CARD
from flows.ears.swindles.proper import Proper
from flows.ears.swindles.swindle import LINK, Swindle
from flows.ears.swindles.tricks import Tricks
from flows.ears.swindles.trust import Trust
from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.understanding import Folded
from flows.language.wordlist import WordList
from flows.mask import PLACES

Level = Literal["bahaya", "tanda_lain", "tidak_terlihat"]
"""Also the id of its text. There is deliberately no level that means "safe"."""

NOTHING_SEEN: Final[Level] = "tidak_terlihat"

PRIVATE_NUMBER: Final = "nomor_pribadi"

OFFERING: Final = frozenset(
    {"upah", "bayar_dulu", "orang_dalam", "janji_pasti", "surat_palsu", "bantuan_jualan", "hadiah"}
)
"""Flags of somebody who offers; the others ("otp", "apk") also stand in ordinary questions."""

HURRIED_CONTACT: Final = frozenset({PRIVATE_NUMBER, "terburu_buru"})
"""A private number that promises speed is an offer without further words."""

_ADDRESS: Final = re.compile(
    r"(?:https?://)?((?:[a-z0-9\-]+\.)+(?:com|id|org|net|xyz|top|site|online|info|link|ly|gle|me|apk|"
    r"store|shop|club|live|app|page|dev|cc|vip|click)(?:/[^\s,)]*)?)"
)
_TOKEN: Final = re.compile(r"[a-z]+|\d[\d.,]*|[%#]")
_SIGN: Final = re.compile(r"[^a-z0-9 #%]", re.IGNORECASE)
_MAIL: Final = re.compile(r"\S+@\S+")
_STATE: Final = ".go.id"
_CHAT: Final = re.compile(r"^(?:wa\.me|api\.whatsapp\.com|t\.me|chat\.whatsapp\.com)\b")

FLAGS: Final = frozenset({LINK, CARD, INSIDER, *OFFERING, *HURRIED_CONTACT, *trust.SHOWN})
"""Flags of calo.yaml that are named here; an editor may write others besides."""

TEXTS: Final = frozenset({*get_args(Level), *(f"terlanjur_{it}" for it in GIVEN)})
"""Texts of calo.yaml that a verdict shows; `flows.views.calo` names the others."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One red flag: `label` and `reason` are shown."""

    id: str
    label: str
    dangerous: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`flags` in the order of the content. `given`: ids of texts for what was handed over, and
    `to_somebody` whether to people rather than to JMO or an office. `trust`: money or a secret is
    wanted, or somebody asks whether to trust a person (see `trust`). `wonders`: it is asked what to
    do now. `hints`: what means something after a warning (`swindle.Hint`)."""

    level: Level
    flags: tuple[Flag, ...] = ()
    given: tuple[str, ...] = ()
    to_somebody: bool = False
    trust: bool = False
    wonders: bool = False
    hints: frozenset[str] = frozenset()

    @property
    def offer(self) -> bool:
        """Whether the text is an offer at all: then it is checked without being asked."""
        seen = {flag.id for flag in self.flags}
        return (bool(seen & OFFERING) and len(seen) >= 2) or seen >= HURRIED_CONTACT


class CaloCheck:
    """The flags of one content folder."""

    def __init__(self, raw: Mapping[str, Any], words: WordList, normaliser: Normaliser) -> None:
        """`raw`: the mapping of ``calo.yaml``."""
        listed = raw.get("flags", ())
        self._flags = {
            each["id"]: Flag(each["id"], each["label"], each["level"] == "bahaya", each["reason"])
            for each in listed
        }
        ways = {each["id"]: tuple(each["patterns"]) for each in listed}
        self._signs = [
            (name, _pattern(way))
            for name, told in ways.items()
            for way in told
            if _SIGN.search(way)
        ]
        plain = {name: [w for w in told if not _SIGN.search(w)] for name, told in ways.items()}
        several = {
            name: [w for w in told if "#" not in w and len(normaliser.spell(w)) > 1]
            for name, told in plain.items()
        }
        self._typed = PhraseBook(plain, _tokens)
        self._meant = PhraseBook(several, normaliser.spell)
        official = raw.get("resmi", {})
        self._domains = tuple(official.get("domains", ()))
        self._pages = tuple(official.get("apps", ()))
        self._alike = tuple(words.ways(demands.PART.name, "mirip_resmi"))
        self._handed = Handed(words)
        self._swindle = Swindle(words, normaliser)
        self._trust = Trust(words, normaliser)
        self._demands = Demands(words, normaliser)
        self._proper = Proper(words, normaliser)
        self._tricks = Tricks(words, normaliser)

    def check(self, folded: Folded, spelled: Sequence[str]) -> Verdict:
        """The verdict on a (masked) text. Finding nothing is not a promise."""
        found = set(self._found(folded))
        found.update(hit.name for hit in self._meant.hits(spelled))
        wanted, wonders = self._trust.read(folded, spelled)
        if wanted is not None and self._proper.read(wanted.flags, spelled):
            wanted = None
        seen, hints = self._swindle.read(folded, spelled)
        demanded = self._demands.read(folded, spelled) | self._false_address(folded, hints)
        trick = self._tricks.read(folded, spelled)
        found |= seen | demanded | trick.flags | (wanted.flags if wanted else frozenset())
        flags = tuple(flag for name, flag in self._flags.items() if name in found)
        given, somebody = self._handed.read(folded)
        asked = wanted is not None or trick.wary or bool(seen or demanded)
        return Verdict(_level(flags, asked), flags, given, somebody, asked, wonders, hints)

    def _found(self, plain: str) -> Iterator[str]:
        addresses = _ADDRESS.findall(plain) if "." in plain else []
        # An address is judged by its host, not by the words in it.
        without = _ADDRESS.sub(" ", plain) if addresses else plain
        for hit in self._typed.hits(_tokens(plain)):
            yield hit.name
        for name, pattern in self._signs:
            if pattern.search(without if name == LINK else plain):
                yield name
        for address in addresses:
            if _CHAT.match(address):
                yield PRIVATE_NUMBER
            elif not self._official(address):
                yield LINK
        if PLACES["hp"].lower() in plain:
            yield PRIVATE_NUMBER

    def _false_address(self, plain: str, hints: frozenset[str]) -> frozenset[str]:
        """A page that looks like ours and is not, or any other that is doubted."""
        addresses = _ADDRESS.findall(_MAIL.sub(" ", plain)) if "." in plain else ()
        for address in addresses:
            host = address.split("/")[0]
            if self._official(address) or f".{host}".endswith(_STATE) or _CHAT.match(address):
                continue
            if "diragukan" in hints or any(word in address for word in self._alike):
                return frozenset({LINK})
        return frozenset()

    def _official(self, address: str) -> bool:
        host = address.split("/")[0]
        named = any(host == domain or host.endswith(f".{domain}") for domain in self._domains)
        return named or any(address.startswith(page) for page in self._pages)


def _level(flags: Sequence[Flag], asked: bool) -> Level:
    if any(flag.dangerous for flag in flags):
        return "bahaya"
    return "tanda_lain" if flags or asked else NOTHING_SEEN


def _tokens(text: str) -> list[str]:
    """Words and percent signs; every number is "#", as editors write it."""
    return ["#" if token[0].isdigit() else token for token in _TOKEN.findall(text.lower())]


def _pattern(written: str) -> re.Pattern[str]:
    """A way with signs in it as written, with any number for "#", not inside a longer word."""
    body = re.escape(written.lower()).replace(r"\#", r"\d[\d.,]*\s?").replace(r"\ ", r"\s+")
    start = r"(?<![a-z0-9])" if written[0].isalnum() else ""
    end = r"(?![a-z0-9])" if written[-1].isalnum() else ""
    return re.compile(start + body + end)
