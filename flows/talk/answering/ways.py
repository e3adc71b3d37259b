"""Every way of saying each option of a question, on the day it is asked."""

from __future__ import annotations

from flows.content.guide import Ask
from flows.language.labels import Ways
from flows.scene import Scene


def ways_of(scene: Scene, guide: str, step: Ask) -> Ways:
    """Option → its label, its key, and what people say; put together once for each text."""
    ears = scene.library.ears

    def put_together() -> Ways:
        labels = {key: scene.plain(label) for key, label in step.options.items()}
        return ears.choices.ways(labels, ears.ways.get((guide, step.id)))

    return scene.once(("ways", guide, step.id), put_together)
