"""The texts of a case's card and of the board, each with its form and what it shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from editorial.contract.family import family
from editorial.contract.forms import Message, page, words
from flows.desk.case import CloseReason, Opening
from flows.rights.channels import Channel

CARD_MESSAGES: Final[Mapping[str, Message]] = {
    # The card of a case.
    "kartu_kepala": page("warna", "kasus"),
    "kartu_kantor": page("kantor"),
    "kartu_kata": page("kata"),
    "kartu_menunggu": page("sejak"),
    "kartu_dipegang": page("nama_petugas", may=("sejak",)),
    "kartu_selesai": page("sebab", may=("sejak",)),
    "kartu_soal": page("isi"),
    "kartu_putusan": page("isi"),
    **family("putusan", ("ya", "tidak", "tanya"), words()),
    **family("putusan_kanal", get_args(Channel), words()),
    "putusan_nanti": words("mulai"),
    "putusan_kurang": words("fakta"),
    "kartu_fakta": page("isi"),
    "kartu_fakta_lain": page("isi"),
    "fakta_milik": words("siapa"),
    "kartu_berkas": page("jumlah", "semua"),
    "kartu_berkas_belum": page("isi"),
    "kartu_dokumen": page("isi"),
    "kartu_langkah": page("judul", "langkah", may=("jumlah",)),
    "kartu_kendala": page("kendala"),
    "kartu_riwayat": page("jumlah", may=("isi",)),
    **family("kartu_sebab", CloseReason, words()),
    "kartu_nilai": words("nilai"),
    **family("kartu_asal", Opening, page()),
    "kartu_tulisan": page(),
    "kartu_bot": page(),
    "kartu_selama": page(),
    "kartu_baru": page("jumlah"),
    # The board of a group whose topics cannot keep up.
    "papan_kepala": page(),
    "papan_kasus": page("kasus", may=("warna", "jam")),
    "papan_sisa": page("jumlah"),
    "kartu_cara": page(),
    "kartu_gangguan": page("kendala", "orang", may=("menit",)),
}
