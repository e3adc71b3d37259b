"""Bad weather: what is processed and what is not, and what the bot gets to see."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import pytest

from sandbox.client import Sim, SimError
from sandbox.server import start
from tests.sandbox.conftest import TOKEN, Api


async def texts(sim: Sim, chat: int) -> list[str]:
    return [m.text for m in await sim.messages(chat) if m.by_bot]


async def test_too_many_requests(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("too_many", method="sendMessage", times=2, retry_after=9)
    for _ in range(2):
        status, answer = await api.raw("sendMessage", chat_id=slamet, text="a")
        assert (status, answer["parameters"]) == (429, {"retry_after": 9})
        assert answer["description"] == "Too Many Requests: retry after 9"
    await api.ok("sendMessage", chat_id=slamet, text="b")
    assert await texts(sim, slamet) == ["b"]


async def test_any_error(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("error", code=502, description="Bad Gateway")
    assert await api.refused("sendMessage", chat_id=slamet, text="a") == "Bad Gateway"
    assert await texts(sim, slamet) == []


@pytest.mark.parametrize(("kind", "delivered"), [("drop_before", []), ("drop_after", ["a"])])
async def test_dropped_connection(
    api: Api, sim: Sim, slamet: int, kind: str, delivered: list[str]
) -> None:
    await sim.fault(kind, method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await api.raw("sendMessage", chat_id=slamet, text="a")
    assert await texts(sim, slamet) == delivered
    assert (await sim.log(method="sendMessage"))[-1]["fault"] == kind


@pytest.mark.parametrize(("kind", "delivered"), [("stall_before", []), ("stall_after", ["a"])])
async def test_stalled_until_the_reader_gives_up(
    api: Api, sim: Sim, slamet: int, kind: str, delivered: list[str]
) -> None:
    await sim.fault(kind, method="sendMessage")
    url = f"{api.base}/sendMessage"
    patience = aiohttp.ClientTimeout(sock_read=0.1)
    with pytest.raises(TimeoutError):
        await api.session.post(url, json={"chat_id": slamet, "text": "a"}, timeout=patience)
    assert await texts(sim, slamet) == delivered


async def test_slow_is_answered_after_all(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("slow", seconds=0.05)
    await api.ok("sendMessage", chat_id=slamet, text="a")


async def test_broken_json_confirms_nothing(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("broken_json", method="getUpdates")
    async with api.session.get(f"{api.base}/getUpdates") as answer:
        body = await answer.text()
    with pytest.raises(json.JSONDecodeError):
        json.loads(body)
    assert len(await api.updates()) == 1


async def test_a_fault_hits_its_method_its_chat_and_its_turn(
    api: Api, sim: Sim, slamet: int
) -> None:
    rina = await sim.user("Bu Rina")
    await sim.say(rina, "/start")
    await sim.fault("error", method="sendmessage", chat=rina, skip=1, code=500, description="x")
    await api.ok("sendMessage", chat_id=slamet, text="lain chat")
    await api.ok("sendChatAction", chat_id=rina, action="typing")
    await api.ok("sendMessage", chat_id=rina, text="dilewati")
    assert await api.refused("sendMessage", chat_id=rina, text="kena") == "x"
    await api.ok("sendMessage", chat_id=rina, text="lagi")


async def test_faults_can_be_cleared_and_unknown_ones_are_refused(api: Api, sim: Sim) -> None:
    await sim.fault("error", times=100)
    await sim.clear_faults()
    await api.ok("getMe")
    with pytest.raises(SimError, match="drop_after"):
        await sim.fault("gempa")


async def test_updates_nobody_can_parse(api: Api, sim: Sim, slamet: int) -> None:
    await api.updates()
    strange = await sim.push({"kabar_baru": {"x": 1}})
    await sim.push({"message": {"text": 5}})
    await sim.say(slamet, "sesudahnya")
    updates = (await api.updates())[1:]
    assert [u["update_id"] for u in updates] == [strange, strange + 1, strange + 2]
    assert updates[0]["kabar_baru"] == {"x": 1}
    assert updates[2]["message"]["text"] == "sesudahnya"


async def test_the_log_has_calls_in_order_and_never_the_token(
    api: Api, sim: Sim, slamet: int
) -> None:
    before = (await sim.stats())["last_call"]
    await api.ok("sendMessage", chat_id=slamet, text="a")
    await api.refused("sendMessage", chat_id=slamet, text="")
    await api.updates()
    log = await sim.log(after=before)
    assert [e["method"] for e in log] == ["sendMessage", "sendMessage", "getUpdates"]
    assert log[0]["params"] == {"chat_id": slamet, "text": "a"}
    assert log[0]["result"]["text"] == "a"
    assert (log[1]["code"], log[1]["description"]) == (400, "Bad Request: message text is empty")
    assert len(log[2]["result"]) == 1
    assert TOKEN.partition(":")[2] not in json.dumps(log)
    assert await sim.log(after=before, chat=slamet, limit=1) == log[:1]


async def test_blocking_is_told(api: Api, sim: Sim, slamet: int) -> None:
    await sim.block(slamet)
    change = (await api.updates())[-1]["my_chat_member"]
    statuses = (change["old_chat_member"]["status"], change["new_chat_member"]["status"])
    assert statuses == ("member", "kicked")
    await sim.say(slamet, "/start")
    kinds = [next(k for k in u if k != "update_id") for u in (await api.updates())[-2:]]
    assert kinds == ["my_chat_member", "message"]
    await api.ok("sendMessage", chat_id=slamet, text="halo lagi")


async def test_closing_the_server_lets_everybody_go(api: Api, sim: Sim) -> None:
    server = await start()
    async with aiohttp.ClientSession() as session:
        poll = asyncio.create_task(Api(server.url, session).updates(timeout=50))
        async with Sim(server.url) as other:
            await other.wait_ready()
        async with session.get(f"{server.url}/sim/events") as stream:
            await server.close()
            assert b'"closing"' in await stream.read()
        assert await poll == []
