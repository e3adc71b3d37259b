"""How a claim went: asked where somebody waits for it, told in two taps, counted once by fives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from flows.aside import Aside, View
from flows.content.guide import End, Step
from flows.conversation import Conversation
from flows.events import Commanded, Pressed
from flows.library import Library
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button
from flows.talk import Reply, reply
from flows.truth.figures import Told, by_fives, result_tables
from flows.views.result import DAYS, LONGER, MOST, OTHER, Came, tells
from tests.statements import holding, statement

TODAY = date(2026, 12, 2)
FILED = ("klaim-jmo", "klaim-kantor", "klaim-lapak-asik")
ASK = Aside(View.RESULT)


def filed(library: Library, guide_id: str, **more: object) -> Conversation:
    """Somebody at the outcome at which a claim is filed, after one more tap."""
    answers: dict[str, str] = {}
    while True:
        talk = Conversation(guide=guide_id, answers={guide_id: answers}, greeted=True)
        at = step_at(library, talk)
        if isinstance(at, End):
            assert at.filed, at.id
            break
        answers[at.id] = next(iter(at.options))
    pressed = reply(talk.with_(**more), Pressed(Act(Action.UNCOVER)), library, TODAY)
    return pressed.conversation


def step_at(library: Library, talk: Conversation) -> Step:
    scene = Scene(library, TODAY, talk)
    assert scene.guide is not None
    return scene.position(scene.guide).step


def press(library: Library, talk: Conversation, does: Aside | Act) -> Reply:
    return reply(talk, Pressed(does), library, TODAY)


def offers(answer: Reply) -> list[object]:
    return [button.press for row in answer.screens[-1].rows() for button in row]


def choices(answer: Reply) -> list[Button]:
    return list(answer.screens[-1].choices)


def test_every_end_that_files_a_claim_asks_and_so_does_waiting_for_one(library: Library) -> None:
    telling = {
        (guide.id, step.id)
        for guide in library.guides.values()
        for step in guide.steps
        if isinstance(step, End) and tells(guide, step)
    }
    assert {guide for guide, _end in telling} >= {*FILED, "lacak-klaim", "klaim-ahli-waris"}
    assert not any(guide == "cek-hak" for guide, _end in telling)


@pytest.mark.parametrize("guide", FILED)
def test_at_the_end_and_when_they_come_back(library: Library, guide: str) -> None:
    talk = filed(library, guide)
    assert ASK in offers(press(library, talk, Act(Action.UNCOVER)))
    back = reply(talk, Commanded("start"), library, TODAY)
    assert back.screens[0].id == "greeting"
    assert choices(back)[0].press == ASK
    assert back.conversation.awaited == talk.awaited


def test_not_before_anything_was_filed(library: Library) -> None:
    talk = Conversation(guide="klaim-jmo")
    assert ASK not in offers(press(library, talk, Act(Action.UNCOVER)))
    for forged in (
        ASK,
        Aside(View.RESULT_DETAIL, ("ditolak",)),
        Act(Action.RESULT, ("belum", "-")),
    ):
        answer = press(library, talk, forged)
        assert answer.result is None
        assert answer.toast


@pytest.mark.parametrize("guide", [*FILED, "klaim-ahli-waris"])
@pytest.mark.parametrize("came", [Came.PAID, Came.REFUSED, Came.ASKED])
def test_two_taps_and_every_choice_is_one(library: Library, guide: str, came: Came) -> None:
    talk = filed(library, "klaim-jmo")
    assert talk.awaited is not None
    talk = talk.with_(awaited=talk.awaited.model_copy(update={"guide": guide}))
    asked = press(library, talk, ASK)
    assert len(choices(asked)) == len(Came)
    second = press(library, asked.conversation, Aside(View.RESULT_DETAIL, (came.value,)))
    listed = choices(second)
    assert 2 <= len(listed) <= MOST + 1
    for choice in listed:
        told = press(library, second.conversation, choice.press)  # type: ignore[arg-type]
        assert told.result is not None
        assert told.result.came is came
        assert told.conversation.awaited is not None
        assert told.conversation.awaited.is_told


def test_reasons_and_papers_come_from_the_content(library: Library) -> None:
    talk = filed(library, "klaim-jmo")
    refused = press(library, talk, Aside(View.RESULT_DETAIL, ("ditolak",)))
    keys = [choice.press.args[1] for choice in choices(refused)]  # type: ignore[union-attr]
    assert keys[-1] == OTHER
    assert set(keys[:-1]) <= library.troubles.keys()
    assert "kode-040" in keys
    asked = press(library, talk, Aside(View.RESULT_DETAIL, ("diminta",)))
    keys = [choice.press.args[1] for choice in choices(asked)]  # type: ignore[union-attr]
    assert set(keys[:-1]) <= library.papers.keys()
    paid = press(library, talk, Aside(View.RESULT_DETAIL, ("diterima",)))
    keys = [choice.press.args[1] for choice in choices(paid)]  # type: ignore[union-attr]
    assert keys == [*map(str, DAYS), LONGER]


def test_it_is_told_what_helps_now(library: Library) -> None:
    talk = filed(library, "klaim-jmo")
    refused = press(library, talk, Act(Action.RESULT, ("ditolak", "kode-040")))
    topic = library.troubles["kode-040"].topic
    assert refused.conversation.under(View.TOPIC) == Aside(View.TOPIC, (topic or "",))
    assert refused.toast
    asked = press(library, talk, Act(Action.RESULT, ("diminta", "kk")))
    assert asked.screens[0].id == "paper/kk"
    other = press(library, talk, Act(Action.RESULT, ("ditolak", OTHER)))
    assert other.conversation.aside is None


def test_one_claim_is_counted_once(library: Library) -> None:
    told = press(library, filed(library, "klaim-jmo"), Act(Action.RESULT, ("diterima", "5")))
    assert told.result is not None
    again = press(library, told.conversation, Act(Action.RESULT, ("diterima", "5")))
    assert again.result is None
    assert ASK not in offers(press(library, told.conversation, Act(Action.UNCOVER)))
    back = reply(told.conversation, Commanded("start"), library, TODAY)
    assert ASK not in offers(back)


def test_no_news_is_counted_once_and_the_news_later(library: Library) -> None:
    waits = press(library, filed(library, "klaim-jmo"), Act(Action.RESULT, ("belum", "-")))
    assert waits.result is not None
    again = press(library, waits.conversation, Act(Action.RESULT, ("belum", "-")))
    assert again.result is None
    assert again.toast
    assert ASK in offers(again)
    assert press(library, again.conversation, Act(Action.RESULT, ("diterima", "3"))).result


def test_who_files_again_is_asked_again(library: Library) -> None:
    told = press(library, filed(library, "klaim-jmo"), Act(Action.RESULT, ("ditolak", OTHER)))
    opened = press(library, told.conversation, Act(Action.OPEN, ("klaim-jmo",)))
    assert opened.conversation.awaited is None
    other = filed(library, "klaim-kantor", awaited=told.conversation.awaited)
    assert other.awaited is not None
    assert (other.awaited.guide, other.awaited.is_told) == ("klaim-kantor", False)


def test_it_names_the_statements_of_the_outcome_and_the_branch(library: Library) -> None:
    known = holding(library, statement("satu-hal"), statement("dua-hal"))
    guide = known.guides["klaim-jmo"]
    steps = tuple(
        step.model_copy(update={"stands_on": ("satu-hal", "dua-hal")})
        if isinstance(step, End) and step.filed
        else step
        for step in guide.steps
    )
    changed = guide.model_copy(update={"steps": steps})
    known = replace(known, guides={**known.guides, guide.id: changed})
    talk = filed(known, "klaim-jmo", office="jember")
    told = press(known, talk, Act(Action.RESULT, ("diterima", "5"))).result
    assert told is not None
    assert (told.stands_on, told.office) == (("satu-hal", "dua-hal"), "jember")
    unknown = filed(known, "klaim-jmo")
    told = press(known, unknown, Act(Action.RESULT, ("diterima", "5"))).result
    assert told is not None
    assert told.office == ""


@pytest.mark.parametrize(
    ("forged", "detail"),
    [
        ("diterima", "kode-040"),
        ("ditolak", "5"),
        ("lain", "lain"),
        ("belum", "lain"),
        ("diminta", ""),
    ],
)
def test_forged_buttons_count_nothing(library: Library, forged: str, detail: str) -> None:
    talk = filed(library, "klaim-jmo")
    assert press(library, talk, Act(Action.RESULT, (forged, detail))).result is None


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "0"), (1, "<5"), (4, "<5"), (5, "5+"), (9, "5+"), (10, "10+")]
)
def test_figures_are_shown_by_fives(count: int, shown: str) -> None:
    assert by_fives(count) == shown


def test_no_small_figure_can_be_worked_out_of_the_tables(library: Library) -> None:
    """Two outcomes share a statement: without one of them, two people are left."""
    known = holding(library, statement("satu-hal"), statement("dua-hal"))
    told = [
        Told("satu-hal", "jember", "ditolak", "kode-040", 7),
        Told("dua-hal", "jember", "ditolak", "kode-040", 7),
        Told("dua-hal", "jember", "ditolak", OTHER, 2),
        Told("satu-hal", "", "diterima", "5", 1),
    ]
    by_statement, by_branch, more = result_tables(known, told, TODAY)
    assert by_statement.rows == (
        ("dua-hal", "0", "5+", "0", "0"),
        ("satu-hal", "<5", "5+", "0", "0"),
    )
    branch = known.offices.by_id["jember"].nama
    assert by_branch.rows == (
        ("dua-hal", branch, "0", "5+", "0", "0"),
        ("satu-hal", branch, "0", "5+", "0", "0"),
        ("satu-hal", "tidak tahu", "<5", "0", "0", "0"),
    )
    assert [row[-1] for row in more.rows] == ["5+", "<5", "<5", "5+"]
    assert more.rows[0][2] == known.troubles["kode-040"].label
