"""Who only asks what comes next is told it, wherever they stand."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear
from tests.flows.talk.conftest import At

ONWARD = [
    "terus gimana",
    "lha trus piye",
    "jadi saya harus ngapain bu",
    "lalu?",
    "solusinya apa ya",
]


@pytest.mark.parametrize("text", ONWARD)
def test_it_is_heard(hear: Hear, text: str) -> None:
    assert hear(text).manner.asks_on


@pytest.mark.parametrize(
    "text",
    ["terus pajaknya gimana", "jadi", "harus ke kantor", "habis kontrak", "sekarang nganggur"],
)
def test_what_says_more_is_about_something(hear: Hear, text: str) -> None:
    assert not hear(text).manner.asks_on


@pytest.mark.parametrize("text", ONWARD)
def test_at_a_question_it_is_asked_again(at: At, text: str) -> None:
    assert at("cek-hak", keadaan="usia_56").say(text) == "cek-hak/status?langkah_ini_dulu"


@pytest.mark.parametrize("text", ONWARD)
def test_below_a_topic_all_of_it_is_shown(at: At, text: str) -> None:
    chat = at()
    assert chat.say("berapa lama sampai uangnya cair?") == "topic/klaim-berapa-lama-cair"
    assert chat.say(text) == "topic/klaim-berapa-lama-cair/+"
