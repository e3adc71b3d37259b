"""The loops get their turn sooner while something is computed beside them, and only then."""

from __future__ import annotations

import sys

from app.turns import giving_way


def test_turns_come_sooner_only_meanwhile() -> None:
    usual = sys.getswitchinterval()
    with giving_way():
        assert sys.getswitchinterval() < usual
    assert sys.getswitchinterval() == usual
