"""A sheet for the counter, drawn: every word of it, on a screen and on paper."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from editorial.drawing.pen import width
from editorial.drawing.sheet import (
    HIGH,
    PRINTED,
    SEEN,
    WIDE,
    Placed,
    draw_sheet,
    drawable,
    fitting,
    laid_out,
    pages,
)
from editorial.drawing.version import sheet_name
from flows.library import Library
from flows.sheet import Line, Sheet, Style

WORDS = st.text(alphabet="abcdefghij KLM 0123456789 .,:/“”é→", max_size=400)
SHEETS = st.builds(
    Sheet,
    name=st.just("contoh"),
    lines=st.lists(st.builds(Line, st.sampled_from(Style), WORDS), min_size=1, max_size=30).map(
        tuple
    ),
)


def sheet(*texts: str, style: Style = Style.SOURCE) -> Sheet:
    lines = (Line(style, text) for text in texts)
    return Sheet("contoh", (Line(Style.TITLE, "Judul"), *lines))


@settings(max_examples=40)
@given(SHEETS, st.sampled_from(PRINTED))
def test_every_word_is_drawn_and_none_beyond_the_edge(drawn: Sheet, step: float) -> None:
    placed = laid_out(drawn, step)
    for line, each in zip(drawn.lines, placed, strict=True):
        assert "".join(each.lines).replace(" ", "") == "".join(drawable(line.text).split())
        assert all(width(text, each.look.size) + each.look.inset <= WIDE for text in each.lines)
    down = [each.top for each in placed] + [placed[-1].foot]
    assert down == sorted(down)


@settings(max_examples=40)
@given(SHEETS)
def test_every_paragraph_stands_whole_on_one_page(drawn: Sheet) -> None:
    placed = fitting(drawn, PRINTED)
    cuts = list(pages(placed))
    assert cuts[0][0] == placed[0].top
    assert cuts[-1][1] == placed[-1].foot
    assert [end for _begin, end in cuts[:-1]] == [begin for begin, _end in cuts[1:]]
    for each in placed:
        assert sum(begin <= each.top and each.foot <= end for begin, end in cuts) >= 1


def tallest(found: tuple[Placed, ...]) -> float:
    return max(end - begin for begin, end in pages(found))


def test_a_long_one_is_set_smaller_and_a_longer_one_goes_on(library: Library) -> None:
    short, long, longest = (sheet(*["kata " * 12] * count) for count in (5, 14, 90))
    assert fitting(short, SEEN) == laid_out(short)
    assert laid_out(long)[-1].foot > HIGH
    assert fitting(long, SEEN)[-1].foot <= HIGH
    assert fitting(longest, SEEN) == laid_out(longest, SEEN[-1])
    printed = fitting(longest, PRINTED)
    assert printed == laid_out(longest, PRINTED[-1])
    assert printed[-1].foot > HIGH
    assert len(list(pages(printed))) > 1
    assert tallest(printed) <= HIGH


@pytest.mark.parametrize("count", [3, 40])
def test_the_picture_and_the_paper(count: int) -> None:
    drawn = sheet(*["kata " * 12] * count)
    picture, paper = draw_sheet(drawn)
    shown = Image.open(io.BytesIO(picture))
    assert shown.width == WIDE
    assert (shown.height == HIGH) == (count == 3)
    assert paper.startswith(b"%PDF-")
    assert paper.count(b"/Type /Page\n") == len(list(pages(fitting(drawn, PRINTED))))
    assert b"[ 0 0 419." in paper


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Café", "Cafe"),
        ("3 × 4", "3 x 4"),
        ("a → b", "a - b"),
        ("§ 4", "ps. 4"),
        ("a b", "a b"),
        ("猫", "?"),
    ],
)
def test_what_the_font_has_not_is_said_otherwise(written: str, shown: str) -> None:
    assert drawable(written) == shown


def test_other_words_have_another_name() -> None:
    names = {sheet_name(sheet(text)) for text in ("satu", "dua")} | {sheet_name(sheet("satu"))}
    assert len(names) == 2


def test_every_statement_can_be_drawn(library: Library) -> None:
    for each in library.statements.by_id.values():
        witnesses = (*each.witnesses, *each.against)
        told = [each.title, each.body, each.after or "", *each.conditions]
        told += [text for witness in witnesses for text in (witness.name, witness.link or "")]
        assert "?" not in drawable(" ".join(told).replace("?", "")), each.id
