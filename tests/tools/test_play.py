"""`bot.py play`: a guide in the terminal, and as a test."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flows.library import Library
from tools import play
from tools.given import Given
from tools.stopped import StoppedError
from tools.streams import broken, mended

DAY = date(2026, 11, 20)


def typing(*lines: str) -> play.Read:
    """Somebody who types these lines, and then closes the input."""
    left: Iterator[str] = iter(lines)

    def read(_prompt: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return read


@pytest.fixture
def given(library: Library) -> Given:
    """What a command starts from, with the content that is read already."""
    found = Given()
    vars(found).update(library=library, today=DAY)
    return found


def test_the_end_of_the_input_ends_like_q(library: Library) -> None:
    ended = play.play(library, "cek-saldo", DAY, typing("1"), lambda _: None)
    quit_ = play.play(library, "cek-saldo", DAY, typing("1", "q"), lambda _: None)
    assert ended == quit_
    assert [line for line in ended if line.startswith(">")] == ["> /start cek-saldo", "> 1"]


def test_what_is_played_is_kept_and_not_overwritten(
    given: Given, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(play, "TRANSCRIPTS", tmp_path)
    play.run(given, "cek-saldo", "Saldo nol", typing("1"), lambda _: None)
    file = tmp_path / "cek-saldo-saldo-nol.md"
    assert file.read_text(encoding="utf-8").startswith("# Saldo nol\n\nhari ini: 2026-11-20\n")
    asked: list[str] = []
    with pytest.raises(StoppedError, match="sudah ada"):
        play.run(given, "cek-saldo", "saldo NOL!", typing(), asked.append)
    assert asked == []


def test_what_is_no_character_is_seen_as_such() -> None:
    assert [broken(text) for text in ("saldo 😀", "a\udcff", "\ud83d")] == [False, True, True]
    assert mended("a\udcff 😀") == "a\N{REPLACEMENT CHARACTER} 😀"
