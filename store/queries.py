"""The statements of `store/sql/`, by the names their comments give them."""

import re
from pathlib import Path

_NAME = re.compile(r"^-- name: (\w+)\(([\w, ]*)\)$", re.MULTILINE)
_PARAMETER = re.compile(r"(?<![:\w]):(\w+)")


def read_queries(folder: Path) -> dict[str, str]:
    """Every statement of the folder's files: name → SQL.

    A statement stands below its `-- name: cases_one(id)`, which names its parameters. Raises
    ValueError for a name used twice or not written like this, and where the parameters are others
    than the statement's.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.sql")):
        _before, *parts = _NAME.split(path.read_text(encoding="utf-8"))
        for name, parameters, sql in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            if "-- name:" in sql:
                raise ValueError(f"{path.name}: a name below {name} is not written as one")
            if name in found:
                raise ValueError(f"{path.name}: {name} is there already")
            if set(re.findall(r"\w+", parameters)) != set(_PARAMETER.findall(sql)):
                raise ValueError(f"{path.name}: {name} has other parameters than it names")
            found[name] = sql.strip()
    return found
