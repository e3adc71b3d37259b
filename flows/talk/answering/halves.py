"""The option that one piece of a text says by itself: "gak bisa, habis operasi"."""

from __future__ import annotations

from typing import Final

from flows.content.guide import Ask
from flows.ears import Heard
from flows.scene import Scene
from flows.talk.answering.choice import Choice
from flows.talk.answering.options import option_of
from flows.talk.answering.rivals import PLAIN

BUT: Final = "tapi"
ONLY: Final = ("saja",)
""" "Punya HP, cuma bingung": how it is spelled."""

DENYING: Final = frozenset({"bukan"})
"""What a piece says is not all where another one is set against it."""

HALVES: Final = 2

CONCEDED: Final = 2
"""Words up to which what stands before "tapi" is conceded, however plainly: "HP ada tapi ..."."""


def in_a_piece(scene: Scene, step: Ask, heard: Heard, choice: Choice) -> Choice:
    """The option that a piece says by itself, where the other pieces say nothing against it: "gak
    bisa, habis operasi", "nonaktif, ada HP kok".
    """
    if not choice.near or step.means or heard.is_question:
        return choice
    conceding = heard.parts and heard.parts[-1].spelled[:1] == ONLY
    said = choice if conceding else _in_halves(scene, step, heard, choice)
    if said is choice and (BUT in heard.spelled or conceding):
        return _behind_but(scene, step, heard, choice)
    return said


def _in_halves(scene: Scene, step: Ask, heard: Heard, choice: Choice) -> Choice:
    if len(heard.parts) != HALVES or heard.ears.choices.turns_round(heard.said.words):
        return choice
    if not DENYING.isdisjoint(heard.spelled):
        return choice
    said = [option_of(scene, step, piece) for piece in heard.parts]
    keys = {each.taken for each in said if each.taken}
    near = {key for each in said for key in each.near}
    if len(keys) != 1 or not near <= keys or not keys <= set(choice.near):
        return choice
    index = heard.ears.options.of((scene.guide.id if scene.guide else "", step.id))
    if index is None or any(index.jars(clause.words) for clause in heard.clauses):
        return choice
    return said[0] if said[0].taken else choice


def _behind_but(scene: Scene, step: Ask, heard: Heard, choice: Choice) -> Choice:
    """ "Ada HP tapi bingung memakainya": what is conceded decides nothing."""
    index = heard.ears.options.of((scene.guide.id if scene.guide else "", step.id))
    if index is None or len(heard.clauses) != 2:
        return choice
    conceded, said = (index.rank(clause.words)[0] for clause in heard.clauses)
    plain = said.likeness >= PLAIN and not said.denied and len(heard.clauses[1].words) > 1
    brief = len(heard.clauses[0].words) <= CONCEDED
    likelier = (brief or said.likeness > conceded.likeness) and said.key == choice.near[0]
    return Choice(said.key) if plain and likelier else choice
