"""Which statements of the register a decision stands on."""

from __future__ import annotations

from typing import Final

from flows.rights.causes import STANDS_ON

TAX_AFTER_PART: Final = "sebagian-pajak-nanti"
"""The statement on the tax, shown to who has taken a part before, or perhaps has."""

PART: Final = "sebagian"
"""What a button says for `TAX_AFTER_PART`: it has no room for the id of a statement."""


def standing_on(own: tuple[str, ...], beside: tuple[str, ...]) -> tuple[str, ...]:
    """The statements of an outcome, those of the right first.

    `own`: those its text names; `beside`: the cause that decided, and `PART`.
    """
    rights = (name for cause, names in STANDS_ON.items() if cause in beside for name in names)
    part = (TAX_AFTER_PART,) if PART in beside else ()
    return tuple(dict.fromkeys((*rights, *own, *part)))
