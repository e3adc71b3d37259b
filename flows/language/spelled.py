"""Indonesian number words as digits: "dua belas juta lima ratus" becomes "12 juta 500"."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = {
    "nol": 0, "kosong": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5,
    "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "atu": 1, "tigo": 3, "ampat": 4, "anam": 6, "tuju": 7, "lapan": 8, "dlapan": 8, "smbilan": 9,
}  # fmt: skip
_WHOLE: Final = {"sepuluh": 10, "spuluh": 10, "sebelas": 11, "seblas": 11, "seratus": 100}
_TIMES: Final = {"puluh": 10, "ratus": 100}
_ONE_OF: Final = re.compile(
    r"\bse(juta|ribu|miliar|milyar|triliun|hari|minggu|pekan|bulan|bln|tahun|thn)\b"
)
_GLUED: Final = re.compile(rf"\b({'|'.join(_DIGITS)}) ?(?:(b)e?las|(p)uluh?|(r)atus)\b")
"""Written as one word: "limabelas", "duapuluh". A half of it would be a far smaller number."""

_WORD: Final = re.compile(r"[a-z]+")
_COMMA: Final = re.compile(r"\b(\d+) koma (\d)\b")
_HALF_LAST: Final = re.compile(r"\b(\d+) ?(juta|jt|tahun|thn|bulan|bln|miliar) setengah\b")
_HALF_AFTER: Final = re.compile(r"\b(\d+) setengah\b")


def _word_value(word: str, total: int, last: int) -> tuple[int, int] | None:
    """Add a number word to (`total`, `last`), the sum and its open part; None = no number."""
    if word in _WHOLE:
        return total + last, _WHOLE[word]
    if word in _DIGITS:
        return total + last, _DIGITS[word]
    if word == "belas" and 0 < last < 10:
        return total, last + 10
    if word in _TIMES and 0 < last < 10:
        return total + last * _TIMES[word], 0
    return None


def _apart(found: re.Match[str]) -> str:
    tens = {"b": "belas", "p": "puluh", "r": "ratus"}
    return f"{found[1]} {tens[found[2] or found[3] or found[4]]}"


def as_digits(text: str) -> str:
    """`text` (already folded) with number words below a thousand written as digits.

    "setengah" becomes "0,5", "satu setengah" becomes "1,5", "sebulan" becomes "1 bulan".
    Other words are untouched.
    """
    text = _ONE_OF.sub(r"1 \1", text)
    text = _GLUED.sub(_apart, text)
    out: list[str] = []
    total = last = 0
    counting = False
    for piece in text.split(" "):
        step = _word_value(piece, total, last) if _WORD.fullmatch(piece) else None
        if step is not None:
            (total, last), counting = step, True
            continue
        if counting:
            out.append(str(total + last))
            total, last, counting = 0, 0, False
        out.append(piece)
    if counting:
        out.append(str(total + last))
    text = _COMMA.sub(r"\1,\2", " ".join(out))
    text = _HALF_AFTER.sub(r"\1,5", text)
    text = _HALF_LAST.sub(r"\1,5 \2", text)
    return re.sub(r"\bsetengah\b", "0,5", text)
