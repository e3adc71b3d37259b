"""Money: whether a text asks for any, under whatever name.

Whoever asks participants for money in our name is a broker; so no officer does, in any words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_AMOUNT: Final = (
    r"(?:(?:rp|idr)\.? ?\d[\d.,]*|\d[\d.,]* ?(?:rb|ribu|juta|jt|rupiah)|\d{2,3}k|"
    r"(?:\w+ )?(?:puluh|belas|ratus) (?:ribu|juta)|(?:seratus|sejuta|\w+) (?:ribu|juta))"
)
_FEE: Final = (
    r"(?:biaya|ongkos|tarif|fee|komisi|imbalan|upah|jasa|dp|deposit|jaminan|tip|"
    r"admin(?:istrasi)?)(?:nya)?"
)
_SHARE: Final = (
    r"(?:\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|dua puluh) ?(?:%|persen)"
)
_GIFT: Final = (
    r"(?:rokok|lelah|kopi|makan|bensin|jasa|muka(?= (?:dulu|sekarang))|pelicin|capek|"
    r"terima kasih|transport|jalan|tip)(?:nya)?"
)
_US: Final = r"(?:(?:tim|pihak|teman) )?(?:kami|saya|sy|petugas|admin|yang mengurus)"

MONEY: Final = re.compile(
    r"\b(?:(?:mohon|tolong|silakan|silahkan|harap|segera|harus|perlu|minta|bisa|ayo|wajib)"
    r"(?: (?!lewat|via|melalui|cara|dengan)\w+){0,2} (?:di)?(?:transfer|tf|trf|bayar|setor|lunasi)"
    r"(?:kan|lah)?"
    r"|(?:^|(?<=^lalu )|(?<=^kemudian ))(?:transfer|tf|trf|bayar|setor|lunasi)(?:kan|lah)?"
    r"(?! (?:iuran|masuk|gagal|berhasil|dari|bank|sendiri|dana))"
    r"|(?:transfer|tf|trf|bayar|setor)(?:kan|lah)? (?:dulu|uang|biaya|dp|rp|sebesar|jaminan|"
    r"deposit|ke (?:saya|kami|rekening (?!bapak|ibu|peserta|anda|atas nama|yang terdaftar|milik)))"
    r"|(?:kirim|setor|bayar|serahkan|siapkan|lunasi|kasih|isi)(?:kan|lah)?(?: \w+){0,2} "
    r"(?:uang|biaya|rp|pulsa|fee|upah|imbalan|ongkos|dp|\d{2,} ?(?:ribu|rb|juta|jt))"
    r"|(?:transfer|tf|bayar|setor|titip)(?:kan|lah)?(?: \w+){0,3} (?:lewat|via|ke|sama) "
    r"(?:saya|kami|sy)|titip uang"
    r"|(?:silakan|silahkan|tolong|mohon|cukup|bisa|harus)(?: \w+){0,2} dp|dp (?:dulu|awal|sekarang)"
    r"|(?:biaya|uang|ongkos)(?:nya)? (?:admin\w*|jasa|pengurusan|proses|percepatan|"
    r"meterai|materai|pendaftaran|pencairan|verifikasi|aktivasi|operasional)(?:nya)?"
    r"|bayar(?:nya)?(?: \w+){0,3} cair"
    rf"|(?:jasa|komisi|fee|imbalan|potongan)(?:nya)?(?: \w+){{0,2}} {_SHARE}"
    r"|(?:kasih|beri|bagi)(?: \w+)? (?:sedikit|rezeki|rejeki)(?: \w+){0,2} (?:untuk|buat) "
    rf"{_US}"
    rf"|uang {_GIFT}|(?:tanda|ucapan) terima kasihnya"
    rf"|{_FEE}(?: \w+){{0,3}}[ :]{_AMOUNT}|{_FEE} (?:belakangan|nyusul|menyusul)"
    r"|(?:dikenakan|dikenai|kena) (?:biaya|ongkos|rp)|ada (?:tarif|ongkos)"
    rf"|(?:percepatan|biar cepat|supaya cepat|agar cepat)(?: \w+){{0,4}}[ :]{_AMOUNT}"
    r"|(?:biaya(?:nya)? |cukup )?seikhlas\w*|biaya(?:nya)? sukarela"
    r"|biaya(?:nya)? (?:sebesar |sekitar |cuma |hanya )*(?:rp ?)?\d[\d.]*"
    r"|(?:potongan|komisi|fee|imbalan|upah|jasa)(?:nya)? (?:sebesar |cukup |cuma |hanya |sekitar )*"
    r"\d+ ?(?:%|persen|rb|ribu|juta|jt)"
    r"|(?:kasi?h?|beri|minta|bagi)(?: \w+){0,2} \d+ ?(?:%|persen)"
    rf"|(?:potong|bagi|sisihkan)(?: \w+){{0,3}} (?:persen|%)(?: \w+){{0,1}} (?:untuk|buat) {_US}"
    r"|(?:lewat|via|pakai|ke) (?:dana|gopay|ovo|shopeepay|linkaja|qris)"
    r"|beli(?:kan)?(?: \w+){0,2} (?:token|voucher|pulsa)"
    r"|rekening (?:saya|kami|petugas|pribadi|penampung\w*|berikut))(?!\w)"
)
_DENIED: Final = re.compile(
    r"\b(?:gratis|tanpa|tidak|tdk|tak|bukan|jangan(?! (?:lupa|ragu))|calo|penipu\w*|waspada|tolak|"
    r"ada yang|orang yang|petugas yang|(?:kalau|jika|bila) ada|siapa pun)\b"
)
"""Beside these, money is spoken of without being asked for."""

_OF_OTHERS: Final = re.compile(
    r"\b(?:bukti|iuran|perusahaan|bpjs|pajak|antarbank|antar bank|dari bank)\b"
)
"""Beside these as well, unless it is plainly to be paid to whoever writes."""

_TO_US: Final = re.compile(
    rf"\b(?:(?!upah|jasa){_FEE}(?: \w+){{0,3}}[ :]{_AMOUNT}|uang {_GIFT}|seikhlas\w*|dulu|"
    r"(?:lewat|via|pakai|ke) (?:dana|gopay|ovo|shopeepay|linkaja|qris|saya|kami|sy|admin|petugas)|"
    r"rekening (?:saya|kami|petugas|pribadi))\b"
)


def money(plain: str) -> Iterator[str]:
    """Each clause of a text (lower case, plain characters) that asks for money."""
    for clause in re.split(r"[.!?;\n,]+(?!\d)", plain):
        clause = clause.strip()
        asked = MONEY.search(clause) and not _DENIED.search(clause)
        if asked and (_TO_US.search(clause) or not _OF_OTHERS.search(clause)):
            yield clause
