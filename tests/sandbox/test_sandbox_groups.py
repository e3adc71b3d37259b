"""Supergroups with topics: members, topics, migration."""

from __future__ import annotations

from typing import Any

import pytest

from sandbox.client import Sim, SimError
from tests.sandbox.conftest import Api


@pytest.fixture
async def group(sim: Sim, slamet: int) -> int:
    return await sim.group("Petugas Bandung", [slamet])


async def test_a_topic_lives_and_dies(api: Api, sim: Sim, group: int, slamet: int) -> None:
    topic = await api.ok("createForumTopic", chat_id=group, name="Kasus 1", icon_color=0xFB6F5F)
    thread = topic["message_thread_id"]
    where = {"chat_id": group, "message_thread_id": thread}
    sent = await api.ok("sendMessage", **where, text="kartu")
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (thread, True)
    assert await api.refused("editForumTopic", **where, name="Kasus 1") == (
        "Bad Request: TOPIC_NOT_MODIFIED"
    )
    await api.ok("editForumTopic", **where, name="Kasus 1 selesai")
    await api.ok("closeForumTopic", **where)
    assert await api.refused("closeForumTopic", **where) == "Bad Request: TOPIC_NOT_MODIFIED"
    await api.ok("sendMessage", **where, text="admin boleh menulis")
    shown = (await sim.topics(group))[0]
    assert (shown["name"], shown["closed"], shown["deleted"]) == ("Kasus 1 selesai", True, False)
    await api.ok("reopenForumTopic", **where)
    await api.ok("deleteForumTopic", **where)
    assert await api.refused("sendMessage", **where, text="x") == (
        "Bad Request: message thread not found"
    )
    assert await api.refused("editForumTopic", **where, name="y") == "Bad Request: TOPIC_ID_INVALID"
    assert await sim.messages(group, thread=thread) == []


async def test_a_topic_deleted_by_an_officer(api: Api, sim: Sim, group: int) -> None:
    topic = await api.ok("createForumTopic", chat_id=group, name="Kasus 2")
    where = {"chat_id": group, "message_thread_id": topic["message_thread_id"]}
    before = await api.updates()
    await sim.delete_topic(group, topic["message_thread_id"], answer="TOPIC_DELETED")
    assert await api.updates() == before
    assert await api.refused("sendMessage", **where, text="x") == "Bad Request: TOPIC_DELETED"


async def test_officers_speak_in_topics(api: Api, sim: Sim, group: int, slamet: int) -> None:
    topic = await api.ok("createForumTopic", chat_id=group, name="Kasus 3")
    thread = topic["message_thread_id"]
    card = await api.ok("sendMessage", chat_id=group, message_thread_id=thread, text="kartu")
    await sim.say(slamet, "halo", chat=group, thread=thread)
    await sim.say(slamet, "balasan", chat=group, reply_to=card["message_id"])
    plain, reply = [u["message"] for u in await api.updates() if "message" in u][-2:]
    assert (plain["message_thread_id"], plain["is_topic_message"]) == (thread, True)
    assert "forum_topic_created" in plain["reply_to_message"]
    assert (reply["message_thread_id"], reply["reply_to_message"]["text"]) == (thread, "kartu")


async def test_message_ids_count_per_supergroup(api: Api, sim: Sim, group: int) -> None:
    other = await sim.group("Petugas Bekasi", [(await sim.user())])
    first = await api.ok("sendMessage", chat_id=group, text="a")
    second = await api.ok("sendMessage", chat_id=other, text="a")
    assert first["message_id"] == second["message_id"]


async def test_people_open_topics_and_cannot_write_into_closed_ones(
    api: Api, sim: Sim, group: int, slamet: int
) -> None:
    thread = await sim.open_topic(group, slamet, "Obrolan")
    created = [u["message"] for u in await api.updates() if "message" in u][-1]
    assert created["forum_topic_created"]["name"] == "Obrolan"
    officer = await sim.user("Bu Wati")
    await sim.member(group, officer, "member")
    await sim.post("topics/close", chat=group, thread=thread, user=slamet)
    with pytest.raises(SimError, match="closed"):
        await sim.say(officer, "halo", chat=group, thread=thread)
    with pytest.raises(SimError, match="Obrolan"):
        await sim.say(officer, "halo", chat=group, thread=999)


async def test_members_come_go_and_are_asked_for(
    api: Api, sim: Sim, group: int, slamet: int
) -> None:
    wati = await sim.user("Bu Wati")

    async def status() -> str:
        return str((await api.ok("getChatMember", chat_id=group, user_id=wati))["status"])

    assert await status() == "left"
    with pytest.raises(SimError, match="is not in"):
        await sim.say(wati, "halo", chat=group)
    await api.updates(allowed_updates=["message", "chat_member", "my_chat_member"])
    await sim.member(group, wati, "administrator", title="Penyelia")
    kinds = [next(k for k in u if k != "update_id") for u in (await api.updates())[-2:]]
    assert kinds == ["chat_member", "message"]
    assert await status() == "administrator"
    await sim.member(group, wati, "kicked")
    assert await status() == "kicked"
    assert await api.refused("getChatMember", chat_id=group, user_id=42) == (
        "Bad Request: member not found"
    )


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("kicked", "Forbidden: bot was kicked from the supergroup chat"),
        ("left", "Forbidden: bot is not a member of the supergroup chat"),
    ],
)
async def test_a_bot_that_is_out_cannot_write(
    api: Api, sim: Sim, group: int, status: str, why: str
) -> None:
    await sim.member(group, "bot", status)
    change = [u for u in await api.updates() if "my_chat_member" in u][-1]["my_chat_member"]
    assert change["new_chat_member"]["status"] == status
    assert await api.refused("sendMessage", chat_id=group, text="a") == why


async def test_a_bot_leaves(api: Api, group: int) -> None:
    await api.ok("leaveChat", chat_id=group)
    assert "not a member" in await api.refused("getChat", chat_id=group)


async def test_without_rights_there_are_no_topics(api: Api, sim: Sim, group: int) -> None:
    await sim.member(group, "bot", "administrator", rights={"can_manage_topics": False})
    assert await api.refused("createForumTopic", chat_id=group, name="x") == (
        "Bad Request: not enough rights to create a topic"
    )
    plain = await sim.group("Tanpa topik", [await sim.user()], forum=False)
    assert await api.refused("createForumTopic", chat_id=plain, name="x") == (
        "Bad Request: the chat is not a forum"
    )


@pytest.mark.parametrize(
    ("params", "why"),
    [
        ({"name": " "}, "topic name must be non-empty"),
        ({"name": "x" * 129}, "TOPIC_TITLE_TOO_LONG"),
        ({"name": "x", "icon_color": 1}, "invalid icon color specified"),
        ({"name": "x", "icon_custom_emoji_id": "1"}, "DOCUMENT_INVALID"),
    ],
)
async def test_topics_refused(api: Api, group: int, params: dict[str, Any], why: str) -> None:
    assert await api.refused("createForumTopic", chat_id=group, **params) == f"Bad Request: {why}"


async def test_a_group_moves_to_a_new_id(api: Api, sim: Sim, group: int, slamet: int) -> None:
    topic = await api.ok("createForumTopic", chat_id=group, name="Kasus 4")
    new = await sim.migrate(group)
    old_word, new_word = [u["message"] for u in (await api.updates())[-2:]]
    assert (old_word["chat"]["id"], old_word["migrate_to_chat_id"]) == (group, new)
    assert (new_word["chat"]["id"], new_word["migrate_from_chat_id"]) == (new, group)
    status, answer = await api.raw("sendMessage", chat_id=group, text="a")
    assert status == 400
    assert answer["parameters"] == {"migrate_to_chat_id": new}
    thread = topic["message_thread_id"]
    sent = await api.ok("sendMessage", chat_id=new, message_thread_id=thread, text="a")
    assert sent["message_id"] > thread
    with pytest.raises(SimError, match="moved"):
        await sim.say(slamet, "halo", chat=group)


async def test_deleting_others_messages_needs_an_administrator(
    api: Api, sim: Sim, group: int, slamet: int
) -> None:
    said = await sim.say(slamet, "halo", chat=group)
    await sim.member(group, "bot", "member")
    assert await api.refused("deleteMessage", chat_id=group, message_id=said) == (
        "Bad Request: message can't be deleted for everyone"
    )
    await sim.member(group, "bot", "administrator")
    await api.ok("deleteMessage", chat_id=group, message_id=said)


async def test_a_group_from_before_the_bot_knows_it_by_its_own_id(
    api: Api, sim: Sim, group: int
) -> None:
    added = next(u["my_chat_member"] for u in await api.updates() if "my_chat_member" in u)
    me = await api.ok("getMe")
    assert added["new_chat_member"]["user"]["id"] == me["id"] == 123456789
    member = await api.ok("getChatMember", chat_id=group, user_id=me["id"])
    assert member["status"] == "administrator"
