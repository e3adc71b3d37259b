"""The Bot API's edge: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

from __future__ import annotations

import re
from typing import Any

from aiohttp import web

from sandbox import gale
from sandbox.calllog import Entry
from sandbox.errors import NO_METHOD, WEBHOOK_ACTIVE, ApiError, conflict
from sandbox.keys import TOKEN, WEBHOOK, WORLD
from sandbox.methods import METHODS
from sandbox.params import Params, read_params
from sandbox.wire import dump
from sandbox.world import World

_TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]+$")
_HOOKS = frozenset({"setwebhook", "deletewebhook", "getwebhookinfo"})


def not_found() -> ApiError:
    return ApiError(404, "Not Found")


def _json(body: bytes, status: int = 200) -> web.Response:
    return web.Response(body=body, status=status, content_type="application/json")


def _check_token(request: web.Request, world: World) -> None:
    """Any well-formed token is the one bot, unless the server was given its token."""
    token = request.match_info["token"]
    only = request.app[TOKEN]
    if (only and token != only) or not _TOKEN.match(token):
        raise ApiError(401, "Unauthorized")
    world.name_bot(token)


async def bot_call(request: web.Request) -> web.StreamResponse:
    """One Bot API call, with whatever fault is due."""
    world = request.app[WORLD]
    name = request.match_info["method"]
    method = name.lower()
    try:
        _check_token(request, world)
        params = await read_params(request)
    except ApiError as error:
        return _json(dump(error.as_json()), error.code)
    entry = world.log.begin(world.clock.now(), name, params.for_log())
    fault = world.faults.take(method, params.text("chat_id"))
    if fault is not None:
        entry.fault = fault.kind
        early = await gale.before(request, fault)
        if isinstance(early, ApiError):
            return _refused(world, entry, early)
        if early is not None:
            world.log.end(entry, world.clock.now(), early.status, None)
            return early
    status, body = await _answer(request.app, world, method, params, entry)
    if fault is not None:
        return await gale.after(request, fault, status, body)
    return _json(body, status)


async def _answer(
    app: web.Application, world: World, method: str, params: Params, entry: Entry
) -> tuple[int, bytes]:
    """Status and body of a processed call, written into the log."""
    try:
        if method == "getupdates":
            body, result = await _get_updates(world, params)
        else:
            result = await _run(app, world, method, params)
            body = dump({"ok": True, "result": result})
    except ApiError as error:
        world.log.end(entry, world.clock.now(), error.code, None, error.description)
        return error.code, dump(error.as_json())
    world.log.end(entry, world.clock.now(), 200, result)
    return 200, body


async def _run(app: web.Application, world: World, method: str, params: Params) -> Any:
    function = METHODS.get(method)
    if function is not None:
        return function(world, params)
    if method not in _HOOKS:
        raise ApiError(404, NO_METHOD)
    webhook = app[WEBHOOK]
    if method == "getwebhookinfo":
        return webhook.info()
    if method == "deletewebhook":
        params = Params({**params.values, "url": ""})
    world.queue.interrupt(conflict("terminated by setWebhook request"))
    await webhook.set(params)
    return True


async def run_reply(app: web.Application, name: str, params: Params) -> None:
    """A call that came as the answer to a webhook post."""
    world = app[WORLD]
    entry = world.log.begin(world.clock.now(), name, params.for_log())
    await _answer(app, world, name.lower(), params, entry)


async def _get_updates(world: World, params: Params) -> tuple[bytes, list[int]]:
    if world.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    queue = world.queue
    queue.allow(params.obj("allowed_updates", "allowed_updates"))
    limit = min(100, max(1, params.whole("limit", 100) or 100))
    ready = await queue.poll(
        params.whole("offset", 0) or 0, limit, params.number("timeout", 0) or 0
    )
    ids = queue.ids(ready)
    return b'{"ok":true,"result":[' + b",".join(queue.batch(ready)) + b"]}", ids


def _refused(world: World, entry: Entry, error: ApiError) -> web.Response:
    world.log.end(entry, world.clock.now(), error.code, None, error.description)
    return _json(dump(error.as_json()), error.code)


async def bot_file(request: web.Request) -> web.StreamResponse:
    """Download of a file whose path getFile gave."""
    world = request.app[WORLD]
    try:
        _check_token(request, world)
    except ApiError as error:
        return _json(dump(error.as_json()), error.code)
    stored = world.files.at(request.match_info["path"])
    if stored is None:
        return _json(dump(not_found().as_json()), 404)
    return web.Response(body=stored.data, content_type="application/octet-stream")


async def no_method(request: web.Request) -> web.StreamResponse:
    """`/bot<token>` with a broken token or without a method."""
    return _json(dump(not_found().as_json()), 404)


def add_routes(app: web.Application) -> None:
    app.router.add_route("*", "/bot{token:[^/]+}/{method:[A-Za-z0-9_]+}", bot_call)
    app.router.add_get("/file/bot{token:[^/]+}/{path:.+}", bot_file)
    app.router.add_route("*", "/bot{rest:.*}", no_method)
