"""Polls, dice, moderation, General, invite links, inline queries: Telegram's shape, small."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.client import Sim, SimError
from sandbox.methods import METHODS
from sandbox.methods.dice import HIGHEST
from tests.botapi.model import read
from tests.sandbox.conftest import Api


@pytest.fixture
async def group(sim: Sim, slamet: int) -> int:
    return await sim.group("Petugas Bandung", [slamet])


@pytest.fixture
async def rina(sim: Sim, group: int) -> int:
    user = await sim.user("Bu Rina")
    await sim.member(group, user, "member")
    return user


def test_no_method_is_of_our_own_making() -> None:
    old = {"kickchatmember", "getchatmemberscount"}
    assert METHODS.keys() - old <= read().methods.keys()


async def test_a_poll_is_voted_on_and_stopped(api: Api, sim: Sim, slamet: int) -> None:
    sent = await api.ok(
        "sendPoll",
        chat_id=slamet,
        question="Sudah dapat kode?",
        options=["Sudah", {"text": "Belum"}],
        is_anonymous=False,
    )
    where = {"message_id": sent["message_id"]}
    await sim.post("vote", user=slamet, options=[1], **where)
    poll, answer = (await api.updates())[-2:]
    assert [o["voter_count"] for o in poll["poll"]["options"]] == [0, 1]
    assert answer["poll_answer"]["option_ids"] == [1]
    with pytest.raises(SimError, match="0 to 1"):
        await sim.post("vote", user=slamet, options=[2], **where)
    closed = await api.ok("stopPoll", chat_id=slamet, **where)
    assert (closed["is_closed"], closed["total_voter_count"]) == (True, 1)
    assert await api.refused("stopPoll", chat_id=slamet, **where) == (
        "Bad Request: poll has already been closed"
    )
    with pytest.raises(SimError, match="no open poll"):
        await sim.post("vote", user=slamet, options=[1], **where)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ({"options": []}, "poll must have at least 1 option"),
        ({"options": ["a"] * 13}, "poll can't have more than 12 options"),
        ({"question": ""}, "poll question must be non-empty"),
        ({"type": "tebakan"}, "unsupported poll type specified"),
        ({"type": "quiz"}, "wrong correct option ID specified"),
    ],
)
async def test_polls_refused(api: Api, slamet: int, asked: dict[str, Any], why: str) -> None:
    poll = {"chat_id": slamet, "question": "Ya?", "options": ["Ya"], **asked}
    assert await api.refused("sendPoll", **poll) == f"Bad Request: {why}"


@pytest.mark.parametrize("emoji", HIGHEST)
async def test_dice(api: Api, slamet: int, emoji: str) -> None:
    dice = (await api.ok("sendDice", chat_id=slamet, emoji=emoji))["dice"]
    assert dice["emoji"] == emoji
    assert 1 <= dice["value"] <= HIGHEST[emoji]
    assert "wrong dice emoji" in await api.refused("sendDice", chat_id=slamet, emoji="🐢")


async def test_a_live_location_moves_and_ends(api: Api, slamet: int) -> None:
    place = {"latitude": -6.9, "longitude": 107.6}
    sent = await api.ok("sendLocation", chat_id=slamet, live_period=60, **place)
    where = {"chat_id": slamet, "message_id": sent["message_id"]}
    moved = await api.ok("editMessageLiveLocation", **where, latitude=-7, longitude=107.6)
    assert moved["location"] == {"latitude": -7.0, "longitude": 107.6, "live_period": 60}
    stopped = await api.ok("stopMessageLiveLocation", **where)
    assert "live_period" not in stopped["location"]
    assert "can't be edited" in await api.refused("stopMessageLiveLocation", **where)


async def test_members_are_restricted_banned_and_promoted(
    api: Api, sim: Sim, group: int, slamet: int, rina: int
) -> None:
    where = {"chat_id": group, "user_id": rina}

    async def status() -> str:
        return str((await api.ok("getChatMember", **where))["status"])

    await api.updates(allowed_updates=["chat_member", "message"])
    await api.ok("restrictChatMember", **where, permissions={"can_send_messages": True})
    assert (await api.ok("getChatMember", **where))["can_send_photos"] is False
    await api.ok("promoteChatMember", **where, can_manage_topics=True)
    await api.ok("setChatAdministratorCustomTitle", **where, custom_title="Petugas")
    card = await api.ok("getChatMember", **where)
    assert (card["status"], card["custom_title"]) == ("administrator", "Petugas")
    assert (card["can_manage_topics"], card["can_delete_messages"]) == (True, False)
    assert await api.refused("banChatMember", **where) == (
        "Bad Request: user is an administrator of the chat"
    )
    await api.ok("promoteChatMember", **where)
    assert await status() == "member"
    await api.ok("banChatMember", **where)
    assert await status() == "kicked"
    await api.ok("unbanChatMember", **where, only_if_banned=True)
    assert await status() == "left"
    change = [u["chat_member"] for u in await api.updates() if "chat_member" in u][-1]
    assert change["from"]["is_bot"]
    for user, why in ((slamet, "can't remove chat owner"), (123456789, "can't restrict self")):
        refusal = await api.refused("banChatMember", chat_id=group, user_id=user)
        assert refusal == f"Bad Request: {why}"
    await sim.member(group, "bot", "administrator", rights={"can_restrict_members": False})
    assert "not enough rights" in await api.refused("banChatMember", **where)


async def test_everybodys_permissions(api: Api, sim: Sim, group: int, rina: int) -> None:
    await api.ok("setChatPermissions", chat_id=group, permissions={"can_send_messages": True})
    shown = (await api.ok("getChat", chat_id=group))["permissions"]
    assert (shown["can_send_messages"], shown["can_send_photos"]) == (True, False)
    assert "permissions" in await api.refused(
        "setChatPermissions", chat_id=group, permissions={"can_fly": True}
    )


async def test_general(api: Api, sim: Sim, group: int) -> None:
    where = {"chat_id": group}
    await api.ok("editGeneralForumTopic", **where, name="Umum")
    await api.ok("closeGeneralForumTopic", **where)
    assert await api.refused("closeGeneralForumTopic", **where) == (
        "Bad Request: TOPIC_NOT_MODIFIED"
    )
    await api.ok("sendMessage", **where, text="pengelola boleh")
    await api.ok("reopenGeneralForumTopic", **where)
    await api.ok("hideGeneralForumTopic", **where)
    await sim.member(group, "bot", "administrator", rights={"can_manage_topics": False})
    assert await api.refused("sendMessage", **where, text="a") == "Bad Request: TOPIC_CLOSED"
    await sim.member(group, "bot", "administrator")
    await api.ok("unhideGeneralForumTopic", **where)


async def test_pins_of_a_topic(api: Api, group: int) -> None:
    topic = await api.ok("createForumTopic", chat_id=group, name="Kasus 1")
    there = {"chat_id": group, "message_thread_id": topic["message_thread_id"]}
    for where in (there, {"chat_id": group}):
        sent = await api.ok("sendMessage", **where, text="a")
        await api.ok("pinChatMessage", chat_id=group, message_id=sent["message_id"])
    await api.ok("unpinAllForumTopicMessages", **there)
    assert "pinned_message" in await api.ok("getChat", chat_id=group)
    await api.ok("unpinAllGeneralForumTopicMessages", chat_id=group)
    assert "pinned_message" not in await api.ok("getChat", chat_id=group)


async def test_invite_links(api: Api, sim: Sim, group: int) -> None:
    where = {"chat_id": group}
    first = await api.ok("exportChatInviteLink", **where)
    assert first != await api.ok("exportChatInviteLink", **where)
    made = await api.ok("createChatInviteLink", **where, name="Petugas baru", member_limit=3)
    link = {**where, "invite_link": made["invite_link"]}
    edited = await api.ok("editChatInviteLink", **link, name="Magang", creates_join_request=True)
    assert (edited["name"], edited["creates_join_request"]) == ("Magang", True)
    assert (await api.ok("revokeChatInviteLink", **link))["is_revoked"]
    assert "INVITE_HASH_EXPIRED" in await api.refused(
        "revokeChatInviteLink", **where, invite_link="https://t.me/+x"
    )
    await sim.member(group, "bot", "administrator", rights={"can_invite_users": False})
    assert "not enough rights" in await api.refused("exportChatInviteLink", **where)


async def test_a_group_gets_another_name(api: Api, group: int, slamet: int) -> None:
    await api.ok("setChatTitle", chat_id=group, title="Petugas Jabar")
    await api.ok("setChatDescription", chat_id=group, description="Meja bantuan")
    chat = await api.ok("getChat", chat_id=group)
    assert (chat["title"], chat["description"]) == ("Petugas Jabar", "Meja bantuan")
    assert "private chat" in await api.refused("setChatTitle", chat_id=slamet, title="x")


async def test_inline_queries(api: Api, sim: Sim, slamet: int) -> None:
    query_id = (await sim.post("inline", user=slamet, query="saldo"))["query_id"]
    assert (await api.updates())[-1]["inline_query"]["query"] == "saldo"
    assert (await sim.get("inline", query_id=query_id))["results"] is None
    content = {"message_text": "Saldo"}
    one = {"type": "article", "id": "1", "title": "Saldo", "input_message_content": content}
    asked = {"inline_query_id": query_id}
    assert "DUPLICATE" in await api.refused("answerInlineQuery", **asked, results=[one, one])
    await api.ok("answerInlineQuery", **asked, results=[one])
    assert (await sim.get("inline", query_id=query_id))["results"] == [one]
    assert "too old" in await api.refused("answerInlineQuery", **asked, results=[])


async def test_what_the_bot_would_like_to_be(api: Api, slamet: int) -> None:
    assert not any((await api.ok("getMyDefaultAdministratorRights")).values())
    rights = {"can_manage_topics": True}
    await api.ok("setMyDefaultAdministratorRights", rights=rights)
    assert (await api.ok("getMyDefaultAdministratorRights"))["can_manage_topics"]
    photos = await api.ok("getUserProfilePhotos", user_id=slamet)
    assert photos == {"total_count": 0, "photos": []}
