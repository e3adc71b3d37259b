"""Faults, limits, the clock, raw updates, the log, reset."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from sandbox.calllog import as_json
from sandbox.control.body import Asked, control
from sandbox.faults import Fault
from sandbox.keys import WEBHOOK

_WHOLE = ("times", "skip", "retry_after", "code", "chat")
_LIMITS = ("chat_rate", "chat_burst", "overall_rate", "overall_burst")
LOG_PAGE = 1000


async def faults(asked: Asked) -> Any:
    return asked.world.faults.as_json()


async def add_fault(asked: Asked) -> Any:
    given: dict[str, Any] = {name: asked.whole(name) for name in _WHOLE if name in asked}
    for name in ("method", "description", "body", "content_type", "location"):
        if name in asked:
            given[name] = asked.text(name)
    if "headers" in asked:
        given["headers"] = {str(k): str(v) for k, v in dict(asked.given["headers"]).items()}
    if "seconds" in asked:
        given["seconds"] = asked.number("seconds", 0)
    asked.world.faults.add(Fault(asked.text("kind"), **given))
    return asked.world.faults.as_json()


async def clear_faults(asked: Asked) -> Any:
    asked.world.faults.clear()
    return []


async def push_update(asked: Asked) -> Any:
    """An update as given; without update_id it gets the next one."""
    queue = asked.world.queue
    if "raw" in asked:
        return {"update_id": queue.push_raw(asked.text("raw").encode())}
    update = {"update_id": queue.next_id, **asked.given["update"]}
    return {"update_id": queue.push_raw(json.dumps(update).encode())}


async def next_update_id(asked: Asked) -> Any:
    asked.world.queue.go_on_from(asked.whole("next"))
    return {"next": asked.world.queue.next_id}


async def limits(asked: Asked) -> Any:
    found = asked.world.limits
    found.on = asked.flag("on", found.on)
    found.per_group = asked.maybe("per_group") or found.per_group
    for name in _LIMITS:
        setattr(found, name, asked.number(name, getattr(found, name)))
    callbacks = asked.world.callbacks
    callbacks.lifetime = asked.number("query_lifetime", callbacks.lifetime)
    shown = {name: getattr(found, name) for name in ("on", "per_group", "refused", *_LIMITS)}
    return {**shown, "query_lifetime": callbacks.lifetime}


async def clock(asked: Asked) -> Any:
    asked.world.clock.skip(asked.number("skip", 0))
    return {"now": asked.world.clock.now()}


async def log(asked: Asked) -> Any:
    entries = asked.world.log.after(asked.maybe("after") or 0)
    method, chat = asked.text("method", "").lower(), asked.text("chat", "")
    if method:
        entries = [e for e in entries if e.method.lower() == method]
    if chat:
        entries = [e for e in entries if str(e.params.get("chat_id")) == chat]
    return [as_json(entry) for entry in entries[: asked.maybe("limit") or LOG_PAGE]]


async def stats(asked: Asked) -> Any:
    world = asked.world
    return {
        "calls": dict(world.log.counts),
        "last_call": world.log.last,
        "refusals": dict(world.log.refusals),
        "updates": world.queue.pushed,
        "confirmed": world.queue.confirmed,
        "waiting": len(world.queue),
        "polling": world.queue.polling,
        "pending_callbacks": len(world.callbacks.pending()),
        "users": len(world.people.all()),
    }


async def reset(asked: Asked) -> Any:
    await asked.request.app[WEBHOOK].stop()
    asked.world.reset()
    return {}


routes = [
    web.get("/sim/faults", control(faults)),
    web.post("/sim/faults", control(add_fault)),
    web.delete("/sim/faults", control(clear_faults)),
    web.post("/sim/update", control(push_update)),
    web.post("/sim/update_id", control(next_update_id)),
    web.post("/sim/limits", control(limits)),
    web.post("/sim/clock", control(clock)),
    web.get("/sim/log", control(log)),
    web.get("/sim/stats", control(stats)),
    web.post("/sim/reset", control(reset)),
]
