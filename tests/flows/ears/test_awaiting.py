"""Who complains that their money does not come, and who only asks or may not claim yet."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear


@pytest.mark.parametrize(
    "text",
    [
        "duit klaim saya belum juga nongol di rekening, belum masuk",
        "udah 11 hari kerja ga ada kabar",
        "sebulan lebih tanpa kejelasan",
        "kok lama banget uangnya masuk",
        "uang saya mana",
        "ngajuin dua minggu lalu",
        "dijanjikan 5 hari, ini 3 minggu",
        "jht ga turun-turun",
    ],
)
def test_money_that_does_not_come_is_awaited(hear: Hear, text: str) -> None:
    assert hear(text).awaits


@pytest.mark.parametrize(
    "text",
    [
        "berapa lama cair lewat kantor",
        "sudah 2 bulan resign kapan bisa cair",
        "belum bisa cair karena masih aktif",
        "belum pernah cair sebelumnya",
        "jht lama di perusahaan dulu",
        "kode otp belum masuk masuk",
        "iuran saya belum masuk tiga bulan",
        "harus nunggu sebulan ya",
        "dimana saya ambil uang jht",
        "bsu belum cair",
        "boleh rekening anak ga buat terima uangnya",
    ],
)
def test_what_is_asked_or_not_allowed_yet_is_not(hear: Hear, text: str) -> None:
    assert not hear(text).awaits
