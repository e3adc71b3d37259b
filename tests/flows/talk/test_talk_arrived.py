"""The money has come since: below an outcome that told to wait, nobody is told to wait again."""

from __future__ import annotations

import pytest

from flows.content.named import TRACKING
from tests.flows.talk.conftest import At

WAITING = {"lewat_mana": "kantor", "buka_lacak": "tampil", "status": "proses", "lama_lain": "lewat"}


@pytest.mark.parametrize("text", ["sudah masuk rekening, makasih bu", "alhamdulillah sudah cair"])
def test_good_news_changes_the_outcome(at: At, text: str) -> None:
    chat = at(TRACKING, **WAITING)
    chat.say(text)
    assert chat.given(TRACKING)["status"] == "dibayar"


@pytest.mark.parametrize("text", ["belum cair juga bu", "sudah sebulan uangnya belum masuk"])
def test_who_still_waits_is_not_paid(at: At, text: str) -> None:
    chat = at(TRACKING, **WAITING)
    chat.say(text)
    assert chat.given(TRACKING).get("status") != "dibayar"
