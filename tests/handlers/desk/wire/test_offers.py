"""Files for the staff, through the whole protocol."""

from __future__ import annotations

from tests.handlers.desk.wire.conftest import Wired


async def test_the_report_hides_small_figures(own_desk: Wired) -> None:
    desk = own_desk  # of others' cases too there would be five
    await desk.held()
    await desk.sim.say(desk.budi, "/laporan", chat=desk.group)
    await desk.sees(desk.group, "Hanya supervisor")
    await desk.sim.say(desk.sari, "/laporan", chat=desk.group)
    assert "<5" in (await desk.sees(desk.group, "Laporan 30 hari")).text

    async def both_files() -> bool:
        calls = await desk.sim.log(method="sendDocument")
        return len(calls) == 2

    await desk.until(both_files)
