"""Full conversations: what the participant writes, and the id of the screen that answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows.content.guide import End
from flows.conversation import Conversation
from flows.events import Commanded, Event, Wrote
from flows.library import Library
from flows.mask import mask_text
from flows.talk import reply
from flows.walk import locate

TRANSCRIPTS = sorted(Path(__file__).parent.glob("*.md"))
GUIDES = sorted(path.name for path in (Path(__file__).parents[2] / "content" / "guides").iterdir())
MIXED = "campur"
"""How the name of a transcript begins that is about more than one guide, or none."""

MOST_STEPS = 25
TYPED = {"tanggal": "2 bulan lalu", "rupiah": "12 juta", "pilihan": ""}
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


def test_every_transcript_is_of_a_guide() -> None:
    begins = tuple(f"{name}-" for name in (*GUIDES, MIXED))
    assert [path.stem for path in TRANSCRIPTS if not path.stem.startswith(begins)] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_first_answers_in_their_own_words_lead_to_an_end(
    guide: str, library: Library, today: date
) -> None:
    talk = reply(Conversation(), Commanded("start", guide), library, today).conversation
    for _ in range(MOST_STEPS):
        assert talk.guide == guide
        answers = talk.given(guide)
        step = locate(library.guides[guide], answers, library.numbers, today).step
        if isinstance(step, End):
            return
        said = next(iter(step.options.values()), TYPED[step.answer])
        label = library.plain(said, today)
        talk = reply(talk, Wrote(label, frozenset(), message_id=1), library, today).conversation
    pytest.fail(f"{guide} did not end")
