"""Pulse: how far a database has come, said by the database itself and by a small file beside it.

The two say the same while the program runs. A database that says less than its file is an older
copy of itself that somebody put there.
"""

import json
import secrets
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from store.beside import pulse_of
from store.database import Transaction


class Pulse(NamedTuple):
    """name: of the database and all its copies. beat: counted up. at: when (Unix seconds)."""

    name: str
    beat: int
    at: float


async def stored(transaction: Transaction) -> Pulse | None:
    """What the database says; None before its first beat."""
    row = await transaction.fetch_one("pulse_one")
    return Pulse(*row) if row else None


async def beat(transaction: Transaction, beside: int, now: float) -> Pulse:
    """Count up, past what the file says (`beside`); to be noted in the file after the commit."""
    before = await stored(transaction)
    name, number = (before.name, before.beat) if before else (secrets.token_hex(8), 0)
    after = Pulse(name, max(number, beside) + 1, now)
    transaction.write("pulse_beat", [after._asdict()])
    return after


async def newest(transaction: Transaction, now: float) -> float:
    """The last moment of which the database knows something (Unix seconds); now when it is new."""
    row = await transaction.fetch_one("pulse_newest")
    return now if row is None or row[0] is None else float(row[0])


async def last_update(transaction: Transaction) -> tuple[int, float] | None:
    """The highest number of an update that is known, and when the youngest came."""
    row = await transaction.fetch_one("pulse_last_update")
    return None if row is None or row[0] is None else (int(row[0]), float(row[1]))


async def first_after(transaction: Transaction, update_id: int) -> int | None:
    """The first update above this number, as far as we have it."""
    row = await transaction.fetch_one("pulse_first_after", update_id=update_id)
    return row[0] if row else None


def note(database: Path, pulse: Pulse) -> None:
    """Write the file. Without it an older copy is only noticed in other ways, so nothing fails."""
    file = pulse_of(database)
    part = file.with_name(f"{file.name}.part")
    with suppress(OSError):
        part.write_text(json.dumps([pulse.name, pulse.beat]), encoding="utf-8")
        part.replace(file)


def noted(database: Path, name: str) -> int:
    """How far the file says that the database of this name has come; 0 when it says nothing."""
    try:
        whose, number = json.loads(pulse_of(database).read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError):
        return 0
    return number if whose == name and isinstance(number, int) else 0
