"""The outgoing guard on a written corpus: what must be held, and help that must go through."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.desk.guard import doubts
from flows.desk.official import Official, OfficialLine

TEXTS = Path(__file__).parent / "guard"
OFFICIAL = Official.of(
    OfficialLine(
        domains=("bpjsketenagakerjaan.go.id", "siapkerja.kemnaker.go.id"),
        apps=(
            "play.google.com/store/apps/details?id=com.bpjstku",
            "apps.apple.com/id/app/id1444834757",
        ),
        phones=("175", "1500537", "(024) 3520279"),
        emails=("care@bpjsketenagakerjaan.go.id",),
    )
)


def lines(name: str) -> list[str]:
    rows = (TEXTS / name).read_text(encoding="utf-8").split("\n")
    return [row.replace("\\n", "\n") for row in rows if row.strip() and not row.startswith("#")]


@pytest.mark.parametrize("line", lines("held.txt"))
def test_a_message_that_asks_or_leads_away_is_held(line: str) -> None:
    kind, _, text = line.partition(" | ")
    assert kind in {doubt.kind for doubt in doubts(text, OFFICIAL)}


@pytest.mark.parametrize("text", lines("passed.txt"))
def test_normal_help_goes_through(text: str) -> None:
    assert doubts(text, OFFICIAL) == ()


def test_an_address_behind_the_text_counts() -> None:
    assert doubts("Silakan buka situs resmi", OFFICIAL, ["https://klaim.xyz"])
    assert not doubts("Buka situs ini", OFFICIAL, ["https://lapakasik.bpjsketenagakerjaan.go.id"])


def test_each_reason_is_given_once() -> None:
    found = doubts("Kirim NIK. Kirim NIK.", OFFICIAL)
    assert [doubt.kind for doubt in found] == ["nik"]
