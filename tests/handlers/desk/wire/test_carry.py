"""What is carried in both directions, through the whole protocol: copies, albums, edits."""

from __future__ import annotations

import pytest

from sandbox.client import Shown
from tests.handlers.desk.wire.conftest import SHARED, Wired

pytestmark = SHARED


async def of_kind(desk: Wired, chat: int, kind: str, **where: int) -> list[Shown]:
    found = await desk.sim.messages(chat, **where)
    return [one for one in found if one.by_bot and one.kind == kind]


@pytest.mark.parametrize("kind", ["photo", "location"])
async def test_everything_sent_reaches_the_topic(desk: Wired, kind: str) -> None:
    user, thread = await desk.held()
    await desk.sim.send(user, kind)
    await desk.until(lambda: of_kind(desk, desk.group, kind, thread=thread))


@pytest.mark.parametrize("kind", ["voice", "document"])
async def test_everything_an_officer_sends_reaches_the_person(desk: Wired, kind: str) -> None:
    user, thread = await desk.held()
    sent = await desk.sim.send(desk.sari, kind, chat=desk.group, thread=thread)
    await desk.until(lambda: of_kind(desk, user, kind))
    await desk.marked(sent)


async def test_what_was_forwarded_reaches_the_topic(desk: Wired) -> None:
    user, thread = await desk.held()
    other = await desk.person("Bu Rina")
    said = await desk.sim.say(other, "Ikut antre di kantor, besok pagi")
    await desk.sim.forward(user, other, said)
    await desk.sees(desk.group, "Ikut antre di kantor", thread=thread)


async def test_quick_messages_are_gathered_and_none_is_lost(desk: Wired) -> None:
    user, thread = await desk.held()
    words = [f"kalimat nomor {number} dari saya" for number in ("satu", "dua", "tiga", "empat")]
    for each in words:
        await desk.sim.say(user, each)
    await desk.sees(desk.group, words[0], thread=thread)
    desk.clock.skip(seconds=3)
    for each in words[1:]:
        await desk.sees(desk.group, each, thread=thread)
    carried = """SELECT COUNT(DISTINCT topic_message_id) FROM case_messages
        WHERE direction = 'in' AND case_id = ?"""
    assert desk.rows(carried, desk.id_of(thread))[0][0] < len(words)


async def test_replies_keep_their_reference_both_ways(desk: Wired) -> None:
    user, thread = await desk.held()
    asked = await desk.sim.say(user, "berapa lama cairnya?")
    there = await desk.sees(desk.group, "berapa lama", thread=thread)
    await desk.writes(desk.sari, thread, "Kira-kira sepekan.", reply_to=there.id)
    answer = await desk.sees(user, "sepekan")
    assert answer.raw["reply_to"]["id"] == asked
    desk.clock.skip(seconds=3)
    await desk.sim.say(user, "baik, terima kasih", reply_to=answer.id)
    thanks = await desk.sees(desk.group, "baik, terima kasih", thread=thread)
    assert thanks.raw["reply_to"]["text"] == "Kira-kira sepekan."


async def test_edits_go_both_ways(desk: Wired) -> None:
    user, thread = await desk.held()
    asked = await desk.sim.say(user, "saldo saya nol")
    await desk.sees(desk.group, "saldo saya nol", thread=thread)
    await desk.sim.edit(user, asked, "saldo saya tidak tampil")
    changed = await desk.sees(desk.group, "tidak tampil", thread=thread)
    assert "saldo saya nol" not in changed.text
    written = await desk.writes(desk.sari, thread, "Coba masuk lagi besok.")
    await desk.sees(user, "besok")
    await desk.marked(written)
    await desk.sim.edit(desk.sari, written, "Coba masuk lagi lusa.", chat=desk.group)
    await desk.sees(user, "lusa")
    assert not [one for one in await desk.sim.messages(user) if "besok" in one.text]


async def test_albums_stay_together_both_ways(desk: Wired) -> None:
    user, thread = await desk.held()
    for _ in range(3):
        await desk.sim.send(user, "photo", album="a1")
    for _ in range(2):
        await desk.sim.send(desk.sari, "photo", chat=desk.group, thread=thread, album="b1")
    number = desk.id_of(thread)
    await desk.stored(
        "SELECT 1 FROM case_messages WHERE case_id = ? GROUP BY case_id HAVING COUNT(*) = 5", number
    )
    desk.clock.skip(seconds=2)

    async def together(chat: int, count: int, **where: int) -> bool:
        photos = await of_kind(desk, chat, "photo", **where)
        albums = {one.raw.get("media_group_id") for one in photos}
        return len(photos) == count and len(albums) == 1 and None not in albums

    await desk.until(lambda: together(desk.group, 3, thread=thread))
    await desk.until(lambda: together(user, 2))


async def test_personal_data_arrives_masked_and_leaves_the_chat(desk: Wired) -> None:
    user, thread = await desk.held()
    sent = await desk.sim.say(user, "nik saya 3273 0512 0469 0001 tolong dicek")
    await desk.sees(desk.group, "tolong dicek", thread=thread)
    desk.clock.skip(seconds=3)
    await desk.sim.send(user, "photo", caption="ini nomor hp saya 081234567890")
    photo = await desk.until(lambda: of_kind(desk, desk.group, "photo", thread=thread))
    everything = " ".join(one.text for one in await desk.sim.messages(desk.group, thread=thread))
    assert "3273" not in everything
    assert "081234567890" not in str(photo[0].raw)

    async def gone() -> bool:
        return sent not in [one.id for one in await desk.sim.messages(user)]

    await desk.until(gone)


async def test_what_was_typed_before_the_topic_is_there_is_attached(desk: Wired) -> None:
    await desk.sim.fault("too_many", method="createForumTopic", retry_after=1)
    user = await desk.person()
    code = await desk.calls(user)
    await desk.sim.say(user, "ini tambahan cerita saya")
    await desk.sees(desk.group, "tambahan cerita", thread=await desk.topic(code))
