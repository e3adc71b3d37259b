"""Token: one answer ends nothing; what Telegram says again and again does."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs

from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.run import Spine
from loops.stop import TOKEN_REFUSED, StopError
from loops.token import Token
from sandbox.client import Sim
from sandbox.server import Server
from store.database import Database
from tests.loops.conftest import TOKEN, count, dispatcher, running, until
from tests.weather.between import Between, Weather, between, error, page, says

REFUSED = error(401, "Unauthorized")


@pytest.fixture
async def sky(server: Server) -> AsyncIterator[Between]:
    async with between(server.url) as place:
        yield place


@pytest.fixture
async def far(sky: Between) -> AsyncIterator[BotApi]:
    async with BotApi(TOKEN, sky.url, read_timeout=0.5) as opened:
        yield opened


def made(database: Database, api: BotApi) -> Spine:
    spine = Spine(database, api, dispatcher(api, count), mask=dict, limits=UNLIMITED)
    spine.token.pause = 0.01
    return spine


SOMEBODY_ELSE = [
    page(401),
    page(404),
    page(403),
    says(401, {"detail": "Unauthorized"}),
    says(401, {"ok": False, "description": "Unauthorized"}),
]


@pytest.mark.parametrize(
    ("method", "weather"),
    [
        *(("getMe", weather) for weather in (REFUSED, error(404, "Not Found"), *SOMEBODY_ELSE)),
        *(("getUpdates", weather) for weather in (REFUSED, *SOMEBODY_ELSE[:2])),
        *(("sendMessage", weather) for weather in (REFUSED, *SOMEBODY_ELSE[:2])),
    ],
)
async def test_nothing_ends_on_one_answer(
    database: Database, far: BotApi, sky: Between, sim: Sim, method: str, weather: Weather
) -> None:
    struck = sky.strike(method, weather)
    person = await sim.user("Pak Slamet")
    await sim.say(person, "a")
    spine = made(database, far)
    async with running(spine):
        await until(lambda: spine.counters.sent == 1 and struck.hits == 1)
    assert [one.text for one in await sim.messages(person) if one.by_bot] == ["1 a"]


@pytest.mark.parametrize("refusal", [(401, "Unauthorized"), (404, "Not Found")])
@pytest.mark.parametrize("method", ["getMe", "getUpdates", "sendMessage"])
async def test_what_telegram_confirms_twice_ends_the_bot(
    database: Database, far: BotApi, sky: Between, sim: Sim, method: str, refusal: tuple[int, str]
) -> None:
    refused = error(*refusal)
    person = await sim.user("Pak Slamet")
    await sim.say(person, "a")
    spine = made(database, far)
    if method == "getMe":
        sky.strike(method, refused, times=9)
    else:
        sky.strike(method, refused, times=9)
        sky.strike("getMe", refused, times=9, skip=1)
    with pytest.raises(StopError, match=TOKEN_REFUSED):
        async with asyncio.timeout(5):
            await spine.run()
    assert len(sky.calls_of("getMe")) == 3


async def test_a_token_refused_once_and_known_then_is_no_longer_doubted(
    far: BotApi, sky: Between
) -> None:
    """Of many calls refused at once only the first asks."""
    token = Token(far, pause=0.01)
    sky.strike("getMe", REFUSED)
    await asyncio.gather(*(token.doubted() for _call in range(9)))
    assert len(sky.calls_of("getMe")) == 2


async def test_a_frozen_bot_goes_on_trying_and_says_so_once_a_minute(
    database: Database, far: BotApi, sky: Between, sim: Sim, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loops.send.FROZEN_PAUSE", 0.01)
    sky.strike("sendMessage", error(420, "FROZEN_METHOD_INVALID"), times=3)
    person = await sim.user("Pak Slamet")
    await sim.say(person, "a")
    spine = made(database, far)
    with capture_logs() as logs:
        async with running(spine):
            await until(lambda: spine.token.frozen_since is not None)
            await until(lambda: spine.counters.sent == 1)
    assert spine.token.frozen_since is None
    said = [line["event"] for line in logs if "bot_" in line["event"]]
    assert said == ["bot_frozen", "bot_thawed"]
