"""What a text tells of the questions of `cek-hak`: its facts, and what one piece says outright.

"Umur 58, kartunya satu doang" answers two questions; the second is read as at its own question,
for a piece that calls a thing by its name is about nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from flows.content.guide import Ask
from flows.content.named import DEVICE, PURPOSE
from flows.ears import Heard
from flows.ears.facts_in_text import LEFT, LONG_ENOUGH, NOW, WORKING, Fact
from flows.ears.options import Likeness
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.halves import in_a_piece
from flows.talk.answering.options import option_of

NAMED: Final[Mapping[str, frozenset[str]]] = {
    "kpj": frozenset({"kartu", "kpj"}),
    DEVICE: frozenset({"hp", "sinyal"}),
    "status": frozenset({"status", "nonaktif"}),
    "data": frozenset({"data"}),
}
"""Questions that nothing before them decides, each with what it has to be called, in the usual
spelling."""

AT_WORK: Final[Mapping[str, frozenset[str]]] = {
    PURPOSE: frozenset({"ambil", "sebagian", "persen", "56"}),
    LONG_ENOUGH[0]: frozenset({"peserta", "kepesertaan"}),
}
"""The same of who is still at work."""

WORK: Final = "kerja_lagi"
CAUSE: Final = "sebab_berhenti"

STILL: Final = frozenset({NOW, "belum"})
""" "Sekarang di kampung", "belum kerja lagi": what tells of today, in the usual spelling."""

SAID: Final = 0.5
PLAIN: Final = 0.75
"""Likeness from which a piece that tells of today, and a reason, say an option."""

AHEAD_OF: Final = 0.15
"""So much likelier than the next one it has to be."""

SUPPOSED: Final = frozenset({"kalau", "misal", "andai", "apakah"})


def told_in(scene: Scene, heard: Heard) -> dict[str, Fact]:
    """Each question of `cek-hak` that a text answers, with what it tells."""
    return {**told_apart(scene, heard), **{fact.step: fact for fact in heard.facts}}


def told_apart(scene: Scene, heard: Heard) -> dict[str, Fact]:
    """What single pieces say outright of questions that no fact of the text answers."""
    facts = {fact.step: fact for fact in heard.facts}
    guide = scene.library.guides.get(GUIDE)
    mine = heard.mended.own
    if guide is None or mine is None or not _may_tell(mine, facts):
        return {}
    there = scene.with_(scene.conversation.with_(guide=GUIDE, aside=None))
    steps = {step.id: step for step in guide.steps if isinstance(step, Ask)}
    found: dict[str, set[str]] = {}
    for piece in mine.statements:
        for step, value in _said(there, steps, piece, facts):
            found.setdefault(step, set()).add(value)
    doubted = heard.doubts
    return {
        step: Fact(step, next(iter(values)))
        for step, values in found.items()
        if len(values) == 1 and step not in doubted
    }


def _may_tell(heard: Heard, facts: Mapping[str, Fact]) -> bool:
    """Whether some word of it is of a question that no fact answers."""
    named = {**NAMED, **AT_WORK, WORK: STILL}
    words = (names for step, names in named.items() if step not in facts)
    if not any(not names.isdisjoint(heard.spelled) for names in words):
        return CAUSE not in facts and any(clause.reason for clause in heard.clauses)
    return True


def _said(
    scene: Scene, steps: Mapping[str, Ask], piece: Heard, facts: Mapping[str, Fact]
) -> Iterator[tuple[str, str]]:
    words = frozenset(piece.spelled)
    if piece.folded.endswith("?") or piece.is_question or not SUPPOSED.isdisjoint(words):
        return
    situation = facts.get(LEFT[0]) or scene.conversation.given(GUIDE).get(LEFT[0])
    situation = situation.value if isinstance(situation, Fact) else situation
    named = {**NAMED, **AT_WORK} if situation == WORKING[1] else NAMED
    for step, names in named.items():
        if step in steps and step not in facts and not names.isdisjoint(words):
            choice = option_of(scene, steps[step], piece)
            taken = in_a_piece(scene, steps[step], piece, choice).taken
            if taken:
                yield step, taken
    if situation != LEFT[1]:
        return
    if WORK not in facts and not STILL.isdisjoint(words):
        yield from _ranked(piece, WORK, SAID, reasons=False)
    if CAUSE not in facts:
        yield from _ranked(piece, CAUSE, PLAIN, reasons=True)


def _ranked(piece: Heard, step: str, enough: float, *, reasons: bool) -> Iterator[tuple[str, str]]:
    """The option that a reason, or a clause that gives none, plainly says."""
    index = piece.ears.options.of((GUIDE, step))
    for clause in piece.clauses if index else ():
        if index is None or clause.reason is not reasons:
            continue
        best, *others = index.rank(clause.words)
        if _plainly(best, others, enough):
            yield step, best.key


def _plainly(best: Likeness, others: list[Likeness], enough: float) -> bool:
    if best.likeness < enough or best.denied or best.leans or best.elsewhere:
        return False
    return not others or best.likeness - others[0].likeness >= AHEAD_OF
