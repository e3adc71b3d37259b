"""What a question offers: its papers, and a hint that names only buttons that are there."""

from __future__ import annotations

from datetime import date

import pytest

from editorial.samples import samples_of
from flows.aside import Aside, View
from flows.buttons import aside_of_data, unpack
from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.events import Commanded, Pressed, Wrote
from flows.library import Library
from flows.presses import Act, Action
from flows.rights.papers import Surat
from flows.scene import Scene
from flows.talk import reply
from flows.views.papers import papers_of
from flows.walk import all_paths


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
        offered = Aside(View.OTHER_SCREENS) in (button.press for button in screen.choices)
        hint = screen.id.partition("?")[2]
        assert (hint == "kurang_jelas_layar") == offered, guide.id
        hints.add(hint)
    assert len(hints) == 2


def ids(papers: tuple[Surat, ...]) -> set[str]:
    return {each.id for each in papers}


def test_a_part_for_a_home_needs_the_papers_of_house_and_bank(
    library: Library, today: date
) -> None:
    answers = {"klaim-sebagian": {"keperluan": "rumah"}}
    home = Conversation(guide="klaim-sebagian", answers=answers)
    pension = Conversation(guide="klaim-sebagian")
    more = {"bukti-rumah", "surat-bank"}
    assert more <= ids(papers_of(Scene(library, today, home)))
    assert not more & ids(papers_of(Scene(library, today, pension)))


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
    talk = Conversation(guide="klaim-jmo", answers=answers, aside=aside_of_data(f"1:{aside}"))
    assert reply(talk, Wrote(said), library, today).screens[0].id == shown


@pytest.mark.parametrize("aside", ["m", "o", "t:centang-data", "r", "s"])
def test_yes_never_answers_a_covered_question(aside: str, library: Library, today: date) -> None:
    talk = Conversation(guide="klaim-jmo", aside=aside_of_data(f"1:{aside}"))
    decided = reply(talk, Wrote("ya"), library, today)
    assert "buka_jht" not in decided.conversation.given("klaim-jmo")


def test_going_on_after_a_pause_answers_nothing(library: Library, today: date) -> None:
    talk = Conversation(guide="klaim-jmo", answers={"klaim-jmo": {"buka_jht": "tampil"}})
    resumed = reply(talk, Commanded("start"), library, today)
    assert resumed.screens[0].id == "resume"
    stored = Conversation.load(resumed.conversation.dump())
    for said in ("1", "lanjutkan"):
        decided = reply(stored, Wrote(said), library, today)
        assert decided.screens[0].id == "klaim-jmo/klaim_jht"
        assert decided.conversation.answers == talk.answers


def test_back_from_the_first_step_returns_to_the_guide_that_sent_here(
    library: Library, today: date
) -> None:
    talk = Conversation(guide="daftar-jmo", back_to=("cek-saldo",))
    decided = reply(talk, Wrote("kembali"), library, today)
    assert decided.screens[0].id == "cek-saldo/buka_jht"
    assert decided.conversation.back_to == ()


@pytest.mark.parametrize(
    ("aside", "pressed", "noted"),
    [
        ("1:q:calo:penipuan", "1:u", "apa itu sipp"),
        ("1:f:calo", "1:hn:calo", "apa itu sipp"),
        ("1:f:calo", "1:hy:calo", None),
        ("1:hn:calo", "1:u", None),
        ("1:m", "1:o", None),
    ],
)
def test_an_answer_that_did_not_help_counts_as_none(
    aside: str, pressed: str, noted: str | None, library: Library, today: date
) -> None:
    talk = Conversation(aside=aside_of_data(aside), asked="apa itu sipp")
    missed = reply(talk, Pressed(unpack(pressed)), library, today).unanswered
    assert (missed and missed.quoted) == noted


def test_after_a_filed_claim_no_other_claim_is_offered(library: Library, today: date) -> None:
    guide = library.guides["klaim-lapak-asik"]
    samples = samples_of(guide, library.numbers, today)
    path = next(
        path
        for path in all_paths(guide, library.numbers, today, samples)
        if path.end == "sudah_wawancara"
    )
    answers = {"klaim-jmo": {"buka_jht": "tampil"}, guide.id: dict(path.answers)}
    talk = Conversation(guide=guide.id, answers=answers, back_to=("klaim-jmo",))
    screen = reply(talk, Wrote("0"), library, today).screens[0]
    assert screen.id == "klaim-lapak-asik/sudah_wawancara"
    assert Act(Action.OPEN, ("klaim-jmo",)) not in [button.press for button in screen.choices]
    followed = reply(talk, Pressed(Act(Action.OPEN, ("lacak-klaim",))), library, today).conversation
    assert followed.back_to == ()
