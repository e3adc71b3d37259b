"""Files that are not carried, in both directions, and names that are not shown."""

from __future__ import annotations

from typing import Any

import pytest

from tests.handlers.desk.at_desk import CLOSE, SOLVED, TAKE, AtDesk, Case


def document(name: str, mime: str = "application/octet-stream", **more: Any) -> dict[str, Any]:
    file = {"file_id": "BQAC1", "file_unique_id": "AQ1", "file_name": name, "mime_type": mime}
    return {"document": file, **more}


@pytest.mark.parametrize("name", ["JMO-terbaru.apk", "foto.jpg.apk", "klaim.html", "data.zip"])
async def test_a_program_of_an_officer_is_held_for_good(desk: AtDesk, name: str) -> None:
    case = await desk.held(by=desk.budi)
    await desk.posts(desk.budi, document(name), case)
    card = desk.sent_to(case)[-1]
    assert "Tidak terkirim" in card.text
    assert card.labels == ["Buang"]
    row = desk.value("SELECT id FROM case_messages WHERE state = 'held'")
    await desk.forges(desk.sari, f"1:K:lolos:{case.id}:{row}", case)
    assert desk.value("SELECT state FROM case_messages WHERE id = ?", row) == "held"
    assert not desk.of_kind(case.person, "document")


async def test_another_file_of_an_officer_waits_for_the_supervisor(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    await desk.posts(desk.budi, document("saldo.xlsx"), case)
    assert desk.sent_to(case)[-1].labels == ["Loloskan", "Buang"]


async def test_papers_go_out_and_are_audited(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    await desk.posts(desk.budi, document("formulir.pdf", "application/pdf"), case)
    await desk.sends(desk.budi, "photo", case)
    assert desk.of_kind(case.person, "document")
    assert desk.acts(case).count("berkas_dikirim") == 2


async def test_a_program_of_a_participant_is_not_copied_and_they_are_warned(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    words = "ini JMO yang baru kata temannya"
    await desk.posts(case.person, document("JMO-terbaru.apk", caption=words))
    await desk.tick(seconds=4)
    assert desk.hears(case, "Bot menahan berkas .apk")
    assert desk.hears(case, words)
    assert not desk.of_kind(case, "document")
    assert "Jangan dibuka" in desk.screen(case.person).text


async def test_another_file_of_a_participant_is_asked_for_as_a_picture(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    await desk.posts(case.person, document("saldo.xlsx"))
    await desk.tick(seconds=4)
    assert desk.hears(case, "Bot menahan berkas .xlsx")
    assert "foto atau PDF" in desk.screen(case.person).text


async def test_a_program_in_an_album_does_not_go_along(desk: AtDesk) -> None:
    case = await desk.held(by=desk.budi)
    for name in ("a.pdf", "b.apk", "c.pdf"):
        await desk.posts(case.person, document(name, media_group_id="7"))
    for _ in range(3):
        await desk.tick(seconds=4)
    assert len(desk.of_kind(case, "document")) == 2
    assert desk.hears(case, "Bot menahan berkas .apk")


async def test_without_a_case_a_program_is_warned_of_as_well(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.posts(user, document("JMO-terbaru.apk"))
    assert "Jangan dibuka" in desk.screen(user).text


async def test_a_program_is_not_attached_to_a_case_to_come(desk: AtDesk) -> None:
    user = await desk.person()
    await desk.says(user, "9")
    await desk.posts(user, document("JMO-terbaru.apk"))
    assert "Jangan dibuka" in desk.screen(user).text
    case = await desk.calls(user)
    assert not desk.of_kind(case, "document")


@pytest.mark.parametrize("name", ["Admin cair 0812", "Klaim cepat t.me/cair", "+62 812 3456 7890"])
async def test_a_name_that_offers_something_is_not_shown_to_participants(
    desk: AtDesk, name: str
) -> None:
    officer = await desk.joins(name, "petugas")
    case = await desk.opened()
    await desk.presses(officer, TAKE, case)
    assert name not in desk.screen(case.person).text
    assert "petugas jaga" in desk.screen(case.person).text
    await desk.presses(officer, CLOSE, case)
    await desk.presses(officer, SOLVED, case)
    assert not desk.hears(case.person, name)


async def test_an_ordinary_name_is_shown(desk: AtDesk) -> None:
    case: Case = await desk.held(by=desk.budi)
    assert "Pak Budi" in desk.screen(case.person).text
