"""Html: text for Telegram with its marks (``<b>``, ``<a>``), as a type of its own.

A label, a title, somebody's name, what people wrote: all of that is `str`, and gets into an `Html`
only by being escaped. What takes an `Html` takes no `str`, so that the type checker finds a `<`
that would make a whole message undeliverable.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Self

from markupsafe import Markup, escape

from flows.texts.direction import one_direction

PARAGRAPH: Final = "\n\n"


class Html(Markup):
    """Text in the marks that Telegram reads.

    ``Html("<b>{}</b>").format(label)``, ``html + label`` and `lines` escape every `str` and take
    an `Html` as it is. The constructor alone does not escape: it is for marks written in code.
    """

    __slots__ = ()

    @classmethod
    def escape(cls, s: object, /) -> Self:
        """`s` as it will be read, whatever stands in it; an `Html` stays what it is."""
        if isinstance(s, cls):
            return s
        if hasattr(s, "__html__"):
            return super().escape(s)
        return cls.vouched(escape(one_direction(str(s))))

    @classmethod
    def vouched(cls, text: str) -> Self:
        """A text whose marks are known to be right: cheaper than the constructor, and said."""
        return str.__new__(cls, text)


def bold(words: str) -> Html:
    """The words in bold."""
    return Html("<b>") + words + Html("</b>")


def lines(*parts: str) -> Html:
    """Non-empty parts below each other."""
    return _joined("\n", parts)


def paragraphs(*parts: str) -> Html:
    """Non-empty parts with a blank line between them."""
    return _joined(PARAGRAPH, parts)


def last_paragraph(text: Html) -> Html:
    """What stands below the last blank line, or the whole text without one."""
    # Cheaper than Markup.rpartition, and done for every screen.
    return Html.vouched(str.rpartition(text, PARAGRAPH)[2])


def _joined(between: str, parts: Iterable[str]) -> Html:
    # Cheaper than Markup.join, and done for every screen.
    return Html.vouched(between.join([Html.escape(part) for part in parts if part]))
