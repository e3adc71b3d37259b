"""An answer in two parts: nothing is lost, and the short part is how the whole begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.content.brief import MARK, marked, short_of, without_mark
from flows.library import Library

ROWS = st.lists(st.sampled_from(["", "Gratis.", "- satu", MARK, f"**{MARK}**", "selengkapnya"]))


@given(ROWS)
def test_no_row_is_lost_but_the_marks(rows: list[str]) -> None:
    written = "\n".join(rows)
    kept = [row for at, row in enumerate(written.split("\n")) if at not in marked(written)]
    assert [row for row in without_mark(written).split("\n") if row] == [row for row in kept if row]
    assert without_mark(written).strip().startswith(short_of(written).strip())
    assert marked(short_of(written)) == []


@pytest.mark.parametrize("mark", [MARK, "selengkapnya", " **Selengkapnya:** ", "Selengkapnya :"])
def test_the_mark_may_be_written_in_other_ways(mark: str) -> None:
    assert short_of(f"Gratis.\n\n{mark}\n\nSelalu.") == "Gratis."


@pytest.mark.parametrize("row", ["Baca selengkapnya di JMO.", "Selengkapnya: tanyakan 175.", "- "])
def test_a_sentence_is_no_mark(row: str) -> None:
    assert marked(f"Gratis.\n{row}") == []


def test_every_answer_begins_with_its_short_one(library: Library) -> None:
    parted = 0
    for topic in library.topics.values():
        assert topic.body.strip().startswith(topic.short.strip()), topic.id
        parted += topic.short != topic.body
    assert parted
