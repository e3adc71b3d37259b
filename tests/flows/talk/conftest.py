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
    """A chat that has already said these things."""

    def chat(*said: str) -> Chat:
        opened = Chat(library, today)
        if said:
            opened.say(*said)
        return opened

    return chat


@pytest.fixture
def at_leaving(at: At) -> Chat:
    """`cek-hak` at the day of leaving."""
    return at("/start cek-hak", "2", "1", "1")


@pytest.fixture
def at_balance(at: At) -> Chat:
    """`cek-hak` at the balance."""
    return at("/start cek-hak", "2", "1", "1", "2 bulan lalu", "1", "1")


@pytest.fixture
def at_checks(at: At) -> Chat:
    """`klaim-jmo` at the three ticks."""
    return at("/start klaim-jmo", "1", "1")
