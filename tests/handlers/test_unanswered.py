"""From a question nobody has an answer to, to the line an editor pastes."""

from __future__ import annotations

import io
from datetime import timedelta

import yaml

from app.clock import today
from flows.ears.topics.unanswered import ready_line
from flows.library import Library
from store import unanswered
from store.database import Database
from tests.handlers.conftest import Running
from tools.questions import asked_since, write

ODD = "resep rendang padang pakai kelapa parut"


async def test_a_question_reaches_the_editors_without_its_asker(
    bot: Running, library: Library
) -> None:
    user = await bot.person("Pak Wiryo Sastro")
    await bot.says(user, ODD)
    day = today()
    asked = await asked_since(bot.database, day - timedelta(days=1))
    assert [one.text for one in asked] == [ODD]
    assert asked[0].day in {day, day - timedelta(days=1)}
    out = io.StringIO()
    write(asked, library, day, out)
    shown = out.getvalue()
    assert ready_line(ODD) in shown
    assert yaml.load(f"ask:\n{ready_line(ODD)}", yaml.BaseLoader) == {"ask": [ODD]}
    assert "Wiryo" not in shown
    assert str(user) not in shown


async def test_an_answered_question_is_not_noted(bot: Running) -> None:
    user = await bot.person()
    await bot.says(user, "kode 040")
    await bot.says(user, "berapa lama jht cair")
    database = await Database.open(bot.database)
    async with database.transaction() as transaction:
        found = await unanswered.since(transaction, today() - timedelta(days=1))
    await database.close()
    assert found == []
