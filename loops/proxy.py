"""Proxy: the way out of an office network, as the operating system is told of it."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.request import getproxies, proxy_bypass

import aiohttp
from yarl import URL

from loops.stop import PROXY_UNKNOWN, StopError

_SPOKEN = ("http", "https")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where calls go instead, and what it wants to read; `name` is all of it that may be shown."""

    url: URL
    headers: Mapping[str, str]

    @property
    def name(self) -> str:
        """Host and port, never who we are there."""
        return f"{self.url.host}:{self.url.port}"


def proxy_for(base: str) -> Proxy | None:
    """The proxy to this address; None when the way is direct.

    Read from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, or the system's own settings. This
    computer itself is never reached through one: a proxy elsewhere would find its own.

    Raises StopError for a proxy of a kind that is not spoken.
    """
    address = URL(base)
    host = address.host or ""
    if _is_here(host) or proxy_bypass(host):
        return None
    known = getproxies()
    given = known.get(address.scheme) or known.get("all")
    if not given:
        return None
    url = URL(given if "://" in given else f"http://{given}")
    if url.scheme not in _SPOKEN or not url.host:
        raise StopError(PROXY_UNKNOWN.format(kind=url.scheme))
    headers = {}
    if url.user:
        headers["Proxy-Authorization"] = aiohttp.encode_basic_auth(url.user, url.password or "")
    return Proxy(url.origin(), headers)


def _is_here(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
