"""A free text as the answer to the question at hand, and what is said when it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import dropwhile
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import PATIENCE
from flows.ears import Heard
from flows.ears.facts.ages import OLD_ENOUGH
from flows.ears.facts.in_text import AT_WORK, LEAVING, OVERRULED
from flows.ears.heard import FEW_WORDS
from flows.language.labels import YES
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.choice import NONE, Choice
from flows.talk.answering.doubting import doubted, without_empty_yes
from flows.talk.answering.halves import in_a_piece
from flows.talk.answering.narrowing import decides, narrowed
from flows.talk.answering.options import option_of
from flows.talk.answering.saying_back import said_back
from flows.talk.answering.values import is_guess, is_vague, tense_of, value_of
from flows.talk.answering.ways import ways_of
from flows.talk.covering import notes_of
from flows.talk.reply import Reply, show
from flows.talk.telling.facts import accept, facts_told, tells_more, with_answer
from flows.talk.telling.reading_on import read_on
from flows.talk.telling.told import said_in_one_piece, told_apart, told_in
from flows.views import current_screen

LEFT_OPEN: Final = 0.75
"""Likeness to not knowing from which a clause leaves the day open that another one names."""


ENOUGH_LEFT: Final = 3
"""Options from which denying one says nothing of the others."""

HELPS: Final = 0.9
"""Chance of a topic from which the way to it stands below a question what was meant."""


def answer_to_step(scene: Scene, heard: Heard) -> Reply | None:
    """A free text understood as an answer to the current question.

    A date or an amount is read as one before it is held against the ready answers: "bulan lalu" is
    not "Lebih dari 2 bulan lalu". What is asked ("saldo 20 juta bisa lewat JMO?") is no answer.
    """
    agreed = accept(scene) if scene.conversation.under(View.NOTED) else None
    if agreed is not None:
        # Who goes on instead of saying no agrees to what was noted.
        reply = answer_to_step(scene.with_(agreed), _behind_yes(heard))
        if reply is not None and not reply.conversation.under(View.MEANT, View.NOTED):
            return reply
    guide, step = scene.guide, scene.question
    if guide is None or step is None:
        return None
    if tells_more(scene, heard):
        return _all_told(scene, step, heard)
    found = value_of(step, heard)
    span = found.span if found else None
    if found and span and (is_guess(step, found) or decides(scene, step, span)):
        return narrowed(scene, step, span)
    choice = _choice(scene, step, heard, found)
    if choice.near:
        return _asked_which(scene, heard, choice.near)
    found = Understood(choice.taken) if choice.taken else found
    if found is None:
        return None
    answered = with_answer(scene, step.id, found.value, heard, found.span)
    talk = read_on(scene, answered.with_(aside=None, unclear=0), step, heard.mended)
    return said_back(scene, talk.without_notes() if guide.id == GUIDE else talk, step)


def _behind_yes(heard: Heard) -> Heard:
    """What is said behind a yes that was for something else: "iya, belum kerja lagi"."""
    behind = heard.ears.choices.behind_yes(heard.folded)
    return heard if behind == heard.folded else replace(heard, text=behind)


def _choice(scene: Scene, step: Ask, heard: Heard, found: Understood[str] | None) -> Choice:
    """The option that is meant where no day or amount is, or that leaves the day open."""
    if found is not None:
        unsure = _left_open(scene, step, heard)
        return Choice(near=(unsure,)) if unsure else NONE
    if is_vague(step, heard):
        return NONE
    if heard.correction is None and heard.mended.said.place is not None:
        # "Nomor 1 bukan, nomor 2": the other place on the screen.
        heard = heard.mended
    heard = without_empty_yes(heard)
    choice = in_a_piece(scene, step, heard, option_of(scene, step, heard))
    apart = _said_apart(scene, step, heard) if choice.taken is None else None
    choice = doubted(scene, step, heard, Choice(apart) if apart else choice)
    if covers(scene):
        mine = choice.taken and _is_meant_for_step(scene, step, heard)
        return Choice(choice.taken) if mine else NONE
    return choice if choice.taken or not choice.faint else NONE


def _said_apart(scene: Scene, step: Ask, heard: Heard) -> str | None:
    """What one piece says by itself: "ini saya lagi bu. sekarang gak kerja", "sudah 57, masih
    kerja"."""
    if scene.conversation.guide != GUIDE or heard.is_question or not heard.statements:
        return None
    if step.id == OLD_ENOUGH[0]:
        said = {option_of(scene, step, piece).taken for piece in heard.statements} - {None}
        weaker = {OLD_ENOUGH[1], *OVERRULED[OLD_ENOUGH[1]]}
        return OLD_ENOUGH[1] if OLD_ENOUGH[1] in said and said <= weaker else None
    if step.id == AT_WORK[0]:
        told = told_apart(scene, heard).get(step.id)
        return told.value if told else None
    return said_in_one_piece(scene, step, heard)


def _all_told(scene: Scene, step: Ask, heard: Heard) -> Reply | None:
    """Several answers at once, said back together; what was said vaguely waits for a yes."""
    told = told_in(scene, heard)
    if step.id not in told or told[step.id].vague:
        return facts_told(scene, heard)
    answers = {name: fact.value for name, fact in told.items() if not fact.vague}
    vague = {name: fact for name, fact in told.items() if fact.vague and _is_of_use(name, answers)}
    talk = (
        scene.conversation.told(GUIDE, answers, {})
        .without_notes()
        .with_(
            noted={name: fact.value for name, fact in vague.items()},
            noted_vague={name: fact.vague for name, fact in vague.items()},
        )
    )
    return said_back(scene, talk.with_(aside=notes_of(talk), unclear=0), step)


def _is_of_use(step: str, answers: Mapping[str, str]) -> bool:
    """Whether a question may still come: who is old enough is not asked when they left."""
    return step != LEAVING or answers.get(OLD_ENOUGH[0]) != OLD_ENOUGH[1]


def nearly_answered(scene: Scene, heard: Heard) -> Reply | None:
    """What may be one of two options is asked about, where nothing else is meant for sure."""
    step = scene.question
    if step is None or covers(scene) or is_vague(step, heard):
        return None
    near = option_of(scene, step, heard).near
    return _asked_which(scene, heard, near) if near else None


def ruled_one_out(scene: Scene, heard: Heard) -> Reply | None:
    """ "Bukan ditolak": one option is denied and nothing else said, so the others are asked."""
    step = scene.question
    if step is None or scene.guide is None or covers(scene) or heard.length > FEW_WORDS:
        return None
    if not heard.clauses or not all(each.denies_any for each in heard.clauses):
        return None
    index = heard.ears.options.of((scene.guide.id, step.id))
    if index is None or heard.asks or len(step.options) < ENOUGH_LEFT:
        return None
    denied = {key for each in heard.clauses for key in index.denied(each.words)}
    left = tuple(key for key in step.options if key not in denied)
    if not denied or len(left) < 2 or scene.conversation.under(View.MEANT):
        return None
    return show(scene, scene.conversation.with_(aside=Aside(View.MEANT, left)))


def may_answer(scene: Scene, heard: Heard) -> bool:
    """Whether a text is, or may be, an answer to the question at hand, whatever else it is."""
    step = scene.question
    if step is None or scene.conversation.aside or is_vague(step, heard):
        return False
    choice = option_of(scene, step, heard)
    return bool(choice.taken or choice.near)


def _asked_which(scene: Scene, heard: Heard, near: tuple[str, ...]) -> Reply | None:
    """Asks which option was meant, with what helps besides; not twice the same."""
    asked = Aside(View.MEANT, (*near, *_helps(heard)))
    before = scene.conversation.under(View.MEANT)
    if before is not None and before.args[: len(near)] == near:
        return None
    return show(scene, scene.conversation.with_(aside=asked))


def _helps(heard: Heard) -> tuple[str, ...]:
    """The trouble or the topic that a text is surely about as well."""
    if heard.troubles and heard.troubles[0].sure:
        return (heard.troubles[0].trouble,)
    topics = heard.topics
    sure = topics.act == "answer" and topics.best and topics.top[0].chance >= HELPS
    return (topics.best,) if sure and topics.best else ()


def _left_open(scene: Scene, step: Ask, heard: Heard) -> str | None:
    """The option of who does not know, where a day is named and left open: "bulan depan, tapi belum
    pasti"."""
    if scene.guide is None or not step.future or len(heard.clauses) < 2:
        return None
    index = heard.ears.options.of((scene.guide.id, step.id))
    if index is None or index.unsure is None:
        return None
    ranks = (index.rank(clause.words)[0] for clause in heard.clauses)
    said = any(each.key == index.unsure and each.likeness >= LEFT_OPEN for each in ranks)
    return index.unsure if said else None


def _is_meant_for_step(scene: Scene, step: Ask, heard: Heard) -> bool:
    """Whether a text under something that covers the question answers the question all the same.

    "Ya" and a number belong to what is seen.
    """
    asks = heard.asks or heard.manner.whether
    if scene.guide is None or asks or heard.said.place is not None:
        return False
    if not heard.said.words:
        return False
    ways = ways_of(scene, scene.guide.id, step)
    # "Oke. halaman JHT sudah muncul": the "oke" is for what was read.
    said = tuple(dropwhile(YES.__eq__, heard.said.words))
    words = said if len(said) > 1 else heard.said.words
    return not heard.ears.choices.plain(words, ways)


def covers(scene: Scene) -> bool:
    """Whether something stands over the question that a text may answer instead of it."""
    return scene.conversation.aside is not None and not scene.conversation.under(View.MEANT)


def unclear_answer(scene: Scene, heard: Heard) -> Reply | None:
    """At a question: says what was unclear and asks again; the second time offers a person."""
    step = scene.question
    if step is None or covers(scene):
        return None
    if heard.is_elsewhere and not heard.is_brief:
        return None
    talk = scene.conversation.puzzled(f"{scene.conversation.guide}/{step.id}")
    if talk.unclear >= PATIENCE:
        return show(scene, talk.with_(aside=Aside(View.PERSON), asked=heard.quoted))
    message = _unclear_message(scene, step, heard)
    return Reply(talk, (current_screen(scene).under(message, scene.say(message)),))


def _unclear_message(scene: Scene, step: Ask, heard: Heard) -> str:
    if step.answer == "pilihan":
        # The button that the longer text names is there only when the troubles do not all fit.
        more = Aside(View.OTHER_SCREENS) in (
            button.press for button in current_screen(scene).choices
        )
        return "kurang_jelas_layar" if more else "kurang_jelas_pilihan"
    if step.answer == "rupiah":
        return "kurang_jelas_rupiah"
    day = heard.day(tense_of(step))
    ahead = isinstance(day, Understood) and day.value > heard.today
    if ahead and not step.future and not heard.is_question:
        return "tanggal_masa_depan"
    return "kurang_jelas_tanggal"
