"""Facts told one by one before any guide: "saya resign", "tgl 10 oktober", "belum kerja".

The first is answered by its topic and kept; what follows is said back together with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.facts.in_text import (
    AT_WORK,
    BALANCE,
    IMPLIED,
    LAST_DAY,
    LEAVING,
    LEFT,
    NOW,
    OVERRULED,
    Fact,
    count_told,
)
from flows.rights.cek_hak import BIRTH, GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.answering.values import is_guess, value_of
from flows.talk.reply import Reply, show
from flows.talk.telling.facts import ENOUGH
from flows.talk.telling.told import STATUS, SUPPOSED, WORK, told_in

LONGEST: Final = 8
"""Words up to which a text tells one thing more."""

SITUATION: Final = LEFT[0]

PLAIN: Final = frozenset({SITUATION, *IMPLIED, LEAVING, LAST_DAY, BALANCE, BIRTH})
PLAIN_ANSWERS: Final = frozenset({(WORK, "tidak"), AT_WORK, (STATUS, "nonaktif")})
"""What is told and not asked about: "masih aktif", "gak punya hp" are what one complains of."""


def gathered(scene: Scene, heard: Heard) -> Reply | None:
    """What is told besides the fact before it: both are said back, none is an answer yet."""
    talk = scene.conversation
    if not talk.mentioned or not _may_tell(scene, heard):
        return None
    there = scene.with_(talk.told(GUIDE, talk.mentioned, {}).with_(guide=GUIDE, aside=None))
    told = {**_answered(there, heard), **told_in(there, heard)}
    new = {
        step: fact
        for step, fact in told.items()
        if talk.mentioned.get(step) != fact.value
        and (step in PLAIN or (step, fact.value) in PLAIN_ANSWERS)
    }
    if not new or _is_otherwise(talk.mentioned, new):
        return None
    noted = _joined(talk.mentioned, new)
    if count_told(noted) < ENOUGH:
        return None
    vague = {step: span for step, fact in new.items() if (span := fact.vague) and step in noted}
    talk = talk.without_notes().with_(noted=noted, noted_vague=vague, asked=heard.quoted)
    return show(scene, talk.with_(aside=Aside(View.NOTED), unclear=0))


def remembered(scene: Scene, heard: Heard, reply: Reply) -> Reply:
    """The reply, with the one fact kept that was told before any guide."""
    talk = reply.conversation
    if talk.guide is not None or talk.noted or not _may_tell(scene, heard):
        return reply
    told = {fact.step: fact.value for fact in heard.facts if not fact.vague}
    if not told:
        return reply
    told = _joined(talk.mentioned, {step: Fact(step, value) for step, value in told.items()})
    return replace(reply, conversation=talk.with_(mentioned=told))


def _may_tell(scene: Scene, heard: Heard) -> bool:
    """Whether it may tell a fact of the member, with nothing asked or supposed."""
    if scene.conversation.guide is not None or GUIDE not in scene.library.guides:
        return False
    if heard.length > LONGEST or heard.asks:
        return False
    if heard.behind_no is not None or any(each.is_question for each in heard.parts):
        return False
    return heard.own is heard and SUPPOSED.isdisjoint(heard.spelled)


def _answered(there: Scene, heard: Heard) -> dict[str, Fact]:
    """What it would answer: the question that comes next, the day, the status or the amount."""
    if all(map(heard.ears.options.says_little, heard.clauses)) and not heard.measures:
        found = tuple(_values(there, heard))
    else:
        found = (*_options(there, heard), *_values(there, heard))
    return {fact.step: fact for fact in reversed(found)}


def _options(there: Scene, heard: Heard) -> Iterator[Fact]:
    asked = there.question
    status = next((step for step in _asks(there) if step.id == STATUS), None)
    for step in (asked, status):
        taken = option_of(there, step, heard).taken if step else None
        if step and taken:
            yield Fact(step.id, taken)
            return


def _values(there: Scene, heard: Heard) -> Iterator[Fact]:
    given = there.conversation.given(GUIDE)
    for step in _asks(there):
        if step.id == BALANCE or (step.id == LEAVING and given.get(SITUATION) == LEFT[1]):
            found = value_of(step, heard)
            if found and not is_guess(step, found) and NOW not in heard.spelled:
                yield Fact(step.id, found.value, span=found.span)


def _asks(there: Scene) -> Iterator[Ask]:
    steps = there.guide.steps if there.guide else ()
    return (step for step in steps if isinstance(step, Ask))


def _is_otherwise(before: Mapping[str, str], new: Mapping[str, Fact]) -> bool:
    """Whether it speaks against what was told: "saya resign", "masih kerja"."""
    known = before.get(SITUATION, "")
    said = new[SITUATION].value if SITUATION in new else known
    weightier = {known, *OVERRULED.get(known, ())}
    return bool(known) and said not in weightier and known not in OVERRULED.get(said, ())


def _joined(before: Mapping[str, str], new: Mapping[str, Fact]) -> dict[str, str]:
    """What was told before with what is told now; of two situations the weightier one, else the
    newer."""
    now = {step: fact.value for step, fact in new.items()}
    known, said = before.get(SITUATION), now.get(SITUATION)
    if known is None or said is None or known == said:
        return {**before, **now}
    if said in OVERRULED.get(known, frozenset()):
        follows = {step for step, implied in IMPLIED.items() if implied == (SITUATION, said)}
        return {**before, **{k: v for k, v in now.items() if k not in follows | {SITUATION}}}
    follows = {step for step, implied in IMPLIED.items() if implied == (SITUATION, known)}
    return {**{k: v for k, v in before.items() if k not in follows}, **now}
