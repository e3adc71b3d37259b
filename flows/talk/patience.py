"""When a text is not understood: whose turn it is, and how often before a person is offered."""

from __future__ import annotations

from flows.language.understanding import is_question
from flows.scene import Scene

LONG = 1000
"""Characters; a longer text that is not understood is asked for again, shorter."""

PATIENCE = 2
"""So many messages in a row not understood, and a person is offered."""

FEW_WORDS = 3
"""At a question, so short a text is rather an answer to it than a question of its own."""


def is_elsewhere(scene: Scene, text: str) -> bool:
    """Whether a text that no topic answers is a matter of its own: long, or of another field."""
    return len(text) > LONG or scene.library.ears.search.ask(text).elsewhere


def is_brief(text: str) -> bool:
    """Whether a text is short enough for an answer and asks nothing."""
    if text.strip().endswith("?") or is_question(text):
        return False
    return len(text.split()) <= FEW_WORDS
