"""A text that answers the next questions, too: "saya istrinya, anak masih kecil"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.ears import Heard
from flows.ears.options import SEEN, SURE, Clause, weigh
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene

AHEAD: Final = 2
"""So many further questions at most are answered by the same words."""


def read_on(scene: Scene, talk: Conversation, step: Ask, heard: Heard) -> Conversation:
    """The conversation with the answers that other clauses give to the questions that come next.

    In `cek-hak` the facts of a text do this. What is seen on a screen that was not asked for yet is
    answered by nothing said before.
    """
    if scene.guide is None or scene.guide.id == GUIDE or len(heard.clauses) < 2:
        return talk
    told = [each for each in heard.clauses if not heard.ears.options.says_little(each)]
    rest = _besides(scene, step, told, heard)
    for _ in range(AHEAD):
        coming = scene.with_(talk).question
        key = _answer(scene, coming, rest, heard) if coming else None
        if coming is None or key is None:
            return talk
        talk = talk.answered(scene.guide.id, coming.id, key)
        rest = _besides(scene, coming, rest, heard)
    return talk


def _besides(
    scene: Scene, step: Ask, clauses: Sequence[Clause], heard: Heard
) -> tuple[Clause, ...]:
    """The clauses that do not answer this question."""
    index = heard.ears.options.of((scene.guide.id if scene.guide else "", step.id))
    if index is None:
        return ()
    return tuple(each for each in clauses if index.rank(each.words)[0].likeness < SURE)


def _answer(scene: Scene, step: Ask, clauses: Sequence[Clause], heard: Heard) -> str | None:
    """The only option that these clauses plainly say."""
    if scene.guide is None or len(step.options) < 2 or SEEN in step.options:
        return None
    index = heard.ears.options.of((scene.guide.id, step.id))
    said = weigh(clauses, index) if index is not None and clauses else None
    return said.sure[0] if said and len(said.sure) == 1 and not said.turned else None
