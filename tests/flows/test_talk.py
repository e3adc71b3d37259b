"""The conversation under any input: it never raises, always answers, and survives being stored."""

from __future__ import annotations

import random
from datetime import date
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.samples import samples_of
from flows.buttons import MAX_BYTES, fits, unpack
from flows.content.guide import Ask, End
from flows.conversation import Conversation
from flows.events import Commanded, Corrected, Event, Pressed, Sent, Wrote
from flows.library import Library
from flows.screen import Screen
from flows.talk import Reply, reply
from flows.walk import all_paths, locate

LONGEST_GUIDE = 20

TEXTS = st.one_of(
    st.sampled_from(
        ["1", "2", "3", "0", "9", "ya", "belum", "kemarin", "2 bulan lalu", "12,5 jt", "menu"]
    ),
    st.text(max_size=60),
    st.just("saldo jht " * 409),
)


class Nth(NamedTuple):
    """A press on one of the buttons on the screen, whichever they are."""

    number: int


EVENTS: st.SearchStrategy[Event | Nth] = st.one_of(
    TEXTS.map(Wrote),
    st.integers(0, 30).map(Nth),
    st.sampled_from(["start", "menu", "ulang", "petugas", "hapus", "privasi", "x"]).map(Commanded),
    st.sampled_from(["foto", "suara", "stiker", "dokumen", "lokasi", "lain"]).map(
        lambda kind: Sent(kind, message_id=7)  # type: ignore[arg-type]
    ),
    st.text(max_size=70).map(lambda data: Pressed(unpack(data))),
    st.just(Corrected()),
)


def buttons_of(screen: Screen) -> list[str]:
    return [button.data for row in screen.rows() for button in row]


def resolved(event: Event | Nth, screen: Screen | None) -> Event:
    if not isinstance(event, Nth):
        return event
    shown = buttons_of(screen) if screen else []
    return Pressed(unpack(shown[event.number % len(shown)]) if shown else None)


def played(
    library: Library, today: date, events: list[Event | Nth], *, stored: bool
) -> list[Reply]:
    talk, screen, replies = Conversation(), None, []
    for event in events:
        decided = reply(talk, resolved(event, screen), library, today)
        talk = decided.conversation
        if stored:
            talk = Conversation.load(talk.dump())
        screen = decided.screens[-1] if decided.screens else screen
        replies.append(decided)
    return replies


@settings(max_examples=150, deadline=None)
@given(st.lists(EVENTS, max_size=12))
def test_any_input_gets_an_answer(library: Library, today: date, events: list[Event | Nth]) -> None:
    for decided in played(library, today, events, stored=False):
        assert decided.screens
        for screen in decided.screens:
            assert 0 < len(screen.text) <= 4096
            assert all(fits(data) for data in buttons_of(screen)), MAX_BYTES


@settings(max_examples=100, deadline=None)
@given(st.lists(EVENTS, max_size=12))
def test_storing_between_messages_changes_nothing(
    library: Library, today: date, events: list[Event | Nth]
) -> None:
    kept = played(library, today, events, stored=False)
    stored = played(library, today, events, stored=True)
    assert [r.screens for r in kept] == [r.screens for r in stored]


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_any_choices_end_a_guide_within_its_length(
    library: Library, today: date, data: st.DataObject
) -> None:
    guide = data.draw(st.sampled_from(sorted(library.guides)), label="guide")
    talk = reply(Conversation(), Commanded("start", guide), library, today).conversation
    samples = samples_of(library.guides[guide], library.numbers, today)
    for _ in range(LONGEST_GUIDE + 1):
        step = locate(library.guides[guide], talk.given(guide), library.numbers, today).step
        if isinstance(step, End):
            return
        answers = [*step.options, *samples.get(step.id, {}).values()]
        answer = data.draw(st.sampled_from(answers), label=step.id)
        said = f"1:a:{guide}:{step.id}:{answer}"
        event: Event = Pressed(unpack(said)) if answer in step.options else Wrote(answer)
        talk = reply(talk, event, library, today).conversation
    pytest.fail(f"{guide} has not ended after {LONGEST_GUIDE} answers")


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_order_of_stored_answers_is_irrelevant(
    library: Library, today: date, data: st.DataObject
) -> None:
    guide = library.guides[data.draw(st.sampled_from(sorted(library.guides)))]
    answers = {
        step.id: data.draw(st.sampled_from([*step.options, "2026-09-01", "5000000"]))
        for step in guide.steps
        if isinstance(step, Ask)
    }
    shuffled = dict(data.draw(st.permutations(list(answers.items()))))
    assert locate(guide, answers, library.numbers, today) == locate(
        guide, shuffled, library.numbers, today
    )


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2025, 4, 30), date(2025, 5, 1)])
def test_every_screen_of_every_path_can_be_shown(library: Library, day: date) -> None:
    """Each step of each conversation renders, with every placeholder filled, on any day."""
    for guide in library.guides.values():
        samples = samples_of(guide, library.numbers, day)
        seen: set[frozenset[tuple[str, str]]] = set()
        paths = list(all_paths(guide, library.numbers, day, samples))
        for path in random.Random(7).sample(paths, min(len(paths), 150)):
            answers: dict[str, str] = {}
            for step, name in (*path.answers, ("", "")):
                if frozenset(answers.items()) not in seen:
                    seen.add(frozenset(answers.items()))
                    talk = Conversation(guide=guide.id, answers={guide.id: dict(answers)})
                    decided = reply(talk, Wrote("0"), library, day)
                    assert decided.screens[0].id.startswith(f"{guide.id}/")
                    assert "{" not in decided.screens[0].text
                    assert "1:o" in buttons_of(decided.screens[0]), "no way to an officer"
                answers[step] = samples.get(step, {}).get(name, name)


def test_back_takes_back_one_answer(library: Library, today: date) -> None:
    talk = Conversation()
    for event in (Commanded("start", "klaim-jmo"), Wrote("1"), Wrote("1")):
        talk = reply(talk, event, library, today).conversation
    decided = reply(talk, Pressed(unpack("1:k")), library, today)
    assert len(decided.conversation.given("klaim-jmo")) == 1
    assert decided.in_place


def test_second_tap_on_an_answer_changes_nothing(library: Library, today: date) -> None:
    first = reply(Conversation(), Commanded("start", "klaim-jmo"), library, today)
    tap = Pressed(first.screens[0].choices[0].press)
    once = reply(first.conversation, tap, library, today)
    twice = reply(once.conversation, tap, library, today)
    assert twice.conversation == once.conversation
    assert twice.screens == once.screens
    assert twice.toast is None


def test_old_button_shows_where_we_are(library: Library, today: date) -> None:
    opened = reply(Conversation(), Commanded("start", "klaim-jmo"), library, today)
    decided = reply(
        opened.conversation, Pressed(unpack("1:a:klaim-jmo:konfirmasi:ditekan")), library, today
    )
    assert decided.conversation == opened.conversation
    assert decided.screens == opened.screens
    assert decided.toast


def test_trouble_leads_back_to_the_same_step(library: Library, today: date) -> None:
    talk = reply(Conversation(), Commanded("start", "klaim-jmo"), library, today).conversation
    step = current_screen_id(library, today, talk)
    guide = library.guides["klaim-jmo"]
    asked = guide.steps[0]
    assert isinstance(asked, Ask)
    covered = reply(talk, Pressed(unpack(f"1:t:{asked.troubles[0]}")), library, today)
    assert covered.screens[0].id == f"trouble/{asked.troubles[0]}"
    back = reply(covered.conversation, Pressed(unpack("1:d")), library, today)
    assert back.screens[0].id == step


def test_other_screens_list_every_trouble_of_the_step(library: Library, today: date) -> None:
    talk = reply(Conversation(), Commanded("start", "klaim-jmo"), library, today).conversation
    asked = library.guides["klaim-jmo"].steps[0]
    assert isinstance(asked, Ask)
    shown = reply(talk, Pressed(unpack("1:x")), library, today).screens[0]
    troubles = [f"1:t:{name}" for name in asked.troubles]
    assert [choice.data for choice in shown.choices] == [*troubles, "1:o"]


def current_screen_id(library: Library, today: date, talk: Conversation) -> str:
    return reply(talk, Wrote("0"), library, today).screens[0].id


def test_change_an_answer_keeps_the_later_ones(library: Library, today: date) -> None:
    talk = Conversation()
    for event in (Commanded("start", "klaim-jmo"), *[Wrote("1")] * 4):
        talk = reply(talk, event, library, today).conversation
    before = talk.given("klaim-jmo")
    changed = reply(talk, Pressed(unpack("1:e:klaim-jmo:buka_jht")), library, today)
    assert changed.screens[0].id == "klaim-jmo/buka_jht"
    again = reply(changed.conversation, Wrote("1"), library, today)
    assert dict(again.conversation.given("klaim-jmo")) == dict(before)


def test_start_in_the_middle_offers_to_go_on(library: Library, today: date) -> None:
    talk = Conversation()
    for event in (Commanded("start", "klaim-jmo"), Wrote("1")):
        talk = reply(talk, event, library, today).conversation
    offered = reply(talk, Commanded("start"), library, today)
    assert offered.screens[0].id == "resume"
    on = reply(offered.conversation, Pressed(unpack("1:d")), library, today)
    assert on.screens[0].id == "klaim-jmo/klaim_jht"


def test_unknown_balance_leads_through_the_balance_guide_and_back(
    library: Library, today: date
) -> None:
    ends = [step for step in library.guides["cek-hak"].steps if isinstance(step, End)]
    assert any(step.come_back and "cek-saldo" in step.next for step in ends)


def test_personal_data_is_taken_out_and_the_guide_goes_on(library: Library, today: date) -> None:
    talk = reply(Conversation(), Commanded("start", "klaim-jmo"), library, today).conversation
    masked = Wrote("nik saya [NIK]", frozenset({"nik"}), message_id=41)
    decided = reply(talk, masked, library, today)
    assert decided.delete == 41
    assert decided.screens[0].id == "klaim-jmo/buka_jht?data_pribadi_dihapus"
    assert decided.conversation.given("klaim-jmo") == talk.given("klaim-jmo")


def test_the_answer_to_a_question_with_personal_data_waits_behind_a_button(
    library: Library, today: date
) -> None:
    talk = Conversation()
    masked = Wrote("NIK saya [NIK], berapa lama klaim cair?", frozenset({"nik"}), message_id=41)
    decided = reply(talk, masked, library, today)
    assert decided.screens[0].id == "offer?data_pribadi_dihapus"
    answer = reply(decided.conversation, Wrote("1"), library, today)
    assert answer.screens[0].id == "topic/klaim-berapa-lama-cair"


def test_erase_leaves_nothing(library: Library, today: date) -> None:
    talk = Conversation(guide="klaim-jmo", answers={"klaim-jmo": {"buka_jht": "tampil"}})
    decided = reply(talk, Pressed(unpack("1:H")), library, today)
    assert decided.erase
    assert decided.conversation == Conversation()


def test_papers_are_ticked_and_remembered(library: Library, today: date) -> None:
    shown = reply(Conversation(), Pressed(unpack("1:p")), library, today)
    ticked = reply(shown.conversation, Pressed(shown.screens[0].choices[0].press), library, today)
    assert len(ticked.conversation.ticked) == 1
    stored = Conversation.load(ticked.conversation.dump())
    assert current_screen_id(library, today, stored) == "papers"
