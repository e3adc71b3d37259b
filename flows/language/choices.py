"""Answers to a step as people type them. Nothing here raises; it says what was unclear.

Dates are read in `flows.language.dates`, amounts in `flows.language.money`; both are named here
for the conversation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from rapidfuzz import fuzz

from flows.language.dates import parse_date
from flows.language.money import parse_rupiah
from flows.language.spelled import as_digits
from flows.language.understanding import Unclear, Understood, fold, is_question

__all__ = ["Unclear", "Understood", "parse_choice", "parse_date", "parse_rupiah"]

_SAME: Final = {
    **dict.fromkeys(("ya", "iya", "iyah", "iy", "yes", "y", "yup", "yap", "yoi", "yo", "ho", "oh",
                     "he", "betul", "bener", "benar", "btul", "bnr", "inggih", "nggih", "enggih",
                     "iye", "muhun", "ok", "oke", "okay", "okey", "sip", "siap", "setuju"), "ya"),
    **dict.fromkeys(("sudah", "udah", "sdh", "udh", "dah", "uda", "sdah", "suda", "wes", "wis",
                     "udahan", "sudh", "atos", "telah"), "sudah"),
    **dict.fromkeys(("tidak", "tdk", "tak", "ga", "gak", "gk", "g", "nggak", "ngga", "enggak",
                     "engga", "kagak", "kaga", "ndak", "nda", "ora", "no", "tida", "tidk", "gx",
                     "henteu", "teu", "bukan", "bkn", "jangan", "ogah"), "tidak"),
    **dict.fromkeys(("belum", "blm", "blum", "belom", "blom", "bloman", "durung", "acan",
                     "belon", "blon"), "belum"),
    **dict.fromkeys(("tahu", "tau", "taw", "ngerti", "paham", "ingat", "inget", "yakin"), "tahu"),
    "gatau": "tidak tahu", "gaktau": "tidak tahu", "gtw": "tidak tahu", "gatw": "tidak tahu",
    "entah": "tidak tahu", "ntah": "tidak tahu", "lupa": "tidak tahu", "bingung": "tidak tahu",
    "gada": "tidak ada", "gaada": "tidak ada", "gbs": "tidak bisa", "gabisa": "tidak bisa",
    "bs": "bisa", "bsa": "bisa", "masi": "masih", "msh": "masih", "msih": "masih",
    **dict.fromkeys(("thn", "th", "taun"), "tahun"), "ijo": "hijau", "hejo": "hijau",
    "krja": "kerja", "hape": "hp", "handphone": "hp", "ponsel": "hp", "keluar": "berhenti",
    "resign": "berhenti", "brenti": "berhenti", "stop": "berhenti",
    **dict.fromkeys(("nganggur", "menganggur", "pengangguran"), "tidak bekerja"),
    **dict.fromkeys(("semua", "semuanya", "seluruhnya", "sadayana", "kabeh"), "seluruh"),
}  # fmt: skip
_FILLER: Final = frozenset((
    "saya", "sy", "aku", "gw", "gue", "kak", "min", "pak", "bu", "bapak", "ibu", "mas",
    "mbak", "admin", "itu", "yang", "yg", "nya", "sih", "dong", "deh", "kok", "kan",
    "nih", "tuh", "lah", "aja", "saja", "jawaban", "jawab", "pilih", "pilihan", "opsi",
    "nomor", "no", "nomer", "angka", "ke", "di", "kena", "karena", "krn",
))  # fmt: skip
_ORDINAL: Final = re.compile(
    r"(?:yang )?(?:pertama|kesatu)|(?:yang )?ke ?-?(\d+)|(?:yang )?terakhir"
)
_WORDS: Final = re.compile(r"[a-z0-9]+")
_ZERO: Final = "nol"
_NEGATIVE: Final = frozenset({"tidak", "belum"})
_DONE: Final = frozenset((
    "muncul", "tampil", "tampak", "kelihatan", "keliatan", "terlihat", "tekan", "ditekan",
    "pencet", "dipencet", "klik", "diklik", "isi", "diisi", "berhasil", "sukses", "selesai",
    "beres", "lancar", "cocok", "sesuai", "diterima", "terkirim", "begitu", "semua", "seluruh",
))  # fmt: skip
"""What is said of a step that went as it should, beside or instead of "ya"."""

_AFFIRMS: Final = {
    "ya": frozenset({"ya", "sudah", "ada", "bisa", "punya"}),
    "sudah": frozenset({"ya", "sudah"}),
    "ada": frozenset({"ya", "ada", "punya"}),
    "punya": frozenset({"ya", "ada", "punya"}),
    "bisa": frozenset({"ya", "bisa"}),
    "masih": frozenset({"masih", "ya masih"}),
}
"""A first word of agreement, and the first words of the options it can agree to."""

_SAY_LITTLE: Final = _NEGATIVE | _DONE | _AFFIRMS.keys()
"""Alone, these agree or deny; they do not name the option whose words they happen to be in."""

_LIKE: Final = 0.75
"""More alike than this, two words of four letters and more are one with a typing mistake."""

_VAGUE: Final = frozenset({"ya", "ada", "punya", "bisa"})

_LONGEST_ANSWER: Final = 8


def _tokens(text: str) -> list[str]:
    """Words in one spelling, without address and filler."""
    words = " ".join(_SAME.get(word, word) for word in _WORDS.findall(fold(text))).split()
    kept = [word for word in words if word not in _FILLER]
    return [w for i, w in enumerate(kept) if not i or w != kept[i - 1]]


def _number(text: str, count: int) -> int | None:
    """The position somebody meant ("2", "no 2", "yang kedua"), from 1; None = not a position."""
    plain = as_digits(fold(text).replace("kedua", "ke 2").replace("ketiga", "ke 3"))
    plain = re.sub(r"^(?:nomor|nomer|nmr|no|pilihan|pilih|opsi|angka|jawaban)\.? ?", "", plain)
    plain = plain.strip(" .,)(!:-")
    if re.fullmatch(r"\d{1,3}", plain):
        # "nol" is an answer of its own ("saldo nol"), never a position.
        return None if fold(text) == _ZERO else int(plain)
    found = _ORDINAL.fullmatch(plain.replace("keempat", "ke 4"))
    if not found:
        return None
    return int(found[1]) if found[1] else count if "terakhir" in plain else 1


def _likeness(said: list[str], option: list[str]) -> float:
    """0..1: how much of what was said this option covers; 0 when only one of the two denies."""
    words = set(said)
    if bool(_NEGATIVE & words) != bool(_NEGATIVE & set(option)) or "tahu" in words ^ set(option):
        return 0.0
    if _barely_named(said, option):
        return 0.0
    covered = 0.0
    for word in said:
        best = max((_alike(word, other) for other in option), default=0.0)
        covered += best if best > (_LIKE if len(word) > 3 else 0.99) else 0.0
    return covered / len(said)


def _alike(word: str, other: str) -> float:
    """0..1; "nonaktif" is the opposite of "aktif", however like it looks."""
    opposite = word.startswith("non") != other.startswith("non")
    return 0.0 if opposite and word[-3:] == other[-3:] else fuzz.ratio(word, other) / 100


def _barely_named(said: list[str], option: list[str]) -> bool:
    """Whether only a thing in a "Ya, …" was named: "foto" is no "Ya, foto diterima"."""
    if option[:1] != ["ya"] or said[0] in _AFFIRMS or option[-1] in said:
        return False
    return 2 * len(said) < len(option)


def _polarity(said: list[str], options: Mapping[str, list[str]]) -> str | None:
    """The only option that a plain "ya" or "belum" can mean, said with nothing else.

    "Ada 3 kartu" is no yes to "Ya, semua data cocok": every other word has to be one of the option
    or one that only says that it is done. "Ya" agrees to "Sudah berhenti", and "ada" to "Ada kartu
    lama", only where another option denies it.
    """
    first = "ya" if said[0] in _DONE else said[0]
    agreed = _NEGATIVE if first in _NEGATIVE else _AFFIRMS.get(first)
    if agreed is None or "tahu" in said or (agreed is not _NEGATIVE and _NEGATIVE & set(said)):
        return None
    firsts = {key: words[0] for key, words in options.items() if words and "tahu" not in words}
    same = [key for key, word in firsts.items() if {word, " ".join(options[key][:2])} & agreed]
    if len(same) != 1:
        return None
    opposed = len(options) == 1 or bool(_NEGATIVE & set(firsts.values()))
    if first in _VAGUE and firsts[same[0]] != "ya" and not opposed:
        return None
    plain = _NEGATIVE | _DONE | _AFFIRMS.keys() | set(options[same[0]])
    return same[0] if plain.issuperset(said) else None


def parse_choice(
    text: str, options: Mapping[str, str], also: Mapping[str, Sequence[str]] | None = None
) -> Understood[str] | Unclear:
    """The key of the option somebody means by number, label, key or its words. Never raises.

    `also` gives further ways of saying an option, by key ("di-PHK", "dipecat" for `phk`).
    Reasons: `no_such_number`, `question`, `two_choices`, `not_a_choice`.
    """
    ways = {
        key: [_tokens(way) for way in (label, key.replace("_", " "), *(also or {}).get(key, ()))]
        for key, label in options.items()
    }
    number = _number(text, len(options))
    if number is not None:
        return _numbered(number, ways)
    # Letter by letter first: a label such as "Jawaban saya" is all filler.
    named = [key for key, label in options.items() if fold(label) == fold(text)]
    if len(named) == 1:
        return Understood(named[0])
    said = _tokens(text)
    same = [key for key, told in ways.items() if said and said in told]
    if len(same) == 1:
        return Understood(same[0])
    if is_question(text):
        return Unclear("question")
    if not said or len(said) > _LONGEST_ANSWER:
        return Unclear("not_a_choice")
    return _by_words(said, ways)


def _numbered(number: int, ways: Mapping[str, list[list[str]]]) -> Understood[str] | Unclear:
    """The option in this place; "56" may also be the only label that says 56."""
    keys = list(ways)
    if 1 <= number <= len(keys):
        return Understood(keys[number - 1])
    named = [key for key, told in ways.items() if any(str(number) in words for words in told)]
    return Understood(named[0], True) if len(named) == 1 else Unclear("no_such_number")


def _by_words(said: list[str], ways: Mapping[str, list[list[str]]]) -> Understood[str] | Unclear:
    plain = _polarity(said, {key: told[0] for key, told in ways.items()})
    if plain or (len(said) == 1 and said[0] in _SAY_LITTLE):
        return Understood(plain) if plain else Unclear("not_a_choice")
    scored = sorted(
        ((max(_likeness(said, words) for words in told), key) for key, told in ways.items()),
        reverse=True,
    )
    best, key = scored[0] if scored else (0.0, "")
    second = scored[1][0] if len(scored) > 1 else 0.0
    if best >= 0.6 and best - second >= 0.15:
        return Understood(key, approximate=best < 0.8)
    return Unclear("two_choices" if best >= 0.6 else "not_a_choice")
