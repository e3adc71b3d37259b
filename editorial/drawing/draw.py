"""Draws a schematic phone screen from its description: big text, one row clearly marked.

Nobody's logo, nobody's colours: a title, rows below it, and for the row to tap a frame, an arrow
and the dot where the finger goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from editorial.drawing.pen import LEADING, Box, Pen, blended, round_box, text_height, width, wrapped
from flows.content.picture import MARKS, Picture, without_mark

WIDTH: Final = 720
"""Pixels: about the width of a 5-inch screen."""

_PAPER: Final = "#FFFFFF"
_AROUND: Final = "#DDE5EA"
_INK: Final = "#16212B"
_LINE: Final = "#A9B8C2"
_BAR: Final = "#20525C"
_MARK: Final = "#D2420B"
_GLOW: Final = "#FFEDB3"

_COLOURS: Final = (
    *(_PAPER, _AROUND, _INK, _LINE, _BAR, _MARK, _GLOW),
    *(blended(_PAPER, _INK, share) for share in (0.25, 0.5, 0.75)),
    *(blended(_PAPER, _BAR, share) for share in (0.4, 0.7)),
    *(blended(_GLOW, _INK, share) for share in (0.35, 0.7)),
    *(blended(_PAPER, _MARK, 0.5), blended(_GLOW, _MARK, 0.5)),
)
"""Sixteen, so that a pixel takes four bits."""

_EDGE: Final = 10
_GUTTER: Final = 104
"""Where rows begin: left of it is the arrow."""
_GAP: Final = 16
_PAD: Final = 20
_BESIDE: Final = 32
"""Room beside the title."""
_TITLE: Final = 44
_TEXT: Final = 40
"""Sizes of text in pixels, about 17 points on a phone."""
_ICON: Final = 56
_DOT: Final = 84
"""Room at the right of the marked row for the finger's dot."""
_FACE: Final = 230
_FOOT: Final = 56


class _Row(NamedTuple):
    """A row ready to be drawn: its lines of text, and what goes with them."""

    icon: str
    lines: list[str]
    marked: bool
    is_face: bool

    @property
    def height(self) -> float:
        """Pixels."""
        face = _FACE + _PAD if self.is_face else 0
        return 2 * _PAD + face + text_height(self.lines, _TEXT)


def draw(picture: Picture) -> bytes:
    """The picture as a PNG, `WIDTH` pixels wide and as high as its rows need.

    Raises ValueError when `tap` is none of its rows; `bot.py check` has refused that before.
    """
    title = wrapped(picture.title, _TITLE, WIDTH - 2 * _EDGE - 2 * _BESIDE)
    first = picture.rows.index(picture.tap)
    rows = [_row(text, number == first) for number, text in enumerate(picture.rows)]
    bar = 2 * _PAD + text_height(title, _TITLE)
    height = round(2 * _EDGE + bar + _GAP + sum(row.height + _GAP for row in rows) + _FOOT)
    pen = Pen(WIDTH, height, _AROUND, _COLOURS)
    pen.box(Box(_EDGE, _EDGE, WIDTH - _EDGE, height - _EDGE), 40, _PAPER, _BAR, 4)
    _title_bar(pen, title, Box(_EDGE, _EDGE, WIDTH - _EDGE, _EDGE + bar))
    top = _EDGE + bar + _GAP
    for row in rows:
        _draw_row(pen, row, Box(_GUTTER, top, WIDTH - _EDGE - _PAD, top + row.height))
        top += row.height + _GAP
    line = height - _EDGE - _FOOT / 2
    pen.box(Box(WIDTH / 2 - 80, line - 5, WIDTH / 2 + 80, line + 5), 5, _LINE, _LINE, 0)
    return pen.png()


def _row(text: str, marked: bool) -> _Row:
    icon = text[0] if text.startswith(MARKS) else ""
    is_face = text.startswith("(") and text.endswith(")")
    words = text.strip("( )") if is_face else without_mark(text)
    room = WIDTH - _EDGE - _PAD - _GUTTER - 2 * _PAD
    room -= (_ICON if icon else 0) + (_DOT if marked else 0)
    return _Row(icon, wrapped(words, _TEXT, room), marked, is_face)


def _title_bar(pen: Pen, title: list[str], box: Box) -> None:
    pen.box(box, 40, _BAR, _BAR, 0, foot=False)
    pen.text(title, (box.left + _BESIDE, box.top + _PAD), _TITLE, _PAPER, bold=True)


def _draw_row(pen: Pen, row: _Row, box: Box) -> None:
    if row.marked:
        pen.box(Box(box.left - 4, box.top - 4, box.right + 4, box.bottom + 4), 20, _GLOW, _MARK, 8)
        _finger(pen, box.right - _DOT / 2 - 8, box.middle)
        _arrow(pen, box.left - 14, box.middle)
    else:
        pen.box(box, 16, _PAPER, _LINE, 3)
    left, top = box.left + _PAD, box.top + _PAD
    if row.is_face:
        middle = (box.left + box.right) / 2
        _face(pen, middle, top + _FACE / 2)
        top += _FACE + _PAD
        left = middle - max(width(line, _TEXT) for line in row.lines) / 2
    if row.icon:
        _ICONS[row.icon](pen, left + 20, top + _TEXT * LEADING / 2)
        left += _ICON
    pen.text(row.lines, (left, top), _TEXT, _INK, bold=row.marked)


def _finger(pen: Pen, x: float, y: float) -> None:
    """The dot where the finger goes, with the ring it makes."""
    pen.oval(round_box(x, y, 34), _PAPER, _MARK, 5)
    pen.oval(round_box(x, y, 22), _MARK, _MARK, 0)


def _arrow(pen: Pen, x: float, y: float) -> None:
    """A thick arrow whose point is at `x`."""
    tail, neck = x - 70, x - 36
    above = [(tail, y - 13), (neck, y - 13), (neck, y - 36), (x, y)]
    below = [(neck, y + 36), (neck, y + 13), (tail, y + 13)]
    pen.shape([*above, *below], _MARK)


def _face(pen: Pen, x: float, y: float) -> None:
    """A head inside an oval frame."""
    pen.oval(Box(x - _FACE * 0.4, y - _FACE / 2, x + _FACE * 0.4, y + _FACE / 2), _AROUND, _BAR, 7)
    pen.oval(Box(x - 52, y - 70, x + 52, y + 62), _PAPER, _INK, 5)
    for side in (-19, 19):
        pen.oval(round_box(x + side, y - 14, 6), _INK, _INK, 0)
    pen.line([(x - 18, y + 24), (x, y + 31), (x + 18, y + 24)], _INK, 5)


def _open_mark(pen: Pen, x: float, y: float) -> None:
    pen.oval(round_box(x, y, 19), None, _INK, 4)


def _chosen_mark(pen: Pen, x: float, y: float) -> None:
    _open_mark(pen, x, y)
    pen.oval(round_box(x, y, 11), _INK, _INK, 0)


def _tick(pen: Pen, x: float, y: float) -> None:
    pen.line([(x - 16, y), (x - 5, y + 13), (x + 18, y - 14)], _INK, 7)


_ICONS: Final[Mapping[str, Callable[[Pen, float, float], None]]] = dict(
    zip((mark[0] for mark in MARKS), (_open_mark, _chosen_mark, _tick), strict=True)
)
