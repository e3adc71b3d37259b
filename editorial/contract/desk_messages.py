"""The texts of the desk in ``content/messages.yaml``, each with what it may show.

`kasus_*` and `cabang_*` go to participants, `meja_*`, `kartu_*` and `tahan_*` to the staff group.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from editorial.contract.family import family
from flows.desk.case import CloseReason, Opening
from flows.desk.hours import Why
from flows.desk.panels import RATINGS
from flows.events import Kind
from flows.guard.doubts import KINDS

STAFF_COMMANDS: Final = ("ambil", "macet", "faq", "jadikan", "saya", "peran", "laporan")
"""Commands of the staff group, each with the line that explains it there."""

_NOTHING: Final[frozenset[str]] = frozenset()
_CASE: Final = frozenset({"kasus"})
_WHO: Final = frozenset({"kasus", "nama_petugas"})
_WAITED: Final = frozenset({"kasus", "lama"})

DESK_MESSAGES: Final[Mapping[str, frozenset[str]]] = {
    # Before a case is open: what is it about, which branch.
    "kasus_soal": _NOTHING,
    "kasus_soal_tadi": frozenset({"soal"}),
    "cabang_tanya": _NOTHING,
    "cabang_ingat": frozenset({"kantor"}),
    "cabang_pilih": _NOTHING,
    "cabang_dekat": _NOTHING,
    "cabang_tidak_ketemu": _NOTHING,
    "cabang_dipilih": frozenset({"kantor"}),
    **family("kasus_kiriman", get_args(Kind)),
    "kasus_data_dihapus": frozenset({"jenis"}),
    # The case is open.
    "kasus_dibuka": frozenset({"kasus", "kata", "kantor"}),
    "kasus_tempat": frozenset({"tempat", "tunggu"}),
    "kasus_tempat_lewat_hari": frozenset({"tempat", "jam_buka"}),
    "kasus_tempat_tanpa_data": frozenset({"tempat"}),
    "kasus_tutup": frozenset({"alasan", "jam_buka", "tempat"}),
    **family("tutup", ("libur_kantor", *get_args(Why)), frozenset({"libur"})),
    "kasus_terlampir": _NOTHING,
    "kasus_masih_menunggu": frozenset({"kasus", "tempat"}),
    "kasus_kode": frozenset({"kasus", "kata"}),
    "kasus_diambil": frozenset({"nama_petugas", "kata"}),
    "kasus_diambil_lewat_kode": frozenset({"nama_petugas"}),
    "kasus_diteruskan": frozenset({"lama"}),
    "kasus_kembali": frozenset({"tempat"}),
    "kasus_pindah": frozenset({"kantor"}),
    # The case ends.
    "kasus_pergi_yakin": _NOTHING,
    "kasus_tutup_yakin": _NOTHING,
    "kasus_pergi": _NOTHING,
    "kasus_ditutup": frozenset({"nama_petugas", "sebab", "hari"}),
    "kasus_ditutup_sendiri": _NOTHING,
    "kasus_ditutup_sepi": frozenset({"hari"}),
    **family("sebab", CloseReason),
    "kasus_nilai": _NOTHING,
    "kasus_komentar": _NOTHING,
    "kasus_terima_kasih": _NOTHING,
    "kasus_dibuka_lagi": _CASE,
    # Parts of ready answers.
    "kantor_terdekat": _NOTHING,
    "alamat_belum_ada": _NOTHING,
    # Gangguan.
    "gangguan_mulai": frozenset({"kendala"}),
    "gangguan_langkah": frozenset({"kendala", "sejak"}),
    "gangguan_usai": frozenset({"kendala"}),
    # The card of a case.
    "kartu_kepala": frozenset({"warna", "kasus", "kantor"}),
    "kartu_menunggu": frozenset({"lama", "tempat"}),
    "kartu_dipegang": frozenset({"nama_petugas", "lama"}),
    "kartu_selesai": frozenset({"sebab", "lama"}),
    "kartu_kata": frozenset({"kata"}),
    **family("kartu_asal", Opening),
    "kartu_langkah": frozenset({"judul", "langkah", "jumlah"}),
    "kartu_tanpa_panduan": _NOTHING,
    "kartu_jawaban": frozenset({"isi"}),
    "kartu_ditanya": frozenset({"isi"}),
    "kartu_kendala": frozenset({"kendala"}),
    "kartu_soal": frozenset({"isi"}),
    "kartu_bot": frozenset({"isi"}),
    "kartu_tulisan": frozenset({"isi"}),
    "kartu_baru": frozenset({"jumlah"}),
    "kartu_cara": _NOTHING,
    "kartu_gangguan": frozenset({"kendala", "orang", "menit"}),
    # What the desk is told.
    "meja_ingatkan": _WAITED,
    "meja_supervisor": _WAITED,
    "meja_nasional": _WAITED,
    "meja_ingatkan_petugas": frozenset({"nama_petugas", "lama"}),
    "meja_kembali": frozenset({"lama"}),
    "meja_ditutup_sepi": frozenset({"hari"}),
    "meja_diambil": _WHO,
    "meja_sudah_diambil": frozenset({"nama_petugas"}),
    "meja_dilepas": _WHO,
    "meja_dialihkan": frozenset({"kasus", "kantor"}),
    "meja_dialihkan_orang": _WHO,
    "meja_ditutup": frozenset({"nama_petugas", "sebab"}),
    "meja_ditutup_peserta": _NOTHING,
    "meja_dibuka_lagi": _CASE,
    "meja_bukan_pemegang": frozenset({"nama_petugas"}),
    "meja_belum_diambil": _NOTHING,
    "meja_kasus_ditutup": _NOTHING,
    "meja_tidak_berhak": _NOTHING,
    "meja_hanya_supervisor": _NOTHING,
    "meja_tombol_lama": _NOTHING,
    "meja_gagal": _NOTHING,
    "meja_diblokir": _NOTHING,
    "meja_kode_tidak_ada": _NOTHING,
    "meja_pulang": frozenset({"jumlah"}),
    "meja_macet": frozenset({"isi"}),
    "meja_macet_kosong": _NOTHING,
    "meja_alih_ke": _NOTHING,
    "meja_sebab": _NOTHING,
    "meja_balasan": _NOTHING,
    "meja_pratinjau": _NOTHING,
    "meja_faq_terdekat": _NOTHING,
    "meja_faq_kosong": _NOTHING,
    "meja_jadi_faq": _NOTHING,
    "meja_peran": frozenset({"nama_petugas", "peran"}),
    "meja_peran_dicabut": frozenset({"nama_petugas"}),
    "meja_ditahan": frozenset({"isi"}),
    "meja_diloloskan": frozenset({"nama_petugas"}),
    "meja_dibuang": _NOTHING,
    "meja_gangguan_mulai": frozenset({"kendala", "jumlah"}),
    "meja_gangguan_usai": frozenset({"kendala", "jumlah"}),
    "meja_mencari_topik": _CASE,
    "meja_diubah": _NOTHING,
    "meja_kontak": _NOTHING,
    "meja_tidak_terbawa": _NOTHING,
    "meja_tidak_pasti": _NOTHING,
    "meja_peran_cara": _NOTHING,
    "meja_laporan": frozenset({"hari", "jumlah"}),
    **family("perintah", STAFF_COMMANDS),
    **family("tahan", sorted(KINDS), frozenset({"kutipan"})),
    # Buttons.
    "tombol_kasus_tadi": _NOTHING,
    "tombol_kasus_lain": _NOTHING,
    "tombol_cabang_ini": _NOTHING,
    "tombol_cabang_lain": _NOTHING,
    "tombol_cabang_tidak_tahu": _NOTHING,
    "tombol_lokasi": _NOTHING,
    "tombol_kasus_pergi": _NOTHING,
    "tombol_kasus_tutup": _NOTHING,
    "tombol_kasus_tetap": _NOTHING,
    "tombol_kasus_kode": _NOTHING,
    **family("tombol_nilai", RATINGS),
    "tombol_tanpa_komentar": _NOTHING,
    "tombol_kirim_ulang": _NOTHING,
    "tombol_sapa": frozenset({"nomor"}),
    "tombol_ambil": _NOTHING,
    "tombol_lepas": _NOTHING,
    "tombol_alihkan": _NOTHING,
    "tombol_selesai": _NOTHING,
    "tombol_balasan": _NOTHING,
    "tombol_kirim": _NOTHING,
    "tombol_kembali_kartu": _NOTHING,
    "tombol_berikutnya": _NOTHING,
    "tombol_loloskan": _NOTHING,
    "tombol_buang": _NOTHING,
    "tombol_jadi_faq": _NOTHING,
    "tombol_umumkan": _NOTHING,
    "tombol_gangguan_usai": _NOTHING,
}


_LINE: Final = "x" * 60

DESK_SAMPLES: Final[Mapping[str, str]] = {
    "alamat": "Jl. Urip Sumoharjo No. 106, Klitren, Gondokusuman, Yogyakarta 55222",
    "soal": "M" * 30,
    "tempat": "120",
    "tunggu": "45 menit sampai 1,5 jam",
    "sebab": "urusannya dilanjutkan di kantor cabang",
    "alasan": "Hari ini libur: Hari kedua dari Hari Raya Idul Fitri (perkiraan).",
    "libur": "Hari kedua dari Hari Raya Idul Fitri (perkiraan)",
    "lama": "12 jam 40 menit",
    "hari": "90",
    "kendala": "M" * 30,
    "sejak": "Senin, 30 September 2026, pukul 08.00 WITA",
    "warna": "🔴",
    "orang": "120",
    "peran": "supervisor",
    "kutipan": _LINE,
    "nomor": "10",
    "isi": "\n".join([_LINE] * 8),
}
"""Longest samples of the placeholders that only the desk has."""
