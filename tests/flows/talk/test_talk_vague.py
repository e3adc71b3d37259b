"""A vague day: its span is kept, asked about where it decides, and never shown as exact."""

from __future__ import annotations

from datetime import date

import pytest

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.presses import Act, Action
from flows.scene import Scene
from flows.talk.answering.narrowing import decides, narrowed
from flows.views import current_screen
from flows.views.told import told_answer
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

LEAVING = "tanggal_berhenti"
OCTOBER = ("2026-10-01", "2026-10-31")


@pytest.fixture
def chat(at: At) -> Chat:
    """Somebody who resigned, asked when, on 20 November 2026."""
    chat = at()
    chat.say("/start cek-hak")
    for step, answer in (("keadaan", "berhenti"), ("sebab_berhenti", "resign"),
                         ("kerja_lagi", "tidak")):  # fmt: skip
        chat.answer(step, answer)
    return chat


def scene_of(chat: Chat) -> Scene:
    return Scene(chat.library, chat.today, chat.talk)


def asked(chat: Chat) -> Ask:
    assert isinstance(chat.step, Ask)
    return chat.step


def press(chat: Chat, action: Action, first: str, last: str) -> str:
    return chat.press(_data(action, first, last))


def _data(action: Action, first: str, last: str) -> str:
    code = {Action.PART: "bt", Action.LATEST: "ba"}[action]
    return f"1:{code}:{LEAVING}:{first}:{last}"


@pytest.mark.parametrize(
    ("span", "asks"),
    [
        (OCTOBER, True),  # on the 20th of November some of these days are a month ago
        (("2026-09-01", "2026-09-30"), False),
        (("2026-10-25", "2026-10-31"), False),
        (("2026-10-20", "2026-10-21"), True),
    ],
)
def test_only_a_span_that_decides_is_asked_about(
    chat: Chat, span: tuple[str, str], asks: bool
) -> None:
    assert decides(scene_of(chat), asked(chat), span) == asks


def test_the_parts_of_a_month_are_offered_and_the_late_end_for_who_does_not_know(
    chat: Chat,
) -> None:
    decided = narrowed(scene_of(chat), asked(chat), OCTOBER)
    [screen] = decided.screens
    assert [choice.press for choice in screen.choices] == [
        Act(Action.PART, (LEAVING, "2026-10-01", "2026-10-10")),
        Act(Action.PART, (LEAVING, "2026-10-11", "2026-10-20")),
        Act(Action.PART, (LEAVING, "2026-10-21", "2026-10-31")),
        Act(Action.LATEST, (LEAVING, *OCTOBER)),
    ]
    assert "10 Oktober 2026" in screen.choices[0].label


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        (("2026-09-15", "2026-11-10"), ["2026-09-15", "2026-10-01", "2026-11-01"]),
        (("2025-01-01", "2025-12-31"), ["2025-01-01", "2025-05-01", "2025-09-01"]),
        (("2026-10-08", "2026-10-12"), ["2026-10-08", "2026-10-11"]),
    ],
)
def test_a_longer_span_is_offered_by_months(
    chat: Chat, span: tuple[str, str], parts: list[str]
) -> None:
    talk = chat.talk.with_(aside=Aside(View.PART, (LEAVING, *span)))
    shown = current_screen(scene_of(chat).with_(talk)).choices[:-1]
    presses = [choice.press for choice in shown]
    assert [press.args[1] for press in presses if isinstance(press, Act)] == parts
    ends = [press.args[2] for press in presses if isinstance(press, Act)]
    assert ends[-1] == span[1]


def test_a_part_is_taken_by_its_late_end_and_stays_a_guess(chat: Chat) -> None:
    press(chat, Action.PART, "2026-10-01", "2026-10-10")
    assert chat.given()[LEAVING] == "2026-10-10"
    assert chat.talk.span("cek-hak", LEAVING) == ("2026-10-01", "2026-10-10")
    assert chat.screen.id == "cek-hak/status?dicatat"
    assert "sekitar 10 Oktober 2026" in chat.screen.text


def test_a_long_part_that_still_decides_is_asked_about_again(chat: Chat) -> None:
    assert press(chat, Action.PART, "2026-10-01", "2026-10-31") == "part"
    assert LEAVING not in chat.given()


def test_who_does_not_know_is_told_the_late_end(chat: Chat) -> None:
    press(chat, Action.LATEST, *OCTOBER)
    assert chat.given()[LEAVING] == "2026-10-31"
    assert "sekitar 31 Oktober 2026" in chat.screen.text
    assert "30 November 2026" in chat.screen.text


@pytest.mark.parametrize(
    "span", [("2026-10-31", "2026-10-01"), ("kemarin", "lusa"), ("20261001", "20261031"), ("", "")]
)
def test_a_forged_span_changes_nothing(chat: Chat, span: tuple[str, str]) -> None:
    before = chat.talk
    press(chat, Action.PART, *span)
    press(chat, Action.LATEST, *span)
    assert chat.talk == before


def test_an_exact_answer_takes_the_place_of_a_guess(chat: Chat) -> None:
    press(chat, Action.LATEST, *OCTOBER)
    chat.say("eh salah, 3 oktober 2026")
    assert chat.given()[LEAVING] == "2026-10-03"
    assert chat.talk.span("cek-hak", LEAVING) is None


def test_a_guess_is_shown_as_one_in_the_list_of_answers(chat: Chat) -> None:
    press(chat, Action.LATEST, *OCTOBER)
    chat.say("jawaban saya")
    assert "Berhenti sekitar 31 Okt 2026" in chat.labels


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (("15000001", "100000000000"), "lebih dari 15 juta"),
        (("15000000", "100000000000"), "sedikitnya 15 juta"),
        (("0", "14999999"), "kurang dari 15 juta"),
        (("0", "15000000"), "paling banyak 15 juta"),
        (("15000000", "15999999"), "sekitar 15,5 juta"),
    ],
)
def test_an_amount_with_a_bound_is_said_as_it_was_meant(
    chat: Chat, span: tuple[str, str], said: str
) -> None:
    step = chat.library.guides["cek-hak"].step("saldo")
    assert isinstance(step, Ask)
    assert told_answer(scene_of(chat), step, "15500000", span) == f"Saldo {said}"


def test_the_day_of_the_question_decides(chat: Chat) -> None:
    chat.today = date(2026, 12, 20)
    assert not decides(scene_of(chat), asked(chat), OCTOBER)


@pytest.fixture
def saver(chat: Chat) -> Chat:
    """The same person, asked for the balance."""
    told = {
        LEAVING: "1 september 2026",
        "status": "nonaktif",
        "pernah_sebagian": "belum",
        "hp": "ya",
    }
    for step, answer in told.items():
        chat.answer(step, answer)
    assert chat.step.id == "saldo"
    return chat


def test_an_amount_across_a_limit_is_asked_about_by_the_limit(saver: Chat) -> None:
    assert saver.say("15 sampai 60 juta") == "part"
    spans = [
        press.args[1:]
        for press in (c.press for c in saver.screen.choices)
        if isinstance(press, Act)
    ]
    assert spans == [
        ("15000000", "15000000"), ("15000001", "50000000"), ("50000001", "60000000"),
        ("15000000", "60000000"),
    ]  # fmt: skip
    saver.say("2")
    assert saver.given()["saldo"] == "50000000"


def test_a_bound_without_an_end_is_taken_where_it_begins(saver: Chat) -> None:
    assert saver.say("lebih dari 20 juta") == "part"
    saver.press("1:ba:saldo:20000001:100000000000")
    assert saver.given()["saldo"] == "20000001"
    assert "lebih dari 20 juta" in saver.screen.text


def test_a_bare_number_is_asked_about_before_it_counts(saver: Chat) -> None:
    assert saver.say("12") == "part"
    assert "saldo" not in saver.given()
    saver.say("ya")
    assert saver.given()["saldo"] == "12000000"


@pytest.mark.parametrize("span", ["5:4", "a:b", "1:900000000000", "-5:5", "²:3"])
def test_a_forged_amount_changes_nothing(saver: Chat, span: str) -> None:
    before = saver.talk
    saver.press(f"1:bt:saldo:{span}")
    saver.press(f"1:b:saldo:{span}")
    assert saver.given() == before.given("cek-hak")


@pytest.mark.parametrize(
    ("words", "last"),
    [("tengah", "2026-10-20"), ("pertengahan bu", "2026-10-20"), ("di awal bulan", "2026-10-10"),
     ("akhir kayaknya", "2026-10-31")],
)  # fmt: skip
def test_a_part_may_be_typed(chat: Chat, words: str, last: str) -> None:
    assert chat.say("bulan lalu") == "part"
    chat.say(words)
    assert chat.given()[LEAVING] == last
