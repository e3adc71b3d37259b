"""Values a text may show that are worked out from the answers, as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.eligibility import placeholders
from flows.library import Library
from flows.rights.cek_hak import GUIDE, judge


def computed(
    body: str, guide_id: str, answers: Mapping[str, str], library: Library, today: date
) -> Mapping[str, str]:
    """The computed placeholders that `body` needs; empty when it needs none."""
    if guide_id != GUIDE or "{" not in body:
        return {}
    labels = {name: paper.label for name, paper in library.papers.items()}
    return placeholders(judge(answers, library.numbers, today), labels)
