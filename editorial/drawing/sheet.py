"""Draws a sheet for the counter: a picture for a small screen, and a PDF of A5 pages for paper.

Sizes are those of a picture 1080 pixels wide, so that 38 are 12.7 on a phone of 360. What does not
fit half a page is set smaller, on paper smaller than on a screen; what still does not makes the
picture longer, and gets further pages on paper. Nothing is left out.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PIL import Image

from editorial.drawing.pen import LEADING, Box, Pen, blended, round_box, text_height, wrapped
from flows.sheet import Sheet, Style

WIDE: Final = 1080
HIGH: Final = 1528
"""Pixels of half a page: the sides of A5."""

SEEN: Final = (1.0, 0.93, 0.86, 0.8)
"""How much smaller text is set: at the smallest, a source is 10 pixels high on a phone of 360."""
PRINTED: Final = (*SEEN, 0.74, 0.68, 0.62)
"""The same on paper, where a source is 9 points high at the smallest."""

_EDGE: Final = 56
_INK: Final = "#16212B"
_PAPER: Final = "#FFFFFF"
_BAR: Final = "#20525C"
_GREY: Final = "#4A5963"
_MARK: Final = "#A8320A"
_GLOW: Final = "#FFF3D6"
_LINE: Final = "#A9B8C2"
_COLOURS: Final = (
    *(_PAPER, _INK, _BAR, _GREY, _MARK, _GLOW, _LINE),
    *(blended(_PAPER, _INK, share) for share in (0.25, 0.5, 0.75)),
    *(blended(_PAPER, _BAR, share) for share in (0.35, 0.7)),
    *(blended(_PAPER, _GREY, share) for share in (0.35, 0.7)),
    *(blended(_GLOW, _MARK, share) for share in (0.4, 0.7)),
)
_THRESHOLD: Final = 176
"""What is darker than this of 255 is black on paper: grey text is, a filled box is not."""


class Look(NamedTuple):
    """How a style is set: size and the gap above in pixels, `inset` from the left."""

    size: int
    colour: str
    above: int
    bold: bool = False
    inset: int = 0


LOOKS: Final[Mapping[Style, Look]] = {
    Style.HEAD: Look(30, _GREY, 0),
    Style.TITLE: Look(54, _BAR, 10, bold=True),
    Style.HOLDS: Look(45, _INK, 22, bold=True),
    Style.WARNING: Look(38, _MARK, 26, bold=True, inset=24),
    Style.CONDITION: Look(38, _INK, 14, inset=30),
    Style.LABEL: Look(32, _BAR, 30, bold=True),
    Style.SOURCE: Look(38, _INK, 8),
    Style.QUOTE: Look(38, _INK, 6, inset=30),
    Style.ADDRESS: Look(28, _GREY, 6),
    Style.ADVICE: Look(42, _INK, 60, bold=True),
    Style.SMALL: Look(30, _GREY, 10),
}

_NEXT: Final = 22
"""The gap above a source that follows another one."""
_ENDS: Final = frozenset({Style.QUOTE, Style.ADDRESS})
"""What belongs to the source above it."""

_FRAME: Final = 4
_PAD: Final = 18
"""Inside the box of a warning."""

_ALIKE: Final = str.maketrans({"×": "x", "→": "-", "≥": ">", "≤": "<", "§": "ps.", "½": "1/2"})
"""Signs the font has not, as it can say them."""

_HAS: Final = frozenset("“”‘’…±·–—•")
"""Signs beyond ASCII that the pen can draw."""


class Placed(NamedTuple):
    """A paragraph where it stands: its lines of text, and how far down it begins and ends."""

    look: Look
    style: Style
    lines: tuple[str, ...]
    top: float
    foot: float


def laid_out(sheet: Sheet, step: float = 1.0) -> tuple[Placed, ...]:
    """Every paragraph of a sheet in its place, set `step` times as large."""
    placed: list[Placed] = []
    down = float(_EDGE)
    for style, text in sheet.lines:
        look = LOOKS[style]
        size = round(look.size * step)
        look = look._replace(size=size)
        room = WIDE - 2 * _EDGE - look.inset * (2 if style is Style.WARNING else 1)
        lines = tuple(wrapped(drawable(text), size, room))
        pad = _PAD if style is Style.WARNING else 0
        top = down + _gap(look, style, placed) * step
        down = top + text_height(lines, size) + 2 * pad
        placed.append(Placed(look, style, lines, top, down))
    return tuple(placed)


def _gap(look: Look, style: Style, above: Sequence[Placed]) -> int:
    if not above:
        return 0
    return _NEXT if style is Style.SOURCE and above[-1].style in _ENDS else look.above


def fitting(sheet: Sheet, steps: Sequence[float]) -> tuple[Placed, ...]:
    """The sheet as large as fits half a page; longer than that only at the smallest step."""
    found: tuple[Placed, ...] = ()
    for step in steps:
        found = laid_out(sheet, step)
        if found[-1].foot + _EDGE <= HIGH:
            break
    return found


def drawable(text: str) -> str:
    """The text in signs the font has; letters lose their accents, a sign unknown is said by "?"."""
    plain = unicodedata.normalize("NFKD", text.translate(_ALIKE))
    kept = (sign for sign in plain if not unicodedata.combining(sign))
    return "".join(sign if _can_draw(sign) else "?" for sign in kept)


def _can_draw(sign: str) -> bool:
    return (sign.isascii() and (sign.isprintable() or sign.isspace())) or sign in _HAS


class _Page(Pen):
    """A pen whose sheet can also be taken as it is, twice the size."""

    def __init__(self, high: int) -> None:
        super().__init__(WIDE, high, _PAPER, _COLOURS)

    def black(self) -> Image.Image:
        """The sheet in black and white, as paper has it."""
        return self._sheet.convert("L").point(lambda grey: 255 if grey > _THRESHOLD else 0, "1")


def draw_sheet(sheet: Sheet) -> tuple[bytes, bytes]:
    """The sheet as a PNG and as a PDF."""
    seen, printed = fitting(sheet, SEEN), fitting(sheet, PRINTED)
    page = _drawn(seen)
    paper = page if printed == seen else _drawn(printed)
    return page.png(), _pdf(paper.black(), list(pages(printed)), sheet)


def _drawn(placed: Sequence[Placed]) -> _Page:
    page = _Page(max(HIGH, round(placed[-1].foot) + _EDGE))
    for each in placed:
        _draw(page, each)
    return page


def pages(placed: Sequence[Placed]) -> Iterator[tuple[float, float]]:
    """Where each page of paper begins and ends: a source keeps what it says, a heading what is
    below it. A paragraph longer than a page, which no statement is, would run off its foot."""
    begins = cut = placed[0].top
    above: Placed | None = None
    for each in placed:
        if each.foot - begins > HIGH - 2 * _EDGE and cut > begins:
            yield begins, cut
            begins = cut
        is_held = each.style in _HELD or (above is not None and above.style is Style.LABEL)
        above, cut = each, cut if is_held else each.top
    yield begins, placed[-1].foot


_HELD: Final = _ENDS | {Style.SMALL}


def _draw(page: Pen, placed: Placed) -> None:
    look, style, lines, top, foot = placed
    left = _EDGE + look.inset
    if style is Style.WARNING:
        page.box(Box(_EDGE, top, WIDE - _EDGE, foot), 12, _GLOW, _MARK, _FRAME)
        top += _PAD
    if style is Style.CONDITION:
        dot = round_box(_EDGE + 10, top + look.size * LEADING * 0.55, 6)
        page.oval(dot, look.colour, look.colour, 0)
    if style is Style.QUOTE:
        page.box(Box(_EDGE + 8, top + 4, _EDGE + 14, foot - 2), 3, _LINE, _LINE, 0)
    if style is Style.ADVICE:
        rule = top - look.above / 2
        page.line([(_EDGE, rule), (WIDE - _EDGE, rule)], _BAR, 3)
    page.text(lines, (left, top), look.size, look.colour, bold=look.bold)


def _pdf(sheet: Image.Image, cuts: Sequence[tuple[float, float]], of: Sheet) -> bytes:
    """The sheet on pages of A5."""
    scale = sheet.width / WIDE
    papers = []
    for begins, ends in cuts:
        paper = Image.new("1", (sheet.width, round(HIGH * scale)), 1)
        # A frame stands a little outside of its text.
        top, foot = (round(side * scale) for side in (begins - _FRAME, ends + _FRAME))
        part = sheet.crop((0, top, sheet.width, foot))
        paper.paste(part, (0, round((_EDGE - _FRAME) * scale)))
        papers.append(paper)
    out = io.BytesIO()
    inches = 148 / 25.4
    papers[0].save(
        out,
        "PDF",
        save_all=True,
        append_images=papers[1:],
        resolution=sheet.width / inches,
        title=next((line.text for line in of.lines if line.style is Style.TITLE), of.name),
    )
    return out.getvalue()
