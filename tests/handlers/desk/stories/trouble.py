"""A bad day: a disturbance in JMO, and a group that loses topics, refuses them and moves."""

from __future__ import annotations

from flows.library import Library
from flows.presses import Staff
from tests.handlers.desk.at_desk import TAKE, AtDesk, staff_data
from tests.handlers.desk.test_trends import ANNOUNCE, OVER, TROUBLE, many, stuck

NO = {"code": 400, "description": "Bad Request: not enough rights"}


async def a_bad_day(jember: AtDesk, _library: Library) -> None:
    """In the group of Jember, and in the national one."""
    await jember.gives(jember.sari, "petugas", jember.budi)
    await announced(jember)
    await greeted(jember)
    await refused_by_the_branch(jember)
    await looked_for(jember)
    await refused_everywhere(jember)
    await deleted(jember)
    await moved(jember)


async def announced(jember: AtDesk) -> None:
    """Five with one trouble: announced by the supervisor, told in the guide, ended."""
    waiting = await stuck(jember, "Pak Antre")
    for words in ("9", "1", "surabaya karimunjawa"):
        await jember.says(waiting, words)
    await many(jember)
    await jember.presses(jember.budi, ANNOUNCE, jember.national)
    off = staff_data(Staff.NOTICE_OFF, 0, TROUBLE)
    await jember.forges(jember.sari, off, jember.national)
    await jember.presses(jember.sari, ANNOUNCE, jember.national)
    await jember.forges(
        jember.sari, staff_data(Staff.NOTICE_ON, 0, "tidak-dikenal"), jember.national
    )
    other = await jember.person("Baru Datang")
    for words in ("/start klaim-jmo", "/start pengkinian-data", "1", "1", "1", "1", "1"):
        await jember.says(other, words)
    await jember.forges(other, f"1:t:{TROUBLE}")
    await jember.presses(jember.sari, OVER, jember.national)
    await jember.forges(other, "1:d")
    await jember.tick(minutes=5)


async def greeted(jember: AtDesk) -> None:
    """Who is stuck twice: listed in a topic, but not everybody is to be greeted."""
    user, lucky = await stuck(jember, "Pak Macet", times=2), await stuck(jember, "Pak Lancar")
    gone = await stuck(jember, "Pak Pergi", times=2)
    case = await jember.opened("Bu Rina")
    await jember.says(jember.sari, "/macet", case)
    await jember.blocks(gone)
    for target in (lucky, gone, "bukan-nomor", user, user):
        await jember.forges(jember.sari, staff_data(Staff.GREET, 0, target), jember.group)
    await jember.says(user, "bingung")
    await jember.says(jember.sari, f"/ambil {case.code}", jember.national)


async def refused_by_the_branch(jember: AtDesk) -> None:
    """The branch has no room for topics: the national desk has. So with one that got lost."""
    jember.fault("error", method="createForumTopic", chat=jember.group, **NO)
    await jember.opened("Bu Ani")
    jember.fault("drop_before", method="createForumTopic", chat=jember.group)
    jember.fault("error", method="sendMessage", chat=jember.group, **NO)
    await jember.opened("Bu Ina")


async def looked_for(jember: AtDesk) -> None:
    """Nobody knows whether a topic was made: it was, it was not."""
    await jember.opens_topic(jember.sari, "Obrolan petugas")
    await jember.says(jember.sari, "selamat siang", jember.group)
    jember.fault("drop_after", method="createForumTopic")
    found = await jember.opened("Bu Eka")
    await jember.says(found.person, "halo?")
    jember.fault("drop_before", method="createForumTopic")
    jember.fault("drop_before", method="reopenForumTopic")
    await jember.opened("Bu Eki")


async def refused_everywhere(jember: AtDesk) -> None:
    """No topic anywhere for a while: words wait, and go with who leaves."""
    for name, stays in (("Pak Sabar", True), ("Pak Buru", False)):
        jember.fault("error", method="createForumTopic", times=1 + stays, **NO)
        case = await jember.calls(await jember.person(name), city="tidak tahu")
        await jember.says(case.person, "halo?")
        await jember.tick(seconds=20)
        if not stays:
            for label in ("Keluar dari antrean", "Ya, keluar"):
                await jember.presses(case.person, label)
        await jember.tick(minutes=1)
        await jember.tick(minutes=1)


async def deleted(jember: AtDesk) -> None:
    """Somebody deletes a topic of which two reminders are due, and a card."""
    case = await jember.opened("Pak Hilang")
    await jember.says(case.person, "cerita")
    await jember.tick(minutes=11)
    await jember.deletes_topic(case)
    await jember.tick(minutes=11)
    case = jember.case_of(case.person)
    chat = jember.world.chats[case.group]
    jember.world.remove(chat, chat.messages[jember.card(case).id])
    await jember.says(jember.sari, "/ambil", case)
    await jember.tick()


async def moved(jember: AtDesk) -> None:
    """The branch's group gets a new number; everything goes on there."""
    case = await jember.opened("Bu Pindah")
    await jember.migrates()
    case = jember.case_of(case.person)
    await jember.says(case.person, "halo?")
    await jember.presses(jember.sari, TAKE, case)
    await jember.says(jember.sari, "Kami tetap di sini.", case)
    await jember.opened("Yang Berikutnya")
