"""Files in a payload: `{"file": path}` becomes an upload.

`{"file": path, "id": file_id}` is a file that Telegram has seen before: it is sent by its id, and
uploaded again when Telegram no longer knows it. `"made_of"` behind the path says what the file is
made of, should it not be there: whoever decided the call did not wait for that.
"""

import asyncio
import json
import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp

_MARK = '{"file":'
_BY_ID = (["file", "id"], ["file", "made_of", "id"])
_UPLOADED = (["file"], ["file", "made_of"])

Make = Callable[[Path, Any], Awaitable[None]]
"""Makes the file at a path of what it is made of, unless it is there. Raises OSError when it
cannot."""


def has_files(payload: str) -> bool:
    """Say whether JSON text (written without spaces) may hold a file marker."""
    return _MARK in payload


async def multipart(
    payload: dict[str, Any], make: Make | None = None
) -> tuple[aiohttp.FormData, int]:
    """Build the form of a payload; nested files are attached as `attach://fileN`.

    With it comes the size of all files, in bytes.

    Raises OSError when a file cannot be read, or made.
    """
    found: dict[str, dict[str, Any]] = {}
    fields = {name: _lift(name, value, found) for name, value in payload.items()}
    form = aiohttp.FormData()
    for name, value in fields.items():
        if name not in found:
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    size = 0
    for name, marked in found.items():
        path = Path(marked["file"])
        if make is not None and "made_of" in marked:
            await make(path, marked["made_of"])
        mime = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        content = await asyncio.to_thread(path.read_bytes)
        form.add_field(name, content, filename=path.name, content_type=mime)
        size += len(content)
    return form, size


def without_ids(payload: str) -> str | None:
    """The payload with every file uploaded, None when it names none by an id."""
    if not has_files(payload):
        return None
    before = json.loads(payload)
    after = _uploaded(before)
    if after == before:
        return None
    return json.dumps(after, ensure_ascii=False, separators=(",", ":"))


def _uploaded(value: Any) -> Any:
    if isinstance(value, dict):
        if list(value) in _BY_ID:
            return {key: inner for key, inner in value.items() if key != "id"}
        return {key: _uploaded(inner) for key, inner in value.items()}
    return [_uploaded(inner) for inner in value] if isinstance(value, list) else value


def _lift(name: str, value: Any, found: dict[str, dict[str, Any]]) -> Any:
    """Replace markers in a value; a marker that is a whole field keeps the field's name."""
    if isinstance(value, dict):
        if list(value) in _BY_ID:
            return value["id"]
        if list(value) in _UPLOADED:
            key = name or f"file{len(found)}"
            found[key] = value
            return f"attach://{key}"
        return {key: _lift("", inner, found) for key, inner in value.items()}
    if isinstance(value, list):
        return [_lift("", inner, found) for inner in value]
    return value
