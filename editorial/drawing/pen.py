"""A pen for schematic pictures: smooth shapes and text in pixels of the finished picture.

Everything is drawn at twice the size and made smaller at the end. The font is the one inside
Pillow, the same on every computer, so that the same strokes always give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from PIL import Image, ImageColor, ImageDraw, ImageFont

LEADING: Final = 1.25
"""Distance of lines in sizes of the text."""

_SMOOTH: Final = 2
_BULLET: Final = "•"
_BULLET_ROOM: Final = 0.42
"""Width of a bullet in sizes of the text; the font has none, so it is drawn as a disc."""
_DASHES: Final = str.maketrans("–—", "--")
"""Dashes the font has not."""

Point = tuple[float, float]


class Box(NamedTuple):
    """Left, top, right and bottom in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


def round_box(x: float, y: float, radius: float) -> Box:
    """The square around a circle."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def width(text: str, size: int) -> float:
    """Width of one line in pixels, the same whether bold or not."""
    return sum(_advance(part, size) for part in _parts(text)) / _SMOOTH


def wrapped(text: str, size: int, room: float) -> list[str]:
    """The text in lines of at most `room` pixels; a word too long for a line is cut."""
    lines = [""]
    for word in text.split():
        together = f"{lines[-1]} {word}" if lines[-1] else word
        if width(together, size) <= room:
            lines[-1] = together
            continue
        if lines[-1]:
            lines.append("")
        for sign in word:
            if lines[-1] and width(lines[-1] + sign, size) > room:
                lines.append("")
            lines[-1] += sign
    return lines


def text_height(lines: Sequence[str], size: int) -> float:
    """Height of lines below each other, in pixels."""
    return len(lines) * size * LEADING


class Pen:
    """Draws on one sheet."""

    def __init__(self, wide: int, high: int, paper: str, colours: Sequence[str]) -> None:
        """`colours` are all that the finished picture has, those of its smooth edges included."""
        self._colours = colours
        self._sheet = Image.new("RGB", (wide * _SMOOTH, high * _SMOOTH), paper)
        self._draw = ImageDraw.Draw(self._sheet)

    def box(
        self, box: Box, radius: float, fill: str, line: str, thick: int, *, foot: bool = True
    ) -> None:
        """A box with round corners; without `foot` the lower corners are square."""
        self._draw.rounded_rectangle(
            _scaled(box),
            radius * _SMOOTH,
            fill,
            line,
            thick * _SMOOTH,
            corners=(True, True, foot, foot),
        )

    def oval(self, box: Box, fill: str | None, line: str, thick: int) -> None:
        """An oval that touches the four sides of `box`."""
        self._draw.ellipse(_scaled(box), fill, line, thick * _SMOOTH)

    def line(self, points: Sequence[Point], colour: str, thick: int) -> None:
        """A bent line with round ends."""
        self._draw.line(_points(points), colour, thick * _SMOOTH, joint="curve")
        for x, y in (points[0], points[-1]):
            self.oval(round_box(x, y, thick / 2), colour, colour, 0)

    def shape(self, points: Sequence[Point], colour: str) -> None:
        """A filled shape with straight sides."""
        self._draw.polygon(_points(points), colour)

    def text(
        self, lines: Sequence[str], at: Point, size: int, colour: str, *, bold: bool = False
    ) -> None:
        """Lines below each other; `at` is the upper left corner of the first."""
        for number, line in enumerate(lines):
            self._line_of_text(line, at[0], at[1] + number * size * LEADING, size, colour, bold)

    def _line_of_text(
        self, line: str, left: float, top: float, size: int, colour: str, bold: bool
    ) -> None:
        base = (top + size) * _SMOOTH
        at = left * _SMOOTH
        for part in _parts(line):
            if part[0] == _BULLET:
                for number in range(len(part)):
                    x = at / _SMOOTH + (number + 0.5) * size * _BULLET_ROOM
                    self.oval(round_box(x, top + size * 0.68, size * 0.15), colour, colour, 0)
            else:
                stroke = _SMOOTH if bold else 0
                font, shown = _font(size), part.translate(_DASHES)
                self._draw.text((at, base), shown, colour, font, "ls", stroke_width=stroke)
            at += _advance(part, size)

    def png(self) -> bytes:
        """The sheet as a PNG with a palette."""
        palette = Image.new("P", (1, 1))
        palette.putpalette([part for colour in self._colours for part in ImageColor.getrgb(colour)])
        smooth = self._sheet.reduce(_SMOOTH)
        out = io.BytesIO()
        smooth.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        return out.getvalue()


def blended(one: str, other: str, share: float) -> str:
    """The colour between two, with `share` (0 to 1) of the other; all written "#RRGGBB"."""
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _scaled(box: Box) -> list[float]:
    return [round(side * _SMOOTH) for side in box]


def _points(points: Sequence[Point]) -> list[Point]:
    return [(x * _SMOOTH, y * _SMOOTH) for x, y in points]


def _parts(text: str) -> Iterator[str]:
    """Runs of bullets and runs of everything else."""
    return ("".join(run) for _, run in groupby(text, _BULLET.__eq__))


def _advance(part: str, size: int) -> float:
    """Width of a run on the large sheet."""
    if part[0] == _BULLET:
        return len(part) * size * _BULLET_ROOM * _SMOOTH
    return _font(size).getlength(part.translate(_DASHES))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size * _SMOOTH)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise RuntimeError("this Pillow was built without FreeType")
    return font
