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
from flows.ears.facts.ages import LONG_ENOUGH
from flows.ears.facts.in_text import BALANCE, LEAVING, LEFT, NOW, WORKING, Fact
from flows.ears.options import Likeness
from flows.language.understanding import Unclear
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.choice import Choice
from flows.talk.answering.halves import in_a_piece
from flows.talk.answering.options import option_of
from flows.talk.answering.values import value_of

CARDS: Final = "kpj"

NAMED: Final[Mapping[str, frozenset[str]]] = {
    CARDS: frozenset({"kartu", "kpj"}),
    DEVICE: frozenset({"hp", "sinyal"}),
    "status": frozenset({"status", "nonaktif"}),
    "data": frozenset({"data"}),
}
"""Questions that nothing before them decides, each with what it has to be called, in the usual
spelling."""

AT_WORK: Final[Mapping[str, frozenset[str]]] = {
    PURPOSE: frozenset({"ambil", "sebagian", "persen", "56", "rumah", "kpr"}),
    LONG_ENOUGH[0]: frozenset({"peserta", "kepesertaan"}),
    "pernah_sebagian": frozenset({"pernah"}),
}
"""The same of who is still at work."""

DAY: Final = "tanggal"
""" "Tanggalnya 3 september 2026", of who has left."""

SUM: Final = frozenset({"saldo"})
""" "Saldonya belum pernah dilihat": what it is called where no amount is said."""

STATUS: Final = "status"
ACTIVE: Final = "aktif"
""" "Masih aktif" may be somebody, or a card: it tells nothing, and leaves in doubt what does."""

WORK: Final = "kerja_lagi"
CAUSE: Final = "sebab_berhenti"

STILL: Final = frozenset({NOW, "belum"})
""" "Sekarang di kampung", "belum kerja lagi": what tells of today, in the usual spelling."""

GOES_ON: Final = "masih"

SAID: Final = 0.5
PLAIN: Final = 0.7
"""Likeness from which a piece that tells of today, and a reason, say an option."""

DOUBT: Final = "?"
"""What a piece says of a question that it may answer one way or another."""

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
    mine = heard.mended.own or (None if heard.holder else heard.mended)
    if guide is None or mine is None or not _may_tell(mine, facts):
        return {}
    there = scene.with_(scene.conversation.with_(guide=GUIDE, aside=None))
    steps = {step.id: step for step in guide.steps if isinstance(step, Ask)}
    found: dict[str, list[str]] = {}
    for piece in mine.statements:
        for step, value in _said(there, steps, piece, facts):
            found.setdefault(step, []).append(value)
    doubted = heard.doubts
    if LEAVING in found and _went_on(mine):
        del found[LEAVING]
    return {
        step: Fact(step, values[0])
        for step, values in found.items()
        if {values[0]} == set(values) != {DOUBT}
        and step not in doubted
        # "Kartu satu hilang, kartu satunya ada" counts no cards.
        and not (len(values) > 1 and steps[step].means)
    }


def _went_on(heard: Heard) -> bool:
    """ "Kontrak habis tanggal 31, diperpanjang lagi": no piece of it names the last day."""
    return isinstance(heard.ears.dates.told_apart(heard.folded, heard.said_on), Unclear)


def said_in_one_piece(scene: Scene, step: Ask, heard: Heard) -> str | None:
    """The option that the only piece about a question says, where each other piece is, by name,
    about another question: "satu kartu aja, data sudah dicocokkan"."""
    names = {**NAMED, BALANCE: SUM}
    mine = names.pop(step.id, None)
    others = frozenset().union(*names.values())
    about = [piece for piece in heard.statements if mine and not mine.isdisjoint(piece.spelled)]
    rest = [piece for piece in heard.statements if piece not in about]
    if len(about) != 1 or any(others.isdisjoint(piece.spelled) for piece in rest):
        return None
    # "Kartu satu aktif, kartu satunya nonaktif" says both.
    if any(_leans(option_of(scene, step, piece)) for piece in rest):
        return None
    return option_of(scene, step, about[0]).taken


def _leans(choice: Choice) -> bool:
    return bool(choice.taken or (choice.near and not choice.faint))


def _may_tell(heard: Heard, facts: Mapping[str, Fact]) -> bool:
    """Whether some word of it is of a question that no fact answers."""
    named = {**NAMED, **AT_WORK, WORK: STILL, BALANCE: SUM, LEAVING: frozenset({DAY})}
    words = (names for step, names in named.items() if step not in facts)
    if not any(not names.isdisjoint(heard.spelled) for names in words):
        return CAUSE not in facts and any(clause.reason for clause in heard.clauses)
    return True


def _said(
    scene: Scene, steps: Mapping[str, Ask], piece: Heard, facts: Mapping[str, Fact]
) -> Iterator[tuple[str, str]]:
    words = frozenset(piece.spelled)
    if piece.asks or not SUPPOSED.isdisjoint(words):
        return
    situation = facts.get(LEFT[0]) or scene.conversation.given(GUIDE).get(LEFT[0])
    situation = situation.value if isinstance(situation, Fact) else situation
    named = {**NAMED, BALANCE: SUM, **(AT_WORK if situation == WORKING[1] else {})}
    open_still = {step: names for step, names in named.items() if step not in facts}
    yield from _plainly_named(scene, steps, piece, open_still)
    if situation != LEFT[1]:
        return
    if LEAVING not in facts and DAY in words:
        yield from _day_in(steps[LEAVING], piece)
    # "Sekarang masih" goes on with something, but not with what.
    if WORK not in facts and not STILL.isdisjoint(words) and words - STILL - {GOES_ON}:
        yield from _ranked(piece, WORK, SAID, reasons=False)
    if CAUSE not in facts:
        yield from _ranked(piece, CAUSE, PLAIN, reasons=True)


def _day_in(step: Ask, piece: Heard) -> Iterator[tuple[str, str]]:
    day = value_of(step, piece)
    if day is not None and day.span is None and not day.open:
        yield step.id, day.value


def _plainly_named(
    scene: Scene, steps: Mapping[str, Ask], piece: Heard, named: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """What is said of the things that a piece calls by their names."""
    for step, names in named.items():
        if step not in steps or names.isdisjoint(piece.spelled):
            continue
        if step == LONG_ENOUGH[0] and not piece.measures:
            continue
        choice = option_of(scene, steps[step], piece)
        taken = in_a_piece(scene, steps[step], piece, choice).taken
        if taken or _leans(choice):
            yield step, taken or DOUBT
    maybe = ACTIVE in piece.spelled and named.get(STATUS, NAMED[STATUS]).isdisjoint(piece.spelled)
    if maybe and STATUS in named and _leans(option_of(scene, steps[STATUS], piece)):
        yield STATUS, DOUBT


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
