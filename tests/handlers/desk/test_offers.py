"""What helps the officer: nearest answers, ready texts, codes, who is stuck, disturbances."""

from __future__ import annotations

import pytest

from flows.library import Library
from tests.handlers.desk.conftest import AtDesk

ANNOUNCE, OVER, GREET = "Umumkan gangguan", "Gangguan selesai", "Sapa nomor 1"


async def buttons(desk: AtDesk, thread: int, text: str) -> list[str]:
    return (await desk.sees(desk.group, text, thread=thread)).labels


async def test_nearest_answers_under_a_question(desk: AtDesk, library: Library) -> None:
    user, thread = await desk.held()
    await desk.sim.say(user, "apakah klaim jht dipungut biaya?")
    labels = await buttons(desk, thread, "dipungut biaya")
    assert 1 <= len(labels) <= 3
    title = library.topics["klaim-biaya"].title
    assert title in labels
    await desk.press(desk.sari, thread, title)
    assert not [one for one in await desk.sim.messages(user) if title in one.text]
    await desk.press(desk.sari, thread, "Kirim")
    await desk.sees(user, title)
    [(state,)] = desk.rows("SELECT state FROM case_messages WHERE direction = 'out'")
    assert state in ("sending", "delivered")


async def test_a_ready_answer_is_filled_in_and_sent_once(desk: AtDesk, library: Library) -> None:
    user, thread = await desk.held()
    await desk.press(desk.sari, thread, "Balasan siap")
    first = min(library.replies.values(), key=lambda reply: reply.label.lower())
    await desk.press(desk.sari, thread, first.label)
    panel = await desk.sees(desk.group, "Belum terkirim", thread=thread)
    data = panel.data("Kirim")
    for _ in range(2):
        tapped = await desk.sim.tap_data(
            desk.sari, data, chat=desk.group, thread=thread, message_id=panel.id
        )
        await desk.sim.wait_toast(tapped)
    assert len(desk.rows("SELECT id FROM case_messages WHERE direction = 'out'")) == 1
    sent = await desk.until(lambda: _ready(desk, user, panel.text.partition("\n")[0]))
    assert "{" not in sent


async def _ready(desk: AtDesk, user: int, begin: str) -> str:
    found = [one.text for one in await desk.sim.messages(user) if one.text.startswith(begin)]
    return found[-1] if found else ""


async def test_search_from_the_topic(desk: AtDesk, library: Library) -> None:
    _, thread = await desk.held()
    await desk.writes(desk.sari, thread, "/faq lupa password jmo")
    found = await desk.sees(desk.group, "mungkin cocok", thread=thread)
    assert library.topics["jmo-lupa-password"].title in found.labels


@pytest.mark.parametrize("spelled", ["{code}", "jht {signs}", "kodenya {spaced} bu"])
async def test_taking_over_by_code(desk: AtDesk, spelled: str) -> None:
    user = await desk.person()
    await desk.sim.say(user, "9")
    await desk.taps(user, "Kode saya")
    code = await desk.code(user)
    signs = code.removeprefix("JHT-")
    text = spelled.format(code=code, signs=signs.lower(), spaced=" ".join(f"JHT{signs}"))
    await desk.sim.say(desk.sari, f"/ambil {text}", chat=desk.group)
    await desk.sees(user, "Bu Sari")
    thread = await desk.topic(code)
    await desk.writes(desk.sari, thread, "Halo, saya dari 175.")
    await desk.sees(user, "dari 175")
    words = desk.rows("SELECT trust_words FROM cases")[0][0]
    assert words in (await desk.sees(user, code)).text


async def test_an_unknown_code_opens_nothing(desk: AtDesk) -> None:
    await desk.sim.say(desk.sari, "/ambil JHT-7K3Q", chat=desk.group)
    await desk.sees(desk.group, "tidak ditemukan")
    assert desk.rows("SELECT id FROM cases") == []


async def stuck(desk: AtDesk, name: str, times: int = 1) -> int:
    """Somebody who meets the first trouble of the last question of klaim-jmo's start."""
    user = await desk.sim.user(name)
    await desk.sim.say(user, "/start pengkinian-data")
    await desk.sim.wait_reply(user)
    for _ in range(times):
        await desk.sim.wait_toast(await desk.sim.tap_data(user, "1:t:kamera-tertutup"))
        await desk.sim.wait_toast(await desk.sim.tap_data(user, "1:d"))
    return user


async def test_who_is_stuck_twice_can_be_greeted(desk: AtDesk) -> None:
    user = await stuck(desk, "Pak Macet", times=2)
    await stuck(desk, "Pak Lancar")
    await desk.sim.say(desk.sari, "/macet", chat=desk.group)
    listed = await desk.sees(desk.group, "Dua kali macet")
    assert listed.labels == [GREET]
    await desk.sim.wait_toast(await desk.sim.tap(desk.sari, GREET, chat=desk.group))
    await desk.sees(user, "Bu Sari")
    assert desk.rows("SELECT state, chat_id FROM cases") == [("held", user)]


async def test_many_with_one_trouble_are_told_together(desk: AtDesk) -> None:
    people = [await stuck(desk, f"Peserta {number}") for number in range(5)]
    await desk.until(lambda: _card(desk))
    tapped = await desk.sim.tap(desk.budi, ANNOUNCE, chat=desk.group)
    assert "supervisor" in (await desk.sim.wait_toast(tapped))["text"]
    await desk.sim.wait_toast(await desk.sim.tap(desk.sari, ANNOUNCE, chat=desk.group))
    for user in people:
        await desk.sees(user, "Banyak peserta")
    other = await desk.sim.user("Baru Datang")
    await desk.sim.say(other, "/start pengkinian-data")
    await desk.sim.wait_reply(other)
    await desk.sim.tap_data(other, "1:t:kamera-tertutup")
    await desk.sees(other, "Sedang gangguan")
    await desk.until(lambda: _over(desk))
    await desk.sim.wait_toast(await desk.sim.tap(desk.sari, OVER, chat=desk.group))
    for user in people:
        await desk.sees(user, "sudah selesai")
    assert desk.rows("SELECT state FROM notices") == [("off",)]


async def _card(desk: AtDesk) -> bool:
    desk.clock.skip(seconds=10)
    return any(ANNOUNCE in one.labels for one in await desk.sim.messages(desk.group))


async def _over(desk: AtDesk) -> bool:
    return any(OVER in one.labels for one in await desk.sim.messages(desk.group))


async def test_the_report_hides_small_figures(desk: AtDesk) -> None:
    await desk.held()
    await desk.sim.say(desk.budi, "/laporan", chat=desk.group)
    await desk.sees(desk.group, "Hanya supervisor")
    await desk.sim.say(desk.sari, "/laporan", chat=desk.group)
    assert "<5" in (await desk.sees(desk.group, "Laporan 30 hari")).text

    async def both_files() -> bool:
        calls = await desk.sim.log(method="sendDocument")
        return len(calls) == 2

    await desk.until(both_files)


async def test_a_good_answer_goes_to_the_editors(desk: AtDesk) -> None:
    user, thread = await desk.held()
    await desk.sim.say(user, "bagaimana kalau hp saya hilang?")
    await desk.sees(desk.group, "hp saya hilang", thread=thread)
    written = await desk.writes(desk.sari, thread, "Lapor dulu ke kantor cabang, Bapak.")
    await desk.marked(written)
    await desk.writes(desk.sari, thread, "/jadikan", reply_to=written)
    drafts = await desk.stored("SELECT question, answer FROM faq_drafts")
    assert drafts == [("bagaimana kalau hp saya hilang?", "Lapor dulu ke kantor cabang, Bapak.")]
