"""E-mail addresses, codes (OTP, PIN) and passwords that a text names as such."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from flows.mask.digits import Piece

_EMAIL: Final = re.compile(
    r"(?<![\w.+\-])[\w.+\-]+(?:"
    r"(?:@| @ | ?\((?:at|et)\)|\[at\]) ?[\w\-]+(?:\.[\w\-]+)+"
    r"|(?:@| @ ?)(?:g?mail|yahoo|ymail|hotmail|outlook|icloud)\b(?:[ ,](?:com|co\.id))?)",
    re.IGNORECASE,
)
_EMAIL_SPOKEN: Final = re.compile(
    r"[\w.+\-]{3,} (?:at|et) (?:gmail|yahoo|ymail|hotmail|outlook|icloud)\b"
    r"(?:[ .,]{1,2}(?:dot |titik )?(?:com|co\.id))?",
    re.IGNORECASE,
)
""" "budi at gmail titik com"."""

_CODE_WORD: Final = (
    r"(?:otp|o\.t\.p|pin|kode ?(?:otp|verifikasi|verif|rahasia|sms|aktivasi|konfirmasi|keamanan|"
    r"akses|login|masuk))(?!\])"
)
_LINK: Final = (
    r"(?:\W|\b(?:saya|sy|aku|gue|gw|nya|itu|ini|adalah|yaitu|jmo|sms|atm|kartu|hp|masuk|dari|tadi|"
    r"yg|yang|di|ke|kode|otp)\b){1,12}"
)
_SHORT: Final = (
    r"(?<![\d\[])(\d(?:[ \-.\x1f]?\d){3,7})"
    r"(?![ ]?(?:\d|menit|detik|kali|x\b|jam|hari|%|tahun))"
)
_NAMED_CODE: Final = re.compile(
    rf"(?<![a-z])(?:{_CODE_WORD}|kode)(?:nya|ku)?(?:{_LINK})?{_SHORT}", re.IGNORECASE
)
_CODE_THEN_NAME: Final = re.compile(
    rf"(?<!\d)(?!(?:19|20)\d\d\s)(\d{{4,8}})(?!\d)"
    rf"(?: ?[=:\-]? ?(?:itu|ini|adalah|kode|sbg|sebagai)){{0,3}} ?{_CODE_WORD}\b",
    re.IGNORECASE,
)
_SIX_NEAR_A_CODE: Final = re.compile(
    rf"(?<![a-z]){_CODE_WORD}\b.{{0,80}}?(?<![\d.,/\-])(?<!rp)(?<!rp )(\d{{3}} ?(?!000)\d{{3}})"
    r"(?![.,/\-]?\d| ?(?:jt|juta|rb|ribu|rupiah))",
    re.IGNORECASE | re.DOTALL,
)
_CARD_CODE: Final = re.compile(
    r"(?<![a-z])(?:cvv|cvc)2?-?(?:nya)?\W{0,3}(\d{3,4})(?!\d)", re.IGNORECASE
)
_PASSWORD_WORD: Final = (
    r"(?<![a-z])(?:pass ?words?|passwd|pass|pasword|passwort|pw|kata sandi|sandi)(?!\])"
)
_PLAIN: Final = (
    r"(?!\[)(?!(?:gimana|gmn|bagaimana|salah|tidak|tdk|gak|ga|lupa|kenapa|knp|apa|cara|tolong|harus|"
    r"minimal|baru|lama|untuk|yang|yg|dan|atau|tapi|saya|sy|aku|akun|jmo|nya|itu|\d{1,2}x?|8|terus)\b)"
)
_PASSWORD: Final = (
    re.compile(
        rf"{_PASSWORD_WORD}(?:nya|ku)?(?: saya| sy| jmo| akun| email)* ?[:=] ?{_PLAIN}(\S+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PASSWORD_WORD}(?:nya|ku)?(?: saya| sy| aku| gw| jmo| akun)*"
        rf"(?: itu| adalah| yaitu| ialah)+ {_PLAIN}([^\s,?]+)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_PASSWORD_WORD}(?:nya|ku)?(?: saya| sy| aku| gw| jmo| akun| baru| lama)* {_PLAIN}"
        r"((?=\S*[A-Za-z])(?=\S*\d)\S{4,}|\d{4,9}\b(?! ?(?:kali|x|karakter|huruf|digit)))",
        re.IGNORECASE,
    ),
)


def secrets(text: str) -> Iterator[Piece]:
    """Every e-mail, named code and named password in `text` (may overlap)."""
    if "@" in text or "t)" in text or "t]" in text:
        for found in _EMAIL.finditer(text):
            yield Piece(*found.span(), "email")
    for found in _EMAIL_SPOKEN.finditer(text):
        yield Piece(*found.span(), "email")
    for pattern in (_NAMED_CODE, _CODE_THEN_NAME, _SIX_NEAR_A_CODE):
        for found in pattern.finditer(text):
            if _is_code(found[0], found[1]):
                yield Piece(*found.span(1), "otp")
    for found in _CARD_CODE.finditer(text):
        yield Piece(*found.span(1), "otp")
    for pattern in _PASSWORD:
        for found in pattern.finditer(text):
            yield Piece(*found.span(1), "sandi")


def _is_code(whole: str, digits: str) -> bool:
    """ "kode pos 17530" never gets here; "kode 040" is too short; "kode 5000000" is money."""
    return not (digits.endswith("0000") and "otp" not in whole.lower())
