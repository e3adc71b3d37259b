"""What is drawn: the shipped pictures, and whatever the limits of a description allow."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from editorial.check.pictures import PICTURE
from editorial.drawing.draw import WIDTH, draw
from editorial.drawing.pen import width, wrapped
from editorial.drawing.version import SHIPPED, drawn_name, picture_id
from flows.content.picture import DRAWABLE, MARKS, MAX_ROW, MAX_ROWS, MAX_TITLE, Picture
from flows.library import Library
from tests.conftest import ROOT

MARK = (0xD2, 0x42, 0x0B)
GUIDES = ("klaim-jmo", "cek-saldo", "daftar-jmo", "pengkinian-data")


def seen(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def marked_rows(image: Image.Image) -> range:
    """The heights at which the mark's colour is, from the first to the last."""
    pixels = image.convert("RGB")
    found = [
        y
        for y in range(pixels.height)
        if any(pixels.getpixel((x, y)) == MARK for x in range(0, pixels.width, 4))
    ]
    return range(found[0], found[-1] + 1)


def test_the_drawings_of_the_content_are_shipped_and_small(library: Library) -> None:
    """Another picture or another way to draw: `python bot.py gambar --simpan`."""
    wanted = {drawn_name(Path(path).stem, each): each for path, each in library.drawings.items()}
    shipped = {file.name: file.read_bytes() for file in (ROOT / "content" / SHIPPED).iterdir()}
    assert shipped.keys() == wanted.keys()
    assert {name for name, data in shipped.items() if len(data) > PICTURE} == set()
    assert {name for name, each in wanted.items() if draw(each) != shipped[name]} == set()


def test_the_name_of_a_drawing_changes_with_its_description() -> None:
    picture = Picture(title="Menu", rows=("Saldo", "Klaim"), tap="Klaim")
    other = picture.model_copy(update={"tap": "Saldo"})
    assert drawn_name("menu", picture) == drawn_name("menu", picture.model_copy())
    assert drawn_name("menu", picture) != drawn_name("menu", other)
    assert picture_id(drawn_name("menu-1", picture)) == "menu-1"


@pytest.mark.parametrize("guide", GUIDES)
def test_every_question_of_the_jmo_guides_has_a_picture(library: Library, guide: str) -> None:
    asked = [step for step in library.guides[guide].steps if step.kind == "ask"]
    assert asked
    assert [step.id for step in asked if step.picture not in library.pictures] == []


def filled(words: list[str], most: int, chance: random.Random) -> str:
    """As many words as fit into `most` characters."""
    line = chance.choice(words)
    while len(longer := f"{line} {chance.choice(words)}") <= most:
        line = longer
    return line[:most]


@pytest.mark.parametrize("seed", range(5))
def test_the_fullest_picture_is_still_small(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    words = sorted({word for topic in library.topics.values() for word in topic.body.split()})
    words = [word for word in words if word.isalpha() and word.isascii()]
    rows = [filled(words, MAX_ROW, chance) for _ in range(MAX_ROWS)]
    title = filled(words, MAX_TITLE, chance)
    data = draw(Picture(title=title, rows=tuple(rows), tap=rows[3]))
    assert len(data) <= PICTURE
    assert seen(data).width == WIDTH


@settings(max_examples=100, deadline=None)
@given(
    st.text(alphabet=sorted(DRAWABLE), min_size=1, max_size=MAX_ROW),
    st.integers(20, 60),
    st.integers(60, 600),
)
def test_no_line_is_wider_than_its_room(text: str, size: int, room: int) -> None:
    lines = wrapped(text, size, room)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert [line for line in lines if len(line) > 1 and width(line, size) > room] == []


def test_the_same_description_gives_the_same_bytes() -> None:
    picture = Picture(title="Saldo", rows=("● Kartu: ••••", "( wajah )", "Lanjut"), tap="Lanjut")
    assert draw(picture) == draw(picture.model_copy())
    assert draw(picture) != draw(picture.model_copy(update={"tap": "( wajah )"}))


def test_only_the_row_to_tap_is_marked() -> None:
    rows = ("Satu", "Dua", "Tiga", "Empat")
    places = []
    for tap in rows:
        picture = seen(draw(Picture(title="Menu", rows=rows, tap=tap)))
        marked = marked_rows(picture)
        assert len(marked) < picture.height / 3
        places.append(marked.start)
    assert places == sorted(set(places))


def test_the_mark_stays_on_the_picture() -> None:
    """The edge all around keeps its colour: nothing sticks out."""
    rows = tuple("W" * MAX_ROW for _ in range(MAX_ROWS - 1))
    image = seen(draw(Picture(title="W" * MAX_TITLE, rows=(*rows, "Lanjut"), tap="Lanjut")))
    pixels = image.convert("RGB")
    sides = [pixels.getpixel((x, y)) for y in range(pixels.height) for x in (0, WIDTH - 1)]
    ends = [pixels.getpixel((x, y)) for x in range(WIDTH) for y in (0, pixels.height - 1)]
    assert len({*sides, *ends}) == 1


def test_every_drawable_character_has_a_shape() -> None:
    font = ImageFont.load_default(40)
    assert isinstance(font, ImageFont.FreeTypeFont)
    nothing = bytes(font.getmask("\uffff"))
    own_shape = set("•–—")  # drawn as a disc and as a hyphen
    missing = {sign for sign in DRAWABLE - own_shape if bytes(font.getmask(sign)) == nothing}
    assert missing == set()


@pytest.mark.parametrize("mark", MARKS)
def test_marks_at_the_beginning_are_drawn(mark: str) -> None:
    plain = draw(Picture(title="Sebab", rows=("Resign", "Lanjut"), tap="Lanjut"))
    marked = draw(Picture(title="Sebab", rows=(f"{mark}Resign", "Lanjut"), tap="Lanjut"))
    assert plain != marked


def test_a_tap_that_is_no_row_is_refused() -> None:
    with pytest.raises(ValueError, match="not in"):
        draw(Picture(title="Menu", rows=("Satu",), tap="Dua"))
