"""What `proof.walk` walks: a way through every guide, and conversations beside the guides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

NARROW: Final = 360
WIDE: Final = 412


@dataclass(frozen=True)
class Route:
    """A way through a guide. `choices`: step to option or words; elsewhere the first option."""

    guide: str
    choices: Mapping[str, str] = field(default_factory=dict)
    width: int = NARROW


_LEFT: Final = {"keadaan": "berhenti"}

ROUTES: Final = (
    Route("cek-hak", {**_LEFT, "saldo": "12,5 jt"}),
    Route("cek-hak", {**_LEFT, "saldo": "20 juta"}),
    Route("cek-hak", {**_LEFT, "tanggal_berhenti": "kemarin"}),
    Route("cek-hak", {**_LEFT, "status": "aktif"}),
    Route("cek-hak", {**_LEFT, "saldo": "tidak_tahu"}),
    Route("cek-hak", {**_LEFT, "saldo": "sampai_batas", "kpj": "beberapa"}),
    Route("cek-hak", {**_LEFT, "saldo": "sampai_batas", "data": "beda"}),
    Route("cek-hak", {**_LEFT, "hp": "tidak"}),
    Route("cek-hak", {**_LEFT, "kerja_lagi": "ya"}),
    Route("cek-hak", {**_LEFT, "kerja_lagi": "tempat_lama", "hari_terakhir": "belum_tahu"}),
    Route("cek-hak", {"keadaan": "bekerja"}),
    Route("cek-hak", {"keadaan": "bekerja", "sebab_bekerja": "sebagian_10"}),
    Route("cek-hak", {"keadaan": "bekerja", "sebab_bekerja": "sebagian_30"}),
    Route(
        "cek-hak",
        {"keadaan": "bekerja", "sebab_bekerja": "menunggu_56", "tanggal_lahir": "3 mei 1975"},
    ),
    Route("cek-hak", {"keadaan": "lain"}),
    Route("cek-hak", {"keadaan": "lain", "sebab_lain": "cacat_total"}),
    Route("cek-hak", {"keadaan": "lain", "sebab_lain": "tinggalkan_indonesia"}),
    Route(
        "cek-hak",
        {"keadaan": "lain", "sebab_lain": "tinggalkan_indonesia", "kewarganegaraan": "wni"},
    ),
    Route("cek-saldo"),
    Route("cek-saldo", {"jumlah_kartu": "beberapa"}),
    Route("cek-saldo", {"lihat_saldo": "kosong"}),
    Route("gabung-kpj"),
    Route("gabung-kpj", {"rencana": "belum"}),
    Route("gabung-kpj", {"nomor_lengkap": "hilang"}),
    Route("klaim-ahli-waris"),
    Route("klaim-ahli-waris", {"umur_anak": "kecil"}),
    Route("klaim-ahli-waris", {"hubungan": "keluarga", "pasangan_anak": "ada"}),
    Route("klaim-jmo"),
    Route("klaim-kantor", {"keadaan": "prioritas"}),
    Route("klaim-kantor", {"surat": "kurang"}),
    Route("klaim-kantor", {"keadaan": "tidak_bisa"}),
    Route("klaim-lapak-asik"),
    Route("klaim-lapak-asik", {"alat": "tidak"}),
    Route("klaim-sebagian", {"keperluan": "pensiun"}),
    Route("klaim-sebagian", {"keperluan": "rumah", "guna_rumah": "cicilan"}),
    Route("klaim-sebagian", {"lama_peserta": "ragu"}),
    Route("lacak-klaim"),
    Route("lacak-klaim", {"status": "ditolak"}),
    Route("lacak-klaim", {"lewat_mana": "orang", "lama_lain": "lewat"}),
    Route("login-jmo"),
    Route("login-jmo", {"masalah": "ganti_hp"}),
    Route("login-jmo", {"masalah": "ganti_hp", "kontak_lama": "mati"}),
    Route("login-jmo", {"masalah": "tetap_gagal", "perbarui_jmo": "belum"}),
    Route("rincian-iuran", {"periksa_bulan": "kosong"}),
    Route("tanpa-hp"),
    Route("tanpa-hp", {"keadaan": "dibantu", "penolong": "minta_upah"}),
    Route("tanpa-hp", {"keadaan": "dibantu"}),
    Route("klaim-jmo", width=WIDE),
    Route("cek-hak", {**_LEFT, "saldo": "12,5 jt"}, WIDE),
)
"""The ways worth seeing. A guide that is not named here is walked by its first answers."""


def routes_of(guides: Iterable[str]) -> tuple[Route, ...]:
    """A route through each of these guides at least."""
    named = {route.guide for route in ROUTES}
    return (*ROUTES, *(Route(guide) for guide in guides if guide not in named))


TALKS: Final[Mapping[str, str]] = {
    "page": """
        start
        press g:klaim-jmo
        press a:klaim-jmo:buka_jht:tampil
        press a:klaim-jmo:klaim_jht:tampil
        picture page
    """,
    "mulai": """
        picture mulai
        start
        picture salam
        press mm
        picture menu-lain
        write /menu
        picture menu
        write /bantuan
        picture bantuan
        write /privasi
        picture privasi
        write /hapus
        picture hapus-yakin
        press H
        picture hapus-selesai
    """,
    "di-langkah": """
        start
        write /klaim_jmo
        press a:klaim-jmo:buka_jht:tampil
        press a:klaim-jmo:klaim_jht:tampil
        press w
        picture kenapa-ditanya
        press d
        press x
        picture layarnya-lain
        press t:status-masih-aktif
        picture kendala-status-masih-aktif
        press d
        press i
        pause
        picture lihat-gambar
        press k
        picture kembali-di-bawah-gambar
    """,
    "jawaban": """
        start
        press g:cek-hak
        press a:cek-hak:keadaan:berhenti
        press a:cek-hak:sebab_berhenti:resign
        press a:cek-hak:kerja_lagi:tidak
        write 2 bulan lalu
        press s
        picture jawaban-saya
        press e:cek-hak:kerja_lagi
        picture jawaban-diubah
        write /ulang
        picture ulang-yakin
        press k
        write /start
        picture lanjut-tadi
    """,
    "campur": """
        start
        press g:klaim-jmo
        press a:klaim-jmo:buka_jht:tampil
        write kalau lewat jmo biayanya berapa ya?
        picture campur-1-tanya-biaya
        press d
        press a:klaim-jmo:klaim_jht:tampil
        write brp lama cairnya
        picture campur-2-tanya-lama
        press d
        picture campur-3-kembali
        write capek banget udh 3x nyoba dipersulit terus ga ada solusi
        picture campur-4-keluhan
        press k
        picture campur-5-lanjut
        press a:klaim-jmo:tiga_centang:hijau
        picture campur-6-langkah-berikut
    """,
    "cerita": """
        start
        write sdh resign 2 bln lalu saldo 12jt kok gbs klaim di jmo kode 040
        picture cerita-dicatat
        press ny
        picture cerita-dijawab
        press d
        picture cerita-lanjut
        write gimana cara budidaya lele
        picture di-luar-topik
        write saldo dan npwp gimana
        picture menawarkan-topik
    """,
    "surat": """
        start
        write /ahli_waris
        press a:klaim-ahli-waris:hubungan:pasangan
        press a:klaim-ahli-waris:umur_anak:dewasa
        press a:klaim-ahli-waris:surat:kurang
        press p
        picture surat-daftar
        press pt:kpj
        press pt:kk
        picture surat-dicentang
        press pb
        picture surat-belum-punya
    """,
    "hasil": """
        start
        write /lacak_klaim
        press a:lacak-klaim:lewat_mana:jmo
        press a:lacak-klaim:buka_lacak:tampil
        press a:lacak-klaim:status:ditolak
        picture hasil-di-akhir
        press hs
        picture hasil-ditanya
        press hd:ditolak
        picture hasil-alasan
        press ht:ditolak:kode-040
        picture hasil-jawaban
        write /start
        picture hasil-sesudahnya
    """,
    "calo": """
        start
        write /calo
        picture calo-mulai
        write bisa bantu cairkan JHT, fee 10%, kirim KTP + KK + OTP, ada orang dalam
        picture calo-vonis
        press cr
        picture calo-cara-resmi
        press ct
        picture calo-terlanjur
    """,
    "jaga-data": """
        start
        write /cek_hak
        write NIK saya 3273 0112 0367 0001 tolong dicek
        pause
        picture data-dihapus
        send Foto contoh
        picture foto-diterima
        click Hapus foto itu
        pause
        picture foto-dihapus
        send Pesan suara contoh
        picture suara-diterima
    """,
    "tombol-lama": """
        start
        write /cek_saldo
        write /klaim_jmo
        picture dua-panduan
        press a:cek-saldo:buka_jht:tampil
        picture tombol-lama
    """,
}
"""Name to lines of `verb words`, see `proof.phone.Phone` for the verbs."""

DESK_TALKS: Final[Mapping[str, str]] = {
    "page": """
        start
        press g:klaim-jmo
        press a:klaim-jmo:buka_jht:tampil
        press a:klaim-jmo:klaim_jht:tampil
        picture page
    """,
    "petugas": """
        start
        write /klaim_jmo
        press a:klaim-jmo:buka_jht:tampil
        press a:klaim-jmo:klaim_jht:tampil
        press t:status-masih-aktif
        press o
        picture petugas-soal
        click Ya, soal itu
        pause
        picture petugas-cabang
        write jember
        pause
        picture petugas-antre
        click Grup petugas
        picture meja-topik
        click JHT-
        picture meja-kartu
        click Ambil
        pause
        tell Selamat pagi Pak, saya Sari. Kami bantu cek status kepesertaannya.
        pause
        picture meja-dipegang
        click HP peserta
        picture petugas-hadir
        tell Terima kasih Bu. Perusahaan saya sudah tutup.
        pause
        picture petugas-dijawab
    """,
}
"""The same with officers at the desk: the page then has a second half."""
