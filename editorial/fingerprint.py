"""A mark that changes with all a library is made of: files, day, our code, Python, packages."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parent.parent
_CODE: Final = ("editorial", "flows")
"""Everything that makes a library, and everything a library is made of."""

_INSTALLED: Final = (".dist-info", ".egg-info")
"""Folders whose names tell a package and its version."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a content folder holds on one day, for this code."""

    folder: Path
    day: date
    digest: bytes

    @classmethod
    def of(cls, folder: Path, day: date) -> Fingerprint:
        """Reads every file of the folder. Raises OSError when one cannot be read."""
        whole = hashlib.sha256(code())
        whole.update(day.isoformat().encode())
        _add(whole, folder)
        return cls(folder, day, whole.digest())

    def holds(self) -> bool:
        """Whether the folder is still as it was. Raises OSError."""
        return Fingerprint.of(self.folder, self.day) == self


@cache
def code() -> bytes:
    """The code as it is running, so read once: what replaces it on disk belongs to a later run."""
    return code_of(_ROOT)


def code_of(root: Path) -> bytes:
    """The code below `root`, with Python and the installed packages."""
    whole = hashlib.sha256(sys.version.encode())
    for house in _CODE:
        _add(whole, root / house)
    for place in filter(Path.is_dir, map(Path, sys.path)):
        names = sorted(each.name for each in place.iterdir() if each.name.endswith(_INSTALLED))
        whole.update("\n".join(names).encode())
    return whole.digest()


def _add(whole: hashlib._Hash, folder: Path) -> None:
    for name, content in _files(str(folder)):
        whole.update(f"\n{name}\n{len(content)}\n".encode("utf-8", "surrogateescape"))
        whole.update(content)


def _files(folder: str, below: str = "") -> Iterator[tuple[str, bytes]]:
    """Every file and folder with its name below the first, in order; what Python compiled is none.

    Raises OSError for what is neither: reading it may never end.
    """
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{below}{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield f"{name}/", b""
                yield from _files(entry.path, f"{name}/")
        elif entry.is_file():
            yield name, Path(entry.path).read_bytes()
        else:
            raise OSError(f"{name} is no file")
