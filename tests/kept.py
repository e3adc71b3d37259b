"""The shipped content, read once for all processes of a test run: the workers and their bots.

Each day has a copy of its own, kept as a running bot keeps its content (`editorial/ready.py`).
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Final

from filelock import FileLock

from editorial.load import load
from editorial.ready import Ready, place_of, silent
from flows.library import Library

CONTENT = Path(__file__).parent.parent / "content"

_SAID: Final = re.compile(r"^(?:said|leans):\n(?:[ #].*\n|\n)+", re.MULTILINE)
_ASK: Final = re.compile(r"^(ask:\n  - .*\n(?:    .*\n)*)(?:  .*\n)+", re.MULTILINE)
"""What lists ways of saying an option; the ways of asking for a topic, up to the first."""


def read_or_found(place: Path, today: date) -> Library:
    """The shipped content with its ears, read by the first of all workers who asks."""
    with FileLock(place / f"{today}.lock"):
        ready = _ready(_copy(place, today))
        mark = ready.fingerprint(today)
        library = ready.find(mark)
        if library is None:
            library = listening(CONTENT, today)
            ready.keep(mark, library)
        return library


def kept_for(place: Path, day: date, library: Library) -> Path:
    """A copy of the shipped content, which holds `library`: who answers as on `day` finds it read.

    It is everybody's: nobody may change it.
    """
    with FileLock(place / f"{day}.lock"):
        content = _copy(place, day)
        if not place_of(content, content).exists():
            ready = _ready(content)
            ready.keep(ready.fingerprint(day), library)
        return content


def brief_kept(place: Path, today: date) -> Path:
    """A copy in few words, kept for `today` by the first of all workers who asks."""
    content = place / "brief" / "content"
    with FileLock(place / "brief.lock"):
        if not content.is_dir():
            few_words(content)
            ready = _ready(content)
            ready.keep(ready.fingerprint(today), listening(content, today))
        return content


def listening(folder: Path, today: date) -> Library:
    """A content folder as a library with its ears."""
    loaded = load(folder, today)
    assert loaded.library is not None, "\n".join(str(problem) for problem in loaded.problems)
    loaded.library.ears.options.read_ways()
    return loaded.library


def few_words(content: Path) -> None:
    """Makes a copy of the shipped content, with hardly any of the ways people say things.

    For tests that read it again and again and in which nobody is understood: all files are there,
    and the ears take a tenth of a second.
    """
    shutil.copytree(CONTENT, content)
    for page in content.rglob("*.md"):
        written = page.read_text(encoding="utf-8")
        page.write_text(_ASK.sub(r"\1", _SAID.sub("", written)), encoding="utf-8")


def alike(other: Library, library: Library) -> Library:
    """The first, with the ears of the second: for content that differs only in what is not heard.

    Made anew they would take half a second of CPU.
    """
    other.hear_with(library.ears)
    return other


def _copy(place: Path, day: date) -> Path:
    content = place / day.isoformat() / "content"
    if not content.is_dir():
        shutil.copytree(CONTENT, content)
    return content


def _ready(content: Path) -> Ready:
    return Ready(content, place_of(content, content), silent)
