"""An older copy of the database is noticed at the start; what is no older is left alone."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from app import heart
from app.heart import EVERY, FAR, LOOKS, Heart
from store import inbox, outbox, pulse, setbacks
from store.beside import journal_of, pulse_of
from store.database import Database
from store.outbox import Call
from store.setbacks import Setback, Sign
from store.unit import make_call

NOW = 1_800_000_000.0


def waiting(number: int, at: float, state: str = "waiting") -> inbox.Arrival:
    return {
        "update_id": number,
        "chat_id": 7,
        "received_at": at,
        "stamp": None,
        "written_at": at,
        "body": "{}",
        "state": state,
        "reason": None,
    }  # type: ignore[typeddict-unknown-key, unused-ignore]


def call(number: int, at: float) -> Call:
    made = make_call("sendMessage", {"chat_id": 7, "text": "Halo"}, chat_id=None)
    made.id, made.created_at, made.ordinal = number, at, number
    return made


class Run:
    """One run of the program on a database, as far as its heart is concerned."""

    def __init__(self, path: Path, now: float, *, lasting: bool = True) -> None:
        self.path, self.now, self.lasting = path, now, lasting

    async def __aenter__(self) -> Run:
        self.database = await Database.open(self.path)
        self.heart = Heart(self.database, lasting=self.lasting, now=lambda: self.now)
        await self.heart.begin()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.database.close()

    async def beats(self) -> None:
        self.now += EVERY
        await self.heart.beat()

    async def arrive(self, *numbers: int) -> None:
        async with self.database.transaction() as transaction:
            inbox.add(transaction, [waiting(number, self.now) for number in numbers])

    async def decide(self, *calls: Call) -> None:
        async with self.database.transaction() as transaction:
            outbox.add(transaction, calls)

    async def setback(self) -> Setback | None:
        async with self.database.transaction() as transaction:
            assert await setbacks.unseen(transaction) is None
            return await setbacks.latest(transaction)

    async def left(self) -> list[int]:
        async with self.database.transaction() as transaction:
            return [one.id for one in await outbox.waiting(transaction)]


@pytest.fixture
async def older(tmp_path: Path) -> Path:
    """A database with a call of then; `older.db` is a copy of it, and then it went on."""
    path = tmp_path / "bot.db"
    async with Run(path, NOW) as run:
        await run.arrive(1)
        await run.decide(call(1, NOW))
    shutil.copy(path, tmp_path / "older.db")
    async with Run(path, NOW + EVERY) as run:
        await run.beats()
    return path


async def test_a_copy_from_before_is_noticed_and_sends_nothing_old(older: Path) -> None:
    shutil.copy(older.with_name("older.db"), older)
    journal_of(older).write_text("[1,{}]\n")
    async with Run(older, NOW + 3600) as run:
        found = await run.setback()
        assert found is not None
        assert (found.sign, found.calls, found.ends_at) == (Sign.PULSE, 1, NOW)
        assert await run.left() == []
    assert not journal_of(older).exists()
    async with Run(older, NOW + 7200) as run:
        assert await run.setback() == found, "noticed once"


async def test_what_is_younger_than_ten_minutes_is_sent(older: Path) -> None:
    shutil.copy(older.with_name("older.db"), older)
    async with Run(older, NOW + 599) as run:
        found = await run.setback()
        assert found is not None
        assert found.calls == 0
        assert await run.left() == [1]


async def test_the_same_database_is_no_setback_however_long_it_was_off(older: Path) -> None:
    async with Run(older, NOW + 30 * 86400) as run:
        assert await run.setback() is None
        assert await run.left() == [1]


async def test_another_database_is_no_older_one(older: Path, tmp_path: Path) -> None:
    async with Run(tmp_path / "other.db", NOW):
        pass
    shutil.copy(tmp_path / "other.db", older)
    async with Run(older, NOW + 3600) as run:
        assert await run.setback() is None


@pytest.mark.parametrize("said", ["", "[", '["x"]', "7", '["x", "y"]'])
async def test_a_file_that_says_nothing_is_no_sign(older: Path, said: str) -> None:
    pulse_of(older).write_text(said)
    async with Run(older, NOW + 3600) as run:
        assert await run.setback() is None


@pytest.mark.parametrize(
    ("gap", "off", "lasting", "noticed"),
    [
        (FAR + 1, 3600.0, True, True),
        (FAR, 3600.0, True, False),
        (FAR + 1, 6 * 86400.0 - 1, True, True),
        (FAR + 1, 6 * 86400.0, True, False),
        (FAR + 1, 3600.0, False, False),
    ],
)
async def test_numbers_that_went_on_without_us(
    gap: int, off: float, lasting: bool, noticed: bool, tmp_path: Path
) -> None:
    path = tmp_path / "bot.db"
    async with Run(path, NOW) as run:
        await run.arrive(100)
    pulse_of(path).unlink()  # a copy that was carried to another machine
    async with Run(path, NOW + off, lasting=lasting) as run:
        await run.beats()
        assert await run.setback() is None
        await run.arrive(100 + gap + 1)
        await run.beats()
        found = await run.setback()
        assert (found is not None) is noticed
        if found is not None:
            assert (found.sign, found.ends_at) == (Sign.UPDATES, NOW)
        await run.beats()
        assert await run.setback() == found, "noticed once"


async def test_numbers_are_looked_at_after_the_start_alone(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with Run(path, NOW) as run:
        await run.arrive(100)
    async with Run(path, NOW + 60) as run:
        for _ in range(LOOKS):
            await run.beats()
        await run.arrive(100_000)
        await run.beats()
        assert await run.setback() is None


async def test_it_beats_until_it_is_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heart, "EVERY", 0.0)
    path = tmp_path / "bot.db"
    async with Run(path, NOW) as run:
        async with run.database.transaction() as transaction:
            known = await pulse.stored(transaction)
        assert known is not None
        beating = asyncio.create_task(run.heart.run())
        async with asyncio.timeout(10):
            while pulse.noted(path, known.name) < known.beat + 3:  # noqa: ASYNC110 (a file has no event)
                await asyncio.sleep(0.005)
        beating.cancel()
        await asyncio.gather(beating, return_exceptions=True)


async def test_the_file_beside_says_what_the_database_says(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with Run(path, NOW) as run:
        await run.beats()
        async with run.database.transaction() as transaction:
            known = await pulse.stored(transaction)
        assert known is not None
        assert (known.beat, pulse.noted(path, known.name)) == (2, 2)
        assert pulse.noted(path, "another") == 0
