"""What is set aside is not searched for garbage, and does not stay for ever either."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from app.memory import growing, set_aside


class Content:
    """As content does: holds something that holds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True, scope="module")
def _afterwards() -> Iterator[None]:
    yield
    set_aside()  # as it was for the other tests: the content, and nothing of these


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


def test_garbage_is_searched_for_less_often_only_while_something_grows() -> None:
    usual = gc.get_threshold()
    with growing():
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual


def test_it_is_searched_for_as_usual_after_two_that_overlap() -> None:
    usual = gc.get_threshold()
    first, second = ExitStack(), ExitStack()
    first.enter_context(growing())
    second.enter_context(growing())
    first.close()
    second.close()
    assert gc.get_threshold() == usual
