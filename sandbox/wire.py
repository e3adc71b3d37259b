"""JSON on the wire: compact, as UTF-8 bytes."""

from __future__ import annotations

import json
from typing import Any

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump(value: Any) -> bytes:
    """`value` as compact JSON bytes. Lone surrogates (Telegram never sends them) are replaced."""
    return _encode(value).encode("utf-8", "replace")
