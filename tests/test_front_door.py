"""The front door as editors use it, also where the system writes another code page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import typer

ROOT = Path(__file__).parent.parent


def bot(*arguments: str, said: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as on a Windows of old: pipes in code page 1252."""
    return subprocess.run(
        [sys.executable, "bot.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "BOT_TODAY": "2026-11-20", **env},
        input=said,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )


def test_playing_writes_and_reads_every_character() -> None:
    played = bot("play", "cek-saldo", said="“halo” ✓\nq\n")
    assert (played.returncode, played.stderr) == (0, "")
    assert "── cek-saldo/buka_jht" in played.stdout


def test_an_unknown_guide_is_one_sentence() -> None:
    played = bot("play", "cek-sald")
    assert played.returncode == 2
    assert played.stderr.count("\n") == 1
    assert "cek-saldo" in played.stderr


def test_no_database_is_one_sentence_and_none_is_made(tmp_path: Path) -> None:
    listed = bot("questions", "--days", "7", DATABASE_URL=f"sqlite:///{tmp_path}/none.db")
    assert listed.returncode == 2
    assert "none.db" in listed.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_command_and_option_says_in_indonesian_what_it_does() -> None:
    import bot as door

    program = typer.main.get_command(door.app)
    unsaid = [
        f"{name} {parameter.name}"
        for name, command in program.commands.items()  # type: ignore[attr-defined]
        for parameter in command.params
        if not parameter.help
    ]
    assert unsaid == []
    for command in ([], ["check"], ["bench"]):
        page = bot(*command, "--help").stdout
        assert "Menampilkan bantuan ini" in page
        assert "Options" not in page
