"""Direct: the database without its thread, so that a schedule always goes the same way."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from pathlib import Path
from typing import Any

from store.connection import Connection


class Direct(Connection):
    """A connection whose statements run where they are asked for. A dead one does nothing more."""

    def __await__(self) -> Generator[Any, None, Direct]:
        self._connection = self._connector()
        return self
        yield

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        if self._connection is None:
            raise sqlite3.ProgrammingError("the program was killed")
        return fn(*args, **kwargs)

    async def end(self) -> None:
        """Close it."""
        self.die()

    def die(self) -> None:
        """As a killed program leaves it: what was not committed never was."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def connect(path: Path, how: str) -> Direct:
    """As `store.connection.connect`."""
    uri = f"{path.absolute().as_uri()}?{how}"
    return Direct(lambda: sqlite3.connect(uri, isolation_level=None, uri=True), 64)
