"""How people write: greeting, thanks, anger, despair, a wish for a person, another language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.commands import START
from flows.content.named import ABOUT_US, HEIRS, NEEDS, TRACKING
from flows.ears import Heard
from flows.ears.manner.mood import ENGLISH
from flows.scene import COMFORTS, Scene
from flows.talk.answering.answers import may_answer
from flows.talk.care.repeated import code_at_hand
from flows.talk.covering import notes_of
from flows.talk.news import news
from flows.talk.pressing.buttons import open_guide, pressed
from flows.talk.pressing.commands import commanded
from flows.talk.pressing.labels import anew
from flows.talk.reply import Reply, above, show, word
from flows.views import current_screen
from flows.views.menu import SORRY_FOR_BOT, brief_greeting_screen

GREETINGS: Final = frozenset({"salam", "assalam"})
TIMES_OF_DAY: Final = frozenset({"pagi", "siang", "sore", "malam"})
THANKING: Final = frozenset({"terima_kasih", "pujian", "oke"})
ASKING: Final = frozenset({"tanya", "tolong", "mohon"})
DONE: Final = "sudah"

COMPLAINT: Final = 16
"""Words up to which a complaint that no money came is nothing but that."""

_WORDS = re.compile(r"[^\W\d_]+")


def in_danger(scene: Scene, heard: Heard) -> Reply | None:
    """Somebody who does not want to live any more: nothing else matters now."""
    if "gawat" not in heard.mood:
        return None
    return show(scene, scene.conversation.with_(aside=Aside(View.NOTICE, ("gawat",)), unclear=0))


def who_answers(scene: Scene, heard: Heard) -> Reply | None:
    """ "Ini robot apa orang?": what answers here is told."""
    if not heard.manner.asks_who or ABOUT_US not in scene.library.topics:
        return None
    about = Aside(View.TOPIC, (ABOUT_US,))
    return show(scene, scene.conversation.with_(aside=about, unclear=0, asked=heard.quoted))


def person_wanted(scene: Scene, heard: Heard) -> Reply | None:
    """ "Petugas", "mau bicara sama orang": at once, with what was written passed on."""
    if "petugas" not in heard.mood and not heard.manner.wants_person:
        return None
    talk = scene.conversation.with_(aside=Aside(View.OFFICER), unclear=0, asked=heard.quoted)
    return show(scene, talk)


def answer_refused(scene: Scene, heard: Heard) -> Reply | None:
    """ "Bukan itu": the topics beside the one shown, else a person with the question passed on."""
    mood = heard.mood
    if heard.manner.blames_us:
        sorry = Aside(View.NOTICE, (SORRY_FOR_BOT,))
        return show(scene, scene.conversation.with_(aside=sorry, unclear=0, asked=heard.quoted))
    if "bot_salah" not in mood or not mood.only:
        return None
    shown = scene.conversation.under(View.TOPIC)
    if shown:
        return anew(pressed(scene, Aside(View.RELATED, shown.args[:1])))
    return anew(pressed(scene, Aside(View.PERSON)))


def pleasantry(scene: Scene, heard: Heard) -> Reply | None:
    """A greeting or thanks and nothing else; another language."""
    mood = heard.mood
    if ENGLISH in mood:
        return above(scene, "bahasa_lain")
    if not mood.only or mood.upset:
        return None
    # "Makasih, pak" also holds a way of greeting; "siap pak, mau tanya" is about to ask.
    if mood.kinds & THANKING and not ASKING.isdisjoint(heard.spelled):
        return above(scene, "silakan_tanya")
    if mood.kinds & THANKING:
        return above(scene, "terima_kasih")
    return _greeted(scene) if mood.kinds & GREETINGS else None


def thanked(scene: Scene, heard: Heard) -> Reply | None:
    """ "Oke makasih, nanti saya coba": thanks, whatever else stands beside it."""
    if heard.mood.upset or not (heard.manner.takes_leave or _only_thanks(heard)):
        return None
    # "Sukses, trims" says that it went well.
    if not heard.mood.only and may_answer(scene, heard):
        return None
    return above(scene, "terima_kasih")


def _only_thanks(heard: Heard) -> bool:
    """Whether nothing ours, asked or wrong stands beside thanks: "keliatan, makasih ya bu"."""
    asks = heard.is_question or heard.manner.whether
    if "terima_kasih" not in heard.mood or asks or heard.length > COMPLAINT:
        return False
    wrong = heard.tried.in_vain or heard.manner.fails_somehow or heard.denies
    # "Makasih, uangnya sudah cair" is good news.
    return not wrong and (heard.topics.act == "decline" or DONE in heard.spelled)


def in_need(scene: Scene, heard: Heard) -> Reply | None:
    """Who cannot see, hear, move or read well gets their own answer, whatever else is said."""
    topic = NEEDS.get(heard.manner.need or "", "")
    if topic not in scene.library.topics:
        return None
    shown = Aside(View.TOPIC, (topic,))
    return show(scene, scene.conversation.with_(aside=shown, unclear=0, asked=heard.quoted))


def _greeted(scene: Scene) -> Reply:
    """In the middle of a guide a greeting asks whether to go on; it never loses the guide. Who was
    greeted before hears a short word, not everything again."""
    talk = scene.conversation
    if talk.noted:
        return show(scene, talk.with_(guide=None, aside=notes_of(talk), unclear=0))
    if scene.question is not None and not news(scene):
        return show(scene, talk.with_(aside=Aside(View.RESUME), unclear=0))
    if not talk.greeted or news(scene):
        return commanded(scene, START, "")
    cleared = talk.with_(guide=None, aside=Aside(View.MENU), unclear=0)
    return Reply(cleared, (brief_greeting_screen(scene.with_(cleared)),))


def greeted_back(scene: Scene, heard: Heard, reply: Reply) -> Reply:
    """The greeting is returned in kind: the salam always, "selamat pagi" where nothing else is
    said."""
    if not reply.screens or heard.forwarded:
        return reply
    mood = heard.mood
    first, *others = reply.screens
    if "assalam" in mood:
        # A condolence below it was not read before.
        new = first.id != current_screen(scene).id
        first = first.under("balas_salam", scene.say("balas_salam"), whole=new)
    elif mood.only and mood.kinds == {"salam"}:
        times = [word for word in heard.spelled if word in TIMES_OF_DAY]
        if times:
            first = first.under("balas_waktu", scene.say("balas_waktu", waktu=times[0]))
    return replace(reply, screens=(first, *others))


def money_awaited(scene: Scene, heard: Heard) -> Reply | None:
    """ "Duit saya kok gak cair-cair": a kind word first, then how and when it was filed."""
    if not heard.awaits or heard.length > COMPLAINT or scene.question is not None:
        return None
    # "Udah nunggu 1 jam", below a code that does not come.
    if code_at_hand(scene) and not heard.ears.awaiting.of_money(heard.spelled):
        return None
    if TRACKING not in scene.library.guides:
        return None
    reply = show(scene, open_guide(scene, TRACKING) or scene.conversation)
    first, *others = reply.screens
    first = first.under("menunggu_cair", scene.say("menunggu_cair"))
    return replace(reply, screens=(first, *others))


def still_awaited(scene: Scene, heard: Heard) -> Reply | None:
    """The same in the guide that looks for it, where it answers nothing: a kind word, and on."""
    if not heard.awaits or scene.conversation.guide != TRACKING or scene.question is None:
        return None
    return above(scene, "menunggu_terus")


def wordless(scene: Scene, heard: Heard) -> Reply | None:
    """No word at all, or a number that is no choice: the same screen, with what can be typed."""
    if any(len(word) > 1 for word in _WORDS.findall(heard.text)):
        return None
    if heard.mood.upset:
        return None
    # "?" alone asks whether anybody is there.
    if heard.text.strip() and not heard.text.strip(" ?"):
        return _greeted(scene) if scene.guide is None else word(scene, "tanda_tanya")
    if scene.question is not None and not scene.conversation.aside:
        return None
    number = any(char.isdigit() for char in heard.text)
    message = "kurang_jelas_pilihan" if number else "pesan_kosong"
    screen = current_screen(scene)
    return Reply(scene.conversation, (screen.under(message, scene.say(message)),))


def comforted(scene: Scene, heard: Heard, reply: Reply) -> Reply:
    """Anger or despair: one human sentence first, and a person within reach."""
    if not heard.mood.upset or not reply.screens:
        return reply
    if reply.conversation.guide == HEIRS and not heard.mood.kinds & {"marah", "makian"}:
        return reply
    turn = reply.conversation.upset % COMFORTS + 1
    first, *others = reply.screens
    name = f"marah_{turn}"
    return replace(
        reply,
        conversation=reply.conversation.with_(upset=reply.conversation.upset + 1),
        screens=(first.under(name, scene.say(name)), *others),
    )


def upset(scene: Scene, heard: Heard) -> Reply | None:
    """Only anger or despair, no question in it: a person is offered at once."""
    if not heard.mood.upset:
        return None
    return show(scene, scene.conversation.with_(aside=Aside(View.PERSON), asked=heard.quoted))
