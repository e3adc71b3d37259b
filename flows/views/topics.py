"""Answers to free questions: which topics may be meant, whether one helped, a person instead."""

from __future__ import annotations

import re
from typing import Final

from flows.answers import Answer
from flows.arguments import Args
from flows.aside import OFTEN, WHOLE, Aside, View
from flows.buttons import fits, pack
from flows.content.guide import Ask, Topic
from flows.content.named import STOP, STUCK_ABOUT, STUCK_AT
from flows.presses import Action
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.screen import Button, Screen, in_pairs
from flows.texts.html import bold, lines, paragraphs
from flows.views.aside import back_to_step
from flows.views.evidence import evidence_button
from flows.views.told import told_answer

OFFERED = 3

FEW_NOTED: Final = 6
SHORT: Final = 320
"""So many facts, and characters of an answer, fit one screen."""

_BUTTON_BELOW: Final = re.compile(r"\s*[^.!?\n]*\btombol di bawah\b[^.!?\n]*[.!?]")


def topic_screen(scene: Scene, topic_id: str, other_ids: Args = ()) -> Screen | None:
    """An answer of the FAQ, where it comes from, and the ways on: first the short one.

    `other_ids`: `WHOLE` for all of it; topics a long complaint is about as well.
    """
    topic = scene.library.topics.get(topic_id)
    if topic is None:
        return None
    source = scene.voice.source(topic.stands_on, below=topic.body)
    whole = WHOLE in other_ids or topic.short == topic.body
    choices = list(back_to_step(scene, "tombol_kembali_langkah"))
    if not whole:
        choices.append(_more(scene, topic_id, other_ids))
    if topic.guide and topic.guide != scene.conversation.guide:
        choices.append(scene.way_to(topic.guide))
    choices += _buttons(scene, other_ids)
    evidence = evidence_button(scene, topic.stands_on, Answer.TOPIC, topic.id)
    helped = (
        scene.button("tombol_membantu_ya", Action.HELPED, topic_id),
        scene.button("tombol_membantu_tidak", View.RELATED, topic_id),
    )
    return Screen(
        id=f"topic/{topic.id}/{WHOLE}" if WHOLE in other_ids else f"topic/{topic.id}",
        text=paragraphs(
            bold(topic.title), lines(scene.inline(topic.body if whole else topic.short), source)
        ),
        choices=tuple(choices),
        nav=(*in_pairs(evidence), helped, scene.foot()),
    )


def _more(scene: Scene, topic_id: str, other_ids: Args) -> Button:
    """The way to the whole answer; the other topics come along as far as a button has room."""
    kept = [topic_id, WHOLE, *other_ids]
    while not fits(pack(Aside(View.TOPIC, tuple(kept)))):
        kept.pop()
    return scene.button("tombol_selengkapnya", View.TOPIC, *kept)


def offer_screen(scene: Scene, topic_ids: Args) -> Screen | None:
    """Unsure: the likeliest topics as buttons, and "not that"; a single one is sure."""
    text = "tawarkan_jawaban" if len(topic_ids) == 1 else "tawarkan_topik"
    return _topics(scene, "offer", text, topic_ids)


def related_screen(scene: Scene, topic_id: str) -> Screen | None:
    """The answer did not help: the topics beside it, and a person."""
    topic = scene.library.topics.get(topic_id)
    return _topics(scene, "related", "kurang_membantu", topic.related) if topic else None


def _topics(scene: Scene, name: str, text: str, topic_ids: Args) -> Screen | None:
    titles = _buttons(scene, topic_ids)
    if not titles:
        return None
    return Screen(
        id=name,
        text=scene.say(text),
        choices=(*titles, scene.button("tombol_bukan_itu", View.PERSON)),
        nav=(scene.foot(),),
    )


def _buttons(scene: Scene, topic_ids: Args) -> tuple[Button, ...]:
    topics = (scene.library.topics.get(each) for each in topic_ids[:OFFERED])
    return tuple(Button(topic.label, Aside(View.TOPIC, (topic.id,))) for topic in topics if topic)


def person_screen(scene: Scene, topic_ids: Args) -> Screen:
    """Not understood twice, or upset: a person, with the question passed on.

    The topics that may be meant stand below, for who would rather read.
    """
    officer = scene.button("tombol_petugas", View.OFFICER)
    topics = (button for button in _buttons(scene, topic_ids) if button.label != officer.label)
    return Screen(
        id="person",
        text=scene.say("tawarkan_petugas"),
        choices=(
            officer,
            *topics,
            *back_to_step(scene, "tombol_kembali_langkah"),
        ),
        nav=(scene.foot(),),
    )


def stuck_screen(scene: Scene, often: Args) -> Screen:
    """Something fails: what? Who has tried often hears to stop before anything else."""
    tried = OFTEN in often
    troubles = (scene.library.troubles.get(each) for each in stuck_at(tried=tried))
    return Screen(
        id="stuck",
        text=scene.say("macet_sering" if tried else "macet_di_mana"),
        choices=(
            *(Button(each.label, Aside(View.TROUBLE, (each.id,))) for each in troubles if each),
            *_buttons(scene, STUCK_ABOUT),
            *back_to_step(scene, "tombol_kembali_langkah"),
        ),
        nav=(scene.foot(),),
    )


def stuck_at(*, tried: bool) -> tuple[str, ...]:
    """The troubles that are offered; after many tries those that say to stop."""
    return tuple(STOP.values()) if tried else STUCK_AT


def answered_above(scene: Scene, topic_ids: Args) -> Topic | None:
    """The topic whose short answer stands above the facts; None where it comes after them."""
    topic = scene.library.topics.get(topic_ids[0]) if topic_ids else None
    if topic is None or len(scene.conversation.noted) > FEW_NOTED:
        return None
    return topic if len(_without_button(scene, topic)) <= SHORT else None


def _without_button(scene: Scene, topic: Topic) -> str:
    """The short answer but for what it says of a button that does not stand here."""
    said = scene.library.statements.inserted(topic.short, scene.today)
    return _BUTTON_BELOW.sub("", said).strip()


def noted_screen(scene: Scene, topic_ids: Args) -> Screen | None:
    """Facts from a free text, said back before they become answers: "Kami catat: … Betul?".

    `topic_ids`: the topic that answers what was asked besides. Its short answer stands above the
    facts where both fit a screen; else it comes next.
    """
    guide = scene.library.guides.get(GUIDE)
    noted = scene.conversation.noted
    if guide is None or not noted:
        return None
    vague = scene.conversation.noted_vague
    told = [
        f"• {told_answer(scene, step, noted[step.id], vague.get(step.id))}"
        for step in guide.steps
        if isinstance(step, Ask) and step.id in noted
    ]
    topic = answered_above(scene, topic_ids)
    later = scene.say("jawaban_menyusul") if topic_ids else ""
    return Screen(
        id="noted",
        text=paragraphs(
            scene.inline(_without_button(scene, topic)) if topic else later,
            scene.say("saya_catat", catatan="\n".join(told)),
        ),
        choices=(
            scene.button("tombol_catatan_betul", Action.ACCEPT),
            scene.button("tombol_catatan_bukan", Action.REFUSE),
        ),
        nav=(scene.foot(),),
    )
