"""Reads the guides: the list in ``guide.yaml`` and one Markdown file per step."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from editorial.problems import meant
from editorial.reading.draft import GuideDraft, StepDraft
from editorial.reading.explain import build
from editorial.reading.folder import FILE_ID, KEY_ID, Folder
from editorial.reading.page import Doc, in_parts
from flows.content.guide import Ask, End, Guide, Options, RuleName, When

_LIST = "guide.yaml"
_KEYS = frozenset({"ask", "end", "when"})


def read_guides(folder: Folder) -> dict[str, GuideDraft]:
    """Every guide that has a list, by id."""
    read = (_guide(folder, path) for path in folder.entries("guides"))
    return {guide.id: guide for guide in read if guide is not None}


def _guide(folder: Folder, path: Path) -> GuideDraft | None:
    guide_id, rel = path.name, folder.rel(path)
    place = f"panduan `{guide_id}`"
    folder.check_id(guide_id, folder.shown(rel), 1, FILE_ID)
    doc = folder.pairs(f"{rel}/{_LIST}")
    if doc is None:
        what = "Panduan ini tidak punya `guide.yaml`."
        todo = "Tambahkan `guide.yaml` dengan `title`, `about`, dan `steps`, atau hapus folder ini."
        folder.note("berkas", folder.shown(rel), 1, place, what, todo)
        return None
    files: dict[str, Doc] = {}
    for entry in folder.entries(rel, ".md", ".yaml"):
        if entry.suffix == ".md":
            files[entry.stem] = folder.page(entry)
            folder.check_id(entry.stem, files[entry.stem].path, 1, KEY_ID)
        elif entry.name != _LIST:
            todo = f"Di folder ini hanya ada satu berkas .yaml: `{_LIST}`. Pindahkan atau hapus."
            shown = folder.shown(folder.rel(entry))
            folder.note("berkas-asing", shown, 1, "", "Tidak dipakai oleh bot.", todo)
    steps, complete = _steps(folder, doc, files, place)
    pages = tuple(step.page for step in steps if step.page is not None)
    guide: Guide | None = None
    if doc.readable:
        guide, problems = build(Guide, doc, place=place, replaced={"steps": pages}, id=guide_id)
        folder.problems += problems
    whole = complete and len(pages) == len(steps) and not doc.problems
    return GuideDraft(guide_id, doc, steps, complete, files, guide if whole else None)


def _steps(
    folder: Folder, doc: Doc, files: Mapping[str, Doc], place: str
) -> tuple[list[StepDraft], bool]:
    """The steps that could be read, and whether those are all of them."""
    written = doc.get("steps")
    if not isinstance(written, list) or not written:
        if doc.readable:
            what = "Daftar langkah (`steps`) belum ada."
            todo = "Tambahkan `steps:` lalu tiap langkah di baris sendiri: `  - ask: nama_langkah`."
            folder.note("kurang", doc.path, doc.line("steps"), place, what, todo)
        return [], False
    steps = [_step(folder, doc, index, files) for index in range(len(written))]
    return [step for step in steps if step is not None], None not in steps


def _step(folder: Folder, doc: Doc, index: int, files: Mapping[str, Doc]) -> StepDraft | None:
    line = doc.get("steps", index)
    names = {
        key: line[key]
        for key in ("ask", "end")
        if isinstance(line, dict) and isinstance(line.get(key), str)
    }
    at = doc.line("steps", index)
    if len(names) != 1:
        what = "Setiap langkah perlu tepat satu `ask` (pertanyaan) atau `end` (akhir)."
        todo = "Tulis `- ask: nama_langkah` atau `- end: nama_langkah`."
        folder.note("langkah", doc.path, at, f"langkah ke-{index + 1}", what, todo)
        return None
    kind: Literal["ask", "end"] = "ask" if "ask" in names else "end"
    step_id = names[kind]
    place = f"langkah `{step_id}`"
    for key in line:
        if key not in _KEYS:
            todo = f"{meant(key, ['when'])}Di sini hanya `ask` atau `end`, lalu `when`."
            what = f"Kunci `{key}` tidak dikenal."
            at_key = doc.line("steps", index, key)
            folder.note("kunci-asing", doc.path, at_key, place, what, todo)
    when, read = _when(folder, doc, index, place)
    read = read and set(line) <= _KEYS
    page_doc = files.get(step_id)
    page: Ask | End | None = None
    if page_doc is not None:
        for key, _, at_key in page_doc.pairs("options"):
            folder.check_id(key, page_doc.path, at_key, KEY_ID)
        model: type[Ask] | type[End] = Ask if kind == "ask" else End
        parts = in_parts(page_doc) if kind == "end" else {}
        page = folder.model(model, page_doc, place, step_id, when=when, **parts)
    return StepDraft(step_id, kind, index, at, when, read, page_doc, page)


def _when(folder: Folder, doc: Doc, index: int, place: str) -> tuple[When, bool]:
    """The condition of a step, and whether it could be read."""
    written = doc.get("steps", index, "when")
    if "when" not in doc.get("steps", index):
        return None, True
    if isinstance(written, str) and written.strip():
        return RuleName(name=written), True
    if isinstance(written, dict) and written:
        wanted = {key: _keys(value) for key, value in written.items()}
        if all(wanted.values()):
            return Options(wanted=wanted), True
    folder.note(
        "langkah",
        doc.path,
        doc.line("steps", index, "when"),
        f"{place}, kunci `when`",
        "Syarat ini tidak bisa dibaca.",
        "Tulis `when: {langkah: pilihan}`, `when: {langkah: [pilihan, pilihan]}`, "
        "atau nama satu aturan. Berlaku untuk semua? Hapus `when`.",
    )
    return None, False


def _keys(value: Any) -> tuple[str, ...]:
    """`meninggal` or `[resign, phk]` as option keys; empty when it is neither."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    return ()
