"""What may be changed in one node of the syntax tree: the visible list of operators."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple


class Change(NamedTuple):
    """One operator used on one node."""

    operator: str
    node: ast.AST


_COMPARED: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_SIGNS: Final[dict[type[ast.operator], type[ast.operator]]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}


def _comparison(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for place, sign in enumerate(node.ops):
            ops = [*node.ops[:place], _COMPARED[type(sign)](), *node.ops[place + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def _and_or(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)


def _not(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand


def _plus_minus(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        if not _is_text(node.left) and not _is_text(node.right):
            yield ast.BinOp(node.left, _SIGNS[type(node.op)](), node.right)
    elif isinstance(node, ast.AugAssign) and type(node.op) in _SIGNS and not _is_text(node.value):
        yield ast.AugAssign(node.target, _SIGNS[type(node.op)](), node.value)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _constant(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.JoinedStr):
        yield ast.Constant("")
    elif isinstance(node, ast.Constant):
        value = node.value
        if isinstance(value, bool):
            yield ast.Constant(not value)
        elif isinstance(value, int | float):
            yield ast.Constant(value + 1)
            yield ast.Constant(value - 1)
        elif isinstance(value, str) and value:
            yield ast.Constant("")


def _return_none(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Return(value=None | ast.Constant(value=None | False)):
            return  # the same, or as good as the same: the constant is turned elsewhere
        case ast.Return():
            yield ast.Return(ast.Constant(None))


def _negated(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.If | ast.While):
        yield type(node)(_no(node.test), node.body, node.orelse)
    elif isinstance(node, ast.IfExp):
        yield ast.IfExp(_no(node.test), node.body, node.orelse)
    elif isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            ifs = [*node.ifs[:place], _no(test), *node.ifs[place + 1 :]]
            yield ast.comprehension(node.target, node.iter, ifs, node.is_async)


def _no(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _removed(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Expr):
        value = node.value.value if isinstance(node.value, ast.Await) else node.value
        if isinstance(value, ast.Call):
            yield ast.Pass()


OPERATORS: Final[tuple[tuple[str, Callable[[ast.AST], Iterator[ast.AST]]], ...]] = (
    ("comparison", _comparison),
    ("and/or", _and_or),
    ("not", _not),
    ("plus/minus", _plus_minus),
    ("constant", _constant),
    ("return None", _return_none),
    ("condition negated", _negated),
    ("statement removed", _removed),
)
"""Name → what it makes of a node; nothing when it does not fit."""


def changes(node: ast.AST) -> Iterator[Change]:
    """Everything the operators make of this one node."""
    for name, made_of in OPERATORS:
        for made in made_of(node):
            yield Change(name, made)
