"""Html: whatever comes in is escaped and reads in one direction; only code vouches for marks."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.texts.html import Html, bold, lines, paragraphs

ROOT = Path(__file__).parents[3]
HOUSES = ("flows", "editorial", "handlers", "loops", "store", "app", "tools")
VOUCHED = {
    "flows/texts/fill.py", "flows/texts/html.py", "handlers/desk/staff/offered.py",
    "handlers/media.py",
}  # fmt: skip
"""Modules that make Html of a text that was Html before."""


def test_every_way_in_escapes() -> None:
    inside = "&lt;3 &amp; "
    assert bold("<3 & ") == f"<b>{inside}</b>"
    assert Html("<i>{}</i>").format("<3 & ") == f"<i>{inside}</i>"
    assert lines("<3 & ", "", bold("a")) == f"{inside}\n<b>a</b>"
    assert paragraphs(Html("<i>a</i>"), "<3 & ") == f"<i>a</i>\n\n{inside}"
    assert "<3 & " + Html("<i>a</i>") + "<3 & " == f"{inside}<i>a</i>{inside}"


@pytest.mark.parametrize("turning", list("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
def test_no_name_turns_the_rest_of_a_line_around(turning: str) -> None:
    assert bold(f"{turning}Sari") == "<b>Sari</b>"
    assert Html("{}").format(f"Sa{turning}ri") == "Sari"


def test_letters_keep_their_own_direction() -> None:
    assert bold("سارة") == "<b>سارة</b>"


def _called(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def _calls(*names: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call by one of these names, and the module it stands in."""
    for path in (path for house in HOUSES for path in (ROOT / house).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _called(node.func) in names:
                yield path.relative_to(ROOT).as_posix(), node


def test_only_marks_written_in_code_are_made_html() -> None:
    """`Html(…)` takes nothing or a literal: no variable, no f-string, no result of a call."""
    made = [
        f"{module}:{call.lineno}"
        for module, call in _calls("Html", "Markup")
        if call.keywords or not all(isinstance(given, ast.Constant) for given in call.args)
    ]
    assert made == []


def test_only_a_few_modules_vouch_for_marks() -> None:
    assert {module for module, _call in _calls("vouched")} == VOUCHED
