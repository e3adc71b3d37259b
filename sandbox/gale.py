"""A fault on the wire: what goes wrong before a call is processed, and after."""

from __future__ import annotations

import asyncio

from aiohttp import web

from sandbox import faults
from sandbox.errors import ApiError, too_many
from sandbox.faults import Fault
from sandbox.keys import CLOSING


async def before(request: web.Request, fault: Fault) -> web.StreamResponse | ApiError | None:
    """What is answered instead of processing the call; None when it is processed."""
    if fault.processed:
        return None
    if fault.kind == faults.TOO_MANY:
        return too_many(fault.retry_after)
    if fault.kind == faults.ERROR:
        return ApiError(fault.code, fault.description)
    if fault.kind in (faults.RAW, faults.REDIRECT):
        return _page(fault)
    if fault.kind == faults.STALL_BEFORE:
        await _stall(request, fault.seconds)
    return _cut(request)


async def after(request: web.Request, fault: Fault, status: int, body: bytes) -> web.StreamResponse:
    """How the answer of a processed call goes wrong."""
    if fault.kind == faults.RAW_AFTER:
        return _page(fault)
    if fault.kind == faults.DRIP:
        return await _drip(request, fault.seconds, status, body)
    if fault.kind == faults.BROKEN_JSON:
        body = body[: max(1, len(body) * 2 // 3)]
    if fault.kind in (faults.STALL_AFTER, faults.SLOW):
        await _stall(request, fault.seconds)
    if fault.kind in (faults.DROP_AFTER, faults.STALL_AFTER):
        return _cut(request)
    return web.Response(body=body, status=status, content_type="application/json")


def _page(fault: Fault) -> web.Response:
    return web.Response(
        body=fault.page.encode(),
        status=fault.code,
        content_type=fault.content_type,
        charset="utf-8",
        headers=fault.headers,
    )


async def _drip(
    request: web.Request, seconds: float, status: int, body: bytes
) -> web.StreamResponse:
    """Each byte alone: no single wait is long enough for a reader's patience to end."""
    answer = web.StreamResponse(status=status)
    answer.content_type = "application/json"
    answer.content_length = len(body)
    await answer.prepare(request)
    for at in range(len(body)):
        await answer.write(body[at : at + 1])
        if await _stall(request, seconds):
            return _cut(request)
    return answer


async def _stall(request: web.Request, seconds: float) -> bool:
    """Say nothing for a while; True when the server closes meanwhile."""
    try:
        await asyncio.wait_for(request.app[CLOSING].wait(), seconds)
    except TimeoutError:
        return False
    return True


def _cut(request: web.Request) -> web.Response:
    """End the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
