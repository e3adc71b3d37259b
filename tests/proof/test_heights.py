"""What `proof.heights` measures: every topic twice, every trouble, every step of every guide."""

from __future__ import annotations

from collections import Counter
from datetime import date

from flows.library import Library
from proof.heights import screens


def test_every_screen_is_measured_once(library: Library, today: date) -> None:
    found = list(screens(library, today))
    counted = Counter(kind for kind, _ in found)
    steps = [step for guide in library.guides.values() for step in guide.steps]
    assert counted["topic, short"] == counted["topic, whole"] == len(library.topics)
    assert counted["trouble"] == len(library.troubles)
    assert counted["ask"] + counted["end"] == len(steps)
    assert counted["greeting"] == 1
