"""The words by which a request is recognised: secrets, verbs of asking, places, denials.

Only for `flows.guard.asking` and `flows.guard.doubts`. In lower case.
"""

from __future__ import annotations

import re
from typing import Final


def _phrases(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


_NO: Final = r"(?:no|nomor|nomer)\W{0,2}"

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
        _phrases(rf"{_NO}rek(?:ening)?(?:nya)?", r"norek(?:nya)?", r"cvv", rf"{_NO}(?:kartu )?atm"),
    ),
    ("ibu", _phrases(r"(?:nama )?ibu kandung(?:nya)?", r"nama (?:gadis )?ibu(?:nya)?")),
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
"""Kind of secret → how it is named. `kartu` is the picture of a card: only sending it counts.

`kode_itu` is a code just spoken of: it may be an error code, so only having it sent here counts.
"""

ASK_VERBS: Final = _phrases(
    r"kirim(?:kan|in|lah)?", r"minta(?:kan)?", r"sebut(?:kan|in)?", r"berikan",
    r"beri ?tahu(?:kan)?", r"beri (?:kami|saya)", r"kasi?h?(?:kan)? ?ta?hu", r"kasi?h?",
    r"bagikan", r"share", r"spill", r"info(?:kan|in)?", r"informasikan", r"baca(?:kan|in)",
    r"teruskan", r"forward", r"lampirkan", r"tulis(?:kan|in)?", r"cantumkan", r"balas",
    r"sampaikan", r"foto(?:kan|in)", r"pinjam(?:kan)?", r"screenshot", r"ss", r"capture",
    r"(?:di|di )bantu", r"yang (?:kami|saya|sy) (?:butuhkan|perlukan|minta)",
    r"(?:di|di )(?:butuh|perlu)kan",
    r"(?:boleh|izin|ijin)(?: (?:saya|kami|sy|minta|untuk))* (?:tahu|tau|lihat|minta|dapat)",
    r"(?:saya|kami|sy) (?:perlu|butuh|memerlukan|membutuhkan|meminta|ingin tahu|mau tahu)",
)  # fmt: skip
"""An imperative, or an officer's wish: a request unless denied or somebody else's."""

CARD_VERBS: Final = _phrases(
    r"kirim(?:kan|in|lah)?", r"minta(?:kan)?", r"share", r"bagikan", r"lampirkan", r"teruskan",
    r"forward", r"foto(?:kan|in)", r"(?:mem|di)foto(?:kan|in)?", r"dikirim(?:kan|in)?",
    r"mengirim(?:kan)?", r"di kirim(?:kan|in)?", r"di foto(?:kan|in)?", r"screenshot", r"ss",
    r"capture", r"dilampirkan", r"melampirkan", r"unggah", r"upload", r"pinjam(?:kan)?", r"balas",
    r"(?:boleh|izin|ijin)(?: (?:saya|kami|sy|minta|untuk))* (?:lihat|minta)",
    r"(?:saya|kami|sy) (?:perlu|butuh|memerlukan|membutuhkan|meminta)",
)  # fmt: skip
"""Of all verbs, those that hand over a picture."""

SAY_VERBS: Final = _phrases(
    r"kirim(?:kan|in|lah)?", r"sebut(?:kan|in)?", r"baca(?:kan|in)", r"bagikan", r"share",
    r"teruskan", r"forward", r"tulis(?:kan|in)?", r"kasi?h?", r"balas", r"spill",
    r"foto(?:kan|in)", r"isi(?:kan)?", r"ketik(?:kan)?", r"masuk+an", r"masukkan", r"input",
)  # fmt: skip
"""Of all verbs, those that mean a secret named just before ("kirim ke sini ya")."""

WEAK_VERBS: Final = _phrases(
    r"mengirim(?:kan)?", r"menyebut(?:kan)?", r"memberi(?:kan|tahukan|tahu)?", r"membagikan",
    r"menulis(?:kan)?", r"melampirkan", r"memfoto", r"menginfokan", r"menyampaikan",
    r"membacakan", r"dikirim(?:kan|in)?", r"disebut(?:kan|in)?", r"diberi(?:kan|tahukan|tahu)?",
    r"difoto(?:kan|in)?", r"ditulis(?:kan)?", r"dilampirkan", r"diinfokan", r"dibagikan",
    r"dibacakan", r"dishare", r"(?:di)?konfirmasi(?:kan)?", r"diforward", r"diteruskan",
    r"dikasi?h?", r"discreenshot", r"di (?:kirim|sebut|tulis|foto|beri)(?:kan|in)?",
)  # fmt: skip
"""A request only beside one of `REQUESTS` ("mohon NIK-nya dikirim")."""

APP_VERBS: Final = _phrases(
    r"isi(?:kan)?", r"ketik(?:kan)?", r"masuk+an", r"masukkan", r"input", r"unggah", r"upload",
    r"serahkan", r"tunjukkan", r"perlihatkan", r"daftarkan",
)  # fmt: skip
"""What one does in JMO or at the counter: a request only with one of `HERE`."""

REQUESTS: Final = frozenset(
    ("mohon", "tolong", "harap", "silakan", "silahkan", "sila", "diminta", "wajib", "harus",
     "perlu", "bisa", "boleh", "dapat", "minta", "ya", "dong", "ayo", "coba", "segera", "monggo")
)  # fmt: skip

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

NEGATIONS: Final = frozenset(
    ("jangan", "jgn", "jng", "tidak", "tdk", "tak", "gak", "ga", "nggak", "ngga", "enggak",
     "bukan", "tanpa", "dilarang", "stop", "ndak")
)  # fmt: skip

FILLERS: Final = frozenset(
    ("pernah", "perlu", "usah", "akan", "boleh", "harus", "sekali", "kali", "sampai", "mau",
     "lagi", "juga", "dulu", "asal", "sembarangan", "sembarang", "pula", "dan", "atau", "maupun",
     "serta", "foto", "gambar", "meminta", "untuk", "diminta", "memotret", "nomor", "nya")
)  # fmt: skip
"""What may stand between a denial and the verb it denies."""

OTHERS: Final = frozenset(
    ("yang", "yg", "orang", "penipu", "calo", "pihak", "oknum", "mereka", "ia", "dia", "seseorang",
     "perantara", "siapapun", "pun", "jmo", "aplikasi", "sistem", "server", "hrd", "perusahaan",
     "palsu", "gadungan", "ada", "tombol", "menu", "tekan", "klik", "pilih", "bank")
)  # fmt: skip
"""Who else may ask or send: the verb behind them is not the officer's."""

DONE: Final = frozenset(
    ("sudah", "sdh", "udah", "telah", "terlanjur", "pernah", "habis", "setelah", "sesudah",
     "keburu", "sempat", "akan", "sedang", "baru", "otomatis")
)  # fmt: skip
"""Before a verb: it tells what happened or will happen, and asks for nothing."""

OFTEN: Final = frozenset(
    ("sering", "suka", "biasanya", "selalu", "akan", "bisa", "mau", "pernah", "kadang", "langsung",
     "perlu", "harus", "dapat")
)  # fmt: skip
"""What may stand between one of `OTHERS` and what they do."""

THIRD_PARTIES: Final = frozenset(
    ("hrd", "perusahaan", "pihak", "kantor", "petugas", "bank", "dukcapil", "disdukcapil",
     "keluarga", "anak", "saudara", "rt", "rw", "kelurahan", "desa", "bantuan", "tolong", "maaf",
     "surat", "formulir", "cetak", "reset", "atur", "atasan", "bagian", "operator", "pengurus",
     "antrean", "waktu", "ulang", "personalia")
)  # fmt: skip
"""Behind "minta": then nothing is asked of the participant."""

BREAKS: Final = frozenset(
    ("kalau", "jika", "bila", "apabila", "apakah", "ketika", "saat", "setelah", "sesudah",
     "sebelum", "bahwa", "kapan", "untuk", "supaya", "agar", "tanpa", "bila", "ulang", "rekam",
     "perekaman", "selama", "sejak", "tentang", "soal", "mengenai", "cara", "kenapa", "mengapa",
     "bagaimana", "selain", "meski")
)  # fmt: skip
"""Behind such a word something new begins: "kabari saya kalau OTP belum masuk"."""

TAIL_FILLERS: Final = frozenset(
    ("ya", "pak", "bu", "bapak", "ibu", "anda", "dong", "dulu", "saja", "aja", "ke", "sini", "di",
     "kami", "saya", "sy", "kepada", "pada", "sekarang", "segera", "lewat", "via", "chat",
     "obrolan", "telegram", "wa", "whatsapp", "ini", "langsung", "nya", "kak", "mas", "mbak",
     "disini", "kesini", "cepat", "lengkap", "juga", "jmo", "baru", "lama", "deh", "yah", "bot",
     "cukup", "tolong")
)  # fmt: skip

BARE_FILLERS: Final = frozenset(
    ("nya", "pak", "bu", "bapak", "ibu", "anda", "ya", "dong", "dan", "serta", "juga", "tolong",
     "mohon", "nomor", "lengkap", "kak", "mas", "mbak", "sekalian", "atau", "foto", "scan",
     "sesuai")
)  # fmt: skip
"""What a bare demand may contain besides the secret: "NIK dan nama ibu kandungnya ya, Bu"."""

COUNTED: Final = frozenset(
    ("kali", "lama", "menit", "jam", "hari", "digit", "angka", "huruf", "karakter", "banyak",
     "orang", "percobaan", "kira", "persen", "minggu", "bulan", "detik", "jumlah", "lembar",
     "kartu")
)  # fmt: skip
"""Behind "berapa": then a number of times is asked, not the secret."""

PLEASE: Final = _phrases("mohon", "tolong", "minta")
"""Right beside a secret it needs no verb: "mohon nomor KPJ-nya", "NIK-nya tolong"."""

LAST_OF: Final = frozenset({"terakhir", "pertama", "belakang", "depan"})
""""Berapa digit terakhir" asks for the digits, "berapa digit" for their number."""

EXCEPT_US: Final = re.compile(
    r"\b(?:kecuali|selain|cukup|hanya)(?: (?:ke|kepada|pada|oleh|sama|kirim|berikan|beri|sebutkan|"
    r"bagikan|dengan|untuk|boleh|bisa))* (?:saya|kami|sy|petugas|admin)\b"
)
""" "Jangan berikan OTP kepada siapa pun, kecuali kepada saya"."""

FOR_A_CHECK: Final = re.compile(
    r"\b(?:untuk|buat|guna) (?:verifikasi|pengecekan|cek|validasi|konfirmasi|pencocokan|proses)\b"
)
""" "Untuk verifikasi data: NIK, nama ibu kandung"."""

MONEY: Final = re.compile(
    r"\b(?:(?:mohon|tolong|silakan|silahkan|harap|segera|harus|perlu|minta|bisa|ayo|wajib)"
    r"(?: \w+){0,2} (?:di)?(?:transfer|tf|trf|bayar|setor|lunasi)(?:kan|lah)?"
    r"|(?:^|(?<=^lalu )|(?<=^kemudian ))(?:transfer|tf|trf|bayar|setor|lunasi)(?:kan|lah)?"
    r"(?! (?:iuran|masuk|gagal|berhasil|dari|bank|sendiri|dana))"
    r"|(?:transfer|tf|trf|bayar|setor)(?:kan|lah)? (?:dulu|uang|biaya|dp|rp|sebesar|"
    r"ke (?:saya|kami|rekening (?!bapak|ibu|peserta|anda|atas nama|yang terdaftar|milik)))"
    r"|(?:kirim|setor|bayar|serahkan|siapkan|lunasi|kasih|isi)(?:kan|lah)?(?: \w+){0,2} "
    r"(?:uang|biaya|rp|pulsa|fee|upah|imbalan|ongkos|dp|\d{2,} ?(?:ribu|rb|juta|jt))"
    r"|(?:biaya|uang|ongkos)(?:nya)? (?:admin\w*|jasa|pengurusan|proses|percepatan|meterai|materai|"
    r"pendaftaran|pencairan|rokok|lelah|kopi|terima kasih)(?:nya)?"
    r"|biaya(?:nya)? (?:seikhlas\w*|sukarela|(?:sebesar |sekitar |cuma |hanya )*(?:rp ?)?\d[\d.]*)"
    r"|(?:potongan|komisi|fee|imbalan|upah|jasa)(?:nya)? (?:sebesar |cukup |cuma |hanya |sekitar )*"
    r"\d+ ?(?:%|persen|rb|ribu|juta|jt)"
    r"|(?:kasi?h?|beri|minta|bagi)(?: \w+){0,2} \d+ ?(?:%|persen)"
    r"|rekening (?:saya|kami|petugas|pribadi|penampung\w*|berikut))(?!\w)"
)
NO_MONEY: Final = re.compile(
    r"\b(?:gratis|tanpa|tidak|tdk|tak|bukan|jangan(?! (?:lupa|ragu))|calo|penipu\w*|waspada|tolak|"
    r"ada yang|orang yang|siapa pun|bukti|iuran|perusahaan|bpjs|pajak)\b"
)
"""Beside these, money is spoken of without being asked for."""

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
