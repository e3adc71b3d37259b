"""Changing an answer by words: what is said to be right takes its place, and is said back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import Conversation, Span
from flows.ears import Heard
from flows.ears.correcting import Correction
from flows.ears.facts.in_text import AT_WORK, IMPLIED, LAST_DAY, LEAVING, LEFT
from flows.ears.options import SURE
from flows.ears.options.signed import INSTEAD
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.narrowing import decides, narrowed
from flows.talk.answering.options import is_listed, option_of
from flows.talk.answering.saying_back import said_back
from flows.talk.answering.values import is_guess, value_of
from flows.talk.changing.before import (
    called_before,
    ever_before,
    in_pieces,
    tells_of_before,
    told_before,
)
from flows.talk.changing.so_far import (
    Told,
    chosen_so_far,
    denied,
    is_known,
    is_unsure,
    named_for_sure,
    read_at,
    told_as_facts,
    told_so_far,
)
from flows.talk.reply import Reply, show

CHANGED: Final = "diubah"

BRIEF: Final = 12
"""Words up to which a text at an outcome says one thing."""

FEWEST_WORDS: Final = 2

NOTHING: Final[Mapping[str, str]] = {}


def corrected(scene: Scene, heard: Heard) -> Reply | None:
    """ "Eh salah, maret": the newest answer that this can be said of is changed.

    Which one is meant is asked where that cannot be told: the answers are shown as buttons.
    """
    ever = ever_before(scene, heard)
    if ever is not None:
        return changed_to(scene, ever)
    correction = heard.correction
    if (correction is None and heard.mended is heard) or tells_of_before(scene, heard):
        return None
    if scene.guide is None or not any(chosen_so_far(scene)) or is_listed(scene, heard):
        return None
    # "Eh iya anak saya umur 12" tells nothing of the member.
    if scene.guide.id == GUIDE and heard.own is None:
        return None
    # "Bukan 8 juta, 18 juta" may answer the question at hand, or correct an answer to another.
    if heard.mended is not heard and _has_value(scene, heard):
        return None
    if correction is None:
        return _changed(scene, heard.mended, surely=True)
    called = called_before(scene, heard, correction)
    if called is not None:
        return changed_to(scene, called)
    if correction.named and _is_meant_here(scene, heard):
        return None
    return _taken_back(scene, heard, correction)


def _taken_back(scene: Scene, heard: Heard, correction: Correction) -> Reply | None:
    """The answer as it should be; which one is asked where nothing is said instead."""
    if correction.instead:
        instead = replace(heard, text=correction.instead)
        told = told_before(scene, heard, instead, surely=correction.surely)
        if told is None and _is_answer(scene, instead):
            return None
        if told is not None:
            return changed_to(scene, told, _implying(told, instead))
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
    meant = next(chain(denied(scene, heard, here=True), _instead(scene, heard)), None)
    return changed_to(scene, meant, _implying(meant, heard)) if meant else None


def learned(scene: Scene, heard: Heard) -> Reply | None:
    """ "Udah ketemu, nonaktif": what was not known before is known now."""
    guide = scene.conversation.guide
    if scene.question is None or guide is None or heard.is_question or heard.length > BRIEF:
        return None
    if all(map(heard.ears.options.says_little, heard.clauses)):
        return None
    given = scene.conversation.given(guide)
    for step in chosen_so_far(scene):
        index = heard.ears.options.of((guide, step.id))
        if index is None or not index.unsure or given.get(step.id) != index.unsure:
            continue
        found = read_at(scene, step, heard)
        if found is not None and found.value != index.unsure:
            return changed_to(scene, (step, found))
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
        return show(scene, _left_as_planned(scene))
    if not FEWEST_WORDS <= heard.length <= BRIEF or heard.is_question:
        return None
    if tells_of_before(scene, heard):
        return None
    if heard.spelled and all(map(heard.ears.options.says_little, heard.clauses)):
        return None
    told = [each for each in _news(scene, heard) if not is_unsure(scene, heard, *each)]
    if len(told) != 1 or is_known(scene, *told[0]):
        return None
    besides = {fact.step: fact.value for fact in heard.facts if fact.step in IMPLIED}
    return changed_to(scene, told[0], besides)


def _news(scene: Scene, heard: Heard) -> list[Told]:
    """What has become of what was told: facts, or what was asked last ("statusnya sudah mati")."""
    facts = told_as_facts(scene, heard)
    if facts:
        # Of somebody who was dismissed it is told, too, that they left.
        return [each for each in facts if each[0].id not in _implied(heard)] or facts
    if heard.is_brief:
        return told_so_far(scene, heard)
    last = next(chosen_so_far(scene), None)
    found = (read_at(scene, last, heard) or _known_now(scene, last, heard)) if last else None
    return [(last, found)] if last and found else []


def _known_now(scene: Scene, step: Ask, heard: Heard) -> Understood[str] | None:
    """ "Udah saya cek, nonaktif", of what nobody knew before."""
    index = heard.ears.options.of((scene.conversation.guide or "", step.id))
    if index is None or scene.conversation.given(GUIDE).get(step.id) != index.unsure:
        return None
    said = {option_of(scene, step, piece).taken for piece in heard.statements}
    said -= {None, index.unsure}
    return Understood(said.pop() or "") if len(said) == 1 else None


def _implying(told: Told, heard: Heard) -> dict[str, str]:
    """What the same words say besides, of which the fact only follows: "saya udah resign"."""
    step, found = told
    facts = (fact for fact in heard.facts if IMPLIED.get(fact.step) == (step.id, found.value))
    return {fact.step: fact.value for fact in facts}


def _implied(heard: Heard) -> set[str]:
    return {IMPLIED[fact.step][0] for fact in heard.facts if fact.step in IMPLIED}


def _has_left_since(scene: Scene, heard: Heard) -> bool:
    """ "Sudah berhenti sekarang", from somebody who was still at work when asked."""
    step, value = AT_WORK
    if scene.conversation.given(GUIDE).get(step) != value or heard.is_question:
        return False
    told = {(fact.step, fact.value) for fact in heard.facts}
    if AT_WORK in told:
        return False
    asked = next((each for each in chosen_so_far(scene) if each.id == LEFT[0]), None)
    found = read_at(scene, asked, heard) if asked and heard.length <= BRIEF else None
    return LEFT in told or (found is not None and found.value == LEFT[1])


def _left_as_planned(scene: Scene) -> Conversation:
    """What was a plan has come true: the day stays, where somebody works now is asked anew."""
    talk = scene.conversation
    open_again = talk.without(GUIDE, AT_WORK[0]).with_(unclear=0)
    day = talk.given(GUIDE).get(LAST_DAY, "")
    passed = day[:1].isdigit() and day <= scene.today.isoformat()
    return open_again.told(GUIDE, {LEAVING: day}, {}) if passed else open_again


def _changed(scene: Scene, heard: Heard, *, surely: bool) -> Reply | None:
    """The answer that is denied; else what is a fact anywhere; else the newest it can be said of,
    and at last one that it repeats.

    Not surely a correction, "sebenarnya saya bingung" takes no answer back.
    """
    told = [
        each for each in told_so_far(scene, heard) if surely or not is_unsure(scene, heard, *each)
    ]
    other = [each for each in told if not is_known(scene, *each)]
    named = named_for_sure(scene, heard) if surely and not told else ()
    facts = (*told_as_facts(scene, heard), *in_pieces(scene, heard))
    meant = (*denied(scene, heard), *facts, *other, *told, *named)
    return next((changed_to(scene, each, _implying(each, heard)) for each in meant), None)


def _instead(scene: Scene, heard: Heard) -> Iterator[Told]:
    """ "Bukan, saya kena PHK": nothing is denied but what was said last."""
    clauses = heard.clauses
    bare = len(clauses) > 1 and clauses[0].denies and heard.ears.options.says_little(clauses[0])
    said = heard.behind_no or heard
    if not bare or _is_answer(scene, said) or _denies_here(scene, heard):
        return
    yield from told_as_facts(scene, heard)
    last = next(chosen_so_far(scene), None)
    found = read_at(scene, last, said) if last else None
    if last and found and not is_known(scene, last, found):
        yield last, found


def _denies_here(scene: Scene, heard: Heard) -> bool:
    """Whether its "belum" answers the question at hand, with something besides: "belum, soalnya
    ..."."""
    step = scene.question
    if scene.guide is None or step is None or INSTEAD in heard.spelled:
        return False
    index = heard.ears.options.of((scene.guide.id, step.id))
    if index is None or len(index.keys) < 2 or not heard.clauses[1].reason:
        return False
    return index.rank(heard.clauses[0].words)[0].likeness >= SURE


def _has_value(scene: Scene, heard: Heard) -> bool:
    """Whether it is a day or an amount where one is asked for."""
    return scene.question is not None and value_of(scene.question, heard) is not None


def _is_answer(scene: Scene, heard: Heard) -> bool:
    """Whether it answers the question at hand rather than one before it."""
    return scene.question is not None and read_at(scene, scene.question, heard) is not None


def changed_to(scene: Scene, told: Told, besides: Mapping[str, str] = NOTHING) -> Reply:
    """The answer in the place of the one before, with what else was told besides.

    A guess is asked about here as at the question.
    """
    step, found = told
    guide = scene.conversation.guide or ""
    if found.span and (is_guess(step, found) or decides(scene, step, found.span)):
        open_again = scene.conversation.without(guide, step.id)
        return narrowed(scene.with_(open_again), step, found.span)
    spans: dict[str, Span] = {step.id: found.span} if found.span else {}
    talk: Conversation = scene.conversation.told(guide, {**besides, step.id: found.value}, spans)
    talk = talk.with_(aside=None, unclear=0)
    if is_known(scene, step, found) and not besides:
        return said_back(scene, talk, step)
    return said_back(scene, talk, step, CHANGED)
