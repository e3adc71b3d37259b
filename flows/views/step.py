"""A step of a guide: the question with its answers, or the outcome with what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import MAX_OPTIONS, Ask, End, Guide
from flows.content.media import size_words
from flows.presses import Act, Action
from flows.rights.cek_hak import BIRTH, GUIDE
from flows.scene import Scene
from flows.screen import Button, Row, Screen, in_pairs
from flows.texts.html import Html, last_paragraph, lines, paragraphs
from flows.texts.spoken import long_date
from flows.views.told import told_answers
from flows.walk import Position, Progress, progress

FEW: Final = 6
"""So many steps at most still to come are worth telling."""


def step_screen(scene: Scene, guide: Guide) -> Screen:
    """The step at which the participant stands in `guide`."""
    position = scene.position(guide)
    if isinstance(position.step, Ask):
        return _question(scene, guide, position, position.step)
    return _outcome(scene, guide, position, position.step)


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
        text=paragraphs(header, body, how),
        brief=paragraphs(header, last_paragraph(body), how),
        choices=options + _seen_instead(scene, step, MAX_OPTIONS - len(options)),
        nav=(*_help(scene, position, step), scene.foot()),
    )


def _header(scene: Scene, guide: Guide, at: Progress) -> Html:
    """Which step this is, and how many may follow once these are few.

    Before the first answers every branch counts: "16" would frighten somebody who needs six.
    """
    if at.left == 0:
        return scene.say("langkah_akhir", judul=guide.title)
    if at.left > FEW:
        return scene.say("langkah", langkah=at.number, judul=guide.title)
    return scene.say("langkah_sisa", langkah=at.number, sisa=at.left, judul=guide.title)


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


def _help(scene: Scene, position: Position, step: Ask) -> tuple[Row, ...]:
    helpers = list(_media(scene, step))
    if step.why:
        helpers.append(scene.button("tombol_kenapa", View.WHY))
    if _has_chosen(position):
        helpers.append(scene.button("tombol_ringkasan", View.SUMMARY))
    return in_pairs(helpers)


def _has_chosen(position: Position) -> bool:
    """Whether there was anything to choose so far: "yes, I see it" need not be looked up."""
    return any(step.has_choice for step in position.passed)


def _media(scene: Scene, step: Ask) -> Iterator[Button]:
    """The picture and the recording of a step, each with its size: some pay for every kilobyte."""
    for media, label, action in (
        (scene.library.picture(step.picture), "tombol_gambar", Action.PICTURE),
        (scene.library.voice(step.voice), "tombol_dengar", Action.VOICE),
    ):
        if media is not None:
            yield Button(scene.label(label, ukuran=size_words(media.size)), Act(action))


def _outcome(scene: Scene, guide: Guide, position: Position, end: End) -> Screen:
    source = scene.say("sumber", sumber=end.source, tanggal=long_date(end.checked_on))
    below = lines(scene.warning(), source) if end.calo else source
    row: list[Button] = []
    if end.papers:
        row.append(scene.button("tombol_kertas", View.PAPERS))
    # The answers so far offer to begin again, too.
    again = (
        ("tombol_ringkasan", View.SUMMARY)
        if _has_chosen(position)
        else ("tombol_ulang", View.RESTART)
    )
    row.append(scene.button(*again))
    return Screen(
        id=f"{guide.id}/{end.id}",
        text=paragraphs(_told(scene, guide), scene.html(end, guide), below),
        choices=_next_guides(scene, end),
        nav=(*in_pairs(row), scene.foot()),
    )


def _told(scene: Scene, guide: Guide) -> Html:
    """What an outcome stands on, so that a misunderstanding is seen before somebody acts on it."""
    told = tuple(told_answers(scene, guide)) if guide.id == GUIDE else ()
    return scene.say("yang_dicatat", catatan=" · ".join(told)) if told else Html()


def _next_guides(scene: Scene, end: End) -> tuple[Button, ...]:
    coming = [
        Button(scene.library.guides[name].title, Act(Action.OPEN, (name,))) for name in end.next
    ]
    back_to = () if end.filed else scene.conversation.back_to
    if back_to and back_to[-1] in scene.library.guides and back_to[-1] not in end.next:
        coming.insert(0, scene.way_to(back_to[-1]))
    return tuple(coming)
