"""A run begins with what was kept; what it keeps holds no word of a participant."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from pathlib import Path

import pytest

from app.content import Opened, listen, opened
from app.follow import Follower
from app.refused import RefusedError
from editorial.load import Loaded, load
from editorial.ready import Ready
from flows.content.media import Media
from handlers.brain import Brain
from settings import Settings
from tests.conftest import TODAY

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")

SECRET = "rahasiaparjo"


@pytest.fixture
def settings(tmp_path: Path, content: Path) -> Settings:
    return Settings(
        content=content,
        database_url=f"sqlite:///{tmp_path / 'bot.db'}",
        bot_today=TODAY,
    )


def brain_of(begun: Opened) -> Brain:
    return Brain(begun.library, lambda: TODAY)


def test_the_second_run_begins_with_what_the_first_has_kept(settings: Settings) -> None:
    first = opened(settings)
    assert not first.library.is_listening
    listen(brain_of(first), first)
    assert first.library.is_listening
    second = opened(settings)
    assert second.library == first.library
    assert second.library.is_listening
    tomorrow = opened(settings.model_copy(update={"bot_today": TODAY + timedelta(days=1)}))
    assert not tomorrow.library.is_listening


def test_content_in_use_before_this_run_is_not_kept(settings: Settings) -> None:
    library = opened(settings).library
    given = Opened(library)
    listen(brain_of(given), given)
    assert library.is_listening
    assert not opened(settings).library.is_listening


def test_no_word_of_a_participant_and_no_file_of_this_run_is_kept(settings: Settings) -> None:
    begun = opened(settings)
    brain = Brain(begun.library.with_media(_any_file), lambda: TODAY)
    _ = brain.library.ears.hear(SECRET, TODAY).stems  # Somebody was quicker than the ears.
    del vars(brain.library)["ears"]
    brain.library.inline(SECRET, TODAY)
    listen(brain, begun)
    _ = brain.library.ears.hear(SECRET, TODAY).stems
    kept = opened(settings).library
    assert kept.is_listening
    assert kept.find_media("any") is None
    for file in settings.content.parent.iterdir():
        assert file.is_dir() or SECRET.encode() not in file.read_bytes()


def test_wrong_content_is_refused_although_another_was_kept(settings: Settings) -> None:
    begun = opened(settings)
    listen(brain_of(begun), begun)
    (settings.content / "menu.yaml").write_text("- [", encoding="utf-8")
    with pytest.raises(RefusedError, match=r"menu\.yaml"):
        opened(settings)


async def test_what_editors_save_is_kept_for_the_next_run(settings: Settings) -> None:
    loaded = load(settings.content, TODAY).library
    assert loaded is not None
    brain = Brain(loaded, lambda: TODAY)
    told: asyncio.Queue[Loaded] = asyncio.Queue()
    ready = Ready(settings.content, settings.content.with_name("content-ready"))
    task = asyncio.create_task(Follower(settings.content, brain, told.put, ready=ready).watch())
    path = settings.content / "guides/klaim-jmo/guide.yaml"
    saved = path.read_text(encoding="utf-8").replace("Ajukan klaim di JMO", "Klaim di JMO")
    async with asyncio.timeout(20):
        while told.empty():  # Saved again until the watch stands.
            path.write_text(saved, encoding="utf-8")
            await asyncio.sleep(0.5)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    next_run = opened(settings).library
    assert next_run.is_listening
    assert next_run.guides["klaim-jmo"].title == "Klaim di JMO"


def _any_file(path: str) -> Media:
    return Media(path, 1, path)
