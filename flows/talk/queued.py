"""While a case waits: what the bot decided, as somebody hears it who is in the queue.

The bot goes on guiding until an officer takes the case. What was written goes to the officer as
well, so the bot need not have an answer: where it has none, it says that the words were passed on,
and never shows a whole screen again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from flows.aside import View
from flows.conversation import Conversation
from flows.ears import Heard
from flows.events import Commanded, Corrected, Event, Pressed, Sent, Wrote
from flows.scene import COMFORTS, Scene
from flows.screen import Screen
from flows.talk.reply import Reply
from flows.texts.html import Html, lines, paragraphs

PASSED_ON: Final = "kasus_terlampir"

CALLED_OFF: Final = "urung"
"""The command of whoever does not want an officer any more."""

LEAVING: Final = frozenset({"keluar", "antrean"})
"""Words of the button that leaves the queue."""

NO_ANSWER: Final = frozenset({View.PERSON, View.OFFICER, View.RESUME, View.RECEIVED})
"""Views that say only that the bot does not know, greets, or has got something."""

NO_NOTICE: Final = frozenset({"di_luar_topik", "pesan_panjang", "maaf_bot"})

POLITE: Final = frozenset(
    {
        "bahasa_lain", "balas_salam", "balas_waktu", "kami_tunggu", "kurang_jelas_pilihan",
        "kurang_jelas_soal", "pesan_diedit", "pesan_kosong", "pesan_terusan", "silakan_tanya",
        "stiker", "lokasi", "kontak", "terima_kasih", "tidak_jadi",
    }
)  # fmt: skip
"""Texts above a screen that was seen before: a word to the bot, which the officer reads anyway."""


@dataclass(frozen=True)
class Queue:
    """A place in the queue at this moment.

    line: in one line. status: as a screen. leave: whether to leave it. is_first: nothing was
    passed on before. is_quiet: that was said, or how far it is, only a while ago.
    """

    line: Html
    status: Screen
    leave: Screen
    is_first: bool = False
    is_quiet: bool = False


@dataclass(frozen=True)
class Guided:
    """The reply, and whether it says that the words were passed on."""

    reply: Reply
    tells: bool = False


def in_queue(
    scene: Scene, event: Event, heard: Heard | None, decided: Reply, *, queue: Queue
) -> Guided:
    """What is said to `event` of somebody in the queue. scene: before it."""
    if isinstance(event, Pressed | Commanded):
        return Guided(_shown(scene, decided, queue))
    if isinstance(event, Corrected):
        return _passed_on(scene, queue) if not event.masked else Guided(_below(decided, queue))
    if _leaves(heard):
        return Guided(Reply(scene.conversation, (queue.leave,)))
    answered = decided.conversation.answers != scene.conversation.answers
    asks = heard is not None and heard.manner.asks_of_wait and not answered
    if asks or decided.conversation.under(View.OFFICER):
        again = asks and queue.is_quiet
        status = Screen(id="desk/queue", text=queue.line) if again else queue.status
        return _first(scene, Reply(scene.conversation, (status,)), queue, tells=True)
    if heard is not None and heard.mood.upset and not _speaks(scene, event, decided, heard):
        return _first(scene, _comforted(scene, queue), queue)
    if not _speaks(scene, event, decided, heard):
        return _passed_on(scene, queue)
    return _first(scene, _below(decided, queue), queue)


def _shown(scene: Scene, decided: Reply, queue: Queue) -> Reply:
    """To a button or command: who calls an officer once more is told how far it is."""
    if decided.conversation.under(View.OFFICER):
        talk = decided.conversation.with_(aside=scene.conversation.aside, calling=None)
        return replace(decided, conversation=talk, screens=(queue.status,), toast=None)
    return _below(decided, queue)


def _below(decided: Reply, queue: Queue) -> Reply:
    """The reply with the place in the queue at the foot of its last text."""
    for number in reversed(range(len(decided.screens))):
        screen = decided.screens[number]
        if not (screen.picture or screen.voice or screen.sheet):
            brief = paragraphs(screen.brief, queue.line) if screen.brief else None
            told = replace(screen, text=paragraphs(screen.text, queue.line), brief=brief)
            screens = (*decided.screens[:number], told, *decided.screens[number + 1 :])
            return replace(decided, screens=screens)
    return decided


def _first(scene: Scene, reply: Reply, queue: Queue, *, tells: bool = False) -> Guided:
    """The first words after the case was opened hear that they were passed on.

    tells: the reply itself says as much.
    """
    if not queue.is_first or not reply.screens:
        return Guided(reply, tells)
    head, *others = reply.screens
    told = head.under(PASSED_ON, scene.say(PASSED_ON), whole=True)
    return Guided(replace(reply, screens=(told, *others)), tells=True)


def _passed_on(scene: Scene, queue: Queue) -> Guided:
    """Nothing to say but that the words were passed on, and not even that again and again.

    The conversation stays as it was: an officer's matter is no question the bot failed at.
    """
    if queue.is_quiet:
        return Guided(Reply(scene.conversation))
    text = lines(scene.say(PASSED_ON), queue.line)
    screen = Screen(id="desk/passed_on", text=text)
    return Guided(Reply(scene.conversation, (screen,)), tells=True)


def _comforted(scene: Scene, queue: Queue) -> Reply:
    """Anger or despair in the queue: one human sentence, and how far it is."""
    talk = scene.conversation
    name = f"marah_{talk.upset % COMFORTS + 1}"
    told = queue.status.under(name, scene.say(name))
    return Reply(talk.with_(upset=talk.upset + 1), (told,))


def _leaves(heard: Heard | None) -> bool:
    """ "Nggak usah deh", or the words of the button that say what it does."""
    if heard is None:
        return False
    return heard.command == CALLED_OFF or frozenset(heard.spelled) >= LEAVING


def _speaks(scene: Scene, event: Wrote | Sent, decided: Reply, heard: Heard | None) -> bool:
    """Whether the reply says more than that the bot has nothing to say."""
    before, after = scene.conversation, decided.conversation
    if decided.delete or decided.erase or decided.result or decided.watch or decided.unwatch:
        return True
    if _changed(before, after):
        return True
    if isinstance(event, Sent) and not event.caption.strip():
        return False
    if isinstance(event, Wrote) and (event.text.strip().isdecimal() or (heard and heard.command)):
        return True
    above = frozenset(decided.screens[0].id.split("?")[1:]) if decided.screens else frozenset()
    if decided.unanswered is not None or above & POLITE or after.aside is None:
        return False
    if after.under(View.NOTICE):
        return after.aside.about not in NO_NOTICE
    if after.under(View.OFFER):
        # What somebody tells the officer is no question for us to guess at.
        return heard is not None and (heard.asks or heard.manner.whether)
    return after.aside.view not in NO_ANSWER


def _changed(before: Conversation, after: Conversation) -> bool:
    """Whether the conversation has moved on: answered, ticked, another guide."""
    return (before.answers, before.ticked, before.guide) != (
        after.answers,
        after.ticked,
        after.guide,
    )
