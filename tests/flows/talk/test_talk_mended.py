"""What one sentence takes back, what is told of others, and a plan that came true, in a chat."""

from __future__ import annotations

from datetime import timedelta

import pytest

from flows.aside import View
from tests.flows.talk.conftest import At
from tests.flows.talk.talking import Chat


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("bukan 7 agustus tapi 7 september 2026", "2026-09-07"),
        ("7 agustus 2026, eh 7 september 2026", "2026-09-07"),
        ("aduh salah, 7 september 2026 maksudnya", "2026-09-07"),
    ],
)
def test_what_is_taken_back_counts_at_the_question_and_later(
    at_leaving: Chat, words: str, day: str
) -> None:
    at_leaving.say(words)
    assert at_leaving.given()["tanggal_berhenti"] == day
    at_leaving.say("eh bukan, 3 oktober 2026")
    at_leaving.say(words)
    assert at_leaving.given()["tanggal_berhenti"] == day


@pytest.mark.parametrize("words", ["istri saya 6 mei 1974", "ayah saya lahir 6 mei 1950"])
def test_somebody_elses_day_is_asked_about(at: At, words: str) -> None:
    chat = at("cek-hak", keadaan="bekerja", sebab_bekerja="menunggu_56")
    chat.say(words)
    assert "tanggal_lahir" not in chat.given()
    assert chat.talk.under(View.PART)


def test_whose_plan_came_true_is_asked_where_they_work_now(at: At) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tempat_lama")
    chat.answer("hari_terakhir", f"{chat.today + timedelta(days=14):%d-%m-%Y}")
    chat.today += timedelta(days=50)
    chat.say("saya sudah berhenti sekarang")
    assert chat.step.id == "kerja_lagi"
