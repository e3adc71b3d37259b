"""Every mistake an editor can make, with the whole message it gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from editorial.check import CHECKS, READING
from tests.editorial.broken import lay_out, mistakes, problems_of, report, said


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


def test_every_check_is_shown_by_a_mistake() -> None:
    assert said().keys() == {*READING, *(check.kind for check in CHECKS)}
