"""What code asks the content for is exactly what the check looks for."""

from __future__ import annotations

import ast
from pathlib import Path

from editorial.contract.code import NUMBERS, our_code
from flows.library import Library
from flows.rights.rules import RULES

FLOWS = Path(__file__).parents[2] / "flows"
LOOKS_UP = {"whole", "words", "percent", "value"}


def looked_up() -> set[str]:
    """The number ids that stand as texts in calls such as `numbers.whole("masa_tunggu", today)`."""
    calls = (
        node
        for path in FLOWS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    )
    return {
        argument.value
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in LOOKS_UP
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def test_every_number_that_code_looks_up_is_listed() -> None:
    assert looked_up() <= set(NUMBERS)


def test_every_listed_number_stands_in_code_and_in_the_content(library: Library) -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in FLOWS.rglob("*.py")
        if path != FLOWS / "check" / "code.py"
    )
    assert {name for name in NUMBERS if f'"{name}"' not in code} == set()
    assert {name: library.numbers.by_id[name].unit for name in NUMBERS} == dict(NUMBERS)


def test_the_rules_are_those_of_the_bot() -> None:
    assert our_code().rules is RULES
