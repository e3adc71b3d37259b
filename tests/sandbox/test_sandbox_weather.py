"""Weather of the kinds that real proxies, accounts and groups make."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from sandbox.accounts import check_state
from sandbox.client import Sim, SimError
from sandbox.world import World
from tests.sandbox.conftest import Api


@pytest.fixture
async def group(sim: Sim, slamet: int) -> int:
    return await sim.group("Petugas Bandung", [slamet])


async def raw(api: Api, method: str, **params: Any) -> tuple[int, str, str]:
    """Status, content type and body of an answer that need not be the Bot API's."""
    url = f"{api.base}/{method}"
    async with api.session.post(url, json=params, allow_redirects=False) as answer:
        return answer.status, answer.content_type, await answer.text()


@pytest.mark.parametrize("code", [200, 401, 403, 404, 409, 429, 500, 521])
async def test_a_page_instead_of_an_answer(api: Api, sim: Sim, slamet: int, code: int) -> None:
    await sim.fault("raw", code=code)
    status, kind, body = await raw(api, "sendMessage", chat_id=slamet, text="a")
    assert (status, kind) == (code, "text/html")
    assert f"<h1>{code}" in body
    assert [m for m in await sim.messages(slamet) if m.by_bot] == []
    assert (await sim.log(method="sendMessage"))[-1]["code"] == code


@pytest.mark.parametrize(("code", "body"), [(502, None), (200, ""), (200, '{"ok":tr'), (504, "x")])
async def test_processed_and_answered_by_somebody_else(
    api: Api, sim: Sim, slamet: int, code: int, body: str | None
) -> None:
    await sim.fault("raw_after", code=code, body=body, content_type="application/json")
    status, _, answered = await raw(api, "sendMessage", chat_id=slamet, text="a")
    assert status == code
    assert answered == body if body is not None else "502 Bad Gateway" in answered
    assert [m.text for m in await sim.messages(slamet) if m.by_bot] == ["a"]


async def test_sent_elsewhere(api: Api, sim: Sim) -> None:
    await sim.fault("redirect", headers={"X-Proxy": "1"})
    url = f"{api.base}/getMe"
    async with api.session.get(url, allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (302, "https://masuk.invalid/")
        assert answer.headers["X-Proxy"] == "1"


async def test_byte_by_byte(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("drip", method="getMe", seconds=0)
    assert (await api.ok("getMe"))["is_bot"]
    await sim.fault("drip", method="sendMessage", seconds=5)
    patience = aiohttp.ClientTimeout(total=0.1)
    with pytest.raises(TimeoutError):
        async with api.session.post(
            f"{api.base}/sendMessage", json={"chat_id": slamet, "text": "a"}, timeout=patience
        ) as answer:
            await answer.read()
    assert [m.text for m in await sim.messages(slamet) if m.by_bot] == ["a"]


async def test_a_busy_telegram_in_its_several_words(api: Api, sim: Sim, slamet: int) -> None:
    await sim.fault("error", code=429, description="Too Many Requests: retry after 5")
    assert (await api.raw("getMe"))[1].keys() == {"ok", "error_code", "description"}
    await sim.fault("too_many", retry_after=86400)
    assert (await api.raw("getMe"))[1]["parameters"] == {"retry_after": 86400}


async def test_update_ids_go_down(api: Api, sim: Sim, slamet: int) -> None:
    with pytest.raises(SimError, match="waiting"):
        await sim.next_update(5)
    [old] = await api.updates()
    assert await api.updates(offset=old["update_id"] + 1) == []
    await sim.next_update(117_314_199)
    await sim.say(slamet, "seminggu kemudian")
    # An offset far ahead of the queue confirms nothing, and is served from its head.
    for _ in range(2):
        [new] = await api.updates(offset=727_334_701)
        assert (new["update_id"], new["message"]["text"]) == (117_314_199, "seminggu kemudian")
    assert await api.updates(offset=new["update_id"] + 1) == []


def test_two_sandboxes_do_not_begin_with_the_same_update() -> None:
    first = {World().queue.next_id for _ in range(8)}
    assert len(first) > 1


@pytest.mark.parametrize(
    ("state", "code", "words"),
    [
        ("deactivated", 403, "Forbidden: user is deactivated"),
        ("paid", 403, "Forbidden: user requires payment"),
        ("premium_only", 400, "Bad Request: PRIVACY_PREMIUM_REQUIRED"),
        ("private", 400, "Bad Request: USER_PRIVACY_RESTRICTED"),
    ],
)
async def test_an_account_that_takes_nothing(
    api: Api, sim: Sim, slamet: int, state: str, code: int, words: str
) -> None:
    await sim.account(slamet, state)
    status, answer = await api.raw("sendMessage", chat_id=slamet, text="a")
    assert (status, answer["description"]) == (code, words)
    await sim.account(slamet)
    await api.ok("sendMessage", chat_id=slamet, text="a")
    with pytest.raises(ValueError, match="deactivated"):
        check_state("hilang")


async def test_a_frozen_bot(api: Api, sim: Sim, slamet: int) -> None:
    await sim.bot_is(frozen=True)
    assert await api.refused("sendMessage", chat_id=slamet, text="a") == (
        "Bad Request: FROZEN_METHOD_INVALID"
    )
    await api.ok("getMe")
    await sim.bot_is(frozen=False)
    await api.ok("sendMessage", chat_id=slamet, text="a")


async def test_a_restricted_bot_may_not_speak(api: Api, sim: Sim, group: int, slamet: int) -> None:
    topic = await sim.open_topic(group, slamet, "Kasus 1")
    where = {"chat_id": group, "message_thread_id": topic}
    await sim.member(group, "bot", "restricted", rights={"can_send_photos": True})
    no = "Bad Request: not enough rights to send {} to the chat".format
    assert await api.refused("sendMessage", **where, text="a") == no("text messages")
    place = {"latitude": 1, "longitude": 2}
    assert await api.refused("sendLocation", **where, **place) == no("locations")
    said = await sim.say(slamet, "halo")
    copy = {"from_chat_id": slamet, "chat_id": group}
    assert await api.refused("copyMessage", **copy, message_id=said) == no("text messages")
    assert await api.refused("forwardMessages", **copy, message_ids=[said]) == no("text messages")
    assert await api.refused("createForumTopic", chat_id=group, name="x") == (
        "Bad Request: not enough rights to create a topic"
    )
    assert await api.refused("closeForumTopic", **where) == (
        "Bad Request: not enough rights to edit the topic"
    )
    sent = await sim.send(slamet, "photo")
    await api.ok("copyMessage", **copy, message_id=sent)
    await sim.member(group, "bot", "administrator")
    await api.ok("sendMessage", **where, text="a")


async def test_a_group_where_members_may_not_write(api: Api, sim: Sim, group: int) -> None:
    await sim.member(group, "bot", "member")
    await sim.permit(group, can_send_messages=False)
    assert "not enough rights" in await api.refused("sendMessage", chat_id=group, text="a")
    assert (await api.ok("getChat", chat_id=group))["permissions"]["can_send_messages"] is False
    with pytest.raises(SimError, match="can_send_polls"):
        await sim.permit(group, can_fly=True)


async def test_a_topic_closed_by_hand(api: Api, sim: Sim, group: int, slamet: int) -> None:
    topic = await sim.open_topic(group, slamet, "Kasus 1")
    where = {"chat_id": group, "message_thread_id": topic}
    await sim.close_topic(group, topic, slamet)
    assert (await api.updates())[-1]["message"]["forum_topic_closed"] == {}
    await api.ok("sendMessage", **where, text="pengelola boleh")
    await sim.member(group, "bot", "administrator", rights={"can_manage_topics": False})
    assert await api.refused("sendMessage", **where, text="a") == "Bad Request: TOPIC_CLOSED"
    await sim.close_topic(group, topic, slamet, closed=False)
    await api.ok("sendMessage", **where, text="a")


async def test_privacy_mode(api: Api, sim: Sim, group: int, slamet: int) -> None:
    await sim.bot_is(reads_all=False)
    assert (await api.ok("getMe"))["can_read_all_group_messages"] is False
    await sim.member(group, "bot", "member")
    asked = await api.ok("sendMessage", chat_id=group, text="Ada yang bisa?")
    await sim.say(slamet, "obrolan biasa", chat=group)
    await sim.say(slamet, "/peran@lain_bot", chat=group)
    await sim.say(slamet, "/peran", chat=group)
    await sim.say(slamet, "saya", chat=group, reply_to=asked["message_id"])
    await sim.make(slamet, "new_chat_title", chat=group)
    await sim.member(group, "bot", "administrator")
    await sim.say(slamet, "kini terdengar", chat=group)
    heard = [u["message"] for u in await api.updates() if "message" in u]
    texts = [m.get("text") or m.get("new_chat_title") for m in heard]
    assert texts[-4:] == ["/peran", "saya", "Nama baru", "kini terdengar"]
    assert "obrolan biasa" not in texts


async def test_what_cannot_be_copied(api: Api, sim: Sim, slamet: int) -> None:
    pinned = await sim.make(slamet, "pinned_message")
    gone = {"chat_id": slamet, "from_chat_id": slamet}
    assert await api.refused("copyMessage", **gone, message_id=pinned) == (
        "Bad Request: message can't be copied"
    )
    kept = await api.ok("sendMessage", chat_id=slamet, text="a", protect_content=True)
    assert await api.refused("forwardMessage", **gone, message_id=kept["message_id"]) == (
        "Bad Request: message can't be forwarded"
    )
    for kind in ("giveaway", "invoice", "paid_media"):
        stays = await sim.make(slamet, kind)
        assert "can't be copied" in await api.refused("copyMessage", **gone, message_id=stays)
    one, two = [await sim.say(slamet, text) for text in ("satu", "dua")]
    assert await api.refused("copyMessages", **gone, message_ids=[two, one]) == (
        "Bad Request: message identifiers must be in a strictly increasing order"
    )
    made = await api.ok("copyMessages", **gone, message_ids=[pinned, one, two])
    assert len(made) == 2
    await sim.protect(slamet)
    assert await api.refused("copyMessage", **gone, message_id=one) == (
        "Bad Request: CHAT_FORWARDS_RESTRICTED"
    )


async def test_a_caption_taken_away(api: Api, sim: Sim, slamet: int) -> None:
    photo = await sim.send(slamet, "photo", caption="nama ibu kandung")
    for bare, left in ((True, ""), (False, "nama ibu kandung")):
        await api.ok(
            "copyMessages",
            chat_id=slamet,
            from_chat_id=slamet,
            message_ids=[photo],
            remove_caption=bare,
        )
        assert (await sim.screen(slamet)).text == left


async def test_an_unknown_kind_names_the_known(sim: Sim, slamet: int) -> None:
    with pytest.raises(SimError, match="video_chat_started"):
        await sim.make(slamet, "kabar")
