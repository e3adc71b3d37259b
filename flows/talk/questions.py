"""A question in free words: answered, offered, or honestly declined; then the guide goes on."""

from __future__ import annotations

from dataclasses import replace

from flows.aside import WHOLE, Aside, View
from flows.conversation import PATIENCE, Conversation
from flows.ears import Heard
from flows.ears.heard import FEW_WORDS
from flows.ears.topics.recognise import Recognised
from flows.scene import Scene
from flows.talk.covering import covered
from flows.talk.reply import Reply, above, show
from flows.views import current_screen
from flows.views.topics import answered_above

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

LIKELY_ENOUGH = 0.28
"""Chance from which the likeliest topic is shown, said to be only likely."""

LIKELY_BRIEF = 0.6
"""The same for a word or two, of which each says less."""

FOLLOW_UP = 10
"""Words up to which a text goes on from what was asked before."""

OWN = 0.3
"""Chance from which a text may well be about something else than the one before."""

OWN_THOUGH = 0.6
"""The same for a text that begins like something that goes on ("berarti ...")."""

RATHER = 0.55
"""Chance, among what stands there and the topics next to it, from which one of these is meant."""

SURELY = 0.9
"""Chance from which a text is about something else than what stands there."""

BRIEF = 5
"""Words up to which a text that goes on may lean on the one before."""

MAYBE = "mungkin_ini"

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
    """ "Dana siaga itu apa?": who asks sees no screen, and the topic of it answers."""
    topics = heard.topics
    asks = heard.is_question or heard.folded.endswith("?")
    asks = asks or heard.ears.asking.begins_on(heard.folded)
    named = scene.library.troubles[found.trouble].topic
    return asks and topics.act == "answer" and topics.best == named


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
    sure = topics.act == "answer" and not (_leans(heard) or _begins_on(scene, heard))
    if not sure and not _meant_as_answer(scene, heard):
        followed = _followed_up(scene, heard, asked)
        if followed is None:
            followed = _of_the_guide(scene, heard, asked)
        if followed is not None:
            return followed
    if topics.act == "decline" or (topics.act == "offer" and _meant_as_answer(scene, heard)):
        return None
    upset = heard.mood.upset
    # "Bangsat bpjs" names no topic, whatever its words.
    sure = topics.act == "answer" and not (upset and heard.is_brief)
    if sure and topics.best:
        answer = Aside(View.TOPIC, (topics.best, *_beside(heard)))
        return show(scene, asked.with_(aside=answer, unclear=0))
    named = tuple(score.topic for score in topics.top)
    talk = asked.puzzled(*named)
    if upset or talk.unclear >= PATIENCE:
        return show(scene, talk.with_(aside=Aside(View.PERSON, named)))
    enough = LIKELY_ENOUGH if heard.length > FEW_WORDS else LIKELY_BRIEF
    if topics.top[0].chance >= enough and not topics.elsewhere and heard.length > 1:
        return _maybe(scene, talk.with_(aside=Aside(View.TOPIC, named)))
    return show(scene, talk.with_(aside=Aside(View.OFFER, named)))


def _leans(heard: Heard) -> bool:
    """Whether a text leans on the one before: "trus gantinya apa dong" goes on from something, and
    no word in it is of our field."""
    if heard.length > BRIEF or heard.topics.ours:
        return False
    return heard.ears.asking.begins_on(heard.folded)


def _begins_on(scene: Scene, heard: Heard) -> bool:
    """Whether a few words that begin like something that goes on may belong to the topic that
    stands there: "kalau lewat kantor?" below how long it takes."""
    shown = _shown(scene)
    if shown is None or heard.length > BRIEF or not heard.ears.asking.begins_on(heard.folded):
        return False
    sure = bool(heard.topics.top) and heard.topics.top[0].chance >= OWN_THOUGH
    return not sure or heard.ears.search.says(shown, heard.stems) or _still(scene, heard, shown)


def _shown(scene: Scene) -> str | None:
    """The topic that stands there, by itself or above facts said back."""
    talk = scene.conversation
    topic, noted = talk.under(View.TOPIC), talk.under(View.NOTED)
    above = answered_above(scene, noted.args) if noted else None
    shown = topic.about if topic else (above.id if above else None)
    # What stood there may have been taken out of the content since.
    return shown if shown in scene.library.topics else None


def _still(scene: Scene, heard: Heard, shown: str) -> bool:
    """ "Terus saldonya kemana", below what becomes of it: both together are about that still."""
    earlier, alone = scene.conversation.asked, heard.topics.top
    if not earlier or not alone or alone[0].chance >= SURELY:
        return False
    joined = heard.after(earlier).topics
    return joined.act == "answer" and joined.best == shown and joined.top[0].chance >= OWN


def _maybe(scene: Scene, talk: Conversation) -> Reply:
    """The likeliest topic, said to be only likely, with the others below."""
    reply = show(scene, talk)
    first, *others = reply.screens
    return replace(reply, screens=(first.under(MAYBE, scene.say(MAYBE)), *others))


def _followed_up(scene: Scene, heard: Heard, asked: Conversation) -> Reply | None:
    """ "Kalau fotokopi?" goes on from what was asked before: the two together say what is meant.

    Where that is what stands there already, all of it is shown.
    """
    before = scene.conversation.under(View.TOPIC, View.OFFER, View.TROUBLE, View.NOTED)
    earlier = scene.conversation.asked
    if before is None or not earlier or heard.length > FOLLOW_UP or heard.topics.elsewhere:
        return None
    joined, alone = heard.after(earlier).topics, heard.topics.top
    shown = _shown(scene)
    # What may well be a matter of its own is not bent to the one before.
    named = tuple(each.topic for each in alone)
    own = OWN_THOUGH if heard.ears.asking.begins_on(heard.folded) else OWN
    # "Kalau lewat kantor?" below an answer that speaks of the office.
    still = joined.best == shown is not None and (
        heard.ears.search.says(shown, heard.stems) or _begins_on(scene, heard)
    )
    of_its_own = not still and bool(alone) and alone[0].chance >= own and not _leans(heard)
    if of_its_own and joined.best not in named:
        return _maybe(scene, asked.with_(aside=Aside(View.TOPIC, named), unclear=0))
    meant = joined.best if joined.act == "answer" else None
    if meant == shown is not None:
        meant = _beside_it(scene, heard, shown) or meant
    if meant is not None and meant != shown:
        return show(scene, asked.with_(aside=Aside(View.TOPIC, (meant,)), unclear=0))
    goes_on = meant or heard.ears.asking.goes_on(heard.folded)
    if shown is None or WHOLE in before.args or not goes_on:
        return None
    whole = asked.with_(aside=Aside(View.TOPIC, (shown, WHOLE)), unclear=0)
    return show(scene, whole) if meant else _maybe(scene, whole)


def _beside_it(scene: Scene, heard: Heard, shown: str) -> str | None:
    """ "Kalau yang buat pensiun?", below a part for a house: the topic next to it, which the words
    are rather about."""
    search = heard.ears.search
    if not heard.ears.asking.compares(heard.folded) or search.says(shown, heard.stems):
        return None
    near = scene.library.topics[shown].related
    found = search.among(heard.stems, (shown, *near))
    return found.topic if found and found.topic in near and found.chance >= RATHER else None


def _of_the_guide(scene: Scene, heard: Heard, asked: Conversation) -> Reply | None:
    """ "Ini wajib ga sih" in a guide asks about what the guide is for."""
    guide, search = scene.guide, heard.ears.search
    if guide is None or scene.conversation.aside or not 1 < heard.length <= BRIEF:
        return None
    topics = heard.topics
    alone = bool(topics.top) and topics.top[0].chance >= OWN
    if alone or topics.ours or topics.elsewhere or not heard.ears.asking.goes_on(heard.folded):
        return None
    joined = heard.after(guide.title).topics
    if joined.act != "answer" or joined.best is None or not search.draws(heard.stems, joined.best):
        return None
    return _maybe(scene, asked.with_(aside=Aside(View.TOPIC, (joined.best,)), unclear=0))


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
    ranked = (matter.topics for matter in heard.matters)
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
