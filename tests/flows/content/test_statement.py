"""One statement: its dates, what it says on a day, how long its check counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from flows.content.statement import (
    PERIODS,
    SPREAD,
    STATEMENT_ID,
    CheckedHow,
    Practice,
    first_day,
)
from flows.texts.spoken import source_month
from tests.flows.content.registers import (
    CHECKED,
    OFFICE,
    OTHER_RULE,
    OTHERWISE,
    RULE,
    register,
    statement,
)

DAY = timedelta(days=1)
IDS = st.from_regex(STATEMENT_ID, fullmatch=True)
HOWS = st.sampled_from(get_args(CheckedHow))


@pytest.mark.parametrize(
    ("written", "first", "said"),
    [
        ("2022", date(2022, 1, 1), "2022"),
        ("2022-04", date(2022, 4, 1), "April 2022"),
        ("2022-04-26", date(2022, 4, 26), "April 2022"),
        ("2026-12-31", date(2026, 12, 31), "Desember 2026"),
    ],
)
def test_a_source_speaks_of_a_year_a_month_or_a_day(written: str, first: date, said: str) -> None:
    assert Practice(who="x", date=written).date == written
    assert first_day(written) == first
    assert source_month(written) == said


@pytest.mark.parametrize(
    "written",
    ["", "22", "20220426", "2022-4", "2022-13", "2022-02-30", "Mei 2024", "2022-04-26T00", " 2022"],
)
def test_another_date_of_a_source_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="not a year, month or day"):
        Practice(who="x", date=written)


@pytest.mark.parametrize("half", [{"until": date(2026, 12, 31)}, {"after": "Sudah selesai."}])
def test_an_end_has_a_day_and_a_sentence_for_afterwards(half: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="until without after"):
        statement("potongan-iuran", **half)


def test_what_is_temporary_says_its_end_from_the_day_after() -> None:
    last = date(2026, 12, 31)
    found = statement("potongan-iuran", until=last, after="Potongan sudah selesai.")
    assert [found.has_ended(day) for day in (last - DAY, last, last + DAY)] == [False, False, True]
    assert [found.said(day) for day in (last, last + DAY)] == [found.body, found.after]


def test_what_is_not_temporary_never_ends() -> None:
    found = statement("klaim-gratis")
    assert not found.has_ended(date.max)
    assert found.said(date.max) == found.body


@given(IDS, HOWS)
def test_a_check_counts_for_most_of_its_period(name: str, how: CheckedHow) -> None:
    found = statement(name, checked_how=how)
    counted = (found.due - CHECKED).days
    assert PERIODS[how] * (1 - SPREAD) < counted <= PERIODS[how]
    states = [register(found).state(found, day) for day in (CHECKED, found.due, found.due + DAY)]
    assert states == ["holds", "holds", "holds" if how == "kami" else "stale"]


def test_the_same_statement_is_always_due_on_the_same_day() -> None:
    """Any machine and any run: not what Python hashes with."""
    assert statement("klaim-gratis").due == date(2027, 9, 14)


def test_checks_of_one_day_run_out_on_many() -> None:
    days = {statement(f"pernyataan-{number}").due for number in range(200)}
    assert len(days) > 60


@pytest.mark.parametrize(
    ("witnesses", "later"),
    [
        ({"law": (RULE,), "practice": (OFFICE,)}, [True, False, False]),
        ({"law": (), "practice": (OFFICE,)}, [True, True, False]),
        ({"law": (OTHER_RULE,), "practice": (OFFICE,)}, [False, False, False]),
        ({"law": (), "practice": ()}, [False, False, False]),
        ({"law": (), "practice": (), "against": (OTHERWISE,)}, [False, False, False]),
    ],
)
def test_what_every_source_says_later_need_not_have_held(
    witnesses: dict[str, object], later: list[bool]
) -> None:
    found = statement("klaim-gratis", **witnesses)
    days = (date(2022, 4, 25), date(2022, 4, 26), date(2024, 5, 17))
    assert [found.is_later(day) for day in days] == later


def test_the_rule_speaks_first_and_is_named_with_its_article() -> None:
    found = statement("klaim-gratis", practice=(OFFICE,), against=(OTHERWISE,))
    assert found.witnesses == (RULE, OFFICE)
    assert [RULE.name, OTHER_RULE.name] == ["Permen 1/2022 pasal 4", "UU 2/2004"]
    assert [OFFICE.name, OTHERWISE.name] == ["Kepala Kantor", "Blog Anu"]


@pytest.mark.parametrize("name", ["klaim", "Klaim-Gratis", "klaim_gratis", "-klaim", "klaim-", ""])
def test_a_name_that_could_be_a_number_is_no_name(name: str) -> None:
    assert not STATEMENT_ID.fullmatch(name)


@pytest.mark.parametrize(("key", "most"), [("title", 48)])
def test_a_title_fits_a_button(key: str, most: int) -> None:
    assert statement("klaim-gratis", **{key: "x" * most})
    with pytest.raises(ValidationError):
        statement("klaim-gratis", **{key: "x" * (most + 1)})
