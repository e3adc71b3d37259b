"""`python bot.py play GUIDE`: talk to a guide in the terminal; `--save` makes a transcript test.

The transcript names screens by id and the participant's words as typed, so that a changed
sentence does not break it (see tests/transcripts).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from flows.conversation import Conversation
from flows.events import Commanded, Event, Wrote
from flows.library import Library
from flows.screen import Screen
from flows.talk import reply
from flows.texts.markup import plain
from tools.files import written
from tools.given import Given
from tools.stopped import StoppedError
from tools.streams import mended

Read = Callable[[str], str]
Write = Callable[[str], None]

TRANSCRIPTS = Path("tests/transcripts")
QUIT = "q"
LONGEST = 100
"""Letters of a title."""


def run(given: Given, guide: str, title: str | None, read: Read, write: Write) -> None:
    """Plays a guide; with a `title` it becomes a test. Raises StoppedError for one that cannot be.

    That is said before it is played, not after.
    """
    guide = given.guide(guide)
    path = None if title is None else _path(guide, title)
    lines = play(given.library, guide, given.today, read, write)
    if path is not None and title is not None:
        with written(path.parent):
            save(lines, title, path)
        write(f"Tersimpan: {path}")


def _path(guide: str, title: str) -> Path:
    name = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    if not name:
        raise StoppedError("Judul harus memuat huruf a-z atau angka, karena menjadi nama berkas.")
    if len(title) > LONGEST:
        raise StoppedError(f"Judul paling panjang {LONGEST} huruf.")
    path = TRANSCRIPTS / f"{guide}-{name}.md"
    if path.exists():
        raise StoppedError(f"{path} sudah ada. Pilih judul lain.")
    return path


def play(library: Library, guide_id: str, today: date, read: Read, write: Write) -> list[str]:
    """Plays until the player types `q` or the input ends; returns the lines of the transcript."""
    lines = [f"hari ini: {today.isoformat()}", ""]
    talk = Conversation()
    event: Event = Commanded("start", guide_id)
    said = f"/start {guide_id}"
    while said != QUIT:
        lines.append(f"> {said}")
        decided = reply(talk, event, library, today)
        # Stored and read back between any two messages, as the running bot does.
        talk = Conversation.load(decided.conversation.dump())
        for screen in decided.screens:
            write("\n".join(_drawn(screen)))
            lines.append(f"{screen.id}")
        lines.append("")
        try:
            said = read(f"\n(angka, tulisan, atau {QUIT} untuk keluar) > ").strip()
        except EOFError:
            said = QUIT
        event = _event(said)
    return lines


def _event(said: str) -> Event:
    """The event behind a line of a transcript."""
    if said.startswith("/"):
        name, _, argument = said[1:].partition(" ")
        return Commanded(name, argument)
    return Wrote(said)


def _drawn(screen: Screen) -> Iterator[str]:
    yield f"\n── {screen.id} " + "─" * max(0, 56 - len(screen.id))
    yield plain(screen.text)
    for row in screen.rows():
        yield "  ".join(f"[{button.label}]" for button in row)


def save(lines: list[str], title: str, path: Path) -> None:
    """Writes the transcript as a test. Raises OSError, also where there is one already."""
    with path.open("x", encoding="utf-8") as file:
        file.write(f"# {mended(title)}\n\n" + "\n".join(lines).rstrip() + "\n")
