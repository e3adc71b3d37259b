"""`bot.py report`: what is written, and that a small figure is nowhere in it."""

from __future__ import annotations

import asyncio
import csv
import io
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from app import report_files
from flows.library import Library
from store.database import Database
from tests.handlers.desk.at_desk import AtDesk
from tools import report
from tools.given import Given
from tools.stopped import StoppedError


def test_a_month_and_the_last_days() -> None:
    since, until = report.period("2026-12", date(2026, 11, 20))
    assert (since.isoformat()[:10], until.isoformat()[:10]) == ("2026-12-01", "2027-01-01")
    since, until = report.period("", date(2026, 11, 20))
    assert (until - since).days == 30
    with pytest.raises(ValueError, match="time data"):
        report.period("november", date(2026, 11, 20))


async def test_small_figures_are_hidden_in_every_form(desk: AtDesk, library: Library) -> None:
    for number in range(5):
        await desk.calls(await desk.person(f"Peserta {number}"))
    await desk.calls(await desk.person("Sendirian"), city="surabaya karimunjawa")
    since, until = report.period("2026-11", date(2026, 11, 20))
    found = await report.read(library, desk.database, since, until)
    assert found.total == "6"
    [branches] = [table for table in found.tables if table.name == "cabang"]
    assert {row[1] for row in branches.rows} == {"<5"}


@pytest.mark.parametrize(("later", "left"), [(-1, "0"), (1, "5")])
async def test_who_is_silent_for_more_than_a_day_has_left_the_guide(
    desk: AtDesk, library: Library, later: int, left: str
) -> None:
    for number in range(5):
        await desk.says(await desk.person(f"Peserta {number}"), "/start klaim-jmo")
    said = [row[0] for row in desk.rows("SELECT changed_at FROM chats")]
    nearest = max(said) if later > 0 else min(said)
    until = datetime.fromtimestamp(nearest, UTC) + timedelta(days=1, seconds=later)
    found = await report.read(library, desk.database, until - timedelta(days=30), until)
    [table] = [table for table in found.tables if table.name == "berhenti"]
    assert [row[2:4] for row in table.rows] == [("5", left)]


async def _made(database: Path) -> None:
    await (await Database.open(database)).close()


def test_files_for_an_empty_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = tmp_path / "bot.db"
    asyncio.run(_made(database))
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{database}")
    monkeypatch.setenv("BOT_TODAY", "2026-11-20")
    out = io.StringIO()
    report.run(Given(), "2026-11", tmp_path, out)
    [table], [picture] = tmp_path.glob("*.csv"), tmp_path.glob("*.png")
    rows = list(csv.reader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1] == ["kasus", "0"]
    with Image.open(picture) as image:
        assert image.width == report_files.WIDTH
    assert "kasus\t0" in out.getvalue()
    with pytest.raises(StoppedError, match="november bukan bulan"):
        report.run(Given(), "november", tmp_path, out)
