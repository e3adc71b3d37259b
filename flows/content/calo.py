"""What editors write about brokers: ``content/calo.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from flows.content.guide import Content, Names
from flows.content.official import OfficialLine
from flows.content.visible import Seen, Visible


class FlagLine(Content):
    """One red flag. A pattern is a phrase; `#` stands for any number.

    `bahaya`: one such flag is enough for a warning. `waspada`: not proven, be careful all the same.
    """

    id: Seen
    label: Seen
    level: Literal["bahaya", "waspada"]
    patterns: tuple[Annotated[str, Field(min_length=2), Visible], ...] = Field(min_length=1)
    reason: Seen


class CaloSheet(Content):
    """The whole file. `texts` are the verdicts and what to do; `resmi` is what is official."""

    stands_on: Names = ()
    flags: tuple[FlagLine, ...] = Field(min_length=1)
    texts: Mapping[str, Seen]
    resmi: OfficialLine
