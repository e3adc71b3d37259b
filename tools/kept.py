"""Texts and conversations kept as tests: what is understood of them today must stay so.

A complaint is replayed, looked at, and kept with ``--save`` once the answer is right.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tools.files import written

FOLDER = Path("tests/flows/typed")
HEARD = "kept-hear.jsonl"
TALKED = "kept-talk.jsonl"

TEXTS = ("act", "answer", "topic", "trouble", "step")
TURNS = ("guide", "step", "answers", "topic", "trouble", "calo", "deleted", "silent")
"""What is kept of an answer: not the words, which editors may change."""


def keep(name: str, given: Mapping[str, Any], holds: object, folder: Path = FOLDER) -> None:
    """Adds a line to a file of tests: what was given, and what holds. Raises StoppedError."""
    line = json.dumps({**given, "holds": holds}, ensure_ascii=False)
    with written(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")


def of_text(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of one heard text."""
    return {name: told[name] for name in TEXTS}


def of_turn(told: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of one turn of a conversation."""
    return {name: told[name] for name in TURNS}
