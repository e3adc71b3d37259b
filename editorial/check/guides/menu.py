"""The menu and the commands: every way in leads somewhere, and only once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from editorial.check.context import Context, Finding
from editorial.problems import meant
from editorial.reading.page import Doc
from flows.commands import COMMANDS, MENU_ACTIONS, StaffCommand

_COMMAND: Final = re.compile(r"[a-z][a-z0-9_]{0,31}")
MOST_COMMANDS: Final = 100
"""Telegram's limit, per list."""

_NAMES: Final = {"guide": "Panduan", "topic": "Topik", "action": "Tindakan"}


def menu_lines(context: Context) -> Iterator[Finding]:
    """A menu that is missing, a line that leads nowhere, or one that stands twice."""
    doc = context.draft.menu
    if doc is None:
        path = f"{context.draft.folder}/menu.yaml"
        todo = "Buat `menu.yaml` dengan baris seperti `- guide: cek-hak`."
        yield Finding(path, 1, "", "Berkas `menu.yaml` belum ada.", todo)
        return
    if not doc.readable:
        return
    if not isinstance(doc.data, list) or not doc.data:
        what = "Menu ini kosong atau bukan daftar."
        yield Finding(doc.path, 1, "", what, "Tulis baris seperti `- guide: cek-hak`.")
        return
    first: dict[str, int] = {}
    for index, item in enumerate(doc.data):
        yield from _line(context, doc, index, item, first)


def _line(
    context: Context, doc: Doc, index: int, item: object, first: dict[str, int]
) -> Iterator[Finding]:
    line, place = doc.line(index), f"baris menu ke-{index + 1}"
    key, name = next(iter(item.items())) if isinstance(item, dict) and len(item) == 1 else ("", "")
    if key not in _NAMES or not isinstance(name, str):
        what = "Baris menu perlu tepat satu `guide`, `topic`, atau `action`."
        todo = "Tulis `- guide: …`, `- topic: …`, atau `- action: …`."
        yield Finding(doc.path, line, place, what, todo)
        return
    known = _known(context)[key]
    if name not in known:
        todo = f"{meant(name, known)}Perbaiki namanya, atau hapus baris ini."
        yield Finding(doc.path, line, place, f"{_NAMES[key]} `{name}` tidak ada.", todo)
    same = f"{key}: {name}"
    if same in first:
        what = f"`{same}` sudah ada di baris {first[same]}."
        yield Finding(doc.path, line, place, what, "Hapus salah satu.")
    first.setdefault(same, line)


def _known(context: Context) -> Mapping[str, Collection[str]]:
    return {"guide": context.draft.guides, "topic": context.draft.topics, "action": MENU_ACTIONS}


def commands(context: Context) -> Iterator[Finding]:
    """A command Telegram refuses, one that is taken, or more than Telegram lists."""
    ours = {*COMMANDS, *StaffCommand}
    room = MOST_COMMANDS - len(COMMANDS)
    taken: dict[str, str] = {}
    for guide in context.draft.guides.values():
        command = guide.doc.text("command")
        if command is None:
            continue
        line, place = guide.doc.line("command"), f"panduan `{guide.id}`, kunci `command`"
        if not _COMMAND.fullmatch(command):
            what = f"Perintah `{command}` tidak diterima Telegram."
            todo = "Pakai huruf kecil, angka, dan `_` saja, paling banyak 32, tanpa `/`."
            yield Finding(guide.doc.path, line, place, what, todo)
        elif command in ours:
            what = f"Perintah `{command}` sudah dipakai bot."
            yield Finding(guide.doc.path, line, place, what, "Pilih nama lain.")
        elif command in taken:
            what = f"Perintah `{command}` sudah dipakai di {taken[command]}."
            yield Finding(guide.doc.path, line, place, what, "Pilih nama lain.")
        elif len(taken) >= room:
            what = f"Ini perintah panduan ke-{len(taken) + 1}. Batasnya {room}."
            todo = "Hapus `command` dari panduan yang jarang dibuka; jalan lainnya tetap ada."
            yield Finding(guide.doc.path, line, place, what, todo)
        taken.setdefault(command, f"{guide.doc.path}:{line}")
