"""One-mistake content folders: a shared valid base, the files of the mistake laid over it."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from editorial.check import check_draft
from editorial.contract.code import DESK, TEXTS, Code, Reader, Reads
from editorial.contract.forms import BUTTON, Message
from editorial.contract.messages import MESSAGES, SAID, SAID_BACK
from editorial.problems import Problem, sort_key
from editorial.reading import read_folder
from flows.content.offices import NATIONAL

ROOT = Path(__file__).parent / "broken_content"
TODAY = date(2026, 11, 20)


@dataclass(frozen=True)
class ExampleRule:
    """A rule of the base's guide, so that the tests do not depend on the bot's own rules."""

    reads: tuple[str, ...]


READER = Reader("penghitung contoh", "flows/contoh.py")
NUMBERS: dict[str, str] = {"masa_tunggu": "bulan", "batas_saldo": "rupiah"}

CODE = Code(
    rules={"contoh_belum_waktunya": ExampleRule(("tanggal_berhenti",))},
    reads=(
        Reads(READER, "langkah", frozenset({"tanggal_berhenti"}), ("cek-contoh",),
              forms={"tanggal_berhenti": "tanggal"}),
        Reads(READER, "pilihan", frozenset({"lama"}), ("cek-contoh", "tanggal_berhenti"),
              whole=True),
        Reads(READER, "dokumen", frozenset({"ktp"}), whole=True),
        Reads(READER, "angka", frozenset(NUMBERS), forms=NUMBERS),
        Reads(READER, "kata", frozenset({"salam"}), ("nada",), whole=True),
        Reads(DESK, "kantor", frozenset({NATIONAL})),
        Reads(TEXTS, "pesan", frozenset(MESSAGES) - {SAID_BACK}, whole=True),
    ),
    promises={"simpan_contoh": "simpan_hari", "simpan_jawaban": 180},
    told="cek-contoh",
)  # fmt: skip


TYPED_IN_BASE = "tanggal_berhenti"
"""The one step of the base at which people type."""


def mistakes() -> list[Path]:
    """Every folder with one mistake."""
    return sorted(path for path in ROOT.iterdir() if path.is_dir() and path.name != "_base")


def lay_out(target: Path, mistake: Path | None = None) -> None:
    """Writes the base, and what a mistake lays over it, into the folder `target`."""
    shutil.copytree(ROOT / "_base", target)
    if mistake is not None:
        shutil.copytree(mistake / "content", target, dirs_exist_ok=True)
    add_messages(target)


def add_messages(target: Path) -> None:
    """Every message the code asks for, below those of the mistake: the base never lacks one."""
    file = target / "messages.yaml"
    written = file.read_text(encoding="utf-8") if file.exists() else ""
    taken = {row.partition(":")[0] for row in written.split("\n")}
    lines = [
        f'{name}: "{_sample(message)}"'
        for name, message in MESSAGES.items()
        if name not in {*taken, SAID_BACK}
    ]
    said = f"{SAID}{TYPED_IN_BASE}"
    if said not in taken and [*target.rglob(f"{TYPED_IN_BASE}.md")]:
        lines.append(f'{said}: "{_sample(MESSAGES[SAID_BACK])}"')
    file.write_text(written + "\n".join(lines) + "\n", encoding="utf-8")


def _sample(message: Message) -> str:
    """The shortest text that shows what it must."""
    begin = "Tombol" if message.form is BUTTON else "Pesan singkat."
    return " ".join([begin, *(f"{{{name}}}" for name in sorted(message.must))])


def problems_of(folder: Path) -> list[Problem]:
    """Everything `bot.py check` reports about a folder."""
    draft = read_folder(folder)
    found = [*draft.problems, *check_draft(draft, TODAY, CODE, language=True)]
    return sorted(found, key=sort_key)


def report(problems: list[Problem]) -> str:
    """The whole message and the kind of problem, as `expected.txt` holds it."""
    return "\n\n".join(f"{problem}\n  Jenis: {problem.kind}" for problem in problems) + "\n"


def said() -> dict[str, set[str]]:
    """What is said about each kind of problem in all `expected.txt`; that they are true is shown
    by `test_mistake_gets_its_whole_message`."""
    found: dict[str, set[str]] = defaultdict(set)
    for mistake in mistakes():
        for block in (mistake / "expected.txt").read_text(encoding="utf-8").split("\n\n"):
            for message in _SAID.finditer(block):
                found[message["kind"]].add(message["what"])
    return found


_SAID = re.compile(
    r"^  (?:Masalah|Peringatan): (?P<what>.*)\n  Perbaiki: .*\n  Jenis: (?P<kind>\S+)$",
    re.MULTILINE | re.DOTALL,
)
