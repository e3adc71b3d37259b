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
    """Whether a text no topic answers is a matter of its own, and no unclear answer.

    A few words with a number, where a date or an amount is asked for, are an answer.
    """
    step = scene.question
    typed = step is not None and step.answer != "pilihan" and any(map(str.isdigit, text))
    if typed and len(text.split()) <= 2 * FEW_WORDS:
        return False
    if len(text) > LONG or is_question(text):
        return True
    return len(text.split()) > FEW_WORDS and scene.library.ears.search.ask(text).elsewhere
