"""What the header of a question tells of the way still to go."""

from __future__ import annotations

import re

from flows.views.step import FEW
from tests.flows.talk.conftest import At

PENSION = {
    "keadaan": "usia_56", "status": "nonaktif", "hp": "ya", "saldo": "sampai_batas",
    "kpj": "satu", "data": "sudah",
}  # fmt: skip


def test_steps_to_come_are_told_once_they_are_few(at: At) -> None:
    """Not at the first question, where every branch still counts; nothing comes after the last."""
    told = []
    chat = at("cek-hak")
    for step, answer in PENSION.items():
        told.append(chat.screen.text.split("\n")[0])
        chat.answer(step, answer)
    first, *_, last = told
    assert "lagi" not in first
    assert "lagi" not in last
    counts = [int(found[1]) for text in told if (found := re.search(r"(\d+) lagi", text))]
    assert counts == sorted(set(counts), reverse=True)
    assert max(counts) <= FEW
