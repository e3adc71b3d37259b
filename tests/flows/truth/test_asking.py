"""Which branch is asked when, and which statements it is asked about."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from flows.content.offices import Span
from flows.desk.hours import ZONES
from flows.library import Library
from flows.statements import Confirmed
from flows.truth.asking import AGES, MOST, RESTS, WAITS, Asked, to_ask, week_due
from flows.truth.verdict import Says, digest_of
from tests.flows.desk.builders import office
from tests.statements import CHECKED, holding, statement

TODAY = date(2026, 12, 2)
MANY = [statement(f"hal-{letter}") for letter in "abcdefghij"]


def moment(text: str, zone: str = "WIB") -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONES[zone])


@pytest.mark.parametrize(
    ("zone", "when", "week"),
    [
        ("WIB", "2026-12-02 08:59", None),
        ("WIB", "2026-12-02 09:00", "2026-W49"),
        ("WIT", "2026-12-02 09:00", "2026-W49"),
        ("WIB", "2026-12-02 12:30", None),
        ("WIB", "2026-12-02 14:59", "2026-W49"),
        ("WIB", "2026-12-02 15:00", None),
        ("WIB", "2026-12-01 10:00", None),
        ("WIB", "2026-12-03 10:00", None),
        ("WIB", "2027-03-10 10:00", None),  # Idul Fitri
        ("WIB", "2026-12-30 10:00", "2026-W53"),
    ],
)
def test_wednesday_at_nine_of_the_office_while_it_is_open(
    zone: str, when: str, week: str | None
) -> None:
    assert week_due(office("satu", zona=zone), moment(when, zone)) == week


def test_a_day_the_office_is_closed_on_its_own_passes() -> None:
    closed = office("satu", libur=[TODAY.isoformat()])
    assert week_due(closed, moment("2026-12-02 10:00")) is None


def test_who_opens_later_is_asked_later_and_who_never_works_that_day_on_another() -> None:
    late = office(
        "satu", jam=Span(*(moment(f"2026-12-02 {at}").time() for at in ("10:00", "15:00")))
    )
    assert week_due(late, moment("2026-12-02 09:30")) is None
    assert week_due(late, moment("2026-12-02 10:00")) == "2026-W49"
    other = office("dua", hari=frozenset({3, 4}))
    assert week_due(other, moment("2026-12-03 10:00")) == "2026-W49"


def names(library: Library, at: str, *asked: Asked, today: date = TODAY) -> list[str]:
    return [each.id for each in to_ask(library, at, asked, today)]


def asked_of(
    library: Library, name: str, at: str, says: Says | None = None, day: date = TODAY
) -> Asked:
    found = library.statements.by_id[name]
    return Asked(name, digest_of(library, found, day), at, day, says)


def test_what_nobody_has_confirmed_comes_first_then_what_runs_out_first(library: Library) -> None:
    found = holding(
        library,
        statement("a-tersalin", checked_how="salinan", checked_on="2025-12-01"),
        statement("b-tersalin", checked_how="salinan", checked_on="2025-10-01"),
        statement("c-belum"),
    )
    assert names(found, "jember") == ["c-belum", "b-tersalin", "a-tersalin"]


def test_three_at_most_and_one_when_nothing_ages(library: Library) -> None:
    assert len(names(holding(library, *MANY), "jember")) == MOST
    fresh = [
        statement(f"segar-{letter}", checked_how="salinan", checked_on=TODAY.isoformat())
        for letter in "abcd"
    ]
    found = holding(library, *fresh)
    assert all(each.due - TODAY > AGES for each in fresh)
    assert len(names(found, "jember")) == 1
    assert names(holding(library), "jember") == []


@pytest.mark.parametrize(
    "out",
    [
        {"checked_how": "kami"},
        {"only_at": "Kepanjen"},
        {"until": "2026-12-01", "after": "Sudah selesai."},
        {"practice": [{"who": "Kantor", "date": "2027-01"}]},
    ],
)
def test_not_asked_what_is_about_us_one_office_over_or_not_yet(
    library: Library, out: dict[str, object]
) -> None:
    assert names(holding(library, statement("satu-hal", **out)), "jember") == []


def test_not_asked_what_is_being_looked_into(library: Library) -> None:
    found = holding(library, *MANY).with_standing(frozenset({"hal-a"}), {})
    assert "hal-a" not in [each.id for each in to_ask(found, "jember", (), TODAY)]


def test_branches_are_asked_different_ones_first(library: Library) -> None:
    found = holding(library, *MANY)
    asked: list[Asked] = []
    for at in ("jember", "surabaya", "ambon"):
        asked += [asked_of(found, name, at) for name in names(found, at, *asked)]
    assert len({one.statement for one in asked}) == 3 * MOST


@pytest.mark.parametrize(
    ("says", "rest"), [(None, WAITS), (Says.HOLDS, RESTS), (Says.UNSURE, RESTS)]
)
def test_a_branch_is_not_asked_the_same_again_soon(
    library: Library, says: Says | None, rest: timedelta
) -> None:
    found = holding(library, statement("satu-hal"))
    day = TODAY - rest
    assert names(found, "jember", asked_of(found, "satu-hal", "jember", says, day)) == ["satu-hal"]
    later = asked_of(found, "satu-hal", "jember", says, day + timedelta(days=1))
    assert names(found, "jember", later) == []
    assert names(found, "ambon", later) == ["satu-hal"]


def test_a_new_text_is_asked_although_the_old_one_was(library: Library) -> None:
    before = holding(library, statement("satu-hal"))
    after = holding(library, statement("satu-hal", body="Begini sekarang."))
    assert names(after, "jember", asked_of(before, "satu-hal", "jember", Says.HOLDS)) == [
        "satu-hal"
    ]


def test_what_one_branch_contradicts_is_asked_of_the_others_first(library: Library) -> None:
    found = holding(library, *MANY)
    doubt = asked_of(found, "hal-j", "ambon", Says.DIFFERS)
    assert names(found, "jember", doubt)[0] == "hal-j"
    assert "hal-j" not in names(found, "ambon", doubt)


def test_what_an_office_has_confirmed_waits_for_the_others(library: Library) -> None:
    found = holding(library, statement("a-satu"), statement("b-dua"))
    confirmed = found.with_standing(frozenset(), {"a-satu": Confirmed("Kantor", CHECKED)})
    assert [each.id for each in to_ask(confirmed, "jember", (), TODAY)] == ["b-dua"]
