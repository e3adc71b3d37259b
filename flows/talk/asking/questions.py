"""A question in free words: answered, offered, or honestly declined; then the guide goes on."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.conversation import PATIENCE
from flows.ears import Heard
from flows.ears.heard import FEW_WORDS
from flows.ears.topics.recognise import Recognised
from flows.scene import Scene
from flows.talk.asking.following import (
    LIKELY_ENOUGH,
    belongs_there,
    followed_up,
    leans,
    maybe,
    near_the_guide,
    of_the_guide,
    whole_of,
)
from flows.talk.covering import covered
from flows.talk.reply import Reply, above, show
from flows.views import current_screen

CLOSE = 0.70
"""Likeness from which a trouble of the question at hand is taken whatever else a text says."""

MATTER = 0.6
"""Chance from which a part of a text is about a topic of its own."""

STORY = 20
"""Words from which a text may well be about several things."""

LIKELY = 0.10
"""Chance from which another topic of a story is put beside its answer."""

NOTHING_OURS = "-"
"""What was not understood is about none of our topics."""

LIKELY_BRIEF = 0.6
"""The same for a word or two, of which each says less."""

LINE = 12
"""Words a line on a screen has at most; what is longer is a story."""


def trouble_on_screen(scene: Scene, heard: Heard) -> Reply | None:
    """What JMO's screen says, typed or pasted: the trouble, its cause and remedy.

    At a question whose troubles are on offer a likely one is enough, unless the text rather asks
    for something else; elsewhere it has to be sure.
    """
    step = scene.question
    of_step = step.troubles if step else ()
    here = next((each for each in heard.troubles if each.trouble in of_step), None)
    if here and not _fits(scene, here, heard):
        here = None
    found = here or next(iter(heard.troubles), None)
    if found is None or not (here or found.sure):
        return None
    if here is None and _asks_of_its_topic(scene, found, heard):
        return None
    shown = covered(scene.conversation, Aside(View.TROUBLE, (found.trouble,)))
    return show(scene, shown.with_(unclear=0, asked=heard.quoted))


def _asks_of_its_topic(scene: Scene, found: Recognised, heard: Heard) -> bool:
    """ "Dana siaga itu apa?": who asks sees no screen, and the topic of it answers.

    Not so "kok ada tulisan status masih aktif" of somebody who walks through JMO.
    """
    if scene.guide is not None and not heard.folded.endswith("?"):
        return False
    topics = heard.topics
    named = scene.library.troubles[found.trouble].topic
    return heard.goes_on and topics.act == "answer" and topics.best == named


def _fits(scene: Scene, here: Recognised, heard: Heard) -> bool:
    if here.likeness >= CLOSE:
        return True
    topics = heard.topics
    if topics.act == "answer":
        return scene.library.troubles[here.trouble].topic == topics.best
    return not (topics.elsewhere or heard.is_question or heard.length > LINE)


def question(scene: Scene, heard: Heard) -> Reply | None:
    """A question some topic answers, or the likeliest topics; None when it is about none.

    Unsure twice in a row, or of somebody upset: a person is offered with them.
    """
    topics = heard.topics
    asked = scene.conversation.with_(asked=heard.quoted)
    several = _several(heard)
    if len(several) > 1:
        return show(scene, asked.with_(aside=Aside(View.TOPIC, several), unclear=0))
    sure = topics.act == "answer" and not (leans(heard) or belongs_there(scene, heard))
    if not sure and not _meant_as_answer(scene, heard):
        followed = followed_up(scene, heard, asked)
        if followed is None:
            followed = of_the_guide(scene, heard, asked) or near_the_guide(scene, heard, asked)
        if followed is not None:
            return followed
    if topics.act == "decline" or (topics.act == "offer" and _meant_as_answer(scene, heard)):
        return None
    upset = heard.mood.upset
    # "Bangsat bpjs" names no topic, whatever its words.
    sure = topics.act == "answer" and not (upset and heard.is_brief)
    if sure and topics.best:
        answer = Aside(View.TOPIC, (topics.best, *whole_of(heard, topics.best), *_beside(heard)))
        return show(scene, asked.with_(aside=answer, unclear=0))
    named = tuple(score.topic for score in topics.top)
    talk = asked.puzzled(*named)
    # Unsure twice: a person is offered, unless one topic is by far the likeliest.
    at_a_loss = talk.unclear >= PATIENCE and topics.top[0].chance < LIKELY_BRIEF
    if upset or at_a_loss:
        return show(scene, talk.with_(aside=Aside(View.PERSON, named)))
    enough = LIKELY_ENOUGH if heard.length > FEW_WORDS else LIKELY_BRIEF
    if topics.top[0].chance >= enough and not topics.elsewhere and heard.length > 1:
        return maybe(scene, talk.with_(aside=Aside(View.TOPIC, named)))
    return show(scene, talk.with_(aside=Aside(View.OFFER, named)))


def _several(heard: Heard) -> tuple[str, ...]:
    """The topics of several questions in one message: the first is answered, the others offered."""
    best: list[str] = []
    for piece in heard.questions:
        topics = piece.topics
        if topics.act == "answer" and topics.best and topics.best not in best:
            best.append(topics.best)
    return tuple(best)


def _meant_as_answer(scene: Scene, heard: Heard) -> bool:
    """A word or two at a question, of which no topic is sure, are an answer that is not clear.

    So are a few words with a number where a date or an amount is asked for ("10 agustus apa 11").
    """
    step = scene.question
    if step is None or scene.conversation.aside:
        return False
    typed = step.answer != "pilihan" and any(map(str.isdigit, heard.text))
    return heard.is_brief or (typed and heard.length <= 2 * FEW_WORDS)


def _beside(heard: Heard) -> tuple[str, ...]:
    """What a text is about as well: what it asks for next, and what a long complaint probably is.

    What is a matter of its own says so by itself: "syaratnya apa sama cairnya berapa lama".
    """
    asks = heard.goes_on or heard.manner.whether or heard.length >= STORY
    ranked = (matter.topics for matter in (heard.matters if asks else ()))
    found = [
        each.top[0].topic
        for each in ranked
        if each.act == "answer" and each.top[0].chance >= MATTER
    ]
    if heard.length >= STORY:
        found += [score.topic for score in heard.topics.top[1:] if score.chance >= LIKELY]
    return tuple(each for each in dict.fromkeys(found) if each != heard.topics.best)


def not_ours(scene: Scene, heard: Heard) -> Reply:
    """Nothing here answers it: says so, and after the second time offers a person."""
    talk = scene.conversation.with_(asked=heard.quoted).puzzled(NOTHING_OURS)
    if talk.unclear >= PATIENCE:
        reply = show(scene, talk.with_(aside=Aside(View.PERSON)))
    elif heard.is_elsewhere:
        notice = "pesan_panjang" if heard.is_long else "di_luar_topik"
        reply = show(scene, talk.with_(aside=Aside(View.NOTICE, (notice,))))
    else:
        talk = talk.with_(aside=None)
        screen = current_screen(scene.with_(talk))
        reply = Reply(talk, (screen.under("kurang_jelas_soal", scene.say("kurang_jelas_soal")),))
    return Reply(reply.conversation, reply.screens, unanswered=heard)


def passed_on(scene: Scene) -> Reply:
    """News, chain letters, announcements of somebody else: we cannot vouch for them, and say who
    can; the step stands below."""
    return above(scene, "pesan_terusan")
