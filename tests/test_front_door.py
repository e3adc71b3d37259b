"""`python bot.py` as an operator meets it: what is wrong is one sentence and exit status 2."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from settings import Settings
from store.instance import only_one

ROOT = Path(__file__).parent.parent
NOWHERE = "http://127.0.0.1:9"


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k.lower() not in Settings.model_fields}
    return subprocess.run(
        [sys.executable, str(ROOT / "bot.py"), *arguments],
        cwd=ROOT,
        env={**kept, "CONTENT": str(ROOT / "content"), **settings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"TELEGRAM_TOKEN": "no-token"}, "TELEGRAM_TOKEN is not a bot token"),
        ({"TELEGRAM_TOKEN": "1:ABC", "TELEGRAM_API": "http://example.org"}, "plain http"),
        ({"TELEGRAM_TOKEN": "1:ABC", "DATABASE_URL": "sqlite:////no/such/x.db"}, "does not exist"),
        ({"TELEGRAM_TOKEN": "1:ABC", "DATABASE_URL": "sqlite:////dev/null/x.db"}, "DATABASE_URL"),
        ({"CONTENT": "tests"}, "CONTENT: tests has errors"),
        ({"SANDBOX_PORT": "1000000"}, "SANDBOX_PORT"),
    ],
)
def test_a_wrong_setting_stops_with_a_sentence(settings: dict[str, str], said: str) -> None:
    done = run(**{"TELEGRAM_API": NOWHERE, **settings})
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_second_instance_on_a_database_says_so(tmp_path: Path) -> None:
    database = tmp_path / "bot.db"
    with only_one(database):
        done = run(
            TELEGRAM_TOKEN="1:ABC", TELEGRAM_API=NOWHERE, DATABASE_URL=f"sqlite:///{database}"
        )
    assert done.returncode == 2
    assert "already running" in done.stderr


def test_check_says_what_is_wrong_and_exits_with_one(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    (content / "guides" / "klaim-jmo" / "buka_jht.md").unlink()
    done = run("check", str(content), BOT_TODAY="2026-11-20")
    assert done.returncode == 1
    assert "klaim-jmo" in done.stdout


def test_check_of_the_shipped_content_is_clean() -> None:
    assert run("check", BOT_TODAY="2026-11-20").returncode == 0


def test_an_unknown_guide_is_named_with_those_there_are() -> None:
    done = run("paths", "klaim-jm", BOT_TODAY="2026-11-20")
    assert done.returncode == 2
    assert "klaim-jmo" in done.stderr
