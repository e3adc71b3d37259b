"""sendDice."""

from __future__ import annotations

from random import SystemRandom
from typing import Any

from sandbox.errors import bad
from sandbox.methods.registry import method
from sandbox.params import Params
from sandbox.posting import post
from sandbox.world import World

# What falls with each emoji, from 1 up.
HIGHEST = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


@method("sendDice")
def send_dice(world: World, params: Params) -> Any:
    emoji = params.text("emoji", "🎲").replace("\ufe0f", "")
    highest = HIGHEST.get(emoji)
    if highest is None:
        raise bad("wrong dice emoji specified")
    value = SystemRandom().randint(1, highest)
    return post(world, params, {"dice": {"emoji": emoji, "value": value}}).body
