"""What a text would answer to the questions that were answered before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.options import CLEAR, SURE, Clause, Likeness
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.halves import in_a_piece
from flows.talk.answering.options import option_of
from flows.talk.answering.values import DAY, tense_of, value_of
from flows.talk.telling.told_ahead import BEFORE_ASKED

NAMED: Final = 0.45
"""Likeness from which an option is named in the place of one that is denied."""

FEWEST_WORDS: Final = 2

INSTEAD: Final = "bukan"

Told = tuple[Ask, Understood[str]]
"""A question that was answered, and what else would be its answer."""


def told_so_far(scene: Scene, heard: Heard) -> list[Told]:
    """What a text would answer to each question so far, the newest first."""
    read = ((step, read_at(scene, step, heard)) for step in chosen_so_far(scene))
    return [(step, found) for step, found in read if found is not None]


def named_for_sure(scene: Scene, heard: Heard) -> Iterator[Told]:
    """Options that are named for sure, whatever else the words may be about."""
    guide = scene.conversation.guide or ""
    for step in chosen_so_far(scene):
        index = heard.ears.options.of((guide, step.id))
        ranks = [(clause, index.rank(clause.words)) for clause in heard.clauses] if index else []
        keys = {rank[0].key for clause, rank in ranks if _says(clause, rank)}
        if len(keys) == 1 and scene.conversation.given(guide).get(step.id) not in keys:
            yield step, Understood(keys.pop())


def denied(scene: Scene, heard: Heard, *, here: bool = False) -> Iterator[Told]:
    """Answers that a text denies, each with the option it names instead.

    `here`: unless what it names answers the question at hand, too.
    """
    guide = scene.conversation.guide or ""
    if not heard.denies:
        return
    denying = [each for each in heard.clauses if each.denies_any]
    for step in chosen_so_far(scene):
        index = heard.ears.options.of((guide, step.id))
        known = scene.conversation.given(guide).get(step.id)
        # "Resign, bukan phk" denies no leaving.
        affirmed = known in {fact.value for fact in heard.facts if fact.step == step.id}
        if index is None or known not in step.options or affirmed:
            continue
        if not any(known in index.denied(each.words) for each in denying):
            continue
        # "Gak di-PHK, saya resign" denies a reason, and says twice that somebody left.
        ranks = [
            (clause, index.rank(clause.words))
            for clause in heard.clauses
            if not (here and _answers_here(scene, heard, clause))
        ]
        named = {rank[0].key for clause, rank in ranks if _says(clause, rank)}
        if len(named) != 1 or known in named:
            continue
        another = _said_instead(ranks) - {known, *named}
        if not another:
            yield step, Understood(named.pop())
        elif len(another) == 1:
            yield step, Understood(another.pop())


def _said_instead(ranks: Sequence[tuple[Clause, Sequence[Likeness]]]) -> set[str]:
    """ "Gak bisa, lagi sakit": what denies one option plainly says another by itself."""
    firsts = (rank[0] for clause, rank in ranks if clause.denies and not clause.instead)
    return {each.key for each in firsts if each.likeness >= SURE and not each.leans}


def _answers_here(scene: Scene, heard: Heard, clause: Clause) -> bool:
    """Whether a clause that denies nothing plainly answers the question at hand."""
    if scene.guide is None or scene.question is None or clause.denies:
        return False
    # "Bukan istrinya, saya anaknya" says what is instead of what was said.
    if INSTEAD in heard.spelled:
        return False
    index = heard.ears.options.of((scene.guide.id, scene.question.id))
    return index is not None and index.rank(clause.words)[0].likeness >= SURE


def _says(clause: Clause, rank: Sequence[Likeness]) -> bool:
    """Whether a clause names an option by what is so, not by what is not, and no other one."""
    best, second = rank[0], rank[1].likeness if len(rank) > 1 else 0.0
    named = best.likeness >= SURE or best.likeness - second >= CLEAR
    return named and best.likeness >= NAMED and not best.denied and not clause.denies


def told_as_facts(scene: Scene, heard: Heard) -> list[Told]:
    """Answers of `cek-hak` against which a text tells a fact."""
    if scene.conversation.guide != GUIDE:
        return []
    told = {fact.step: Understood(fact.value, span=fact.span) for fact in heard.facts}
    chosen = ((step, told[step.id]) for step in chosen_so_far(scene) if step.id in told)
    return [each for each in chosen if not is_known(scene, *each)]


def is_known(scene: Scene, step: Ask, found: Understood[str]) -> bool:
    return scene.conversation.given(scene.conversation.guide or "").get(step.id) == found.value


def is_unsure(scene: Scene, heard: Heard, step: Ask, found: Understood[str]) -> bool:
    index = heard.ears.options.of((scene.conversation.guide or "", step.id))
    return index is not None and found.value == index.unsure


def chosen_so_far(scene: Scene) -> Iterator[Ask]:
    """The answered questions, the newest first; at last what was told before it was asked."""
    if scene.guide is None:
        return
    passed = scene.position(scene.guide).passed
    yield from (step for step in reversed(passed) if step.has_choice)
    given = scene.conversation.given(scene.guide.id)
    if scene.guide.id != GUIDE:
        return
    for step in scene.guide.steps:
        if isinstance(step, Ask) and step.id in BEFORE_ASKED & given.keys() and step not in passed:
            yield step


def read_at(scene: Scene, step: Ask, heard: Heard) -> Understood[str] | None:
    """The answer to this question that a text would be."""
    found = value_of(step, heard)
    if found is not None:
        return None if _is_of_another(scene, step, heard) else found
    if heard.said.place is not None and step is not scene.question:
        # "Nomor 1 bukan, nomor 2" is said of what is on the screen.
        return None
    option = in_a_piece(scene, step, heard, option_of(scene, step, heard)).taken
    return Understood(option) if option else None


def _is_of_another(scene: Scene, step: Ask, heard: Heard) -> bool:
    """Whether a day may be of something else than what was asked before: "eh ktp saya 2017"."""
    if step.answer != DAY or step is scene.question or heard.length < FEWEST_WORDS:
        return False
    told = {fact.step for fact in heard.facts}
    return step.id not in told and not heard.ears.dates.may_correct(heard.folded, tense_of(step))
