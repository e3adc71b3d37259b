"""A free text as the answer to the question at hand, and what is said when it is none."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import PATIENCE
from flows.ears import Heard
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.choice import NONE
from flows.talk.facts import accept, facts_told, tells_more, with_answer
from flows.talk.narrowing import decides, narrowed
from flows.talk.options import option_of
from flows.talk.reading_on import read_on
from flows.talk.reply import Reply, show
from flows.talk.saying_back import said_back
from flows.talk.values import is_guess, is_vague, tense_of, value_of
from flows.views import current_screen


def answer_to_step(scene: Scene, heard: Heard) -> Reply | None:
    """A free text understood as an answer to the current question.

    A date or an amount is read as one before it is held against the ready answers: "bulan lalu" is
    not "Lebih dari 2 bulan lalu". What is asked ("saldo 20 juta bisa lewat JMO?") is no answer.
    """
    if scene.conversation.under(View.NOTED):
        # Who goes on instead of saying no agrees to what was noted.
        agreed = accept(scene)
        reply = answer_to_step(scene.with_(agreed), heard) if agreed else None
        if reply is not None and not reply.conversation.under(View.MEANT, View.NOTED):
            return reply
    guide, step = scene.guide, scene.question
    if guide is None or step is None:
        return None
    if tells_more(scene, heard):
        return _all_told(scene, step, heard)
    found = value_of(step, heard)
    if found and found.span and (is_guess(step, found) or decides(scene, step, found.span)):
        return narrowed(scene, step, found.span)
    if found is None and not is_vague(step, heard):
        choice = option_of(scene, step, heard)
        if covers(scene) and not _is_meant_for_step(scene, step, heard):
            choice = NONE
        if choice.near and not choice.faint and not covers(scene):
            return _asked_which(scene, choice.near)
        found = Understood(choice.taken) if choice.taken else None
    if found is None:
        return None
    answered = with_answer(scene, step.id, found.value, heard, found.span)
    talk = read_on(scene, answered.with_(aside=None, unclear=0), step, heard)
    return said_back(scene, talk.without_notes() if guide.id == GUIDE else talk, step)


def _all_told(scene: Scene, step: Ask, heard: Heard) -> Reply | None:
    """Several answers at once, said back together; what was said vaguely is confirmed first."""
    told = {fact.step: fact for fact in heard.facts}
    if step.id not in told or any(fact.vague for fact in told.values()):
        return facts_told(scene, heard)
    answers = {name: fact.value for name, fact in told.items()}
    talk = scene.conversation.told(GUIDE, answers, {}).with_(aside=None, unclear=0)
    return said_back(scene, talk, step)


def nearly_answered(scene: Scene, heard: Heard) -> Reply | None:
    """What may be one of two options is asked about, where nothing else is meant for sure."""
    step = scene.question
    if step is None or covers(scene) or is_vague(step, heard):
        return None
    near = option_of(scene, step, heard).near
    return _asked_which(scene, near) if near else None


def _asked_which(scene: Scene, near: tuple[str, ...]) -> Reply | None:
    """Asks which option was meant; not twice the same."""
    asked = Aside(View.MEANT, near)
    if scene.conversation.aside == asked:
        return None
    return show(scene, scene.conversation.with_(aside=asked))


def _is_meant_for_step(scene: Scene, step: Ask, heard: Heard) -> bool:
    """Whether a text under something that covers the question answers the question all the same.

    "Ya" and a number belong to what is seen, and so does what a topic surely answers.
    """
    if scene.guide is None or heard.is_question or heard.said.place is not None:
        return False
    if not heard.said.words:
        return False
    at = (scene.guide.id, step.id)
    labels = {key: scene.plain(label) for key, label in step.options.items()}
    ways = heard.ears.choices.ways(labels, heard.ears.ways.get(at))
    if heard.ears.choices.plain(heard.said.words, ways):
        return False
    literal = heard.ears.choices.same_words(heard.said, ways) is not None
    return literal or heard.topics.act != "answer"


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
