"""About, as JSON text of the outbox.

A later release than the one that wrote it may read it: a name of `TAGS` is never given to something
else, and a field added later has a default.
"""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from typing import Any, Final

from store.about import (
    About,
    BoardShown,
    CardDrawn,
    CarriedIn,
    CarriedOut,
    Changed,
    Farewell,
    FirstCard,
    Greeting,
    GroupMessage,
    Known,
    Marker,
    Membership,
    Named,
    Note,
    Part,
    Pinned,
    Probe,
    Rung,
    Said,
    TakenBack,
    Told,
    TopicLeaving,
    TopicMade,
    Unknown,
    Upload,
)

TAGS: Final[dict[str, type[Known]]] = {
    "topic": TopicMade,
    "marker": Marker,
    "probe": Probe,
    "card": FirstCard,
    "drawn": CardDrawn,
    "named": Named,
    "pinned": Pinned,
    "greeting": Greeting,
    "said": Said,
    "note": Note,
    "in": CarriedIn,
    "out": CarriedOut,
    "edit": Changed,
    "part": Part,
    "back": TakenBack,
    "left": Farewell,
    "member": Membership,
    "seen": GroupMessage,
    "board": BoardShown,
    "leaving": TopicLeaving,
    "rung": Rung,
    "file": Upload,
    "changed": Told,
}
"""How each is called in the outbox. Prevents a changed class name from orphaning stored rows."""

_NAMES: Final = {kind: tag for tag, kind in TAGS.items()}


def dump(about: Known) -> str:
    """The JSON text of the outbox."""
    values = {field.name: getattr(about, field.name) for field in fields(about)}
    return json.dumps({"about": _NAMES[type(about)], **values}, ensure_ascii=False)


def load(text: str) -> About:
    """What a row is about; `Unknown` for whatever this release cannot read, never an error."""
    try:
        found = json.loads(text)
    except ValueError:
        return Unknown(text)
    if not isinstance(found, dict):
        return Unknown(text)
    kind = TAGS.get(_tag(found))
    if kind is None:
        return Unknown(text)
    values = {}
    for field in fields(kind):
        if field.name in found:
            values[field.name] = _frozen(found[field.name])
        elif field.default is MISSING:
            return Unknown(text)
    return kind(**values)


def _tag(found: dict[str, Any]) -> str:
    """Its name; rows of earlier releases have it under `desk`, an upload had none."""
    tag = found.get("about", found.get("desk", "file"))
    return tag if isinstance(tag, str) else ""


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
