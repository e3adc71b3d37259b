"""Pictures and recordings: uploaded once, afterwards named by the number Telegram gave them."""

from __future__ import annotations

from flows.content.media import Media
from flows.screen import Screen
from handlers.brain import Brain
from handlers.outgoing import keyboard, worded
from store import files
from store.about import Upload
from store.database import Transaction
from store.outcome import Outcome
from store.turn import Turn

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
        turn.send(METHODS[kind], payload, about=Upload(media.key, kind))


def _named(media: Media, known: str | None) -> dict[str, str]:
    """Telegram's number of the file, and the file itself should Telegram not know it any more."""
    return {"file": media.path} if known is None else {"file": media.path, "id": known}


async def remember_file(upload: Upload, outcome: Outcome, transaction: Transaction) -> None:
    """Keeps the number Telegram gave to an uploaded file; a refused one has none."""
    if not isinstance(outcome.result, dict):
        return
    given = outcome.result.get(upload.kind)
    # A photo comes back in several sizes, the largest last.
    largest = given[-1] if isinstance(given, list) and given else given
    if isinstance(largest, dict) and isinstance(largest.get("file_id"), str):
        files.keep(transaction, upload.file, largest["file_id"])
