"""Whether a value agrees with the model: what is missing, unknown or mistyped, and where."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from tests.botapi.model import Model, Shape

_PLAIN: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "DateTime": (int,),
    "datetime": (int,),
    "timedelta": (int,),
}
# An upload as the call log keeps it: {"file": name, "size": bytes}.
_UPLOAD = {"file", "size"}


class Agreement:
    """Judges calls, results and updates against one model. Each answer is a list of sentences."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self._update = model.types["Update"]

    def call(self, method: str, params: dict[str, Any]) -> list[str]:
        """What is wrong with a call as the bot made it."""
        shape = self.model.methods.get(method.lower())
        if shape is None:
            return [f"{method}: there is no such method"]
        attached = _attached(params)
        given = {name: value for name, value in params.items() if name not in attached}
        return [f"{method}: {each}" for each in self._object(given, shape, "", wire=True)]

    def result(self, method: str, result: Any) -> list[str]:
        """What is wrong with the answer to a call that was accepted."""
        kind = self.model.returns.get(method.lower())
        if kind is None:
            return []
        return [f"{method} answered {each}" for each in self._value(result, kind, "result")]

    def update(self, kind: str, payload: Any) -> list[str]:
        """What is wrong with an update of the sandbox."""
        return [
            f"update {each}" for each in self._object({kind: payload}, self._update, "", part=True)
        ]

    def _object(
        self,
        given: dict[str, Any],
        shape: Shape,
        at: str,
        *,
        wire: bool = False,
        part: bool = False,
    ) -> Iterator[str]:
        """`wire`: parameters, where text may stand for what it spells. `part`: not all of it."""
        where = f"{at}." if at else ""
        for name, value in given.items():
            known = shape.fields.get(name)
            if known is None:
                yield f"{where}{name} is unknown to {shape.name}"
                continue
            wrong = self._value(value, known.kind, f"{where}{name}")
            if wrong and wire and isinstance(value, str):
                with suppress(ValueError):
                    wrong = self._value(json.loads(value), known.kind, f"{where}{name}")
            yield from wrong
        if not part:
            for name, each in shape.fields.items():
                if each.required and name not in given:
                    yield f"{where}{name} is missing in {shape.name}"

    def _value(self, value: Any, kind: ast.expr, at: str) -> list[str]:
        """The least that is wrong, over everything the type allows."""
        best: list[str] | None = None
        for one in self._choices(kind):
            wrong = self._one(value, one, at)
            if not wrong:
                return []
            if best is None or _distance(wrong, at) < _distance(best, at):
                best = wrong
        return best or [f"{at}: {_named(value)}, but nothing may stand there"]

    def _choices(self, kind: ast.expr) -> Iterator[ast.expr]:
        """The alternatives of a union, named or written out; None is no value on the wire."""
        if isinstance(kind, ast.Constant) and isinstance(kind.value, str):
            kind = ast.Name(kind.value)  # named before it is there
        if isinstance(kind, ast.BinOp):
            yield from self._choices(kind.left)
            yield from self._choices(kind.right)
        elif isinstance(kind, ast.Name) and kind.id in self.model.unions:
            yield from self._choices(self.model.unions[kind.id])
        elif isinstance(kind, ast.Subscript) and ast.unparse(kind.value) == "Annotated":
            assert isinstance(kind.slice, ast.Tuple)
            yield from self._choices(kind.slice.elts[0])
        elif isinstance(kind, ast.Name) and kind.id in self.model.types:
            for name in self.model.kinds_of(kind.id):
                yield ast.Name(name)
        elif not (isinstance(kind, ast.Constant) and kind.value is None):
            yield kind

    def _one(self, value: Any, kind: ast.expr, at: str) -> list[str]:
        if isinstance(kind, ast.Subscript):
            if ast.unparse(kind.value) == "Literal":
                return self._literal(value, kind.slice, at)
            if not isinstance(value, list):
                return [f"{at} is {_named(value)}, not a list"]
            return [
                wrong
                for n, each in enumerate(value)
                for wrong in self._value(each, kind.slice, f"{at}[{n}]")
            ]
        name = kind.id if isinstance(kind, ast.Name) else ast.unparse(kind).rpartition(".")[2]
        if name == "InputFile":
            upload = isinstance(value, dict) and value.keys() == _UPLOAD
            return [] if upload or isinstance(value, str) else [f"{at} is no file"]
        shape = self.model.types.get(name)
        if shape is None:
            return _plain(value, name, at)
        if not isinstance(value, dict):
            return [f"{at} is {_named(value)}, not {name}"]
        return list(self._object(value, shape, at))

    def _literal(self, value: Any, wanted: ast.expr, at: str) -> list[str]:
        """One of a few values; an enum's member stands for its value."""
        allowed = [self._constant(each) for each in _listed(wanted)]
        if any(value == each and type(value) is type(each) for each in allowed):
            return []
        return [f"{at} is {value!r}, not {' or '.join(map(repr, allowed))}"]

    def _constant(self, each: ast.expr) -> Any:
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name):
            return self.model.enums[each.value.id][each.attr]
        return ast.literal_eval(each)


def _listed(given: ast.expr) -> list[ast.expr]:
    return given.elts if isinstance(given, ast.Tuple) else [given]


def _plain(value: Any, name: str, at: str) -> list[str]:
    if name == "Any":
        return []
    wanted = _PLAIN.get(name, ())
    if isinstance(value, wanted) and (name == "bool") == isinstance(value, bool):
        return []
    return [f"{at} is {_named(value)}, not {name}"]


def _distance(wrong: list[str], at: str) -> tuple[int, int, int]:
    """How far from the alternative meant: its own mark (`type`, `status`) differs, then how many
    of its own fields do, then everything below them."""
    own = re.compile(rf"{re.escape(at)}(\.\w+)? ")
    above = [each for each in wrong if own.match(each)]
    return sum("', not '" in each for each in above), len(above), len(wrong)


def _named(value: Any) -> str:
    return "null" if value is None else type(value).__name__


def _attached(params: dict[str, Any]) -> set[str]:
    """Uploads that another parameter refers to as `attach://name`."""
    uploads = {k for k, v in params.items() if isinstance(v, dict) and v.keys() == _UPLOAD}
    if not uploads:
        return set()
    told = json.dumps({k: v for k, v in params.items() if k not in uploads}, default=str)
    return {name for name in uploads if f"attach://{name}" in told}
