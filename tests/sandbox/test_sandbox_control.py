"""The control side and its client: playing people, reading screens, waiting."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest

from sandbox import control
from sandbox.client import Sim, SimError
from sandbox.server import application, start
from sandbox.world import World
from tests.sandbox.conftest import Api


def keyboard(*labels: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": each, "callback_data": each} for each in labels]]}


async def test_a_label_that_is_nowhere_says_what_there_is(api: Api, sim: Sim, slamet: int) -> None:
    with pytest.raises(SimError, match="nothing of the bot"):
        await sim.tap(slamet, "Ya")
    await api.ok("sendMessage", chat_id=slamet, text="Pilih", reply_markup=keyboard("Ya", "Tidak"))
    with pytest.raises(SimError) as refusal:
        await sim.tap(slamet, "Mungkin")
    assert "'Mungkin'" in str(refusal.value)
    assert "'Pilih' with buttons ['Ya', 'Tidak']" in str(refusal.value)


async def test_the_newest_button_with_the_label_is_pressed(api: Api, sim: Sim, slamet: int) -> None:
    old = await api.ok("sendMessage", chat_id=slamet, text="1", reply_markup=keyboard("Ya", "Lain"))
    new = await api.ok("sendMessage", chat_id=slamet, text="2", reply_markup=keyboard("Ya"))
    assert (await sim.tap(slamet, "Ya"))["message_id"] == new["message_id"]
    assert (await sim.tap(slamet, "Lain"))["message_id"] == old["message_id"]
    chosen = await sim.tap(slamet, "Ya", message_id=old["message_id"])
    assert chosen["message_id"] == old["message_id"]


async def test_forged_taps_reach_the_bot(api: Api, sim: Sim, slamet: int) -> None:
    await api.ok("sendMessage", chat_id=slamet, text="1")
    await sim.tap_data(slamet, "v9|curang")
    query = (await api.updates())[-1]["callback_query"]
    assert (query["data"], query["from"]["id"]) == ("v9|curang", slamet)


async def test_waiting_for_the_bot(api: Api, sim: Sim, slamet: int) -> None:
    await sim.say(slamet, "halo")
    waiting = asyncio.create_task(sim.wait_reply(slamet))
    await api.ok("sendMessage", chat_id=slamet, text="satu")
    assert (await waiting).text == "satu"
    await sim.say(slamet, "lagi")
    with pytest.raises(SimError, match=r"no answer .* \['/start', .*'lagi'\]|no answer"):
        await sim.wait_reply(slamet, timeout=0.05)
    await sim.wait_quiet(slamet, quiet=0.01)


async def test_messages_since_a_revision(api: Api, sim: Sim, slamet: int) -> None:
    sent = await api.ok("sendMessage", chat_id=slamet, text="a")
    gone = await api.ok("sendMessage", chat_id=slamet, text="b")
    revision = (await sim.screen(slamet)).revision
    where = {"chat_id": slamet, "message_id": sent["message_id"]}
    await api.ok("editMessageText", **where, text="a2")
    await api.ok("deleteMessage", chat_id=slamet, message_id=gone["message_id"])
    changed = await sim.messages(slamet, since=revision)
    assert [(m.id, m.deleted) for m in changed] == [
        (sent["message_id"], False),
        (gone["message_id"], True),
    ]
    assert [m.id for m in await sim.messages(slamet, after=sent["message_id"] - 1)] == [
        sent["message_id"]
    ]


async def test_people_delete_forward_and_react(api: Api, sim: Sim, slamet: int) -> None:
    said = await sim.say(slamet, "salah kirim")
    await sim.delete(slamet, said)
    assert said not in [m.id for m in await sim.messages(slamet)]
    answer = await api.ok("sendMessage", chat_id=slamet, text="info")
    forwarded = await sim.forward(slamet, slamet, answer["message_id"])
    last = (await api.updates())[-1]["message"]
    assert last["message_id"] == forwarded
    assert last["forward_origin"]["sender_user"]["is_bot"]
    with pytest.raises(SimError, match="REACTION_INVALID"):
        await sim.react(slamet, forwarded, "✅")
    with pytest.raises(SimError, match="not by"):
        await sim.edit(slamet, answer["message_id"], "curang")


async def test_an_album_from_a_person(api: Api, sim: Sim, slamet: int) -> None:
    for _ in range(2):
        await sim.send(slamet, "photo", album="77")
    groups = [u["message"]["media_group_id"] for u in (await api.updates())[-2:]]
    assert groups == ["77", "77"]


async def test_wrong_requests_are_told_what_is_wrong(sim: Sim, slamet: int) -> None:
    with pytest.raises(SimError, match="no user 5"):
        await sim.say(5, "halo")
    with pytest.raises(SimError, match="text is missing"):
        await sim.post("say", user=slamet)
    with pytest.raises(SimError, match="no kind 'hologram'"):
        await sim.send(slamet, "hologram")
    with pytest.raises(SimError, match="exists already"):
        await sim.user("Kembar", id=slamet)
    with pytest.raises(SimError, match="private chat"):
        await sim.say(await sim.user(), "halo", chat=slamet)


async def test_reset_forgets_everything(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("error")
    await sim.reset()
    assert await sim.users() == []
    assert await api.updates() == []
    fresh = await sim.user()
    await sim.say(fresh, "/start")
    assert len(await api.updates()) == 1


async def test_events_tell_of_changes(api: Api, sim: Sim, slamet: int) -> None:
    async with api.session.get(f"{api.url}/sim/events") as stream:
        await stream.content.readline()
        await api.ok("sendChatAction", chat_id=slamet, action="typing")
        await api.ok("sendMessage", chat_id=slamet, text="a")
        await sim.tap_data(slamet, "x")
        query = (await sim.pending(slamet))[0]["id"]
        await api.ok("answerCallbackQuery", callback_query_id=query, text="ya")
        kinds = []
        while "toast" not in kinds:
            line = (await stream.content.readline()).decode()
            if line.startswith("data: "):
                kinds.append(json.loads(line[6:])["type"])
    assert kinds == ["bot", "action", "chat", "toast"]


async def test_files_of_people_are_shown_never_run(sim: Sim, api: Api, slamet: int) -> None:
    await sim.send(slamet, "document", b"<script>", file_name="x.html", mime="text/html")
    file_id = (await sim.messages(slamet))[-1].raw["file"]["id"]
    async with api.session.get(f"{api.url}/sim/files/{file_id}") as answer:
        assert answer.content_type == "text/plain"
        assert await answer.read() == b"<script>"


async def test_two_sandboxes_side_by_side(sim: Sim) -> None:
    other = await start()
    try:
        async with Sim(other.url) as far:
            await far.user("Bu Rina")
            assert len(await far.users()) == 1
            assert await sim.users() == []
    finally:
        await other.close()


async def test_a_taken_port_is_said() -> None:
    first = await start()
    port = int(first.url.rpartition(":")[2])
    try:
        with pytest.raises(OSError, match="address already in use"):
            await start(port=port)
    finally:
        await first.close()


async def test_a_part_of_a_label_will_do_only_when_it_is_clear(
    api: Api, sim: Sim, slamet: int
) -> None:
    old = await api.ok("sendMessage", chat_id=slamet, text="1", reply_markup=keyboard("Ya"))
    rows = keyboard("Saya lanjut", "Saya berhenti")
    await api.ok("sendMessage", chat_id=slamet, text="2", reply_markup=rows)
    assert (await sim.tap(slamet, "Ya"))["message_id"] == old["message_id"]
    assert (await sim.tap(slamet, "lanjut"))["data"] == "Saya lanjut"
    with pytest.raises(SimError, match="no button 'saya'"):
        await sim.tap(slamet, "saya")


async def test_waiting_for_the_answer_to_a_tap(api: Api, sim: Sim, slamet: int) -> None:
    await api.ok("sendMessage", chat_id=slamet, text="1", reply_markup=keyboard("Ya"))
    tapped = await sim.tap(slamet, "Ya")
    with pytest.raises(SimError, match="not answered"):
        await sim.wait_toast(tapped, timeout=0.05)
    waiting = asyncio.create_task(sim.wait_toast(tapped))
    await api.ok("answerCallbackQuery", callback_query_id=tapped["query_id"], text="baik")
    assert (await waiting)["text"] == "baik"


async def test_a_bot_that_died_is_not_listening(api: Api, sim: Sim, slamet: int) -> None:
    last = (await api.updates())[-1]["update_id"]
    poll = asyncio.create_task(api.updates(last + 1, timeout=50))
    await sim.wait_ready()
    poll.cancel()
    await asyncio.wait([poll])
    while (await sim.stats())["polling"]:
        await sim.wait_quiet(slamet, quiet=0.01)
    with pytest.raises(SimError, match="no bot has asked"):
        await sim.wait_ready(seconds=0.05)


async def test_pages_of_other_sites_may_not_ask(api: Api, slamet: int) -> None:
    url = f"{api.url}/sim/say"
    body = {"user": slamet, "text": "curang"}
    foreign = {"Origin": "https://contoh.id"}
    async with api.session.post(url, json=body, headers=foreign) as answer:
        assert answer.status == 403
    async with api.session.post(url, json=body, headers={"Origin": api.url}) as answer:
        assert answer.status == 200


def test_every_route_of_the_control_side_is_documented() -> None:
    app = application(World())
    routes = {
        (route.method, route.resource.canonical)
        for route in app.router.routes()
        if route.resource is not None and route.resource.canonical.startswith("/sim")
    }
    described = {
        (line.split()[0], re.split(r"[? ]", line.split()[1])[0].replace("<file_id>", "{file_id}"))
        for line in (control.__doc__ or "").splitlines()
        if re.match(r"  (GET|POST|DELETE) +/sim", line)
    }
    assert {route for route in routes if route[0] != "HEAD"} == described
