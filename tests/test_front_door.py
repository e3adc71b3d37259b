"""The front door as editors use it, also where the system writes another code page."""

from __future__ import annotations

import asyncio
import errno
import io
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer

from bot import app, start
from store.database import Database
from tests.conftest import TODAY, Kept

ROOT = Path(__file__).parent.parent


def bot(*arguments: str, said: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Runs a command as on a Windows of old: pipes in code page 1252."""
    return subprocess.run(
        [sys.executable, "bot.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "BOT_TODAY": TODAY.isoformat(), **env},
        input=said,
        encoding="utf-8",
        errors="surrogateescape",
        capture_output=True,
        check=False,
    )


@dataclass(frozen=True)
class Said:
    """What came of a command."""

    status: int
    error: str


Door = Callable[..., Said]


@pytest.fixture
def door(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], brief_content: Path
) -> Door:
    """The command line without a process of its own, where only its words are looked at."""
    monkeypatch.setenv("CONTENT", str(brief_content))
    monkeypatch.setenv("BOT_TODAY", TODAY.isoformat())

    def typed(*arguments: str, **env: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["bot.py", *arguments])
        for name, value in env.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            start()
        assert isinstance(ended.value.code, int)
        return Said(ended.value.code, capsys.readouterr().err)

    return typed


def test_playing_writes_and_reads_every_character(kept: Kept) -> None:
    played = bot("play", "cek-saldo", said="“halo” ✓\nq\n", CONTENT=str(kept(TODAY)))
    assert (played.returncode, played.stderr) == (0, "")
    assert "── cek-saldo/buka_jht" in played.stdout


def test_an_unknown_guide_is_one_sentence(door: Door) -> None:
    played = door("play", "cek-sald")
    assert played.status == 2
    assert played.error.count("\n") == 1
    assert "cek-saldo" in played.error


@pytest.mark.parametrize("command", ["questions", "report"])
def test_no_database_is_one_sentence_and_none_is_made(
    command: str, tmp_path: Path, door: Door
) -> None:
    listed = door(command, DATABASE_URL=f"sqlite:///{tmp_path}/none.db")
    assert listed.status == 2
    assert "none.db" in listed.error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chek", "Tidak ada perintah `chek`. Mungkin maksudnya `check`."),
        ("zzzz", "Tidak ada perintah `zzzz`."),
        ("paths --sav", "Tidak ada pilihan `--sav`. Mungkin maksudnya `--save`."),
        ("--foo", "Tidak ada pilihan `--foo`."),
        ("play", "Isian `guide` belum ditulis."),
        ("ask berapa saldo saya", "Terlalu banyak isian: `saldo saya`. Kalimat diapit"),
        ("play cek-saldo --save", "Pilihan `--save` perlu isian di belakangnya."),
        ("paths --save=ya", "Pilihan `--save` tidak memakai isian."),
        ("questions --days x", "Isian `--days` harus bilangan bulat"),
        ("questions --days 900", "Isian `--days` paling besar 90."),
        ("ask", "Tulis satu pertanyaan, atau `--jsonl`"),
        ("ask --jsonl saldo", "Tulis satu pertanyaan, atau `--jsonl`"),
        ("decide", "Perintah ini untuk program. Tulis `python bot.py decide --jsonl`."),
        ("play cek-saldo --save 😀", "Judul harus memuat huruf"),
        (f"play cek-saldo --save {'a' * 300}", "Judul paling panjang"),
        ("bench --bots theirs", "theirs tidak ada."),
        ("bench --participants x", "Isian `--participants` berupa bilangan"),
        (f"check {'a' * 300}", "aaa"),
        ("report --month tahun-depan", "tahun-depan bukan bulan."),
        ("report --month 9999-12", "9999-12 bukan bulan."),
    ],
)
def test_what_cannot_be_read_is_told_in_indonesian(typed: str, said: str, door: Door) -> None:
    run = door(*typed.split(), DATABASE_URL="sqlite:///none.db")
    assert run.status == 2
    assert run.error.startswith(said)
    assert len(run.error.splitlines()) <= 2


def test_a_line_that_is_no_utf8_stops_no_other(kept: Kept) -> None:
    questions = '{"q": "cek saldo"}\n{"q": "\udcff"}\n{"q": "\\ud800"}\n{"q": "lupa password"}\n'
    told = bot("ask", "--jsonl", said=questions, CONTENT=str(kept(TODAY)))
    assert (told.returncode, told.stderr) == (1, "")
    assert ["error" in line for line in told.stdout.splitlines()] == [False, True, True, False]


@pytest.mark.parametrize(
    ("command", "stream", "said"),
    [
        ("decide --jsonl", "stdin", "Masukan perintah ini tertutup."),
        ("ask --jsonl", "stdin", "Masukan perintah ini tertutup."),
        ("play cek-saldo", "stdin", "Masukan perintah ini tertutup."),
        ("play cek-saldo", "stdout", "Keluaran perintah ini tertutup."),
        ("ask saldo", "stdout", "Keluaran perintah ini tertutup."),
    ],
)
def test_a_closed_stream_is_one_sentence(
    command: str, stream: str, said: str, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, stream, None)
    run = door(*command.split())
    assert (run.status, len(run.error.splitlines())) == (2, 1)
    assert run.error.startswith(said)


class Full(io.StringIO):
    """A file where nothing more fits."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("command", ["decide --jsonl", "--help"])
def test_a_full_disk_is_one_sentence(
    command: str, door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("{}"))
    monkeypatch.setattr(sys, "stdout", Full())
    run = door(*command.split())
    assert (run.status, len(run.error.splitlines())) == (2, 1)
    assert run.error.startswith("Keluaran tidak bisa ditulis.")


def test_a_day_without_numbers_is_one_sentence(door: Door) -> None:
    run = door("paths", "cek-hak", BOT_TODAY="2000-01-01")
    assert (run.status, len(run.error.splitlines())) == (2, 1)
    assert "BOT_TODAY" in run.error


def test_tables_that_cannot_be_saved_are_one_sentence(
    door: Door, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tools.paths.REVIEWED", tmp_path / "gone")
    run = door("paths", "--save", BOT_TODAY="2026-11-20")
    assert (run.status, len(run.error.splitlines())) == (2, 1)
    assert "Tidak bisa menulis ke" in run.error


READERS = (("questions",), ("report",), ())
"""What opens the database: two commands, and the bot itself."""


def open_with(door: Door, command: tuple[str, ...], database: Path) -> str:
    """The one sentence that comes of it."""
    run = door(*command, DATABASE_URL=f"sqlite:///{database}", SANDBOX_PORT="0", TELEGRAM_TOKEN="")
    assert run.status == 2
    assert len(run.error.splitlines()) == 1, run.error
    assert "DATABASE_URL" in run.error
    return run.error


@pytest.mark.parametrize("command", READERS)
def test_a_database_of_a_later_program_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, door: Door
) -> None:
    database = tmp_path / "later.db"
    with closing(sqlite3.connect(database)) as later, later:
        later.execute("CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
        later.execute("INSERT INTO migrations VALUES (9999, 'later')")
    assert "lebih baru" in open_with(door, command, database)


@pytest.mark.parametrize("command", READERS)
def test_what_is_no_database_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, door: Door
) -> None:
    database = tmp_path / "letter.db"
    database.write_text("Yang terhormat Bapak/Ibu, " * 100, encoding="utf-8")
    assert "bukan database" in open_with(door, command, database)


@pytest.mark.parametrize("command", READERS)
def test_a_database_of_another_program_is_one_sentence_and_stays_its_own(
    command: tuple[str, ...], tmp_path: Path, door: Door
) -> None:
    database = tmp_path / "songs.db"
    with closing(sqlite3.connect(database)) as other, other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = database.read_bytes()
    assert "bukan database Teman JHT" in open_with(door, command, database)
    assert database.read_bytes() == before


def test_an_older_database_is_left_to_the_bot(tmp_path: Path, door: Door) -> None:
    database = tmp_path / "bot.db"
    asyncio.run(_made(database))
    with closing(sqlite3.connect(database)) as older, older:
        older.execute("DELETE FROM migrations WHERE number > 1")
    assert "Jalankan bot sekali" in open_with(door, ("questions",), database)


@pytest.mark.parametrize("command", [("report",), ()])
def test_a_database_that_lost_a_table_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, door: Door
) -> None:
    database = tmp_path / "bot.db"
    asyncio.run(_made(database))
    with closing(sqlite3.connect(database)) as broken, broken:
        broken.execute("DROP TABLE cases")
    assert "tidak ada lagi tabel cases" in open_with(door, command, database)


@pytest.mark.parametrize("command", READERS)
def test_a_folder_is_no_database(command: tuple[str, ...], tmp_path: Path, door: Door) -> None:
    assert "adalah folder" in open_with(door, command, tmp_path)


@pytest.mark.parametrize("command", READERS)
def test_a_database_in_no_folder_is_one_sentence(
    command: tuple[str, ...], tmp_path: Path, door: Door
) -> None:
    assert "tidak ada" in open_with(door, command, tmp_path / "gone" / "bot.db")


def test_a_bot_stopped_while_it_starts_says_nothing(tmp_path: Path) -> None:
    started = subprocess.Popen(
        [sys.executable, "bot.py"],
        cwd=ROOT,
        env={
            **os.environ,
            "DATABASE_URL": f"sqlite:///{tmp_path}/bot.db",
            "SANDBOX_PORT": "0",
            "TELEGRAM_TOKEN": "",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert started.stdout is not None
    started.stdout.readline()
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert errors == ""
    assert started.returncode in (0, 130)


def test_pictures_that_cannot_be_written_are_one_sentence(tmp_path: Path, door: Door) -> None:
    file = tmp_path / "file"
    file.touch()
    run = door("gambar", "--to", str(file / "here"))
    assert (run.status, len(run.error.splitlines())) == (2, 1)
    assert "Tidak bisa menulis ke" in run.error


def test_a_report_that_cannot_be_written_is_one_sentence(tmp_path: Path, door: Door) -> None:
    database = tmp_path / "bot.db"
    asyncio.run(_made(database))
    to = database / "here"
    run = door("report", "--to", str(to), DATABASE_URL=f"sqlite:///{database}")
    assert (run.status, len(run.error.splitlines())) == (2, 1)
    assert "Tidak bisa menulis ke" in run.error


async def _made(database: Path) -> None:
    await (await Database.open(database)).close()


def test_every_command_and_option_says_in_indonesian_what_it_does() -> None:
    program = typer.main.get_command(app)
    unsaid = [
        f"{name} {parameter.name}"
        for name, command in program.commands.items()  # type: ignore[attr-defined]
        for parameter in command.params
        if not parameter.help
    ]
    assert unsaid == []
    for command in ([], ["check"], ["bench"]):
        page = bot(*command, "--help").stdout
        assert "Cara menulis: bot.py" in page
        assert "Menampilkan bantuan ini" in page
        assert re.search("usage|options|args|<", page, re.IGNORECASE) is None
