"""Buttons and what stands beside a guide: read back as written, whoever wrote them, and when."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows import buttons
from flows.arguments import Args
from flows.aside import Aside, View
from flows.buttons import CODES, aside_of_data, fits, pack, unpack
from flows.conversation import Calling, Conversation
from flows.events import Pressed
from flows.library import Library
from flows.presses import WITH_ARGUMENT, Act, Action, CaseTap, Participant, Press, Staff, StaffTap
from flows.scene import Scene
from flows.screen import Screen
from flows.talk import reply
from flows.talk.pressing.buttons import ACTIONS
from flows.views import VIEWS

IDS = st.from_regex(r"[a-z0-9_-]{1,20}", fullmatch=True)
ARGS = st.lists(IDS, max_size=3).map(tuple)
NUMBERS = st.integers(0, 10**15 - 1)
PRESSES: st.SearchStrategy[Press] = st.one_of(
    st.builds(Aside, st.sampled_from([view for view in View if view in CODES]), ARGS),
    st.builds(Act, st.sampled_from(Action), ARGS),
    st.builds(StaffTap, st.sampled_from([v for v in Staff if v in WITH_ARGUMENT]), NUMBERS, IDS),
    st.builds(StaffTap, st.sampled_from([v for v in Staff if v not in WITH_ARGUMENT]), NUMBERS),
    st.builds(CaseTap, st.sampled_from([v for v in Participant if v in WITH_ARGUMENT]), NUMBERS,
              IDS),
    st.builds(CaseTap, st.sampled_from([v for v in Participant if v not in WITH_ARGUMENT]),
              NUMBERS),
)  # fmt: skip

IN_PEOPLES_CHATS = {
    "m": View.MENU, "mm": View.MORE, "l": View.RESUME, "t": View.TROUBLE, "x": View.OTHER_SCREENS,
    "w": View.WHY, "s": View.SUMMARY, "o": View.OFFICER, "r": View.RESTART, "f": View.TOPIC,
    "n": View.NOTICE, "q": View.OFFER, "hn": View.RELATED, "u": View.PERSON, "nf": View.NOTED,
    "c": View.CALO, "cv": View.CALO_VERDICT, "cr": View.CALO_OFFICIAL, "ct": View.CALO_GIVEN,
    "p": View.PAPERS, "pb": View.PAPERS_MISSING, "pn": View.PAPER, "h": View.ERASE,
    "z": View.RECEIVED, "a": Action.ANSWER, "g": Action.OPEN, "k": Action.BACK,
    "d": Action.UNCOVER, "R": Action.RESTART, "e": Action.EDIT, "pt": Action.TICK,
    "ny": Action.ACCEPT, "nn": Action.REFUSE, "H": Action.ERASE, "X": Action.REMOVE,
    "hy": Action.HELPED, "i": Action.PICTURE, "v": Action.VOICE,
}  # fmt: skip
"""What the first release wrote into buttons. It is never taken away from here."""

STORED_BEFORE = {
    **{code: meant for code, meant in IN_PEOPLES_CHATS.items() if isinstance(meant, View)},
    "oc": View.BRANCH,
}
"""What the first release stored beside a guide, besides the question for a comment."""

STORED = {
    "menu", "menu_more", "resume", "trouble", "other_screens", "why", "summary", "officer",
    "restart", "details", "topic", "stuck", "notice", "offer", "related", "person", "noted", "part",
    "meant", "calo",
    "calo_verdict", "calo_official", "calo_given", "calo_next", "papers", "papers_missing",
    "paper", "erase", "received",
    "branch", "comment", "evidence", "result", "result_detail",
}  # fmt: skip
"""What is stored now. A value is never taken away from here, nor given another meaning."""


@given(PRESSES)
def test_a_button_is_read_back_as_it_was_written(press: Press) -> None:
    assert unpack(pack(press)) == press


@pytest.mark.parametrize(("code", "meant"), IN_PEOPLES_CHATS.items())
def test_buttons_already_in_peoples_chats_keep_their_meaning(
    code: str, meant: View | Action
) -> None:
    press = unpack(f"1:{code}:satu:dua")
    args = ("satu", "dua")
    assert press == (Aside(meant, args) if isinstance(meant, View) else Act(meant, args))
    assert press is not None
    assert pack(press) == f"1:{code}:satu:dua"


def test_buttons_of_the_desk_keep_their_form() -> None:
    assert pack(StaffTap(Staff.TAKE, 12)) == "1:K:ambil:12"
    assert pack(StaffTap(Staff.TO_OFFICE, 12, "jember")) == "1:K:ke:12:jember"
    assert pack(CaseTap(Participant.RATE, 12, "5")) == "1:P:nilai:12:5"
    assert pack(CaseTap(Participant.CODE)) == "1:P:kode:0"


@pytest.mark.parametrize("data", ["", "1", "1:", ":", "0:m", "2:m", "1:Z", "1:oc", "m", "1:menu"])
def test_what_is_no_button_of_ours_is_nothing(data: str) -> None:
    assert unpack(data) is None


@given(st.text(max_size=70))
def test_any_data_is_read_or_refused(data: str) -> None:
    press = unpack(data)
    assert press is None or unpack(pack(press)) == press


def test_every_view_has_a_screen_and_every_action_does_something() -> None:
    assert set(VIEWS) == set(View)
    assert {*ACTIONS, Action.PICTURE, Action.VOICE, Action.SHEET} == set(Action)
    assert set(CODES) == {*View, *Action} - {View.BRANCH, View.COMMENT}


@pytest.mark.parametrize("press", ["1:t:kode-040", "1:t:gone", "1:d", "1:X:7", "1:Z"])
def test_a_press_builds_what_covers_the_step_at_most_once(
    press: str, library: Library, today: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    built: list[str] = []
    show = VIEWS[View.TROUBLE]

    def counted(scene: Scene, args: Args) -> Screen | None:
        built.append(args[0])
        return show(scene, args)

    monkeypatch.setitem(VIEWS, View.TROUBLE, counted)  # type: ignore[arg-type]
    talk = Conversation(guide="klaim-jmo")
    shown = reply(talk, Pressed(unpack(press)), library, today)
    assert len(built) == ("1:t:" in press)
    assert (shown.screens[0].id == "trouble/kode-040") == (press == "1:t:kode-040")


def test_two_things_never_have_the_same_code() -> None:
    assert len(set(CODES.values())) == len(CODES)
    assert not {buttons.STAFF, buttons.CASE} & set(CODES.values())


@pytest.mark.parametrize(("code", "view"), STORED_BEFORE.items())
def test_an_aside_of_the_release_before_loads_to_the_same_value(code: str, view: View) -> None:
    old = {"guide": "klaim-jmo", "aside": f"1:{code}:satu:dua",
           "calling": {"came_from": f"1:{code}"}}  # fmt: skip
    talk = Conversation.load(old)
    assert talk.aside == Aside(view, ("satu", "dua"))
    assert talk.calling == Calling(came_from=Aside(view))


def test_the_question_for_a_comment_of_the_release_before_is_still_asked() -> None:
    assert Conversation.load({"aside": "1:P:cukup:12"}).aside == Aside(View.COMMENT, ("12",))


@pytest.mark.parametrize(
    "aside",
    ["", "1:", "1:a:cek-hak:sebab:resign", "0:m", "1:P:nilai:12:5", None, 7, [], {},
     {"view": "of_a_later_release"}, {"view": "trouble", "args": 7}, {"view": "topic", "args": [7]},
     {"view": 7}, {"view": ["menu"]}],
)  # fmt: skip
def test_an_aside_that_says_nothing_to_us_is_none(aside: object) -> None:
    talk = Conversation.load({"guide": "cek-hak", "aside": aside, "calling": {"came_from": aside}})
    assert talk.aside is None
    assert talk.guide == "cek-hak"
    assert talk.calling == Calling()


@given(st.builds(Aside, st.sampled_from(View), ARGS))
def test_an_aside_is_stored_and_read_back(aside: Aside) -> None:
    talk = Conversation(aside=aside, calling=Calling(came_from=aside))
    stored = json.loads(json.dumps(talk.dump()))
    assert stored["aside"].get("args", []) == list(aside.args)
    assert Conversation.load(stored) == talk


def test_what_is_stored_can_be_read_by_people_and_stays() -> None:
    talk = Conversation(aside=Aside(View.TROUBLE, ("kode-040",)))
    assert talk.dump() == {"aside": {"view": "trouble", "args": ["kode-040"]}}
    assert {view.value for view in View} == STORED


def test_another_version_of_buttons_forgets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = Conversation.load({"aside": "1:t:kode-040"})
    monkeypatch.setattr(buttons, "VERSION", "2")
    assert unpack("1:t:kode-040") is None
    assert aside_of_data("1:t:kode-040") == before.aside
    assert Conversation.load({"aside": "1:t:kode-040"}) == Conversation.load(before.dump())


def test_the_longest_button_of_telegram_fits() -> None:
    assert fits("x" * 64)
    assert not fits("x" * 65)
