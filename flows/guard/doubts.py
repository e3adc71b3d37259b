"""The outgoing guard: what an officer's message may not hold, and why, before anything is sent.

A message with a doubt is held, not lost: the officer sees the reasons, a supervisor may release it.
The guard sees text, captions and the addresses behind links; it must be asked with the text as the
officer wrote it. Where only masked text is at hand, a mask in it ("[NIK]") is a doubt too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from flows.content.official import Official
from flows.guard import vocabulary as words
from flows.guard.asking import requests
from flows.guard.money import money
from flows.guard.vocabulary import Vocabulary
from flows.mask import PLACES
from flows.mask.digits import personal_numbers
from flows.texts.shortened import shortened

QUOTE: Final = 60
"""Longest quotation in a reason."""

_TLD: Final = (
    "com|net|org|id|info|biz|xyz|top|site|online|live|club|shop|store|vip|app|me|ly|gl|io|co|cc|tv|"
    "link|click|page|dev|web|ru|cn|tk|ml|ga|cf|gq|gd|gg|asia|space|fun|icu|buzz|win|work|website|"
    "digital|cloud|ai|tech|pw|ws|to|su|in|uk|us|sg|my|gle|bio|ee|cfd|sbs|bond|lat|apk"
)
_URL: Final = re.compile(r"(?:[a-z][a-z0-9+.\-]{1,12}://|www\.)\S+")
_BARE: Final = re.compile(rf"(?<![\w@])(?:[^\W_][\w\-]{{0,62}}\.){{1,8}}(?:{_TLD})\b(?:[/?#]\S*)?")
_EMAIL: Final = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_MENTION: Final = re.compile(r"(?<![\w.@/])@[a-z]\w{3,}")
_DOTS: Final = re.compile(r"\s*[\[(]\s*(?:dot|titik|\.)\s*[\])]\s*|(?<=[a-z0-9]) \. ?(?=[a-z])")
_CALLED: Final = re.compile(
    r"\b(?:(?:telepon|telpon|telp|tlp|hubungi|call(?: center)?|wa|whatsapp|sms|hp)"
    r"(?: (?:ke|di|nomor|no|center|admin|saya|kami|petugas))*\W{0,3}(\+?\d(?:[\d ().\-]*\d){2})"
    r"|(?:nomor|no)\W{0,3}(\d{5,}))"
)
"""A number behind a word for calling; behind "No." only a long one: streets have numbers too."""

_CLOCKS: Final = re.compile(r"\b\d{1,2}[.:]\d{2}(?: ?(?:-|–|sampai) ?\d{1,2}[.:]\d{2})?(?!\d)")
_AFTER: Final = ".,;:!?\"'”’)]}>"
_MASKED: Final = re.compile("|".join(re.escape(place.lower()) for place in PLACES.values()))
_SPELLED: Final = re.compile(r"(?<![a-z0-9])[a-z0-9](?:[ .\-_*][a-z0-9]){2,}(?![a-z0-9])")
_LEET: Final = str.maketrans("013457@$", "oieastas")
_MIXED: Final = re.compile(r"(?<![\w./@])(?=[a-z@$]*\d)(?=\d*[a-z@$])[a-z0-9@$]{2,9}(?![\w./@])")
_SPACES: Final = re.compile(r" {2,}")
_BLANK: Final = re.compile(r"[^\S\n]")
_INVISIBLE: Final = frozenset({"Cf", "Mn", "Me"})


KINDS: Final = frozenset(
    {"kode", "pin", "sandi", "nik", "kpj", "rekening", "npwp", "ibu", "kartu", "hp"}
    | {"lahir", "nama", "surel", "alamat"}
    | {"uang", "jalur", "tautan", "nomor", "email"}
    | {"berkas", "program"}
)
"""Every kind of doubt; the last two are of files (`flows.files`)."""

NEVER: Final = frozenset({"program"})
"""What nobody lets pass, a supervisor neither."""


class Doubt(NamedTuple):
    """One reason to hold a message: the text of `kind` is ``tahan_<kind>``; `quote` is from it."""

    kind: str
    quote: str


def doubts(
    text: str, known: Vocabulary, official: Official, links: Sequence[str] = ()
) -> tuple[Doubt, ...]:
    """Every reason to hold a message, each once; empty when it may be sent.

    `known`: the words it is read with. `links` are addresses that stand behind the text (Telegram's
    text_link entities); the telephone number of a shared contact is passed as text.
    """
    spaced = _lowered(text)
    plain = _SPACES.sub(" ", spaced)
    found = [
        *(Doubt(asked.kind, asked.quote) for asked in requests(_unspelled(spaced), known)),
        *(Doubt("uang", clause) for clause in money(plain)),
        *_leads_away(plain),
        *_links(plain, official, links),
        *_numbers(plain, official),
    ]
    once = {(doubt.kind, doubt.quote): doubt for doubt in found}
    return tuple(Doubt(kind, shortened(quote, QUOTE)) for kind, quote in once)


def strangers(text: str, official: Official, links: Sequence[str] = ()) -> tuple[Doubt, ...]:
    """The addresses, e-mails and telephone numbers in a text of ours that are not official."""
    plain = _SPACES.sub(" ", _lowered(text))
    return (*_links(plain, official, links), *_numbers(plain, official))


def _lowered(text: str) -> str:
    """Lower case, without invisible or decorated characters; line breaks stay."""
    seen = text if text.isascii() else "".join(_undecorated(text))
    return _BLANK.sub(" ", seen).lower()


def _undecorated(text: str) -> Iterator[str]:
    normal = unicodedata.normalize("NFKC", text)
    return (char for char in normal if unicodedata.category(char) not in _INVISIBLE)


def _unspelled(spaced: str) -> str:
    """Spelled and disguised words as words: "o t p", "O.T.P", "0TP", "p1n"; "-nya" joined."""
    joined = _SPELLED.sub(lambda found: re.sub(r"[ .\-_*]", "", found[0]), spaced)
    joined = _SPACES.sub(" ", joined)
    words_ = _MIXED.sub(lambda found: found[0].translate(_LEET), joined)
    return re.sub(r"(?<=[a-z])[-‑– ](?=nya\b)", "", words_)


def _leads_away(plain: str) -> Iterator[Doubt]:
    for clause in re.split(r"[.!?;\n]+", plain):
        clause = clause.strip()
        if words.ELSEWHERE.search(clause) and not words.NOT_ELSEWHERE.search(clause):
            yield Doubt("jalur", clause)


def _links(plain: str, official: Official, hidden: Sequence[str]) -> Iterator[Doubt]:
    dotted = _DOTS.sub(".", plain)
    rest = _URL.sub(" ", dotted)
    for email in _EMAIL.findall(rest):
        if not official.has_email(email):
            yield Doubt("email", email)
    rest = _EMAIL.sub(" ", rest)
    for address in (*_URL.findall(dotted), *_BARE.findall(rest), *hidden):
        if not official.has_link(address.rstrip(_AFTER)):
            yield Doubt("tautan", address.rstrip(_AFTER))
    for mention in _MENTION.findall(rest):
        yield Doubt("tautan", mention)


def _numbers(plain: str, official: Official) -> Iterator[Doubt]:
    for masked in _MASKED.findall(plain):
        yield Doubt("nomor", masked)
    rest = plain
    for known in (_URL, _EMAIL, _BARE, _CLOCKS):
        rest = known.sub(" ", rest)
    for piece in personal_numbers(rest):
        number = rest[piece.start : piece.end]
        if not official.has_phone(number):
            yield Doubt("nomor", number)
    for found in _CALLED.finditer(rest):
        number = found[1] or found[2]
        if not official.has_phone(number):
            yield Doubt("nomor", number)
