"""How many arguments a screen or an action takes, said by what wraps it in its table.

The type checker compares the wrapper with the function. A button with more or fewer arguments is
forged or of another release: the wrapped function answers None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

S = TypeVar("S")
R = TypeVar("R")
Args = tuple[str, ...]


def none(of: Callable[[S], R]) -> Callable[[S, Args], R | None]:
    """It takes no argument."""
    return lambda scene, args: None if args else of(scene)


def one(of: Callable[[S, str], R]) -> Callable[[S, Args], R | None]:
    """It takes one."""
    return lambda scene, args: of(scene, args[0]) if len(args) == 1 else None


def two(of: Callable[[S, str, str], R]) -> Callable[[S, Args], R | None]:
    """It takes two."""
    return lambda scene, args: of(scene, args[0], args[1]) if len(args) == 2 else None


def three(of: Callable[[S, str, str, str], R]) -> Callable[[S, Args], R | None]:
    """It takes three."""
    return lambda scene, args: of(scene, args[0], args[1], args[2]) if len(args) == 3 else None


def any_number(of: Callable[[S, Args], R]) -> Callable[[S, Args], R | None]:
    """It takes as many as there are."""
    return lambda scene, args: of(scene, args)


def one_and_more(of: Callable[[S, str, Args], R]) -> Callable[[S, Args], R | None]:
    """It takes one, and whatever follows."""
    return lambda scene, args: of(scene, args[0], args[1:]) if args else None
