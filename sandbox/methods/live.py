"""editMessageLiveLocation and stopMessageLiveLocation."""

from __future__ import annotations

from typing import Any

from sandbox.errors import bad
from sandbox.keyboards import inline_keyboard
from sandbox.messages import Message
from sandbox.methods.registry import method
from sandbox.methods.sending import read_place
from sandbox.params import Params
from sandbox.posting import own_message, revise
from sandbox.world import World


def _moved(world: World, params: Params, place: dict[str, Any] | None) -> Message:
    chat, message = own_message(world, params)
    before = message.body.get("location", {})
    if "live_period" not in before:
        raise bad("message can't be edited")
    markup = inline_keyboard(params)
    kept = {"live_period": before["live_period"]} if place is not None else {}
    there = {k: v for k, v in (place or before).items() if k != "live_period"}
    content = {"location": {**there, **kept}, **({"reply_markup": markup} if markup else {})}
    return revise(world, chat, message, ("reply_markup",), content)


@method("editMessageLiveLocation")
def edit_live_location(world: World, params: Params) -> Any:
    return _moved(world, params, read_place(params)).body


@method("stopMessageLiveLocation")
def stop_live_location(world: World, params: Params) -> Any:
    return _moved(world, params, None).body
