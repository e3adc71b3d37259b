"""A day of something else is never the day somebody stopped working."""

from __future__ import annotations

import pytest

from flows.language.dates import Tense
from flows.language.understanding import Unclear, Understood
from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    "text",
    [
        "paklaring terbit 4 agustus",
        "slip gaji terakhir 4 agustus",
        "iuran terakhir bulan agustus",
        "kepesertaan nonaktif 4 agustus",
        "surat resign saya tanggal 4 agustus",
        "dapat kerja 4 agustus",
        "gajian terakhir masuk 4 agustus",
        "bergabung 4 agustus 2019",
        "pesangon cair 4 agustus",
        "operasi 4 agustus",
        "bersalin 4 agustus",
        "psikotes minggu lalu",
        "hari ini izin",
        "hari ini tidak kerja, demam",
        "7 bulan kerjanya",
        "udah 4 bulan ga digaji",
    ],
)
def test_a_day_of_something_else(hear: Hear, text: str) -> None:
    assert hear(text).day(Tense.PAST) == Unclear("another_day")


@pytest.mark.parametrize(
    "text",
    [
        "tidak kerja lagi sejak 4 agustus",
        "di paklaring tertulis berhenti 4 agustus",
        "akhir kontrak 4 agustus",
        "berhenti 4 agustus karena operasi",
    ],
)
def test_the_day_of_leaving_stays_one(hear: Hear, text: str) -> None:
    found = hear(text).day(Tense.PAST)
    assert isinstance(found, Understood)
    assert (found.value.month, found.value.day) == (8, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("masih kerja, tapi akhir januari resign", "2027-01-31"),
        ("sekarang masih kerja, bulan depan keluar kerja", None),
    ],
)
def test_who_still_works_leaves_on_a_day_to_come(hear: Hear, text: str, day: str | None) -> None:
    told = {fact.step: fact.value for fact in hear(text).facts}
    assert told["kerja_lagi"] == "tempat_lama"
    assert told["keadaan"] == "berhenti"
    assert "tanggal_berhenti" not in told
    assert day in {None, told["hari_terakhir"]}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("berhenti 4 agustus, paklaring baru terbit tanggal 20 agustus", "2026-08-04"),
        ("4 agustus tapi gaji terakhir masuk 25 agustus", "2026-08-04"),
        ("4 agustus bareng gajian", "2026-08-04"),
        ("kemarin hari terakhir", "2026-11-19"),
    ],
)
def test_beside_a_day_of_something_else_the_day_of_leaving_counts(
    hear: Hear, text: str, day: str
) -> None:
    found = hear(text).day(Tense.PAST)
    assert isinstance(found, Understood)
    assert found.value.isoformat() == day


def test_two_days_that_nothing_tells_apart_are_asked_about(hear: Hear) -> None:
    assert hear("4 agustus, 9 september").day(Tense.PAST) == Unclear("two_dates")
