"""Numbers have a first day, a statement, and no default."""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal

import pytest

from flows.content.numbers import Dated, Hours, NoValueError, Number, Numbers, Unit, say, type_value
from flows.library import Library

MAY = date(2025, 5, 9)


def dated(start: date, value: int, source: str) -> Dated:
    return Dated(start, value, source)


NUMBERS = Numbers(
    {
        "batas": Number(
            "batas",
            "Batas",
            "rupiah",
            (dated(date(2022, 1, 1), 10_000_000, "lama"), dated(MAY, 15_000_000, "baru")),
        ),
        "jam": Number(
            "jam",
            "Jam",
            "jam",
            (Dated(MAY, Hours(time(6), time(20), "WIB"), "situs"),),
        ),
    }
)


@pytest.mark.parametrize(
    ("day", "value", "source"),
    [
        (date(2022, 1, 1), 10_000_000, "lama"),
        (MAY - timedelta(days=1), 10_000_000, "lama"),
        (MAY, 15_000_000, "baru"),
        (MAY + timedelta(days=1), 15_000_000, "baru"),
    ],
)
def test_the_value_of_the_day(day: date, value: int, source: str) -> None:
    assert NUMBERS.value("batas", day) == value
    assert NUMBERS.whole("batas", day) == value
    assert NUMBERS.stands_on("batas", day) == source


@pytest.mark.parametrize("ask", [NUMBERS.value, NUMBERS.words, NUMBERS.stands_on, NUMBERS.whole])
def test_no_value_before_the_first_day_and_none_for_unknown_names(ask) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(NoValueError, match="batas"):
        ask("batas", date(2021, 12, 31))
    with pytest.raises(NoValueError, match="tidak_ada"):
        ask("tidak_ada", MAY)


def test_a_time_is_no_whole_number() -> None:
    with pytest.raises(TypeError):
        NUMBERS.whole("jam", MAY)


def test_the_longest_way_of_saying_counts_every_value() -> None:
    assert NUMBERS.by_id["batas"].longest() in {"10 juta", "15 juta"}
    assert NUMBERS.by_id["jam"].longest() == "06.00–20.00 WIB"


@pytest.mark.parametrize(
    ("unit", "written", "value", "words"),
    [
        ("rupiah", "15000000", 15_000_000, "15 juta"),
        ("rupiah", "12500000", 12_500_000, "12,5 juta"),
        ("rupiah", "10547400", 10_547_400, "Rp10.547.400"),
        ("hari_kerja", "5", 5, "5 hari kerja"),
        ("tahun", "10", 10, "10 tahun"),
        ("bulan", "1", 1, "1 bulan"),
        ("kali", "3", 3, "3 kali"),
        ("persen", "30", Decimal(30), "30%"),
        ("persen", "5,7", Decimal("5.7"), "5,7%"),
        ("persen", "5.70", Decimal("5.70"), "5,7%"),
        ("jam", "6:00 - 20:00", Hours(time(6), time(20)), "06.00–20.00"),
        ("jam", "08.00-15.30 WITA", Hours(time(8), time(15, 30), "WITA"), "08.00–15.30 WITA"),
        ("jam", "15.00", Hours(time(15)), "15.00"),
        ("telepon", "175", "175", "175"),
        ("teks", "040", "040", "040"),
    ],
)
def test_written_typed_and_said(unit: Unit, written: str, value: object, words: str) -> None:
    typed = type_value(unit, written)
    assert typed == value
    assert say(typed, unit) == words


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("rupiah", "15.000.000"),
        ("rupiah", "15 juta"),
        ("tahun", "-1"),
        ("tahun", "²"),
        ("persen", "30%"),
        ("jam", "enam pagi"),
        ("jam", "25.00"),
        ("telepon", "telepon kami"),
        ("teks", " "),
    ],
)
def test_what_does_not_fit_its_unit_is_refused(unit: Unit, written: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        type_value(unit, written)


def test_the_jmo_limit_rose_in_may_2025(library: Library) -> None:
    assert library.numbers.value("jmo_batas_saldo", MAY - timedelta(days=1)) == 10_000_000
    assert library.numbers.value("jmo_batas_saldo", MAY) == 15_000_000
