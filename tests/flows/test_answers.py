"""What people type at a step: dates, amounts, choices."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.dates import Tense
from flows.language.understanding import Unclear, Understood
from flows.library import Library
from tests.flows.conftest import Hear

TODAY = date(2026, 11, 20)  # a Friday
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15 agustus", "2026-08-15"),
        ("15 Agustus 2025", "2025-08-15"),
        ("tgl 15 agst", "2026-08-15"),
        ("25 desember", "2025-12-25"),
        ("15/8", "2026-08-15"),
        ("15-08-26", "2026-08-15"),
        ("15.8.2026", "2026-08-15"),
        ("15 08 2026", "2026-08-15"),
        ("2026-08-15", "2026-08-15"),
        ("15082026", "2026-08-15"),
        ("01-02-70", "1970-02-01"),
        ("bulan 8 tanggal 15", "2026-08-15"),
        ("kemarin", "2026-11-19"),
        ("kmrn", "2026-11-19"),
        ("kemaren", "2026-11-19"),
        ("hari ini", "2026-11-20"),
        ("3 hari yang lalu", "2026-11-17"),
        ("tgl 3 bulan ini", "2026-11-03"),
        ("tanggal 25 bulan lalu", "2026-10-25"),
        ("saya berhenti tgl 15 agustus kemarin", "2026-08-15"),
    ],
)
def test_a_day_named_exactly_is_that_day(hear: Hear, text: str, day: str) -> None:
    assert hear(text).day(Tense.PAST) == Understood(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 bulan lalu", "2026-09-20"),
        ("dua bulan yg lalu", "2026-09-20"),
        ("sebulan yg lalu", "2026-10-20"),
        ("udah 3 bulanan", "2026-08-20"),
        ("1 tahun 2 bulan lalu", "2025-09-20"),
        ("setengah tahun lalu", "2026-05-20"),
        ("minggu lalu", "2026-11-13"),
        ("senin kemarin", "2026-11-16"),
        ("bulan lalu", "2026-10-31"),
        ("bln kmrn", "2026-10-31"),
        ("awal bulan lalu", "2026-10-10"),
        ("pertengahan bulan lalu", "2026-10-20"),
        ("akhir bln lalu", "2026-10-31"),
        ("akhir okt 2025", "2025-10-31"),
        ("okt 2025", "2025-10-31"),
        ("awal 2024", "2024-04-30"),
        ("tahun lalu", "2025-12-31"),
        ("awal bulan ini", "2026-11-10"),
        ("bulan ini", "2026-11-20"),
        ("agustuss", "2026-08-31"),
        ("lebih dari sebulan", "2026-10-19"),
        ("belum sebulan", "2026-11-20"),
        ("8/15/2026", "2026-08-15"),
    ],
)
def test_a_vague_day_is_the_latest_it_can_mean(hear: Hear, text: str, day: str) -> None:
    assert hear(text).day(Tense.PAST) == Understood(date.fromisoformat(day), approximate=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_a_date"),
        ("ga inget", "not_a_date"),
        ("12 jt", "not_a_date"),
        ("lebaran kemarin", "not_a_date"),
        ("tgl 3", "no_month"),
        ("15", "no_month"),
        ("2026", "no_month"),
        ("31 februari 2026", "no_such_day"),
        ("15 agustus atau 16 agustus", "two_dates"),
        ("masuk 3 mei 2020 keluar 4 agustus 2025", "two_dates"),
    ],
)
def test_an_unclear_day_says_why(hear: Hear, text: str, reason: str) -> None:
    assert hear(text).day(Tense.PAST) == Unclear(reason)


@pytest.mark.parametrize(
    ("text", "day"), [("besok", date(2026, 11, 21)), ("1 januari 2030", date(2030, 1, 1))]
)
def test_a_coming_day_is_read_too(hear: Hear, text: str, day: date) -> None:
    assert hear(text).day(Tense.PAST) == Understood(day)


@given(st.dates(date(1940, 1, 1), TODAY), st.sampled_from(["iso", "slash", "words", "short"]))
def test_every_past_day_survives_being_written(hear: Hear, day: date, style: str) -> None:
    written = {
        "iso": day.isoformat(),
        "slash": f"{day.day}/{day.month}/{day.year}",
        "words": f"{day.day} {MONTHS.split()[day.month - 1]} {day.year}",
        "short": f"tgl {day.day:02} {MONTHS.split()[day.month - 1][:3]} {day.year}",
    }[style]
    assert hear(written).day(Tense.PAST) == Understood(day)


@given(st.integers(1, 400), st.dates(date(2025, 1, 1), date(2030, 1, 1)))
def test_days_ago_are_counted(library: Library, days: int, now: date) -> None:
    expected = Understood(now - timedelta(days=days))
    assert library.ears.hear(f"{days} hari lalu", now).day(Tense.PAST) == expected


PIECES = st.sampled_from(
    [*MONTHS.split(), "tgl", "15", "31", "2026", "bulan", "lalu", "depan", "awal", "/", "-",
     "minggu", "0", "99", "juta", "rb", "rp",
     "setengah", "ratus", "belas", ".", ",", "2", "tahun", "lebih"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_nothing_that_can_be_typed_raises(hear: Hear, text: str) -> None:
    heard = hear(text)
    assert isinstance(heard.day(Tense.PAST), Understood | Unclear)
    options = {"ya": "Ya", "belum": "Belum"}
    assert isinstance(heard.ears.choices.choose(heard.said, options), Understood | Unclear)
    heard.ears.dates.find(heard.folded, TODAY, durations=True)
