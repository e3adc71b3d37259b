"""What a question offers: its papers, and a hint that names only buttons that are there."""

from __future__ import annotations

from datetime import date

import pytest

from flows.buttons import pack
from flows.conversation import Conversation
from flows.events import Commanded, Wrote
from flows.guide import Ask
from flows.library import Library
from flows.scene import Scene
from flows.talk import reply
from flows.views.papers import papers_of


def test_the_hint_names_another_screen_only_where_its_button_is(
    library: Library, today: date
) -> None:
    hints = set()
    for guide in library.guides.values():
        step = guide.steps[0]
        if not isinstance(step, Ask) or step.answer != "pilihan":
            continue
        talk = reply(Conversation(), Commanded("start", guide.id), library, today).conversation
        screen = reply(talk, Wrote("zzz"), library, today).screens[0]
        offered = pack("x") in (button.data for button in screen.choices)
        hint = screen.id.partition("?")[2]
        assert (hint == "kurang_jelas_layar") == offered, guide.id
        hints.add(hint)
    assert len(hints) == 2


def test_a_part_for_a_home_needs_the_papers_of_house_and_bank(
    library: Library, today: date
) -> None:
    answers = {"klaim-sebagian": {"keperluan": "rumah"}}
    home = Conversation(guide="klaim-sebagian", answers=answers)
    pension = Conversation(guide="klaim-sebagian")
    more = {"bukti-rumah", "surat-bank"}
    assert more <= set(papers_of(Scene(library, today, home)))
    assert not more & set(papers_of(Scene(library, today, pension)))


@pytest.mark.parametrize(
    ("aside", "said", "shown"),
    [
        ("t:centang-data", "sudah", "klaim-jmo/tiga_centang"),
        ("r", "ya, mulai dari awal", "klaim-jmo/buka_jht"),
        ("r", "kembali ke langkah tadi", "klaim-jmo/tiga_centang"),
    ],
)
def test_words_belong_to_what_covers_the_question(
    aside: str, said: str, shown: str, library: Library, today: date
) -> None:
    answers = {"klaim-jmo": {"buka_jht": "tampil", "klaim_jht": "tampil"}}
    talk = Conversation(guide="klaim-jmo", answers=answers, aside=f"1:{aside}")
    assert reply(talk, Wrote(said), library, today).screens[0].id == shown


@pytest.mark.parametrize("aside", ["m", "o", "t:centang-data", "r", "s"])
def test_yes_never_answers_a_covered_question(aside: str, library: Library, today: date) -> None:
    talk = Conversation(guide="klaim-jmo", aside=f"1:{aside}")
    decided = reply(talk, Wrote("ya"), library, today)
    assert "buka_jht" not in decided.conversation.given("klaim-jmo")
