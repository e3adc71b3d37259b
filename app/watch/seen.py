"""Seen: what the last look at each thing showed; what was not answered is as it was."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from app.watch.look import Looked
from flows.desk.watch.alarm import Id, Sign, Wrong

MANY: Final = 10
"""Updates waiting at Telegram from which it is told that they become more."""


class Seen:
    """Remembers between looks, for one run of the program."""

    def __init__(self) -> None:
        self._wrong: dict[Id, Sign] = {}
        self._titles: dict[int, str] = {}
        self._failed_on = 0
        self._pending = 0

    @property
    def signs(self) -> list[Sign]:
        """What is wrong as far as is known."""
        return list(self._wrong.values())

    def titled(self, sign: Sign) -> Sign:
        """The sign with the name of its group."""
        title = sign.title or self._titles.get(sign.id.group, "")
        return Sign(sign.id, sign.reason, sign.count, title, sign.seconds)

    def take(self, looked: Iterable[Looked]) -> None:
        """What a look showed."""
        for one in looked:
            sign = one.sign
            if sign.title:
                self._titles[sign.id.group] = sign.title
            if one.is_wrong:
                self._wrong[sign.id] = sign
            else:
                self._wrong.pop(sign.id, None)
            if sign.id.wrong is Wrong.GROUP and one.is_wrong:
                self._forget_inside(sign.id.group)

    def is_wrong(self, wrong: Wrong, group: int = 0) -> bool:
        """Whether this is known to be wrong."""
        return Id(wrong, group) in self._wrong

    def _forget_inside(self, group: int) -> None:
        """Of a group that cannot be opened nothing else is known."""
        for wrong in (Wrong.FORUM, Wrong.TOPICS, Wrong.WRITING, Wrong.RIGHTS):
            self._wrong.pop(Id(wrong, group), None)

    def hook(self, info: dict[str, Any]) -> None:
        """What Telegram says of the webhook: does bringing fail, does more and more wait?

        Only a failure since the last look counts: Telegram goes on telling of the last one.
        """
        failed_on, pending = _number(info, "last_error_date"), _number(info, "pending_update_count")
        reason = str(info.get("last_error_message", ""))
        fails = Sign(Id(Wrong.HOOK_FAILS), reason=reason)
        queue = Sign(Id(Wrong.HOOK_QUEUE), count=pending)
        self.take(
            [
                Looked(fails, 0 < self._failed_on < failed_on),
                Looked(queue, MANY <= self._pending < pending),
            ]
        )
        self._failed_on, self._pending = max(failed_on, 1), pending


def _number(info: dict[str, Any], name: str) -> int:
    value = info.get(name)
    return value if isinstance(value, int) else 0
