"""What is planned, supposed or told of friends is no fact of the one who writes."""

from __future__ import annotations

import pytest

from flows.content.named import WAITING
from tests.flows.talk.conftest import At

LEFT = {"keadaan": "berhenti", "sebab_berhenti": "resign", "kerja_lagi": "tidak"}


@pytest.mark.parametrize(
    "text",
    [
        "kalau saya berhenti 12 februari",
        "saya mau mundur akhir maret, saldo 9 juta",
        "umpama saya keluar 2 januari 2027",
        "rencana berhenti tanggal 20 desember, saldo 16 juta",
    ],
)
def test_who_only_plans_to_leave_hears_how_long_one_waits(at: At, text: str) -> None:
    chat = at()
    assert chat.say(text).startswith(f"topic/{WAITING}")
    assert not chat.talk.noted
    assert chat.given() == {}


@pytest.mark.parametrize(
    "text",
    [
        "tetangga saya resign agustus, saldo 14 juta",
        "teman kantor saya kontrak habis september, saldonya 6 juta",
        "sahabat saya di phk mei kemarin, saldo 8 juta",
        "kalau saya resign 7 januari, kapan boleh klaim?",
        "misal kena phk bulan depan langsung bisa cair?",
    ],
)
@pytest.mark.parametrize("guide", [None, "cek-hak"])
def test_friends_and_what_would_be_tell_no_fact(at: At, text: str, guide: str | None) -> None:
    chat = at(guide) if guide else at()
    assert chat.say(text) != "noted"
    assert chat.given() == {}


def test_beside_a_friend_what_is_told_of_oneself_counts(at: At) -> None:
    chat = at()
    chat.say("teman saya resign mei, kalau saya kena phk 3 juni 2026")
    assert "resign" not in chat.talk.noted.values()


def test_a_balance_is_no_age(at: At) -> None:
    chat = at()
    chat.say("tahun depan umur 56, saldo 75 juta")
    assert "usia_56" not in chat.talk.noted.values()


@pytest.mark.parametrize("text", ["misal 4 september 2026", "seandainya 4 september 2026"])
def test_a_day_that_is_only_supposed_is_asked_about(at: At, text: str) -> None:
    chat = at("cek-hak", **LEFT)
    chat.say(text)
    assert chat.given() == LEFT
    assert "4 September 2026" in chat.screen.text


def test_who_is_not_quite_sure_of_the_day_tells_it(at: At) -> None:
    chat = at("cek-hak", **LEFT)
    chat.say("kalau gak salah 4 september 2026")
    assert chat.given()["tanggal_berhenti"] == "2026-09-04"


@pytest.mark.parametrize(
    "text", ["kalau nanti saya kerja lagi gimana", "bagaimana jika saya kerja lagi ya?"]
)
def test_what_would_be_takes_no_answer_back(at: At, text: str) -> None:
    chat = at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tidak")
    before = chat.given()
    assert chat.say(text).startswith("topic/klaim-pindah-kerja")
    assert chat.given() == before
