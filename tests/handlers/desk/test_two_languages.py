"""Would the staff read another language, no word of it reached a participant, nor the other way.

Every message says whose voice said it and its own id; the stories of the transcripts are told.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from flows.library import Library
from flows.voice import Voice
from handlers.brain import Brain
from handlers.desk.desk import Desk
from handlers.register import profile_calls
from sandbox.calllog import Entry
from tests.handlers.desk.at_desk import MORNING, AtDesk, Case, Place, open_desk
from tests.handlers.desk.stories import STORIES
from tests.kept import alike

STAFF, PERSON = "§", "¶"
QUOTED = {"sumber", "sumber_kami", "alamat_belum_ada", "kantor_terdekat"}
"""Parts of ready answers: the staff sees them as the participant will."""

OF_THE_STAFF = (
    "meja_", "kartu_", "papan_", "tahan_", "gagal_", "perintah_", "sebab_", "tombol_",
)  # fmt: skip
STAFF_ONLY = ("meja_", "kartu_", "papan_", "tahan_", "gagal_", "perintah_")
"""How ids begin that are said to the staff; and that are said to nobody else."""

Heard = dict[tuple[bool, str], set[str]]
"""Whether a group heard it, and whose voice said it: ids of messages."""


def marked(library: Library, mark: str) -> Library:
    """The content in which every message ends with who says it, and its id."""
    messages = {key: f"{text} {mark}{key}{mark}" for key, text in library.messages.items()}
    return alike(replace(library, messages=messages), library)


@pytest.fixture
def foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    """The staff is spoken to in words of its own."""
    known: dict[int, Library] = {}

    def for_staff(desk: Desk) -> Voice:
        library = desk.brain.library
        if id(library) not in known:
            plain = {key: text.split(f" {PERSON}")[0] for key, text in library.messages.items()}
            known[id(library)] = marked(alike(replace(library, messages=plain), library), STAFF)
        return Voice(known[id(library)], desk.brain.today())

    monkeypatch.setattr(Desk, "for_staff", property(for_staff))


@pytest.fixture(autouse=True)
def fingers(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    """Labels are pressed by what stands before the mark."""
    keys = {
        text[:1].upper() + text[1:]: key
        for key, text in library.messages.items()
        if key.startswith(("tombol_", "sebab_"))
    }
    presses = AtDesk.presses

    async def marked_presses(
        desk: AtDesk, user: int, label: str, at: Place | None = None, **how: Any
    ) -> str:
        of_the_staff = isinstance(at, Case) or (at is not None and at < 0)
        mark = STAFF if of_the_staff else PERSON
        key = keys.get(label)
        shown = f"{label} {mark}{key}{mark}" if key else label
        return await presses(desk, user, shown, at, **how)

    monkeypatch.setattr(AtDesk, "presses", marked_presses)


def calls(desk: AtDesk) -> Iterator[tuple[bool, Any]]:
    """Every call of the story, and whether it went to a group."""
    pressed: dict[str, int] = {}
    for _at, what in desk.story:
        if not isinstance(what, Entry):
            if query := what.get("callback_query"):
                pressed[query["id"]] = query["message"]["chat"]["id"]
            continue
        answered = pressed.get(what.params.get("callback_query_id", ""))
        yield int(what.params.get("chat_id") or answered or 0) < 0, what.params


def heard(desk: AtDesk) -> Heard:
    found: Heard = defaultdict(set)
    for in_group, params in calls(desk):
        shown = json.dumps(params, ensure_ascii=False)
        for mark in (STAFF, PERSON):
            found[in_group, mark] |= set(re.findall(f"{mark}([a-z0-9_]+){mark}", shown))
    return found


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("name", STORIES)
async def test_each_is_spoken_to_in_their_own(
    folder: Path, named_by_id: Library, name: str
) -> None:
    named = marked(named_by_id, PERSON)
    story = STORIES[name]
    async with open_desk(folder, named, branch=story.branch) as desk:
        await story.tell(desk, named)
        found = heard(desk)
    # In their private chats the staff hears nothing but the bell.
    assert {one for one in found[False, STAFF] if not one.startswith("meja_lonceng_")} == set()
    assert found[True, PERSON] <= QUOTED | {"grup_diam"}  # told in a group that is not ours
    assert len(found[True, STAFF]) > 15
    assert len(found[False, PERSON]) > 15
    # The names tell a translator: docs/tasks/second-staff-language.md.
    assert {one for one in found[True, STAFF] if not one.startswith(OF_THE_STAFF)} == set()
    assert {one for one in found[False, PERSON] if one.startswith(STAFF_ONLY)} == set()


@pytest.mark.usefixtures("foreign")
def test_the_commands_of_the_group_are_explained_to_the_staff(library: Library) -> None:
    brain = Brain(marked(library, PERSON), MORNING.date)
    desk = Desk(brain, -100, None, lambda: MORNING)
    shown = [
        json.dumps(payload, ensure_ascii=False) for _method, payload in profile_calls(brain, desk)
    ]
    assert [STAFF in one for one in shown] == ["-100" in one for one in shown]
