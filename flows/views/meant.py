"""Asks back which answer was meant, the likeliest first, instead of guessing."""

from __future__ import annotations

from flows.arguments import Args
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen


def meant_screen(scene: Scene, keys: Args) -> Screen | None:
    """ "Maksud Bapak/Ibu: Nonaktif?", or which of two; None when the question is another one."""
    guide, step = scene.guide, scene.question
    if guide is None or step is None or not keys or not set(keys) <= step.options.keys():
        return None
    labels = {key: scene.plain(step.options[key]) for key in keys}
    press = {key: Act(Action.ANSWER, (guide.id, step.id, key)) for key in keys}
    if len(keys) == 1:
        text = scene.say("maksud_satu", pilihan=labels[keys[0]])
        choices: tuple[Button, ...] = (
            Button(scene.label("tombol_catatan_betul"), press[keys[0]]),
            scene.button("tombol_catatan_bukan", Action.UNCOVER),
        )
    else:
        text = scene.say("maksud_mana")
        near = [Button(labels[key], press[key]) for key in keys]
        choices = (*near, scene.button("tombol_bukan_itu", Action.UNCOVER))
    return Screen(id="meant", text=text, choices=choices, nav=(scene.foot(),))
