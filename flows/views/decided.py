"""What decided an outcome of `cek-hak`, and what the law alone would give."""

from __future__ import annotations

from typing import Final

from flows.content.guide import Guide
from flows.rights.cek_hak import GUIDE, judge
from flows.rights.eligibility import Eligibility, LawAlone
from flows.rights.standing import PART
from flows.scene import Scene
from flows.walk import Position

EARLIER_PART: Final = "pernah_sebagian"
PERHAPS_TAKEN: Final = frozenset({"pernah", "tidak_tahu"})


def decided(scene: Scene, guide: Guide, position: Position) -> tuple[str, ...]:
    """What decided, as a button says it: the cause of a claim that opens, and `PART`."""
    if guide.id != GUIDE:
        return ()
    outcome = _outcome(scene, position)
    opened = outcome.sebab if outcome.boleh in ("ya", "nanti") else None
    part = position.answers.get(EARLIER_PART) in PERHAPS_TAKEN
    return (*((opened,) if opened else ()), *((PART,) if part else ()))


def law_alone(scene: Scene, guide: Guide, position: Position) -> LawAlone | None:
    """What the law alone would give, where branches go by a later day."""
    return _outcome(scene, position).hukum if guide.id == GUIDE else None


def _outcome(scene: Scene, position: Position) -> Eligibility:
    return judge(position.answers, scene.library.numbers, scene.today)
