"""A step of a guide: the question with its answers, or the outcome it has come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import MAX_OPTIONS, Ask, Guide
from flows.content.media import size_words
from flows.presses import Act, Action
from flows.rights.cek_hak import BIRTH
from flows.scene import Scene
from flows.screen import Button, Row, Screen, in_pairs
from flows.texts.html import Html, last_paragraph, paragraphs
from flows.views.outcome import outcome_screen
from flows.views.told import has_chosen
from flows.walk import Position, Progress, progress

FEW: Final = 6
"""So many steps at most still to come are worth telling."""


def step_screen(scene: Scene, guide: Guide) -> Screen:
    """The step at which the participant stands in `guide`."""
    position = scene.position(guide)
    if isinstance(position.step, Ask):
        return _question(scene, guide, position, position.step)
    return outcome_screen(scene, guide, position, position.step)


def brief_screen(scene: Scene, guide: Guide, step: Ask) -> Screen:
    """The question `step` below its own picture: only its last words and its answers.

    The whole text stands above the picture, which a long message would push off a small screen.
    """
    whole = _question(scene, guide, scene.position(guide), step)
    return replace(whole, text=whole.brief or whole.text, nav=(scene.foot(),))


def _question(scene: Scene, guide: Guide, position: Position, step: Ask) -> Screen:
    header = _header(scene, guide, progress(guide, position, scene.library.numbers, scene.today))
    hint = _how_to_write(step)
    options = tuple(
        Button(scene.plain(label), Act(Action.ANSWER, (guide.id, step.id, key)))
        for key, label in step.options.items()
    )
    body = scene.html(step, guide)
    how = scene.say(hint) if hint else ""
    return Screen(
        id=f"{guide.id}/{step.id}",
        text=paragraphs(header, body, how, scene.voice.doubt(step.stands_on, step.body)),
        brief=paragraphs(header, last_paragraph(body), how),
        choices=options + _seen_instead(scene, step, MAX_OPTIONS - len(options)),
        nav=(*_elsewhere(scene, step), *_help(scene, position, step), scene.foot()),
    )


def _header(scene: Scene, guide: Guide, at: Progress) -> Html:
    """Which step this is, and how many may follow once these are few.

    Before the first answers every branch counts: "16" would frighten somebody who needs six.
    """
    if at.left == 0:
        return scene.say("langkah_akhir", judul=scene.titled(guide))
    if at.left > FEW:
        return scene.say("langkah", langkah=at.number, judul=scene.titled(guide))
    return scene.say("langkah_sisa", langkah=at.number, sisa=at.left, judul=scene.titled(guide))


def _how_to_write(step: Ask) -> str | None:
    """The message with examples of what may be typed; None where only buttons answer."""
    if step.answer == "tanggal":
        if step.future:
            return "jawab_tanggal_nanti"
        # Nobody is born "kemarin".
        return "jawab_tanggal_lahir" if step.id == BIRTH else "jawab_tanggal"
    return "jawab_rupiah" if step.answer == "rupiah" else None


def _seen_instead(scene: Scene, step: Ask, room: int) -> tuple[Button, ...]:
    """The troubles as further answers while they fit, else the likeliest and "another screen"."""
    troubles = [scene.library.troubles[name] for name in step.troubles]
    shown = troubles if len(troubles) <= room else troubles[: max(room - 1, 0)]
    buttons = tuple(Button(trouble.label, Aside(View.TROUBLE, (trouble.id,))) for trouble in shown)
    if len(shown) == len(troubles):
        return buttons
    return (*buttons, scene.button("tombol_layar_lain", View.OTHER_SCREENS))


def _elsewhere(scene: Scene, step: Ask) -> tuple[Row, ...]:
    """A row of its own for who is in the wrong guide: in a list of answers it would be overread."""
    return tuple((scene.way_to(name),) for name in step.next)


def _help(scene: Scene, position: Position, step: Ask) -> tuple[Row, ...]:
    helpers = list(_media(scene, step))
    if step.why:
        helpers.append(scene.button("tombol_kenapa", View.WHY))
    if has_chosen(position):
        helpers.append(scene.button("tombol_ringkasan", View.SUMMARY))
    return in_pairs(helpers)


def _media(scene: Scene, step: Ask) -> Iterator[Button]:
    """The picture and the recording of a step, each with its size: some pay for every kilobyte."""
    for media, label, action in (
        (scene.library.picture(step.picture), "tombol_gambar", Action.PICTURE),
        (scene.library.voice(step.voice), "tombol_dengar", Action.VOICE),
    ):
        if media is not None:
            yield Button(scene.label(label, ukuran=size_words(media.size)), Act(action))
