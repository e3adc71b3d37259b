"""The texts code asks for are exactly the texts in the visible list."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from pathlib import Path

from editorial.contract.messages import MESSAGES, SAMPLES, TOASTS, allowed, is_label
from flows.texts.fill import COMPUTED

ROOT = Path(__file__).parent.parent.parent
ASKS = {"say", "label", "button"}


def sources() -> Iterator[ast.Module]:
    for folder in ("flows", "handlers"):
        for path in (ROOT / folder).rglob("*.py"):
            if path != ROOT / "flows" / "messages.py":
                yield ast.parse(path.read_text(encoding="utf-8"))


def literal(node: ast.expr) -> str | None:
    """A text, or an f-string with `*` for what it fills in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join((literal(part) or "*") for part in node.values)
    return None


def asked() -> set[str]:
    """The first argument of every `say(...)`, `label(...)` and `button(...)`."""
    return {
        name
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ASKS
        and node.args
        and (name := literal(node.args[0])) is not None
    }


def test_every_text_code_asks_for_is_listed() -> None:
    missing = {
        name for name in asked() if allowed(name) is None and not fnmatch.filter(MESSAGES, name)
    }
    assert missing == set()


NOT_YET_SAID = {"kasus_terlampir"}
"""Written for the waiting participant; said once waiting is no longer silent."""


def test_every_listed_text_is_named_in_code() -> None:
    texts = {text for tree in sources() for node in ast.walk(tree) if (text := _text(node))}
    families = [text for text in texts if text.endswith("_*") and text[0].isalpha()]
    used = {name for family in families for name in fnmatch.filter(MESSAGES, family)}
    assert MESSAGES.keys() - texts - used == NOT_YET_SAID


def _text(node: ast.AST) -> str | None:
    return literal(node) if isinstance(node, ast.Constant | ast.JoinedStr) else None


def test_every_placeholder_of_a_text_has_a_sample() -> None:
    assert set().union(*MESSAGES.values()) <= {*SAMPLES, *COMPUTED}


def test_a_toast_is_no_button() -> None:
    assert not any(is_label(name) for name in TOASTS)
    assert is_label("tombol_menu")
