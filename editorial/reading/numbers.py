"""Reads the dated numbers of ``content/numbers/*.yaml``."""

from __future__ import annotations

from editorial.reading.draft import NumberDraft
from editorial.reading.explain import build
from editorial.reading.folder import KEY_ID, Folder
from editorial.reading.page import Doc
from flows.content.numbers import Dated, Number, WrittenNumber, type_value


def read_numbers(folder: Folder) -> dict[str, NumberDraft]:
    """Every number by id, also those that could not be understood."""
    numbers: dict[str, NumberDraft] = {}
    for path in folder.entries("numbers", ".yaml"):
        doc = folder.pairs(folder.rel(path))
        if doc is None or not doc.readable:
            continue
        for number_id in doc.data:
            if number_id in numbers:
                _taken(folder, doc, number_id, numbers[number_id].doc)
            else:
                numbers[number_id] = _number(folder, doc, number_id)
    return numbers


def _taken(folder: Folder, doc: Doc, number_id: str, first: Doc) -> None:
    what = f"Angka `{number_id}` sudah ada di {first.path}:{first.line(number_id)}."
    place = f"angka `{number_id}`"
    folder.note("kunci-ganda", doc.path, doc.line(number_id), place, what, "Hapus salah satu.")


def _number(folder: Folder, doc: Doc, number_id: str) -> NumberDraft:
    folder.check_id(number_id, doc.path, doc.line(number_id), KEY_ID)
    place = f"angka `{number_id}`"
    written, problems = build(WrittenNumber, doc, at=(number_id,), place=place)
    folder.problems += problems
    number = _typed(folder, doc, number_id, written) if written else None
    return NumberDraft(number_id, doc, number)


def _typed(folder: Folder, doc: Doc, number_id: str, written: WrittenNumber) -> Number | None:
    """The number with typed values in order; None when a value does not fit its unit."""
    entries: dict[object, Dated] = {}
    for index, entry in enumerate(written.values):
        place = f"angka `{number_id}`, nilai ke-{index + 1}"
        at = (number_id, "values", index)
        try:
            value = type_value(written.unit, entry.value)
        except ValueError as error:
            what = f"Nilai `{entry.value}` tidak cocok dengan satuan `{written.unit}`."
            folder.note("nilai", doc.path, doc.line(*at, "value"), place, what, str(error))
            return None
        if entry.from_ in entries:
            what = f"Sudah ada nilai yang mulai {entry.from_.isoformat()}."
            line = doc.line(*at, "from")
            folder.note("kunci-ganda", doc.path, line, place, what, "Hapus salah satu.")
        entries[entry.from_] = Dated(entry.from_, value, entry.stands_on or "")
    ordered = tuple(sorted(entries.values(), key=lambda dated: dated.start))
    return Number(number_id, written.title, written.unit, ordered)
