"""Membership, menus and held messages, through the whole protocol."""

from __future__ import annotations

from tests.handlers.desk.wire.conftest import SHARED, TAKE, Wired

pytestmark = SHARED


async def _without_role(desk: Wired, user: int) -> bool:
    return not desk.rows("SELECT 1 FROM staff WHERE user_id = ?", user)


async def test_a_role_needs_membership(desk: Wired) -> None:
    outsider = await desk.sim.user("Bukan Anggota")
    await desk.sim.member(desk.group, outsider, "member")
    hello = await desk.sim.say(outsider, "Halo", chat=desk.group)
    await desk.sim.member(desk.group, outsider, "left")
    await desk.sim.say(desk.sari, "/peran petugas", chat=desk.group, reply_to=hello)
    taken = "SELECT 1 FROM audit WHERE act = 'peran_dicabut' AND about = ?"
    await desk.stored(taken, str(outsider))
    assert await _without_role(desk, outsider)


async def test_a_doubtful_message_waits_for_the_supervisor(desk: Wired) -> None:
    text = "Silakan transfer 50 ribu untuk biaya"
    user, thread = await desk.opened()
    await desk.take(desk.budi, thread)
    await desk.writes(desk.budi, thread, text)
    toast = await desk.press(desk.budi, thread, "Loloskan")
    assert "supervisor" in toast["text"]
    assert not [one for one in await desk.sim.messages(user) if text in one.text]
    await desk.press(desk.sari, thread, "Loloskan")
    await desk.sees(user, text)
    acts = desk.rows("SELECT act FROM audit WHERE case_id = ?", desk.id_of(thread))
    assert [act for (act,) in acts] == ["dibuka", "diambil", "ditahan", "diloloskan"]


async def test_participants_do_not_see_staff_commands(desk: Wired) -> None:
    user = await desk.person()

    async def shown(**who: int) -> set[str]:
        return {one["command"] for one in (await desk.sim.bot(**who))["commands"]}

    async def in_group() -> bool:
        return "ambil" in await shown(user=desk.sari, chat=desk.group)

    await desk.until(in_group)
    assert "ambil" not in await shown(user=user, chat=user)
    assert TAKE not in await shown(user=user, chat=user)
