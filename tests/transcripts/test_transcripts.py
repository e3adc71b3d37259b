"""Full conversations: what the participant writes, and the id of the screen that answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.conversation import Conversation
from flows.events import Commanded, Event, Wrote
from flows.library import Library
from flows.mask import mask_text
from flows.talk import reply

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.md"))
FORWARDED = "[terusan] "
"""How a message begins that was written by somebody else and passed on."""


def event_of(said: str) -> Event:
    if said.startswith("/"):
        command, _, argument = said[1:].partition(" ")
        return Commanded(command, argument)
    masked = mask_text(said.removeprefix(FORWARDED))
    return Wrote(masked.text, masked.kinds, forwarded=said.startswith(FORWARDED), message_id=1)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, library: Library) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    today = next(line.partition(": ")[2] for line in lines if line.startswith("hari ini: "))
    expected = lines[lines.index(f"hari ini: {today}") + 1 :]
    talk = Conversation()
    played: list[str] = []
    for said in (line[2:] for line in expected if line.startswith("> ")):
        decided = reply(talk, event_of(said), library, date.fromisoformat(today))
        talk = Conversation.load(decided.conversation.dump())
        played += ["", f"> {said}", *(screen.id for screen in decided.screens)]
    assert "\n".join(played).strip() == "\n".join(expected).strip()


def test_every_guide_is_talked_through(library: Library) -> None:
    for guide in library.guides:
        # "klaim-jmo-…" only counts for the longest guide name that fits.
        names = [
            path.stem
            for path in TRANSCRIPTS
            if guide
            == max(
                (g for g in library.guides if path.stem.startswith(f"{g}-")), key=len, default=None
            )
        ]
        assert len(names) >= 3, guide
