"""Who hears of everything that goes over the wire in this process: each call, each update.

For tests and proofs that look at the traffic of whatever runs, wherever its world was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sandbox.calllog import Entry


class Witness(Protocol):
    def called(self, entry: Entry) -> None:
        """A call has ended: accepted, refused or gone wrong."""

    def told(self, kind: str, payload: dict[str, Any]) -> None:
        """An update of the sandbox's own making was queued for the bot."""


WITNESSES: list[Witness] = []
