"""Small files to send when a test or the page has none of its own."""

from __future__ import annotations

import struct
import zlib

from sandbox.params import Upload


def picture(width: int, height: int) -> bytes:
    """A PNG with a soft diagonal gradient."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(width):
            shade = (x * 60 // width) + (y * 60 // height)
            rows += bytes((150 - shade // 3, 190 - shade // 2, 175 - shade // 4))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(rows), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


_PAPER = b"%PDF-1.4\n% Contoh dokumen dari sandbox.\n%%EOF\n"
SAMPLES = {
    "photo": Upload("foto.png", "image/png", picture(96, 64)),
    "document": Upload("contoh.pdf", "application/pdf", _PAPER),
    "voice": Upload("suara.ogg", "audio/ogg", b"OggS" + bytes(60)),
    "video": Upload("video.mp4", "video/mp4", bytes(4) + b"ftypmp42" + bytes(60)),
    "audio": Upload("lagu.mp3", "audio/mpeg", b"ID3" + bytes(60)),
    "sticker": Upload("stiker.webp", "image/webp", b"RIFF\x1c\x00\x00\x00WEBPVP8 " + bytes(20)),
}
