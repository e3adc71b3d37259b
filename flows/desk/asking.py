"""Whether a text asks for something an officer must never ask for.

Help and request use the same words ("jangan kirim OTP", "masukkan OTP di JMO", "kirim OTP ke
sini"), so a request is a verb of asking beside the name of a secret in one clause, where the verb
is not denied, not somebody else's, and does not point at JMO or an office. What hides in a second
clause ("OTP sudah masuk? Kirim ke sini ya.") is found too. What stays doubtful counts as a request:
a supervisor can release it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from flows.desk import vocabulary as words

FORWARD: Final = 6
"""Most words between a verb and the secret behind it."""

BACKWARD: Final = 4
"""Most words between a secret and the verb behind it."""

_CLAUSE: Final = re.compile(
    r"[.!?;\n]+|,|:(?=\s)|\b(?:tetapi|tapi|namun|melainkan|lalu|kemudian|jadi|maka|sehingga|karena)\b"
)
_WORD: Final = re.compile(r"[a-z0-9]+")
_CODES: Final = frozenset({"kode", "pin", "sandi"})
_TOLD_BY_NUMBER: Final = _CODES | {"nik", "kpj", "rekening", "hp"}
_BARE: Final = _TOLD_BY_NUMBER - {"hp"} | {"ibu"}
_HOW_MUCH: Final = frozenset({"berapa", "brp"})
_SHORT: Final = 8
"""A message of at most so many words that only names a secret is a request."""

_ITEM: Final = 4
"""Most words of one thing in a list of things asked for."""

_REMEMBERED: Final = 2
"""For how many clauses a secret just named may be what "it" means."""


class Asked(NamedTuple):
    """A secret that is asked for, and the clause that asks."""

    kind: str
    quote: str


class Hit(NamedTuple):
    """A verb or secret in a clause: its kind, its first and last word."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True)
class Clause:
    """One clause in lower case."""

    text: str

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start() for found in self._found]

    @cached_property
    def words(self) -> list[str]:
        """Its words; digits count as words, signs do not."""
        return [found[0] for found in self._found]

    def hits(self, kind: str, pattern: re.Pattern[str]) -> Iterator[Hit]:
        """Where a pattern stands, counted in words."""
        for found in pattern.finditer(self.text):
            first, behind = (bisect_left(self._starts, at) for at in found.span())
            if first < behind:
                yield Hit(kind, first, behind - 1)

    @cached_property
    def secrets(self) -> list[Hit]:
        """Every secret it names; a number on a card is not the card."""
        found = [hit for kind, pattern in words.SECRETS for hit in self.hits(kind, pattern)]
        numbers = [hit for hit in found if hit.kind != "kartu"]
        return [
            hit
            for hit in found
            if hit.kind != "kartu" or not any(n.first <= hit.first <= n.last for n in numbers)
        ]

    @cached_property
    def here(self) -> bool:
        """Whether it says "to me" or "here"."""
        return words.HERE.search(self.text) is not None

    @cached_property
    def denies(self) -> bool:
        """Whether anything in it is denied."""
        return not words.NEGATIONS.isdisjoint(self.words)

    @cached_property
    def verbs(self) -> list[Hit]:
        """The verbs by which the officer himself asks for something."""
        asks = not words.REQUESTS.isdisjoint(self.words)
        found = chain(
            self.hits("ask", words.ASK_VERBS),
            self.hits("weak", words.WEAK_VERBS) if asks else (),
            self.hits("app", words.APP_VERBS) if self.here else (),
        )
        return [verb for verb in found if self._is_meant(verb)]

    def _is_meant(self, verb: Hit) -> bool:
        """Not denied, not done by somebody else, not asked of somebody else."""
        before = self.words[: verb.first]
        if before and (before[-1] in words.OTHERS or (before[-1] in words.DONE and not self.here)):
            return False
        if len(before) > 1 and before[-1] in words.OFTEN and before[-2] in words.OTHERS:
            return False
        if self.words[verb.last] in {"minta", "mintakan", "meminta"}:
            after = [w for w in self.words[verb.last + 1 :] if w not in {"ke", "kepada", "pada"}]
            if after and after[0] in words.THIRD_PARTIES:
                return False
        return not self._is_denied(verb)

    @cached_property
    def _spared(self) -> set[int]:
        """The words of secrets and verbs: a denial reaches over them."""
        verbs = chain(self.hits("", words.ASK_VERBS), self.hits("", words.APP_VERBS))
        spared = {n for hit in self.secrets for n in range(hit.first, hit.last + 1)}
        return spared | {hit.first for hit in verbs}

    def _is_denied(self, verb: Hit) -> bool:
        """Walks left over fillers, secrets and other verbs to a denial."""
        for at in range(verb.first - 1, -1, -1):
            if self.words[at] in words.NEGATIONS:
                return True
            if at not in self._spared and self.words[at] not in words.FILLERS:
                return False
        return False

    def ends_after(self, at: int) -> bool:
        """Whether only small talk follows the word at this place."""
        return words.TAIL_FILLERS.issuperset(self.words[at + 1 :])


def requests(text: str) -> Iterator[Asked]:
    """Everything a text (lower case, plain characters) asks for; may repeat itself."""
    clauses = [Clause(part.strip()) for part in _CLAUSE.split(text)]
    clauses = [clause for clause in clauses if clause.words]
    yield from _bare_demand(clauses)
    named: list[tuple[int, str, bool]] = []
    listing = sends = False
    for at, clause in enumerate(clauses):
        yield from chain(_in_clause(clause), _questions(clause))
        if listing and _is_item(clause):
            asked = (hit.kind for hit in clause.secrets if hit.kind != "kartu" or sends)
            yield from (Asked(kind, clause.text) for kind in asked)
        if not clause.secrets:
            fresh = [entry for entry in named if at - entry[0] <= _REMEMBERED]
            yield from (Asked(kind, clause.text) for kind in _meant_by_it(clause, fresh))
        if _opens_list(clause):
            listing, sends = True, any(clause.hits("card", words.CARD_VERBS))
        else:
            listing = listing and (_is_item(clause) or len(clause.words) <= _ITEM)
            sends = sends and _is_item(clause)
        named += [(at, hit.kind, clause.denies) for hit in clause.secrets]


def _bare_demand(clauses: list[Clause]) -> Iterator[Asked]:
    """ "NIK dan nama ibu kandungnya ya, Bu?" and nothing else."""
    if sum(len(clause.words) for clause in clauses) > _SHORT:
        return
    if all(_is_item(clause) or words.BARE_FILLERS.issuperset(clause.words) for clause in clauses):
        for clause in clauses:
            yield from (Asked(h.kind, clause.text) for h in clause.secrets if h.kind in _BARE)


def _is_item(clause: Clause) -> bool:
    """Whether it is nothing but the name of secrets."""
    inside = {n for hit in clause.secrets for n in range(hit.first, hit.last + 1)}
    others = (word for n, word in enumerate(clause.words) if n not in inside)
    return bool(inside) and all(word in words.BARE_FILLERS or word.isdigit() for word in others)


def _opens_list(clause: Clause) -> bool:
    """ "Mohon kirim data berikut": what follows is asked for, unless it goes to an office."""
    opens = bool(clause.verbs) or words.FOR_A_CHECK.search(clause.text) is not None
    return opens and (clause.here or not words.PLACES.search(clause.text))


def _in_clause(clause: Clause) -> Iterator[Asked]:
    if not clause.secrets:
        return
    if clause.denies and words.EXCEPT_US.search(clause.text):
        yield from (Asked(hit.kind, clause.text) for hit in clause.secrets)
    sending = {hit.last for hit in clause.hits("card", words.CARD_VERBS)}
    for verb in clause.verbs:
        for secret in clause.secrets:
            if secret.kind == "kartu" and verb.last not in sending:
                continue
            if (
                _near(clause, verb, secret)
                and not _is_mended(clause, verb, secret)
                and not _goes_elsewhere(clause, secret)
            ):
                yield Asked(secret.kind, clause.text)


def _near(clause: Clause, verb: Hit, secret: Hit) -> bool:
    forward = secret.first > verb.last
    start, end = (verb.last + 1, secret.first) if forward else (secret.last + 1, verb.first)
    if end - start > (FORWARD if forward else BACKWARD):
        return False
    if not words.BREAKS.isdisjoint(clause.words[start:end]):
        return False
    return forward or clause.here or clause.ends_after(verb.last)


def _is_mended(clause: Clause, verb: Hit, secret: Hit) -> bool:
    """ "Minta NIK disesuaikan": something is to be done with it, it is not to be told."""
    after = clause.words[secret.last + 1 : secret.last + 2]
    passive = bool(after) and after[0].startswith("di") and len(after[0]) > len("disini")
    return passive and clause.words[verb.last] == "minta" and not words.WEAK_VERBS.search(after[0])


def _goes_elsewhere(clause: Clause, secret: Hit) -> bool:
    places = words.APP_PLACES if secret.kind in _CODES else words.PLACES
    return not clause.here and places.search(clause.text) is not None


def _questions(clause: Clause) -> Iterator[Asked]:
    """ "NIK-nya berapa?", "siapa nama ibu kandungnya?", "password-nya apa ya?", "mana OTP-nya?"."""
    for at, word in enumerate(clause.words):
        asks = _ASKING.get(word)
        if asks is not None:
            for secret in clause.secrets:
                if asks(clause, at, secret):
                    yield Asked(secret.kind, clause.text)


def _distance(at: int, secret: Hit) -> int:
    return secret.first - at if secret.first > at else at - secret.last


def _how_much(clause: Clause, at: int, secret: Hit) -> bool:
    after = clause.words[at + 1 : at + 2]
    counted = bool(after) and after[0] in words.COUNTED
    counts_cards = secret.kind == "kpj" and secret.first > at
    near = _distance(at, secret) <= 3
    return secret.kind in _TOLD_BY_NUMBER and near and not counted and not counts_cards


def _who(_clause: Clause, at: int, secret: Hit) -> bool:
    return secret.kind == "ibu" and _distance(at, secret) <= 3


def _what(clause: Clause, at: int, secret: Hit) -> bool:
    if secret.kind not in _CODES or _distance(at, secret) > 2:
        return False
    return clause.ends_after(max(at, secret.last))


def _where(clause: Clause, at: int, secret: Hit) -> bool:
    place = at > 0 and clause.words[at - 1] in {"di", "ke", "dari", "yang", "yg"}
    return secret.kind != "kartu" and not place and _distance(at, secret) <= 2


_ASKING: Final = {
    "berapa": _how_much,
    "brp": _how_much,
    "siapa": _who,
    "apa": _what,
    "mana": _where,
}


def _meant_by_it(clause: Clause, named: list[tuple[int, str, bool]]) -> Iterator[str]:
    """Which of the secrets just named is asked for by "kirim ke sini ya" or "berapa?"."""
    if not _HOW_MUCH.isdisjoint(clause.words) and {*clause.words} <= words.TAIL_FILLERS | _HOW_MUCH:
        yield from (kind for _, kind, denied in named if kind in _TOLD_BY_NUMBER and not denied)
    saying = {hit.last for hit in clause.hits("say", words.SAY_VERBS)}
    for verb in clause.verbs:
        if verb.last not in saying or not clause.ends_after(verb.last):
            continue
        only_us = words.EXCEPT_US.search(clause.text) is not None
        to_us = clause.here or not words.PLACES.search(clause.text)
        yield from (kind for _, kind, denied in named if (only_us if denied else to_us))
