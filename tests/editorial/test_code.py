"""What code asks the content for is exactly what the check looks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from editorial.contract.code import NUMBERS, READERS, our_code
from flows.commands import StaffCommand
from flows.ears.commands import SPOKEN
from flows.ears.facts import in_text
from flows.library import Library
from flows.rights.cek_hak import READS
from flows.rights.rules import RULES
from flows.talk.pressing.spoken import AT_A_LOSS, AT_ONCE
from handlers.desk.staff.commands import COMMANDS

ROOT = Path(__file__).parents[2]
LOOKS_UP = {"whole", "words", "percent", "value"}


def nodes() -> Iterator[ast.AST]:
    """Every node of the code, file by file."""
    for folder in ("flows", "handlers", "app"):
        for path in (ROOT / folder).rglob("*.py"):
            yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@cache
def texts() -> frozenset[str]:
    """Every text that stands in the code."""
    constants = (node.value for node in nodes() if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def looked_up() -> set[str]:
    """The number ids that stand as texts in calls such as `numbers.whole("masa_tunggu", today)`."""
    calls = (
        node
        for node in nodes()
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
    assert set(NUMBERS) <= texts()
    assert {name: library.numbers.by_id[name].unit for name in NUMBERS} == dict(NUMBERS)


def test_an_id_of_the_content_in_code_is_listed(library: Library) -> None:
    """Ids of several words: a text like `gabung-kpj` is nothing else."""
    files = {*library.guides, *library.topics, *library.troubles, *library.papers, *library.replies}
    listed = {name for reads in READERS for name in reads.names}
    assert {name for name in files & texts() if "-" in name} - listed == set()


def test_every_file_of_a_reader_is_there() -> None:
    assert [each.reader for each in READERS if not (ROOT / each.reader.file).is_file()] == []


def test_what_is_heard_in_a_story_is_understood_by_eligibility() -> None:
    strays = [pair for pair in in_text.OPTIONS if pair[1] not in READS[pair[0]].options]
    assert strays == []
    assert READS.keys() >= in_text.STEPS


def test_the_tables_that_are_kept_apart_are_equal() -> None:
    assert AT_ONCE.keys() | AT_A_LOSS.keys() == SPOKEN
    assert set(StaffCommand) == set(COMMANDS)


def test_the_rules_are_those_of_the_bot() -> None:
    assert our_code().rules is RULES
