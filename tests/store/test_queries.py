"""Statements by name; and what is borrowed from aiosqlite without its promise."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from store import queries
from store.database import Database
from store.queries import read_queries

STORE = Path(queries.__file__).parent
ONE = "-- name: one(id)\n-- A remark.\nSELECT a FROM t\nWHERE id = :id;\n"


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.sql").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_statement_has_the_name_above_it(tmp_path: Path) -> None:
    found = read_queries(folder(tmp_path, a=ONE, b="-- name: two()\nSELECT 1;\n\n" + "\n"))
    assert list(found) == ["one", "two"]
    assert found["one"].endswith("SELECT a FROM t\nWHERE id = :id;")
    assert found["two"] == "SELECT 1;"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (ONE + ONE, "one is there already"),
        (ONE.replace("(id)", "()"), "one has other parameters"),
        (ONE + "-- name: two()^\nSELECT 1;", "a name below one is not written as one"),
        (ONE.replace("(id)", "(id, at)"), "one has other parameters"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=f"a.sql: {wrong}"):
        read_queries(folder(tmp_path, a=text))


async def test_aiosqlite_still_has_what_a_trip_borrows(database: Database) -> None:
    """`_execute` runs a function in SQLite's thread, `_conn` is its connection: neither is public.

    Many statements in one trip cost one change of threads; the public methods cost one each.
    """
    inside = database._connection

    def in_its_thread(first: sqlite3.Connection, second: int) -> tuple[bool, int, int]:
        return isinstance(first, sqlite3.Connection), second, threading.get_ident()

    is_sqlite, argument, thread = await inside._execute(in_its_thread, inside._conn, 7)
    assert (is_sqlite, argument) == (True, 7)
    assert thread != threading.get_ident()


def test_every_statement_has_a_caller() -> None:
    code = "".join(file.read_text(encoding="utf-8") for file in STORE.glob("*.py"))
    assert [name for name in read_queries(STORE / "sql") if f'"{name}"' not in code] == []
