"""Chats at the places where people write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from flows.library import Library
from tests.flows.talk.talking import Chat

At = Callable[..., Chat]


@pytest.fixture
def at(library: Library, today: date) -> At:
    """A chat; in this guide, after these answers: `keadaan="berhenti"`, in the guide's order."""

    def chat(guide: str | None = None, **answers: str) -> Chat:
        opened = Chat(library, today)
        if guide:
            opened.say(f"/start {guide}")
        for step, answer in answers.items():
            opened.answer(step, answer)
        return opened

    return chat


@pytest.fixture
def at_leaving(at: At) -> Chat:
    """`cek-hak` at the day of leaving."""
    return at("cek-hak", keadaan="berhenti", sebab_berhenti="resign", kerja_lagi="tidak")


@pytest.fixture
def at_balance(at_leaving: Chat) -> Chat:
    """`cek-hak` at the balance."""
    at_leaving.answer("tanggal_berhenti", "2 bulan lalu")
    at_leaving.answer("status", "nonaktif")
    at_leaving.answer("pernah_sebagian", "belum")
    at_leaving.answer("hp", "ya")
    return at_leaving


@pytest.fixture
def at_checks(at: At) -> Chat:
    """`klaim-jmo` at the three ticks."""
    return at("klaim-jmo", buka_jht="tampil", klaim_jht="tampil")
