"""Files people and the bot have sent, kept in memory."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

from sandbox.errors import ApiError, bad

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
# The longer edge, in pixels, of the sizes Telegram makes of a photo.
PHOTO_EDGES = {"s": 90, "m": 320, "x": 800, "y": 1280}
_FOLDER = {"photo": "photos", "voice": "voice", "sticker": "stickers", "video": "videos"}
_PREFIX = {"photo": "AgAC", "document": "BQAC", "voice": "AwAC", "sticker": "CAAC", "video": "BAAC"}
_SUFFIX = {"photo": ".jpg", "voice": ".oga", "sticker": ".webp", "video": ".mp4"}


@dataclass(slots=True)
class StoredFile:
    """One file: `id` is what the bot reuses, `path` what getFile gives for downloading."""

    id: str
    kind: str
    path: str
    name: str
    mime: str
    data: bytes
    card: dict[str, Any]

    @property
    def sizes(self) -> list[dict[str, Any]]:
        """A photo as Telegram hands it out: each usual size below its own, then itself."""
        width, height = self.card["width"], self.card["height"]
        longer = max(width, height)
        smaller = [
            {
                **self.card,
                "file_id": f"{self.id}-{letter}",
                "file_unique_id": f"{self.card['file_unique_id']}{letter}",
                "file_size": max(1, len(self.data) * edge * edge // (longer * longer)),
                "width": max(1, width * edge // longer),
                "height": max(1, height * edge // longer),
            }
            for letter, edge in PHOTO_EDGES.items()
            if edge < longer
        ]
        return [*smaller, self.card]

    def file_card(self) -> dict[str, Any]:
        """The Bot API's File object."""
        return {
            "file_id": self.id,
            "file_unique_id": self.card["file_unique_id"],
            "file_size": len(self.data),
            "file_path": self.path,
        }


class FileShelf:
    """All files, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, data: bytes, name: str, mime: str, **more: Any) -> StoredFile:
        """Store a file sent as `kind`. Raises what Telegram says of empty, big or broken ones."""
        _refuse(kind, data)
        n = len(self._by_id) + 1
        prefix = _PREFIX.get(kind, "BQAC")
        unique = f"{prefix[:3]}u{n:08d}"
        file_id = f"{prefix}AgUAAxkBAAIB{n:010d}sandbox{kind}"
        suffix = _SUFFIX.get(kind) or (f".{name.rpartition('.')[2]}" if "." in name else "")
        card: dict[str, Any] = {
            "file_id": file_id,
            "file_unique_id": unique,
            "file_size": len(data),
            **more,
        }
        if kind == "photo":
            card["width"], card["height"] = image_size(data) or (0, 0)
        path = f"{_FOLDER.get(kind, 'documents')}/file_{n}{suffix}"
        stored = StoredFile(file_id, kind, path, name, mime, data, card)
        self._by_id[file_id] = self._by_path[path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file behind an id; a smaller size of a photo is the photo."""
        return self._by_id.get(file_id) or self._by_id.get(file_id[:-2])

    def at(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def reuse(self, kind: str, file_id: str) -> StoredFile:
        """A file sent before, to be sent again as `kind`; 400 when unknown or of another kind."""
        if file_id.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")  # the sandbox never leaves this computer
        stored = self.get(file_id)
        if stored is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if stored.kind != kind:
            raise bad(f"can't use file of type {stored.kind.title()} as {kind.title()}")
        return stored


def _refuse(kind: str, data: bytes) -> None:
    if not data:
        raise bad("file must be non-empty")
    if len(data) > UPLOAD_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if kind == "photo":
        if len(data) > PHOTO_LIMIT:
            raise bad("file is too big")
        if image_size(data) is None:
            raise bad("IMAGE_PROCESS_FAILED")


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return int(width), int(height)
    if data[:3] == b"\xff\xd8\xff":
        return _jpeg_size(data)
    if data[:4] == b"GIF8" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return int(width), int(height)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return 512, 512
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
    return None
