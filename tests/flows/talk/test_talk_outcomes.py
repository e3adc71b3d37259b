"""An outcome is shown in brief: what decides first, the rest and the papers behind a button."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.content.guide import Ask, End
from flows.events import Pressed
from flows.library import Library
from flows.presses import Act, Action, Press
from flows.scene import Scene
from flows.texts.markup import plain
from flows.views.outcome import details_screen
from flows.views.told import told_answers, weighty_answers
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

PAPERS, REST, ANSWERS = Aside(View.PAPERS), Aside(View.DETAILS), Aside(View.SUMMARY)


def ended(at: At) -> Chat:
    """At the outcome "not yet": resigned at the end of last month, as far as remembered."""
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tidak")
    chat.answer("tanggal_berhenti", "akhir bulan kemaren")
    assert chat.screen.id == "cek-hak/belum_waktunya"
    return chat


def pressable(chat: Chat) -> set[Press]:
    return {button.press for row in chat.screen.rows() for button in row}


def test_the_rest_is_one_press_away_and_kembali_leads_to_the_brief_again(at: At) -> None:
    chat = ended(at)
    assert pressable(chat) >= {REST, ANSWERS}
    brief = plain(chat.screen.text)
    assert chat.press("1:sd") == "cek-hak/belum_waktunya/+"
    assert len(plain(chat.screen.text)) > len(brief)
    assert pressable(chat) >= {PAPERS, ANSWERS}
    assert REST not in pressable(chat)
    assert chat.press("1:k") == "cek-hak/belum_waktunya"


def test_a_guess_and_the_day_stay_in_the_brief(at: At) -> None:
    chat = ended(at)
    assert "sekitar 31 Oktober 2026" in chat.screen.text
    assert "30 November 2026" in chat.screen.text


def test_what_is_not_told_in_brief_is_counted(at: At) -> None:
    chat = ended(at)
    scene = Scene(chat.library, chat.today, chat.talk)
    guide = chat.library.guides["cek-hak"]
    every, weighty = list(told_answers(scene, guide)), list(weighty_answers(scene, guide))
    assert set(weighty) < set(every)
    left = len(every) - len(weighty)
    assert scene.label("jawaban_lain", jumlah=left) in chat.screen.text
    chat.press("1:sd")
    assert all(each in plain(chat.screen.text) for each in every)


def test_the_papers_are_found_by_their_name_in_the_brief_too(at: At) -> None:
    chat = ended(at)
    assert PAPERS not in pressable(chat)
    assert chat.say(chat.library.messages["tombol_kertas"]) == "papers"


def test_a_new_fact_reopens_the_whole_outcome_as_well(at: At) -> None:
    chat = ended(at)
    chat.press("1:sd")
    chat.say("2 september 2026")
    assert chat.given("cek-hak")["tanggal_berhenti"] == "2026-09-02"


def test_there_is_no_rest_at_a_question(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti")
    before = chat.talk
    chat.press("1:sd")
    assert chat.talk == before
    assert details_screen(Scene(chat.library, chat.today, chat.talk)) is None


def test_a_text_that_names_the_papers_has_their_button(library: Library) -> None:
    named = library.messages["tombol_kertas"]
    ends = [step for guide in library.guides.values() for step in guide.steps
            if isinstance(step, End)]  # fmt: skip
    assert ends
    assert all(end.papers for end in ends if f'"{named}"' in end.body)
    assert all(end.body.strip().startswith(end.short.strip()) for end in ends)


def test_every_told_answer_is_an_option(library: Library) -> None:
    for guide in library.guides.values():
        for step in guide.steps:
            if isinstance(step, Ask):
                assert step.told.keys() <= step.options.keys(), step.id


def test_a_death_has_a_button_of_its_own_and_its_words_still_answer(at: At) -> None:
    chat = at("cek-hak")
    heirs = Act(Action.OPEN, ("klaim-ahli-waris",))
    assert heirs in pressable(chat)
    chat.do(Pressed(heirs))
    assert chat.talk.guide == "klaim-ahli-waris"
    assert chat.talk.back_to == ("cek-hak",)

    typed = at("cek-hak")
    typed.say(typed.library.guides["klaim-ahli-waris"].title)
    assert typed.given("cek-hak")["keadaan"] == "lain"
