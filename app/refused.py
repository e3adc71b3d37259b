"""Why the bot, or a command that reads its database, cannot go on: one sentence for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from store.connection import Trouble, UnavailableError
from store.instance import SecondInstanceError
from store.migrate import DamagedError, SchemaError, TooNewError, TooOldError
from store.whose import OtherBotError


class RefusedError(Exception):
    """The bot cannot start or go on; the text is the sentence for the person who started it."""


@contextmanager
def refusing(database: Path) -> Iterator[None]:
    """The block works on the database at this path; what prevents that becomes a RefusedError."""
    try:
        if not database.parent.is_dir():
            raise RefusedError(f"DATABASE_URL: folder {database.parent} tidak ada.")
        if database.is_dir():
            raise RefusedError(f"DATABASE_URL: {database} adalah folder, bukan berkas database.")
        yield
    except SecondInstanceError as second:
        raise RefusedError(str(second)) from None
    except OtherBotError as other:
        raise RefusedError(
            f"DATABASE_URL: {database} milik bot lain (nomor {other}). "
            "Tulis nama berkas lain untuk bot ini."
        ) from None
    except SchemaError as unfit:
        raise RefusedError(f"DATABASE_URL: {database} {_unfit(unfit)}") from None
    except UnavailableError as error:
        raise RefusedError(f"DATABASE_URL: {database} {_TROUBLES[error.trouble]}") from None
    except OSError:
        raise RefusedError(f"DATABASE_URL: {database} {_TROUBLES[Trouble.OTHER]}") from None


_TROUBLES: Final = {
    Trouble.FULL: "tidak bisa ditulis karena cakramnya penuh. Kosongkan sebagian, lalu ulangi.",
    Trouble.READ_ONLY: "hanya bisa dibaca. Periksa siapa pemilik berkas itu dan izinnya.",
    Trouble.DAMAGED: "rusak. Hentikan bot, lalu `python bot.py restore` dengan cadangan terakhir.",
    Trouble.OTHER: "tidak bisa dibuka dan ditulis, atau bukan database.",
}
"""What keeps a database from working, behind its name."""


def _unfit(error: SchemaError) -> str:
    match error:
        case TooNewError():
            return "sudah dipakai Teman JHT yang lebih baru. Pasang versi terbaru program ini dulu."
        case TooOldError():
            return "masih dari versi lama. Jalankan bot sekali dengan database itu, lalu ulangi."
        case DamagedError():
            return f"rusak: tidak ada lagi tabel {error}. Pakai `restore` dengan cadangan terakhir."
        case _:
            return "bukan database Teman JHT. Tulis nama berkas lain."
