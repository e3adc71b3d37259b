"""News of a new job at a later question: who works again may not claim yet."""

from __future__ import annotations

import pytest

from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat

TOLD = {"keadaan": "berhenti", "sebab_berhenti": "phk", "kerja_lagi": "tidak"}


@pytest.fixture
def chat(at: At) -> Chat:
    """Somebody who was dismissed on 1 September and is out of work, asked for the status."""
    return at("cek-hak", **TOLD, tanggal_berhenti="1 september 2026")


@pytest.mark.parametrize(
    "words",
    [
        "skrg aku wis kerjo maneh",
        "saya baru diterima kerja di hotel",
        "minggu lalu saya dapat kerjaan baru",
        "saya barusan masuk pabrik lain",
    ],
)
def test_the_answer_of_before_is_changed(chat: Chat, words: str) -> None:
    chat.say(words)
    assert chat.given()["kerja_lagi"] == "ya"


def test_what_is_answered_besides_is_kept(chat: Chat) -> None:
    chat.say("nonaktif bu, saya sudah kerja lagi")
    assert {**TOLD, "kerja_lagi": "ya", "status": "nonaktif"}.items() <= chat.given().items()


def test_what_is_only_to_come_is_asked(chat: Chat) -> None:
    chat.say("bulan depan saya mulai kerja lagi")
    assert "kerja_lagi" not in chat.given()


@pytest.mark.parametrize(
    "words",
    [
        "belum dapat kerja juga",
        "kalau nanti saya kerja lagi gimana",
        "hp perusahaan sudah saya kembalikan",
        "adik saya sudah kerja lagi",
        "saya kerja di sana dari 2015",
        "nonaktif",
    ],
)
def test_no_news_changes_nothing(chat: Chat, words: str) -> None:
    chat.say(words)
    assert chat.given().get("kerja_lagi") in {"tidak", None}
