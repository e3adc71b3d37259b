"""Introduce: a "later" is waited for, a refusal that stays is said in Telegram's own words."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs

from app import introduce
from app.introduce import CONFIRMED, set_hook, show_profile
from loops.http import BotApi
from loops.stop import StopError
from sandbox.client import Sim
from sandbox.server import Server, start

HOOK = {"url": "https://127.0.0.1:8443/kait", "secret_token": "s3cret"}
PROFILE = [
    ("setMyDescription", {"description": "a"}),
    ("setMyCommands", {"commands": [{"command": "menu", "description": "b"}]}),
]
TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    running = await start(limits=False)
    yield running
    await running.close()


@pytest.fixture
async def sim(server: Server) -> AsyncIterator[Sim]:
    async with Sim(server.url) as client:
        yield client


@pytest.fixture
async def api(server: Server) -> AsyncIterator[BotApi]:
    async with BotApi(TOKEN, server.url, read_timeout=0.5) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(introduce, "PAUSE", 0.0)


WEATHER = pytest.mark.parametrize(
    "weather",
    [
        {"kind": "too_many", "retry_after": 0, "times": 3},
        {"kind": "drop_before", "times": 2},
        {"kind": "error", "code": 500, "description": "Internal Server Error"},
        {"kind": "broken_json"},
    ],
    ids=lambda weather: weather["kind"],
)


@WEATHER
async def test_the_webhook_is_set_after_bad_weather(
    api: BotApi, sim: Sim, weather: dict[str, object]
) -> None:
    await sim.fault(method="setWebhook", **weather)
    await set_hook(api, HOOK)
    assert (await api.call("getWebhookInfo"))["url"] == HOOK["url"]
    await api.call("deleteWebhook")


async def test_a_refusal_that_stays_ends_with_telegrams_own_sentence(api: BotApi, sim: Sim) -> None:
    why = "Bad Request: bad webhook: IP address 10.0.0.1 is reserved"
    await sim.fault("error", method="setWebhook", code=400, description=why, times=CONFIRMED)
    with pytest.raises(StopError, match=r"WEBHOOK_URL.*IP address 10\.0\.0\.1 is reserved"):
        await set_hook(api, HOOK)


async def test_one_refusal_is_asked_about_again(api: BotApi, sim: Sim) -> None:
    why = "Bad Request: bad webhook: Failed to resolve host: Temporary failure"
    await sim.fault("error", method="setWebhook", code=400, description=why, times=CONFIRMED - 1)
    await set_hook(api, HOOK)
    assert (await api.call("getWebhookInfo"))["url"] == HOOK["url"]
    await api.call("deleteWebhook")


@WEATHER
async def test_the_profile_is_shown_after_bad_weather_each_part_for_itself(
    api: BotApi, sim: Sim, weather: dict[str, object]
) -> None:
    await sim.fault(method="setMyDescription", **weather)
    await show_profile(api, PROFILE)
    assert (await api.call("getMyDescription"))["description"] == "a"
    assert len(await api.call("getMyCommands")) == 1
    assert len(await sim.log(method="setMyCommands")) == 1


async def test_a_refused_part_of_the_profile_is_logged_and_left(api: BotApi, sim: Sim) -> None:
    why = "Bad Request: description is too long"
    await sim.fault("error", method="setMyDescription", code=400, description=why, times=9)
    with capture_logs() as logs:
        await show_profile(api, PROFILE)
    [line] = logs
    assert (line["event"], line["repeated"]) == ("profile_not_set", False)
    assert len(await api.call("getMyCommands")) == 1
