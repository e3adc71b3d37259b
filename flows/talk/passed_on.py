"""What somebody else wrote and a participant passed on: news, chain letters, announcements."""

from __future__ import annotations

from flows.scene import Scene
from flows.talk.reply import Reply, above


def passed_on(scene: Scene) -> Reply:
    """We cannot vouch for it, and say who can; the step stands below."""
    return above(scene, "pesan_terusan")
