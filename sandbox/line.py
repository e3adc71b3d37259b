"""The wire between a test and the control side."""

from __future__ import annotations

from types import TracebackType
from typing import Any, Self

import aiohttp

# Long polls of `wait` end on the server; this only catches a dead server.
PATIENCE = 120.0


class SimError(AssertionError):
    """The sandbox refused; the message says what and what there is instead."""


class Line:
    """Asks `/sim/...` at `url` (the sandbox's base address)."""

    def __init__(self, url: str, session: aiohttp.ClientSession | None = None) -> None:
        self.url = url.rstrip("/")
        self._session = session
        self._own = session is None

    async def __aenter__(self) -> Self:
        self._open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            timeout = aiohttp.ClientTimeout(total=PATIENCE)
            connector = aiohttp.TCPConnector(limit=0)
            self._session = aiohttp.ClientSession(timeout=timeout, connector=connector)
        return self._session

    async def close(self) -> None:
        if self._own and self._session is not None:
            await self._session.close()
            self._session = None

    async def get(self, path: str, **query: Any) -> Any:
        """GET /sim/<path>; parameters that are None are left out."""
        asked = {k: _plain(v) for k, v in query.items() if v is not None}
        async with self._open().get(f"{self.url}/sim/{path}", params=asked) as response:
            return await _read(response)

    async def post(self, path: str, **body: Any) -> Any:
        """POST /sim/<path>; parameters that are None are left out."""
        asked = {k: v for k, v in body.items() if v is not None}
        async with self._open().post(f"{self.url}/sim/{path}", json=asked) as response:
            return await _read(response)

    async def remove(self, path: str) -> Any:
        """DELETE /sim/<path>."""
        async with self._open().delete(f"{self.url}/sim/{path}") as response:
            return await _read(response)


def _plain(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


async def _read(response: aiohttp.ClientResponse) -> Any:
    found = await response.json()
    if response.status >= 400:
        raise SimError(found.get("error", f"the sandbox answered {response.status}"))
    return found
