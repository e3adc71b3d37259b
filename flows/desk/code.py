"""Case codes ("JHT-7K3Q") and trust words ("mangga lima"), and finding a code in what people say.

A code is said over the telephone, typed by a tired thumb and read from a bad screen, so letters and
digits that look or sound like another are left out, and so are vowels and runs of three consonants:
no code spells a word or an abbreviation.
"""

from __future__ import annotations

import re
import unicodedata
from random import Random
from typing import Final

from flows.content.offices import TrustWords

PREFIX: Final = "JHT"
LENGTH: Final = 4
LETTERS: Final = "CDFHJKMNPQRTVWXY"
DIGITS: Final = "2346789"

_MEANT: Final = str.maketrans({"B": "8", "G": "6", "Z": "2"})
"""Signs no code has, as the sign they were misread from."""

_SHAPE: Final = re.compile(
    rf"(?!.*[{LETTERS}]{{3}})(?=.*[{LETTERS}])[{LETTERS}{DIGITS}]{{{LENGTH}}}"
)
_TOKEN: Final = re.compile(r"[A-Z0-9]+")
_PREFIXED: Final = re.compile(rf"(?<![A-Z0-9]){PREFIX}[\W_]*(?=[A-Z0-9])")
_SAID: Final = {
    "DUA": "2", "TIGA": "3", "EMPAT": "4", "ENAM": "6", "TUJUH": "7", "DELAPAN": "8", "LAPAN": "8",
    "SEMBILAN": "9", "CE": "C", "DE": "D", "EF": "F", "HA": "H", "JE": "J", "KA": "K", "EM": "M",
    "EN": "N", "PE": "P", "KI": "Q", "KYU": "Q", "KU": "Q", "ER": "R", "TE": "T", "VE": "V",
    "FE": "V", "WE": "W", "EKS": "X", "YE": "Y",
}  # fmt: skip
"""How Indonesians name digits and letters when they spell."""


def new_code(chance: Random) -> str:
    """A fresh case code. The store keeps codes unique: on a collision ask for another one."""
    while True:
        signs = "".join(chance.choices(LETTERS + DIGITS, k=LENGTH))
        if _is_code(signs):
            return f"{PREFIX}-{signs}"


def new_trust_words(chance: Random, words: TrustWords) -> str:
    """Two words that the participant gets and the officer says: "mangga lima"."""
    return f"{chance.choice(words.benda)} {chance.choice(words.angka)}"


def _is_code(signs: str) -> bool:
    return _SHAPE.fullmatch(signs) is not None


def find_code(text: str) -> str | None:
    """The case code in a text, however it is spelled; None when there is none.

    "jht 7k3q", "J H T - 7 K 3 Q", "kode saya JHT7K3Q pak", "jht tujuh ka tiga ki". Without the
    prefix only a text that is nothing but the code counts.
    """
    plain = _plain(text)
    for found in _PREFIXED.finditer(plain):
        signs = _signs(plain[found.end() :])
        if _is_code(signs):
            return f"{PREFIX}-{signs}"
    signs = re.sub(r"[\W_]", "", plain).translate(_MEANT)
    return f"{PREFIX}-{signs}" if _is_code(signs) else None


def _plain(text: str) -> str:
    """Capitals, spelled letters and digits as signs, the prefix in one piece."""
    upper = unicodedata.normalize("NFKC", text).upper()
    said = re.sub(r"[^\W\d_]+", lambda word: _SAID.get(word[0], word[0]), upper)
    return re.sub(r"(?<![A-Z0-9])J[\W_]{0,3}H[\W_]{0,3}T(?![A-Z])|(?<![A-Z0-9])JHT", PREFIX, said)


def _signs(text: str) -> str:
    """The first signs of a text, words taken whole, until there are enough for a code."""
    signs = ""
    for token in _TOKEN.findall(text):
        signs += token.translate(_MEANT)
        if len(signs) >= LENGTH:
            break
    return signs
