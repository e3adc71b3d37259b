"""At a step with one answer a plain yes is that answer, however it is said."""

from __future__ import annotations

from datetime import date

import pytest

from flows.events import Wrote
from flows.library import Library
from flows.talk import reply
from tests.flows.answering.test_no_answer import GUIDES, asked
from tools.hear import Hearing

PLAIN = ("ya", "iya pak", "sudah", "udah bu", "sampun")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_plain_yes_is_the_only_answer(library: Library, today: date, guide: str) -> None:
    missed = [
        (step.id, said)
        for step, talk in asked(library, guide, today)
        if len(step.options) == 1 and step.answer == "pilihan"
        for said in PLAIN
        if step.id
        not in reply(talk, Wrote(said, frozenset()), library, today).conversation.given(guide)
    ]
    assert missed == []


@pytest.mark.parametrize(
    "text",
    [
        "loading mulu dari tadi", "nunggu terus", "lemot pisan", "layarnya putih", "keluar sendiri",
        "lelah saya", "kayaknya", "disuruh update lagi",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", [("klaim-jmo", "buka_jht"), ("pengkinian-data", "buka_pengkinian")])
def test_what_is_not_done_yet_is_no_answer(
    library: Library, today: date, at: tuple[str, str], text: str
) -> None:
    told = Hearing(library, today).told({"guide": at[0], "step": at[1], "q": text})
    assert told["act"] != "answer"
    assert told["step"] == at[1]
