"""What keeps a file from being read, said so that an editor without programming can mend it."""

from __future__ import annotations

import re
from typing import Final

import yaml

from editorial.problems import Problem

_SPACES: Final = "Pakai spasi biasa di awal baris, bukan tombol Tab."
_QUOTE: Final = 'Apit seluruh nilainya dengan tanda kutip: kunci: "isi".'
_NO_COLON: Final = "could not find expected ':'"
_EXPLAINED: Final = (
    (
        "mapping values are not allowed",
        "Ada titik dua dan spasi (`: `) di tengah nilai, atau baris ini menjorok terlalu dalam.",
        _QUOTE + " Kalau bukan itu, samakan jorokannya dengan baris di atasnya.",
    ),
    (
        _NO_COLON,
        "Titik dua setelah nama kunci tidak ada.",
        "Tulis `kunci: isi`. Lanjutan kalimat harus menjorok lebih dalam dari kuncinya.",
    ),
    (
        "found unexpected end of stream",
        "Tanda kutip dibuka tetapi tidak ditutup.",
        "Tambahkan tanda kutip penutup di akhir nilai.",
    ),
    (
        "cannot start any token",
        "Nilai ini mulai dengan tanda yang punya arti khusus (`@`, `` ` ``, atau `%`).",
        _QUOTE,
    ),
    ("undefined alias", "Nilai ini mulai dengan `*`, yang punya arti khusus.", _QUOTE),
    ("anchor", "Nilai ini mulai dengan `&` atau `*`, yang punya arti khusus.", _QUOTE),
    ("another document", "Ada baris `---` lebih dari yang diperlukan.", "Hapus baris `---` itu."),
    (
        "unknown escape character",
        "Ada garis miring terbalik (`\\`) di dalam tanda kutip ganda.",
        "Hapus garis miring terbalik itu, atau pakai tanda kutip tunggal.",
    ),
    (
        "sequence entries are not allowed",
        "Daftar (`- `) tidak boleh mulai di baris yang sama dengan kuncinya.",
        "Pindahkan `- ` ke baris berikutnya, menjorok dua spasi.",
    ),
    (
        "comment or line break",
        "Nilai ini mulai dengan `>` atau `|`, yang punya arti khusus.",
        _QUOTE,
    ),
    (
        "',' or ']'",
        "Daftar yang dibuka dengan `[` tidak ditutup dengan `]`.",
        "Tambahkan `]` di akhir daftar.",
    ),
    (
        "',' or '}'",
        "Kurung `{` dibuka tetapi tidak ditutup dengan `}`.",
        "Tambahkan `}`. Kalau itu bagian kalimat, apit seluruh nilainya dengan tanda kutip.",
    ),
)
_UNEXPLAINED: Final = (
    "Susunan di sekitar baris ini tidak bisa dibaca.",
    "Periksa jorokan baris ini dan di atasnya: kunci yang setingkat mulai di kolom yang sama.",
)
_ODD_SPACE: Final = re.compile(r"[ -]*[^\S \t\r\n]")
_PASTED: Final = (
    "Baris ini memuat spasi khusus, biasanya salinan dari Word atau peramban.",
    "Hapus spasi di awal baris ini, lalu ketik lagi dengan tombol spasi.",
)
_TIGHT_DASH: Final = re.compile(r" *-[^\s-]")
_NO_SPACE: Final = (
    "Setelah tanda `-` tidak ada spasi.",
    "Tulis `- isi`: tanda `-`, satu spasi, lalu isinya.",
)
_NO_DASH: Final = (
    "Baris di tengah daftar ini tidak mulai dengan `- `.",
    "Mulai dengan `- `, seperti baris di atasnya.",
)
_UNEVEN: Final = (
    "Baris daftar ini tidak sejajar dengan baris di atasnya.",
    "Samakan jarak dari kiri untuk semua `- ` dalam satu daftar.",
)
_BRACE: Final = (
    "Nilai ini mulai dengan `{`, yang punya arti khusus di awal nilai.",
    _QUOTE,
)
_AFTER_QUOTE: Final = (
    "Ada isi di belakang tanda kutip penutup.",
    "Apit seluruh nilai. Kalau di dalamnya ada tanda kutip, pakai jenis kutip yang lain di luar.",
)


def tabs(shown: str, text: str, first_line: int) -> tuple[Problem, ...]:
    """Every line that is indented with a tab."""
    return tuple(
        Problem("tab", shown, number, "awal baris", "Baris ini menjorok dengan Tab.", _SPACES)
        for number, row in enumerate(text.split("\n"), start=first_line)
        if re.match(r" *\t+\s*\S", row)
    )


_INVISIBLE: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff"
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # these turn what follows around
)


def control_character(shown: str, text: str, first_line: int = 1) -> Problem | None:
    """The first character that belongs in no text (some editors and chats leave them behind)."""
    found = _INVISIBLE.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + first_line
    code = f"U+{ord(found[0]):04X}"
    what = f"Ada tanda tak terlihat ({code}) yang bukan bagian tulisan."
    return Problem("aksara", shown, line, "", what, "Hapus dan ketik ulang baris ini.")


def unopened(shown: str, kind: str = "Berkas") -> Problem:
    """A file or folder (`kind`) that the computer does not hand over."""
    todo = "Tutup program lain yang memakainya, lalu periksa izin membacanya."
    return Problem("berkas", shown, 1, "", f"{kind} ini tidak bisa dibuka.", todo)


def too_deep(shown: str, line: int) -> Problem:
    """Lists in lists in lists: nothing we read looks like this."""
    what = "Terlalu banyak kurung atau daftar di dalam daftar."
    todo = "Hapus kurung yang tidak perlu, atau apit seluruh nilainya dengan tanda kutip."
    return Problem("yaml", shown, line, "", what, todo)


def not_utf8(shown: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    """The file was saved in another encoding than UTF-8."""
    line = raw.count(b"\n", 0, error.start) + 1
    return Problem(
        "aksara",
        shown,
        line,
        "",
        "Berkas ini tidak disimpan sebagai UTF-8.",
        "Di editor pilih Simpan Sebagai, lalu Pengodean: UTF-8.",
    )


def yaml_fault(shown: str, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Problem:
    """PyYAML's complaint in words an editor knows, at the line where the mistake starts."""
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    problem, context = error.problem or "", error.context or ""
    if error.context_mark and ("end of stream" in problem or "flow" in context):
        line = error.context_mark.line
    if "mapping values" in problem and mark and _lacks_colon(text, line, mark.column):
        line, problem = line - 1, _NO_COLON
    found = _in_a_list(text, line, problem)
    if found is None:
        found = line, *_explain(problem, _row(text, line))
    line, what, todo = found
    return Problem("yaml", shown, line + first_line, "", what, todo)


def _in_a_list(text: str, line: int, problem: str) -> tuple[int, str, str] | None:
    """The row that is at fault, often above the complaint, and what is wrong with it."""
    for number, row in enumerate(text.split("\n")[: line + 1]):
        if _ODD_SPACE.match(row):
            return number, *_PASTED
    for near in (line, line - 1):
        row = _row(text, near)
        if _TIGHT_DASH.match(row):
            return near, *_NO_SPACE
        above = _row(text, near - 1)
        if problem == _NO_COLON and _dashed(above) and ":" not in row and _indent(row):
            return near, *_NO_DASH
    if _dashed(_row(text, line)) and _dashed(_row(text, line - 1)):
        uneven = _indent(_row(text, line)) != _indent(_row(text, line - 1))
        return (line, *_UNEVEN) if uneven else None
    return None


def _dashed(row: str) -> bool:
    return row.lstrip().startswith("- ")


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _row(text: str, line: int) -> str:
    rows = text.split("\n")
    return rows[line] if 0 <= line < len(rows) else ""


def _lacks_colon(text: str, line: int, column: int) -> bool:
    """Whether a row is refused only because the key in the row above has no colon."""
    above = _row(text, line - 1)
    return bool(above.strip()) and ":" not in above and ":" not in _row(text, line)[:column]


def _explain(problem: str, row: str) -> tuple[str, str]:
    value = row.partition(":")[2].strip() or row.strip().removeprefix("- ")
    if re.search(r"did not find expected (key|'-')|<block end>", problem):
        if value.startswith("{"):
            return _BRACE
        if value[:1] in {'"', "'"}:
            return _AFTER_QUOTE
        return _UNEXPLAINED
    for sign, what, todo in _EXPLAINED:
        if sign in problem:
            return what, todo
    return _UNEXPLAINED
