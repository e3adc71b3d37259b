"""What is told of another matter, of another time, or is denied, is not taken for the answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from flows.library import Library
from tools.hear import Hearing


@pytest.fixture(scope="module")
def hearing(library: Library, today: date) -> Hearing:
    return Hearing(library, today)


def act(hearing: Hearing, at: str, text: str) -> tuple[object, object]:
    told = hearing.told({"guide": "cek-hak", "step": at, "q": text})
    return told["act"], told["answer"]


@pytest.mark.parametrize(
    ("at", "text"),
    [
        # Out of work is denied.
        ("kerja_lagi", "mboten nganggur kula"),
        ("kerja_lagi", "saya mah nggak pengangguran"),
        ("kerja_lagi", "tidak lagi menganggur"),
        # The day of another work, or of asking for the end, or of hearing of it.
        ("tanggal_berhenti", "teken kontrak baru 4 september 2026"),
        ("tanggal_berhenti", "keterima di hotel lain 4 september 2026"),
        ("tanggal_berhenti", "saya ajukan mundur 4 september 2026"),
        ("tanggal_berhenti", "bilang berhenti ke mandor 4 september 2026"),
        ("tanggal_berhenti", "diumumkan kena phk 4 september 2026"),
        # Active at work, an app that is not, and what was so once.
        ("status", "udah nggak aktif ngantor"),
        ("status", "saya gak aktif lagi di pabrik"),
        ("status", "saya masih aktif di kantor"),
        ("status", "aplikasi saya nggak aktif"),
        ("status", "awalnya mati"),
        ("status", "tahun lalu aktif"),
        ("status", "sebelumnya non aktif"),
        ("status", "sempat nonaktif"),
        # Not all of it, somebody else's, or only heard of.
        ("saldo", "beliau 17 juta"),
        ("saldo", "denger-denger 17 juta"),
        ("saldo", "targetku 17 juta"),
        ("saldo", "7 juta, kpj satunya belum dilihat"),
        ("saldo", "tujuh ratusan"),
        # Ten years that are still to come.
        ("masa", "agustus ini pas sepuluh tahun"),
        ("masa", "10 tahun lagi"),
        # A day just past, where the last one is asked for.
        ("hari_terakhir", "akhir bulan lalu"),
        # An end that was called off.
        ("keadaan", "phk saya dibatalin"),
        ("keadaan", "resignnya nggak jadi"),
        ("keadaan", "pengunduran diri dicabut"),
        # Called back: perhaps at work there again.
        ("kerja_lagi", "bos lama manggil saya lagi"),
        ("kerja_lagi", "diajak balik kerja sama pabrik yang dulu"),
        ("kerja_lagi", "saya ditarik lagi"),
    ],
)
def test_is_not_taken_unasked(hearing: Hearing, at: str, text: str) -> None:
    taken, value = act(hearing, at, text)
    assert taken != "answer" or (at, value) in {("kerja_lagi", "ya"), ("keadaan", "bekerja")}


@pytest.mark.parametrize(
    ("at", "text", "value"),
    [
        ("kerja_lagi", "masih nganggur", "tidak"),
        ("kerja_lagi", "baru teken kontrak di pt lain", "ya"),
        ("kerja_lagi", "kontrak saya diperpanjang", "tempat_lama"),
        ("tanggal_berhenti", "4 september 2026, belum keterima di pt lain", "2026-09-04"),
        ("tanggal_berhenti", "kena phk 4 september 2026", "2026-09-04"),
        (
            "tanggal_berhenti",
            "ngajuin mundur juli, terakhir kerja 4 september 2026",
            "2026-09-04",
        ),
        ("status", "dari tahun lalu sudah mati", "nonaktif"),
        ("status", "bulan lalu saya lihat nonaktif", "nonaktif"),
        ("status", "di jmo nggak aktif", "nonaktif"),
        ("status", "kpj saya nggak aktif di pabrik itu", "nonaktif"),
        ("status", "dari dulu aktif terus", "aktif"),
        ("keadaan", "batal keluar", "bekerja"),
        ("saldo", "kata petugas 17 juta", "17000000"),
        ("saldo", "bulan lalu di jmo 17 juta", "17000000"),
        ("saldo", "semula 19 juta, tinggal 17 juta", "17000000"),
        ("masa", "tahun depan pas sepuluh tahun", "belum"),
        ("masa", "10 thn minggu depan", "belum"),
        ("masa", "11 tahun bulan depan", "cukup"),
        ("masa", "bulan ini sudah genap 10 tahun", "cukup"),
        ("masa", "13 tahun, mau diambil bulan depan", "cukup"),
    ],
)
def test_is_taken(hearing: Hearing, at: str, text: str, value: str) -> None:
    taken, found = act(hearing, at, text)
    assert (taken, str(found)) == ("answer", value)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("kontrak habis tgl 31 agustus tapi disambung kontrak baru", set()),
        ("kena phk 4 september 2026, sudah gak aktif kerja", {"status"}),
        ("resign 4 september 2026 tapi batal", set()),
    ],
)
def test_what_is_no_fact(library: Library, today: date, text: str, steps: set[str]) -> None:
    told = {fact.step for fact in library.ears.hear(text, today).facts}
    assert "status" not in told
    assert steps or not told


@pytest.mark.parametrize(("days", "asked"), [(20, True), (60, True), (150, False)])
def test_a_day_just_past_is_not_a_year_ahead(
    hearing: Hearing, today: date, days: int, asked: bool
) -> None:
    """Without its year "15 november" in December is the one a fortnight ago, and asked about."""
    day = today - timedelta(days=days)
    written = f"{day.day}/{day.month}"
    taken, found = act(hearing, "hari_terakhir", written)
    expected = day if asked else day.replace(year=day.year + 1)
    assert (taken == "confirm", found) == (asked, expected.isoformat())
