"""Whether a text asks for something an officer must never ask for.

Help and request use the same words ("jangan kirim OTP", "masukkan OTP di JMO", "kirim OTP ke
sini"), so a request is a verb of asking beside the name of a secret in one clause, where the verb
is not denied, not somebody else's, and does not point at JMO or an office. What hides in a second
clause ("OTP sudah masuk? Kirim ke sini ya.") is found too. What stays doubtful counts as a request:
a supervisor can release it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from flows.guard import vocabulary as words
from flows.guard.clause import Clause, Hit
from flows.guard.questioning import CODES, TOLD_BY_NUMBER, TOLD_IN_WORDS, questions
from flows.guard.vocabulary import Vocabulary

FORWARD: Final = 6
"""Most words between a verb and the secret behind it."""

BACKWARD: Final = 4
"""Most words between a secret and the verb behind it."""

_CLAUSE: Final = re.compile(
    r"[.!?;\n]+|,|:(?=\s)|\b(?:tetapi|tapi|namun|melainkan|lalu|kemudian|jadi|maka|sehingga|karena)\b"
)
_BARE: Final = TOLD_BY_NUMBER - {"hp"} | TOLD_IN_WORDS
_HOW_MUCH: Final = frozenset({"berapa", "brp"})
_PLEAS: Final = frozenset({"minta", "mohon", "tolong"})
_SHORT: Final = 8
"""A message of at most so many words that only names a secret is a request."""

_ITEM: Final = 4
"""Most words of one thing in a list of things asked for."""

_REMEMBERED: Final = 2
"""For how many clauses a secret just named may be what "it" means."""


class Request(NamedTuple):
    """A secret that is asked for, and the clause that asks."""

    kind: str
    quote: str


def requests(text: str, known: Vocabulary) -> Iterator[Request]:
    """Everything a text (lower case, plain characters) asks for; may repeat itself."""
    for kind, quote in _requests(text, known):
        yield Request("kode" if kind == "kode_itu" else kind, quote)


def _requests(text: str, known: Vocabulary) -> Iterator[Request]:
    clauses = [Clause(part.strip(), known) for part in _CLAUSE.split(text)]
    clauses = [clause for clause in clauses if clause.words]
    yield from _bare_demand(clauses)
    named: list[tuple[int, str, bool]] = []
    listing = sends = False
    for at, clause in enumerate(clauses):
        yield from _in_clause(clause)
        yield from (Request(kind, clause.text) for kind in questions(clause))
        if listing and _is_item(clause):
            asked = (hit.kind for hit in clause.secrets if hit.kind != "kartu" or sends)
            yield from (Request(kind, clause.text) for kind in asked)
        if not clause.secrets:
            fresh = [entry for entry in named if at - entry[0] <= _REMEMBERED]
            yield from (Request(kind, clause.text) for kind in _meant_by_it(clause, fresh))
        if _opens_list(clause):
            listing, sends = True, any(clause.hits("card", clause.known.card_verbs))
        else:
            listing = listing and (_is_item(clause) or len(clause.words) <= _ITEM)
            sends = sends and _is_item(clause)
        named += [(at, hit.kind, clause.denies) for hit in clause.secrets]


def _bare_demand(clauses: list[Clause]) -> Iterator[Request]:
    """ "NIK dan nama ibu kandungnya ya, Bu?" and nothing else."""
    if sum(len(clause.words) for clause in clauses) > _SHORT:
        return
    if all(
        _is_item(clause) or clause.known.bare_fillers.issuperset(clause.words) for clause in clauses
    ):
        for clause in clauses:
            yield from (Request(h.kind, clause.text) for h in clause.secrets if h.kind in _BARE)


def _is_item(clause: Clause) -> bool:
    """Whether it is nothing but the name of secrets."""
    inside = {n for hit in clause.secrets for n in range(hit.first, hit.last + 1)}
    others = (word for n, word in enumerate(clause.words) if n not in inside)
    return bool(inside) and all(
        word in clause.known.bare_fillers or word.isdigit() for word in others
    )


def _opens_list(clause: Clause) -> bool:
    """ "Mohon kirim data berikut": what follows is asked for, unless it goes to an office."""
    opens = bool(clause.verbs) or words.FOR_A_CHECK.search(clause.text) is not None
    return opens and (clause.here or not words.PLACES.search(clause.text))


def _in_clause(clause: Clause) -> Iterator[Request]:
    if not clause.secrets:
        return
    if clause.denies and words.EXCEPT_US.search(clause.text):
        yield from (Request(hit.kind, clause.text) for hit in clause.secrets)
    sending = {hit.last for hit in clause.hits("card", clause.known.card_verbs)}
    for verb in chain(clause.verbs, clause.pleas):
        for secret in clause.secrets:
            if secret.kind == "kartu" and verb.last not in sending:
                continue
            if secret.kind == "kode_itu" and not clause.here:
                continue
            if (
                _near(clause, verb, secret)
                and not _is_mended(clause, verb, secret)
                and not _goes_elsewhere(clause, secret)
            ):
                yield Request(secret.kind, clause.text)


def _near(clause: Clause, verb: Hit, secret: Hit) -> bool:
    forward = secret.first > verb.last
    start, end = (verb.last + 1, secret.first) if forward else (secret.last + 1, verb.first)
    if end - start > (FORWARD if forward else _backward(clause, secret)):
        return False
    if not clause.known.breaks.isdisjoint(clause.words[start:end]):
        return False
    return forward or clause.here or clause.ends_after(verb.last)


def _backward(clause: Clause, secret: Hit) -> int:
    """Further where it is described first: "angka 6 digit yang masuk ke HP tolong sebutkan"."""
    behind = clause.words[secret.last + 1 : secret.last + 2]
    return FORWARD if behind in (["yang"], ["yg"]) else BACKWARD


def _is_mended(clause: Clause, verb: Hit, secret: Hit) -> bool:
    """ "Minta NIK disesuaikan": something is to be done with it, it is not to be told."""
    after = clause.words[secret.last + 1 : secret.last + 2]
    passive = bool(after) and after[0].startswith("di") and len(after[0]) > len("disini")
    return (
        passive
        and clause.words[verb.last] in _PLEAS
        and not clause.known.weak_verbs.search(after[0])
    )


def _goes_elsewhere(clause: Clause, secret: Hit) -> bool:
    described = clause.words[secret.last + 1 : secret.last + 2]
    if secret.kind in TOLD_IN_WORDS and described in (["yang"], ["yg"]):
        return False  # "email yang dipakai di JMO": the place says which one, not where to
    places = words.APP_PLACES if secret.kind in CODES else words.PLACES
    return not clause.here and places.search(clause.text) is not None


def _meant_by_it(clause: Clause, named: list[tuple[int, str, bool]]) -> Iterator[str]:
    """Which of the secrets just named is asked for by "kirim ke sini ya" or "berapa?"."""
    if (
        not _HOW_MUCH.isdisjoint(clause.words)
        and {*clause.words} <= clause.known.tail_fillers | _HOW_MUCH
    ):
        yield from (kind for _, kind, denied in named if kind in TOLD_BY_NUMBER and not denied)
    saying = {hit.last for hit in clause.hits("say", clause.known.say_verbs)}
    for verb in clause.verbs:
        if verb.last not in saying or not clause.ends_after(verb.last):
            continue
        only_us = words.EXCEPT_US.search(clause.text) is not None
        to_us = clause.here or not words.PLACES.search(clause.text)
        yield from (kind for _, kind, denied in named if (only_us if denied else to_us))
