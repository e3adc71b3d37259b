"""Shapes: how messages of the participant stand in the topic, sent or changed, in how many parts.

One shape for sending and for changing: what was cut in one way is never changed in another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from flows.mask import kinds_in
from flows.texts.html import Html, paragraphs
from flows.voice import Voice
from handlers.desk.carry import words
from handlers.desk.carry.messages import is_kept_back, kept_back
from handlers.outgoing import worded
from store.carried import TEXT, Carried


class Shape(NamedTuple):
    """The words of the first message, and of those it goes on in."""

    first: Html
    rest: tuple[Html, ...] = ()

    def caption(self) -> dict[str, Any]:
        """The words below a file, nothing when there are none."""
        return worded(self.first, "caption") if self.first else {}


def of(voice: Voice, batch: Sequence[Carried]) -> Shape:
    """Texts in a row, an album, or one file."""
    head, foot = count(voice, batch), _foot(voice, batch)
    first = batch[0]
    if first.kind == TEXT:
        page, *rest = words.pages(_texts(batch), head, foot)
        return Shape(page, tuple(rest))
    if first.kind == "kontak":
        return Shape(voice.say("meja_kontak"))
    if is_kept_back(first.kind):
        return Shape(_kept_back(voice, first))
    if len(batch) > 1:
        return _album(batch)
    return _captioned(first.text or "", foot)


def _kept_back(voice: Voice, one: Carried) -> Html:
    """What stands in place of a file that is not carried."""
    _fate, last = kept_back(one.kind)
    said = Html.escape(f"👤 {one.text}") if one.text else Html()
    kind = words.file_kind(voice, last)
    return paragraphs(voice.say("meja_berkas_ditahan", akhiran=kind), said)


def _album(batch: Sequence[Carried]) -> Shape:
    """An album is copied as it stands, unless its captions hold what must be masked."""
    captions = [one.text for one in batch if one.text]
    if not any(kinds_in(caption) for caption in captions):
        return Shape(Html())
    return Shape(Html(), tuple(words.pages(captions, Html(), Html())))


def _captioned(text: str, foot: Html) -> Shape:
    whole = paragraphs(Html.escape(text), foot) if text else foot
    if words.length(whole) <= words.CAPTION:
        return Shape(whole)
    short = words.shortened(text, words.CAPTION)
    return Shape(short, tuple(words.pages([text], Html(), foot)))


def fitting(voice: Voice, row: Sequence[Carried]) -> int:
    """How many texts, from the first, go into one message."""
    return words.fitting(_texts(row), count(voice, row))


def _texts(batch: Sequence[Carried]) -> list[str]:
    return [one.text or "" for one in batch]


def count(voice: Voice, batch: Sequence[Carried]) -> Html:
    """How many messages stand in one; nothing above a single one."""
    return voice.say("kartu_baru", jumlah=len(batch)) if len(batch) > 1 else Html()


def _foot(voice: Voice, batch: Sequence[Carried]) -> Html:
    """That it was changed, once the staff has seen it otherwise."""
    changed = any(one.state == "delivered" and one.revision > 1 for one in batch)
    return voice.say("meja_diubah") if changed else Html()
