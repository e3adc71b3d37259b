"""The outgoing guard on a written corpus: what must be held, and help that must go through."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.official import Official, OfficialLine
from flows.guard.doubts import QUOTE, Doubt, doubts
from flows.library import Library
from flows.texts.markup import plain

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


Held = Callable[..., tuple[Doubt, ...]]


@pytest.fixture(scope="session")
def held(library: Library) -> Held:
    def judged(
        text: str, official: Official = OFFICIAL, links: Sequence[str] = ()
    ) -> tuple[Doubt, ...]:
        return doubts(text, library.guard, official, links)

    return judged


def lines(name: str) -> list[str]:
    rows = (TEXTS / name).read_text(encoding="utf-8").split("\n")
    return [row.replace("\\n", "\n") for row in rows if row.strip() and not row.startswith("#")]


@pytest.mark.parametrize("line", lines("held.txt"))
def test_a_message_that_asks_or_leads_away_is_held(held: Held, line: str) -> None:
    kind, _, text = line.partition(" | ")
    assert kind in {doubt.kind for doubt in held(text)}


@pytest.mark.parametrize("text", lines("passed.txt"))
def test_normal_help_goes_through(held: Held, text: str) -> None:
    assert held(text) == ()


def test_an_address_behind_the_text_counts(held: Held) -> None:
    assert held("Silakan buka situs resmi", links=["https://klaim.xyz"])
    assert not held("Buka situs ini", links=["https://lapakasik.bpjsketenagakerjaan.go.id"])


def test_each_reason_is_given_once(held: Held) -> None:
    found = held("Kirim NIK. Kirim NIK.")
    assert [doubt.kind for doubt in found] == ["nik"]


@pytest.mark.parametrize(
    "spelled", ["k i r i m  O T P", "kirim 0TP", "kirim O.T.P", "ＫＩＲＩＭ ＯＴＰ"]
)
def test_disguised_words_are_read(held: Held, spelled: str) -> None:
    assert {doubt.kind for doubt in held(spelled)} == {"kode"}


def test_every_answer_an_officer_may_send_goes_through(
    held: Held, library: Library, today: date
) -> None:
    pages = [*library.topics.values(), *library.troubles.values()]
    stopped = {
        page.id: found
        for page in pages
        if (found := held(plain(library.html(page, today)), library.official))
    }
    assert stopped == {}


@given(st.text(max_size=300))
def test_any_text_is_judged_with_short_quotes(held: Held, text: str) -> None:
    assert all(len(doubt.quote) <= QUOTE for doubt in held(text))
