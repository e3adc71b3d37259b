"""Files: uploaded once, afterwards named by the number Telegram gave them.

Pictures and recordings are there when they are decided on. A sheet is drawn when it is sent: what
stands on it goes with the call, so that neither the transaction nor the loops wait for a pen, and
nothing is lost in between.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import Any, Final

from flows.content.media import Media
from flows.screen import Screen
from flows.texts.html import Html, paragraphs
from flows.voice import Voice
from handlers.brain import Brain
from handlers.outgoing import UNLINKED, Payload, keyboard, worded
from store import files
from store.about import Upload
from store.database import Transaction
from store.outbox import INSTEAD, Delivery
from store.outcome import PERSON_LOST, Kind, Outcome
from store.turn import Turn
from store.unit import OpenUnit

METHODS = {"photo": "sendPhoto", "voice": "sendVoice", "document": "sendDocument"}

SHEET_FILES: Final = {"photo": ".png", "document": ".pdf"}
"""A sheet is seen on the screen and printed."""


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
        about = Upload(media.key, kind)
        turn.send(METHODS[kind], payload, about=about, delivery=Delivery.SCREEN)


def _named(media: Media, known: str | None) -> dict[str, str]:
    """Telegram's number of the file, and the file itself should Telegram not know it any more."""
    return {"file": media.path} if known is None else {"file": media.path, "id": known}


async def send_sheet(turn: Turn, chat_id: int, brain: Brain, screen: Screen) -> None:
    """Sends the sheet of a screen, as a picture with the text below and to be printed."""
    sheet = screen.sheet
    if sheet is None or brain.sheet_at is None:
        return
    place = brain.sheet_at(sheet)
    for kind, ending in SHEET_FILES.items():
        file = f"{place}{ending}"
        key = PurePath(file).name
        marked: dict[str, Any] = {"file": file, "made_of": sheet.dump()}
        known = await files.one(await turn.store(), key)
        if known is not None:
            marked["id"] = known
        words = worded(screen.text, "caption") if kind == "photo" else {}
        payload = {"chat_id": chat_id, kind: marked, **words}
        about = Upload(key, kind)
        turn.send(METHODS[kind], payload, about=about, delivery=Delivery.SCREEN)


async def heard_of_file(brain: Brain, upload: Upload, outcome: Outcome, unit: OpenUnit) -> None:
    """What became of a file: its number is kept; instead of one that did not arrive come its words.

    Nobody who pressed for a picture is left with nothing, also where it may have arrived.
    """
    if outcome.is_accepted:
        await remember_file(upload, outcome, unit.transaction)
        return
    payload: dict[str, Any] = json.loads(outcome.call.payload)
    is_picture_of_sheet = upload.kind == "photo" and "made_of" in payload["photo"]
    # Of a sheet the file to be printed tells it, once for both.
    if outcome.fate.kind not in _NOBODY_TO_TELL and not is_picture_of_sheet:
        voice = Voice(brain.library, brain.today())
        unit.send("sendMessage", _in_words(upload, payload, voice), priority=INSTEAD)


def _in_words(upload: Upload, payload: dict[str, Any], voice: Voice) -> Payload:
    """What was to be sent with a file, without the file."""
    told: Payload = {"chat_id": payload["chat_id"], **UNLINKED}
    if "reply_markup" in payload:
        told["reply_markup"] = payload["reply_markup"]
    sorry = voice.say(SORRY[upload.kind])
    caption = Html.vouched(payload.get("caption", ""))
    return told | worded(paragraphs(caption, sorry) if caption else sorry)


SORRY: Final = {"photo": "gambar_gagal", "voice": "suara_gagal", "document": "lembar_gagal"}
"""What is said of a file that cannot be shown."""

_NOBODY_TO_TELL: Final = PERSON_LOST | {Kind.CHAT_GONE}
"""Nothing else would arrive."""


async def remember_file(upload: Upload, outcome: Outcome, transaction: Transaction) -> None:
    """Keeps the number Telegram gave to an uploaded file; a refused one has none."""
    if not isinstance(outcome.result, dict):
        return
    given = outcome.result.get(upload.kind)
    # A photo comes back in several sizes, the largest last.
    largest = given[-1] if isinstance(given, list) and given else given
    if isinstance(largest, dict) and isinstance(largest.get("file_id"), str):
        files.keep(transaction, upload.file, largest["file_id"])
