"""A text that answers the next questions, too: "saya istrinya, anak masih kecil"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.ears import Heard
from flows.ears.options import SEEN
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of

AHEAD: Final = 2
"""So many further questions at most are answered by the same words."""


def read_on(scene: Scene, talk: Conversation, step: Ask, heard: Heard) -> Conversation:
    """The conversation with the answers that other pieces give to the questions that come next.

    In `cek-hak` the facts of a text do this. What is seen on a screen that was not asked for yet is
    answered by nothing said before.
    """
    if scene.guide is None or scene.guide.id == GUIDE:
        return talk
    rest = _besides(scene, step, _pieces(heard))
    for _ in range(AHEAD):
        there = scene.with_(talk)
        coming = there.question
        if coming is None or not rest or len(coming.options) < 2 or SEEN in coming.options:
            return talk
        said = {option_of(there, coming, piece).taken for piece in rest} - {None}
        if len(said) != 1:
            return talk
        talk = talk.answered(scene.guide.id, coming.id, said.pop() or "")
        rest = _besides(there, coming, rest)
    return talk


def _pieces(heard: Heard) -> Sequence[Heard]:
    """What is said between commas, but for a bare "sudah"."""
    says_little = heard.ears.options.says_little
    return [
        each for each in heard.parts if each.measures or not all(map(says_little, each.clauses))
    ]


def _besides(scene: Scene, step: Ask, pieces: Sequence[Heard]) -> Sequence[Heard]:
    """The pieces that do not answer this question."""
    return [piece for piece in pieces if option_of(scene, step, piece).taken is None]
