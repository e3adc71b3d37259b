"""What lies beside a database, by name: SQLite's log and its index, and our own small files."""

from pathlib import Path


def log_of(database: Path) -> Path:
    """SQLite's write-ahead log: what is committed and not yet in the file itself."""
    return _beside(database, "-wal")


def index_of(database: Path) -> Path:
    """SQLite's index of that log, shared by the programs that have it open."""
    return _beside(database, "-shm")


def journal_of(database: Path) -> Path:
    """What Telegram accepted before the database knew it (`loops/journal.py`)."""
    return _beside(database, "-sent")


def pulse_of(database: Path) -> Path:
    """How far the database has come, said beside it (`store/pulse.py`)."""
    return _beside(database, "-pulse")


def lock_of(database: Path) -> Path:
    """Held by the one program that runs on it (`store/instance.py`)."""
    return _beside(database, ".lock")


def _beside(database: Path, end: str) -> Path:
    return database.with_name(f"{database.name}{end}")
