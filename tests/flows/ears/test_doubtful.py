"""Words that mean two answers are asked about, and nothing said is offered as its opposite."""

from __future__ import annotations

import pytest

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.ears.facts.doubtful import MEANT
from flows.library import Library
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.choice import Choice
from flows.talk.answering.options import option_of
from tests.flows.conftest import Hear


def at(library: Library, hear: Hear, step_id: str, text: str) -> Choice:
    step = next(each for each in library.guides[GUIDE].steps if each.id == step_id)
    assert isinstance(step, Ask)
    heard = hear(text)
    return option_of(Scene(library, heard.today, Conversation(guide=GUIDE)), step, heard)


@pytest.mark.parametrize("group", MEANT)
def test_every_word_that_means_two_is_asked_about(library: Library, hear: Hear, group: str) -> None:
    for way in library.ears.doubtful.ways[group]:
        for step, pair in MEANT[group].items():
            for text in (way, f"saya {way} bulan lalu", f"{way} sama perusahaan"):
                assert at(library, hear, step, text).near == pair, text
                assert step not in {fact.step for fact in hear(text).facts}, text


@pytest.mark.parametrize(
    ("text", "taken"),
    [("resign", "resign"), ("kontraknya habis", "kontrak_habis"), ("kena phk", "phk")],
)
def test_what_means_one_is_taken(library: Library, hear: Hear, text: str, taken: str) -> None:
    assert at(library, hear, "sebab_berhenti", text).taken == taken


@pytest.mark.parametrize("text", ["beli motor", "untuk beli hp", "beli mobil"])
def test_another_thing_is_not_offered(library: Library, hear: Hear, text: str) -> None:
    choice = at(library, hear, "sebab_bekerja", text)
    assert "sebagian_30" not in {choice.taken, *choice.near}


@pytest.mark.parametrize("text", ["beli rumah", "dp rumah", "kpr rumah"])
def test_the_thing_itself_is_taken(library: Library, hear: Hear, text: str) -> None:
    assert at(library, hear, "sebab_bekerja", text).taken == "sebagian_30"
