"""The words by which a request is recognised: verbs of asking, denials, whose doing it is.

They are content (``penjaga`` in words.yaml, where each group is explained). What is built of
several words stands here: how secrets are named, places, money, other channels. In lower case, and
only for the guard.
"""

from __future__ import annotations

import re
from typing import Final

from flows.language.wordlist import Part, WordList
from flows.mask.kinds import MOTHERS_NAME


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


PART: Final = Part(
    "penjaga",
    groups=(
        "minta",
        "minta_foto",
        "minta_itu",
        "minta_halus",
        "di_layar",
        "permohonan",
        "mohon",
        "sangkal",
        "sela_sangkal",
        "orang_lain",
        "sudah",
        "sering",
        "pihak_lain",
        "pemisah",
        "basa_basi_akhir",
        "basa_basi",
        "hitungan",
        "letak",
    ),
)
_MAY_I: Final = r"(?:boleh|izin|ijin)(?: (?:saya|kami|sy|minta|untuk))* "
_MAY_I_KNOW: Final = rf"{_MAY_I}(?:tahu|tau|lihat|minta|dapat)"
_MAY_I_SEE: Final = rf"{_MAY_I}(?:lihat|minta)"


class Vocabulary:
    """The guard's words of one word list; each attribute is a group of ``penjaga``."""

    def __init__(self, words: WordList) -> None:
        def verbs(group: str, *besides: str) -> re.Pattern[str]:
            ways = sorted(words.ways(PART.name, group), key=len, reverse=True)
            return _phrases(*(re.escape(way) for way in ways), *besides)

        def listed(group: str) -> frozenset[str]:
            return frozenset(words.ways(PART.name, group))

        self.ask_verbs = verbs("minta", _MAY_I_KNOW)
        self.card_verbs = verbs("minta_foto", _MAY_I_SEE)
        self.say_verbs = verbs("minta_itu")
        self.weak_verbs = verbs("minta_halus")
        self.app_verbs = verbs("di_layar")
        self.please = verbs("permohonan")
        self.requests = listed("mohon")
        self.negations = listed("sangkal")
        self.fillers = listed("sela_sangkal")
        self.others = listed("orang_lain")
        self.done = listed("sudah")
        self.often = listed("sering")
        self.third_parties = listed("pihak_lain")
        self.breaks = listed("pemisah")
        self.tail_fillers = listed("basa_basi_akhir")
        self.bare_fillers = listed("basa_basi")
        self.counted = listed("hitungan")
        self.last_of = listed("letak")


_NO: Final = r"(?:no|nomor|nomer)\W{0,2}"
_YOURS: Final = r"(?:bapak|ibu|pak|bu|anda|saudara)(?:nya)?"

SECRETS: Final = (
    (
        "kode",
        _phrases(
            r"otp(?:nya)?",
            r"kode (?:otp|rahasia|verifikasi|verif|aktivasi|sms|keamanan|akses|unik)(?:nya)?",
            r"(?:kode|angka|digit)(?:nya)? (?:\w+ ){0,3}?(?:sms|wa|whatsapp)",
            r"(?:kode|angka)\W?(?:nya)? (?:(?:yang|yg|sudah|udah|tadi|baru|barusan) )*"
            r"(?:masuk|dikirim|diterima|terkirim)",
            r"(?:6|enam|4|empat) (?:digit|angka)(?:nya)?(?! (?:terakhir|pertama))",
            r"sms(?:nya)? (?:\w+ ){0,3}kode(?:nya)?",
            r"(?:isi )?sms (?:dari |yang |yg )?(?:jmo|bpjs\w*|masuk|tadi)",
        ),
    ),
    ("kode_itu", _phrases(r"kode ?nya", r"kode(?:nya)? (?:itu|tadi)")),
    ("pin", _phrases(r"pin(?:nya)?(?! (?:lokasi|maps?))")),
    ("sandi", _phrases(r"(?:kata )?sandi(?:nya)?", r"pass? ?wo?r?d(?:nya)?", r"pw(?:nya)?")),
    (
        "nik",
        _phrases(
            r"nik(?:nya)?", rf"{_NO}(?:e?ktp|kk|kartu keluarga|induk kependudukan)(?:nya)?",
            r"(?:16|enam belas) (?:angka|digit)(?:nya)?",
        ),
    ),
    (
        "kpj",
        _phrases(
            r"kpj(?:nya)?", rf"{_NO}(?:kartu )?peserta(?:nya)?", rf"{_NO}(?:bpjs|jamsostek)\w*",
        ),
    ),
    (
        "rekening",
        _phrases(
            rf"{_NO}rek(?:ening)?(?:nya)?", r"norek(?:nya)?", r"cvv", rf"{_NO}(?:kartu )?atm",
            rf"rek(?:ening)?(?:nya)? (?:{_YOURS} )?(?:nomor|no)(?:nya)?",
        ),
    ),
    ("npwp", _phrases(rf"(?:{_NO})?npwp(?:nya)?")),
    (
        "lahir",
        _phrases(
            r"(?:tempat(?: dan)? )?(?:tanggal|tgl|tahun|thn|bulan) (?:lahir|kelahiran)(?:nya)?",
            r"ttl(?:nya)?",
        ),
    ),
    (
        "nama",
        _phrases(
            r"nama (?:lengkap|asli|panjang|terang)(?:nya)?",
            r"nama (?:sesuai|di|pada|seperti di) (?:e?ktp|kk|kartu|buku tabungan|rekening)(?:nya)?",
        ),
    ),
    (
        "surel",
        _phrases(
            r"(?<!ke )(?<!lewat )(?<!lwt )(?<!via )(?<!melalui )(?<!di )(?<!dari )(?<!cek )"
            r"(?:alamat )?(?:e-?mail|surel|gmail)(?:nya)?"
            r"(?! (?:ke|resmi|kantor|perusahaan|hrd|verifikasi|konfirmasi|masuk|dari|kami|"
            r"saya|baru))",
        ),
    ),
    (
        "alamat",
        _phrases(
            r"(?<!ke )alamat (?:rumah|lengkap|domisili|tinggal)(?:nya)?",
            r"alamat (?:(?:sesuai|di|pada) )?(?:e?ktp|kk)(?:nya)?",
            rf"alamat {_YOURS}", r"(?:lokasi|titik|patokan) rumah(?:nya)?",
        ),
    ),
    ("ibu", _phrases(*MOTHERS_NAME)),
    ("hp", _phrases(rf"{_NO}(?:hp|wa|whatsapp|telepon|telp|tlp|ponsel|handphone)(?:nya)?")),
    (
        "kartu",
        _phrases(
            r"e?ktp(?:nya)?", r"kk(?:nya)?", r"kartu keluarga(?:nya)?", r"selfie", r"swafoto",
            r"kartu (?:peserta|bpjs|jamsostek|atm|debit)(?:nya)?",
            r"buku (?:tabungan|rekening)(?:nya)?",
        ),
    ),
)  # fmt: skip
"""Kind of secret (as in `flows.mask.kinds`) → how it is named. `kartu` is the picture of a card:
only sending it counts.

`kode_itu` is a code just spoken of: it may be an error code, so only having it sent here counts.
"""

HERE: Final = re.compile(
    r"(?<!bukan )(?<!jangan )(?<!tidak )\b(?:(?:ke|di) ?sini|(?:ke|kepada|pada|sama) "
    r"(?:saya|kami|sy|admin|cs|nomor ini)|(?:di|ke|lewat|via|melalui) (?:chat|obrolan|telegram|"
    r"tele|wa|whatsapp|bot)|chat ini|obrolan ini|japri|balas)\b"
)
"""To the officer, in whatever words."""

_APP: Final = (
    r"(?:jmo|lapak ?asik|layar|kolom|situs|formulir|aplikasi|halaman|akun|menu|siapkerja|sipp|atm|"
    r"pengkinian)"
)
_COUNTER: Final = (
    r"(?:kantor|cabang|loket|175|dukcapil|disdukcapil|bank|hrd|perusahaan|kelurahan|resepsionis|"
    r"satpam)"
)
_TO: Final = (
    r"(?:di|ke|pada|kepada|lewat|lwt|melalui|via|dalam|saat|ketika|waktu|menelepon|telepon) "
    r"(?:(?:aplikasi|menu|layar|kolom|halaman|situs|petugas|bagian|menelepon|tombol|depan) )*"
)
APP_PLACES: Final = re.compile(rf"\b{_TO}{_APP}\b")
"""Where codes and passwords may be typed."""

PLACES: Final = re.compile(rf"\b{_TO}(?:{_APP}|{_COUNTER})\b")
"""Where numbers and cards may be shown."""

BORN: Final = re.compile(
    r"\blahir(?:nya)?(?: pada| di)? (?:(?:tahun|thn|tanggal|tgl|bulan) (?:berapa|brp)|kapan)\b"
    r"|\b(?:kapan|tahun berapa)(?: \w+){0,2} lahir(?:nya)?(?: (?:ya|pak|bu|bapak|ibu))*$"
)
"""A question about somebody's birth that names no date."""

LIVES: Final = re.compile(
    r"\b(?:tinggal|rumah)(?:nya)?(?: \w+){0,2} di (?:jalan|jl|gang|rt|blok) (?:apa|mana|berapa)\b"
)
"""A question about somebody's home that names no address."""

EXCEPT_US: Final = re.compile(
    r"\b(?:kecuali|selain|cukup|hanya)(?: (?:ke|kepada|pada|oleh|sama|kirim|berikan|beri|sebutkan|"
    r"bagikan|dengan|untuk|boleh|bisa))* (?:saya|kami|sy|petugas|admin)\b"
)
""" "Jangan berikan OTP kepada siapa pun, kecuali kepada saya"."""

FOR_A_CHECK: Final = re.compile(
    r"\b(?:untuk|buat|guna) (?:verifikasi|pengecekan|cek|validasi|konfirmasi|pencocokan|proses)\b"
)
""" "Untuk verifikasi data: NIK, nama ibu kandung"."""

ELSEWHERE: Final = re.compile(
    r"\b(?:(?:hubungi|chat|kontak|lanjut(?:kan)?|pindah|sambung|kabari|balas|telepon|telpon|wa|"
    r"kirim(?:kan)?|add|invite|gabung)(?: \w+){0,3} (?:di|ke|lewat|via|melalui|pakai) "
    r"(?:wa|whatsapp|ig|instagram|facebook|fb|messenger|dm|nomor (?:saya|pribadi)|grup)"
    r"|(?:wa|whatsapp|chat|telepon|hubungi|sms) (?:saja )?(?:ke )?nomor (?:ini|berikut|saya)"
    r"|(?:email|e-mail|surel) (?:saya|pribadi)"
    r"|japri|(?:wa|dm|inbox|chat|telepon|nomor) (?:saya|pribadi)|pesan pribadi)\b"
)
NOT_ELSEWHERE: Final = re.compile(
    r"\b(?:jangan|tidak|tdk|tak|bukan|tanpa|ada yang|orang yang|siapa pun|calo|penipu\w*|kalau ada|"
    r"jika ada|keluarga|hrd)\b"
)
