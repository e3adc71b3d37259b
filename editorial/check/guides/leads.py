"""Guides that nobody can get to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from editorial.check.context import Context, Finding
from editorial.reading.page import Doc

_REMEDY: Final = (
    "Tambahkan `- guide: {name}` di menu.yaml, `command:` di berkas ini, `guide: {name}` di topik "
    "atau kendala, atau `next: {name}` di akhir panduan lain."
)


def unled_guides(context: Context) -> Iterator[Finding]:
    """A guide without a command that no menu line, topic, trouble or reachable end leads to."""
    draft = context.draft
    # A file that cannot be read may hold the way.
    if any(not doc.readable for doc in _all(context)):
        return
    led = {guide.id for guide in draft.guides.values() if guide.doc.text("command")}
    led |= {name for _, _, leaf in draft.leaves() for name in _named(leaf.doc, "guide")}
    led |= set(_menu(draft.menu))
    waiting = led & draft.guides.keys()
    while waiting:
        pages = [step.doc for name in waiting for step in draft.guides[name].steps if step.doc]
        further = {name for doc in pages for name in _named(doc, "next")} & draft.guides.keys()
        waiting = further - led
        led |= waiting
    for name, guide in draft.guides.items():
        if name not in led:
            what = "Tidak ada jalan ke panduan ini: peserta tidak akan menemukannya."
            todo = _REMEDY.format(name=name)
            yield Finding(guide.doc.path, 1, f"panduan `{name}`", what, todo)


def _all(context: Context) -> Iterator[Doc]:
    draft = context.draft
    if draft.menu is not None:
        yield draft.menu
    yield from (guide.doc for guide in draft.guides.values())
    yield from (doc for _, doc in draft.pages())


def _named(doc: Doc, key: str) -> Iterator[str]:
    single = doc.text(key)
    yield from [single] if single else (name for name, _ in doc.texts(key))


def _menu(menu: Doc | None) -> Iterator[str]:
    """The guides that lines of the menu name."""
    lines = menu.data if menu is not None and isinstance(menu.data, list) else []
    named = (menu.text(place, "guide") for place in range(len(lines)) if menu is not None)
    yield from (name for name in named if name)
