"""The documentation names only what is there (files, names of code, commands), and every house."""

from __future__ import annotations

import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
import typer

from bot import app
from settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "CONTRIBUTING.md", ROOT / "README.md"])
FOLDERS = "app|content|docs|editorial|flows|handlers|loops|proof|sandbox|store|tests|tools"
NAMED = re.compile(rf"`((?:{FOLDERS})/[\w./-]+)`")
SPAN = re.compile(r"`([^`\n]+)`")
BLOCK = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
WORD = re.compile(r"[A-Za-z_]\w*")
COMMAND = re.compile(r"(?:^|`|&& )(?:[A-Z_]+=\S+ )?(?:\S*/)?python ([^`\n#]+)", re.MULTILINE)
READ = {".py", ".sql", ".toml", ".in", ".txt", ".yaml", ".md"}
OTHERS = {"NORMAL", "cmd", "concurrent_updates", "dateparser", "troubles.yaml"}
"""What the pages name of others, or say is not there."""
LINKED = re.compile(r"\]\((?!https?:|tel:|#)([\w./-]+)")
GUIDES = {"README", "gambar"}
"""Pages beside the tasks for developers: the list itself, and one for editors."""
MADE_UP = {
    # what an editor is told to make
    "content/faq/pindah-rumah.md",
    "content/guides/cek-saldo/catat_saldo.md",
    "content/statements/saldo-tetap-bertambah.md",
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


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Every word of the code and the content, every setting, and the names of their files."""
    files = [ROOT / "bot.py", ROOT / "settings.py", ROOT / "pyproject.toml"]
    for house in FOLDERS.replace("docs|", "").split("|"):
        files += [file for file in (ROOT / house).rglob("*") if file.suffix in READ]
    files.remove(Path(__file__))
    found = {name.upper() for name in Settings.model_fields} | {page.name for page in PAGES}
    for file in files:
        found.add(file.name)
        found.update(WORD.findall(file.read_text(encoding="utf-8", errors="ignore")))
    return found


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_name_is_somebodys(page: Path, words: set[str]) -> None:
    """What stands in backticks alone or with dots: `Scene`, `job.follow_up`, `causes.py`."""
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    unknown = []
    for span in SPAN.findall(text):
        name = re.fullmatch(r"(\w[\w.]*)(\(.*\))?", span)
        if name and span not in words | OTHERS and not (ROOT / span).is_file():
            file = Path(span).suffix in READ
            unknown += [span] if file or not {*WORD.findall(name[1])} <= words else []
    assert unknown == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_can_be_typed(page: Path) -> None:
    wrong = [typed for typed in COMMAND.findall(page.read_text(encoding="utf-8")) if _fault(typed)]
    assert wrong == []


def _fault(typed: str) -> bool:
    """Whether what follows `python` is no command of ours, or has an option it does not know."""
    program, *rest = typed.replace("[", "").replace("]", "").split()
    options = {word.partition("=")[0] for word in rest if word.startswith("--")}
    if program == "bot.py":
        commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
        if not rest:
            return False
        if rest[0] not in commands:
            return True
        known = {option for each in commands[rest[0]].params for option in each.opts}
        return not options <= known
    if program != "-m":
        return True
    module, *rest = rest
    if module == "pytest":
        return not all((ROOT / word).exists() for word in rest if word.startswith("tests/"))
    found = find_spec(module)
    if found is None or found.origin is None:
        return True
    source = Path(found.origin).parent if found.submodule_search_locations else Path(found.origin)
    files = source.glob("*.py") if source.is_dir() else [source]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    # An option stands there as it is typed, or as the name of what is given.
    words = {*WORD.findall(text)}
    return not all(option[2:].replace("-", "_") in words for option in options)


def test_every_task_for_developers_ends_with_the_same_line() -> None:
    tasks = [page for page in (ROOT / "docs" / "tasks").glob("*.md") if page.stem not in GUIDES]
    ends = {page.read_text(encoding="utf-8").splitlines()[-1] for page in tasks}
    assert ends == {"`python -m tools.verify` is what CI runs."}


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
