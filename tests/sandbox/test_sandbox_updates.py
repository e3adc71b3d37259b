"""getUpdates and webhooks: nothing lost, nothing confirmed by itself, one reader."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
from aiohttp import web

from sandbox.client import Sim
from sandbox.server import Server, start
from tests.sandbox.conftest import TOKEN, Api


async def test_updates_come_again_until_confirmed(api: Api, sim: Sim, slamet: int) -> None:
    await sim.say(slamet, "dua")
    first = await api.updates()
    assert [u["message"]["text"] for u in first] == ["/start", "dua"]
    assert await api.updates() == first
    assert await api.updates(first[0]["update_id"] + 1) == first[1:]
    assert await api.updates() == first[1:]
    assert await api.updates(first[1]["update_id"] + 1) == []


async def test_limit_and_negative_offset(api: Api, sim: Sim, slamet: int) -> None:
    for n in range(5):
        await sim.say(slamet, str(n))
    assert len(await api.updates(limit=2)) == 2
    assert [u["message"]["text"] for u in await api.updates(-1)] == ["4"]
    assert len(await api.updates()) == 1


async def test_long_poll_ends_with_the_next_update(api: Api, sim: Sim, slamet: int) -> None:
    seen = await api.updates()
    poll = asyncio.create_task(api.updates(seen[-1]["update_id"] + 1, timeout=30))
    await sim.wait_ready()
    await sim.say(slamet, "halo")
    assert [u["message"]["text"] for u in await poll] == ["halo"]


async def test_update_ids_grow_by_one_and_edits_do_not_change_the_past(
    api: Api, sim: Sim, slamet: int
) -> None:
    said = await sim.say(slamet, "awal")
    await sim.edit(slamet, said, "akhir")
    updates = await api.updates()
    ids = [u["update_id"] for u in updates]
    assert ids == list(range(ids[0], ids[0] + 3))
    assert updates[1]["message"]["text"] == "awal"
    assert updates[2]["edited_message"]["text"] == "akhir"
    assert updates[2]["edited_message"]["edit_date"]


async def test_the_older_reader_is_told_of_the_younger(api: Api, sim: Sim) -> None:
    older = asyncio.create_task(api.refused("getUpdates", timeout=30))
    await sim.wait_ready()
    younger = asyncio.create_task(api.updates(timeout=30))
    assert await older == (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    user = await sim.user()
    await sim.say(user, "halo")
    assert len(await younger) == 1


async def test_only_the_kinds_asked_for(api: Api, sim: Sim, slamet: int) -> None:
    await api.updates(allowed_updates=["callback_query"])
    await sim.say(slamet, "tidak diminta")
    await api.ok("sendMessage", chat_id=slamet, text="x")
    await sim.tap_data(slamet, "lama")
    kinds = [set(u) - {"update_id"} for u in await api.updates()]
    assert kinds == [{"message"}, {"callback_query"}]


async def test_reactions_only_on_request(api: Api, sim: Sim, slamet: int) -> None:
    said = await sim.say(slamet, "terima kasih")
    await sim.react(slamet, said, "👍")
    await api.updates(allowed_updates=["message_reaction"])
    await sim.react(slamet, said, "")
    last = (await api.updates())[-1]["message_reaction"]
    assert last["old_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert last["new_reaction"] == []


async def test_a_bot_never_sees_its_own_messages(api: Api, slamet: int) -> None:
    before = await api.updates()
    await api.ok("sendMessage", chat_id=slamet, text="dari bot")
    assert await api.updates() == before


async def test_the_world_outlives_its_server(api: Api, sim: Sim, server: Server) -> None:
    user = await sim.user("Pak Made")
    await sim.say(user, "masih ada?")
    again = await start(limits=False, state=server.world)
    try:
        async with aiohttp.ClientSession() as session:
            updates = await Api(again.url, session).updates()
    finally:
        await again.close()
    assert [u["message"]["text"] for u in updates] == ["masih ada?"]


class Hook:
    """A bot's own web server: fails as often as told, then takes updates."""

    def __init__(self, failures: int) -> None:
        self.failures = failures
        self.secrets: set[str | None] = set()
        self.texts: list[str] = []
        self.reply: dict[str, Any] | None = None
        self.enough = asyncio.Event()

    async def take(self, request: web.Request) -> web.Response:
        if self.failures > 0:
            self.failures -= 1
            return web.Response(status=500)
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.texts.append((await request.json())["message"]["text"])
        if len(self.texts) == 3:
            self.enough.set()
        return web.json_response(self.reply) if self.reply else web.Response()


async def test_webhook_posts_in_order_and_again_after_failures(
    api: Api, sim: Sim, slamet: int
) -> None:
    hook = Hook(failures=1)
    hook.reply = {"method": "sendMessage", "chat_id": slamet, "text": "lewat jawaban"}
    app = web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await api.ok("setWebhook", url=url, secret_token="rahasia")
    await sim.say(slamet, "dua")
    await sim.say(slamet, "tiga")
    await hook.enough.wait()
    assert hook.texts == ["/start", "dua", "tiga"]
    assert hook.secrets == {"rahasia"}
    assert await api.refused("getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    info = await api.ok("getWebhookInfo")
    assert info["url"] == url
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
    assert (await sim.wait_reply(slamet)).text == "lewat jawaban"
    await api.ok("deleteWebhook")
    assert await api.updates() == []
    await runner.cleanup()


async def test_webhook_addresses(api: Api) -> None:
    assert await api.refused("setWebhook", url="http://contoh.id/hook") == (
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
    await api.ok("setWebhook", url="", drop_pending_updates=True)


async def test_setting_a_webhook_ends_a_long_poll(api: Api, sim: Sim) -> None:
    poll = asyncio.create_task(api.refused("getUpdates", timeout=30))
    await sim.wait_ready()
    await api.ok("setWebhook", url="http://127.0.0.1:9/hook")
    assert await poll == "Conflict: terminated by setWebhook request"
    await api.ok("deleteWebhook")


async def test_get_form_and_multipart_are_read_alike(api: Api, slamet: int) -> None:
    url = f"{api.url}/bot{TOKEN}/SENDmessage"
    fields = {"chat_id": str(slamet), "text": "halo & salam", "disable_notification": "true"}
    form = aiohttp.FormData(fields)
    form.add_field("ada", b"x", filename="x.txt")
    for request in (
        api.session.get(url, params=fields),
        api.session.post(url, data=fields),
        api.session.post(url, data=form),
        api.session.post(url, json=fields),
    ):
        async with request as answer:
            assert (await answer.json())["result"]["text"] == "halo & salam"


async def test_unknown_methods_and_tokens(api: Api) -> None:
    assert await api.refused("sendNothing") == "Not Found: method not found"
    async with api.session.get(f"{api.url}/botrusak/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized"
    async with api.session.get(f"{api.url}/bot{TOKEN}") as answer:
        assert answer.status == 404
    async with api.session.post(
        f"{api.url}/bot{TOKEN}/getMe", data=b"{", headers={"Content-Type": "application/json"}
    ) as answer:
        assert answer.status == 400


async def test_one_token_only_when_told_so() -> None:
    server = await start(token=TOKEN)
    try:
        async with aiohttp.ClientSession() as session:
            assert (await Api(server.url, session).ok("getMe"))["id"] == 123456789
            async with session.get(f"{server.url}/bot987654:AbC/getMe") as answer:
                assert answer.status == 401
    finally:
        await server.close()
