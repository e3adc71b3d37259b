"""A birthday told by the age that is reached on it, and years of birth without a century."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.dates import Tense
from flows.language.understanding import Unclear, Understood
from flows.library import Library

TODAY = date(2026, 9, 9)


def _born(library: Library, text: str, today: date = TODAY) -> Understood[date] | Unclear:
    return library.ears.hear(text, today).day(Tense.BIRTH)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("lusa ulang tahun yang ke 57", "1969-09-11", "1969-09-11"),
        ("kemarin baru ultah ke 55", "1971-09-08", "1971-09-08"),
        ("bulan lalu genap 58 tahun", "1968-08-01", "1968-08-31"),
        ("tahun depan 56", "1971-01-01", "1971-12-31"),
        ("3 bulan lagi umur saya 56", "1970-11-10", "1970-12-09"),
        ("umur 56 nanti maret", "1971-03-01", "1971-03-31"),
        ("usia saya 55, lahirnya 4 juni", "1971-06-04", "1971-06-04"),
        ("menginjak 56 tanggal 3 januari 2027", "1971-01-03", "1971-01-03"),
        ("umur 54 tahun 4 bulan", "1972-04-10", "1972-05-09"),
        ("saya kelahiran 67", "1967-01-01", "1967-12-31"),
        ("umur saya 54", "1971-09-10", "1972-09-09"),
        ("umur 54 jalan 55", "1971-09-10", "1972-09-09"),
    ],
)
def test_the_day_of_birth_is_counted_back(
    library: Library, text: str, first: str, last: str
) -> None:
    found = _born(library, text)
    assert isinstance(found, Understood)
    assert found.approximate
    span = found.span or (found.value, found.value)
    assert span == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 juli 1970, sudah 56 tahun", "1970-07-09"),
        ("9 juli 1970, kemarin genap 56", "1970-07-09"),
        ("lahir 3 mei 69 umur 57", "1969-05-03"),
        ("12-11-1970 umur 55", "1970-11-12"),
    ],
)
def test_an_age_that_fits_the_day_of_birth_says_no_more(
    library: Library, text: str, day: str
) -> None:
    assert _born(library, text) == Understood(date.fromisoformat(day))


def test_an_age_that_does_not_fit_is_asked_about(library: Library) -> None:
    assert isinstance(_born(library, "9 juli 1970, umur 47"), Unclear)


@pytest.mark.parametrize(
    "text",
    [
        "ulang tahun saya 4 juni",
        "genap 56 tanggal 4 juni",
        "lahir 7",
        "april 70 an akhir",
        "besok ulang tahun anak saya",
    ],
)
def test_what_leaves_the_year_open_is_asked_for(library: Library, text: str) -> None:
    assert isinstance(_born(library, text), Unclear)


@given(
    today=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    years=st.integers(40, 70),
    months=st.integers(1, 11),
)
def test_who_will_be_so_old_in_months_is_younger_today(
    library: Library, today: date, years: int, months: int
) -> None:
    found = _born(library, f"{months} bulan lagi umur saya {years}", today)
    assert isinstance(found, Understood)
    assert found.value.replace(day=1) > date(today.year - years, today.month, 1)
