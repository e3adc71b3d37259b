"""Every row of `table.md`: the real bot, and somebody between it and Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

import app.introduce
import loops.http
import loops.rest
import loops.send
import loops.token
from flows.library import Library
from tests.weather import acts, program
from tests.weather.program import Program, open_program
from tests.weather.scene import Scene, open_scene
from tests.weather.table import Row, rows, weather_of

pytestmark = pytest.mark.asyncio(loop_scope="session")

ON_THE_DESK: dict[str, acts.Act] = {
    "answer": acts.answer,
    "tap": acts.tap,
    "toast": acts.toast,
    "officer": acts.officer,
    "reply": acts.reply,
    "words": acts.words,
    "all day": acts.all_day,
    "slowed": acts.slowed,
    "photo": acts.photo,
    "topic": acts.topic,
    "card": acts.card,
    "redraw": acts.redraw,
    "mark": acts.mark,
}
AT_WORK: dict[str, program.Act] = {"poll": program.poll, "long wait": program.long_wait}
AT_THE_START: dict[str, program.Act] = {"start": program.beginning, "webhook": program.hook}


class Places:
    """Where rows happen: opened for the first of them, shared by all."""

    def __init__(self, folder: Path, library: Library, stack: AsyncExitStack) -> None:
        self._folder = folder
        self._library = library
        self._stack = stack
        self._scenes: dict[str, Scene] = {}
        self._programs: dict[bool, Program] = {}

    async def scene(self, where: str) -> Scene:
        """The desk of one kind of row: its clock goes on with each."""
        if where not in self._scenes:
            folder = self._new(where)
            opened = open_scene(folder, self._library)
            self._scenes[where] = await self._stack.enter_async_context(opened)
        return self._scenes[where]

    async def program(self, *, at_work: bool) -> Program:
        """A bot at work, or one that has yet to start."""
        if at_work not in self._programs:
            opened = open_program(self._new(str(at_work)), self._library if at_work else None)
            self._programs[at_work] = await self._stack.enter_async_context(opened)
        return self._programs[at_work]

    def _new(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir()
        return folder


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def places(
    tmp_path_factory: pytest.TempPathFactory, library: Library
) -> AsyncIterator[Places]:
    with pytest.MonkeyPatch.context() as quick:
        # Whoever waits for the next try waits here, too, only not as long.
        quick.setattr(loops.send, "_BACKOFF", (0.01,) * 9)
        quick.setattr(loops.send, "FROZEN_PAUSE", 0.01)
        quick.setattr(loops.rest, "_LONGEST", 0.02)
        quick.setattr(loops.http, "CONNECT", 0.3)
        quick.setattr(loops.token, "PAUSE", 0.01)
        quick.setattr(app.introduce, "PAUSE", 0.01)
        async with AsyncExitStack() as stack:
            yield Places(tmp_path_factory.mktemp("weather"), library, stack)


@pytest.mark.parametrize("row", rows(), ids=str)
async def test_weather(places: Places, row: Row) -> None:
    weather = weather_of(row.weather)
    if row.where in ON_THE_DESK:
        there = await places.scene(row.where)
        heard = len(there.desk.sent_to(there.desk.sari))
        try:
            seen = await ON_THE_DESK[row.where](there, weather, row.times)
        finally:
            there.sky.clear()
        seen = replace(seen, supervisor=await there.settled(heard))
    else:
        act = {**AT_WORK, **AT_THE_START}[row.where]
        bot = await places.program(at_work=row.where in AT_WORK)
        try:
            seen = await act(bot, weather, row.times)
        finally:
            bot.sky.clear()
    assert seen == row.seen
