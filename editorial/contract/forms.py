"""How a text of ``content/messages.yaml`` is shown, and the placeholders it must and may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flows.content.visible import MAX_LABEL


@dataclass(frozen=True)
class Form:
    """A place where texts are shown. `called`: its name for editors.

    `limit`: the most UTF-16 units of what is seen there; Telegram's own unless said otherwise.
    `plain`: it is shown as written, so that `**` would be read as two asterisks.
    """

    called: str
    limit: int
    plain: bool = True


PAGE: Final = Form("pesan", 4096, plain=False)
CAPTION: Final = Form("keterangan gambar atau suara", 1024, plain=False)
BUTTON: Final = Form("label tombol", MAX_LABEL)
"""Ours: what fits on a phone."""
TOAST: Final = Form("pemberitahuan sekejap", 200)
"""Over the screen for a moment after a press. Some are sent as messages elsewhere, too."""
WORDS: Final = Form("bagian dari pesan lain", 200)
"""Ours: a value inside another text."""
DESCRIPTION: Final = Form("keterangan bot", 512)
SHORT: Final = Form("keterangan singkat bot", 120)
COMMAND: Final = Form("keterangan perintah", 256)


@dataclass(frozen=True)
class Message:
    """One text as code asks for it: how it is shown, and the placeholders that are filled in.

    Without those it `must` show it says nothing. Any number may be shown, too.
    """

    form: Form
    must: frozenset[str] = frozenset()
    may: frozenset[str] = frozenset()

    @property
    def shows(self) -> frozenset[str]:
        """Every placeholder that code fills in."""
        return self.must | self.may


def page(*must: str, may: tuple[str, ...] = ()) -> Message:
    """Markdown, sent as a message or a part of one."""
    return Message(PAGE, frozenset(must), frozenset(may))


def caption() -> Message:
    """Markdown below a picture or recording."""
    return Message(CAPTION)


def button(*must: str) -> Message:
    """The label of a button."""
    return Message(BUTTON, frozenset(must))


def toast(*must: str, may: tuple[str, ...] = ()) -> Message:
    """What a press is answered with for a moment."""
    return Message(TOAST, frozenset(must), frozenset(may))


def words(*must: str) -> Message:
    """What stands inside another text."""
    return Message(WORDS, frozenset(must))


def profile(form: Form) -> Message:
    """What Telegram shows beside the conversation: descriptions, explained commands."""
    return Message(form)
