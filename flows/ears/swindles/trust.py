"""Whether a text asks for trust: money, a favour or a secret is wanted for help with a claim.

It does not matter who wants it: a broker, the old firm, somebody at an office. What the claim
itself costs ("berapa potongan pajaknya") or what JMO asks for is an ordinary question. The words
are content: ``percaya`` in words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from flows.ears.swindles.kept import OFFICERS
from flows.ears.swindles.places import own_jobs, rename
from flows.ears.swindles.sums import amounts
from flows.language.marks import Span
from flows.language.normalise import Normaliser
from flows.language.phrasebook import PhraseBook
from flows.language.understanding import Folded
from flows.language.wordlist import Part, WordList

PART: Final = Part(
    "percaya",
    groups=(
        "orang", "bukan_orang", "perusahaan", "meminta", "menyuruh", "dimintai", "sendiri",
        "permohonan", "uang", "imbalan", "bayar", "keperluan", "diambil", "di_muka", "syarat",
        "manfaat", "jabatan", "sebagai",
        "biasa", "aman", "wajar", "serah", "kode", "data", "wajah", "dari_jauh", "resmi",
        "sebutan_orang", "sebutan_imbalan", "sebutan_uang", "sebutan_aman", "sebutan_setor",
        "lalu_apa", "ancaman", "belakang", "menawarkan", "salinan",
        "dari_luar",
    ),
)  # fmt: skip
_NAMED: Final = {
    "sebutan_orang": "orang",
    "sebutan_imbalan": "imbalan",
    "sebutan_uang": "uang",
    "sebutan_aman": "aman",
    "sebutan_setor": "setor",
}
_TYPED: Final = frozenset({"dimintai", *_NAMED})
"""Groups that are looked for as they are typed: in the usual spelling "fee" is any cost, "upah" a
wage, and "diminta" what "minta" is."""

FEE: Final = "upah"
FIRM: Final = "perusahaan_minta"
FLAGS: Final[Mapping[str, str]] = {
    "kode": "minta_kode",
    "data": "minta_data",
    "wajah": "minta_wajah",
    "dari_jauh": "dari_jauh",
}
"""What must not be handed over → the flag of calo.yaml that says why."""

SHOWN: Final = frozenset({FEE, FIRM, *FLAGS.values()})

_SECRETS: Final = ("kode", "data", "wajah")
_WONDERING: Final = frozenset({"lalu_apa", "aman", "wajar"})
_OFFICER: Final = "petugas"
_ADDRESSED: Final = frozenset({"bapak", "ibu", "pak", "bu", "mas", "mbak"})
""" "Bapak itu petugas"."""

_CARDS: Final = frozenset({"atm", "hp"})
_PICTURES: Final = frozenset({"foto", "wajah", "video"})
_HOW_MUCH: Final = "berapa"
_DENIED: Final = frozenset({"tidak", "belum", "bukan", "jangan", "tanpa"})
_MORE: Final = 2
"""Words besides "aman ga" from which a text is about something."""

_FIRST_OF_ALL: Final = "duluan"
_PASSED_ON: Final = re.compile(r"terus(?:k|in)")

_PASSIVE: Final = re.compile(r"\b(?:di|ter|pem)bayar")
_ACTIVE: Final = re.compile(
    r"\b(?:m|mem|me)?ba?ya?r|\b(?:transf|tf\b|nransf)"
    r"|\b(?:harus|hrs|mesti|kudu|wajib|minta|suruh|pengen|ingin) di ?bayar"
)
"""Who wants to be paid asks for money, who was paid does not."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """`flags`: ids of calo.yaml that say what is wrong; none where somebody only asks whether
    they can trust a person."""

    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with the places of each group of words. `passive`: something is asked of somebody."""

    words: Sequence[str]
    at: Mapping[str, Sequence[Span]]
    passive: bool

    def has(self, *groups: str) -> bool:
        return any(self.at.get(group) for group in groups)

    def near(self, group: str, span: Span, before: int, after: int) -> bool:
        """Whether a way of `group` begins at most so many words before or after `span`."""
        start, end = span
        return any(start - before <= at < end + after for at, _ in self.at.get(group, ()))

    def asked_how_much(self, span: Span) -> bool:
        """ "Kasih berapa"."""
        return tuple(self.words[span[1] : span[1] + 1]) == (_HOW_MUCH,)

    def denied(self, span: Span) -> bool:
        start = span[0]
        return not _DENIED.isdisjoint(self.words[max(0, start - 1) : start])


class Trust:
    """The reader of one word list."""

    def __init__(self, words: WordList, normaliser: Normaliser) -> None:
        ways = {g: words.ways(PART.name, g) for g in PART.groups if g not in _TYPED}
        self._book = PhraseBook(ways, normaliser.spell)
        self._empty = words.empty
        self._passive = words.pattern(PART.name, "dimintai")
        self._named = [
            (group, re.compile(rf"\b{re.escape(way)}"), normaliser.spell(way))
            for typed, group in _NAMED.items()
            for way in words.ways(PART.name, typed)
        ]

    def read(self, folded: Folded, spelled: Sequence[str]) -> tuple[Wanted | None, bool]:
        """What somebody is said to want, None where nobody's honesty is in question; and whether it
        is asked what to do now, which means something only after a swindle."""
        text = self._marked(folded, spelled)
        flags = frozenset((*self._paid(text), *self._handed(text)))
        wanted = Wanted(flags) if flags or self._doubted(text) else None
        return wanted, text.has(*_WONDERING)

    def _marked(self, folded: Folded, spelled: Sequence[str]) -> _Text:
        at: dict[str, list[Span]] = {}
        for hit in self._book.hits(spelled):
            at.setdefault(hit.name, []).append((hit.start, hit.end))
        at["jumlah"] = list(amounts(spelled))
        if _PASSIVE.search(folded) and not _ACTIVE.search(folded):
            at.pop("bayar", None)
        if _FIRST_OF_ALL not in folded:
            # "Bayar dulu" promises nothing, "biar duluan" does.
            at["manfaat"] = [s for s in at.get("manfaat", ()) if spelled[s[0]] != "dulu"]
        if not _PASSED_ON.search(folded):
            at["serah"] = [s for s in at.get("serah", ()) if spelled[s[0]] != "terus"]
        no_person = {start for start, _ in at.get("bukan_orang", ())} | set(own_jobs(at))
        at["orang"] = [span for span in at.get("orang", ()) if span[0] not in no_person]
        # "Berhenti bayar terus ambil uangnya": it is their own.
        taken = {end for _, end in at.get("diambil", ())}
        at["uang"] = [span for span in at.get("uang", ()) if span[0] not in taken]
        for group, pattern, usual in self._named:
            if pattern.search(folded):
                rename(at, group, spelled, usual)
        return _Text(spelled, at, bool(self._passive.search(folded)))

    def _asked(self, text: _Text) -> Iterator[Span]:
        """Where somebody else asks: "saya minta" and "mau minta" are the person's own wish."""
        for span in text.at.get("menyuruh", ()):
            if not text.denied(span):
                yield span
        for span in text.at.get("meminta", ()):
            mild = text.near("permohonan", span, 0, 1)
            if not mild and not text.denied(span) and (text.passive or not self._own(text, span)):
                yield span

    def _own(self, text: _Text, span: Span) -> bool:
        start = span[0]
        if not start or not text.near("sendiri", (start, start), 1, 0):
            return not start
        # "Mantan bos saya minta" is the boss's wish.
        return not any(
            end == start - 1
            for group in ("orang", "perusahaan")
            for _, end in text.at.get(group, ())
        )

    def _paid(self, text: _Text) -> Iterator[str]:
        """Money for a favour: asked for, offered, or promised."""
        asked = list(self._asked(text))
        if any(self._money_for(text, span) for span in asked) or self._offered(text):
            firm = text.has("perusahaan") and not text.has("orang")
            yield FIRM if firm else FEE

    def _money_for(self, text: _Text, asked: Span) -> bool:
        after = (asked[1], asked[1])
        if text.near("sendiri", after, 0, 1) and text.near("diambil", after, 0, 2):
            # "Perusahaan minta saya ambil 30 persen": it stays the writer's.
            return False
        known = text.has("orang", "perusahaan", "manfaat")
        money = (*text.at.get("uang", ()), *text.at.get("bayar", ()), *text.at["jumlah"])
        earliest = -4 if text.passive else 0
        close = (span for span in money if earliest <= span[0] - asked[1] <= 4)
        # "Bayar pajak dulu baru cair": nothing has to be paid before a claim.
        return known and any(
            not self._ordinary(text, span)
            or text.near("di_muka", span, 0, 4)
            or text.near("syarat", span, 0, 4)
            for span in close
        )

    def _offered(self, text: _Text) -> bool:
        """ "Bayar 10% kalau cair", "kasih imbalan biar cepat": no word of asking is needed."""
        served = text.has("manfaat")
        party = text.has("orang", "perusahaan", "meminta", "menyuruh")
        for span in text.at.get("imbalan", ()):
            if (served or party) and not text.denied(span) and not self._ordinary(text, span):
                return True
        if text.has("ancaman") and text.has("bayar"):
            return True
        for span in text.at.get("bayar", ()):
            own_need = text.near("keperluan", span, 1, 0) and not text.has("orang")
            sum_named = text.near("jumlah", span, 3, 4) or text.near("uang", span, 0, 3)
            # Not even a tax is paid before a claim.
            ahead = sum_named and text.near("di_muka", span, 0, 5) and text.has("syarat")
            if own_need or text.denied(span) or (self._ordinary(text, span) and not ahead):
                continue
            # "Boleh bayar orang?", "lewat teman bayar 5 persen": whatever for.
            person = text.near("orang", span, 0, 2) or (sum_named and text.has("orang"))
            if person or (
                served and (sum_named or text.has("orang") or text.near("syarat", span, 2, 4))
            ):
                return True
        for span in text.at.get("setor", ()):
            first = text.near("di_muka", span, 0, 5) or text.near("syarat", span, 2, 5)
            if first and text.near("jumlah", span, 0, 3) and not self._ordinary(text, span):
                return True
        given = text.at.get("serah", ()) if text.has("orang", "syarat") else ()
        if any(text.near("jumlah", span, 0, 3) or text.asked_how_much(span) for span in given):
            return True
        # "Ada biaya admin 150 ribu kata orang": nobody at all may say so.
        costs = text.at.get("uang", ()) if text.has("orang") else ()
        return any(
            text.near("jumlah", span, 0, 3) and not self._ordinary(text, span) for span in costs
        )

    def _ordinary(self, text: _Text, span: Span) -> bool:
        """Contributions, tax, wages: money that really is due."""
        return text.near("biasa", span, 3, 3)

    def _handed(self, text: _Text) -> Iterator[str]:
        """Codes, papers, a face, the telephone itself, wanted by somebody who is no office."""
        if text.has("dari_jauh"):
            yield FLAGS["dari_jauh"]
        asked = list(self._asked(text))
        stranger = text.has("orang") and not text.has("perusahaan")
        official = text.has("resmi", "perusahaan")
        for group in _SECRETS:
            for span in text.at.get(group, ()):
                if group == "data" and _at_the_counter(text, span):
                    continue
                if group != "kode" and _by_an_officer(text, span):
                    continue
                wanted = any(-5 <= span[0] - each[1] <= 6 for each in asked)
                given = text.near("serah", span, 4, 0)
                doubted = text.has("aman", "wajar") and group != "data"
                if wanted and (stranger or (not official and given) or doubted):
                    yield FLAGS[group]

    def _doubted(self, text: _Text) -> bool:
        """ "Aman gak?" about a person or an offer, not about an app; help that somebody offers."""
        if text.has("belakang") or (text.has("menawarkan") and text.has("orang", "manfaat")):
            return True
        asked = any(True for _ in self._asked(text))
        if text.has("aman"):
            said = sum(end - start for start, end in text.at["aman"])
            # "Bisa dipercaya ga" alone is asked of us.
            apart = text.has("resmi", "data") or "percaya" in text.words
            told = sum(word not in self._empty for word in text.words)
            bare = told - said < _MORE and not apart
            return bare or text.has("orang", "imbalan") or asked
        return text.has("wajar") and text.has("imbalan")


def _by_an_officer(text: _Text, span: Span) -> bool:
    """Whether only an officer asks, at an office: not by telephone or WhatsApp, and no card; for a
    photo where photos are taken."""
    people = {text.words[start] for start, _ in text.at.get("orang", ())}
    if people.isdisjoint(OFFICERS) or not people <= OFFICERS | _ADDRESSED:
        return False
    if text.has("dari_luar", "uang", "bayar"):
        return False
    if not _CARDS.isdisjoint(text.words[span[0] : span[1]]):
        return False
    pictures = not _PICTURES.isdisjoint(text.words)
    return text.has("resmi") if pictures else True


def _at_the_counter(text: _Text, span: Span) -> bool:
    """Whether papers are only copied or handed in: an officer asks for those."""
    return text.near("salinan", span, 2, 2) or (_OFFICER in text.words and text.has("salinan"))
