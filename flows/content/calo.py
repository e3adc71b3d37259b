"""What editors write about brokers: ``content/calo.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from flows.content.guide import Content
from flows.content.official import OfficialLine


class FlagLine(Content):
    """One red flag. A pattern is a phrase; `#` stands for any number.

    `bahaya`: one such flag is enough for a warning. `waspada`: not proven, be careful all the same.
    """

    id: str
    label: str
    level: Literal["bahaya", "waspada"]
    patterns: tuple[Annotated[str, Field(min_length=2)], ...] = Field(min_length=1)
    reason: str


class CaloSheet(Content):
    """The whole file. `texts` are the verdicts and what to do; `resmi` is what is official."""

    source: str
    checked_on: date
    expires: date | None = None
    links: tuple[str, ...] = ()
    flags: tuple[FlagLine, ...] = Field(min_length=1)
    texts: Mapping[str, str]
    resmi: OfficialLine
