"""Turns a file as read into a model, and pydantic's complaints into sentences with their line."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from flows.page import Doc, Loc
from flows.problems import Problem, listed, meant

M = TypeVar("M", bound=BaseModel)

_NOTHING: Mapping[str, Any] = MappingProxyType({})

_DATE = ("Tanggal ini tidak bisa dibaca.", "Tulis tahun-bulan-hari: 2026-11-20.")
_NUMBER = ("Ini bukan angka.", "Tulis angkanya saja, tanpa titik atau satuan.")
_LIST = ("Di sini perlu daftar.", "Tulis tiap isi di baris sendiri, mulai dengan `- `.")
_TEXT = (
    "Di sini perlu teks.",
    'Apit nilainya dengan tanda kutip: kunci: "isi". Wajib bila mulai dengan `{` atau `[`.',
)
_MAPPING = ("Di sini perlu pasangan kunci dan isi.", "Tulis tiap baris sebagai `kunci: isi`.")
_YES_NO = ("Nilainya harus ya atau tidak.", "Tulis `true` (ya) atau `false` (tidak).")
_BY_TYPE: Mapping[str, tuple[str, str]] = {
    "iso_day": _DATE,
    "date_type": _DATE,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "string_type": _TEXT,
    "mapping_type": _MAPPING,
    "dict_type": _MAPPING,
    "model_type": _MAPPING,
    "bool_parsing": _YES_NO,
    "bool_type": _YES_NO,
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
    written = doc.get(*at)
    if not isinstance(written, dict):
        return None, [_problem("nilai", doc, at, place, *_MAPPING)]
    allowed = _written_names(model) - set(given)
    extra = [key for key in written if key not in allowed]
    problems = [_unknown(doc, (*at, key), place, allowed - set(written)) for key in extra]
    known = {key: value for key, value in _filled(written).items() if key in allowed}
    try:
        built = model.model_validate(known | dict(replaced) | given)
        return (None if problems else built), problems
    except ValidationError as error:
        found = [_explained(model, doc, at, place, item) for item in error.errors()]
        return None, problems + found


def _written_names(model: type[BaseModel]) -> set[str]:
    return {info.alias or name for name, info in model.model_fields.items()} - {"kind"}


def _filled(value: Any) -> Any:
    """Without the keys that were left empty: they mean "not filled in"."""
    if isinstance(value, dict):
        return {key: _filled(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_filled(item) for item in value]
    return value


def _place(place: str, loc: Loc) -> str:
    keys = ", ".join(f"kunci `{part}`" for part in loc if isinstance(part, str))
    return ", ".join(part for part in (place, keys) if part)


def _problem(kind: str, doc: Doc, loc: Loc, place: str, what: str, todo: str) -> Problem:
    return Problem(kind, doc.path, doc.line(*loc), _place(place, loc), what, todo)


def _unknown(doc: Doc, loc: Loc, place: str, allowed: set[str]) -> Problem:
    key = str(loc[-1])
    todo = f"{meant(key, allowed)}Yang masih bisa dipakai di sini: {listed(sorted(allowed))}."
    return _problem("kunci-asing", doc, loc, place, f"Kunci `{key}` tidak dikenal.", todo)


def _explained(
    model: type[BaseModel], doc: Doc, at: Loc, place: str, error: ErrorDetails
) -> Problem:
    loc: Loc = (*at, *error["loc"])
    kind = error["type"]
    context = error.get("ctx", {})
    if kind == "missing":
        return _missing(doc, loc, place)
    if kind == "extra_forbidden":
        return _unknown(doc, loc, place, _nested_names(model, error["loc"][:-1]))
    if kind == "literal_error":
        return _not_allowed(doc, loc, place, str(error["input"]), context)
    what, todo = _BY_TYPE.get(kind) or _sized(kind, context)
    return _problem("nilai", doc, loc, place, what, todo)


def _missing(doc: Doc, loc: Loc, place: str) -> Problem:
    key = str(loc[-1])
    what = f"Kunci `{key}` belum diisi." if loc in doc.lines else f"Kunci `{key}` belum ada."
    todo = _HOW_TO_ADD.get(key, f"Tambahkan baris `{key}: …`.")
    return _problem("kurang", doc, loc, place, what, todo)


_HOW_TO_ADD = {
    "source": "Tambahkan `source: …`: asal isi ini, misalnya Permenaker 4/2022 pasal 8.",
    "checked_on": "Tambahkan `checked_on: …`: tanggal isi ini diperiksa, misalnya 2026-11-20.",
    "from": "Tambahkan `from: …`: tanggal nilai ini mulai berlaku, misalnya 2026-11-20.",
}


def _not_allowed(
    doc: Doc, loc: Loc, place: str, written: str, context: Mapping[str, Any]
) -> Problem:
    names = [part.strip("' ") for part in str(context["expected"]).replace(" or ", ", ").split(",")]
    allowed = [name for name in names if name]
    todo = f"{meant(written, allowed)}Pilihannya: {listed(allowed)}."
    return _problem("nilai", doc, loc, place, f"Nilai `{written}` tidak ada dalam pilihan.", todo)


def _sized(kind: str, context: Mapping[str, Any]) -> tuple[str, str]:
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
