"""Dari mana?: which statements an answer stands on, and what is told of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from flows.answers import Answer
from flows.aside import Aside, View
from flows.buttons import fits, unpack
from flows.content.guide import End, Guide
from flows.conversation import Conversation
from flows.library import Library
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Screen
from flows.views import VIEWS
from flows.views.calo import verdict_screen
from flows.views.evidence import MOST_BESIDE, evidence_button, evidence_screen
from tests.flows.content.registers import (
    CHECKED,
    OFFICE,
    OTHERWISE,
    RULE,
    changed,
    register,
    statement,
)

LAST = date(2026, 12, 31)
WHOLE = statement(
    "klaim-gratis",
    law=(RULE.model_copy(update={"quote": "tidak dipungut biaya"}),),
    practice=(OFFICE,),
    against=(OTHERWISE,),
    conditions=("Syaratnya begini.",),
)
DISCOUNT = statement("potongan-iuran", until=LAST, after="Potongan sudah selesai.")
OWN = statement("kami-asisten", law=(), checked_how="kami")
MANY = tuple(statement(f"pernyataan-{number}") for number in range(12))
STANDS_ON = ("klaim-gratis", "potongan-iuran")
TOPIC, TROUBLE, PAPER = "calo", "kode-040", "bukti-kontrak"
ANSWERS = (
    (Answer.TOPIC, TOPIC),
    (Answer.TROUBLE, TROUBLE),
    (Answer.PAPER, PAPER),
    (Answer.OFFER, "bahaya", "upah"),
    (Answer.OUTCOME, "uji", "selesai"),
)


def scene_of(library: Library, stands_on: tuple[str, ...] = STANDS_ON, **given: Any) -> Scene:
    """A scene at an outcome; it, a topic, a trouble, a paper and the sheet of brokers stand on the
    same statements."""
    assert library.calo is not None
    found = {"stands_on": stands_on}
    end = End(id="selesai", short="Selesai.", body="Selesai.", stands_on=stands_on)
    guide = Guide(id="uji", title="Uji", about="Uji.", steps=(end,))
    small = changed(
        library,
        topics={TOPIC: library.topics[TOPIC].model_copy(update=found)},
        troubles={TROUBLE: library.troubles[TROUBLE].model_copy(update=found)},
        papers={PAPER: library.papers[PAPER].model_copy(update=found)},
        calo=library.calo.model_copy(update=found),
        guides={**library.guides, "uji": guide},
        statements=register(WHOLE, DISCOUNT, OWN, *MANY),
    )
    return Scene(small, given.get("today", CHECKED), given.get("talk", Conversation(guide="uji")))


def shown(scene: Scene, *args: str) -> Screen:
    screen = VIEWS[View.EVIDENCE](scene, args)
    assert screen is not None
    return screen


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer[0].name)
def test_each_kind_of_answer_shows_its_first_statement(
    library: Library, answer: tuple[str, ...]
) -> None:
    scene = scene_of(library)
    screen = shown(scene, *answer)
    assert screen.id == "evidence/klaim-gratis"
    assert shown(scene, *answer, "0") == screen
    [beside] = screen.choices
    assert beside.label == DISCOUNT.title
    assert beside.press == Aside(View.EVIDENCE, (*answer, "1"))
    assert unpack(beside.data) == beside.press
    assert shown(scene, *answer, "1").id == "evidence/potongan-iuran"


@pytest.mark.parametrize(
    ("answer", "back"),
    [
        ((Answer.TOPIC, TOPIC), Aside(View.TOPIC, (TOPIC,))),
        ((Answer.TROUBLE, TROUBLE), Aside(View.TROUBLE, (TROUBLE,))),
        ((Answer.PAPER, PAPER), Aside(View.PAPER, (PAPER,))),
        ((Answer.OFFER, "bahaya", "upah"), Aside(View.CALO_VERDICT, ("bahaya", "upah"))),
        ((Answer.OUTCOME, "uji", "selesai"), Act(Action.UNCOVER)),
    ],
)
def test_the_way_back_leads_to_the_answer(
    library: Library, answer: tuple[str, ...], back: Aside | Act
) -> None:
    scene = scene_of(library)
    button = shown(scene, *answer, "1").nav[-2][-1]
    assert button.press == back
    assert unpack(button.data) == back
    if isinstance(back, Aside):
        assert VIEWS[back.view](scene, back.args) is not None


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("",),
        ("0",),
        ("z", TOPIC),
        (Answer.TOPIC,),
        (Answer.TOPIC, "tidak-ada"),
        (Answer.TOPIC, TOPIC, "2"),
        (Answer.TOPIC, TOPIC, "99999999999"),
        (Answer.TOPIC, TOPIC, "-1"),
        (Answer.TOPIC, TOPIC, "²"),
        (Answer.TOPIC, TOPIC, ""),
        (Answer.TOPIC, TOPIC, "0", "0"),
        (Answer.TROUBLE, TOPIC),
        (Answer.PAPER, TROUBLE),
        (Answer.OFFER, "tidak-ada"),
        (Answer.OUTCOME,),
        (Answer.OUTCOME, "uji"),
        (Answer.OUTCOME, "uji", "tidak-ada"),
        (Answer.OUTCOME, "tidak-ada", "selesai"),
    ],
)
def test_what_is_forged_or_gone_shows_nothing(library: Library, args: tuple[str, ...]) -> None:
    assert VIEWS[View.EVIDENCE](scene_of(library), args) is None


@pytest.mark.parametrize("guide", [None, "klaim-jmo", "tidak-ada"])
def test_away_from_an_outcome_there_is_no_way_back_to_it(
    library: Library, guide: str | None
) -> None:
    scene = scene_of(library, talk=Conversation(guide=guide))
    screen = shown(scene, Answer.OUTCOME, "uji", "selesai")
    assert screen.id == "evidence/klaim-gratis"
    presses = [button.press for row in screen.nav for button in row]
    assert Act(Action.UNCOVER) not in presses


def test_a_statement_that_was_renamed_since_is_left_out(library: Library) -> None:
    scene = scene_of(library, stands_on=("tidak-ada", "potongan-iuran"))
    screen = shown(scene, Answer.TOPIC, TOPIC)
    assert (screen.id, screen.choices) == ("evidence/potongan-iuran", ())
    assert evidence_screen(scene, (Answer.TOPIC, TOPIC, "1")) is None


def test_all_of_it_is_told(library: Library) -> None:
    text = str(shown(scene_of(library), Answer.TOPIC, TOPIC).text)
    parts = (
        WHOLE.title,
        f"{WHOLE.body} Syaratnya begini.",
        "Permen 1/2022 pasal 4 (salinan aturan)",
        "tidak dipungut biaya",
        "Kepala Kantor di Koran, Mei 2024 (salinan berita)",
        "Blog Anu, Maret 2021, harus bayar (salinan berita)",
        "1 November 2026",
    )
    found = [text.find(part) for part in parts]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("how", ["resmi", "salinan", "telepon", "petugas", "belum", "kami"])
def test_how_it_was_checked_is_told(library: Library, how: str) -> None:
    checked = statement("klaim-gratis", checked_how=how)
    scene = scene_of(library)
    own = changed(scene.library, statements=register(checked))
    said = Scene(own, CHECKED, scene.conversation).say(
        f"diperiksa_{how}", tanggal="1 November 2026"
    )
    assert said in shown(Scene(own, CHECKED, scene.conversation), Answer.TOPIC, TOPIC).text


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (CHECKED, None),
        (date(2027, 12, 1), "stale"),
        (date(2010, 1, 1), "later"),
    ],
)
def test_a_doubt_is_told(library: Library, today: date, state: str | None) -> None:
    scene = scene_of(library, today=today)
    text = shown(scene, Answer.TOPIC, TOPIC).text
    told = [
        each for each in ("stale", "later", "disputed") if scene.say(f"keterangan_{each}") in text
    ]
    assert told == ([state] if state else [])


def test_what_has_ended_is_told_as_ended(library: Library) -> None:
    for today, said in (
        (LAST, DISCOUNT.body),
        (LAST + timedelta(days=1), "Potongan sudah selesai."),
    ):
        text = shown(scene_of(library, today=today), Answer.TOPIC, TOPIC, "1").text
        assert said in text


def test_of_many_statements_each_but_the_one_shown_is_offered(library: Library) -> None:
    scene = scene_of(library, stands_on=tuple(each.id for each in MANY))
    first = shown(scene, Answer.TOPIC, TOPIC)
    assert len(first.choices) == MOST_BESIDE
    third = shown(scene, Answer.TOPIC, TOPIC, "2")
    assert MANY[2].title not in [each.label for each in third.choices]
    assert all(fits(each.data) for each in (*first.choices, *third.choices))


def test_each_of_many_statements_is_reached(library: Library) -> None:
    scene = scene_of(library, stands_on=tuple(each.id for each in MANY))
    reached, ahead = set(), [(Answer.TOPIC, TOPIC)]
    while ahead:
        screen = shown(scene, *ahead.pop())
        if screen.id not in reached:
            reached.add(screen.id)
            ahead += [each.press.args for each in screen.choices if isinstance(each.press, Aside)]
    assert reached == {f"evidence/{each.id}" for each in MANY}


def test_only_what_somebody_says_has_a_button(library: Library) -> None:
    scene = scene_of(library)
    assert len(evidence_button(scene, STANDS_ON, Answer.TOPIC, TOPIC)) == 1
    assert evidence_button(scene, ("kami-asisten",), Answer.TOPIC, TOPIC) == ()
    assert evidence_button(scene, (), Answer.OUTCOME) == ()


def test_any_signs_of_a_broker_leave_a_button_that_can_be_sent(library: Library) -> None:
    scene = scene_of(library)
    assert scene.library.calo is not None
    flags = tuple(flag.id for flag in scene.library.calo.flags)
    for number in range(len(flags) + 1):
        screen = verdict_screen(scene, "bahaya", flags[:number])
        assert screen is not None
        press = screen.nav[0][0].press
        assert isinstance(press, Aside)
        assert press.args[:2] == (Answer.OFFER, "bahaya")
        beside = shown(scene, *press.args).choices
        assert all(fits(each.data) for each in (screen.nav[0][0], *beside))
    assert verdict_screen(scene, "bahaya", ("x" * 80, "y")) is not None
