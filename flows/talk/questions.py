"""A question in free words: answered, offered, or honestly declined; then the guide goes on."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.ears.recognise import Recognised
from flows.ears.search import Found
from flows.events import Wrote
from flows.language.understanding import is_question
from flows.scene import Scene
from flows.talk.covering import covered
from flows.talk.patience import FEW_WORDS, LONG, PATIENCE, is_brief, is_elsewhere
from flows.talk.reply import Reply, show
from flows.views import current_screen

CLOSE = 0.70
"""Likeness from which a trouble of the question at hand is taken whatever else a text says."""

STORY = 20
"""Words from which a text may well be about several things."""

LIKELY = 0.10
"""Chance from which another topic of a story is put beside its answer."""

LINE = 12
"""Words a line on a screen has at most; what is longer is a story."""


def trouble_on_screen(scene: Scene, event: Wrote) -> Reply | None:
    """What JMO's screen says, typed or pasted: the trouble, its cause and remedy.

    At a question whose troubles are on offer a likely one is enough, unless the text rather asks
    for something else; elsewhere it has to be sure.
    """
    step = scene.question
    ears = scene.library.ears
    here = ears.screens.of(event.text, step.troubles) if step and step.troubles else None
    if here and not _fits(scene, here, event.text):
        here = None
    found = here or ears.screens.of(event.text)
    if found is None or not (here or found.sure):
        return None
    shown = covered(scene.conversation, Aside(View.TROUBLE, (found.trouble,)))
    return show(scene, shown.with_(unclear=0))


def _fits(scene: Scene, here: Recognised, text: str) -> bool:
    if here.likeness >= CLOSE:
        return True
    found = scene.library.ears.search.ask(text)
    if found.act == "answer":
        return scene.library.troubles[here.trouble].topic == found.best
    return not (found.elsewhere or is_question(text) or len(text.split()) > LINE)


def question(scene: Scene, event: Wrote) -> Reply | None:
    """A question some topic answers, or the likeliest topics; None when it is about none.

    Unsure twice in a row, or of somebody upset: a person is offered with them.
    """
    found = scene.library.ears.search.ask(event.text)
    if found.act == "decline" or (found.act == "offer" and _meant_as_answer(scene, event.text)):
        return None
    asked = scene.conversation.with_(asked=event.text[:LONG])
    upset = scene.library.ears.moods.of(event.text).upset
    # "Bangsat bpjs" names no topic, whatever its words.
    sure = found.act == "answer" and not (upset and is_brief(event.text))
    if sure and found.best:
        answer = Aside(View.TOPIC, (found.best, *_beside(found, event.text)))
        return show(scene, asked.with_(aside=answer, unclear=0))
    unclear = asked.unclear + 1
    view = View.PERSON if upset or unclear >= PATIENCE else View.OFFER
    return show(scene, asked.with_(aside=Aside(view, _topics(found)), unclear=unclear))


def _meant_as_answer(scene: Scene, text: str) -> bool:
    """A word or two at a question, of which no topic is sure, are an answer that is not clear.

    So are a few words with a number where a date or an amount is asked for ("10 agustus apa 11").
    """
    step = scene.question
    if step is None or scene.conversation.aside:
        return False
    typed = step.answer != "pilihan" and any(map(str.isdigit, text))
    return is_brief(text) or (typed and len(text.split()) <= 2 * FEW_WORDS)


def _beside(found: Found, text: str) -> tuple[str, ...]:
    """What a long complaint is probably about, too."""
    if len(text.split()) < STORY:
        return ()
    return tuple(score.topic for score in found.top[1:] if score.chance >= LIKELY)


def _topics(found: Found) -> tuple[str, ...]:
    return tuple(score.topic for score in found.top)


def not_ours(scene: Scene, event: Wrote) -> Reply:
    """Nothing here answers it: says so, and after the second time offers a person."""
    text = event.text[:LONG]
    talk = scene.conversation.with_(asked=text, unclear=scene.conversation.unclear + 1)
    if talk.unclear >= PATIENCE:
        reply = show(scene, talk.with_(aside=Aside(View.PERSON)))
    elif is_elsewhere(scene, event.text):
        notice = "pesan_panjang" if len(event.text) > LONG else "di_luar_topik"
        reply = show(scene, talk.with_(aside=Aside(View.NOTICE, (notice,))))
    else:
        talk = talk.with_(aside=None)
        screen = current_screen(scene.with_(talk))
        reply = Reply(talk, (screen.under("kurang_jelas_soal", scene.say("kurang_jelas_soal")),))
    return Reply(reply.conversation, reply.screens, unanswered=text)
