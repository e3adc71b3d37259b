"""The texts of the desk in ``content/messages.yaml``, each with its form and what it shows.

`kasus_*`, `cabang_*`, `gangguan_*` and `tutup_*` go to participants; `meja_*`, `kartu_*` and
`tahan_*` to the staff group; `sebab_*` to both, each in the voice of who reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from editorial.contract.family import family
from editorial.contract.forms import COMMAND, Message, button, page, profile, toast, words
from flows.commands import StaffCommand
from flows.desk.case import CloseReason, Opening
from flows.desk.hours import Why
from flows.desk.panels import RATINGS
from flows.events import SentKind
from flows.guard.doubts import KINDS

DESK_MESSAGES: Final[Mapping[str, Message]] = {
    # Before a case is open: what is it about, which branch.
    "kasus_soal": page(),
    "kasus_soal_tadi": page("soal"),
    "cabang_tanya": page(),
    "cabang_ingat": page("kantor"),
    "cabang_pilih": page(),
    "cabang_dekat": page(),
    "cabang_tidak_ketemu": page(),
    "cabang_dipilih": page("kantor"),
    **family("kartu_kiriman", get_args(SentKind), words()),
    "kasus_data_dihapus": page("jenis"),
    # The case is open.
    "kasus_dibuka": page("kasus", "kata", may=("kantor",)),
    "kasus_tempat": page("tempat", "tunggu"),
    "kasus_tempat_lewat_hari": page("tempat", "jam_buka"),
    "kasus_tempat_tanpa_data": page("tempat"),
    "kasus_tutup": page("alasan", "jam_buka", "tempat"),
    **family("tutup", ("libur_kantor", *get_args(Why)), words()),
    "tutup_libur": words("libur"),
    "kasus_terlampir": page(),
    "kasus_masih_menunggu": page("tempat", may=("kasus",)),
    "kasus_kode": page("kasus", "kata"),
    "kasus_diambil": page("nama_petugas", "kata"),
    "kasus_diambil_lewat_kode": page("nama_petugas"),
    "kasus_diteruskan": page(may=("lama",)),
    "kasus_kembali": page("tempat"),
    "kasus_pindah": page("kantor"),
    # The case ends.
    "kasus_pergi_yakin": page(),
    "kasus_tutup_yakin": page(),
    "kasus_pergi": page(),
    "kasus_ditutup": page("sebab", "hari", may=("nama_petugas",)),
    "kasus_ditutup_sendiri": page(),
    "kasus_ditutup_sepi": page(may=("hari",)),
    **family("sebab", CloseReason, words()),
    "kasus_nilai": page(),
    "kasus_komentar": page(),
    "kasus_terima_kasih": page(),
    "kasus_dibuka_lagi": page(may=("kasus",)),
    # Parts of ready answers.
    "kantor_terdekat": words(),
    "alamat_belum_ada": words(),
    # Gangguan.
    "gangguan_mulai": page("kendala"),
    "gangguan_langkah": page("kendala", may=("sejak",)),
    "gangguan_usai": page("kendala"),
    # The card of a case.
    "kartu_kepala": page("warna", "kasus", may=("kantor",)),
    "kartu_menunggu": page("lama", may=("tempat",)),
    "kartu_dipegang": page("nama_petugas", may=("lama",)),
    "kartu_selesai": page("sebab", may=("lama",)),
    "kartu_kata": page("kata"),
    **family("kartu_asal", Opening, page()),
    "kartu_langkah": page("judul", "langkah", may=("jumlah",)),
    "kartu_tanpa_panduan": page(),
    "kartu_jawaban": page("isi"),
    "kartu_ditanya": page("isi"),
    "kartu_kendala": page("kendala"),
    "kartu_soal": page("isi"),
    "kartu_bot": page("isi"),
    "kartu_tulisan": page("isi"),
    "kartu_baru": page("jumlah"),
    "kartu_cara": page(),
    "kartu_gangguan": page("kendala", "orang", may=("menit",)),
    # What the desk is told.
    "meja_ingatkan": page("kasus", may=("lama",)),
    "meja_supervisor": page("kasus", may=("lama",)),
    "meja_nasional": page("kasus", may=("lama",)),
    "meja_ingatkan_petugas": page("nama_petugas", may=("lama",)),
    "meja_kembali": page(may=("lama",)),
    "meja_ditutup_sepi": page(may=("hari",)),
    "meja_diambil": toast("nama_petugas", "kasus"),
    "meja_sudah_diambil": toast("nama_petugas"),
    "meja_dilepas": page("nama_petugas", may=("kasus",)),
    "meja_dialihkan": page("kantor", may=("kasus",)),
    "meja_dialihkan_orang": page("nama_petugas", may=("kasus",)),
    "meja_ditutup": toast("sebab", may=("nama_petugas",)),
    "meja_ditutup_peserta": page(),
    "meja_dibuka_lagi": page(may=("kasus",)),
    "meja_bukan_pemegang": toast("nama_petugas"),
    "meja_belum_diambil": toast(),
    "meja_kasus_ditutup": toast(),
    "meja_tidak_berhak": toast(),
    "meja_hanya_supervisor": toast(),
    "meja_tombol_lama": toast(),
    "meja_gagal": page(),
    "meja_diblokir": page(),
    "meja_kode_tidak_ada": page(),
    "meja_pulang": page("jumlah"),
    "meja_macet": page("isi"),
    "meja_macet_kosong": page(),
    "meja_alih_ke": page(),
    "meja_sebab": page(),
    "meja_balasan": page(),
    "meja_pratinjau": page(),
    "meja_faq_terdekat": page(),
    "meja_faq_kosong": page(),
    "meja_jadi_faq": toast(),
    "meja_peran": page("nama_petugas", "peran"),
    "meja_peran_dicabut": page("nama_petugas"),
    "meja_ditahan": page("isi"),
    "meja_diloloskan": page("nama_petugas"),
    "meja_dibuang": toast(),
    "meja_gangguan_mulai": page("kendala", may=("jumlah",)),
    "meja_gangguan_usai": page("kendala", may=("jumlah",)),
    "meja_mencari_topik": page("kasus"),
    "meja_diubah": page(),
    "meja_kontak": page(),
    "meja_tidak_terbawa": page("jumlah"),
    "meja_tidak_pasti": page(),
    "meja_peran_cara": page(),
    "meja_laporan_tanpa_berkas": page(),
    "meja_laporan": page("hari", "jumlah"),
    **family("perintah", StaffCommand, profile(COMMAND)),
    **family("tahan", sorted(KINDS), words("kutipan")),
    # Buttons.
    "tombol_kasus_tadi": button(),
    "tombol_kasus_lain": button(),
    "tombol_cabang_ini": button(),
    "tombol_cabang_lain": button(),
    "tombol_cabang_tidak_tahu": button(),
    "tombol_lokasi": button(),
    "tombol_kasus_pergi": button(),
    "tombol_kasus_tutup": button(),
    "tombol_kasus_tetap": button(),
    "tombol_kasus_kode": button(),
    **family("tombol_nilai", RATINGS, button()),
    "tombol_tanpa_komentar": button(),
    "tombol_kirim_ulang": button(),
    "tombol_sapa": button("nomor"),
    "tombol_ambil": button(),
    "tombol_lepas": button(),
    "tombol_alihkan": button(),
    "tombol_selesai": button(),
    "tombol_balasan": button(),
    "tombol_kirim": button(),
    "tombol_kembali_kartu": button(),
    "tombol_berikutnya": button(),
    "tombol_loloskan": button(),
    "tombol_buang": button(),
    "tombol_jadi_faq": button(),
    "tombol_umumkan": button(),
    "tombol_gangguan_usai": button(),
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
