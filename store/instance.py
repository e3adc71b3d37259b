"""One database, one program: a lock beside the database file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from store.beside import lock_of


class SecondInstanceError(Exception):
    """Another running program holds this database."""


@contextmanager
def only_one(database: Path) -> Iterator[None]:
    """Hold the database for this program while the block runs.

    The operating system lets go when the program dies, however it dies.
    Raises SecondInstanceError at once when another program holds it, OSError when the folder
    cannot be written.
    """
    lock = FileLock(lock_of(database))
    try:
        lock.acquire(blocking=False)
    except Timeout:
        if not Path(lock.lock_file).exists():
            raise OSError(f"{lock.lock_file} cannot be made") from None
        raise SecondInstanceError(
            f"Bot sudah berjalan dengan database {database}. Hentikan dulu yang itu."
        ) from None
    try:
        yield
    finally:
        lock.release()
