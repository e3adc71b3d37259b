"""The files a command of bot.py reads or writes; what prevents that is told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.refused import RefusedError, refusing
from tools.stopped import StoppedError


@contextmanager
def remembered(database: Path) -> Iterator[None]:
    """The block reads this database, which must be there already. Raises StoppedError."""
    try:
        with refusing(database):
            if not database.exists():
                raise RefusedError(
                    f"DATABASE_URL: {database} tidak ada. Tulis DATABASE_URL=sqlite:///{database} "
                    "di berkas .env, jalankan bot supaya mencatat di sana, lalu ulangi."
                )
            yield
    except RefusedError as refused:
        raise StoppedError(str(refused)) from None


@contextmanager
def written(folder: Path) -> Iterator[None]:
    """The block writes files into this folder. Raises StoppedError."""
    try:
        yield
    except OSError:
        raise StoppedError(
            f"Tidak bisa menulis ke {folder}. Harus folder yang boleh ditulis dan masih muat."
        ) from None
