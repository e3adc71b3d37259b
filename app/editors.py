"""What editors hear when a saved content file was read: on the terminal, and in their topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.texts.html import Html, paragraphs
from flows.texts.units import units
from handlers.outgoing import worded
from loops.send import Sender
from loops.tick import Tick, commit
from store.database import Database
from store.unit import OpenUnit

if TYPE_CHECKING:
    from editorial.load import Loaded

HEAD = Html("<b>Isi yang baru disimpan belum bisa dipakai.</b> Isi lama tetap berjalan.")

LONGEST = 3500
"""Units of problems in one message; the rest is counted."""


class Editors:
    """Tells of every change of the content; in the topic only when it could not be used."""

    def __init__(
        self, database: Database, sender: Sender, group: int | None, topic: int | None
    ) -> None:
        """`topic` is a message thread of the staff group `group`; None: the terminal only."""
        self._database = database
        self._sender = sender
        self._group = group
        self._topic = topic

    async def hear(self, loaded: Loaded) -> None:
        """The content was read anew."""
        for problem in loaded.problems:
            print(f"{problem}\n", flush=True)
        in_force = loaded.library is not None
        print(
            "Isi baru sudah dipakai."
            if in_force
            else "Isi lama tetap dipakai sampai masalah di atas selesai.",
            flush=True,
        )
        if in_force or self._group is None or self._topic is None:
            return
        await commit(self._database, self._sender, self._post(loaded))

    def _post(self, loaded: Loaded) -> Tick:
        text = _listed([str(problem) for problem in loaded.problems])

        async def post(unit: OpenUnit) -> None:
            unit.send(
                "sendMessage",
                {"chat_id": self._group, "message_thread_id": self._topic, **worded(text)},
            )

        return post


def _listed(problems: list[str]) -> Html:
    """As many problems as fit in one message, and how many more there are."""
    shown: list[str] = []
    for problem in problems:
        if sum(map(units, shown)) + units(problem) > LONGEST:
            break
        shown.append(problem)
    more = len(problems) - len(shown)
    tail = f"… dan {more} masalah lain." if more else ""
    return paragraphs(HEAD, *shown, tail)
