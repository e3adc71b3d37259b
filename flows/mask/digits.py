"""Runs of digits in a text: which are personal numbers, which are money, dates, years or codes.

A run is digits with at most four separators between two of them ("3201-2345 6789.0001", line
breaks and invisible characters included). Pieces of a run that are dates, times, grouped money or
a count are set aside; what remains and has ten digits or more is somebody's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

SEPARATORS: Final = r"\s.,\-/\\()_*:;|'`~+\x1f"
_RUN: Final = re.compile(rf"(?:\(?\+)?\d(?:[{SEPARATORS}]{{0,4}}\d)+")
_CHUNK: Final = re.compile(r"\d+")
_LETTERED_KPJ: Final = re.compile(r"(?<![0-9A-Za-z])\d{2}[A-Za-z]\d{8}(?!\d)")
_NEUTRAL: Final = re.compile(
    r"(?<!\d)(?:"
    r"(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"  # 2026-08-15
    r"|(?:0?[1-9]|[12]\d|3[01])[-/. ]{1,3}(?:0?[1-9]|1[0-2])[-/. ]{1,3}(?:19|20)\d\d"  # 15/08/2026
    r"|(?:0?[1-9]|[12]\d|3[01])[-/](?:0?[1-9]|1[0-2])[-/]\d\d"  # 15-8-26
    r"|[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d{1,2})?(?![.\d])"  # 12.500.000,00
    r"|[1-9]\d{0,2}(?:,\d{3}){1,3}(?:\.\d{1,2})?(?![,\d])"
    r"|(?:[01]?\d|2[0-4])[:.][0-5]\d"  # 08.00
    r"|[1-9]\d{3,5}000"  # 12500000
    r")(?!\d)"
)
_HOURS: Final = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-4])[:.][0-5]\d\s?-\s?(?:[01]?\d|2[0-4])[:.][0-5]\d(?![.\-]?\d)"
)
"""Opening hours, "06.00-22.00": never a number of somebody, whatever word stands before."""
_RUPIAH_BEFORE: Final = re.compile(r"\b(?:rp|idr)\W*$", re.IGNORECASE)
_MONEY_BEFORE: Final = re.compile(
    r"\b(?:saldo|gaji|upah|uang|duit|dana|sebesar|senilai|nominal|total|jumlah|bayar|biaya|"
    r"pesangon|pajak)(?:nya|ku| saya| sy| jht| ada| masih| cuma| sekitar)*\W*$",
    re.IGNORECASE,
)
_MONEY_AFTER: Final = re.compile(r"\s*(?:rupiah|perak|juta|jt|ribu|rb|,-)", re.IGNORECASE)
_OWNER_BEFORE: Final = tuple(
    (kind, re.compile(rf"(?:{words})\W*(?:\w+\W+){{0,2}}$", re.IGNORECASE))
    for kind, words in (
        ("npwp", r"npwp"),
        ("kk", r"\bkk|kartu keluarga"),
        ("nik", r"\bnik|\be?-?ktp"),
        ("kpj", r"\bkpj|no(?:mor)? (?:peserta|kartu|bpjs|jamsostek)"),
        ("rekening", r"\b(?:no)?rek(?:ening)?|\b(?:bca|bri|bni|btn|bsi|mandiri|bank)"),
        ("hp", r"\b(?:no)?(?:hp|wa|whatsapp|telp|telpon|telepon|ponsel|hubungi|kontak)"),
    )
)
_RECEIPT_BEFORE: Final = re.compile(
    r"\b(?:no(?:mor)?|nmr)\W{0,2}(?:laporan|antre?an|antri|tiket|pengaduan|keluhan|registrasi|"
    r"booking|urut|referensi|tanda terima|klaim|pengajuan|kasus|surat)\w*(?: \w+){0,3}\W*$",
    re.IGNORECASE,
)
_BEGINS_WITH_DAY: Final = re.compile(r"20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{0,7}")
"""How offices number what they hand out: the day, then a count."""

_LOOK_BACK: Final = 40


@dataclass(frozen=True, slots=True)
class Piece:
    """A personal number in a text, `start` to `end`, of one kind ("nik", "kpj", ...)."""

    start: int
    end: int
    kind: str


def personal_numbers(text: str) -> Iterator[Piece]:
    """Every personal number in `text` (digits already plain), from left to right."""
    for match in _LETTERED_KPJ.finditer(text):
        yield Piece(match.start(), match.end(), "kpj")
    for run in _RUN.finditer(text):
        if run.end() - run.start() >= 8:
            yield from _in_run(text, run.start(), run.end())


def _in_run(text: str, start: int, end: int) -> Iterator[Piece]:
    chunks = [(m.start(), m.end()) for m in _CHUNK.finditer(text, start, end)]
    parts = [text[a:b] for a, b in chunks]
    length = sum(map(len, parts))
    if length < 8 or _is_count(parts) or all(_is_year(part) for part in parts):
        return
    segments = list(_segments(text, chunks, start, end))
    if length == 16 and any(segments):
        yield Piece(start, end, _owner(text, start) or "nik")
        return
    for segment in segments:
        yield from _in_segment(text, segment)


def _segments(
    text: str, chunks: list[tuple[int, int]], start: int, end: int
) -> Iterator[list[tuple[int, int]]]:
    """The chunks of a run between its dates, times and amounts."""
    neutral = _NEUTRAL if _owner(text, start) is None else _HOURS
    aside = [found.span() for found in neutral.finditer(text, start, end)]
    segment: list[tuple[int, int]] = []
    for chunk in chunks:
        if any(a <= chunk[0] and chunk[1] <= b for a, b in aside):
            yield segment
            segment = []
        else:
            segment.append(chunk)
    yield segment


def _in_segment(text: str, chunks: list[tuple[int, int]]) -> Iterator[Piece]:
    """Cut a segment into numbers: sixteen digits first, then long chunks, then what adds up."""
    while chunks:
        used = _first_number(text, chunks)
        if not used:
            return
        start, end = chunks[0][0], chunks[used - 1][1]
        start -= text[max(0, start - 1) : start] == "+"
        kind = _kind(text, start, end, [text[a:b] for a, b in chunks[:used]])
        if kind:
            yield Piece(start, end, kind)
        chunks = chunks[used:]


def _first_number(text: str, chunks: list[tuple[int, int]]) -> int:
    """How many leading chunks make one number; 0 when nothing is left."""
    total = 0
    for used, (start, end) in enumerate(chunks, 1):
        total += end - start
        if total > 16:
            break
        if total == 16:
            return used
    if chunks[0][1] - chunks[0][0] >= 10:
        return 1
    for used in range(1, len(chunks)):
        start, end = chunks[used]
        if used == 1 and end - start >= 8 and text[slice(*chunks[0])] in {"0", "62", "0062"}:
            return 2
        if end - start >= 10:
            return used
    return len(chunks)


def _kind(text: str, start: int, end: int, parts: list[str]) -> str | None:
    """The kind of number, or None when it is money, years or too short to be anybody's."""
    digits = "".join(parts)
    if _is_money(text, start, end, digits) or all(_is_year(part) for part in parts):
        return None
    if _is_receipt(text, start, digits):
        return None
    owner = _owner(text, start)
    if len(digits) < 10:
        whose = owner or ("hp" if len(digits) == 9 and digits.startswith("08") else None)
        return None if digits.endswith("000") or len(digits) < 8 else whose
    if owner is None and (_is_round(digits) or _in_hundreds(parts)):
        return None
    return owner or ("hp" if text[start] == "+" else _by_shape(digits))


def _by_shape(digits: str) -> str:
    if digits.startswith(("08", "62", "0062")) and len(digits) <= 15:
        return "hp"
    if digits.startswith("8") and len(digits) in {10, 12}:
        return "hp"
    return {16: "nik", 15: "npwp", 11: "kpj"}.get(len(digits), "rekening")


def _is_receipt(text: str, start: int, digits: str) -> bool:
    """ "Nomor laporan Ibu: 2026112400012": of a report or a place in a queue, nobody's secret."""
    before = text[max(0, start - _LOOK_BACK) : start]
    named = _RECEIPT_BEFORE.search(before) is not None
    return named and _BEGINS_WITH_DAY.fullmatch(digits) is not None


def _is_money(text: str, start: int, end: int, digits: str) -> bool:
    """Whether rupiah is said: "Rp" or "rupiah" beside it, or "saldo" before a round amount."""
    if len(digits) > 13 or digits.startswith("0"):
        return False
    before = text[max(0, start - _LOOK_BACK) : start]
    if _MONEY_AFTER.match(text, end) or _RUPIAH_BEFORE.search(before):
        return True
    return (len(digits) < 10 or digits.endswith("000")) and bool(_MONEY_BEFORE.search(before))


def _is_round(digits: str) -> bool:
    phone = digits.startswith(("0", "628"))
    return len(digits) <= 13 and not phone and digits.endswith("00000")


def _in_hundreds(parts: list[str]) -> bool:
    return len(parts) > 1 and all(p.endswith("00") and not p.startswith("0") for p in parts)


def _owner(text: str, start: int) -> str | None:
    """The kind named shortly before ("no rek BCA saya ..."); the nearest name wins."""
    before = text[max(0, start - _LOOK_BACK) : start].rpartition("]")[2]
    found = [
        (match.start(), kind)
        for kind, pattern in _OWNER_BEFORE
        if (match := pattern.search(before))
    ]
    return max(found)[1] if found else None


def _is_year(part: str) -> bool:
    return len(part) == 4 and 1950 <= int(part) <= 2049


def _is_count(parts: list[str]) -> bool:
    """ "1 2 3 4 5 6 7 8 9 10": rising small numbers."""
    if any(len(part) > 2 for part in parts):
        return False
    numbers = [int(part) for part in parts]
    steps = {b - a for a, b in pairwise(numbers)}
    return len(steps) == 1 and min(steps) > 0
