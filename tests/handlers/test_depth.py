"""Handlers stand on a shared ground, not on each other in chains."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
MOST = 8
"""Floors from the list of handlers down to the ground: what a reader has to keep in mind."""


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / "handlers").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


def imports(path: Path, known: dict[str, Path]) -> set[str]:
    """The modules of ours that a file names; a package of which a module is named is no floor."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= inner & known.keys() or {node.module}
    return names & known.keys()


def chains() -> dict[str, tuple[str, ...]]:
    """The longest chain of imports below each module, from the ground up."""
    known = modules()
    edges = {name: imports(path, known) - {name} for name, path in known.items()}

    @cache
    def below(name: str) -> tuple[str, ...]:
        longest = max((below(one) for one in sorted(edges[name])), key=len, default=())
        return (*longest, name)

    return {name: below(name) for name in known}


def test_no_chain_of_imports_is_longer_than_eight() -> None:
    longest = max(chains().values(), key=len)
    assert len(longest) <= MOST, " <- ".join(longest)


def test_the_chain_is_followed_to_the_ground() -> None:
    found = chains()
    assert found["handlers.brain"] == ("handlers.brain",)
    assert found["handlers.register"][:2] == ("handlers.brain", "handlers.desk.desk")
    assert len(found) > 30
