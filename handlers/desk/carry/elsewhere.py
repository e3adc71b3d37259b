"""Elsewhere: officers' words and notes of a topic the case has left come along into the next one.

Each stands below the message of the participant that it followed, as part of it: so they are sent,
cut and changed together, and nothing has to be remembered of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from flows.texts.html import PARAGRAPH
from flows.voice import Voice
from store import carried
from store.carried import NOTE, Carried
from store.database import Transaction


async def together(db: Transaction, voice: Voice, batch: Sequence[Carried]) -> Sequence[Carried]:
    """These messages of the participant with what officers had written after each."""
    rows = await carried.elsewhere(db, batch[0].case_id)
    if not rows:
        return batch
    own = await carried.numbers_of_participant(db, batch[0].case_id)
    below: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        at = max(0, bisect_right(own, row.id) - 1)
        below[own[at]].append(_line(voice, row))
    return [
        one._replace(text=PARAGRAPH.join((one.text or "", *below[one.id])))
        if below[one.id]
        else one
        for one in batch
    ]


async def alone(db: Transaction, voice: Voice, case_id: int) -> str:
    """The same where the participant had written nothing; empty where there is nothing to tell."""
    if await carried.numbers_of_participant(db, case_id):
        return ""
    return PARAGRAPH.join(_line(voice, row) for row in await carried.elsewhere(db, case_id))


def _line(voice: Voice, row: Carried) -> str:
    return f"{_who(voice, row)} {row.text or f'[{row.kind}]'}"


def _who(voice: Voice, row: Carried) -> str:
    """Whose words they are, and whether they arrived."""
    if row.kind == NOTE:
        return voice.label("meja_jejak_catatan")
    if row.state == "delivered" and not row.back:
        return voice.label("meja_jejak_petugas")
    return voice.label("meja_jejak_tidak_sampai")
