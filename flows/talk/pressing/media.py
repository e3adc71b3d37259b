"""A picture or recording on request: it is sent, and the question stands below it."""

from __future__ import annotations

from flows.content.guide import Ask
from flows.presses import Action
from flows.scene import Scene
from flows.screen import Screen
from flows.talk.reply import Reply, above
from flows.views.step import brief_screen


def media(scene: Scene, action: Action, message_id: int) -> Reply | None:
    """The reply to "Lihat gambar" or "Dengarkan"; None when there is none.

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


def _screen(scene: Scene, step: Ask, action: Action) -> Screen | None:
    if action is Action.PICTURE and step.picture and scene.library.picture(step.picture):
        text = scene.say("gambar_keterangan")
        return Screen(f"picture/{step.picture}", text, picture=step.picture)
    if action is Action.VOICE and step.voice and scene.library.voice(step.voice):
        return Screen(f"voice/{step.voice}", scene.say("suara_keterangan"), voice=step.voice)
    return None


def requested(scene: Scene, action: Action) -> Reply:
    """A picture or recording asked for in words; where there is none, that is said."""
    return media(scene, action, 0) or above(scene, "tanpa_gambar")
