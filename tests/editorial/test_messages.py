"""The texts code asks for are exactly the texts in the visible list."""

from __future__ import annotations

import ast
import fnmatch
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from editorial.contract.declared import declared
from editorial.contract.forms import (
    BUTTON,
    CAPTION,
    COMMAND,
    DESCRIPTION,
    PAGE,
    SHORT,
    TOAST,
    WORDS,
    Form,
)  # fmt: skip
from editorial.contract.messages import MESSAGES, SAID, SAMPLES
from editorial.contract.placeholders import MEANINGS
from flows.texts.fill import COMPUTED

ROOT = Path(__file__).parent.parent.parent
ASKS = {"say", "label", "button"}
TOASTED = "handlers/desk/staff/"
"""Here, what a function returns is what a press is answered with."""


@cache
def sources() -> tuple[tuple[str, ast.Module], ...]:
    """Every file of the code that speaks: its path and its tree."""
    speaks = ("flows", "handlers", "app", "tools")
    found = (path for folder in speaks for path in (ROOT / folder).rglob("*.py"))
    return tuple(
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in found
    )


@pytest.fixture(autouse=True, scope="module")
def _afterwards() -> Iterator[None]:
    yield
    sources.cache_clear()  # A third of a million objects that other tests would search for garbage.


def literal(node: ast.expr) -> str | None:
    """A text, or an f-string with `*` for what it fills in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join((literal(part) or "*") for part in node.values)
    return None


def calls(tree: ast.AST, how: str) -> list[str]:
    """The first argument of every call such as `say(...)`."""
    return [
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and how in {getattr(node.func, "attr", ""), getattr(node.func, "id", "")}
        and node.args
        and (name := literal(node.args[0])) is not None
    ]


@cache
def patterns_of(how: str) -> frozenset[str]:
    """What every call such as `say(...)` asks for, anywhere in the code."""
    return frozenset(name for _, tree in sources() for name in calls(tree, how))


def asked(*hows: str) -> set[str]:
    """What is asked for so, each family by the messages it has."""
    patterns = frozenset[str]().union(*map(patterns_of, hows))
    return {name for pattern in patterns for name in fnmatch.filter(MESSAGES, pattern) or [pattern]}


def toasted() -> set[str]:
    """The texts that a press is answered with."""
    return {
        name for path, tree in sources() for node in ast.walk(tree) for name in _toast(path, node)
    }


def _toast(path: str, node: ast.AST) -> list[str]:
    match node:
        case ast.keyword(arg="toast", value=value):
            return calls(value, "label")
        case ast.Assign(targets=[ast.Subscript(slice=ast.Constant(value="text"))], value=value):
            return calls(value, "label")
        case ast.Return(value=ast.expr() as value) if path.startswith(TOASTED):
            # The words inside of a toast are no toast.
            inside = [keyword for call in ast.walk(value) if isinstance(call, ast.Call)
                      for keyword in call.keywords]  # fmt: skip
            within = [name for keyword in inside for name in calls(keyword.value, "label")]
            return [name for name in calls(value, "label") if name not in within]
    return []


def test_every_text_code_asks_for_is_listed() -> None:
    assert {name for name in asked(*ASKS) if declared(name) is None} == set()


def test_every_listed_text_is_named_in_code() -> None:
    texts = {text for _, tree in sources() for node in ast.walk(tree) if (text := _text(node))}
    families = [text for text in texts if text.endswith("_*") and text[0].isalpha()]
    used = {name for family in families for name in fnmatch.filter(MESSAGES, family)}
    assert MESSAGES.keys() - texts - used == set()


def _text(node: ast.AST) -> str | None:
    return literal(node) if isinstance(node, ast.Constant | ast.JoinedStr) else None


def test_every_placeholder_of_a_text_has_a_sample_and_a_meaning() -> None:
    shown = set[str]().union(*(message.shows for message in MESSAGES.values()))
    assert shown <= {*SAMPLES, *COMPUTED}
    assert shown == set(MEANINGS)


def of_form(*forms: Form) -> set[str]:
    return {name for name, message in MESSAGES.items() if message.form in forms}


def test_what_is_sent_as_html_is_declared_so() -> None:
    """A toast has no marks, so that it may be sent as a message, too."""
    assert asked("say") - of_form(PAGE, CAPTION, TOAST) == set()
    assert of_form(PAGE, CAPTION) & asked("label", "button") == set()


def test_what_is_shown_as_written_is_declared_so() -> None:
    plain = {name for name, message in MESSAGES.items() if message.form.plain}
    assert asked("label") - plain == set()
    assert asked("button") - of_form(BUTTON) == set()
    assert of_form(WORDS, DESCRIPTION, SHORT, COMMAND) - asked("label") == set()


def test_what_answers_a_press_is_declared_so() -> None:
    assert toasted() == of_form(TOAST)


def test_a_button_is_known_by_its_name() -> None:
    named = {name for name in MESSAGES if name.startswith(("tombol_", SAID))}
    assert named - of_form(TOAST) == of_form(BUTTON)
