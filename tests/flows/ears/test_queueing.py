"""Who waits for an officer asks how far it is, in many ways; of money something else is asked."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear

OF_THE_WAIT = [
    "berapa lama nunggunya",
    "kok lama",
    "halo ada orang?",
    "sudah sampai mana",
    "HALOOO",
    "P",
    "masih lama ga ya bu",
    "antrian saya nomor berapa",
    "kapan dibalas",
    "petugasnya mana sih",
    "giliran saya kapan ya pak",
    "kok ga dibalas balas",
    "belum ada jawaban ya",
    "udah nunggu 1 jam nih kok belum ada petugas",
    "lama banget balasnya",
    "ada petugas ga disini",
    "jam berapa petugasnya datang",
    "kira2 nunggu sampe jam brp",
    "halo pak, adakah orang disana",
    "gimana kelanjutannya",
    "capek nunggu, kapan dilayani",
    "udah sejam lebih nih pak",
    "kok diem aja",
    "pesan saya sudah dibaca belum",
    "tolong dong cepetan dibalas",
    "lama amat",
    "woy petugas",
    "kasus saya sudah sampai mana",
    "antrean ke berapa ya",
]

OF_SOMETHING_ELSE = [
    "berapa lama cairnya",
    "klaim saya sudah sampai mana",
    "kapan uang saya cair",
    "saya mau cek saldo aja dulu",
    "bagaimana kalo saya gak punya npwp?",
    "lama",
    "sudah lama berhenti kerja",
    "petugas HRD bilang status saya masih aktif",
    "kantor buka jam berapa",
    "berapa lama proses verifikasi data",
    "ada berapa kartu yang harus dibawa",
    "saya sudah kirim fotonya tadi pagi pak",
    "JMO saya macet",
    "saya tadi sudah kirim pesan ke hrd",
    "sudah saya cek",
    "makasih ya",
    "tunggu sebentar ya bu",
    "KPJ lama saya hilang",
    "surat dari perusahaan belum ada jawaban dari hrd",
]


@pytest.mark.parametrize("text", OF_THE_WAIT)
def test_the_wait_is_asked_about(hear: Hear, text: str) -> None:
    assert hear(text).manner.asks_of_wait


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_another_matter_is_not(hear: Hear, text: str) -> None:
    assert not hear(text).manner.asks_of_wait
