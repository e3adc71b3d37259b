"""Gangguan and the report: many people are one event, few people are nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.offices import DeskSettings
from flows.desk.case import Case, CaseContext
from flows.desk.report import HIDDEN, NOTHING, SMALLEST, Figures, Report, StepCount, hidden_among
from flows.desk.report import report as make_report
from flows.desk.trend import Seen, Trend, trends
from flows.offices import Offices
from tests.flows.desk.builders import OPENED

Make = Callable[..., Case]
SETTINGS = DeskSettings()
NOW = OPENED
COUNTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 30), max_size=8)


def seen(trouble: str, people: int, minutes_ago: int = 5) -> list[Seen]:
    at = NOW - timedelta(minutes=minutes_ago)
    return [Seen(trouble, str(person), at) for person in range(people)]


def test_enough_people_make_a_trend() -> None:
    assert trends(seen("mati", 5, 20), SETTINGS, NOW) == [
        Trend("mati", 5, NOW - timedelta(minutes=20))
    ]
    assert trends(seen("mati", 4), SETTINGS, NOW) == []


def test_one_person_five_times_is_one_person() -> None:
    assert trends([Seen("mati", "a", NOW)] * 9, SETTINGS, NOW) == []


def test_an_hour_ago_is_over() -> None:
    assert trends(seen("mati", 9, 60), SETTINGS, NOW) == []
    assert trends(seen("mati", 9, 59), SETTINGS, NOW)


def test_what_is_known_gives_no_second_card() -> None:
    both = seen("mati", 6) + seen("lambat", 7)
    assert [trend.trouble for trend in trends(both, SETTINGS, NOW)] == ["lambat", "mati"]
    assert [trend.trouble for trend in trends(both, SETTINGS, NOW, {"lambat"})] == ["mati"]


@given(COUNTS)
def test_no_hidden_cell_can_be_worked_out_from_the_total(counts: dict[str, int]) -> None:
    hidden = hidden_among(counts)
    assert {name for name, count in counts.items() if 0 < count < SMALLEST} <= hidden
    others = [name for name, count in counts.items() if count >= SMALLEST and name not in hidden]
    assert len(hidden) != 1 or not others


def cases_of(make_case: Make, office: str, count: int, minutes: int) -> list[Case]:
    """Cases first answered and closed after so many minutes, rated 4."""
    end = OPENED + timedelta(minutes=minutes)
    return [
        make_case(office=office, first_reply_at=end, closed_at=end, state="closed", rating=4)
        for _ in range(count)
    ]


def voice(report: Report, name: str) -> Figures:
    return next(voice for voice in report.tables if voice.name == name)


@pytest.fixture
def figures(make_case: Make, offices: Offices) -> Report:
    many = cases_of(make_case, "barat", 9, 10) + cases_of(make_case, "barat", 1, 60)
    few = cases_of(make_case, "timur", 3, 30) + cases_of(make_case, "tengah", 6, 20)
    trouble = [make_case(context=CaseContext(trouble="mati")) for _ in range(6)]
    old = [make_case(opened_at=OPENED - timedelta(days=40)) for _ in range(9)]
    steps = [
        StepCount("klaim", "satu", 100, 20),
        StepCount("klaim", "dua", 80, 3),
        StepCount("klaim", "tiga", 4, 4),
    ]
    since, until = OPENED - timedelta(days=1), OPENED + timedelta(days=1)
    labels = {"mati": "Tombol mati", "klaim": "Klaim JMO"}
    return make_report([*many, *few, *trouble, *old], steps, offices, labels, since, until)


def test_only_the_period_counts(figures: Report) -> None:
    assert figures.total == "25"


def test_small_cells_are_hidden_with_a_companion(figures: Report) -> None:
    assert voice(figures, "cabang").rows == (
        ("Kantor barat", "16"),
        ("Kantor tengah", HIDDEN),
        ("Kantor timur", HIDDEN),
    )


def test_troubles_carry_their_labels(figures: Report) -> None:
    assert ("Tombol mati", "6") in voice(figures, "kendala").rows


def test_hours_are_those_of_the_branch(figures: Report) -> None:
    """02.00 UTC is 09.00, 10.00 and 11.00 in the three zones."""
    assert [row[0] for row in voice(figures, "jam").rows] == ["09.00", "10.00", "11.00"]


def test_times_are_medians_and_ninetieths(figures: Report) -> None:
    rows = {row[0]: row[1:] for row in voice(figures, "balasan_pertama_menit").rows}
    assert rows["Kantor barat"] == ("10", "10", "10")
    assert rows["Kantor timur"] == (HIDDEN, NOTHING, NOTHING)
    assert rows["semua"] == ("19", "20", "30")
    assert voice(figures, "selesai_menit").rows == voice(figures, "balasan_pertama_menit").rows


def test_ratings_are_means(figures: Report) -> None:
    rows = {row[0]: row[1:] for row in voice(figures, "nilai").rows}
    assert rows["Kantor barat"] == ("10", "4.0")
    assert rows["Kantor timur"] == (HIDDEN, NOTHING)
    assert rows["semua"] == ("19", "4.0")


def test_where_people_leave(figures: Report) -> None:
    assert voice(figures, "berhenti").rows == (
        ("Klaim JMO", "satu", "100", "20", "20%"),
        ("Klaim JMO", "dua", "80", HIDDEN, NOTHING),
    )


def test_an_empty_period_is_a_report(offices: Offices) -> None:
    empty = make_report([], [], offices, {}, OPENED, OPENED)
    assert empty.total == "0"
    assert all(line for line in empty.lines())


def test_the_rows_are_ready_for_a_file(figures: Report) -> None:
    lines = figures.lines()
    assert ["cabang", "cabang", "kasus"] in lines
    assert ["cabang", "Kantor barat", "16"] in lines
    assert all(isinstance(cell, str) for line in lines for cell in line)
