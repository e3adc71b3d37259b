"""The whole program watches over itself: a lost right reaches the supervisor within seconds."""

from __future__ import annotations

from tests.handlers.desk.wire.conftest import Wired


async def test_a_lost_right_is_told_in_private_and_in_the_group(own_desk: Wired) -> None:
    desk = own_desk
    await desk.sim.say(desk.sari, "/start")
    await desk.sim.wait_reply(desk.sari)
    await desk.sim.member(desk.group, "bot", "administrator", rights={"can_manage_topics": False})
    await desk.sees(desk.sari, "Bot tidak boleh mengelola topik di Meja Petugas")
    await desk.sees(desk.group, "Bot tidak boleh mengelola topik di Meja Petugas")
