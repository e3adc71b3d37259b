"""What holds of a sentence that takes something back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.language.understanding import fold
from flows.library import Library
from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("7 juli eh 9 juli", "9 juli"),
        ("bukan 7 juli melainkan 9 juli", "9 juli"),
        ("9 juli bukan 7 juli", "9 juli"),
        ("7 juli bukan, 9 juli", "9 juli"),
        ("9 juli deng, bukan 7 juli", "9 juli"),
        ("9 juli maksudnya, bukan 7 juli", "9 juli"),
        ("7 juli, bukan deng, 9 juli", "9 juli"),
        ("7 juli 2024 eh 2025", "7 juli 2025"),
        ("7 juli 45 eh 75", "7 juli 75"),
        ("7 juli 75 eh 9", "9 juli 75"),
        ("7 juli 2025 salah, agustus", "7 agustus 2025"),
        ("6 juta ralat 16 juta", "16 juta"),
        ("6 juta eh 16", "16 juta"),
        ("kerja 6 tahun, maaf, 16 tahun", "kerja 16 tahun"),
        ("aduh salah, 9 juli maksudnya", "9 juli"),
        ("kalau tidak salah 9 juli", "kalau tidak salah 9 juli"),
        ("bukan 7 juli", "bukan 7 juli"),
        ("7 juli atau 9 juli", "7 juli atau 9 juli"),
        ("datanya salah 2", "datanya salah 2"),
        ("salah satu", "salah satu"),
        ("bukan resign tapi phk", "bukan resign tapi phk"),
    ],
)
def test_what_holds_in_the_end(hear: Hear, text: str, holds: str) -> None:
    assert hear(text).mended.text == holds


@given(
    st.integers(1, 99),
    st.integers(1, 99),
    st.sampled_from(("juta", "tahun", "juli 2025")),
    st.sampled_from((" eh ", ", ralat ", " maaf, ", ", salah, ")),
)
def test_the_corrected_value_counts(
    library: Library, wrong: int, right: int, unit: str, sign: str
) -> None:
    told = fold(f"{wrong} {unit}{sign}{right} {unit}")
    assert library.ears.mending.read(told) == f"{right} {unit}"
