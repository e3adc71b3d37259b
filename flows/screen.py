"""What a participant sees: one text, its buttons, and an id that names it in tests and logs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flows.buttons import pack
from flows.presses import Press
from flows.sheet import Sheet
from flows.texts.html import Html, paragraphs


@dataclass(frozen=True)
class Button:
    """A label and what it asks for."""

    label: str
    press: Press

    @property
    def data(self) -> str:
        """What pressing it sends."""
        return pack(self.press)


Row = tuple[Button, ...]


def in_pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Short buttons two in a row: three do not fit a narrow phone."""
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


@dataclass(frozen=True)
class Screen:
    """One message.

    `choices` are the answers, one per row, numbered 1, 2, 3 ... so that typing the number does the
    same as pressing. `nav` are the rows below them. `picture` and `voice` are ids of files that go
    with the text, `sheet` is what is drawn to go with it. `brief` is what is left of a long text
    below another one: a small phone shows the end of a message first, and what stands above must
    still be seen.
    """

    id: str
    text: Html
    choices: tuple[Button, ...] = ()
    nav: tuple[Row, ...] = ()
    picture: str | None = None
    voice: str | None = None
    sheet: Sheet | None = None
    brief: Html | None = None

    def rows(self) -> tuple[Row, ...]:
        """All buttons as shown: numbered choices, then the rows below."""
        numbered = tuple(
            (Button(f"{number}. {choice.label}", choice.press),)
            for number, choice in enumerate(self.choices, start=1)
        )
        return numbered + self.nav

    def under(self, name: str, text: Html, *, whole: bool = False) -> Screen:
        """This screen below another text; `name` says in the id which one.

        whole: nothing of it was read before, so nothing is left out.
        """
        rest = self.text if whole else self.brief or self.text
        return replace(self, id=f"{self.id}?{name}", text=paragraphs(text, rest), brief=None)
