"""The mask at the door: personal data in a text becomes its kind, before anything is written.

Masked: NIK and KK, KPJ, bank accounts, phone numbers, e-mail, NPWP, codes or passwords that are
named as such, the name of the mother, and long numbers spelled in words. Kept: money, dates, years,
codes such as 040, the number 175, and numbers of up to nine digits that nobody calls theirs.
Masking twice changes nothing. Law: UU 27/2022 (data pribadi).

The words that give a number away ("NIK saya", "sandi") stand in code, not in ``content/words.yaml``
with all others: an update is masked before any content is asked, and must be also while an editor's
file is broken or half saved.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from flows.files import endings_of
from flows.mask.digits import Piece, personal_numbers
from flows.mask.kinds import SECRETS
from flows.mask.secret_words import secrets
from flows.mask.spoken import WORTH, spoken
from flows.texts.units import units

PLACES: Final = {kind: secret.place for kind, secret in SECRETS.items()}
"""Kind of personal data → what stands in its place."""

_KIND_OF: Final = {place.lower(): kind for kind, place in PLACES.items()}
_PLACE: Final = re.compile("|".join(map(re.escape, PLACES.values())), re.IGNORECASE)
_WORTH_A_LOOK: Final = re.compile(
    r"@|\d\D{0,4}\d\D{0,4}\d\D{0,4}\d|[^\x00-\x7f]|\((?:at|et)\)|\[at\]|pass|sandi|\bpw\b|\bcv[vc]"
    r"| [ae]t (?:gm|ya|ym|ho|ou|ic)"
    rf"|{WORTH}",
    re.IGNORECASE,
)


_MOST_PASSES: Final = 8


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with personal data replaced, and which kinds it held."""

    text: str
    kinds: frozenset[str] = frozenset()


def kinds_in(text: str) -> frozenset[str]:
    """The kinds of personal data masked in this (already masked) text, in any case of letters."""
    if "[" not in text:
        return frozenset()
    return frozenset(_KIND_OF[found.lower()] for found in _PLACE.findall(text))


def mask_text(text: str) -> Masked:
    """`text` with every piece of personal data replaced by its kind."""
    kinds: set[str] = set()
    for masked, pieces in _passes(text):
        text = masked
        kinds.update(piece.kind for piece in pieces)
    return Masked(text, frozenset(kinds))


def _passes(text: str) -> Iterator[tuple[str, list[Piece]]]:
    """Mask until nothing is left to mask: what one pass takes away may uncover the next."""
    for _ in range(_MOST_PASSES):
        if not _WORTH_A_LOOK.search(text):
            return
        pieces = _pieces(text if text.isascii() else _plain(text))
        if not pieces:
            return
        text = _replaced(text, pieces)
        yield text, pieces


def _replaced(text: str, pieces: list[Piece]) -> str:
    out: list[str] = []
    last = 0
    for piece in pieces:
        out += (text[last : piece.start], PLACES[piece.kind])
        last = piece.end
    return "".join((*out, text[last:]))


def _plain(text: str) -> str:
    """`text` of the same length with plain digits and signs; invisible characters become \\x1f."""
    return "".join(char if char.isascii() else _plain_char(char) for char in text)


def _plain_char(char: str) -> str:
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(char)
    if category in {"Cf", "Mn", "Me", "Cc"}:
        return "\x1f"
    if category in {"Pd", "Zs", "Zl", "Zp"}:
        return "-" if category == "Pd" else " "
    same = unicodedata.normalize("NFKC", char)
    return same if len(same) == 1 else char


def _pieces(text: str) -> list[Piece]:
    """What to replace, from left to right, the longest of those that overlap."""
    kept: list[Piece] = []
    found = [*personal_numbers(text), *secrets(text), *spoken(text)]
    for piece in sorted(found, key=lambda p: (p.start, -p.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


_AS_IS: Final = frozenset(
    ("id", "type", "language_code", "inline_message_id", "chat_instance", "media_group_id",
     "mime_type", "custom_emoji_id", "file_id", "file_unique_id", "status", "emoji", "currency")
)  # fmt: skip
_FILES: Final = frozenset(
    ("photo", "voice", "audio", "video", "video_note", "document", "animation", "paid_media")
)
_BUTTON: Final = re.compile(r"\d{1,2}:[A-Za-z]{1,4}(?::(?!-?\d{14})[\w.\-]*)*")
_ENTITIES: Final = {"text": "entities"}


def mask_update(raw: Mapping[str, Any]) -> dict[str, Any]:
    """A Telegram update as it may be stored: every text masked, entities still fitting.

    Identifiers and numbers Telegram gave stay. In private chats files lose their handle (nobody can
    fetch the picture of a KTP later) and a shared contact loses its vCard.
    """
    return _masked_object(raw)


def _masked_object(raw: Mapping[str, Any]) -> dict[str, Any]:
    chat = raw.get("chat")
    private = isinstance(chat, Mapping) and chat.get("type") == "private"
    out: dict[str, Any] = {}
    for key, value in raw.items():
        if key == "vcard":
            continue
        if private and key in _FILES:
            value = _without_handle(value)
        if key == "phone_number" and isinstance(value, str):
            out[key] = PLACES["hp"]
        elif key in _AS_IS or (key == "data" and _is_button(value)):
            out[key] = value
        else:
            out[key] = _masked_value(value)
    for key in ("text", "caption", "question", "explanation", "title", "description"):
        _fit_entities(raw, out, key)
    return out


def _is_button(value: Any) -> bool:
    """Callback data of our own buttons; it may hold a chat's number, but never a NIK."""
    return isinstance(value, str) and bool(_BUTTON.fullmatch(value))


def _masked_value(value: Any) -> Any:
    if isinstance(value, str):
        return mask_text(value).text
    if isinstance(value, Mapping):
        return _masked_object(value)
    if isinstance(value, list):
        return [_masked_value(item) for item in value]
    return value


def _without_handle(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_handle(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    kept = {key: item for key, item in value.items() if key not in {"thumbnail", "thumb"}}
    if isinstance(kept.get("file_unique_id"), str):
        # Nobody can fetch the file by it; that it was replaced can still be seen.
        kept["file_unique_id"] = sha256(kept["file_unique_id"].encode()).hexdigest()[:12]
    if isinstance(kept.get("file_name"), str):
        # Of a name only the endings stay: they tell whether it may be carried.
        kept["file_name"] = ".".join(("-", *endings_of(kept["file_name"])))
    return kept | {"file_id": "-"} if "file_id" in kept else kept


def _fit_entities(raw: Mapping[str, Any], out: dict[str, Any], key: str) -> None:
    """Move the entities behind a replacement, drop those that touch one."""
    name = _ENTITIES.get(key, f"{key}_entities")
    text, entities = raw.get(key), raw.get(name)
    if not isinstance(text, str) or not isinstance(entities, list) or text == out[key]:
        return
    entities = [entity for entity in out[name] if isinstance(entity, dict)]
    for masked, pieces in _passes(text):
        cuts = [
            (units(text[: p.start]), units(text[p.start : p.end]), units(PLACES[p.kind]))
            for p in pieces
        ]
        entities = [kept for entity in entities if (kept := _moved(entity, cuts))]
        text = masked
    out[name] = entities


def _moved(entity: dict[str, Any], cuts: list[tuple[int, int, int]]) -> dict[str, Any] | None:
    offset, length = entity.get("offset"), entity.get("length")
    if not isinstance(offset, int) or not isinstance(length, int):
        return None
    shift = 0
    for start, removed, put in cuts:
        if start < offset + length and offset < start + removed:
            return None
        if start + removed <= offset:
            shift += put - removed
    return {**entity, "offset": offset + shift}
