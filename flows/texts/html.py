"""Html: text for Telegram with its marks (``<b>``, ``<a>``), as a type of its own.

A label, a title, somebody's name, what people wrote: all of that is `str`, and gets into an `Html`
only by being escaped. What takes an `Html` takes no `str`, so that the type checker finds a `<`
that would make a whole message undeliverable.
"""

from __future__ import annotations

from typing import Final, Self

from markupsafe import Markup

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
        return super().escape(s if hasattr(s, "__html__") else one_direction(str(s)))


def bold(words: str) -> Html:
    """The words in bold."""
    return Html("<b>") + words + Html("</b>")


def lines(*parts: str) -> Html:
    """Non-empty parts below each other."""
    return Html("\n").join(part for part in parts if part)


def paragraphs(*parts: str) -> Html:
    """Non-empty parts with a blank line between them."""
    return Html(PARAGRAPH).join(part for part in parts if part)
