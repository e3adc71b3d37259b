"""The texts of ``content/messages.yaml`` that code asks for, each with its form and what it shows.

`bot.py check` compares both ways: a text that no code asks for and a text that is missing are both
problems. So is a text without what it must show: people would read a sentence about nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from editorial.contract.desk_messages import DESK_MESSAGES, DESK_SAMPLES
from editorial.contract.family import family
from editorial.contract.forms import (
    BUTTON,
    COMMAND,
    DESCRIPTION,
    SHORT,
    Message,
    button,
    caption,
    page,
    profile,
    toast,
    words,
)
from editorial.contract.watch_messages import WATCH_MESSAGES, WATCH_SAMPLES
from flows.commands import COMMANDS
from flows.content.guide import FixedBy
from flows.content.statement import CheckedHow
from flows.mask import PLACES
from flows.rights.papers import Standing
from flows.scene import COMFORTS, WARNINGS
from flows.statements import DOUBTS
from flows.views.result import OTHER, SECOND, Came
from flows.views.told import ABOUT

SAID: Final = "sebut_"
"""How the id of a message begins that says a typed answer back; it ends in the step's id."""

SAID_BACK: Final = f"{SAID}*"

MESSAGES: Final[Mapping[str, Message]] = {
    "salam": page(),
    "salam_kembali": page(),
    "salam_singkat": page(),
    "balas_salam": page(),
    "balas_waktu": page("waktu"),
    "menunggu_cair": page(),
    "menunggu_terus": page(),
    "ikut_lega": page(),
    "macet_di_mana": page(),
    "macet_sering": page(),
    "maaf_bot": page(),
    "tidak_jadi": page(),
    "duka": page(),
    "duka_siapa": page(),
    "langkah_itu": page(),
    "bukan_sebabnya": page(),
    "langkah_ini_dulu": page(),
    "terima_kasih": page(),
    **family("marah", range(1, COMFORTS + 1), page()),
    "bahasa_lain": page(),
    "pesan_panjang": page(),
    "di_luar_topik": page(),
    "masih_buntu": page(),
    "tawarkan_topik": page(),
    "tawarkan_jawaban": page(),
    "tawarkan_petugas": page(),
    "saya_catat": page("catatan"),
    "maksud_satu": page("pilihan"),
    "maksud_mana": page(),
    "jawaban_menyusul": page(),
    "silakan_tanya": page(),
    "kami_tunggu": page(),
    "pesan_terusan": page(),
    "tanpa_gambar": page(),
    "gawat": page(),
    "terima_kasih_nilai": toast(),
    "kurang_membantu": page(),
    "cek_calo_mulai": page(),
    "cek_calo_kosong": page(),
    "gambar_keterangan": caption(),
    "suara_keterangan": caption(),
    "menu": page(),
    "menu_lain": page(),
    "bantuan": page(),
    "petugas": page(),
    "langkah": page("langkah", may=("judul",)),
    "langkah_sisa": page("langkah", "sisa", may=("judul",)),
    "langkah_akhir": page(may=("judul",)),
    "waktu_lewat": page(),
    "umur_tercapai": page(),
    "hari_terakhir_lewat": page("tanggal"),
    "sudah_berubah": page(),
    "kita_lanjutkan": page(),
    "mungkin_ini": page(),
    "lanjut_tadi": page("judul", may=("langkah",)),
    "sumber": page("sumber"),
    "sumber_kami": page(),
    **family("keterangan", DOUBTS, page()),
    "hukum_sekarang": page(),
    "hukum_mulai": page("tanggal"),
    **family("surat", get_args(Standing), page("surat")),
    "dari_mana": page("judul"),
    "bukti_aturan": page("sumber", "jenis"),
    "bukti_praktik": page("sumber", "jenis"),
    "bukti_berbeda": page("sumber", "kata", "jenis"),
    "bukti_lainnya": page("jumlah"),
    "bukti_kutipan": page("kutipan"),
    **family("diperiksa", get_args(CheckedHow), page(may=("tanggal",))),
    "hasil_tanya": page(),
    **family("hasil", SECOND, page()),
    "hasil_terima_kasih": toast(),
    "tombol_hasil": button(),
    **family("tombol_hasil", (*Came, OTHER), button()),
    "tombol_hari_sampai": button("hari"),
    "tombol_hari_lebih": button("hari"),
    "dikonfirmasi": page("kantor", "tanggal"),
    "tombol_dari_mana": button(),
    "tombol_kembali_jawaban": button(),
    "tombol_tunjukkan": button(),
    "lembar_keterangan": caption(),
    "lembar_di_atas": page(),
    "lembar_berakhir": words("tanggal"),
    "lembar_sumber": words("sumber", "tanggal", "jenis"),
    **family(
        "lembar",
        ("kepala", "aturan", "praktik", "berbeda", "periksa", "ditolak", "bukan_resmi"),
        words(),
    ),
    "lembar_gagal": page(),
    "gambar_gagal": page(),
    "suara_gagal": page(),
    "tombol_kabari": button(),
    "tombol_berhenti_kabari": button(),
    "kabari_dicatat": page(),
    "kabari_berhenti": page(),
    "kabar_berubah": page("daftar"),
    "kabar_baris": page("judul"),
    "kabar_hilang": words(),
    "kenapa": page(),
    "layar_lain": page(),
    "ringkasan": page(),
    "tidak_ada_jawaban": page(),
    "yang_dicatat": page("catatan"),
    "jawaban_lain": words("jumlah"),
    "mulai_ulang_yakin": page(),
    "jawab_tanggal": page(),
    "jawab_tanggal_nanti": page(),
    "jawab_tanggal_lahir": page(),
    "jawab_rupiah": page(),
    "kurang_jelas_pilihan": page(),
    "kurang_jelas_layar": page(),
    "kurang_jelas_rupiah": page(),
    "kurang_jelas_tanggal": page(),
    "kurang_jelas_soal": page(),
    "jumlah_itu": page("jumlah"),
    "tombol_jumlah_itu": button("jumlah"),
    "jumlah_mana": page("jumlah"),
    "kira_antara": words("dari", "sampai"),
    "untuk_siapa": page("siapa"),
    "untuk_sendiri": page(),
    "jawaban_tersimpan": page("siapa"),
    "hasil_untuk": page("siapa"),
    "judul_untuk": words("judul", "siapa"),
    "orang_tua": words(),
    "tombol_untuk_sendiri": button(),
    "dicatat": page("jawaban"),
    "diubah": page("jawaban"),
    "hari_itu": page("hari"),
    "tombol_hari_itu": button("hari"),
    "bagian_mana": page("rentang"),
    **family("tombol_bagian", ("awal", "tengah", "akhir"), button("bagian")),
    **family("kira", ABOUT, words("jawaban")),
    "tombol_tidak_ingat": button(),
    "tombol_ubah": button(),
    "tanggal_masa_depan": page(),
    "coba_lagi_terkunci": page(),
    **family("diperbaiki", get_args(FixedBy), page()),
    **family("calo", range(1, WARNINGS + 1), page()),
    "foto": page(),
    "foto_dihapus": toast(),
    "suara": page(),
    "dokumen_diterima": page(),
    "baru_kembali": page(),
    "berkas_program": page(),
    "stiker": page(),
    "lokasi": page(),
    "lokasi_kantor": page("kantor", "jarak"),
    "tanda_tanya": page(),
    "kontak": page(),
    "pesan_kosong": page(),
    "pesan_diedit": page(),
    "daftar_kertas": page(),
    "kertas_belum_punya": page(),
    "kertas_semua_ada": page(),
    "otp_terkirim": page(),
    "data_pribadi_dihapus": page("jenis"),
    **family("jenis", PLACES, words()),
    SAID_BACK: button("jawaban"),
    "deskripsi_bot": profile(DESCRIPTION),
    "deskripsi_singkat": profile(SHORT),
    **family("perintah", COMMANDS, profile(COMMAND)),
    "grup_diam": page(),
    "hapus_yakin": page(),
    "hapus_selesai": page(),
    "maaf_gagal": page(),
    "privasi": page(),
    "tombol_menu": button(),
    "tombol_catatan": button(),
    "tombol_pilihan_lain": button(),
    "tombol_petugas": button(),
    "tombol_petugas_kaki": button(),
    "tombol_kembali": button(),
    "tombol_kembali_langkah": button(),
    "tombol_sudah_beres": button(),
    "tombol_selengkapnya": button(),
    "tombol_tidak_ada_di_daftar": button(),
    "tombol_layar_lain": button(),
    "tombol_kenapa": button(),
    "tombol_gambar": button("ukuran"),
    "tombol_dengar": button("ukuran"),
    "tombol_ringkasan": button(),
    "tombol_kertas": button(),
    "tombol_ulang": button(),
    "tombol_ya_ulang": button(),
    "tombol_lanjut": button(),
    "tombol_mulai_baru": button(),
    "tombol_cek_calo": button(),
    "tombol_lama": toast(),
    "tombol_belum_punya": button(),
    "tombol_hapus_ya": button(),
    "tombol_hapus_tidak": button(),
    "tombol_hapus_foto": button(),
    "tombol_hapus_berkas": button(),
    "tombol_hapus_suara": button(),
    "tombol_biarkan": button(),
    "tombol_bukan_itu": button(),
    "tombol_membantu_ya": button(),
    "tombol_membantu_tidak": button(),
    "tombol_catatan_betul": button(),
    "tombol_catatan_bukan": button(),
    "tombol_cara_resmi": button(),
    "tombol_sudah_terlanjur": button(),
    "tombol_lalu": button(),
    **DESK_MESSAGES,
    **WATCH_MESSAGES,
}

SAMPLES: Final[Mapping[str, str]] = {
    "jarak": "120",
    "waktu": "pagi",
    "siapa": "keponakan",
    "dari": "Rp12.345.678",
    "sampai": "Rp12.345.678",
    "rentang": "1 September 2026 – 30 November 2026",
    "bagian": "21–30 September 2026",
    "judul": "M" * 30,
    "sumber": "Permenaker 4/2022 pasal 8 dan BPJS Ketenagakerjaan, September 2024",
    "surat": "kartu peserta, e-KTP, kartu keluarga, buku tabungan",
    "kutipan": "k" * 160,
    "tanggal": "30 September 2026",
    "jenis": "nomor rekening",
    "jawaban": "sekitar 24 Sep 2026",
    "ukuran": "999 KB",
    "pilihan": "M" * 30,
    "daftar": "\n".join(["• " + "M" * 30] * 5),
    "catatan": "\n".join(["• Tanggal berhenti: 30 September 2026"] * 5),
    **DESK_SAMPLES,
    **WATCH_SAMPLES,
}
"""Longest samples of placeholders that only messages have; the others are in `flows.texts.fill`."""


def declared(message_id: str) -> Message | None:
    """How code asks for a message; None when it does not."""
    return MESSAGES[SAID_BACK] if message_id.startswith(SAID) else MESSAGES.get(message_id)


def allowed(message_id: str) -> frozenset[str] | None:
    """The placeholders a message may show besides numbers; None when no code asks for it."""
    message = declared(message_id)
    return message.shows if message is not None else None


def is_label(message_id: str) -> bool:
    """Whether a message is the label of a button."""
    message = declared(message_id)
    return message is not None and message.form is BUTTON


def listed_in(message_id: str) -> str:
    """The file of the list in which a message is declared, for a programmer."""
    parts = {"desk_messages": DESK_MESSAGES, "watch_messages": WATCH_MESSAGES}
    part = next((name for name, found in parts.items() if message_id in found), "messages")
    return f"editorial/contract/{part}.py"
