"""Reads ``content/calo.yaml``: the red flags of brokers, and what is official."""

from __future__ import annotations

from editorial.problems import Problem
from editorial.reading.explain import build
from editorial.reading.folder import Folder
from editorial.reading.page import Doc
from flows.content.calo import CaloSheet, FlagLine
from flows.content.official import OfficialLine


def read_calo(folder: Folder, doc: Doc | None) -> CaloSheet | None:
    """The sheet, or None when there is none or it could not be understood."""
    if doc is None or not doc.readable:
        return None
    sheet: CaloSheet | None = None
    problems = _in_parts(doc)
    if not problems:
        sheet, problems = build(CaloSheet, doc)
    folder.problems += problems
    return sheet


def _in_parts(doc: Doc) -> list[Problem]:
    """The mistakes inside the parts, each with the keys that part may have."""
    problems: list[Problem] = []
    if doc.get("resmi") is not None:
        problems += build(OfficialLine, doc, at=("resmi",), place="bagian `resmi`")[1]
    flags = doc.get("flags")
    first: dict[str, int] = {}
    for number in range(len(flags) if isinstance(flags, list) else 0):
        at, place = ("flags", number), f"tanda ke-{number + 1}"
        flag, wrong = build(FlagLine, doc, at=at, place=place)
        problems += wrong
        if flag is not None and first.setdefault(flag.id, number) != number:
            what = f"Tanda `{flag.id}` sudah ada di baris {doc.line('flags', first[flag.id])}."
            line, todo = doc.line(*at, "id"), "Hapus salah satu, atau beri nama lain."
            problems.append(Problem("kunci-ganda", doc.path, line, place, what, todo))
    return problems
