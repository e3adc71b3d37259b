"""A question that goes on from what stands there: a topic, what was asked before, the guide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flows.aside import WHOLE, Aside, View
from flows.conversation import Conversation
from flows.ears import Heard
from flows.ears.topics.index import Score
from flows.scene import Scene
from flows.talk.care.repeated import topic_of
from flows.talk.reply import Reply, show
from flows.views.topics import answered_above

LIKELY_ENOUGH = 0.28
"""Chance from which the likeliest topic is shown, said to be only likely."""

FOLLOW_UP = 10
"""Words up to which a text goes on from what was asked before."""

OWN = 0.3
"""Chance from which a text may well be about something else than the one before."""

OWN_THOUGH = 0.6
"""The same for a text that begins like something that goes on ("berarti ...")."""

FAINTLY = 0.6
"""Chance below which a topic is what a text is about only where nothing else stands there."""

STILL = 0.8
"""Chance from which two questions together are about what stands there."""

RATHER = 0.55
"""Chance, among what stands there and the topics next to it, from which one of these is meant."""

SURELY = 0.75
"""Chance from which a text is rather about a topic of its own than about what stands there."""

BRIEF = 5
"""Words up to which a text that goes on may lean on the one before."""

MAYBE = "mungkin_ini"


def leans(heard: Heard) -> bool:
    """Whether a text leans on the one before: "trus gantinya apa dong" goes on from something, and
    no word in it is of our field; "jadwalnya lihat di mana" names no thing of its own.

    "Kalo ditolak gimana?" begins like that, and is surely of a topic of its own.
    """
    if heard.length > BRIEF:
        return False
    asking, top = heard.ears.asking, heard.topics.top
    if asking.asks_of_it(heard.spelled) or heard.ears.awaiting.only(heard.spelled):
        return True
    own = heard.topics.act == "answer" and top[0].chance >= SURELY
    return not heard.topics.ours and not own and asking.begins_on(heard.folded)


def belongs_there(scene: Scene, heard: Heard) -> bool:
    """Whether what is asked may belong to the topic that stands there: a few words that begin like
    something that goes on ("kalau lewat kantor?"), or what is of no topic for sure without it."""
    shown, asking = _shown(scene), heard.ears.asking
    if shown is None or heard.length > FOLLOW_UP:
        return False
    on = asking.begins_on(heard.folded) or asking.compares(heard.folded)
    if heard.length > BRIEF or not on:
        return heard.goes_on and _rather(scene, heard, shown)
    sure = bool(heard.topics.top) and heard.topics.top[0].chance >= OWN_THOUGH
    return not sure or heard.ears.search.says(shown, heard.stems) or _still(scene, heard, shown)


def _shown(scene: Scene) -> str | None:
    """The topic that stands there, by itself, above facts said back, or as that of a trouble."""
    talk = scene.conversation
    topic, noted = talk.under(View.TOPIC), talk.under(View.NOTED)
    trouble = talk.under(View.TROUBLE)
    above = answered_above(scene, noted.args) if noted else None
    shown = topic.about if topic else (above.id if above else None)
    if trouble and not topic:
        shown = topic_of(scene, trouble)
    # What stood there may have been taken out of the content since.
    return shown if shown in scene.library.topics else None


def _rather(scene: Scene, heard: Heard, shown: str) -> bool:
    """Whether what is asked is of no topic for sure, and behind what was asked before it is."""
    earlier, alone = scene.conversation.asked, heard.topics.top
    if not earlier or not alone or alone[0].chance >= FAINTLY:
        return False
    joined = heard.after(earlier).topics
    return joined.best == shown and joined.top[0].chance >= STILL


def _still(scene: Scene, heard: Heard, shown: str) -> bool:
    """ "Terus saldonya kemana", below what becomes of it: both together are about that still."""
    earlier, alone = scene.conversation.asked, heard.topics.top
    if not earlier or not alone or alone[0].chance >= SURELY:
        return False
    joined = heard.after(earlier).topics
    return joined.act == "answer" and joined.best == shown and joined.top[0].chance >= OWN


def maybe(scene: Scene, talk: Conversation) -> Reply:
    """The likeliest topic, said to be only likely, with the others below."""
    reply = show(scene, talk)
    first, *others = reply.screens
    return replace(reply, screens=(first.under(MAYBE, scene.say(MAYBE)), *others))


def followed_up(scene: Scene, heard: Heard, asked: Conversation) -> Reply | None:
    """ "Kalau fotokopi?" goes on from what was asked before: the two together say what is meant.

    Where that is what stands there already, all of it is shown.
    """
    before = scene.conversation.under(View.TOPIC, View.OFFER, View.TROUBLE, View.NOTED)
    earlier = scene.conversation.asked
    if before is None or not earlier or heard.length > FOLLOW_UP or heard.topics.elsewhere:
        return None
    shown, alone = _shown(scene), heard.topics.top
    # What was asked last went on from something, too.
    title = scene.library.topics[shown].title if shown and WHOLE in before.args else earlier
    joined = heard.after(title).topics
    # What may well be a matter of its own is not bent to the one before.
    named = tuple(each.topic for each in alone)
    own = OWN_THOUGH if heard.ears.asking.begins_on(heard.folded) else OWN
    # "Kalau lewat kantor?" below an answer that speaks of the office.
    still = joined.best == shown is not None and (
        heard.ears.search.says(shown, heard.stems) or belongs_there(scene, heard)
    )
    of_its_own = not still and bool(alone) and alone[0].chance >= own and not leans(heard)
    if of_its_own and joined.best not in named:
        next_to = scene.library.topics[shown].related if shown else ()
        named = tuple(sorted(named, key=lambda name: name not in next_to or _weak(alone, name)))
        return maybe(scene, asked.with_(aside=Aside(View.TOPIC, named), unclear=0))
    meant = joined.best if joined.act == "answer" else None
    if meant == shown is not None:
        meant = _beside_it(scene, heard, shown) or meant
    if meant is not None and meant != shown:
        further = Aside(View.TOPIC, (meant, *whole_of(heard, meant)))
        return show(scene, asked.with_(aside=further, unclear=0))
    if shown is None or not (meant or heard.goes_on):
        return None
    if WHOLE in before.args:
        return _told_already(scene, heard, asked, shown) if meant else None
    whole = asked.with_(aside=Aside(View.TOPIC, (shown, WHOLE)), unclear=0)
    return show(scene, whole) if meant else maybe(scene, whole)


def _weak(alone: Sequence[Score], name: str) -> bool:
    """Whether a topic is not even half as likely as the first."""
    chance = next(each.chance for each in alone if each.topic == name)
    return chance * 2 < alone[0].chance


def _told_already(scene: Scene, heard: Heard, asked: Conversation, shown: str) -> Reply | None:
    """What stands there tells all we know: its beginning once more, where that speaks of what is
    asked, or the topic next to it that does; else a person, unless a topic answers it."""
    search = heard.ears.search
    if search.touches(shown, heard.stems):
        return show(scene, asked.with_(aside=Aside(View.TOPIC, (shown,)), unclear=0))
    near = search.among(heard.stems, (shown, *scene.library.topics[shown].related))
    if near and near.topic != shown and near.chance >= RATHER:
        return maybe(scene, asked.with_(aside=Aside(View.TOPIC, (near.topic,)), unclear=0))
    if heard.topics.act == "answer" and heard.topics.best != shown:
        return None
    return show(scene, asked.with_(aside=Aside(View.OFFICER), unclear=0))


def _beside_it(scene: Scene, heard: Heard, shown: str) -> str | None:
    """ "Kalau yang buat pensiun?", below a part for a house: the topic next to it, which the words
    are rather about."""
    search = heard.ears.search
    if not heard.ears.asking.compares(heard.folded) or search.says(shown, heard.stems):
        return None
    near = scene.library.topics[shown].related
    found = search.among(heard.stems, (shown, *near))
    return found.topic if found and found.topic in near and found.chance >= RATHER else None


def of_the_guide(scene: Scene, heard: Heard, asked: Conversation) -> Reply | None:
    """ "Ini wajib ga sih" in a guide asks about what the guide is for."""
    guide, search = scene.guide, heard.ears.search
    if guide is None or scene.conversation.aside or not 1 < heard.length <= BRIEF:
        return None
    topics = heard.topics
    alone = bool(topics.top) and topics.top[0].chance >= OWN
    if alone or topics.ours or topics.elsewhere or not heard.goes_on:
        return None
    joined = heard.after(guide.title).topics
    if joined.act != "answer" or joined.best is None or not search.draws(heard.stems, joined.best):
        return None
    return maybe(scene, asked.with_(aside=Aside(View.TOPIC, (joined.best,)), unclear=0))


def near_the_guide(scene: Scene, heard: Heard, asked: Conversation) -> Reply | None:
    """What is asked in a guide, and of no topic for sure, is rather about one that leads there, or
    one next to it."""
    guide, topics = scene.guide, heard.topics
    if guide is None or topics.act != "offer" or topics.top[0].chance >= LIKELY_ENOUGH:
        return None
    if scene.conversation.aside or not heard.goes_on:
        return None
    leading = [each for each in scene.library.topics.values() if each.guide == guide.id]
    near = dict.fromkeys(name for each in leading for name in (each.id, *each.related))
    found = heard.ears.search.among(heard.stems, tuple(near))
    if found is None or found.chance < RATHER:
        return None
    return maybe(scene, asked.with_(aside=Aside(View.TOPIC, (found.topic,)), unclear=0))


def whole_of(heard: Heard, topic: str) -> tuple[str, ...]:
    """The mark of the whole answer, where only that tells what a few words ask."""
    few = heard.length <= FOLLOW_UP and (heard.goes_on or heard.manner.whether)
    return (WHOLE,) if few and heard.ears.search.tells_further(topic, heard.stems) else ()
