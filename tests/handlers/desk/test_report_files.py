"""The files of `/laporan`: made after the commit, all of them or a word instead."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from app.reports import ReportFiles
from store.database import Transaction, UnavailableError
from tests.handlers.desk.at_desk import AtDesk


def with_files(desk: AtDesk, folder: Path) -> ReportFiles:
    """Have files made there."""
    known = desk.clock.desk
    files = ReportFiles(folder, known, desk.ticker._database, desk.ticker._sender)
    known.make_files = files.ask
    return files


async def test_files_are_asked_for_where_the_figures_are(desk: AtDesk) -> None:
    """That both arrive needs the wire: `wire/test_offers.py`."""
    case = await desk.opened()
    asked: list[tuple[str, Mapping[str, object]]] = []
    desk.clock.desk.make_files = lambda found, where: asked.append((found.total, where))
    await desk.says(desk.sari, "/laporan", case)
    place = {"chat_id": case.group, "message_thread_id": case.topic}
    assert asked == [("<5", place)]


@pytest.mark.parametrize("broken", ["folder", "csv", "png"])
async def test_files_that_cannot_be_written_are_told_and_the_figures_are_there(
    desk: AtDesk, tmp_path: Path, broken: str
) -> None:
    folder = tmp_path / "reports"
    if broken == "folder":
        folder.write_text("somebody's file")
    else:
        (folder / f"laporan-2026-10-25.{broken}").mkdir(parents=True)
    files = with_files(desk, folder)
    await desk.says(desk.sari, "/laporan", desk.group)
    desk.sees(desk.group, "Laporan 30 hari")
    with capture_logs() as lines:
        await files.once()
    await desk.settle()
    assert "tidak bisa dibuat" in desk.screen(desk.group).text
    assert not desk.of_kind(desk.group, "document")
    assert "report_not_written" in [line["event"] for line in lines]


async def test_of_a_report_that_is_taken_back_no_files_are_made(
    desk: AtDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = with_files(desk, tmp_path)
    commit = Transaction.commit

    async def without_room(transaction: Transaction) -> None:
        if transaction.has_hooks:
            raise UnavailableError("disk is full")
        await commit(transaction)

    monkeypatch.setattr(Transaction, "commit", without_room)
    with pytest.raises(UnavailableError):
        await desk.says(desk.sari, "/laporan", desk.group)
    assert files._asked.empty()
    monkeypatch.undo()
    await desk.settle()
    assert files._asked.qsize() == 1
