"""GAYA.md tells the truth: the checker stops its bad examples and lets its good ones pass."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.editorial.broken import lay_out, problems_of

CONTENT = Path(__file__).parent.parent.parent / "content"
SECTIONS = {
    "kalimat panjang": "kalimat-panjang",
    "jargon": "istilah",
    "kata baku": "baku",
    "dua kali ingkar": "ingkar-ganda",
    "lebih dari satu tindakan": "banyak-tindakan",
    "kalimat pasif": "pasif",
}
STEP = (
    "---\noptions:\n  bekerja: Masih bekerja\n  berhenti: Sudah berhenti\n"
    "troubles: [layar-putih]\npicture: layar-contoh\n"
    "stands_on: [klaim-contoh]\n---\n"
)


def examples(section: str, quality: str) -> list[str]:
    """The quoted sentences behind "Buruk" or "Baik" in a section of GAYA.md."""
    guide = (CONTENT / "GAYA.md").read_text(encoding="utf-8")
    body = guide.partition(f"### {section}\n")[2].partition("\n### ")[0]
    row = re.search(rf"^- {quality}: (.*(?:\n  .*)*)", body, re.MULTILINE)
    assert row is not None
    return [" ".join(text.split()) for text in re.findall(r'"([^"]+)"', row[1])]


def kinds(folder: Path, text: str) -> set[str]:
    lay_out(folder)
    shutil.copy(CONTENT / "gaya.yaml", folder / "gaya.yaml")
    (folder / "guides" / "cek-contoh" / "keadaan.md").write_text(STEP + text, encoding="utf-8")
    return {problem.kind for problem in problems_of(folder)}


@pytest.mark.parametrize("section", SECTIONS)
def test_the_bad_example_is_stopped_and_the_good_one_passes(section: str, tmp_path: Path) -> None:
    for number, text in enumerate(examples(section, "Buruk")):
        assert SECTIONS[section] in kinds(tmp_path / f"buruk-{number}", text)
    for number, text in enumerate(examples(section, "Baik")):
        assert SECTIONS[section] not in kinds(tmp_path / f"baik-{number}", text)
