"""The loops get their turn sooner while something is computed beside them, and only then."""

from __future__ import annotations

import sys
from contextlib import ExitStack

from app.turns import giving_way


def test_turns_come_sooner_only_meanwhile() -> None:
    usual = sys.getswitchinterval()
    with giving_way():
        assert sys.getswitchinterval() < usual
    assert sys.getswitchinterval() == usual


def test_it_ends_where_two_overlap() -> None:
    usual = sys.getswitchinterval()
    first, second = ExitStack(), ExitStack()
    first.enter_context(giving_way())
    second.enter_context(giving_way())
    first.close()
    second.close()
    assert sys.getswitchinterval() == usual
