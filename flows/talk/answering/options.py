"""Which of some options is meant, told of those a question asks about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from flows.content.guide import Ask, Guide
from flows.content.named import HEIRS, RELATION
from flows.ears import Heard
from flows.ears.options import weigh
from flows.language.people.holder import named_as
from flows.language.people.whose import ME
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.choice import NONE, Choice
from flows.talk.answering.ways import ways_of
from flows.talk.answering.whom import OF_MEMBER, asked_of, is_other_child, names_others
from flows.talk.answering.worded import option_said

OF_ME: Final = 3
"""Words up to which "saya istrinya" says who somebody is and nothing else."""


def chosen(heard: Heard, labels: Mapping[str, str], *, polite: bool) -> str | None:
    """The key of the button a text means."""
    if not labels:
        return None
    choice = heard.ears.choices.choose(heard.said, labels, asks=heard.is_question, polite=polite)
    return choice.value if isinstance(choice, Understood) else None


def is_listed(scene: Scene, heard: Heard) -> bool:
    """Whether a text is, letter by letter, a way of saying an option of the question at hand.

    Whatever else such words may mean ("batal", "ada yang salah"), here they answer.
    """
    step = scene.question
    if scene.guide is None or step is None or scene.conversation.aside:
        return False
    ways = ways_of(scene, scene.guide.id, step)
    return heard.ears.choices.literally(heard.said, ways) is not None


def is_overcome(scene: Scene, heard: Heard) -> bool:
    """Whether what went wrong at first has gone well since: "dua kali gagal, yang ketiga bisa"."""
    step = scene.question
    if scene.guide is None or step is None or scene.conversation.aside:
        return False
    index = heard.ears.options.of((scene.guide.id, step.id))
    if index is None:
        return False
    said = weigh(heard.clauses, index)
    fine = not any(each.amiss or each.denies_any for each in heard.clauses)
    return said.overcome or (fine and len(said.sure) == 1)


def option_of(scene: Scene, step: Ask, heard: Heard) -> Choice:
    """The option of a question a text means, or those it may mean.

    What is told of somebody else is no answer of the speaker's: it is asked about.
    """
    guide = scene.guide
    if guide is None or not step.options:
        return NONE
    at = ("option", step.id, heard.text, heard.holder)
    return scene.once(at, lambda: _meant(scene, guide, step, heard))


def _meant(scene: Scene, guide: Guide, step: Ask, heard: Heard) -> Choice:
    # "Cuma 1, seharusnya 3" takes nothing back.
    if step.means and not heard.ears.quantities.contrasts(heard.folded):
        heard = heard.mended
    if guide.id == HEIRS and step.id == RELATION:
        return _relation_of(scene, guide, step, heard)
    asked = asked_of(scene, step, heard)
    if asked is None or not heard.others:
        choice = option_said(scene, guide, step, heard)
        return (
            choice if choice.taken or not heard.holder else _of_holder(scene, step, heard, choice)
        )
    if not asked.isdisjoint(heard.ears.whose.children) and is_other_child(scene, heard):
        return Choice(near=tuple(step.means)[:2])
    return _among_others(scene, guide, step, heard, asked)


def _among_others(
    scene: Scene, guide: Guide, step: Ask, heard: Heard, asked: frozenset[str | None]
) -> Choice:
    """What is told of those who are asked about, where others are told of, too."""
    own = heard.told_of(asked)
    choice = option_said(scene, guide, step, own) if own else NONE
    whole = option_said(scene, guide, step, heard)
    other = whole.taken or next(iter(whole.near), None)
    if choice.taken and other and choice.taken != other:
        mine = heard.told_of({heard.holder or ME}) if guide.id in OF_MEMBER else None
        if mine and option_said(scene, guide, step, mine).taken == choice.taken:
            # "Kakak resign, saya kena PHK": both are named, and what is whose.
            return choice
        return Choice(near=(choice.taken, other))
    if own and choice == NONE and heard.holder == "" and (fact := _told_of_me(scene, step, heard)):
        return Choice(fact)
    if choice != NONE and not choice.faint:
        return choice
    choice = whole
    if None in asked and asked.isdisjoint(heard.ears.whose.children):
        known = not choice.taken or names_others(scene, step, choice.taken, heard)
        return choice if known else Choice(near=(choice.taken or "",))
    # Of no child anything was told, though of others: "almarhum umur 52".
    told = choice.taken in step.means or heard.others.isdisjoint(asked)
    return Choice(near=tuple(step.means)[:2]) if told else choice


def _of_holder(scene: Scene, step: Ask, heard: Heard, choice: Choice) -> Choice:
    """ "Paman punya HP", where the guide is walked for him, says no more than "punya HP"."""
    bare = heard.ears.whose.without(heard.folded, named_as(heard.holder))
    if scene.guide is None or bare == heard.folded:
        return choice
    found = option_said(scene, scene.guide, step, replace(heard, text=bare))
    return choice if found == NONE else found


def _told_of_me(scene: Scene, step: Ask, heard: Heard) -> str | None:
    """The fact that is told of the writer by name: "kalau saya mah dipecat"."""
    mine = heard.told_of({ME})
    if mine is None or mine is heard or scene.guide is None or scene.guide.id != GUIDE:
        return None
    told = (fact.value for fact in mine.facts if fact.step == step.id)
    return next((value for value in told if value in step.options), None)


def _relation_of(scene: Scene, guide: Guide, step: Ask, heard: Heard) -> Choice:
    """What the speaker is to the one who died; through a third it is asked about."""
    kin = heard.ears.kinship.read(heard.folded)
    if kin.surely in step.options:
        return Choice(kin.surely)
    near = tuple(key for key in kin.near if key in step.options)
    if near and not is_listed(scene, heard):
        return Choice(near=near)
    if kin.own:
        return option_said(scene, guide, step, replace(heard, text=kin.own))
    # "Saya istrinya, anak dua masih kecil": who says so of themselves has answered.
    said = [part for part in heard.parts if part.spelled[:1] == (ME,) and part.length <= OF_ME]
    return option_said(scene, guide, step, said[0] if len(said) == 1 else heard)
