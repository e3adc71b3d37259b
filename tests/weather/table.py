"""Reads `table.md`: what is injected, where, and what people see of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.weather import between
from tests.weather.between import Weather
from tests.weather.scene import Seen

TABLE = Path(__file__).with_name("table.md")


@dataclass(frozen=True)
class Row:
    """One row, with the line it stands on."""

    line: int
    where: str
    weather: str
    times: int
    seen: Seen

    def __str__(self) -> str:
        return f"{self.line}-{self.where}-{self.weather[:40]}"


def rows() -> list[Row]:
    """All rows, in order."""
    found = []
    for number, line in enumerate(TABLE.read_text(encoding="utf-8").splitlines(), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 6 or cells[0] in ("where", "---"):
            continue
        where, weather, times, *seen = cells
        found.append(Row(number, where, weather, int(times), Seen(*seen)))
    return found


_NAMED = {
    "cut before": between.cut_before,
    "cut after": between.cut_after,
    "half an answer": between.truncated,
    "silence": between.silent,
    "dripping": between.drips(0.05),
    "empty": between.says(200, ""),
    "not JSON": between.says(200, "ok"),
    "JSON of others": between.says(401, {"detail": "Unauthorized"}),
}

_PAGE = re.compile(r"(passed on, )?page (\d{3})")
_ERROR = re.compile(r"(\d{3}) (.+?)(?: (\{.*\}))?")


def weather_of(text: str) -> Weather:
    """The weather of a cell. Raises ValueError for one that is none."""
    if text in _NAMED:
        return _NAMED[text]
    if found := _PAGE.fullmatch(text):
        made = between.passed_then if found[1] else between.page
        return made(int(found[2]))
    if found := _ERROR.fullmatch(text):
        return between.error(int(found[1]), found[2], **json.loads(found[3] or "{}"))
    raise ValueError(f"no weather: {text}")
