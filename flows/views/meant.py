"""Asks back which answer was meant, the likeliest first, instead of guessing."""

from __future__ import annotations

from flows.arguments import Args
from flows.aside import Aside, View
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen


def meant_screen(scene: Scene, args: Args) -> Screen | None:
    """ "Maksud Bapak/Ibu: Nonaktif?", or which of two; None when the question is another one.

    What is no option of it is a topic or a trouble that the text may be about as well.
    """
    guide, step = scene.guide, scene.question
    if guide is None or step is None:
        return None
    keys = [arg for arg in args if arg in step.options]
    helps = [_help(scene, arg) for arg in args if arg not in step.options]
    if not keys or None in helps:
        return None
    beside = tuple(button for button in helps if button is not None)
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
    return Screen(id="meant", text=text, choices=(*choices, *beside), nav=(scene.foot(),))


def _help(scene: Scene, named: str) -> Button | None:
    """The way to a trouble or a topic."""
    library = scene.library
    if named in library.troubles:
        return Button(library.troubles[named].label, Aside(View.TROUBLE, (named,)))
    if named in library.topics:
        return Button(library.topics[named].label, Aside(View.TOPIC, (named,)))
    return None
