"""Of whom a question asks, and whether it is told of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from flows.content.guide import Ask
from flows.content.named import DEVICE, HEIRS, PART_CLAIM, RELATION
from flows.ears import Heard
from flows.ears.options.signed import MINE
from flows.language.people.whose import ME
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene

OF_MEMBER: Final = frozenset({GUIDE, PART_CLAIM})
"""Guides whose questions are about the member alone, but for the one about the phone."""

CHILD: Final = "anak"
SPOUSE: Final = "pasangan"
SPOUSES: Final = frozenset({"suam", "suami", "istri"})
"""Stems of the relations of the speaker whose children are those of the one who died."""


def asked_of(scene: Scene, step: Ask, heard: Heard) -> frozenset[str | None] | None:
    """Of whom a question asks: the member, or the children of the one who died; None where the
    people around are what it asks for. Whose phone it is, and what is seen on it, may be told of
    who helps as well."""
    whose = heard.ears.whose
    named = {who for label in step.options.values() for who in whose.named(label)}
    if not named and scene.guide and scene.guide.id != HEIRS:
        helped = scene.guide.id not in OF_MEMBER or step.id == DEVICE
        return heard.member | {ME} if helped else heard.member
    return frozenset({None, *whose.children}) if named and named <= whose.children else None


def names_others(scene: Scene, step: Ask, key: str, heard: Heard) -> bool:
    """Whether a way of saying an option, relation and all, was said: "suami saya meninggal"."""
    guide = scene.guide.id if scene.guide else ""
    ways = heard.ears.ways.get((guide, step.id), {}).get(key, ())
    with_them = (way for way in ways if not heard.others.isdisjoint(heard.ears.whose.named(way)))
    return any(set(heard.spelled).issuperset(heard.ears.labelled(way)) for way in with_them)


def is_other_child(scene: Scene, heard: Heard) -> bool:
    """Whether children are told of that are not those of the one who died: "anak kakak saya", "anak
    saya sendiri" of a brother, or beside others."""
    words = [word for clause in heard.clauses for word in clause.words]
    of_others = {word for before, word in pairwise(words) if before == CHILD}
    if any(word.endswith(MINE) and word.removesuffix(MINE) not in SPOUSES for word in of_others):
        return True
    related = scene.conversation.given(HEIRS).get(RELATION)
    return CHILD + MINE in words and (CHILD in words or related not in {None, SPOUSE})
