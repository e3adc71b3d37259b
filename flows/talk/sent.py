"""Stickers, photos, voice, documents, edited messages: each gets a fitting answer."""

from __future__ import annotations

from collections.abc import Mapping

from flows.aside import Aside, View
from flows.events import Corrected, Sent, SentKind, Wrote
from flows.scene import Scene
from flows.talk.listeners import hear, wrote
from flows.talk.reply import Reply, show
from flows.views import current_screen
from flows.views.menu import RECEIVED

ANSWERS: Mapping[SentKind, str] = {
    "stiker": "stiker",
    "lokasi": "lokasi",
    "kontak": "kontak",
    "lain": "pesan_kosong",
}


def sent(scene: Scene, event: Sent) -> Reply:
    """Says what becomes of it, and shows again where the conversation stands.

    A caption is read like a text: people write their question under the picture.
    """
    if event.caption.strip():
        return _heard(
            scene, Wrote(event.caption, event.masked, False, event.message_id, event.written)
        )
    if event.kind in RECEIVED:
        received = Aside(View.RECEIVED, (event.kind, str(event.message_id)))
        return show(scene, scene.conversation.with_(aside=received))
    return _noticed(scene, ANSWERS[event.kind])


def corrected(scene: Scene, event: Corrected) -> Reply:
    """An edited message changes nothing that was decided; it says so and repeats the screen."""
    if event.masked:
        return _heard(scene, Wrote("", event.masked, message_id=event.message_id))
    return _noticed(scene, "pesan_diedit")


def _heard(scene: Scene, event: Wrote) -> Reply:
    return wrote(scene, hear(event, scene.library, scene.today))


def _noticed(scene: Scene, message: str) -> Reply:
    return Reply(scene.conversation, (current_screen(scene).under(message, scene.say(message)),))
