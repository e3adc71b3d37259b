"""The mutants of one file, in the order of its syntax tree.

Left alone, because no behaviour hangs on them: docstrings, log lines, the texts of errors, types,
imports, `__slots__`, `__all__`, `__repr__` and how a dataclass is declared.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proof.mutate.operators import changes


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change in one file. `text` is the whole file with it.

    function: the outermost one around it ("Clock.tick"); empty outside of functions.
    """

    path: str
    line: int
    function: str
    operator: str
    source: str
    before: str
    after: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.operator}: {self.before} -> {self.after}"

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What names it while lines move: file, source line, before, after."""
        return self.path, self.source, self.before, self.after


def mutants_of(root: Path, path: str) -> Iterator[Mutant]:
    """Every mutant of the file `path` (from `root`)."""
    source = (root / path).read_text(encoding="utf-8")
    lines = source.splitlines()
    tree = ast.parse(source)
    for slot in _slots(tree, _Around()):
        node = slot.node
        for operator, made in changes(node):
            before, after = _said(node, made)
            line = _line(node)
            slot.put(made)
            text = ast.unparse(ast.fix_missing_locations(tree))
            slot.put(node)
            yield Mutant(
                path, line, slot.function, operator, lines[line - 1].strip(), before, after, text
            )


def keys_of(root: Path, path: str) -> frozenset[tuple[str, str, str, str]]:
    """The keys of all mutants of a file, without writing a whole file for each."""
    source = (root / path).read_text(encoding="utf-8")
    lines = source.splitlines()
    return frozenset(
        (path, lines[_line(slot.node) - 1].strip(), *_said(slot.node, made))
        for slot in _slots(ast.parse(source), _Around())
        for _operator, made in changes(slot.node)
    )


def plain_copy(source: str) -> str:
    """The source as mutants are written, with nothing changed."""
    return ast.unparse(ast.parse(source))


@dataclass(frozen=True, slots=True)
class _Around:
    """The name of what stands around a node, and whether that is a function."""

    name: str = ""
    function: bool = False

    def inside(self, node: ast.AST) -> _Around:
        """What stands around the children of `node`."""
        if self.function or not isinstance(
            node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
        ):
            return self
        name = f"{self.name}.{node.name}" if self.name else node.name
        return _Around(name, not isinstance(node, ast.ClassDef))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in the tree that holds a node."""

    parent: ast.AST
    name: str
    place: int | None
    node: ast.AST
    function: str

    def put(self, node: ast.AST) -> None:
        if self.place is None:
            setattr(self.parent, self.name, node)
        else:
            getattr(self.parent, self.name)[self.place] = node


def _slots(parent: ast.AST, around: _Around) -> Iterator[_Slot]:
    for name, value in ast.iter_fields(parent):
        for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_left_alone(parent, name, node):
                continue
            yield _Slot(parent, name, place, node, around.name if around.function else "")
            yield from _slots(node, around.inside(node))


def _is_left_alone(parent: ast.AST, name: str, node: ast.AST) -> bool:
    return (
        name in ("annotation", "returns", "decorator_list", "exc", "type_params")
        or isinstance(node, ast.Import | ast.ImportFrom | ast.Assert)
        or (isinstance(parent, ast.JoinedStr) and isinstance(node, ast.Constant))
        or (isinstance(parent, ast.FormattedValue) and name != "value")
        or _is_text_of_its_own(node)
        or _is_log_line(node)
        or _is_of_types(node)
        or _is_not_behaviour(node)
    )


def _is_text_of_its_own(node: ast.AST) -> bool:
    """A docstring, of a module, class, function or value."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_log_line(node: ast.AST) -> bool:
    match node:
        case ast.If(body=body, orelse=[]):
            return all(map(_is_log_line, body))
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="log" | "logger")))):
            return True
    return False


def _is_of_types(node: ast.AST) -> bool:
    match node:
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Subscript(value=ast.Name(id="Literal" | "Callable" | "Mapping" | "Application")):
            return True
        case ast.Call(func=ast.Name(id="TypeVar" | "cast" | "NewType" | "field")):
            return True
    return False


def _is_not_behaviour(node: ast.AST) -> bool:
    if isinstance(node, ast.FunctionDef):
        return node.name == "__repr__"
    if isinstance(node, ast.Assign):
        return any(
            isinstance(t, ast.Name) and t.id in ("__slots__", "__all__", "log")
            for t in node.targets
        )
    return False


def _line(node: ast.AST) -> int:
    if isinstance(node, ast.comprehension):
        node = node.ifs[0]
    line: int = getattr(node, "lineno", 1)
    return line


def _said(node: ast.AST, made: ast.AST) -> tuple[str, str]:
    """Before and after in one line each; of a block, only its condition."""
    if isinstance(node, ast.If | ast.While) and isinstance(made, ast.If | ast.While):
        return _said(node.test, made.test)
    return tuple(" ".join(ast.unparse(one).split()) for one in (node, made))  # type: ignore
