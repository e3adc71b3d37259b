"""What is set aside is not searched for garbage, and does not stay for ever either."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.memory import set_aside


class Content:
    """As content does: holds something that holds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _afterwards() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_lives_is_left_out_of_the_search() -> None:
    content = Content()
    set_aside()
    assert content not in [one for one in gc.get_objects() if isinstance(one, Content)]


def test_what_was_set_aside_and_is_unused_since_goes_with_the_next_time() -> None:
    content = Content()
    gone = weakref.ref(content)
    set_aside()
    del content
    gc.collect()
    assert gone() is not None, "the search looks at what was set aside"
    set_aside()
    assert gone() is None
