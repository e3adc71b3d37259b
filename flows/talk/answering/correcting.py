"""Changing an answer by words: what is said to be right takes its place, and is said back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import Conversation, Span
from flows.ears import Heard
from flows.ears.facts_in_text import AT_WORK, IMPLIED, LEFT
from flows.ears.options import CLEAR, SURE, Clause, Likeness
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.narrowing import decides, narrowed
from flows.talk.answering.options import is_listed, option_of
from flows.talk.answering.saying_back import said_back
from flows.talk.answering.values import is_guess, value_of
from flows.talk.reply import Reply, show

CHANGED: Final = "diubah"

BRIEF: Final = 12
"""Words up to which a text at an outcome says one thing."""

FEWEST_WORDS: Final = 2

NAMED: Final = 0.45
"""Likeness from which an option is named in the place of one that is denied."""

INSTEAD: Final = "bukan"

NOTHING: Final[Mapping[str, str]] = {}

Told = tuple[Ask, Understood[str]]
"""A question that was answered, and what else would be its answer."""


def corrected(scene: Scene, heard: Heard) -> Reply | None:
    """ "Eh salah, maret": the newest answer that this can be said of is changed.

    Which one is meant is asked where that cannot be told: the answers are shown as buttons.
    """
    correction = heard.correction
    if correction is None and heard.mended is heard:
        return None
    if scene.guide is None or not any(_chosen_so_far(scene)) or is_listed(scene, heard):
        return None
    # "Bukan 8 juta, 18 juta" may answer the question at hand, or correct an answer to another.
    if heard.mended is not heard and _has_value(scene, heard):
        return None
    if correction is None:
        return _changed(scene, heard.mended, surely=True)
    if correction.named and _is_meant_here(scene, heard):
        return None
    if correction.instead:
        instead = replace(heard, text=correction.instead)
        if _is_answer(scene, instead):
            return None
        changed = _changed(scene, instead, surely=correction.surely)
        if changed is not None:
            return changed
    if not correction.surely:
        return None
    return show(scene, scene.conversation.with_(aside=Aside(View.SUMMARY), unclear=0))


def _is_meant_here(scene: Scene, heard: Heard) -> bool:
    """Whether it says, or may say, an option of the question at hand: "nik saya salah ketik"."""
    step = scene.question
    if step is None or scene.conversation.aside:
        return False
    choice = option_of(scene, step, heard)
    return bool(choice.taken or choice.near)


def contradicted(scene: Scene, heard: Heard) -> Reply | None:
    """ "Bukan di JMO, di kantor": an answer is denied and another one named in one breath."""
    if scene.guide is None or not heard.denies or heard.is_question or is_listed(scene, heard):
        return None
    meant = next(chain(_denied(scene, heard, here=True), _instead(scene, heard)), None)
    return _with(scene, *meant) if meant else None


def learned(scene: Scene, heard: Heard) -> Reply | None:
    """ "Udah ketemu, nonaktif": what was not known before is known now."""
    guide = scene.conversation.guide
    if scene.question is None or guide is None or heard.is_question or heard.length > BRIEF:
        return None
    if all(map(heard.ears.options.says_little, heard.clauses)):
        return None
    given = scene.conversation.given(guide)
    for step in _chosen_so_far(scene):
        index = heard.ears.options.of((guide, step.id))
        if index is None or not index.unsure or given.get(step.id) != index.unsure:
            continue
        found = _read(scene, step, heard)
        if found is not None and found.value != index.unsure:
            return _with(scene, step, found)
    return None


def reopened(scene: Scene, heard: Heard) -> Reply | None:
    """After an outcome of `cek-hak`: a fact that speaks against an answer changes both.

    A single word is none: "ya" says nothing new.
    """
    talk = scene.conversation
    covered = talk.aside is not None and not talk.under(View.DETAILS)
    if talk.guide != GUIDE or scene.question is not None or covered:
        return None
    if _has_left_since(scene, heard):
        # What was a plan has come true: where somebody works now is asked anew.
        open_again = talk.without(GUIDE, AT_WORK[0]).with_(unclear=0)
        return show(scene, open_again)
    if not FEWEST_WORDS <= heard.length <= BRIEF or heard.is_question:
        return None
    if heard.spelled and all(map(heard.ears.options.says_little, heard.clauses)):
        return None
    told = [each for each in _news(scene, heard) if not _is_unsure(scene, heard, *each)]
    if len(told) != 1 or _is_known(scene, *told[0]):
        return None
    besides = {fact.step: fact.value for fact in heard.facts if fact.step in IMPLIED}
    return _with(scene, *told[0], besides)


def _news(scene: Scene, heard: Heard) -> list[Told]:
    """What has become of what was told: facts, or what was asked last ("statusnya sudah mati")."""
    facts = _in_facts(scene, heard)
    if facts:
        # Of somebody who was dismissed it is told, too, that they left.
        return [each for each in facts if each[0].id not in _implied(heard)] or facts
    if heard.is_brief:
        return _told(scene, heard)
    last = next(_chosen_so_far(scene), None)
    found = _read(scene, last, heard) if last else None
    return [(last, found)] if last and found else []


def _implied(heard: Heard) -> set[str]:
    return {IMPLIED[fact.step][0] for fact in heard.facts if fact.step in IMPLIED}


def _has_left_since(scene: Scene, heard: Heard) -> bool:
    """ "Sudah berhenti sekarang", from somebody who was still at work when asked."""
    step, value = AT_WORK
    told = {(fact.step, fact.value) for fact in heard.facts}
    at_work = scene.conversation.given(GUIDE).get(step) == value
    return at_work and LEFT in told and AT_WORK not in told and not heard.is_question


def _changed(scene: Scene, heard: Heard, *, surely: bool) -> Reply | None:
    """The answer that is denied; else what is a fact anywhere; else the newest it can be said of,
    and at last one that it repeats.

    Not surely a correction, "sebenarnya saya bingung" takes no answer back.
    """
    told = [each for each in _told(scene, heard) if surely or not _is_unsure(scene, heard, *each)]
    other = [each for each in told if not _is_known(scene, *each)]
    meant = (*_denied(scene, heard), *_in_facts(scene, heard), *other, *told)
    return next((_with(scene, *each) for each in meant), None)


def _told(scene: Scene, heard: Heard) -> list[Told]:
    """What a text would answer to each question so far, the newest first."""
    read = ((step, _read(scene, step, heard)) for step in _chosen_so_far(scene))
    return [(step, found) for step, found in read if found is not None]


def _denied(scene: Scene, heard: Heard, *, here: bool = False) -> Iterator[Told]:
    """Answers that a text denies, each with the option it names instead.

    `here`: unless what it names answers the question at hand, too.
    """
    guide = scene.conversation.guide or ""
    if not heard.denies:
        return
    clauses = [each for each in heard.clauses if not (here and _answers_here(scene, heard, each))]
    for step in _chosen_so_far(scene):
        index = heard.ears.options.of((guide, step.id))
        known = scene.conversation.given(guide).get(step.id)
        if index is None or known not in step.options:
            continue
        denying = (index.rank(each.words) for each in heard.clauses if each.denies_any)
        if not any(each.denied and each.key == known for rank in denying for each in rank):
            continue
        # "Gak di-PHK, saya resign" denies a reason, and says twice that somebody left.
        ranks = [(clause, index.rank(clause.words)) for clause in clauses]
        named = {rank[0].key for clause, rank in ranks if _says(clause, rank)}
        if len(named) == 1 and known not in named:
            yield step, Understood(named.pop())


def _instead(scene: Scene, heard: Heard) -> Iterator[Told]:
    """ "Bukan, saya kena PHK": nothing is denied but what was said last."""
    clauses = heard.clauses
    bare = len(clauses) > 1 and clauses[0].denies and heard.ears.options.says_little(clauses[0])
    if not bare or _is_answer(scene, heard):
        return
    yield from _in_facts(scene, heard)
    last = next(_chosen_so_far(scene), None)
    found = _read(scene, last, heard) if last else None
    if last and found and not _is_known(scene, last, found):
        yield last, found


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


def _in_facts(scene: Scene, heard: Heard) -> list[Told]:
    """Answers of `cek-hak` against which a text tells a fact."""
    if scene.conversation.guide != GUIDE:
        return []
    told = {fact.step: Understood(fact.value, span=fact.span) for fact in heard.facts}
    chosen = ((step, told[step.id]) for step in _chosen_so_far(scene) if step.id in told)
    return [each for each in chosen if not _is_known(scene, *each)]


def _is_known(scene: Scene, step: Ask, found: Understood[str]) -> bool:
    return scene.conversation.given(scene.conversation.guide or "").get(step.id) == found.value


def _is_unsure(scene: Scene, heard: Heard, step: Ask, found: Understood[str]) -> bool:
    index = heard.ears.options.of((scene.conversation.guide or "", step.id))
    return index is not None and found.value == index.unsure


def _has_value(scene: Scene, heard: Heard) -> bool:
    """Whether it is a day or an amount where one is asked for."""
    return scene.question is not None and value_of(scene.question, heard) is not None


def _is_answer(scene: Scene, heard: Heard) -> bool:
    """Whether it answers the question at hand rather than one before it."""
    return scene.question is not None and _read(scene, scene.question, heard) is not None


def _with(
    scene: Scene, step: Ask, found: Understood[str], besides: Mapping[str, str] = NOTHING
) -> Reply:
    """The answer in the place of the one before, with what else was told besides.

    A guess is asked about here as at the question.
    """
    guide = scene.conversation.guide or ""
    if found.span and (is_guess(step, found) or decides(scene, step, found.span)):
        open_again = scene.conversation.without(guide, step.id)
        return narrowed(scene.with_(open_again), step, found.span)
    spans: dict[str, Span] = {step.id: found.span} if found.span else {}
    talk: Conversation = scene.conversation.told(guide, {**besides, step.id: found.value}, spans)
    return said_back(scene, talk.with_(aside=None, unclear=0), step, CHANGED)


def _chosen_so_far(scene: Scene) -> Iterator[Ask]:
    """The answered questions, the newest first."""
    passed = scene.position(scene.guide).passed if scene.guide else ()
    return (step for step in reversed(passed) if step.has_choice)


def _read(scene: Scene, step: Ask, heard: Heard) -> Understood[str] | None:
    """The answer to this question that a text would be."""
    found = value_of(step, heard)
    if found is not None:
        return found
    option = option_of(scene, step, heard).taken
    return Understood(option) if option else None
