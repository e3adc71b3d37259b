"""The lists of officers: order, links, marks, moments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from flows.desk.case import Case, CaseContext, State
from flows.desk.lists import MOST, Listed, own_list, queue_list
from flows.library import Library
from flows.texts.markup import plain
from flows.voice import Voice
from tests.flows.desk.builders import OPENED

Make = Callable[..., Case]
ME, OTHER = 7, 8


@pytest.fixture
def voice(library: Library, today: date) -> Voice:
    return Voice(library, today)


def at(minutes: int) -> object:
    return OPENED + timedelta(minutes=minutes)


def test_who_waits_longest_is_first_then_who_is_owed_an_answer(
    make_case: Make, voice: Voice
) -> None:
    held = {"state": State.HELD, "officer_id": OTHER, "officer_name": "Bu Wati"}
    cases = [
        make_case(code="JHT-HELD", **held),
        make_case(code="JHT-OWED", unanswered_since=at(5), **held),
        make_case(code="JHT-NEW1", opened_at=at(9), context=CaseContext(about="JMO macet")),
        make_case(code="JHT-OLD1", opened_at=at(1)),
        make_case(code="JHT-MINE", **held | {"officer_id": ME, "officer_name": "Saya"}),
    ]
    text = queue_list([Listed(case, f"https://t.me/c/1/{case.code}") for case in cases], voice, ME)
    order = [text.index(f">JHT-{name}<") for name in ("OLD1", "NEW1", "OWED", "HELD", "MINE")]
    assert order == sorted(order)
    lines = {line.split(" · ")[0]: line for line in plain(text).splitlines()}
    assert lines["🔴 JHT-NEW1"] == "🔴 JHT-NEW1 · 09.09 WIB, 23 Nov · JMO macet"
    assert lines["🟡 JHT-OWED"] == ("🟡 JHT-OWED · Bu Wati · belum dibalas sejak 09.05 WIB, 23 Nov")
    assert "sendiri" in lines["🟡 JHT-MINE"]
    assert 'href="https://t.me/c/1/JHT-OLD1"' in text
    assert "Menunggu: 2" in plain(text)


def test_ones_own_cases_the_unanswered_first(make_case: Make, voice: Voice) -> None:
    mine = {"state": State.HELD, "officer_id": ME, "officer_name": "Saya"}
    cases = [
        make_case(code="JHT-DONE", **mine),
        make_case(code="JHT-OWED", unanswered_since=at(5), **mine),
        make_case(code="JHT-WAIT"),
        make_case(code="JHT-HERS", **mine | {"officer_id": OTHER}),
    ]
    text = plain(own_list(map(Listed, cases), voice, ME))
    assert text.index("JHT-OWED") < text.index("JHT-DONE")
    assert "JHT-WAIT" not in text
    assert "JHT-HERS" not in text
    assert own_list([], voice, ME) == voice.say("meja_daftar_saya_kosong")


def test_a_long_list_counts_the_rest(make_case: Make, voice: Voice) -> None:
    cases = [Listed(make_case(id=n, opened_at=at(n))) for n in range(MOST + 3)]
    text = plain(queue_list(cases, voice, ME))
    assert text.count("JHT-7K3Q") == MOST
    assert "3 kasus lain" in text
    assert queue_list([], voice, ME) == voice.say("meja_daftar_antrean_kosong")
