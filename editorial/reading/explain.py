"""Turns a file as read into a model, and pydantic's complaints into sentences with their line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from editorial.problems import Problem, listed, meant, nearest
from editorial.reading.page import Doc, Loc

M = TypeVar("M", bound=BaseModel)

_NOTHING: Mapping[str, Any] = MappingProxyType({})

_DATE = ("Tanggal ini tidak bisa dibaca.", "Tulis tahun-bulan-hari: 2026-11-20.")
_NUMBER = ("Ini bukan angka.", "Tulis angkanya saja, tanpa titik atau satuan.")
_LIST = ("Di sini perlu daftar.", "Tulis tiap isi di baris sendiri, mulai dengan `- `.")
_TEXT = (
    "Di sini perlu teks.",
    'Apit nilainya dengan tanda kutip: kunci: "isi". Wajib bila mulai dengan `{` atau `[`.',
)
MAPPING: Final = ("Di sini perlu pasangan kunci dan isi.", "Tulis tiap baris sebagai `kunci: isi`.")
_YES_NO = ("Nilainya harus ya atau tidak.", "Tulis `true` (ya) atau `false` (tidak).")
_SPAN = ("Jam ini tidak bisa dibaca.", "Tulis jam mulai dan selesai: 08.00-15.00.")
_WEEKDAYS = ("Hari ini tidak bisa dibaca.", "Tulis senin-jumat, atau daftar: [senin, rabu].")
_DEGREES = ("Ini bukan derajat.", "Tulis angkanya dengan titik, misalnya -7.26.")
_OUT_OF_RANGE: Final = "Angka ini di luar yang masuk akal."
_WORD = (
    "Ada isi yang bukan satu kata pendek.",
    "Tulis kata dengan huruf kecil saja, tiga sampai dua belas huruf.",
)
_BY_TYPE: Mapping[str, tuple[str, str]] = {
    "iso_day": _DATE,
    "date_type": _DATE,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "string_type": _TEXT,
    "mapping_type": MAPPING,
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
    "float_parsing": _DEGREES,
    "int_parsing_size": (_OUT_OF_RANGE, "Angkanya terlalu panjang. Periksa lagi."),
    "less_than": ("Nomor ini bukan nomor grup.", "Nomor grup Telegram mulai dengan -100."),
    "time_span": _SPAN,
    "weekdays": _WEEKDAYS,
    "trust_word": _WORD,
    "twice": ("Ada isi yang tertulis dua kali.", "Hapus salah satu."),
    "invisible": (
        "Isinya kosong, atau tidak terlihat.",
        "Tulis dengan huruf atau angka; spasi saja tidak terbaca.",
    ),
    "no_letter": (
        "Isinya tidak bisa diketik orang.",
        "Tulis sedikitnya satu huruf a-z atau satu angka.",
    ),
    "source_date": (
        "Tanggal sumber ini tidak bisa dibaca.",
        "Tulis setepat yang diketahui: 2022, 2022-04, atau 2022-04-26.",
    ),
    "half_an_end": (
        "Akhir pernyataan ini baru separuh.",
        "Tulis `until` (hari terakhir) dan `after` (kalimat sesudahnya), atau hapus keduanya.",
    ),
    "half_a_place": (
        "Letak kota ini baru separuh.",
        "Tulis `kota_lat` dan `kota_lon`, keduanya, atau hapus keduanya.",
    ),
}


def build(
    model: type[M],
    doc: Doc,
    *,
    at: Loc = (),
    place: str = "",
    replaced: Mapping[str, Any] = _NOTHING,
    **given: Any,
) -> tuple[M | None, list[Problem]]:
    """The model of what stands in `doc` at `at`, or the problems that prevent it.

    `given` are fields that come from elsewhere (the id from the file name, the body): editors may
    not write them. `replaced` are fields that editors write and that were read already. `place`
    opens the place of every problem.
    """
    part = _Part(doc, at, place)
    written = doc.get(*at)
    if not isinstance(written, dict):
        return None, [part.problem("nilai", (), *MAPPING)]
    allowed = _written_names(model) - set(given)
    extra = [key for key in written if key not in allowed]
    problems = [part.unknown((key,), allowed - set(written)) for key in extra]
    known = {key: value for key, value in _filled(written).items() if key in allowed}
    try:
        built = model.model_validate(known | dict(replaced) | given)
        return (None if problems else built), problems
    except ValidationError as error:
        misspelt = {nearest(key, allowed - set(written)) for key in extra}
        told = [item for item in _first_causes(error) if misspelt.isdisjoint(item["loc"][:1])]
        return None, problems + [_explained(model, part, item) for item in told]


def _first_causes(error: ValidationError) -> list[ErrorDetails]:
    """Without the complaint that a list is short of the entries that were refused."""
    found = error.errors()
    inside = {item["loc"][:-2] for item in found if len(item["loc"]) > 2}
    return [item for item in found if item["type"] != "too_short" or item["loc"] not in inside]


def _written_names(model: type[BaseModel]) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()} - {"kind"}


def _filled(value: Any) -> Any:
    """Without the keys that were left empty: they mean "not filled in"."""
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value


@dataclass(frozen=True, slots=True)
class _Part:
    """The part of a file a model is built from."""

    doc: Doc
    at: Loc
    place: str

    def problem(self, kind: str, loc: Loc, what: str, todo: str) -> Problem:
        """A problem at `loc` below the part; a whole number there is a place in a list."""
        names = (f"isi ke-{n + 1}" if isinstance(n, int) else f"kunci `{n}`" for n in loc)
        place = ", ".join([*filter(None, [self.place]), *names])
        return Problem(kind, self.doc.path, self.doc.line(*self.at, *loc), place, what, todo)

    def unknown(self, loc: Loc, allowed: set[str]) -> Problem:
        """A key nobody reads."""
        key = str(loc[-1])
        free = f"Yang masih bisa dipakai di sini: {listed(sorted(allowed))}." if allowed else ""
        todo = f"{meant(key, allowed)}{free or 'Hapus kunci ini.'}"
        return self.problem("kunci-asing", loc, f"Kunci `{key}` tidak dikenal.", todo)

    def missing(self, loc: Loc) -> Problem:
        """A key that is needed."""
        key = str(loc[-1])
        there = (*self.at, *loc) in self.doc.lines
        what = f"Kunci `{key}` belum diisi." if there else f"Kunci `{key}` belum ada."
        return self.problem("kurang", loc, what, _HOW_TO_ADD.get(key, f"Tambahkan `{key}: …`."))

    def not_allowed(self, loc: Loc, written: str, expected: str) -> Problem:
        """A value outside a fixed list; `expected` is pydantic's way of listing it."""
        names = [name.strip("' ") for name in expected.replace(" or ", ", ").split(",")]
        allowed = [name for name in names if name]
        todo = f"{meant(written, allowed)}Pilihannya: {listed(allowed)}."
        return self.problem("nilai", loc, f"Nilai `{written}` tidak ada dalam pilihan.", todo)


def _explained(model: type[BaseModel], part: _Part, error: ErrorDetails) -> Problem:
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    if kind == "missing":
        return part.missing(loc)
    if kind == "extra_forbidden":
        return part.unknown(loc, _nested_names(model, loc[:-1]))
    if kind == "literal_error":
        return part.not_allowed(loc, str(error["input"]), str(context["expected"]))
    return part.problem("nilai", loc, *(_BY_TYPE.get(kind) or _sized(kind, context)))


_HOW_TO_ADD = {
    "source": "Tambahkan `source: …`: asal isi ini, misalnya Permenaker 4/2022 pasal 8.",
    "checked_how": "Tambahkan `checked_how: …`: resmi, salinan, telepon, petugas, belum, kami.",
    "ask": "Tambahkan `ask: …`: siapa yang bisa ditanya, misalnya Kantor cabang atau 175.",
    "checked_on": "Tambahkan `checked_on: …`: tanggal isi ini diperiksa, misalnya 2026-11-20.",
    "from": "Tambahkan `from: …`: tanggal nilai ini mulai berlaku, misalnya 2026-11-20.",
}


def _sized(kind: str, context: Mapping[str, Any]) -> tuple[str, str]:
    if kind == "greater_than_equal":
        return _OUT_OF_RANGE, f"Paling kecil {context['ge']:n}. Periksa angkanya, juga minusnya."
    if kind == "less_than_equal":
        return _OUT_OF_RANGE, f"Paling besar {context['le']:n}. Periksa angkanya."
    if kind == "string_too_long":
        most = context["max_length"]
        return f"Teksnya lebih dari {most} huruf.", f"Pendekkan menjadi paling banyak {most} huruf."
    if kind == "string_too_short":
        return "Isinya terlalu pendek untuk berarti.", "Tulis isinya dengan lengkap."
    if kind == "too_long":
        most = context["max_length"]
        return f"Isinya lebih dari {most}.", f"Sisakan paling banyak {most}."
    if kind == "too_short":
        return "Daftar ini masih kosong.", "Isi sedikitnya satu."
    return "Nilai ini tidak bisa dipakai.", "Bandingkan dengan berkas lain yang sejenis."


def _nested_names(model: type[BaseModel], loc: Loc) -> set[str]:
    """The keys allowed in a part of a model (`values` of a number)."""
    for part in loc:
        if isinstance(part, int):
            continue
        info = next((i for n, i in model.model_fields.items() if part in {n, i.alias}), None)
        inner = getattr(info.annotation, "__args__", ()) if info else ()
        found = next((a for a in inner if isinstance(a, type) and issubclass(a, BaseModel)), None)
        if found is None:
            return set()
        model = found
    return _written_names(model)
