"""Every kind of message a client can make reaches the bot; what each holds is judged with it."""

from __future__ import annotations

from sandbox.client import Sim
from sandbox.kinds import kinds
from sandbox.messages import SERVICE_FIELDS, kind_of
from sandbox.server import Server
from tests.botapi.model import read
from tests.sandbox.conftest import Api

# Made by acts of their own: members, topics, the group's move.
_BY_ACTS = {
    "new_chat_members",
    "left_chat_member",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "migrate_to_chat_id",
    "migrate_from_chat_id",
}


async def test_every_kind_reaches_the_bot(api: Api, sim: Sim, server: Server, slamet: int) -> None:
    world = server.world
    made = kinds(world, world.chats[slamet], world.user(slamet))
    for kind in made:
        await sim.make(slamet, kind)
    heard = [u["message"] for u in await api.updates(limit=100)][-len(made) :]
    assert [kind for kind, message in zip(made, heard, strict=True) if kind not in message] == []
    assert made.keys() | _BY_ACTS >= set(SERVICE_FIELDS)


async def test_what_the_chat_says_itself_is_known_as_such() -> None:
    assert kind_of({"gift": {}}) == "service"
    assert set(SERVICE_FIELDS) <= read().types["Message"].fields.keys()
