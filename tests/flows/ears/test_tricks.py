"""Tricks that name no price, and what an office, JMO or a visit rightly asks for."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear

FEE = "upah"


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("bapak bapak di parkiran jual nomor antrean", FEE),
        ("blangko formulir dijual 15 ribu sama orang", FEE),
        ("preman depan kantor bisa serobot antrean", "janji_pasti"),
        ("calo di terminal bilang bisa cairin walau belum resign", "janji_pasti"),
        ("ada orang yang bisa akalin data supaya nonaktif", "janji_pasti"),
        ("ada yang bisa ngurusin walau statusnya aktif, bisa cair katanya", "janji_pasti"),
        ("mandor megang kartu atm saya", "minta_barang"),
        ("ada sms katanya jht diblokir kalau tidak diperbarui segera", "terburu_buru"),
        ("pakai rekening tetangga nanti dia minta bagian", FEE),
        ("disuruh isi gopay dulu", "bayar_dulu"),
        ("bisa tidak ya beli surat pengalaman kerja", "surat_palsu"),
        ("ipar nolongin tapi minta bagi hasil", FEE),
        ("katanya ongkos admin 35 ribu ditransfer", FEE),
    ],
)
def test_a_trick_is_named(hear: Hear, text: str, flag: str) -> None:
    verdict = hear(text).verdict
    assert verdict.trust
    assert flag in {each.id for each in verdict.flags}


def test_who_lends_on_a_claim_is_met_with_care(hear: Hear) -> None:
    verdict = hear("rentenir mau nalangin jht saya").verdict
    assert verdict.trust
    assert verdict.level == "tanda_lain"


@pytest.mark.parametrize(
    "text",
    [
        "teman saya masih kerja kok jht nya bisa cair",
        "ada yang masih kerja tapi bisa cair?",
        "formulirnya diambil di mana",
        "antrean saya diserobot orang",
        "saldo hangus kalau tidak diambil?",
        "saya telepon 175 katanya klaim saya ditutup",
        "atm saya ditelan mesin",
        "hrd minta fotokopi buku tabungan",
        "ijazah saya ditahan perusahaan",
        "paklaring saya hilang",
        "bagi hasil jht tahun ini berapa persen",
        "boleh pakai rekening istri?",
    ],
)
def test_what_only_sounds_like_a_trick_is_none(hear: Hear, text: str) -> None:
    assert not hear(text).verdict.trust


@pytest.mark.parametrize(
    "text",
    [
        "petugas di loket minta saya tunjukin hp",
        "petugas cabang suruh bawa hp sendiri buat foto wajah",
        "jmo minta selfie pegang ktp, aman ga",
        "di lapak asik diminta unggah kk, aman tidak",
        "petugas suruh bawa meterai sepuluh ribu",
        "disuruh beli materai 10 ribu",
        "bayar parkir di sana berapa ya",
    ],
)
def test_what_is_rightly_asked_is_not_warned_of(hear: Hear, text: str) -> None:
    assert not hear(text).verdict.trust


@pytest.mark.parametrize(
    "text",
    [
        "petugas minta hp saya buat dipegang dia",
        "petugas minta materai 150 ribu",
        "jmo minta foto ktp lewat wa, aman gak",
        "petugas suruh tf 10 ribu buat materai",
        "petugas minta uang rokok sama materai 10 ribu",
    ],
)
def test_what_leaves_the_own_hand_still_is(hear: Hear, text: str) -> None:
    assert hear(text).verdict.trust
