"""What the placeholders of messages are, as an editor would say it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

MEANINGS: Final[Mapping[str, str]] = {
    "alasan": "sebab kantor tutup",
    "dari": "jumlah terendah",
    "sampai": "jumlah tertinggi",
    "berkas": "nama berkas keterangan",
    "catatan": "jawaban yang dicatat dari tulisannya",
    "daftar": "jawaban yang berubah, satu per baris",
    "grup": "nama grup petugas",
    "hari": "banyaknya hari",
    "rentang": "hari pertama dan terakhir yang mungkin dimaksud",
    "bagian": "sebagian dari rentang hari itu",
    "isi": "tulisan atau daftarnya",
    "jam_buka": "kapan petugas membalas",
    "menunggu": "banyaknya kasus yang menunggu",
    "jarak": "jarak ke pusat kota kantor itu, dalam kilometer",
    "akhiran": "jenis berkasnya",
    "dipanggil": "siapa yang dipanggil",
    "jawaban": "jawaban yang diketik",
    "jenis": "data pribadi mana yang terkirim",
    "judul": "nama panduan",
    "jumlah": "banyaknya",
    "kantor": "nama kantor cabang",
    "kasus": "kode kasus",
    "kata": "kata pengenal petugas",
    "kendala": "yang terlihat di layar",
    "surat": "nama-nama surat",
    "kutipan": "kata-kata yang menahannya",
    "lama": "lamanya",
    "langkah": "nomor langkah",
    "siapa": "untuk siapa panduan dipakai",
    "libur": "nama hari libur",
    "menit": "dalam berapa menit",
    "nama_petugas": "nama petugas",
    "nomor": "nomor barisnya",
    "orang": "banyaknya peserta",
    "peran": "peran petugas",
    "petugas": "banyaknya petugas",
    "pilihan": "jawaban yang mungkin dimaksud",
    "sebab": "sebab kasus selesai",
    "sejak": "sejak kapan",
    "mulai": "mulai kapan boleh",
    "fakta": "apa yang belum diketahui",
    "nilai": "nilai dari peserta",
    "semua": "banyaknya seluruhnya",
    "masa": "waktu yang catatannya hilang",
    "jam": "pukul berapa",
    "perintah": "perintah yang ditulis",
    "tautan": "alamat topik",
    "sisa": "berapa langkah lagi, paling banyak",
    "soal": "pokok pertanyaannya",
    "sumber": "asal aturannya",
    "tanggal": "kapan sumbernya diperiksa",
    "tempat": "nomor antrean",
    "tempat_tanya": "kepada siapa keterangan itu ditanyakan",
    "tunggu": "perkiraan lama menunggu",
    "ukuran": "besar berkas yang diunduh",
    "waktu": "pagi, siang, sore, atau malam",
    "warna": "tanda keadaan kasus",
}


def braced(names: Iterable[str], joint: str) -> str:
    """Placeholders as editors write them, each with its meaning."""
    return joint.join(f"`{{{name}}}` ({MEANINGS[name]})" for name in sorted(names))
