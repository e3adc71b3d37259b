"""What is a note, and what of the common topic is meant for a participant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from flows.desk.addressed import greets_stranger, names_case
from flows.desk.case import Case
from flows.desk.note import Note, note_of

STAFF = ("Bu Sari", "Pak Budi")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("// catatan", Note.PLAIN),
        ("  //catatan", Note.PLAIN),
        ("\\\\ catatan", Note.SLIPPED),
        ("/ / catatan", Note.SLIPPED),
        ("/\\ catatan", Note.SLIPPED),
        ("／／ catatan", Note.SLIPPED),
        ("/ catatan", None),
        ("/ambil", None),
        ("dan/atau", None),
        ("Buka https://x", None),
        ("", None),
    ],
)
def test_a_note_is_known_by_its_beginning(text: str, how: Note | None) -> None:
    assert note_of(text) is how


@pytest.mark.parametrize(
    "text",
    ["Halo Pak Slamet ini jawaban", "Bu Tini, saldonya sudah masuk", "selamat pagi Ibu Aminah"],
)
def test_greeting_somebody_unknown_is_meant_for_a_participant(text: str) -> None:
    assert greets_stranger(text, STAFF)


@pytest.mark.parametrize(
    "text",
    ["Halo Pak Budi", "Bu sari tolong", "Pagi semua", "pak yang kemarin itu gimana", "Rapat jam 3"],
)
def test_colleagues_are_not_meant(text: str) -> None:
    assert not greets_stranger(text, STAFF)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("jht 7k3q sudah cair", True),
        ("Kata pengenalnya Mangga  Lima ya", True),
        ("mangga limau", False),
        ("Sudah kami cek", False),
        (f"{'kata ' * 20}JHT-7K3Q", False),
    ],
)
def test_a_case_is_named_in_the_first_words(
    make_case: Callable[..., Case], text: str, *, found: bool
) -> None:
    case = make_case()
    assert (names_case(text, [case]) is case) is found
