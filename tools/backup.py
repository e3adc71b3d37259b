"""`python bot.py backup FILE`: a copy of the database, also beside a running bot."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from app.refused import RefusedError
from flows.desk.hours import spoken_moment
from flows.desk.wait import spoken_minutes
from store.backup import Copy, back_up
from tools.files import remembered, written
from tools.given import Given


def run(given: Given, file: Path, force: bool, out: TextIO) -> None:
    """Writes the copy and says what it holds.

    Raises StoppedError without a database, where nothing can be written, for a damaged database,
    and for a file that is there already, unless `force`.
    """
    database = given.settings.database_path
    began = time.monotonic()
    with remembered(database):
        _may_be_written(file, database, force)
        with written(file.absolute().parent):
            found = asyncio.run(back_up(database, file))
    print(f"Cadangan tersimpan: {file}", file=out)
    seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
    print(f"Ukuran: {size_of(found)}. Selesai dalam {seconds} detik.", file=out)
    print(newest_in(found), file=out)


def _may_be_written(file: Path, database: Path, force: bool) -> None:
    if file.is_dir():
        raise RefusedError(f"{file} adalah folder. Tulis nama berkas di dalamnya.")
    if file.exists() and file.samefile(database):
        raise RefusedError(f"{file} adalah database itu sendiri. Tulis nama berkas lain.")
    if file.exists() and not force:
        raise RefusedError(f"{file} sudah ada. Tulis nama lain, atau `--force` untuk menggantinya.")


def size_of(copy: Copy) -> str:
    """How large it is, in whole kilobytes or megabytes."""
    kilobytes = max(1, round(copy.size / 1024))
    return f"{kilobytes} KB" if kilobytes < 10_000 else f"{round(kilobytes / 1024)} MB"


def newest_in(copy: Copy) -> str:
    """When the youngest message in it came, and how long ago that is."""
    if copy.newest is None:
        return "Tidak ada pesan dari dua hari terakhir di dalamnya."
    now, moment = datetime.now(UTC), datetime.fromtimestamp(copy.newest, UTC)
    ago = spoken_minutes(int((now - moment).total_seconds() // 60))
    return f"Pesan terakhir di dalamnya: {spoken_moment(moment, 'WIB', now)} ({ago} lalu)."
