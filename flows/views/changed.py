"""What is told to who asked to be told: answers that say something else than they did."""

from __future__ import annotations

from collections.abc import Sequence

from flows.answers import Answer, Named, known
from flows.aside import Aside, View
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.texts.html import lines
from flows.views.evidence import WAY_BACK


def changed_screen(scene: Scene, answers: Sequence[Named]) -> Screen:
    """One message of all that has changed, each with the way to read it, and the way to stop."""
    told = []
    ways = []
    for answer in answers:
        found = known(scene.library, answer)
        label = found.label if found else scene.label("kabar_hilang")
        told.append(scene.say("kabar_baris", judul=label))
        if found is not None:
            ways.append(Button(label, Act(Action.READ, (answer.kind, *answer.name))))
    return Screen(
        id="changed",
        text=scene.say("kabar_berubah", daftar=lines(*dict.fromkeys(told))),
        nav=(
            *((way,) for way in dict.fromkeys(ways)),
            (scene.button("tombol_berhenti_kabari", Action.UNWATCH),),
            scene.foot(back=False),
        ),
    )


def way_to_read(answer: Named) -> Aside:
    """The view of an answer. An outcome lies in a guide that has gone on since: what it stands on
    is shown instead."""
    if answer.kind is Answer.OFFER:
        return Aside(View.CALO)
    view = WAY_BACK.get(answer.kind)
    if view is None:
        return Aside(View.EVIDENCE, (answer.kind, *answer.name))
    return Aside(view, answer.name)
