"""Values a text may show that are worked out from the answers, as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from flows.eligibility import decide, facts_from, placeholders
from flows.numbers import Numbers

ELIGIBILITY_GUIDE = "cek-hak"


def computed(
    body: str, guide_id: str, answers: Mapping[str, str], numbers: Numbers, today: date
) -> Mapping[str, str]:
    """The computed placeholders that `body` needs; empty when it needs none."""
    if guide_id != ELIGIBILITY_GUIDE or "{" not in body:
        return {}
    return placeholders(decide(facts_from(answers), numbers, today))
