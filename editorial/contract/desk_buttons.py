"""The buttons of the desk, of both sides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from editorial.contract.family import family
from editorial.contract.forms import Message, button
from flows.desk.panels import RATINGS

DESK_BUTTONS: Final[Mapping[str, Message]] = {
    "tombol_kasus_tadi": button(),
    "tombol_kasus_lain": button(),
    "tombol_cabang_ini": button(),
    "tombol_cabang_lain": button(),
    "tombol_cabang_tidak_tahu": button(),
    "tombol_lokasi": button(),
    "tombol_kasus_pergi": button(),
    "tombol_kasus_tutup": button(),
    "tombol_kasus_pergi_ya": button(),
    "tombol_kasus_tutup_ya": button(),
    "tombol_kasus_tunggu": button(),
    "tombol_kasus_tetap": button(),
    "tombol_kasus_kode": button(),
    **family("tombol_nilai", RATINGS, button()),
    "tombol_tanpa_komentar": button(),
    "tombol_kirim_ulang": button(),
    "tombol_sapa": button("nomor"),
    "tombol_ambil": button(),
    "tombol_ambil_sapa": button(),
    "tombol_ambil_kirim": button(),
    "tombol_ambil_kasus": button("kasus"),
    "tombol_lepas": button(),
    "tombol_alihkan": button(),
    "tombol_selesai": button(),
    "tombol_balasan": button(),
    "tombol_kirim": button(),
    "tombol_kembali_kartu": button(),
    "tombol_berikutnya": button(),
    "tombol_loloskan": button(),
    "tombol_kirim_peserta": button(),
    "tombol_buang": button(),
    "tombol_jadi_faq": button(),
    "tombol_umumkan": button(),
    "tombol_gangguan_usai": button(),
}
