"""How people write: greeting, thanks, anger, despair, a wish for a person, another language."""

from __future__ import annotations

from dataclasses import replace

from flows.buttons import pack
from flows.ears.mood import ENGLISH
from flows.events import Wrote
from flows.scene import Scene
from flows.talk.commands import commanded
from flows.talk.reply import Reply, show
from flows.views import current_screen

SENTENCES = 3
"""marah_1 ... marah_3: one human sentence, not the same one every time."""


def person_wanted(scene: Scene, event: Wrote) -> Reply | None:
    """ "Petugas", "mau bicara sama orang": at once, with what was written passed on."""
    if "petugas" not in scene.library.ears.moods.of(event.text):
        return None
    talk = scene.conversation.with_(aside=pack("o"), unclear=0, asked=event.text[:1000])
    return show(scene, talk)


def pleasantry(scene: Scene, event: Wrote) -> Reply | None:
    """A greeting or thanks and nothing else; another language."""
    mood = scene.library.ears.moods.of(event.text)
    if ENGLISH in mood:
        return _above(scene, "bahasa_lain")
    if not mood.only or mood.upset:
        return None
    if "salam" in mood:
        return commanded(scene, "start", "")
    return _above(scene, "terima_kasih")


def comforted(scene: Scene, event: Wrote, reply: Reply) -> Reply:
    """Anger or despair: one human sentence first, and a person within reach."""
    if not scene.library.ears.moods.of(event.text).upset or not reply.screens:
        return reply
    turn = reply.conversation.upset % SENTENCES + 1
    first, *others = reply.screens
    name = f"marah_{turn}"
    return replace(
        reply,
        conversation=reply.conversation.with_(upset=reply.conversation.upset + 1),
        screens=(first.under(name, scene.say(name)), *others),
    )


def upset(scene: Scene, event: Wrote) -> Reply | None:
    """Only anger or despair, no question in it: a person is offered at once."""
    mood = scene.library.ears.moods.of(event.text)
    if not mood.upset:
        return None
    return show(scene, scene.conversation.with_(aside=pack("u"), unclear=0))


def _above(scene: Scene, message: str) -> Reply:
    talk = scene.conversation.with_(aside=None, unclear=0)
    screen = current_screen(scene.with_(talk))
    return Reply(talk, (screen.under(message, scene.say(message)),))
