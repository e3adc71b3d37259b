"""What `python bot.py check` prints and how it exits."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from flows.rights.cek_hak import GUIDE
from tests.conftest import ROOT as PROJECT
from tests.editorial.broken import CODE, ROOT, TODAY, lay_out
from tools.check import run

CONTENT = PROJECT / "content"


def checked(folder: Path) -> tuple[int, str]:
    out = io.StringIO()
    return run(folder, TODAY, out, CODE), out.getvalue()


def test_clean_content_exits_0(tmp_path: Path) -> None:
    lay_out(tmp_path / "content")
    status, printed = checked(tmp_path / "content")
    assert status == 0
    assert "Tidak ada masalah" in printed
    assert "100 dari 100" in printed


@pytest.mark.parametrize(("mistake", "status"), [("tanpa-pernyataan", 1), ("kalimat-panjang", 0)])
def test_errors_fail_and_warnings_do_not(tmp_path: Path, mistake: str, status: int) -> None:
    lay_out(tmp_path / "content", ROOT / mistake)
    exit_status, printed = checked(tmp_path / "content")
    assert exit_status == status
    first = printed.splitlines()[0]
    path, _, line = first.rpartition(":")
    assert Path(path).is_file()
    assert line.isdigit()


def test_no_folder_is_one_problem(tmp_path: Path) -> None:
    status, printed = shipped_checked(tmp_path / "none")
    assert status == 1
    assert printed.count("Masalah:") == 1
    assert "Folder ini tidak ada." in printed


@pytest.mark.parametrize("part", ["faq", "guides", "statements"])
def test_a_part_of_the_content_is_one_problem(part: str) -> None:
    status, printed = shipped_checked(CONTENT / part)
    assert status == 1
    assert printed.count("Masalah:") == 1, printed
    assert "Ini bukan folder isi" in printed


FILES = ("words", "messages", "offices", "menu", "calo", "words-trust")


def test_files_that_are_missing_are_one_problem_each(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    for name in FILES:
        (folder / f"{name}.yaml").unlink()
    status, printed = shipped_checked(folder)
    assert status == 1
    missing = [f"Masalah: Berkas `{name}.yaml` belum ada." for name in FILES]
    told = [line.strip() for line in printed.splitlines() if "Masalah:" in line]
    assert sorted(told) == sorted(missing)


def test_the_guide_of_the_rules_under_another_name_is_one_problem(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    (folder / "guides" / GUIDE).rename(folder / "guides" / "periksa-hak")
    for file in (*folder.rglob("*.md"), *folder.rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        if GUIDE in text:
            file.write_text(text.replace(GUIDE, "periksa-hak"), encoding="utf-8")
    status, printed = shipped_checked(folder)
    assert status == 1
    assert printed.count("Masalah:") == 1, printed
    assert f"Panduan `{GUIDE}` tidak ada" in printed
    assert "Mungkin maksudnya `periksa-hak`." in printed


def shipped_checked(folder: Path) -> tuple[int, str]:
    """As the bot's own code asks it, on the day the last of our texts was looked at."""
    out = io.StringIO()
    return run(folder, LOOKED_AT, out), out.getvalue()


CHECKED_ON = re.compile(r"^ *checked_on: (\S+)", re.MULTILINE)
LOOKED_AT = max(
    date.fromisoformat(day)
    for file in CONTENT.rglob("*.*")
    if file.suffix in {".md", ".yaml"}
    for day in CHECKED_ON.findall(file.read_text(encoding="utf-8"))
)


def test_signs_in_titles_and_labels_are_what_they_look_like(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    lay_out(folder)
    for name, old, new in (
        ("papers/ktp.md", "label: KTP", "label: 'KTP & \"KK\", asli >'"),
        ("faq/syarat-contoh.md", "title: Apa saja", "title: 'Saldo <15 juta & KK"),
        ("troubles/layar-putih.md", "label: Layar putih saja", "label: Saldo <15 juta"),
        ("guides/cek-contoh/keadaan.md", "bekerja: Masih bekerja", "bekerja: Bekerja & cuti <3"),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    faq = folder / "faq/syarat-contoh.md"
    faq.write_text(faq.read_text(encoding="utf-8").replace("syaratnya?\n", "syaratnya?'\n"))
    status, printed = checked(folder)
    assert (status, "Tidak ada masalah" in printed) == (0, True), printed


def test_a_hard_sentence_lowers_the_score_of_its_text(tmp_path: Path) -> None:
    lay_out(tmp_path / "content", ROOT / "kalimat-panjang")
    _, printed = checked(tmp_path / "content")
    assert "  90: " in printed
    assert "papers/ktp.md" in printed.splitlines()[-1]


def test_a_folder_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    status, printed = checked(tmp_path / "tidak-ada")
    assert status == 1
    assert "tidak-ada:1" in printed


def test_problems_come_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    for mistake in ("tanpa-pernyataan", "angka-bertitik", "kalimat-panjang"):
        lay_out(tmp_path / mistake, ROOT / mistake)
    folder = tmp_path / "tanpa-pernyataan"
    for mistake in ("angka-bertitik", "kalimat-panjang"):
        for path in (ROOT / mistake / "content").rglob("*.*"):
            rel = path.relative_to(ROOT / mistake / "content")
            (folder / rel).write_bytes(path.read_bytes())
    _, printed = checked(folder)
    heads = [row for row in printed.splitlines() if row.startswith(str(folder))]
    assert heads == sorted(heads)
    assert len(heads) == 3
