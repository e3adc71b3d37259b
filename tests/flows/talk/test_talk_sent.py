"""What is sent instead of written: its fate is said, its caption answered, an album once."""

from __future__ import annotations

import pytest

from flows.events import Corrected, Sent
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


def test_a_caption_is_answered_below_the_fate_of_the_file(at: At) -> None:
    chat = at()
    chat.do(Sent("foto", "kode 040 muncul terus", message_id=31))
    assert chat.screen.id == "trouble/kode-040?foto"
    assert "1:X:31" in chat.offered


def test_a_caption_answers_the_question_and_the_file_can_go(at_leaving: Chat) -> None:
    at_leaving.do(Sent("dokumen", "15 agustus 2026", message_id=32))
    assert at_leaving.given()["tanggal_berhenti"] == "2026-08-15"
    assert "1:X:32" in at_leaving.offered


def test_personal_data_in_a_caption_takes_the_picture_along(at: At) -> None:
    chat = at()
    caption = "ini ktp saya [NIK], apa bisa klaim"
    shown = chat.do(Sent("foto", caption, frozenset({"nik"}), message_id=33))
    assert shown.delete == 33
    assert "1:X:33" not in chat.offered


@pytest.mark.parametrize("caption", ["kok jadinya gini ya", "form apa ini pak"])
def test_what_only_the_picture_tells_is_not_guessed(at: At, caption: str) -> None:
    chat = at()
    chat.do(Sent("foto", caption, message_id=34))
    assert chat.screen.id == "received/foto"


def test_an_album_is_answered_once_and_its_captions_too(at: At) -> None:
    chat = at()
    chat.do(Sent("foto", message_id=41, album="A"))
    assert chat.screen.id == "received/foto"
    for number in (42, 43):
        assert chat.do(Sent("foto", message_id=number, album="A")).screens == ()
    assert chat.do(Sent("foto", "jam buka kantor", message_id=44, album="A")).screens
    assert chat.screen.id == "topic/kantor-jam"
    assert chat.do(Sent("foto", message_id=45, album="B")).screens


def test_pictures_one_by_one_are_answered_one_by_one(at: At) -> None:
    chat = at()
    for number in (51, 52):
        assert chat.do(Sent("foto", message_id=number)).screens


def test_an_edit_is_answered_once_a_message(at: At) -> None:
    chat = at()
    assert chat.do(Corrected(message_id=61)).screens
    assert chat.do(Corrected(message_id=61)).screens == ()
    assert chat.do(Corrected(message_id=62)).screens


def test_a_replaced_picture_says_nothing(at: At) -> None:
    assert at().do(Corrected(message_id=63, worded=False)).screens == ()


def test_a_secret_in_an_edit_is_protected_every_time(at: At) -> None:
    chat = at()
    for _ in range(2):
        assert chat.do(Corrected(frozenset({"otp"}), 64)).delete == 64
