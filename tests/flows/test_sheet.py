"""The sheet for the counter: what stands on it, and that it is only about the rule."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.aside import Aside, View
from flows.content.statement import Statement
from flows.conversation import Conversation
from flows.events import Pressed
from flows.library import Library
from flows.presses import Act, Action
from flows.scene import Scene
from flows.sheet import Line, Sheet, Style
from flows.talk import Reply, reply
from flows.views.sheet import counter_sheet
from tests.answers import TOPIC, standing_on, statement

AT = ("f", TOPIC, "0")
ENDED = statement(until=date(2026, 1, 31), after="Masa itu sudah selesai.")


def pressed(library: Library, today: date, talk: Conversation, *args: str) -> Reply:
    return reply(talk, Pressed(Act(Action.SHEET, args), 7), library, today)


def sheet_of(library: Library, one: Statement, today: date, disputed: bool = False) -> Sheet:
    doubted = frozenset({one.id}) if disputed else frozenset()
    known = standing_on(library, one, disputed=doubted)
    return counter_sheet(Scene(known, today, Conversation()), one)


def of_style(sheet: Sheet, style: Style) -> list[str]:
    return [line.text for line in sheet.lines if line.style is style]


def test_it_says_what_holds_who_says_so_and_where(library: Library, today: date) -> None:
    sheet = sheet_of(library, statement(), today)
    assert of_style(sheet, Style.TITLE) == ["Surat berhenti kerja"]
    waiting = library.numbers.words("masa_tunggu", today)
    assert of_style(sheet, Style.HOLDS) == [f"Surat itu tidak wajib, paling lama {waiting}."]
    assert of_style(sheet, Style.CONDITION) == ["Kantor cabang bisa berbeda."]
    law, said, against, checked = of_style(sheet, Style.SOURCE)
    assert law.startswith("Permenaker 4/2022 pasal 9 huruf c, 26 April 2022")
    assert said.startswith("Juru bicara BPJS Ketenagakerjaan di Kompas TV, Januari 2025")
    assert against.startswith("Ulasan pengguna, 2024")
    assert "1 November 2026" in checked
    assert of_style(sheet, Style.QUOTE) == [
        "“keterangan pengunduran diri”",
        "“kini bukan lagi syarat”",
        "loket masih memintanya",
    ]
    assert len(of_style(sheet, Style.ADDRESS)) == 2
    assert of_style(sheet, Style.WARNING) == []
    assert of_style(sheet, Style.ADVICE) == [library.messages["lembar_ditolak"]]
    assert sheet.lines[-1] == Line(Style.SMALL, library.messages["lembar_bukan_resmi"])


def test_that_it_is_over_or_disputed_is_said_plainly(library: Library, today: date) -> None:
    over = sheet_of(library, ENDED, today)
    assert of_style(over, Style.HOLDS) == ["Masa itu sudah selesai."]
    assert ["31 Januari 2026" in each for each in of_style(over, Style.WARNING)] == [True]
    assert len(of_style(sheet_of(library, statement(), today, True), Style.WARNING)) == 1
    assert len(of_style(sheet_of(library, ENDED, today, True), Style.WARNING)) == 2
    assert of_style(sheet_of(library, ENDED, date(2026, 1, 31)), Style.WARNING) == []


def test_it_comes_with_the_ways_on_below_it(library: Library, today: date) -> None:
    known = standing_on(library, statement(), statement(id="contoh-lain", title="Yang lain"))
    done = pressed(known, today, Conversation(), *AT)
    drawn, below = done.screens
    assert drawn.sheet is not None
    assert drawn.sheet.name == "contoh-surat"
    assert [each.label for each in below.choices] == ["Yang lain"]
    assert done.conversation.aside == Aside(View.EVIDENCE, AT)
    assert not done.in_place
    again = pressed(known, today, done.conversation, *AT)
    assert again.screens == ()
    assert again.toast


@pytest.mark.parametrize("args", [(), ("f",), ("f", "tak-ada"), ("f", TOPIC, "9"), ("q", "x", "0")])
def test_a_forged_button_draws_nothing(
    library: Library, today: date, args: tuple[str, ...]
) -> None:
    known = standing_on(library, statement())
    done = pressed(known, today, Conversation(), *args)
    assert [screen.sheet for screen in done.screens] == [None]


def test_what_nobody_says_has_no_sheet(library: Library, today: date) -> None:
    alone = statement(law=(), practice=(), against=())
    done = pressed(standing_on(library, alone), today, Conversation(), *AT)
    assert [screen.sheet for screen in done.screens] == [None]


def test_no_word_of_its_reader_is_on_it(library: Library, today: date) -> None:
    known = standing_on(library, statement())
    private = Conversation(holder="ibu Sumiyati", office="jember", asked="nama saya Slamet")
    told = [pressed(known, today, talk, *AT).screens[0].sheet for talk in (Conversation(), private)]
    assert told[0] == told[1]


@given(
    st.builds(
        Sheet,
        name=st.text(),
        lines=st.lists(st.builds(Line, st.sampled_from(Style), st.text())).map(tuple),
    )
)
def test_it_is_read_back_as_it_was_written(sheet: Sheet) -> None:
    assert Sheet.load(json.loads(json.dumps(sheet.dump()))) == sheet


def test_the_reader_may_look_at_the_second_statement(library: Library, today: date) -> None:
    known = standing_on(library, statement(), statement(id="contoh-lain", title="Yang lain"))
    drawn, _below = pressed(known, today, Conversation(), "f", TOPIC, "1").screens
    assert drawn.sheet is not None
    assert drawn.sheet.lines[1] == Line(Style.TITLE, "Yang lain")
    assert replace(drawn, sheet=None).text
