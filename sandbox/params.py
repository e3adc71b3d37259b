"""What a Bot API caller may send: query string, form, multipart or JSON, all read the same way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from sandbox.errors import ApiError, bad


@dataclass(slots=True)
class Upload:
    """A file that came with a multipart request."""

    name: str
    mime: str
    data: bytes


class Params:
    """Parameters of one call. Forms carry text only, so every reader also understands text."""

    __slots__ = ("files", "values")

    def __init__(self, values: dict[str, Any], files: dict[str, Upload] | None = None) -> None:
        self.values = values
        self.files = files or {}

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        if value is None:
            return default
        return value if isinstance(value, str) else str(value)

    def has(self, name: str) -> bool:
        return name in self.values or name in self.files

    def whole(self, name: str, default: int | None = None) -> int | None:
        """An integer, `default` when absent. Raises 400 for anything else."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return int(value)
        except (TypeError, ValueError):
            raise bad(f'field "{name}" must be a valid Number') from None

    def number(self, name: str, default: float | None = None) -> float | None:
        value = self.values.get(name)
        if value is None or value == "":
            return default
        try:
            return float(value)
        except (TypeError, ValueError):
            raise bad(f'field "{name}" must be a valid Number') from None

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        return str(value).strip().lower() in {"true", "1", "yes", "y", "t"}

    def obj(self, name: str, what: str = "") -> Any:
        """A JSON object or list (text of it in forms); None when absent.

        Raises 400 "can't parse <what> JSON object" for text that is no JSON.
        """
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {what or name.replace('_', ' ')} JSON object") from None

    def file(self, reference: str) -> Upload | None:
        """The upload behind a field name or an `attach://name` reference."""
        return self.files.get(reference.removeprefix("attach://"))

    def for_log(self) -> dict[str, Any]:
        """The parameters as the call log keeps them: an upload is its name and size."""
        if not self.files:
            return self.values
        shown = {k: {"file": f.name, "size": len(f.data)} for k, f in self.files.items()}
        return {**self.values, **shown}


async def read_params(request: web.Request) -> Params:
    """Read one call. Raises `ApiError` 400 when the body is not what its header says."""
    query = request.rel_url.raw_query_string
    values: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
    if request.method != "POST" or not request.can_read_body:
        return Params(values)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    body = await request.read()
    if kind == "application/json":
        values.update(_json_body(body))
    else:
        values.update(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True))
    return Params(values)


def _json_body(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        parsed = json.loads(body)
    except ValueError:
        raise ApiError(400, "Bad Request: can't parse JSON object") from None
    if not isinstance(parsed, dict):
        raise ApiError(400, "Bad Request: expected JSON object")
    return parsed


async def _multipart(request: web.Request, values: dict[str, Any]) -> Params:
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            data = value.file.read()
            value.file.close()
            mime = value.content_type or "application/octet-stream"
            files[name] = Upload(value.filename, mime, data)
        elif isinstance(value, str):
            values[name] = value
        else:
            values[name] = bytes(value).decode("utf-8", "replace")
    return Params(values, files)
