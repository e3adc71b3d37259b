"""Pictures and recordings: uploaded once, afterwards named by the number Telegram gave them."""

from __future__ import annotations

from typing import Any, Protocol

from flows.content.media import Media
from flows.screen import Screen
from handlers.brain import Brain
from handlers.outgoing import keyboard, worded
from handlers.turn import Turn
from store import files
from store.database import Transaction

METHODS = {"photo": "sendPhoto", "voice": "sendVoice"}


async def send_media(turn: Turn, chat_id: int, brain: Brain, screen: Screen) -> None:
    """Sends the picture or recording of a screen with its text below; nothing when it is gone."""
    library = brain.library
    for kind, media in (
        ("photo", library.picture(screen.picture)),
        ("voice", library.voice(screen.voice)),
    ):
        if media is None:
            continue
        payload = {"chat_id": chat_id, **worded(screen.text, "caption")}
        if screen.rows():
            payload["reply_markup"] = keyboard(screen.rows())
        known = await files.one(await turn.store(), media.key)
        payload[kind] = _named(media, known)
        turn.send(METHODS[kind], payload, about={"file": media.key, "kind": kind})


def _named(media: Media, known: str | None) -> dict[str, str]:
    """Telegram's number of the file, and the file itself should Telegram not know it any more."""
    return {"file": media.path} if known is None else {"file": media.path, "id": known}


class Sent(Protocol):
    """What became of a call: `loops.record.Outcome`."""

    @property
    def about(self) -> dict[str, Any]:
        """What the call was said to be about."""
        ...

    @property
    def result(self) -> Any:
        """Telegram's answer."""
        ...


class Recording(Protocol):
    """The transaction in which an outcome is written: `loops.record.Aftermath`."""

    @property
    def transaction(self) -> Transaction:
        """Open until every outcome of its group is written."""
        ...


async def remember_file(sent: Sent, recording: Recording) -> None:
    """Keeps the number Telegram gave to an uploaded file; other outcomes are let pass."""
    key, kind = sent.about.get("file"), sent.about.get("kind")
    if key is None or not isinstance(sent.result, dict):
        return
    given = sent.result.get(kind)
    # A photo comes back in several sizes, the largest last.
    largest = given[-1] if isinstance(given, list) and given else given
    if isinstance(largest, dict) and isinstance(largest.get("file_id"), str):
        files.keep(recording.transaction, key, largest["file_id"])
