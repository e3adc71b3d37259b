"""The documentation names only files that are there, and every house."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "README.md"])
FOLDERS = "app|content|docs|editorial|flows|handlers|loops|proof|sandbox|store|tests|tools"
NAMED = re.compile(rf"`((?:{FOLDERS})/[\w./-]+)`")
LINKED = re.compile(r"\]\((?!https?:|tel:|#)([\w./-]+)")
MADE_UP = {
    # what an editor is told to make
    "content/faq/pindah-rumah.md",
    "content/guides/cek-saldo/catat_saldo.md",
    "content/guides/ganti-nomor/guide.yaml",
    "content/guides/ganti-nomor/buka_profil.md",
    "content/guides/ganti-nomor/nomor_diganti.md",
    "content/voices/",
    "store/migrations/NNNN_name.sql",
    # what a developer would make
    "content/messages.en.yaml",
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_named_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = {name for name in NAMED.findall(text) if name not in MADE_UP}
    missing = [name for name in named if not (ROOT / name).exists()]
    missing += [link for link in LINKED.findall(text) if not (page.parent / link).exists()]
    assert sorted(missing) == []


def test_every_task_is_in_the_list() -> None:
    tasks = ROOT / "docs" / "tasks"
    listed = set(LINKED.findall((tasks / "README.md").read_text(encoding="utf-8")))
    assert {page.name for page in tasks.glob("*.md")} - {"README.md"} <= listed


def test_the_layout_in_the_readme_is_the_layout() -> None:
    block = (ROOT / "README.md").read_text(encoding="utf-8").split("```")[-2]
    named = re.findall(r"^(\w+)/ ", block, re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    houses = project["tool"]["importlinter"]["root_packages"]
    assert sorted(named) == sorted([*houses, "content", "docs", "tests"])
    assert [name for name in named if not (ROOT / name).is_dir()] == []
