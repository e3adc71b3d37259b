"""A denial before a comma, and what stands behind it: "bukan, 20 november"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from flows.ears import Heard

PAUSE: Final = ","

BARE: Final = frozenset({"tidak", "bukan", "salah"})
"""What denies by itself, in the usual spelling; "belum, soalnya ..." answers."""

SHORT: Final = 3
""" "Bukan tanggal itu, ...": words up to which a denial says nothing else."""


def behind_denial(heard: Heard) -> Heard | None:
    """What follows the pause; None where nothing is denied before it, or nothing follows."""
    before, pause, behind = heard.folded.partition(PAUSE)
    # "Bukan 15, 25 november" says what is wrong, and is read as a whole.
    named = any(map(str.isdigit, before))
    if not (pause and behind.strip()) or named or BARE.isdisjoint(heard.spelled[:1]):
        return None
    said = replace(heard, text=before)
    short = len(said.spelled) <= SHORT
    return replace(heard, text=behind.strip()) if short else None
