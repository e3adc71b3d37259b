"""Who asks for a moment has answered nothing, and is not hurried."""

from __future__ import annotations

import pytest

from tests.flows.conftest import Hear
from tests.flows.talk.conftest import At

MOMENT = ["sebentar ya bu", "tunggu, saya cek dulu", "bntar ya", "sik yo mas", "iya bu tunggu dulu"]


@pytest.mark.parametrize("text", MOMENT)
@pytest.mark.parametrize("guide", ["klaim-jmo", "klaim-kantor", "cek-saldo", "cek-hak"])
def test_nothing_is_answered(at: At, guide: str, text: str) -> None:
    chat = at(guide)
    before = chat.step.id
    assert chat.say(text) == f"{guide}/{before}?kami_tunggu"
    assert not chat.given(guide)


@pytest.mark.parametrize(
    "text", ["sebentar lagi umur 56", "tunggu surat dari hrd", "masih menunggu", "ya, sudah tampil"]
)
def test_what_says_more_is_no_such_thing(hear: Hear, text: str) -> None:
    assert not hear(text).manner.holds_on
