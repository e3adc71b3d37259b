"""Questions that ask for a secret itself: how much, who, what, where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flows.guard import vocabulary as words
from flows.guard.clause import Clause, Hit

CODES: Final = frozenset({"kode", "pin", "sandi"})
TOLD_BY_NUMBER: Final = CODES | {"nik", "kpj", "rekening", "hp", "npwp"}
"""Secrets that are numbers: "berapa?" asks for them."""

_DESCRIBED: Final = 6
"""Most words that say which one is meant."""

TOLD_IN_WORDS: Final = frozenset({"lahir", "nama", "surel", "alamat", "ibu"})
"""Secrets that are words or a day."""


def questions(clause: Clause) -> Iterator[str]:
    """The kinds asked for: "NIK-nya berapa?", "siapa nama ibu kandungnya?", "mana OTP-nya?"."""
    if words.BORN.search(clause.text):
        yield "lahir"
    if words.LIVES.search(clause.text):
        yield "alamat"
    for at, word in enumerate(clause.words):
        asks = _ASKING.get(word)
        if asks is not None:
            for secret in clause.secrets:
                if asks(clause, at, secret):
                    yield secret.kind


def _distance(at: int, secret: Hit) -> int:
    return secret.first - at if secret.first > at else at - secret.last


def _is_near(clause: Clause, at: int, secret: Hit) -> bool:
    """Beside it, or behind "yang terdaftar di JMO" and the like."""
    if _distance(at, secret) <= 3:
        return True
    behind = clause.words[secret.last + 1 : at]
    return bool(behind) and behind[0] in {"yang", "yg"} and len(behind) <= _DESCRIBED


def _how_much(clause: Clause, at: int, secret: Hit) -> bool:
    after = clause.words[at + 1 : at + 2]
    counted = bool(after) and after[0] in clause.known.counted
    if clause.known.last_of.intersection(clause.words[at + 2 : at + 3]):
        counted = False
    counts_cards = secret.kind == "kpj" and secret.first > at
    near = _is_near(clause, at, secret)
    told = secret.kind in TOLD_BY_NUMBER or (secret.kind == "lahir" and secret.last < at)
    return told and near and not counted and not counts_cards


def _who(_clause: Clause, at: int, secret: Hit) -> bool:
    return secret.kind in {"ibu", "nama"} and _distance(at, secret) <= 3


def _what(clause: Clause, at: int, secret: Hit) -> bool:
    if secret.kind in TOLD_IN_WORDS:
        return secret.last < at and _is_near(clause, at, secret) and clause.ends_after(at)
    if secret.kind not in CODES or _distance(at, secret) > 2:
        return False
    return clause.ends_after(max(at, secret.last))


def _when(clause: Clause, at: int, secret: Hit) -> bool:
    return secret.kind == "lahir" and secret.last < at and clause.ends_after(at)


def _where(clause: Clause, at: int, secret: Hit) -> bool:
    if secret.kind == "alamat":
        return secret.last < at and _is_near(clause, at, secret)
    if secret.kind in TOLD_IN_WORDS and not clause.ends_after(max(at, secret.last)):
        return False
    place = at > 0 and clause.words[at - 1] in {"di", "ke", "dari", "yang", "yg"}
    return secret.kind != "kartu" and not place and _distance(at, secret) <= 2


_ASKING: Final = {
    "berapa": _how_much,
    "brp": _how_much,
    "siapa": _who,
    "apa": _what,
    "mana": _where,
    "dimana": _where,
    "kapan": _when,
}
