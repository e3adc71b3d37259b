"""A saved content file is picked up; a broken one leaves the old content in force."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.follow import Follower
from app.serve import serve
from editorial.load import Loaded
from flows.library import Library
from handlers.brain import Brain
from sandbox.client import Sim
from sandbox.server import start
from settings import Settings
from tests.handlers.conftest import TOKEN

PATIENCE = 20.0


class Editor:
    """A copy of the content, a brain that follows it, and what the editor is told."""

    def __init__(self, folder: Path, brain: Brain, told: asyncio.Queue[Loaded]) -> None:
        self.folder = folder
        self.brain = brain
        self.told = told

    async def save(self, name: str, text: str) -> Loaded:
        (self.folder / name).write_text(text, encoding="utf-8")
        async with asyncio.timeout(PATIENCE):
            return await self.told.get()


@pytest.fixture
async def editor(content: Path, brief_library: Library, today: date) -> AsyncIterator[Editor]:
    brain = Brain(brief_library, lambda: today)
    told: asyncio.Queue[Loaded] = asyncio.Queue()
    async with watching(Follower(content, brain, told.put)):
        await asyncio.sleep(0.3)  # until the watch stands
        yield Editor(content, brain, told)


@asynccontextmanager
async def watching(follower: Follower) -> AsyncIterator[None]:
    task = asyncio.create_task(follower.watch())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_valid_content_is_swapped_whole(editor: Editor, today: date) -> None:
    path = "guides/klaim-jmo/guide.yaml"
    before = (editor.folder / path).read_text(encoding="utf-8")
    await editor.save(path, before.replace("Ajukan klaim di JMO", "Klaim di JMO"))
    assert editor.brain.library.guides["klaim-jmo"].title == "Klaim di JMO"


async def test_broken_content_leaves_the_old_in_force(editor: Editor) -> None:
    old = editor.brain.library
    loaded = await editor.save("guides/klaim-jmo/guide.yaml", "title: [")
    assert editor.brain.library is old
    assert any("klaim-jmo/guide.yaml" in str(problem) for problem in loaded.problems)


async def test_a_save_while_nobody_watched_is_read_by_the_next_watch(
    tmp_path: Path, library: Library, today: date
) -> None:
    (tmp_path / "content").mkdir()
    brain = Brain(library, lambda: today)
    told: asyncio.Queue[Loaded] = asyncio.Queue()
    follower = Follower(tmp_path / "content", brain, told.put)
    async with watching(follower):
        await asyncio.sleep(0)  # until it has begun
    (tmp_path / "content" / "menu.yaml").write_text("- [", encoding="utf-8")
    assert told.empty()
    async with watching(follower), asyncio.timeout(PATIENCE):
        loaded = await told.get()
    assert any("menu.yaml" in problem.path for problem in loaded.problems)
    assert brain.library is library


async def test_what_nobody_foresaw_is_told_and_the_watch_goes_on(
    content: Path, library: Library, today: date
) -> None:
    brain = Brain(library, lambda: today)
    told: asyncio.Queue[Loaded] = asyncio.Queue()

    def unfinished(_: Library) -> Library:
        raise RecursionError

    async with (
        watching(Follower(content, brain, told.put, unfinished)),
        asyncio.timeout(PATIENCE),
    ):
        while told.empty():  # Saved again until the watch stands.
            (content / "menu.yaml").touch()
            await asyncio.sleep(0.5)
        [problem] = (await told.get()).problems
        assert "berhenti" in problem.what
        (content / "menu.yaml").write_text("- [", encoding="utf-8")
        while not any("menu.yaml" in each.path for each in (await told.get()).problems):
            pass
    assert brain.library is library


async def test_problems_are_posted_in_the_editors_topic(tmp_path: Path, content: Path) -> None:
    server = await start("127.0.0.1", 0, token=TOKEN)
    async with Sim(server.url) as sim:
        editor = await sim.user("Mbak Ayu")
        group = await sim.group("Meja Petugas", [editor])
        topic = await sim.open_topic(group, editor, "Editor")
        settings = Settings(
            telegram_token=SecretStr(TOKEN),
            telegram_api=server.url,
            database_url=f"sqlite:///{tmp_path / 'bot.db'}",
            content=content,
            staff_group=group,
            supervisor=editor,
            editors_topic=topic,
        )
        task = asyncio.create_task(serve(settings))
        await sim.get("ready", timeout=10)
        posted: list[str] = []
        async with asyncio.timeout(PATIENCE):
            while not posted:
                # Saved again until the watch stands: only a change after that is seen.
                (content / "menu.yaml").write_text("- [", encoding="utf-8")
                await asyncio.sleep(0.5)
                messages = await sim.messages(group, thread=topic)
                posted = [each.text for each in messages if each.by_bot]
        assert "menu.yaml" in posted[0]
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    await server.close()
