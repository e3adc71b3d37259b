"""docs/panduan-editor.md does what it says: its edits pass the check, its table is true."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from editorial.check import CHECKS, READING, check_draft
from editorial.contract.code import Code
from editorial.load import load
from editorial.reading import read_folder
from flows.walk import locate
from tests.editorial.broken import add_messages, said

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "panduan-editor.md").read_text(encoding="utf-8")
BLOCK = r" *```\w*\n(.*?)\n *```"
CHANGED = re.compile(
    rf"Buka `(content/[^`]+)`\. Cari:\n+{BLOCK}\n+ *Ubah menjadi:\n+{BLOCK}", re.DOTALL
)
CREATED = re.compile(rf"Buat berkas `(content/[^`]+)`:\n+{BLOCK}", re.DOTALL)
ROW = re.compile(r"^\| (.+?) <!-- ([a-z-]+) --> \| (.+) \| (.+) \|$", re.MULTILINE)
TASKS = ("Mengubah kalimat", "Menulis pernyataan", "Menambah cara bertanya", "Menambah topik",
         "Mengubah angka", "Menambah langkah", "Menambah panduan")  # fmt: skip


def rows() -> list[tuple[str, str]]:
    return [(message, kind) for message, kind, _wrong, _right in ROW.findall(GUIDE)]


def section(title: str) -> str:
    return GUIDE.partition(f"\n## {title}")[2].partition("\n## ")[0]


def written(block: str) -> str:
    """A block of the guide without the indentation of its list."""
    return "\n".join(line.removeprefix("   ") for line in block.split("\n"))


def do(task: str, root: Path) -> None:
    """Does what a section says, letter by letter."""
    text = section(task)
    for path, before, after in CHANGED.findall(text):
        file = root / path
        content = file.read_text(encoding="utf-8")
        assert content.count(written(before)) == 1, path
        file.write_text(content.replace(written(before), written(after)), encoding="utf-8")
    for path, block in CREATED.findall(text):
        file = root / path
        assert not file.exists(), path
        file.parent.mkdir(exist_ok=True)
        file.write_text(written(block) + "\n", encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The small content of the exercises, as it was when the guide was written."""
    shutil.copytree(Path(__file__).parent / "exercises" / "content", tmp_path / "content")
    add_messages(tmp_path / "content")
    return tmp_path


@pytest.mark.parametrize("task", TASKS)
def test_a_task_done_as_written_passes_the_check(task: str, copy: Path, today: date) -> None:
    before = [path.read_bytes() for path in sorted(copy.rglob("*.*"))]
    do(task, copy)
    assert [path.read_bytes() for path in sorted(copy.rglob("*.*"))] != before
    draft = read_folder(copy / "content")
    problems = [*draft.problems, *check_draft(draft, today, Code({}), language=True)]
    assert "\n\n".join(map(str, problems)) == ""


def test_all_tasks_together_change_what_they_promise(copy: Path, today: date) -> None:
    for task in TASKS:
        do(task, copy)
    library = load(copy / "content", today, Code({})).library
    assert library is not None
    asked = {
        "duit jht kok blm nongol di atm": "klaim-berapa-lama-cair",
        "udah pindah kota alamat jamsostek masih yg lama": "pindah-rumah",
    }
    assert {text: library.ears.hear(text, today).topics.best for text in asked} == asked
    days = (today, date(2027, 1, 1))
    assert [library.numbers.value("jmo_batas_saldo", day) for day in days] == [
        15_000_000,
        20_000_000,
    ]
    answers = {"buka_jht": "tampil", "tekan_cek_saldo": "tampil", "jumlah_kartu": "satu"}
    shown = {**answers, "lihat_saldo": "tampil"}
    position = locate(library.guides["cek-saldo"], shown, library.numbers, today)
    assert position.step.id == "catat_saldo"
    assert "ganti-nomor" in [item.guide for item in library.menu]


def test_every_kind_of_problem_stands_in_the_table() -> None:
    explained = {kind for _, kind in rows()}
    assert explained == {*READING, *(check.kind for check in CHECKS)}


def test_every_row_quotes_what_the_check_really_says() -> None:
    true = said()
    unsaid = [
        (kind, message)
        for message, kind in rows()
        if not any(pattern(message).fullmatch(what) for what in true[kind])
    ]
    assert unsaid == []


def pattern(message: str) -> re.Pattern[str]:
    """The message with `…` for any words."""
    return re.compile(".+".join(re.escape(part) for part in message.split("…")), re.DOTALL)


def test_every_command_of_the_guide_exists() -> None:
    import bot

    known = {
        command.name or command.callback.__name__
        for command in bot.app.registered_commands
        if command.callback
    }
    named = set(re.findall(r"python bot\.py ([a-z]+)", GUIDE))
    assert named <= known
    assert {"check", "ask", "play", "paths", "questions"} <= named


def test_every_path_of_the_guide_exists() -> None:
    fresh = {path for path, _ in CREATED.findall(GUIDE)}
    named = set(re.findall(r"`(content/[\w./-]+)`", GUIDE)) - fresh
    assert [path for path in sorted(named) if not (ROOT / path).exists()] == ["content/voices/"]
