"""Longest samples of the placeholders that only the desk has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_LINE: Final = "x" * 60

DESK_SAMPLES: Final[Mapping[str, str]] = {
    "dipanggil": "Bu Sari",
    "akhiran": ".apk",
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
    "masa": "30 Sep pukul 08.00 sampai 31 Okt pukul 10.00 WIB",
    "jam": "08.00",
    "perintah": "/perintahpanjang",
    "tautan": "https://t.me/c/1002100000001/123456",
    "warna": "🔴",
    "orang": "120",
    "peran": "supervisor",
    "berkas": "x" * 36,
    "tempat_tanya": "M" * 40,
    "kutipan": _LINE,
    "mulai": "30 September 2026",
    "fakta": "pernah mengambil sebagian atau belum, warga negara Indonesia (WNI) atau asing (WNA)",
    "semua": "10",
    "nilai": "5",
    "menunggu": "120",
    "nomor": "10",
    "isi": "\n".join([_LINE] * 8),
}
