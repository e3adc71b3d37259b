"""Webhooks: what is refused, what is posted at once and in which order, what went wrong."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from sandbox.client import Sim
from tests.sandbox.conftest import Api


async def test_webhook_posts_of_two_chats_at_once(api: Api, sim: Sim, slamet: int) -> None:
    """One chat's slow post holds up neither another chat nor this chat's tap."""
    rina = await sim.user("Bu Rina")
    await api.ok("sendMessage", chat_id=slamet, text="x")
    first = (await api.updates())[-1]["update_id"] + 1
    await api.updates(offset=first)
    taken: list[str] = []
    go, two, done = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def take(request: aiohttp.web.Request) -> aiohttp.web.Response:
        update = await request.json()
        text = update.get("message", {}).get("text") or "tap"
        if text == "lambat":
            await go.wait()
        taken.append(text)
        if len(taken) == 2:
            two.set()
        if text == "sesudahnya":
            done.set()
        return aiohttp.web.Response()

    app = aiohttp.web.Application()
    app.router.add_post("/hook", take)
    runner = aiohttp.web.AppRunner(app)
    await runner.setup()
    await aiohttp.web.TCPSite(runner, "127.0.0.1", 0).start()
    hook = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await api.ok("setWebhook", url=hook, max_connections=500)
    info = await api.ok("getWebhookInfo")
    assert (info["max_connections"], info["ip_address"]) == (100, "127.0.0.1")
    await sim.say(slamet, "lambat")
    await sim.say(slamet, "sesudahnya")
    await sim.tap_data(slamet, "x")
    await sim.say(rina, "/start")
    async with asyncio.timeout(5):
        await two.wait()
        assert sorted(taken) == ["/start", "tap"]
        go.set()
        await done.wait()
    assert taken[2:] == ["lambat", "sesudahnya"]
    await api.ok("deleteWebhook")
    await runner.cleanup()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"url": "http://contoh.id/x"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://[x"}, "invalid webhook URL specified"),
        (
            {"url": "https://127.0.0.1:9000/x"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"secret_token": "x" * 257}, "secret token is too long"),
        ({"secret_token": "rahasia!#"}, "secret token contains unallowed characters"),
        ({"ip_address": "kantor"}, "bad webhook: Invalid IP address specified"),
        ({"ip_address": "10.0.0.8"}, "bad webhook: IP address 10.0.0.8 is reserved"),
        (
            {"url": "https://contoh.id/x"},
            "bad webhook: Failed to resolve host: Name or service not known",
        ),
    ],
)
async def test_webhooks_refused(api: Api, given: dict[str, str], why: str) -> None:
    asked = {"url": "https://127.0.0.1:8443/x", **given}
    assert await api.refused("setWebhook", **asked) == f"Bad Request: {why}"
    assert (await api.ok("getWebhookInfo"))["url"] == ""


async def test_a_second_webhook_within_a_second(api: Api, sim: Sim) -> None:
    await sim.limits(on=True)
    hook = {"url": "http://127.0.0.1:9/x", "secret_token": "Rahasia_1-"}
    await api.ok("setWebhook", **hook)
    status, answer = await api.raw("setWebhook", **hook)
    assert (status, answer["parameters"]) == (429, {"retry_after": 1})
    await sim.skip(1.1)
    await api.ok("setWebhook", **hook)
    await api.ok("deleteWebhook")


async def test_a_webhook_nobody_answers_says_why(api: Api, sim: Sim, slamet: int) -> None:
    await api.ok("setWebhook", url="http://127.0.0.1:9/x")
    async with asyncio.timeout(5):
        while "last_error_message" not in (info := await api.ok("getWebhookInfo")):
            pass
    assert (info["last_error_message"], info["pending_update_count"]) == ("Connection refused", 1)
    await api.ok("deleteWebhook")


async def test_a_webhook_counts_as_somebody_who_listens(api: Api, sim: Sim) -> None:
    ready = asyncio.create_task(sim.wait_ready())
    await api.ok("getMe")  # the question is under way before there is an answer
    await api.ok("setWebhook", url="http://127.0.0.1:9/x")
    await ready
    await api.ok("deleteWebhook")
