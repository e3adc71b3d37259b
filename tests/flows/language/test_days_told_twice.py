"""A day said with something beside it: a feast, an age, a letter, the day after."""

from __future__ import annotations

from datetime import date

import pytest

from flows.language.dates import Tense
from flows.language.understanding import Understood
from flows.library import Library
from tools.hear import Hearing

TODAY = date(2026, 10, 2)


def _day(library: Library, text: str, tense: Tense, today: date = TODAY) -> date | None:
    found = library.ears.hear(text, today).day(tense)
    return found.value if isinstance(found, Understood) else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hari buruh, 1 mei", date(2026, 5, 1)),
        ("17 agustus kemarin, pas 17an", date(2026, 8, 17)),
        ("2 minggu sebelum lebaran, tgl 6 maret", date(2026, 3, 6)),
        ("awal puasa tgl 20 februari", date(2026, 2, 20)),
        ("agustus pas 17an", date(2026, 8, 17)),
        ("sekitar lebaran, persisnya 27 maret", date(2026, 3, 27)),
        ("dua bulan lalu, yaitu 31 juli", date(2026, 7, 31)),
        ("juli tanggal dua lima", date(2026, 7, 25)),
        ("20 juli, pulang ke kalimantan tengah", date(2026, 7, 20)),
        ("juli tgl 20, di paklaring juga tanggal segitu", date(2026, 7, 20)),
        ("kemarin pak, abis pamitan sama teman teman", date(2026, 10, 1)),
        ("30 september, 1 oktober udah nganggur", date(2026, 9, 30)),
        ("wingenani", date(2026, 9, 30)),
        ("juli tgl 31, di surat keterangan kerja sama segitu", date(2026, 7, 31)),
        ("hari ini terakhir, besok udah di rumah", TODAY),
        ("agustus kemarin, persisnya tanggal dua delapan", date(2026, 8, 28)),
    ],
)
def test_what_only_describes_a_day_leaves_it(library: Library, text: str, day: date) -> None:
    assert _day(library, text, Tense.PAST) == day


@pytest.mark.parametrize(
    "text",
    [
        "pas lebaran, tgl 30 juni",
        "sebelum tanggal 1 mei, hari buruh",
        "sebelum puasa, tepatnya 20 mei",
        "mei tanggal satu dua",
        "juli tgl 20, gaji terakhir",
        "20 juli, itu tanggal surat paklaring",
        "20 juli, paklaring terbit",
        "kemarin, abis gajian",
        "hari ini, besok",
        "bulan lalu tanggal zozolikur",
        "1 mei libur hari buruh, besoknya dipecat",
    ],
)
def test_what_may_be_another_day_is_asked_about(library: Library, text: str) -> None:
    assert _day(library, text, Tense.PAST) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hari ini aja bu, besok sudah ga kerja", TODAY),
        ("30 november, tanggal 1 desember sudah tidak masuk", date(2026, 11, 30)),
        ("1 desember, pas umur 56", date(2026, 12, 1)),
        ("sasi ngajeng tanggal limolas", date(2026, 11, 15)),
        ("sasi ngarep tanggal patlikur", date(2026, 11, 24)),
        ("5 oktober, saya genap 56 tahun", date(2026, 10, 5)),
    ],
)
def test_the_first_day_named_answers(library: Library, text: str, day: date) -> None:
    assert _day(library, text, Tense.FUTURE) == day


def test_the_day_that_would_be_tomorrow_is_a_guess(library: Library) -> None:
    found = library.ears.hear("tgl 3", TODAY).day(Tense.PAST)
    assert isinstance(found, Understood)
    assert (found.value, found.open) == (date(2026, 9, 3), True)


def test_a_guess_said_behind_a_day_stays_one(library: Library) -> None:
    found = library.ears.hear("5 september, kira kira", TODAY).day(Tense.PAST)
    assert isinstance(found, Understood)
    assert found.approximate


def test_a_feast_that_was_no_holiday_yet_describes_a_birth(library: Library) -> None:
    assert _day(library, "1 mei 69, hari buruh", Tense.BIRTH) == date(1969, 5, 1)
    assert _day(library, "5 desember 1970, pas lebaran", Tense.BIRTH) is None


@pytest.mark.parametrize("text", ["31 desember 2025", "agustus 2024", "kemarin"])
def test_a_past_day_is_asked_about_where_one_to_come_is_asked_for(
    library: Library, text: str
) -> None:
    given = {"guide": "cek-hak", "step": "hari_terakhir", "q": text, "today": TODAY.isoformat()}
    assert Hearing(library, TODAY).told(given)["act"] == "confirm"
