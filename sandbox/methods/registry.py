"""The methods of the Bot API that this sandbox knows, by name in lower case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sandbox.params import Params
from sandbox.world import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {}


def method(name: str) -> Callable[[Method], Method]:
    """Register a function as the Bot API method `name` (Telegram ignores case)."""

    def keep(function: Method) -> Method:
        METHODS[name.lower()] = function
        return function

    return keep
