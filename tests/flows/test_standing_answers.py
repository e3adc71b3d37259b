"""What an answer stands on: a digest that changes with what is said, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from flows.answers import GONE, Answer, Named, known, read_named, said
from flows.aside import Aside, View
from flows.content.guide import End
from flows.conversation import Conversation
from flows.events import Pressed
from flows.library import Library
from flows.presses import Act, Action
from flows.scene import Scene
from flows.talk import reply
from flows.views.changed import changed_screen
from tests.answers import LAW, OTHERS, SAID, TOPIC, standing_on, statement

TOLD = Named(Answer.TOPIC, (TOPIC,))
ENDS = date(2026, 11, 30)
BRIEF = {"until": ENDS, "after": "Surat itu tidak dipakai lagi."}


def digest(library: Library, today: date, **changes: Any) -> str:
    return said(standing_on(library, statement(**changes)), TOLD, today)


@pytest.mark.parametrize(
    "changes",
    [
        {"checked_on": date(2026, 11, 19)},
        {"checked_how": "belum"},
        {"ask": "Kantor"},
        {"id": "nama-lain"},
        {"body": "Surat itu TIDAK wajib,  paling lama {masa_tunggu}"},
        {"title": "Surat  berhenti-kerja."},
        {"law": (LAW.model_copy(update={"link": "http://peraturan.bpk.go.id/lain"}),)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_says_the_same_is_no_news(
    library: Library, today: date, changes: dict[str, Any]
) -> None:
    assert digest(library, today, **changes) == digest(library, today)


@pytest.mark.parametrize(
    "changes",
    [
        {"body": "Surat itu wajib, paling lama {masa_tunggu}."},
        {"body": "Surat itu tidak wajib, paling lama {berhenti_lama}."},
        {"title": "Surat keterangan"},
        {"conditions": ()},
        {"conditions": ("Kantor cabang bisa berbeda.", "Hanya untuk yang resign.")},
        {"law": ()},
        {"law": (LAW.model_copy(update={"article": "pasal 8"}),)},
        {"law": (LAW.model_copy(update={"quote": "surat keterangan"}),)},
        {"practice": (SAID.model_copy(update={"date": "2026-02"}),)},
        {"practice": (SAID, SAID.model_copy(update={"at": "Antara"}))},
        {"against": ()},
        {"against": (OTHERS.model_copy(update={"says": "loket menolaknya"}),)},
        BRIEF,
    ],
    ids=str,
)
def test_what_says_something_else_is_news(
    library: Library, today: date, changes: dict[str, Any]
) -> None:
    assert digest(library, today, **changes) != digest(library, today)


def test_what_ends_by_itself_and_what_is_disputed_is_news(library: Library) -> None:
    assert digest(library, ENDS, **BRIEF) == digest(library, ENDS - timedelta(5), **BRIEF)
    assert digest(library, ENDS, **BRIEF) != digest(library, ENDS + timedelta(1), **BRIEF)
    disputed = standing_on(library, statement(), disputed=frozenset({"contoh-surat"}))
    assert said(disputed, TOLD, ENDS) != digest(library, ENDS)


def test_one_statement_more_is_news_and_another_order_is_not(library: Library, today: date) -> None:
    one, other = statement(), statement(id="contoh-lain", body="Bawa KTP.")
    both = said(standing_on(library, one, other), TOLD, today)
    assert both != digest(library, today)
    assert both == said(standing_on(library, other, one), TOLD, today)


def test_a_statement_that_grew_old_is_no_news(library: Library, today: date) -> None:
    assert digest(library, today) == digest(library, today + timedelta(days=1000))


def test_every_answer_has_a_name(library: Library) -> None:
    guide = next(iter(library.guides.values()))
    end = next(step for step in guide.steps if isinstance(step, End))
    named = [
        Named(Answer.TOPIC, (TOPIC,)),
        Named(Answer.TROUBLE, (next(iter(library.troubles)),)),
        Named(Answer.PAPER, (next(iter(library.papers)),)),
        Named(Answer.OUTCOME, (guide.id, end.id)),
        Named(Answer.OFFER),
    ]
    assert {each.kind for each in named} == set(Answer)
    for each in named:
        found = known(library, each)
        assert found is not None
        assert found.label
        assert read_named((each.kind, *each.name)) == each


@pytest.mark.parametrize("args", [("f", "tak-ada"), ("f",), ("e", "cek-hak"), ("c", "x")])
def test_what_is_not_there_stands_on_nothing(
    library: Library, today: date, args: tuple[str, ...]
) -> None:
    named = read_named(args)
    assert named is not None
    assert known(library, named) is None
    assert said(library, named, today) == GONE


def test_who_asks_to_be_told_is_taken_at_what_is_said_now(library: Library, today: date) -> None:
    content = standing_on(library, statement())
    done = reply(Conversation(), Pressed(Act(Action.WATCH, ("f", TOPIC, "0"))), content, today)
    assert done.watch == (TOLD, digest(library, today))
    assert not done.unwatch
    screen = done.screens[0]
    assert screen.id == "evidence/contoh-surat?watched"
    stop = library.messages["tombol_berhenti_kabari"]
    assert stop in [button.label for row in screen.nav for button in row]
    end = reply(done.conversation, Pressed(Act(Action.UNWATCH)), content, today)
    assert (end.watch, end.unwatch) == (None, True)
    assert end.screens[0].id == "evidence/contoh-surat?unwatched"


def test_all_that_has_changed_is_one_message(library: Library) -> None:
    answers = [
        TOLD,
        Named(Answer.PAPER, (next(iter(library.papers)),)),
        Named(Answer.TOPIC, ("x",)),
    ]
    scene = Scene(library, ENDS, Conversation())
    screen = changed_screen(scene, answers)
    presses = [button.press for row in screen.nav for button in row]
    read = [press for press in presses if isinstance(press, Act) and press.action is Action.READ]
    assert [press.args for press in read] == [("f", TOPIC), ("p", answers[1].name[0])]
    assert Act(Action.UNWATCH) in presses
    assert library.messages["kabar_hilang"] in screen.text


def test_reading_one_leaves_the_message_with_the_others(library: Library, today: date) -> None:
    done = reply(Conversation(), Pressed(Act(Action.READ, ("f", TOPIC))), library, today)
    assert done.beside
    assert not done.in_place
    assert done.conversation.aside == Aside(View.TOPIC, (TOPIC,))
    for args in ((), ("f",), ("f", "tak-ada"), ("q",)):
        assert not reply(Conversation(), Pressed(Act(Action.READ, args)), library, today).beside


def test_an_outcome_is_read_by_what_it_stands_on(library: Library, today: date) -> None:
    guide = next(iter(library.guides.values()))
    end = next(step for step in guide.steps if isinstance(step, End))
    one = statement()
    told = end.model_copy(update={"stands_on": (one.id,)})
    steps = tuple(told if step is end else step for step in guide.steps)
    changed = guide.model_copy(update={"steps": steps})
    content = replace(standing_on(library, one), guides={**library.guides, guide.id: changed})
    press = Act(Action.READ, ("e", guide.id, end.id))
    screen = reply(Conversation(), Pressed(press), content, today).screens[0]
    assert screen.id == f"evidence/{one.id}"
    # The guide does not stand there: there is no way back to it.
    back = library.messages["tombol_kembali_jawaban"]
    assert back not in [button.label for row in screen.nav for button in row]
