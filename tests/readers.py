"""Everything that reads a typed text, counted: one text is to be read once by each."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable

import pytest

from flows.ears.commands import Commands
from flows.ears.facts.in_text import FactFinder
from flows.ears.manner.mood import Moods
from flows.ears.swindles.calo import CaloCheck
from flows.ears.topics.recognise import Recogniser
from flows.ears.topics.search import Search
from flows.language.amounts.money import Money
from flows.language.asking import Asking
from flows.language.choices import Choices
from flows.language.dates import Dates
from flows.language.normalise import Normaliser
from flows.language.understanding import fold

READERS = (
    (Moods, "of"),
    (Search, "ask"),
    (Asking, "is_question"),
    (Normaliser, "spelled"),
    (Normaliser, "stemmed"),
    (Commands, "of"),
    (Recogniser, "rank"),
    (FactFinder, "facts"),
    (CaloCheck, "check"),
    (Choices, "read"),
    (Dates, "read"),
    (Money, "read"),
)

Calls = Counter[tuple[str, object]]
"""How often each reader was given the same thing, and each text folded, since the last `clear`."""


def counted(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Have every reader counted."""
    calls: Calls = Counter()

    def counting(name: str, at: int, real: Callable[..., object]) -> Callable[..., object]:
        def reader(*args: object, **named: object) -> object:
            calls[name, args[at]] += 1
            return real(*args, **named)

        return reader

    for owner, method in READERS:
        name = f"{owner.__name__}.{method}"
        monkeypatch.setattr(owner, method, counting(name, 1, getattr(owner, method)))
    for module in [m for name, m in sys.modules.items() if name.startswith("flows.")]:
        if getattr(module, "fold", None) is fold:
            monkeypatch.setattr(module, "fold", counting("fold", 0, fold))
    return calls
