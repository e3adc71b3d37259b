"""Personal: what holds personal data leaves the participant's chat as well.

A text goes at once. A file with such words below it goes once it is copied: Telegram copies from
the original, and what is deleted first would reach nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from flows.mask import kinds_in
from handlers.desk.filed import Filed
from handlers.desk.saying import Saying
from store import carried
from store.carried import TEXT


async def take_out(saying: Saying, case: Filed, rows: Sequence[int]) -> None:
    """Delete those of the participant's files that have personal data below them."""
    for row in rows:
        one = await carried.one(saying.db, row)
        if one is not None and one.kind != TEXT and kinds_in(one.text or ""):
            where = {"chat_id": case.chat_id, "message_id": one.participant_message_id}
            saying.send("deleteMessage", where)
