"""For whom a guide is walked: who writes may do so for a parent, a wife, a brother.

It is said once, said back above whatever comes next, and stands in the heading of every step
until it is said otherwise or the guide begins anew. What was answered for one person is never kept
for another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.content.named import HEIRS, ON_BEHALF, PURPOSES
from flows.conversation import Conversation
from flows.ears import Heard
from flows.ears.facts.ages import OLD_ENOUGH
from flows.ears.facts.in_text import count_told
from flows.language.people.holder import PARENTS, Declared
from flows.language.people.whose import DEAD, ME
from flows.presses import Action
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.doubting import NAME
from flows.talk.answering.options import option_of
from flows.talk.answering.whom import OF_MEMBER, asked_of, names_others
from flows.talk.asking.following import LIKELY_ENOUGH
from flows.talk.asking.questions import LIKELY
from flows.talk.covering import asks_whose, notes_of
from flows.talk.reply import Reply, show
from flows.talk.telling.facts import ENOUGH, left_for_menu, refuse
from flows.talk.telling.told import CARDS

FOR_THEM: Final = "untuk_siapa"
UNCLEAR: Final = "kurang_jelas"
FOR_MYSELF: Final = "untuk_sendiri"

PARENTAL: Final = frozenset({PARENTS, "bapak", "ibu", "mertua"})

QUIET: Final = frozenset({View.CALO, View.CALO_VERDICT, View.CALO_GIVEN, View.CALO_NEXT})
"""Above a warning nothing is said."""

Listen = Callable[[Scene, Heard], Reply]


def on_behalf(scene: Scene, heard: Heard, listen: Listen) -> Reply:
    """What `listen` answers to what is written for whoever the guide is walked for."""
    talk = scene.conversation
    if talk.guide == HEIRS or heard.mourning.told or asks_whose(talk):
        return listen(scene, heard)
    of_another = _noted_of_another(scene, heard)
    if of_another is not None:
        return of_another
    declared = heard.ears.holders.read(heard.folded) if _may_be_said(scene, heard) else None
    if declared is not None and declared.who == ME and talk.holder:
        aside = _asked_of_myself(scene, heard, declared)
        if aside is not None:
            return aside
    if declared is not None and declared.who != (talk.holder or ME):
        return _turned(scene, heard, declared, listen)
    heard = replace(heard, holder=talk.holder) if talk.holder else heard
    if declared is not None and talk.holder and _tells(declared):
        heard = replace(heard, text=declared.rest)
    meant = None if talk.holder else _plainly_of(scene, heard)
    if meant is None:
        who = None if talk.holder else _story_of(scene, heard)
        if who is None:
            return listen(scene, heard)
        there = scene.with_(talk.held_by(who))
        return _said(there, listen(there, replace(heard, holder=who)))
    there = scene.with_(talk.held_by(meant))
    return _said(there, _of_them(there, heard, listen))


def myself(scene: Scene) -> Reply:
    """ "Untuk saya sendiri": what was answered for somebody else is gone."""
    there = scene.with_(scene.conversation.anew_for(""))
    return replace(_said(there, show(there, there.conversation)), in_place=True)


def represented(scene: Scene, heard: Heard) -> Reply | None:
    """ "Boleh adik saya yang mewakili?", "apa saya boleh ikut?": who may act for the member."""
    if not heard.is_question or not heard.ears.holders.acts(heard.folded, heard.holder):
        return None
    if heard.topics.act == "answer" and heard.topics.best != ON_BEHALF:
        return None
    asked = scene.conversation.with_(asked=heard.quoted, unclear=0)
    return show(scene, asked.with_(aside=Aside(View.TOPIC, (ON_BEHALF,))))


def _noted_of_another(scene: Scene, heard: Heard) -> Reply | None:
    """Facts said back that are none of who they were noted of: "bukan saya, suami saya". They are
    said back once more, of whoever it is; of nobody named they are gone."""
    talk = scene.conversation
    if not talk.under(View.NOTED) or talk.holder or heard.is_question:
        return None
    who = heard.ears.holders.mistaken.instead(heard.folded)
    if who is None:
        return None
    if not who:
        return show(scene, refuse(scene))
    there = talk.held_by(who).with_(answers={}, vague={}, unclear=0)
    return _said(scene.with_(there), show(scene.with_(there), there))


def _may_be_said(scene: Scene, heard: Heard) -> bool:
    """At the question what for, "untuk anak" is its answer; in whose name one of the cards is
    ("dua, satu atas nama adik") says not for whom it is asked."""
    step = scene.question
    if step is None or (step.id == CARDS and NAME in heard.spelled):
        return step is None
    return step.id not in PURPOSES


def _tells(declared: Declared) -> bool:
    return bool(declared.rest)


def _asked_of_myself(scene: Scene, heard: Heard, declared: Declared) -> Reply | None:
    """ "Kalau saya sendiri, masih kerja, bisa ambil ga?": a question in between; what was answered
    for somebody else stays."""
    asks = heard.asks or heard.manner.whether
    rest = replace(heard, text=declared.rest)
    best = next(iter(rest.topics.top), None)
    if not asks or not declared.rest or best is None or best.chance < LIKELY_ENOUGH:
        return None
    likely = tuple(each.topic for each in rest.topics.top if each.chance >= LIKELY)
    topics = (best.topic, *(each for each in likely if each != best.topic))
    talk = scene.conversation.with_(aside=Aside(View.TOPIC, topics), asked=heard.quoted)
    reply = show(scene, talk.with_(unclear=0))
    first, *others = reply.screens
    said = scene.say("jawaban_tersimpan", siapa=scene.named_holder)
    return replace(reply, screens=(first.under("jawaban_tersimpan", said, whole=True), *others))


def _turned(scene: Scene, heard: Heard, declared: Declared, listen: Listen) -> Reply:
    """The reply for somebody else than before."""
    talk = scene.conversation
    holder = "" if declared.who == ME else declared.who
    anew = bool(talk.holder) or declared.anew
    there = scene.with_(talk.anew_for(holder) if anew else talk.held_by(holder))
    heard = replace(heard, holder=holder)
    if scene.guide is None:
        return _said(there, _asked(there, heard, listen))
    if not _tells(declared):
        return _said(there, show(there, there.conversation.with_(aside=None, unclear=0)))
    reply = listen(there, replace(heard, text=declared.rest))
    unsure = reply.conversation.under(View.OFFER, View.PERSON)
    if unsure or any(UNCLEAR in screen.id for screen in reply.screens):
        # What was said besides is nothing that has to be understood.
        reply = show(there, there.conversation.with_(aside=None, unclear=0))
    return _said(there, reply)


def _asked(scene: Scene, heard: Heard, listen: Listen) -> Reply:
    """Before any guide: what is asked is answered, else what is told is noted, else how one claims
    for somebody else."""
    facts = {fact.step: fact for fact in heard.facts}
    if heard.topics.act == "answer" or heard.mood.upset:
        return listen(scene, heard)
    talk = scene.conversation
    if not facts or not scene.conversation.holder:
        topic = Aside(View.TOPIC, (ON_BEHALF,))
        return show(scene, talk.with_(aside=topic, asked=heard.quoted, unclear=0))
    vague = {step: fact.vague for step, fact in facts.items() if fact.vague}
    noted = talk.with_(
        noted={step: fact.value for step, fact in facts.items()}, noted_vague=vague, unclear=0
    )
    return show(scene, noted.with_(aside=notes_of(noted), asked=heard.quoted))


def _plainly_of(scene: Scene, heard: Heard) -> str | None:
    """Whoever alone the first answer of a guide is told of: "bapak saya umurnya 59"."""
    step, guide = scene.question, scene.conversation.guide or ""
    if step is None or scene.conversation.given(guide) or heard.is_question:
        return None
    if len(heard.others) != 1 or scene.conversation.aside:
        return None
    if heard.own is not None and not heard.ears.whose.helps(heard.own.folded):
        return None
    who = next(iter(heard.others))
    if who == DEAD or who not in heard.ears.whose.family or asked_of(scene, step, heard) is None:
        return None
    return who if _answers(scene, step, heard, who) else None


def _story_of(scene: Scene, heard: Heard) -> str | None:
    """Whoever alone several facts before any guide are told of: "suami saya resign 10 september,
    saldo 12 juta"."""
    begins = scene.guide is None or left_for_menu(scene.conversation)
    if not begins or heard.own is not None or len(heard.others) != 1:
        return None
    who = next(iter(heard.others))
    theirs = replace(heard, holder=who)
    told = count_told({fact.step for fact in theirs.facts})
    known = who != DEAD and who in heard.ears.whose.family
    return who if known and told >= ENOUGH else None


def _of_them(scene: Scene, heard: Heard, listen: Listen) -> Reply:
    """Whether it is them who want to claim is asked, where nothing says so: "suami saya kena PHK"
    may be the reason of who writes."""
    theirs = replace(heard, holder=scene.conversation.holder)
    reply, step = listen(scene, theirs), scene.question
    if step is None or scene.conversation.guide not in OF_MEMBER or heard.own is not None:
        return reply
    answer = reply.conversation.given(scene.conversation.guide or "").get(step.id)
    parent = scene.conversation.holder in PARENTAL
    if answer not in step.options or (parent and (step.id, answer) == OLD_ENOUGH):
        # Nobody tells of a parent's age but to claim for them.
        return reply
    return show(scene, scene.conversation.with_(aside=Aside(View.MEANT, (answer or "",))))


def _answers(scene: Scene, step: Ask, heard: Heard, who: str) -> bool:
    theirs = replace(heard, holder=who)
    if scene.conversation.guide == GUIDE and any(fact.step == step.id for fact in theirs.facts):
        return True
    taken = option_of(scene, step, theirs).taken
    return taken is not None and not names_others(scene, step, taken, heard)


def _said(scene: Scene, reply: Reply) -> Reply:
    """The reply below for whom it is, with a tap to say that it is not."""
    talk: Conversation = reply.conversation
    if not reply.screens or talk.under(*QUIET) or talk.holder != scene.conversation.holder:
        return reply
    first, *others = reply.screens
    if not talk.holder:
        said = first.under(FOR_MYSELF, scene.say(FOR_MYSELF), whole=True)
        return replace(reply, screens=(said, *others))
    text = scene.say(FOR_THEM, siapa=scene.named_holder)
    said = first.under(FOR_THEM, text, whole=True)
    other = scene.button("tombol_untuk_sendiri", Action.MYSELF)
    return replace(reply, screens=(replace(said, nav=((other,), *said.nav)), *others))
