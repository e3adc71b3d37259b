"""Secrets in words: the name of the mother, and numbers spelled out digit by digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from flows.mask.digits import Piece
from flows.mask.kinds import MOTHER_IS_CALLED, MOTHERS_NAME

_OWN: Final = r"(?: (?:saya|sy|aku|gw|gue|kami|dari saya|beliau))*"
_LINK: Final = (
    r"(?:\s?[:=,\-]| (?:namanya|nama|adalah|yaitu|ialah|itu|bernama|atas nama|alm|almarhumah))*"
)
_NO_NAME: Final = (
    r"(?!(?:salah|beda|berbeda|tidak|tdk|tak|gak|ga|nggak|belum|blm|sudah|udah|lupa|apa|kenapa|"
    r"bagaimana|gimana|di|ke|dari|dan|atau|yang|yg|untuk|harus|diminta|ditanya|disuruh|minta|buat|"
    r"kok|kalau|kalo|karena|kurang|typo|keliru|terdaftar|tertulis|sama|sesuai|cocok|ini|itu|juga|"
    r"saya|sy|aku|kandung(?:nya|ku)?|nya|apakah|bisa|boleh|perlu|wajib|ada|masih|terus|trus|lewat|pada|oleh|"
    r"meninggal|wafat|punya|mau|kerja|sakit|peserta|ditolak|gagal|error|muncul|kosong|dipakai|"
    r"diganti|ganti|ubah|diubah|cara|bukan|jangan|sampai|saat|waktu|dengan|dgn|tapi|padahal|jht|"
    r"jmo|bpjs|ktp|kk|kpj|nik|otp|adalah|yaitu|ialah|namanya|nama|bernama|atas|alm|almarhumah)\b)"
)
_WORD: Final = rf"{_NO_NAME}(?:i )?[a-z][a-z'.]+"
_MOTHER: Final = re.compile(
    rf"(?<![\w\[])(?:{'|'.join((*MOTHERS_NAME, MOTHER_IS_CALLED))})(?!\]){_OWN}{_LINK}\s{{0,2}}"
    rf"({_WORD}(?: {_WORD}){{0,3}})",
    re.IGNORECASE,
)
_MOTHER_BEHIND: Final = re.compile(
    rf"(?:^|[.,!?\n]\s*)({_WORD}(?: {_WORD}){{0,3}}) (?:itu|adalah|yaitu|ialah|=) "
    r"nama ibu kandung\b",
    re.IGNORECASE,
)
""" "Siti Aminah itu nama ibu kandung saya"."""

_DIGIT: Final = r"(?:nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)"
_RUN: Final = re.compile(
    rf"(?<![a-z])({_DIGIT}(?:[ ,.\-]+(?:{_DIGIT}|\d))+)(?![a-z])", re.IGNORECASE
)
_EACH: Final = re.compile(rf"{_DIGIT}|\d", re.IGNORECASE)
_CODE_BEFORE: Final = re.compile(r"(?<![a-z])(?:otp|pin|kode)\b[^.\n]{0,40}$", re.IGNORECASE)
_BY_LENGTH: Final = {16: "nik", 11: "kpj"}
_MOBILE: Final = ("nol delapan", "kosong delapan", "nol 8", "kosong 8")
_SHORTEST: Final = 10
_CODE: Final = range(4, 9)

WORTH: Final = rf"ibu|mama|emak|bunda|ummi|umi\b|{_DIGIT}[ ,.\-]+(?:{_DIGIT}|\d)"
"""A text without any of this holds nothing for this reader."""


def spoken(text: str) -> Iterator[Piece]:
    """Every secret that `text` says in words."""
    for pattern in (_MOTHER, _MOTHER_BEHIND):
        for found in pattern.finditer(text):
            yield Piece(*found.span(1), "ibu")
    for found in _RUN.finditer(text):
        kind = _kind(found[1].lower(), text[: found.start()])
        if kind:
            yield Piece(*found.span(1), kind)


def _kind(run: str, before: str) -> str | None:
    digits = len(_EACH.findall(run))
    if digits in _CODE and _CODE_BEFORE.search(before):
        return "otp"
    if digits < _SHORTEST:
        return None
    if run.startswith(_MOBILE):
        return "hp"
    return _BY_LENGTH.get(digits, "rekening")
