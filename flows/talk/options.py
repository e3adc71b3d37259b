"""Which of some options a text means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flows.ears import Heard
from flows.language.understanding import Understood


def chosen(
    heard: Heard,
    labels: Mapping[str, str],
    ways: Mapping[str, Sequence[str]] | None = None,
    *,
    polite: bool,
) -> str | None:
    """The key of the option a text means."""
    if not labels:
        return None
    choice = heard.ears.choices.choose(
        heard.said, labels, ways, asks=heard.is_question, polite=polite
    )
    return choice.value if isinstance(choice, Understood) else None
