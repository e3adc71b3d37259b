"""Every mistake an editor can make, with the whole message it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from editorial.check import CHECKS, READING
from tests.editorial.broken import lay_out, mistakes, problems_of, report


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder `content` as editors see it from the project's root."""
    monkeypatch.chdir(tmp_path)
    return Path("content")


def test_the_base_has_no_problem(content: Path) -> None:
    lay_out(content)
    assert report(problems_of(content)) == "\n"


@pytest.mark.parametrize("mistake", mistakes(), ids=lambda path: path.name)
def test_mistake_gets_its_whole_message(mistake: Path, content: Path) -> None:
    lay_out(content, mistake)
    expected = (mistake / "expected.txt").read_text(encoding="utf-8")
    assert report(problems_of(content)) == expected


def test_every_check_is_shown_by_a_mistake(tmp_path: Path) -> None:
    found: set[str] = set()
    for mistake in mistakes():
        lay_out(tmp_path / mistake.name, mistake)
        found |= {problem.kind for problem in problems_of(tmp_path / mistake.name)}
    assert found == {*READING, *(check.kind for check in CHECKS)}
