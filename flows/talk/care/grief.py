"""Somebody has died: a word of condolence and the guide for the family, before anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.content.named import HEIRS, MEMBERS, OF_DEATH, PAPERS_OF_DEATH, RELATION
from flows.ears import Heard
from flows.ears.facts.in_text import BALANCE, LAST_DAY, LEAVING
from flows.rights.cek_hak import BIRTH, GUIDE
from flows.scene import Scene
from flows.talk.answering.answers import answer_to_step, may_answer
from flows.talk.answering.beside import with_regard
from flows.talk.answering.choice import EITHER_OR, NONE, Choice
from flows.talk.answering.saying_back import said_back
from flows.talk.covering import covered
from flows.talk.pressing.buttons import open_guide
from flows.talk.reply import Reply, above, show
from flows.talk.telling.facts import with_answer

BARE: Final = 6
"""Words up to which a text says nothing besides the death."""

ALSO: Final = "juga"

WHOSE: Final = "duka_siapa"

ASKED: Final = frozenset({"keadaan", "sebab_lain"})
"""Questions of `cek-hak` that a death answers."""

OWN: Final = frozenset({LEAVING, LAST_DAY, BIRTH, BALANCE, "status", "masa"})
"""Questions of `cek-hak` that only who has come far in it for themselves has answered."""

OF_DEAD: Final = frozenset({"lain", "meninggal", None})
"""What it answers there; no answer is one, too."""


def _said_again(scene: Scene, step: Ask | None, heard: Heard) -> Reply | None:
    """In the guide itself: who has died tells the relation; what else is said may answer."""
    if step is None or scene.conversation.aside or heard.length > BARE:
        return None
    if step.id == RELATION:
        kin = Choice(heard.mourning.kin)
        if kin.taken not in step.options or with_regard(step, heard, kin, None) == NONE:
            # "Almarhum tidak punya keluarga" tells of nobody who writes.
            return None
        answered = with_answer(scene, step.id, heard.mourning.kin or "", heard)
        return said_back(scene, answered.with_(aside=None, unclear=0), step)
    # "Istrinya sudah wafat, anaknya dua" answers as well; a death alone does not.
    answered_too = answer_to_step(scene, heard) if heard.mourning.besides.more else None
    if answered_too is None and ALSO in heard.spelled and len(step.options) == EITHER_OR:
        # "Istrinya juga sudah meninggal": who is left is asked for.
        asked = Aside(View.MEANT, tuple(step.options)) if may_answer(scene, heard) else None
        answered_too = _condoled(scene, show(scene, scene.conversation.with_(aside=asked)), "duka")
    return answered_too if answered_too is not None else above(scene, "duka")


def mourning(scene: Scene, heard: Heard) -> Reply | None:
    """In the guide for heirs: where a paper is made; and what only needs a kind word."""
    step = scene.question
    if scene.conversation.guide != HEIRS or step is None:
        return None
    besides = heard.mourning.besides
    if len(step.options) > 1 and besides.papers and may_answer(scene, heard):
        return None
    if besides.papers and PAPERS_OF_DEATH in scene.library.troubles:
        shown = covered(scene.conversation, Aside(View.TROUBLE, (PAPERS_OF_DEATH,)))
        return show(scene, shown.with_(unclear=0))
    told = besides.sad or (besides.since and not step.means)
    return above(scene, "duka") if told and heard.length <= BARE and not heard.is_question else None


def _claims_own(scene: Scene, heard: Heard) -> bool:
    """Whether so much was told for oneself that a death may be told besides: nothing of it is left
    behind unless the claim is said to be that of the dead."""
    talk = scene.conversation
    if talk.guide != GUIDE or talk.holder or heard.mourning.besides.gone:
        return False
    return bool(talk.given(GUIDE).keys() & OWN)


def _whose(scene: Scene, heard: Heard) -> Reply:
    """ "Bapak meninggal jadi saya resign, bisa cair?": it may be the writer's own claim."""
    step, guide = scene.question, scene.conversation.guide
    answered = answer_to_step(scene, heard) if step is not None else None
    given = answered.conversation.given(guide or "").get(step.id) if answered and step else None
    if answered is not None and given not in OF_DEAD:
        return _condoled(scene, answered, "duka")
    asks = heard.topics.top if heard.topics.act == "answer" else ()
    best = [each.topic for each in asks if each.topic not in {HEIRS, MEMBERS, *OF_DEATH}]
    offered = Aside(View.OFFER, (HEIRS, MEMBERS, *best[:1]))
    talk = scene.conversation.with_(aside=offered, asked=heard.quoted, unclear=0)
    reply = show(scene, talk)
    first, *others = reply.screens
    # It asks whose claim it is: nobody who mourns is told that they were not understood.
    asked = replace(first, id=f"{first.id}?{WHOSE}", text=scene.say(WHOSE), brief=None)
    return replace(reply, screens=(asked, *others))


def _condoled(scene: Scene, reply: Reply, message: str) -> Reply:
    first, *others = reply.screens
    return replace(reply, screens=(first.under(message, scene.say(message)), *others))


def condoled(scene: Scene, heard: Heard, reply: Reply) -> Reply:
    """Condolence above what is answered of a death that happened; none where one may come."""
    topic = reply.conversation.under(View.TOPIC)
    of_death = topic is not None and topic.about in {HEIRS, *OF_DEATH}
    # Who tells of a death is condoled with at once.
    if not of_death or heard.mourning.told or not heard.mourning.spoken:
        return reply
    return _condoled(scene, reply, "duka")


def mourned(scene: Scene, heard: Heard) -> Reply | None:
    """ "Bapak saya sudah ga ada": condolence and the guide for heirs at once."""
    talk = scene.conversation
    step = scene.question
    here = step is not None and step.id in ASKED and heard.mourning.besides.gone
    if not (heard.mourning.told or here) or HEIRS not in scene.library.guides:
        return None
    if talk.guide == HEIRS:
        return _said_again(scene, step, heard)
    if (heard.mourning.own and heard.mourning.told) or _claims_own(scene, heard):
        return _whose(scene, heard)
    if step is not None and talk.guide == GUIDE and step.id in ASKED and not talk.aside:
        answered = answer_to_step(scene, heard)
        given = answered.conversation.given(GUIDE).get(step.id) if answered else None
        if answered is not None and given not in OF_DEAD:
            return answered
        # What was asked is answered on the way: back there, the outcome stands.
        talk = talk.told(GUIDE, {"keadaan": "lain", "sebab_lain": "meninggal"}, {})
        scene = scene.with_(talk)
    opened = (open_guide(scene, HEIRS) or talk).with_(unclear=0, asked=heard.quoted)
    if talk.guide == GUIDE and GUIDE not in opened.back_to and talk.given(GUIDE).keys() & OWN:
        opened = opened.with_(back_to=(*opened.back_to, GUIDE))
    # Its topics speak of second wives and step-children: only to who asks about the right.
    asks = heard.topics.act == "answer" and heard.is_question
    best = heard.topics.best if asks else None
    if best in OF_DEATH:
        opened = opened.with_(aside=Aside(View.TOPIC, (best,)))
    reply = show(scene, opened)
    begun = scene.with_(opened).position(scene.library.guides[HEIRS]).passed
    if not begun and best not in OF_DEATH:
        return reply
    return _condoled(scene, reply, "duka")
