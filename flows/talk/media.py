"""A picture or recording on request: it is sent, and the question stands below it."""

from __future__ import annotations

from flows.events import Wrote
from flows.guide import Ask
from flows.scene import Scene
from flows.screen import Screen
from flows.talk.reply import Reply
from flows.views.step import brief_screen

PICTURE = "i"
VOICE = "v"


def media(scene: Scene, action: str, message_id: int) -> Reply | None:
    """The reply to "Lihat gambar" or "Dengarkan"; None for other actions, or when there is none.

    The pressed message loses its buttons, for the same answers come below the picture. A second
    tap on it, sent before they were gone, does not send everything twice.
    """
    guide = scene.guide
    step = scene.position(guide).step if guide else None
    if guide is None or not isinstance(step, Ask):
        return None
    shown = _screen(scene, step, action)
    if shown is None:
        return None
    talk = scene.conversation
    if message_id and message_id == talk.pictured:
        return Reply(talk, toast=scene.label("tombol_lama"))
    uncovered = talk.with_(aside=None, pictured=message_id)
    return Reply(uncovered, (shown, brief_screen(scene.with_(uncovered), guide, step)))


def _screen(scene: Scene, step: Ask, action: str) -> Screen | None:
    if action == PICTURE and step.picture and scene.library.picture(step.picture):
        text = scene.say("gambar_keterangan")
        return Screen(f"picture/{step.picture}", text, picture=step.picture)
    if action == VOICE and step.voice and scene.library.voice(step.voice):
        return Screen(f"voice/{step.voice}", scene.say("suara_keterangan"), voice=step.voice)
    return None


def media_named(scene: Scene, event: Wrote) -> Reply | None:
    """The words of the button, or one of them, typed: "gambar", "lihat gambar"."""
    said = event.text.casefold().strip(" .!?")
    for action, label in ((PICTURE, "tombol_gambar"), (VOICE, "tombol_dengar")):
        name = scene.label(label, ukuran="").casefold().strip(" ,")
        if said in (name, *name.split()):
            return media(scene, action, 0)
    return None
