"""Numbers at a question: what was counted, and which option's range holds it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.counts.measured import Measured, chosen_by
from flows.language.counts.ranges import Counted, Range, read_range
from flows.library import Library
from tests.flows.conftest import Hear

TODAY = date(2026, 11, 20)


def ranges(**written: str) -> dict[str, Range]:
    read = {key: read_range(text) for key, text in written.items()}
    return {key: each for key, each in read.items() if each is not None}


YEARS = ranges(cukup="10 tahun atau lebih", belum="kurang dari 10 tahun")
CARDS = ranges(satu="1 kartu", beberapa="2 kartu atau lebih", lama="sebelum tahun 2016")
AGES = ranges(dewasa="umur 21 tahun atau lebih", kecil="ada umur kurang dari 18 tahun")
OLD = ranges(tua="umur 56 tahun atau lebih")
SHARES = ranges(semua="100 persen", sedikit="10%", rumah="30%")
TIMES = ranges(belum="kurang dari 1 kali", pernah="1 kali atau lebih")
DAYS = ranges(belum="paling lama 5 hari kerja", lewat="lebih dari 5 hari kerja")
MONEY = ranges(ada="1 rupiah atau lebih", kosong="kurang dari 1 rupiah")


def measured(hear: Hear, text: str, options: dict[str, Range]) -> Measured:
    return chosen_by(hear(text).measures, options, TODAY)


@pytest.mark.parametrize(
    ("text", "options", "key"),
    [
        ("14 tahun", YEARS, "cukup"),
        ("tujuh belas th", YEARS, "cukup"),
        ("7 thn", YEARS, "belum"),
        ("setahun", YEARS, "belum"),
        ("9 tahun 11 bulan", YEARS, "belum"),
        ("30 bulan", YEARS, "belum"),
        ("lewat 10 tahun", YEARS, "cukup"),
        ("10 tahun lebih", YEARS, "cukup"),
        ("10 lebih tahun", YEARS, "cukup"),
        ("10 tahun kurang sedikit", YEARS, "belum"),
        ("hampir 10 tahun", YEARS, "belum"),
        ("belum sampai 10 taun", YEARS, "belum"),
        ("tidak nyampe 10 th", YEARS, "belum"),
        ("minimal 10 tahun", YEARS, "cukup"),
        ("4 tahunan", YEARS, "belum"),
        ("17 taunan", YEARS, "cukup"),
        ("5 kayaknya", CARDS, "beberapa"),
        ("2, yang paling lama tahun 2018", CARDS, "beberapa"),
        ("paling tua 2009", CARDS, "lama"),
        ("paling lama 6 tahun", YEARS, "belum"),
        ("belasan tahun", YEARS, "cukup"),
        ("11 sampai 12 tahun", YEARS, "cukup"),
        ("sejak 2004", YEARS, "cukup"),
        ("mulai th 2021", YEARS, "belum"),
        ("dari tahun 97", YEARS, "cukup"),
        ("2012 - 2017", YEARS, "belum"),
        ("2009", YEARS, "cukup"),
        ("22", YEARS, "cukup"),
        ("bukan 3 tahun, 12 tahun", YEARS, "cukup"),
        ("3 tahun di pabrik, 2 tahun di toko", YEARS, "belum"),
        ("lima", CARDS, "beberapa"),
        ("cuma satu", CARDS, "satu"),
        ("1 doang", CARDS, "satu"),
        ("tidak cuma satu", CARDS, "beberapa"),
        ("lebih dari 1", CARDS, "beberapa"),
        ("2 kpj", CARDS, "beberapa"),
        ("dari 2011", CARDS, "lama"),
        ("umur 7 sama 9", AGES, "kecil"),
        ("umurnya 24 dan 29", AGES, "dewasa"),
        ("yang tua 25 tahun, bungsunya 12 tahun", AGES, "kecil"),
        ("umur 4 bulan", AGES, "kecil"),
        ("lahir 2018", AGES, "kecil"),
        ("61", OLD, "tua"),
        ("lahir tahun 64", OLD, "tua"),
        ("60-an", OLD, "tua"),
        ("10 persen", SHARES, "sedikit"),
        ("30%", SHARES, "rumah"),
        ("seratus persen", SHARES, "semua"),
        ("2x", TIMES, "pernah"),
        ("pernah sekali", TIMES, "pernah"),
        ("2 hari", DAYS, "belum"),
        ("baru 3 jam", DAYS, "belum"),
        ("3 minggu", DAYS, "lewat"),
        ("8 hari kerja", DAYS, "lewat"),
        ("12 hari belum cair", DAYS, "lewat"),
    ],
)
def test_a_number_is_held_against_what_the_options_count(
    hear: Hear, text: str, options: dict[str, Range], key: str
) -> None:
    found = measured(hear, text, options)
    assert (found.keys, found.sure) == ((key,), True)


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("10 tahunan", YEARS),
        ("2016", YEARS),
        ("6 tahun di sini, 5 tahun di sana", YEARS),
        ("1 atau 2 kartu", CARDS),
        ("20-an tahun", AGES),
        ("lahir 1970", OLD),
        ("seminggu", DAYS),
    ],
)
def test_what_may_be_on_either_side_is_not_sure(
    hear: Hear, text: str, options: dict[str, Range]
) -> None:
    found = measured(hear, text, options)
    assert found.keys
    assert not found.sure


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("saya sudah telepon 175", CARDS),
        ("saldonya 12 juta", CARDS),
        ("meninggal 2 tahun lalu", AGES),
        ("3 tahun lagi", AGES),
        ("20", AGES),
        ("keluar 2 bulan lalu", OLD),
        ("50%", SHARES),
        ("lama sekali", TIMES),
        ("bukan satu", CARDS),
    ],
)
def test_another_number_means_no_option(hear: Hear, text: str, options: dict[str, Range]) -> None:
    assert measured(hear, text, options).keys == ()


def test_years_beside_other_words_may_be_anything(hear: Hear) -> None:
    assert measured(hear, "kami menikah 6 tahun", AGES).loose
    assert not measured(hear, "6 tahun", AGES).loose
    assert not measured(hear, "anaknya umur 6 tahun", AGES).loose


@given(years=st.integers(0, 60))
def test_every_number_of_years_is_on_its_side(library: Library, years: int) -> None:
    for text in (f"{years} tahun", f"{years} th pak", f"udah {years} taun"):
        found = chosen_by(library.ears.hear(text, TODAY).measures, YEARS, TODAY)
        assert found.keys == ("cukup" if years >= 10 else "belum",), text


@given(years=st.integers(1, 60))
def test_a_denied_bound_is_never_its_opposite(library: Library, years: int) -> None:
    below = chosen_by(library.ears.hear(f"belum {years} tahun", TODAY).measures, YEARS, TODAY)
    above = chosen_by(library.ears.hear(f"lebih dari {years} tahun", TODAY).measures, YEARS, TODAY)
    assert not below.sure or below.keys == ("belum",)
    assert not above.sure or above.keys == ("cukup",)


@given(st.text(max_size=60))
def test_nothing_typed_raises(library: Library, text: str) -> None:
    measures = library.ears.hear(text, TODAY).measures
    for options in (YEARS, CARDS, AGES, OLD, SHARES, TIMES, DAYS, MONEY):
        chosen_by(measures, options, TODAY)


@pytest.mark.parametrize(
    ("written", "counted", "low", "high"),
    [
        ("2 sampai 4 kartu", Counted.THINGS, 2, 4),
        ("kurang dari 3 bulan", Counted.LASTING, 0, 89),
        ("lebih dari 2 hari", Counted.LASTING, 3, 10**9),
        ("umur 56 tahun", Counted.AGE, 56, 56),
        ("5,7 persen", None, 0, 0),
        ("banyak", None, 0, 0),
        ("kurang dari 5 tahun atau lebih", None, 0, 0),
        ("umur 3 kartu", None, 0, 0),
    ],
)
def test_a_range_is_read_as_editors_write_it(
    written: str, counted: Counted | None, low: int, high: int
) -> None:
    read = read_range(written)
    assert (read.counted, read.low, read.high) == (counted, low, high) if read else counted is None


def test_every_range_of_the_content_can_be_read(library: Library, today: date) -> None:
    written = [
        library.plain(text, today)
        for guide in library.guides.values()
        for step in guide.steps
        if step.kind == "ask"
        for text in step.means.values()
    ]
    assert written
    assert all(map(read_range, written))
