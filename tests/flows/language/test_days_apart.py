"""Of two days with an event each, the last one of work counts, or neither."""

from __future__ import annotations

from datetime import date

import pytest

from flows.language.dates import Tense
from flows.language.understanding import Unclear, Understood
from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    "text",
    [
        "mengajukan keluar 2 juni, terakhir masuk 9 agustus",
        "minta berhenti 2 juni tapi baru dilepas 9 agustus",
        "resign 2 juni tapi kerja sampai 9 agustus",
        "gudang tutup 2 juni, saya hari terakhir 9 agustus",
        "yang dulu 2017, yang sekarang 9 agustus",
    ],
)
def test_the_later_one_by_its_name(hear: Hear, text: str) -> None:
    found = hear(text).day(Tense.PAST)
    assert isinstance(found, Understood)
    assert (found.value, found.approximate) == (date(2026, 8, 9), True)
    assert {f.value for f in hear(text).facts if f.step == "tanggal_berhenti"} <= {"2026-08-09"}


@pytest.mark.parametrize(
    "text",
    [
        "terakhir absen 2 juni, surat phk tanggal 9 agustus",
        "keluar dari toko 2 juni, keluar dari pabrik 9 agustus",
        "kontrak sampai maret tapi disambung",
        "kontrak habis 9 agustus tapi dilanjut lagi",
    ],
)
def test_what_leaves_it_open(hear: Hear, text: str) -> None:
    assert isinstance(hear(text).day(Tense.PAST), Unclear)
    assert "tanggal_berhenti" not in {fact.step for fact in hear(text).facts}


@pytest.mark.parametrize(
    "text", ["kontrak habis 9 agustus tidak diperpanjang", "akhir kontrak 9 agustus, gak disambung"]
)
def test_a_contract_that_was_not_made_longer_ended(hear: Hear, text: str) -> None:
    found = hear(text).day(Tense.PAST)
    assert isinstance(found, Understood)
    assert found.value == date(2026, 8, 9)


@pytest.mark.parametrize("text", ["diterima kerja 4 juni 1969", "nikah 4 juni 1969"])
def test_no_birthday(hear: Hear, text: str) -> None:
    assert hear(text).day(Tense.BIRTH) == Unclear("another_day")
