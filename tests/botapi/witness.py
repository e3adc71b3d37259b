"""Looks at the traffic of every test in this process, each shape of it once."""

from __future__ import annotations

from typing import Any

from sandbox.calllog import Entry
from tests.botapi.agree import Agreement
from tests.botapi.model import read

# Fields whose value says which of several types is meant: it belongs to the shape.
_MARKS = frozenset({"type", "status", "source", "origin", "currency"})


class Onlooker:
    """What was wrong since it was last asked: calls of the bot, objects of the sandbox."""

    def __init__(self) -> None:
        self._agreement: Agreement | None = None
        self._known: dict[Any, list[str]] = {}
        self._calls: list[str] = []
        self._objects: list[str] = []

    @property
    def agreement(self) -> Agreement:
        """Read when the first call comes: most processes of a run never see one."""
        if self._agreement is None:
            self._agreement = Agreement(read())
        return self._agreement

    def called(self, entry: Entry) -> None:
        """A call the sandbox refused for its form was judged already: by the sandbox."""
        method = entry.method.lower()
        if entry.code not in (400, 404) or entry.fault:
            key = ("call", method, shape_of(entry.params))
            if key not in self._known:
                self._known[key] = self.agreement.call(entry.method, entry.params)
            self._calls += self._known[key]
        if entry.code == 200 and entry.result is not None and method != "getupdates":
            key = ("result", method, shape_of(entry.result))
            if key not in self._known:
                self._known[key] = self.agreement.result(entry.method, entry.result)
            self._objects += self._known[key]

    def told(self, kind: str, payload: dict[str, Any]) -> None:
        key = ("update", kind, shape_of(payload))
        if key not in self._known:
            self._known[key] = self.agreement.update(kind, payload)
        self._objects += self._known[key]

    def found(self, *, calls: bool = True) -> list[str]:
        """What was wrong since the last time, each once. `calls` False: whose calls are a test's
        own, not the bot's, only the sandbox is judged."""
        found = dict.fromkeys([*(self._calls if calls else []), *self._objects])
        self._calls, self._objects = [], []
        return list(found)


def shape_of(value: Any, mark: bool = False) -> Any:
    """Keys and types of a value, without what it says. Equal shapes agree or disagree alike."""
    if isinstance(value, dict):
        return tuple((key, shape_of(each, key in _MARKS)) for key, each in value.items())
    if isinstance(value, list):
        return ("list", *dict.fromkeys(shape_of(each) for each in value))
    if mark and isinstance(value, str):
        return value
    return type(value)
