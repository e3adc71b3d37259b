"""The texts of ``content/messages.yaml`` that code asks for, each with what it may show.

`bot.py check` compares both ways: a text that no code asks for and a text that is missing are both
problems. Ids that begin with `tombol_` are button labels: plain text of at most 30 characters.
Every text may also show any number.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from editorial.contract.desk_messages import DESK_MESSAGES, DESK_SAMPLES
from editorial.contract.family import family
from flows.commands import COMMANDS
from flows.content.guide import FixedBy
from flows.mask import PLACES
from flows.scene import COMFORTS, WARNINGS

LABEL: Final = "tombol_"
"""How the id of a button label begins."""

TOASTS: Final = frozenset({"tombol_lama"})
"""Shown for a moment over the screen after a press: plain text, at most 200 characters."""

CAPTIONS: Final = frozenset({"gambar_keterangan", "suara_keterangan"})
"""Shown below a picture or recording: at most 1024 characters."""

SAID: Final = "sebut_"
"""How the id of a message begins that says a typed answer back; it ends in the step's id."""

SAID_BACK: Final = f"{SAID}*"

_NOTHING: Final[frozenset[str]] = frozenset()

MESSAGES: Final[Mapping[str, frozenset[str]]] = {
    "salam": _NOTHING,
    "salam_kembali": _NOTHING,
    "terima_kasih": _NOTHING,
    **family("marah", range(1, COMFORTS + 1)),
    "bahasa_lain": _NOTHING,
    "pesan_panjang": _NOTHING,
    "di_luar_topik": _NOTHING,
    "masih_buntu": _NOTHING,
    "tawarkan_topik": _NOTHING,
    "tawarkan_jawaban": _NOTHING,
    "tawarkan_petugas": _NOTHING,
    "saya_catat": frozenset({"catatan"}),
    "jawaban_menyusul": _NOTHING,
    "silakan_tanya": _NOTHING,
    "pesan_terusan": _NOTHING,
    "tanpa_gambar": _NOTHING,
    "gawat": _NOTHING,
    "terima_kasih_nilai": _NOTHING,
    "kurang_membantu": _NOTHING,
    "cek_calo_mulai": _NOTHING,
    "cek_calo_kosong": _NOTHING,
    "gambar_keterangan": _NOTHING,
    "suara_keterangan": _NOTHING,
    "menu": _NOTHING,
    "menu_lain": _NOTHING,
    "bantuan": _NOTHING,
    "petugas": _NOTHING,
    "langkah": frozenset({"langkah", "jumlah", "judul"}),
    "lanjut_tadi": frozenset({"langkah", "jumlah", "judul"}),
    "sumber": frozenset({"sumber", "tanggal"}),
    "kenapa": _NOTHING,
    "layar_lain": _NOTHING,
    "ringkasan": _NOTHING,
    "tidak_ada_jawaban": _NOTHING,
    "mulai_ulang_yakin": _NOTHING,
    "jawab_tanggal": _NOTHING,
    "jawab_tanggal_nanti": _NOTHING,
    "jawab_tanggal_lahir": _NOTHING,
    "jawab_rupiah": _NOTHING,
    "kurang_jelas_pilihan": _NOTHING,
    "kurang_jelas_layar": _NOTHING,
    "kurang_jelas_rupiah": _NOTHING,
    "kurang_jelas_tanggal": _NOTHING,
    "kurang_jelas_soal": _NOTHING,
    "tanggal_masa_depan": _NOTHING,
    "coba_lagi_terkunci": _NOTHING,
    **family("diperbaiki", get_args(FixedBy)),
    **family("calo", range(1, WARNINGS + 1)),
    "foto": _NOTHING,
    "foto_dihapus": _NOTHING,
    "suara": _NOTHING,
    "dokumen_diterima": _NOTHING,
    "stiker": _NOTHING,
    "lokasi": _NOTHING,
    "kontak": _NOTHING,
    "pesan_kosong": _NOTHING,
    "pesan_diedit": _NOTHING,
    "daftar_kertas": _NOTHING,
    "kertas_belum_punya": _NOTHING,
    "kertas_semua_ada": _NOTHING,
    "otp_terkirim": _NOTHING,
    "data_pribadi_dihapus": frozenset({"jenis"}),
    **family("jenis", PLACES),
    SAID_BACK: frozenset({"jawaban"}),
    "deskripsi_bot": _NOTHING,
    "deskripsi_singkat": _NOTHING,
    **family("perintah", COMMANDS),
    "grup_diam": _NOTHING,
    "hapus_yakin": _NOTHING,
    "hapus_selesai": _NOTHING,
    "maaf_gagal": _NOTHING,
    "privasi": _NOTHING,
    "tombol_menu": _NOTHING,
    "tombol_pilihan_lain": _NOTHING,
    "tombol_petugas": _NOTHING,
    "tombol_petugas_kaki": _NOTHING,
    "tombol_kembali": _NOTHING,
    "tombol_kembali_langkah": _NOTHING,
    "tombol_sudah_beres": _NOTHING,
    "tombol_selengkapnya": _NOTHING,
    "tombol_tidak_ada_di_daftar": _NOTHING,
    "tombol_layar_lain": _NOTHING,
    "tombol_kenapa": _NOTHING,
    "tombol_gambar": frozenset({"ukuran"}),
    "tombol_dengar": frozenset({"ukuran"}),
    "tombol_ringkasan": _NOTHING,
    "tombol_kertas": _NOTHING,
    "tombol_ulang": _NOTHING,
    "tombol_ya_ulang": _NOTHING,
    "tombol_lanjut": _NOTHING,
    "tombol_mulai_baru": _NOTHING,
    "tombol_cek_calo": _NOTHING,
    "tombol_lama": _NOTHING,
    "tombol_belum_punya": _NOTHING,
    "tombol_hapus_ya": _NOTHING,
    "tombol_hapus_tidak": _NOTHING,
    "tombol_hapus_foto": _NOTHING,
    "tombol_hapus_berkas": _NOTHING,
    "tombol_hapus_suara": _NOTHING,
    "tombol_biarkan": _NOTHING,
    "tombol_bukan_itu": _NOTHING,
    "tombol_membantu_ya": _NOTHING,
    "tombol_membantu_tidak": _NOTHING,
    "tombol_catatan_betul": _NOTHING,
    "tombol_catatan_bukan": _NOTHING,
    "tombol_cara_resmi": _NOTHING,
    "tombol_sudah_terlanjur": _NOTHING,
    **DESK_MESSAGES,
}

SAMPLES: Final[Mapping[str, str]] = {
    "judul": "M" * 30,
    "sumber": "Permenaker 4/2022 pasal 8; keterangan BPJS Ketenagakerjaan 2024",
    "tanggal": "30 September 2026",
    "jenis": "nomor rekening",
    "jawaban": "± 24 September 2026",
    "ukuran": "999 KB",
    "catatan": "\n".join(["• Tanggal berhenti: 30 September 2026"] * 5),
    **DESK_SAMPLES,
}
"""Longest samples of placeholders that only messages have; the others are in `flows.texts.fill`."""


def allowed(message_id: str) -> frozenset[str] | None:
    """The placeholders a message may show besides numbers; None when no code asks for it."""
    if message_id.startswith(SAID):
        return MESSAGES[SAID_BACK]
    return MESSAGES.get(message_id)


def is_label(message_id: str) -> bool:
    """Whether a message is the label of a button."""
    return message_id.startswith(LABEL) and message_id not in TOASTS
