"""Addresses behind a text."""

from __future__ import annotations

import re

from sandbox.markup.entities import Entity

_USER = re.compile(r"tg:(?://)?user\?id=(\d+)$")
_URL = re.compile(r"(?:(https?|tg|ton)://?)?((?:[\w-]+\.)+[a-z]{2,}|localhost|[\d.]+)?(.*)$", re.I)


def link(address: str, offset: int, length: int) -> Entity | None:
    """A text_link or text_mention; None for an address Telegram ignores (plain text stays)."""
    address = address.strip()
    user = _USER.match(address)
    if user:
        mentioned = {"id": int(user.group(1)), "is_bot": False, "first_name": ""}
        return Entity("text_mention", offset, length, {"user": mentioned})
    url = normal_url(address)
    return Entity("text_link", offset, length, {"url": url}) if url else None


def normal_url(address: str) -> str | None:
    """The address as Telegram gives it back (scheme and slash added), None when it is none."""
    if not address or re.search(r"\s", address):
        return None
    scheme, host, rest = _split(address)
    if scheme in ("tg", "ton"):
        return address
    if not host or not (not rest or rest[0] in "/?#:"):
        return None
    if not rest or rest[0] in "?#":
        rest = "/" + rest
    return f"{scheme or 'http'}://{host}{rest}"


def _split(address: str) -> tuple[str, str, str]:
    match = _URL.match(address)
    if match is None:
        return "", "", ""
    return (match.group(1) or "").lower(), (match.group(2) or "").lower(), match.group(3)
