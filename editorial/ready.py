"""The library of one content folder, read, checked and with its ears, kept for the next start.

Whatever is wrong with what was kept, it is as if there were nothing: the files are read again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import stat
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import structlog

from editorial.fingerprint import Fingerprint
from flows.library import Library

_DIGEST: Final = hashlib.sha256().digest_size


Tell = Callable[..., object]
"""Takes an event and what it was about, as a log does."""


def silent(_event: str, **_about: object) -> None:
    """For commands whose output is read by programs."""


class Ready:
    """What one file keeps. Where files have no owner (Windows), nothing is kept.

    Unpickling can run whatever the file says, so it must be ours alone: see `_read`.
    """

    def __init__(self, content: Path, file: Path, tell: Tell | None = None) -> None:
        """`file` need not exist, nor be in a folder that can be written.

        `tell` hears why something was not found or not kept; the log, when not given.
        """
        self._tell = tell or structlog.get_logger().info
        self._content = content
        self._file = file

    def fingerprint(self, day: date) -> Fingerprint | None:
        """What the folder holds now; None when that cannot be told."""
        if not hasattr(os, "geteuid"):
            return None
        try:
            return Fingerprint.of(self._content, day)
        except OSError as error:
            self._tell("ready_content_unread", reason=error.strerror)
            return None

    def find(self, wanted: Fingerprint | None) -> Library | None:
        """The library that was kept for exactly this; None when there is none to trust."""
        if wanted is None:
            return None
        try:
            return self._library(wanted)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._tell("ready_unread", reason=error.strerror or str(error))
        except Exception as error:
            # Ours and undamaged, and still no library: a wrong mark would be our own mistake.
            self._tell("ready_unusable", reason=type(error).__name__)
        return None

    def keep(self, made_of: Fingerprint | None, library: Library) -> None:
        """Keeps a library and its ears. Nobody may have talked with it: words would be kept, too.

        Nothing is kept when the folder has changed since, or when writing fails.
        """
        if made_of is None:
            return
        try:
            if made_of.holds():
                self._write(_sealed(made_of.digest, pickle.dumps(library, protocol=5)))
        except OSError as error:
            self._tell("ready_not_kept", reason=error.strerror)
        except Exception as error:
            self._tell("ready_not_kept", reason=type(error).__name__)

    def _library(self, wanted: Fingerprint) -> Library | None:
        kept = self._read()
        dumped = memoryview(kept)[2 * _DIGEST :]
        if kept != _sealed(wanted.digest, dumped):
            self._tell("ready_of_something_else")
            return None
        library = pickle.loads(dumped)
        if not isinstance(library, Library):
            raise TypeError("no library")
        return library

    def _read(self) -> bytes:
        """Raises OSError when the file is not a plain one of ours that nobody else may touch."""
        number = os.open(self._file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(number, "rb") as file:
            about = os.fstat(number)
            if not stat.S_ISREG(about.st_mode) or about.st_uid != os.geteuid():
                raise PermissionError("not ours")
            if stat.S_IMODE(about.st_mode) & (stat.S_IRWXG | stat.S_IRWXO):
                raise PermissionError("open to others")
            return file.read()

    def _write(self, content: bytes) -> None:
        """All of it or nothing, readable by us alone. Raises OSError."""
        number, half = tempfile.mkstemp(prefix=f".{self._file.name}-", dir=self._file.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(half).replace(self._file)
        except BaseException:
            Path(half).unlink(missing_ok=True)
            raise


def _sealed(made_of: bytes, dumped: bytes | memoryview) -> bytes:
    """What it was made of, a seal against damage, the library."""
    return b"".join((made_of, hashlib.sha256(dumped).digest(), dumped))


def place_of(content: Path, database: Path) -> Path:
    """The file for a content folder: beside it, one for all its bots; beside the database where
    that may not be written."""
    beside = content.absolute().parent
    if os.access(beside, os.W_OK):
        return beside / f"{content.name}-ready"
    return database.with_name(f"{database.stem}-ready")
