"""What decided an outcome stands first below it, and the law's earlier day is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows.conversation import Conversation
from flows.library import Library
from flows.rights.causes import STANDS_ON
from flows.rights.standing import PART, TAX_AFTER_PART, standing_on
from flows.scene import Scene
from flows.views import current_screen
from flows.views.decided import decided

TODAY = date(2026, 11, 20)
LEFT = {
    "keadaan": "berhenti",
    "sebab_berhenti": "resign",
    "kerja_lagi": "tidak",
    "tanggal_berhenti": "2026-08-01",
    "status": "nonaktif",
    "hp": "tidak",
}


def at_the_end(library: Library, **answers: str) -> Scene:
    return Scene(library, TODAY, Conversation(guide="cek-hak", answers={"cek-hak": answers}))


@pytest.mark.parametrize(("part", "keys"), [("belum", ("resign",)), ("pernah", ("resign", PART))])
def test_the_cause_is_what_an_outcome_stands_on_first(
    library: Library, part: str, keys: tuple[str, ...]
) -> None:
    scene = at_the_end(library, **LEFT, pernah_sebagian=part)
    assert scene.guide is not None
    assert decided(scene, scene.guide, scene.position(scene.guide)) == keys
    stood = standing_on(("kantor-alur",), keys)
    assert stood[: len(STANDS_ON["resign"])] == STANDS_ON["resign"]
    assert (TAX_AFTER_PART in stood) == (part == "pernah")
    (first,) = library.statements.those(STANDS_ON["resign"][:1])
    assert first.law[0].name in current_screen(scene).text


def test_nobody_is_told_a_right_that_does_not_open(library: Library) -> None:
    scene = at_the_end(library, keadaan="bekerja", sebab_bekerja="semua")
    assert scene.guide is not None
    assert decided(scene, scene.guide, scene.position(scene.guide)) == ()


def test_the_day_of_the_law_stands_beside_the_later_one(library: Library) -> None:
    left = {**LEFT, "sebab_berhenti": "kontrak_habis"}
    ended = (TODAY - timedelta(days=5)).isoformat()
    contract = at_the_end(library, **{**left, "tanggal_berhenti": ended})
    said = str(contract.say("hukum_sekarang"))
    assert said in current_screen(contract).text
    resigned = at_the_end(library, **{**LEFT, "tanggal_berhenti": ended})
    assert said not in current_screen(resigned).text
