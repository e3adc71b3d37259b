"""Journal: what Telegram accepted before the database knows it.

Between the answer and the commit that records it lie a few milliseconds, more while somebody else
writes. A program killed then would send those messages again. So each acceptance is first noted
in a small file with one system call: it outlives the program (not a power cut, and need not: the
note only spares a repetition). The next start records from it what the database missed.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

# What a hook may need of Telegram's answer; texts are never noted.
_KEPT = ("message_id", "message_thread_id", "status", "is_member")


class Journal:
    """One file beside the database; empty whenever everything is recorded."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._is_empty = True

    def note(self, call_id: int, result: Any) -> None:
        """A call was accepted with this result."""
        if self._file is None:
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            try:
                self._file = os.open(self._path, flags, 0o600)
            except OSError:
                return  # without the note the message may come twice, nothing worse
        line = json.dumps([call_id, _short(result)], separators=(",", ":")) + "\n"
        with suppress(OSError):
            os.write(self._file, line.encode())
        self._is_empty = False

    def noted(self) -> dict[int, Any]:
        """The accepted calls by id with what was kept of their results; a torn line is left out."""
        found: dict[int, Any] = {}
        try:
            lines = self._path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            return found
        for line in lines:
            with suppress(ValueError, TypeError):
                call_id, result = json.loads(line)
                found[int(call_id)] = result
        self._is_empty = False
        return found

    def clear(self) -> None:
        """Everything accepted is recorded."""
        if not self._is_empty:
            with suppress(OSError):
                os.truncate(self._path, 0)
                self._is_empty = True

    def close(self) -> None:
        """Let the file go; the next note opens it again."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _short(result: Any) -> Any:
    if isinstance(result, list):
        return [_short(each) for each in result]
    if isinstance(result, dict):
        return {name: result[name] for name in _KEPT if name in result}
    return result if isinstance(result, bool | int | None) else None
