"""Weather over the desk and its group."""

from __future__ import annotations

import asyncio

from proof.desk_stage import Stage
from proof.weather.scene import held, in_topic, marked, officer_says, right, with_person


async def no_writing(opened: Stage) -> None:
    """The group forbids the bot to write; an hour later it may again."""
    person, thread = await held(opened)
    await opened.sim.fault(
        "error", code=400, method="sendMessage", chat=opened.group, times=3,
        description="Bad Request: not enough rights to send text messages to the chat",
    )  # fmt: skip
    await opened.sim.say(person, "Pesan saya yang penting")
    await in_topic(opened, thread, "Pesan saya yang penting", 150)


async def no_topics(opened: Stage) -> None:
    """Topics may not be made: the case is seen all the same, and gets its topic later."""
    await opened.sim.fault(
        "error", code=400, method="createForumTopic", times=2,
        description="Bad Request: not enough rights to create a topic",
    )  # fmt: skip
    person = await opened.asks("Pak Slamet")
    code = await opened.code(person)

    async def told() -> bool:
        shown = await opened.sim.messages(opened.group, thread=0)
        return any(one.by_bot and code in one.text for one in shown)

    await opened.until(told, "a word in General", 30)
    await opened.topic(code, 150)


async def no_card(opened: Stage) -> None:
    """The connection is cut while the card goes out."""
    await opened.sim.fault("drop_before", method="sendMessage", chat=opened.group)
    person = await opened.asks("Pak Slamet")
    await opened.topic(await opened.code(person), 60)


async def no_number(opened: Stage) -> None:
    """The participant's case number is cut twice."""
    person = await opened.sim.user("Pak Slamet")
    for words in ("/start", "9", "JMO saya macet"):
        await opened.sim.say(person, words)
        await opened.sim.wait_reply(person)
    await opened.sim.fault("drop_before", method="sendMessage", chat=person, times=2)
    await opened.sim.say(person, "jember")
    await opened.code(person, 90)


async def words_and_warning(opened: Stage) -> None:
    """An officer's words are cut, and so is the warning that says so."""
    person, thread = await held(opened)
    await opened.sim.fault("drop_before", method="sendMessage", times=2)
    message = await officer_says(opened, thread, "Besok datang jam 9 ya")
    await in_topic(opened, thread, "Tidak pasti", 90)
    right(message not in await opened.marked(), "a mark under words that did not arrive")
    await opened.sim.tap(opened.officers[0], "Kirim ulang", chat=opened.group, thread=thread)
    await with_person(opened, person, "Besok datang jam 9")
    await marked(opened, message)


async def edit_on_the_way(opened: Stage) -> None:
    """An officer corrects words that are still on their way."""
    person, thread = await held(opened)
    await opened.sim.fault("slow", method="sendMessage", chat=person, seconds=4)
    message = await officer_says(opened, thread, "Saldo di atas 15 juta, lewat kantor")
    await asyncio.sleep(1)
    officer = opened.officers[0]
    corrected = "RALAT: saldo di bawah 15 juta, lewat JMO"
    await opened.sim.edit(officer, message, corrected, chat=opened.group)
    found = await with_person(opened, person, "RALAT")
    right(len(found) == 1, "the correction stands there twice")
    shown = [one.text for one in await opened.by_bot(person)]
    right(not any("di atas 15" in one for one in shown), "the wrong words are still there")
    await marked(opened, message)


async def passed_on_then_502(opened: Stage) -> None:
    """A proxy passes the call on and answers 502: nothing may be there twice."""
    await opened.sim.fault("raw_after", code=502, method="createForumTopic")
    person, thread = await held(opened)
    topics = [one for one in await opened.sim.topics(opened.group) if not one["deleted"]]
    right(len(topics) == 1, f"{len(topics)} topics for one case")
    await opened.sim.fault("raw_after", code=502, method="sendMessage", chat=person)
    await officer_says(opened, thread, "Bawa KTP asli ya")
    await in_topic(opened, thread, "Tidak pasti", 60)
    found = await with_person(opened, person, "Bawa KTP asli")
    right(len(found) == 1, f"an officer's words stand there {len(found)} times")
