"""Messages: what is read from one of either side before it is carried."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from telegram import Message

from flows.desk.elapsed import is_over
from flows.files import Fate
from handlers.events import judged_file, kind_of
from store.carried import TEXT, Carried

ALBUM = 1.5
"""Seconds without a further part after which an album is complete."""


def words_of(message: Message) -> str | None:
    """Its text, or the caption of a file."""
    return message.text if message.text is not None else message.caption


def sort_of(message: Message) -> str:
    """The kind under which it is carried."""
    if message.text is not None:
        return TEXT
    file = judged_file(message)
    return kind_of(message) if file.fate is Fate.CARRIED else f"{_KEPT[file.fate]}:{file.ending}"


_KEPT: Final = {Fate.KEPT_BACK: "berkas", Fate.PROGRAM: "program"}


def is_kept_back(kind: str) -> bool:
    """Whether something of this kind is not carried."""
    return kept_back(kind)[0] is not Fate.CARRIED


def kept_back(kind: str) -> tuple[Fate, str]:
    """Of a kind under which something is carried: its fate, and the ending that decides it."""
    name, colon, ending = kind.partition(":")
    fate = next((fate for fate, called in _KEPT.items() if called == name), None)
    return (fate, ending) if fate is not None and colon else (Fate.CARRIED, "")


_FILES: Final = ("animation", "video", "audio", "voice", "video_note", "sticker", "document")
"""Kinds of files; an animation is a document, too."""


def file_of(message: Message) -> str | None:
    """The file of a message, as it is stored (JSON); None when there is none."""
    if message.photo:
        return _stored("photo", message.photo[-1].file_id, message.photo[-1].file_unique_id)
    for sort in _FILES:
        found = getattr(message, sort)
        if found is not None:
            return _stored(sort, found.file_id, found.file_unique_id)
    return None


def _stored(sort: str, number: str, unique: str) -> str:
    return json.dumps({"sort": sort, "id": number, "unique": unique, "revision": 1})


def replaced(own: Carried, file: str | None) -> str | None:
    """The file that was put in the place of another one, as it is stored with the next revision.

    Of a file carried by an earlier release nothing is known: it is taken for the same.
    """
    if own.file is None or file is None:
        return None
    after = json.loads(file)
    if json.loads(own.file)["unique"] == after["unique"]:
        return None
    return json.dumps({**after, "revision": own.revision + 1})


def has_other_file(row: Carried) -> bool:
    """Whether the other side has an earlier file of it."""
    return row.file is not None and json.loads(row.file)["revision"] > row.sent_revision


def answered_by(message: Message) -> int | None:
    """The number of the message it answers."""
    return message.reply_to_message.message_id if message.reply_to_message else None


def is_complete(parts: Sequence[Carried], at: float) -> bool:
    """Whether all parts of an album have come (`at` in Unix seconds)."""
    return is_over(max(one.created_at for one in parts), ALBUM, at)
