"""A text that answers the next questions, too: "saya istrinya, anak masih kecil"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.ears import Heard
from flows.ears.options import SEEN, Likeness
from flows.ears.options.weigh import OUTRIGHT
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.options import option_of
from flows.talk.telling.told import told_in
from flows.talk.telling.told_ahead import ANY_TIME, BEFORE_ASKED

AHEAD: Final = 2
"""So many further questions at most are answered by the same words."""


def read_on(scene: Scene, talk: Conversation, step: Ask, heard: Heard) -> Conversation:
    """The conversation with the answers that other pieces give to the questions that come next.

    What is seen on a screen that was not asked for yet is
    answered by nothing said before.
    """
    if scene.guide is None:
        return talk
    if scene.guide.id == GUIDE:
        return _kept_ahead(scene, talk, step, heard)
    if len(heard.parts) < 2:
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


def _kept_ahead(scene: Scene, talk: Conversation, asked: Ask, heard: Heard) -> Conversation:
    """What a piece says outright of one question of `cek-hak` alone, whenever that comes."""
    told: dict[str, str] = {}
    for piece in heard.parts if len(heard.parts) > 1 else ():
        coming = (step for step in ANY_TIME if step not in talk.given(GUIDE))
        ranked = [(step, _best(piece, step)) for step in coming if step != asked.id]
        said = [(step, best) for step, best in ranked if best and best.likeness >= OUTRIGHT]
        if len(said) != 1 or said[0][1].denied or piece.others:
            continue
        here = _best(piece, asked.id)
        if here is None or here.likeness < said[0][1].likeness:
            told[said[0][0]] = said[0][1].key
    known = {asked.id, *talk.given(GUIDE)}
    for step, fact in told_in(scene.with_(talk), heard).items():
        if step in BEFORE_ASKED and step not in known and not fact.vague:
            told[step] = fact.value
    return talk.told(GUIDE, told, {}) if told else talk


def _best(piece: Heard, step: str) -> Likeness | None:
    index = piece.ears.options.of((GUIDE, step))
    if index is None or len(piece.clauses) != 1:
        return None
    return index.rank(piece.clauses[0].words)[0]


def _pieces(heard: Heard) -> Sequence[Heard]:
    """What is said between commas, but for a bare "sudah"."""
    says_little = heard.ears.options.says_little
    return [
        each for each in heard.parts if each.measures or not all(map(says_little, each.clauses))
    ]


def _besides(scene: Scene, step: Ask, pieces: Sequence[Heard]) -> Sequence[Heard]:
    """The pieces that do not answer this question."""
    return [piece for piece in pieces if option_of(scene, step, piece).taken is None]
