"""An age that somebody does not have yet never makes them old enough."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    "text",
    [
        "usiaku belum 57",
        "umur masih nunggu 56",
        "bulan depan umur 56",
        "umur 56 kurang 3 bulan",
        "umur saya 56 tahun depan",
        "umur 56 masih 4 tahun lagi",
        "kata personalia umur 58 dulu",
        "katanya wajib umur 56",
        "umur lima puluh enam masih lama",
        "umur 56 baru boleh diambil",
        "umur 56 syaratnya",
    ],
)
def test_an_age_to_come_is_not_had(hear: Hear, text: str) -> None:
    heard = hear(text)
    assert heard.ears.ages.only_coming(heard.folded, heard.today)
    assert ("keadaan", "usia_56") not in {(fact.step, fact.value) for fact in heard.facts}


@pytest.mark.parametrize(
    "text",
    [
        "umur saya 58",
        "sudah masuk umur 57",
        "umur 59, belum pernah klaim",
        "umur 58 masih kerja",
        "umur 60 kurang paham hp",
        "umur 57 tinggal di kampung",
        "umur 61 tapi katanya harus 56 dulu",
        "umur saya 42",
    ],
)
def test_an_age_that_is_had_is_not_to_come(hear: Hear, text: str) -> None:
    heard = hear(text)
    assert not heard.ears.ages.only_coming(heard.folded, heard.today)
