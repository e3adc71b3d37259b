"""The Bot API as aiogram's generated sources have it: every method, every type, field by field.

The sources are read, not run: running them takes five seconds of CPU, reading them half of one.
Nothing here knows python-telegram-bot or the sandbox, so what agrees with it agrees with a third
opinion.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# Bases of every type; a class with any other base has that one's fields, too.
_ROOTS = frozenset({"TelegramObject", "MutableTelegramObject", "TelegramMethod", "BaseModel"})


@dataclass(frozen=True)
class Field:
    """One field: its type as written, and whether it must be there."""

    kind: ast.expr
    required: bool


@dataclass
class Shape:
    """A type or a method: its fields as named on the wire, and what it is a special case of."""

    name: str
    fields: dict[str, Field] = field(default_factory=dict)
    bases: tuple[str, ...] = ()


@dataclass
class Model:
    """`types` by class name; `methods` by lower-case Bot API name, `returns` likewise."""

    types: dict[str, Shape] = field(default_factory=dict)
    unions: dict[str, ast.expr] = field(default_factory=dict)
    enums: dict[str, dict[str, str]] = field(default_factory=dict)
    methods: dict[str, Shape] = field(default_factory=dict)
    returns: dict[str, ast.expr] = field(default_factory=dict)

    def kinds_of(self, name: str) -> list[str]:
        """The type and every special case of it."""
        return [name, *(each.name for each in self.types.values() if name in each.bases)]


@cache
def read() -> Model:
    """The whole specification, once a process. Raises LookupError when aiogram is not installed."""
    found = find_spec("aiogram")
    if found is None or not found.submodule_search_locations:
        raise LookupError(
            "aiogram is missing: pip install --require-hashes -r requirements-dev.txt"
        )
    root = Path(found.submodule_search_locations[0])
    model = Model()
    for path in sorted((root / "enums").glob("*.py")):
        _read_enums(model, ast.parse(path.read_bytes()))
    for path in sorted((root / "types").glob("*.py")):
        _read_types(model, ast.parse(path.read_bytes()))
    for path in sorted((root / "methods").glob("*.py")):
        _read_method(model, ast.parse(path.read_bytes()))
    for shape in (*model.types.values(), *model.methods.values()):
        _inherit(model, shape)
    return model


def _read_enums(model: Model, tree: ast.Module) -> None:
    for cls in _classes(tree):
        named = {
            line.targets[0].id: line.value.value
            for line in cls.body
            if isinstance(line, ast.Assign)
            and isinstance(line.targets[0], ast.Name)
            and isinstance(line.value, ast.Constant)
        }
        model.enums[cls.name] = {name: str(value) for name, value in named.items()}


def _read_types(model: Model, tree: ast.Module) -> None:
    for cls in _classes(tree):
        model.types[cls.name] = _shape(cls)
    for line in ast.walk(tree):
        if isinstance(line, ast.Call) and ast.unparse(line.func) == "TypeAliasType":
            name, means = line.args
            model.unions[ast.literal_eval(name)] = means
    for line in tree.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.value:
            model.unions[line.target.id] = line.value


def _read_method(model: Model, tree: ast.Module) -> None:
    for cls in _classes(tree):
        said = {
            line.targets[0].id: line.value
            for line in cls.body
            if isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name)
        }
        name = said.get("__api_method__")
        if isinstance(name, ast.Constant):
            model.methods[str(name.value).lower()] = _shape(cls)
            model.returns[str(name.value).lower()] = said["__returning__"]


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [line for line in tree.body if isinstance(line, ast.ClassDef)]


def _shape(cls: ast.ClassDef) -> Shape:
    shape = Shape(cls.name, bases=tuple(b.id for b in cls.bases if isinstance(b, ast.Name)))
    for line in cls.body:
        if not isinstance(line, ast.AnnAssign) or not isinstance(line.target, ast.Name):
            continue
        if line.target.id.startswith("_") or "ClassVar" in ast.dump(line.annotation):
            continue
        shape.fields[_on_the_wire(line)] = Field(line.annotation, _is_required(line))
    return shape


def _on_the_wire(line: ast.AnnAssign) -> str:
    """`from_user` is `from`: what Python may not call so has an alias."""
    value = line.value
    if isinstance(value, ast.Call):
        for keyword in value.keywords:
            if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                return str(keyword.value.value)
    assert isinstance(line.target, ast.Name)
    return line.target.id


def _is_required(line: ast.AnnAssign) -> bool:
    """No default, or one that the type leaves no other choice than."""
    value = line.value
    if value is None or ast.unparse(line.annotation).startswith("Literal["):
        return True
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "Field":
        first = value.args[0] if value.args else None
        named = {keyword.arg for keyword in value.keywords}
        if first is None:
            return not named & {"default", "default_factory"}
        return isinstance(first, ast.Constant) and first.value is ...
    return False


def _inherit(model: Model, shape: Shape) -> None:
    """What a base has, its special cases have."""
    for name in shape.bases:
        base = model.types.get(name)
        if base is None or name in _ROOTS:
            continue
        _inherit(model, base)
        shape.fields = {**base.fields, **shape.fields}
        shape.bases = (*shape.bases, *(b for b in base.bases if b not in shape.bases))
