"""What is heard in a text, with the shipped words, on the fixed day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from flows.ears import Heard
from flows.library import Library

Hear = Callable[[str], Heard]


@pytest.fixture(scope="session")
def hear(library: Library, today: date) -> Hear:
    def heard(text: str) -> Heard:
        return library.ears.hear(text, today)

    return heard
