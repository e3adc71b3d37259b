"""`python bot.py restore FILE`: a copy made by `backup` takes the place of the database."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TextIO

from app.clock import WIB
from app.refused import RefusedError, refusing
from store.backup import put_back
from store.instance import only_one
from store.migrate import DamagedError, SchemaError, TooNewError
from tools.backup import newest_in, size_of
from tools.files import written
from tools.given import Given
from tools.stopped import StoppedError


def run(given: Given, file: Path, out: TextIO) -> None:
    """Puts the copy in place, keeps what it replaces, and says so.

    Raises StoppedError while a bot runs on the database, and for a file that cannot be used; then
    nothing has changed.
    """
    database = given.settings.database_path
    aside = database.with_name(f"{database.stem}-diganti-{_now():%Y%m%d-%H%M%S}{database.suffix}")
    was_there = database.exists()
    try:
        with refusing(database), only_one(database):
            _may_be_read(file, database)
            with _usable(file), written(database.absolute().parent):
                found = asyncio.run(put_back(file, database, aside, time.time()))
    except RefusedError as refused:
        raise StoppedError(str(refused)) from None
    print(f"{file} sudah dipulihkan ke {database}.", file=out)
    print(f"Ukuran: {size_of(found)}. {newest_in(found)}", file=out)
    if was_there:
        print(f"Database yang diganti disimpan: {aside}", file=out)
    print("Jalankan bot. Ia memberi tahu supervisor apa yang perlu diperiksa.", file=out)


def _now() -> datetime:
    return datetime.now(WIB)


def _may_be_read(file: Path, database: Path) -> None:
    if not file.exists():
        raise RefusedError(f"{file} tidak ada.")
    if file.is_dir():
        raise RefusedError(f"{file} adalah folder. Tulis nama berkas cadangan di dalamnya.")
    if database.exists() and file.samefile(database):
        raise RefusedError(f"{file} adalah database yang dipakai. Tulis nama berkas cadangannya.")


@contextmanager
def _usable(file: Path) -> Iterator[None]:
    """What is wrong with the copy becomes a RefusedError."""
    try:
        yield
    except TooNewError:
        raise RefusedError(
            f"{file} dari Teman JHT yang lebih baru. Pasang versi terbaru program ini dulu."
        ) from None
    except DamagedError:
        raise RefusedError(f"{file} rusak. Pakai cadangan yang lain.") from None
    except SchemaError:
        raise RefusedError(f"{file} bukan cadangan Teman JHT. Pakai berkas yang lain.") from None
