"""Who has taken a part before, or perhaps has: what that does to the tax on everything."""

from __future__ import annotations

from typing import Final

from flows.content.guide import Guide
from flows.rights.cek_hak import GUIDE
from flows.walk import Position

EARLIER_PART: Final = "pernah_sebagian"
PERHAPS_TAKEN: Final = frozenset({"pernah", "tidak_tahu"})

TAX_AFTER_PART: Final = "sebagian-pajak-nanti"
"""The statement that is shown with every outcome of such people."""


def taxed(guide: Guide, position: Position) -> tuple[str, ...]:
    """What an outcome stands on besides its own statements."""
    if guide.id == GUIDE and position.answers.get(EARLIER_PART) in PERHAPS_TAKEN:
        return (TAX_AFTER_PART,)
    return ()
