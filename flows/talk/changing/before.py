"""What a correction plainly says of an answer before, whatever its words may be to the question at
hand: another relation, another fact, an answer called by its name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from flows.content.named import HEIRS, RELATION
from flows.ears import Heard
from flows.ears.correcting import Correction
from flows.ears.facts.in_text import AT_WORK, BALANCE, LEAVING, LEFT
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.changing.so_far import Told, chosen_so_far, is_known, read_at, told_as_facts
from flows.talk.telling.told import NAMED, SUM, SUPPOSED, told_apart

CALLED: Final = {**NAMED, BALANCE: SUM}
EVER: Final = "pernah"
"""The word, and the option of who has done it before."""
NEVER: Final = frozenset({"belum", "tidak", "bukan"})
EVER_ASKED: Final = frozenset({"pernah_ambil", "pernah_sebagian"})
"""Questions whether a part was ever taken."""

NOBODY: Final[frozenset[str]] = frozenset()


def told_before(scene: Scene, heard: Heard, instead: Heard, *, surely: bool) -> Told | None:
    """What is plainly said of an answer before, whatever the words may be to the question here."""
    again = _another_relation(scene, heard) or _no_longer_there(scene, instead)
    return again or (_another_fact(scene, instead) if surely else None)


def called_before(scene: Scene, heard: Heard, correction: Correction) -> Told | None:
    """ "Saldo yang tadi keliru, 16 juta": the answer that is called by its name."""
    if not (correction.surely and correction.instead and scene.conversation.guide == GUIDE):
        return None
    instead = replace(heard, text=correction.instead)
    at = scene.question.id if scene.question else ""
    # What is called wrong, not what is said to be right.
    wrong = set(heard.spelled).difference(instead.spelled)
    for step in chosen_so_far(scene):
        if step.id == at or CALLED.get(step.id, NOBODY).isdisjoint(wrong):
            continue
        found = read_at(scene, step, instead)
        return None if found is None or is_known(scene, step, found) else (step, found)
    return None


def _no_longer_there(scene: Scene, heard: Heard) -> Told | None:
    """ "Eh, maksudnya saya udah ga kerja", of who was noted as still at work."""
    step_id, value = AT_WORK
    facts = {(fact.step, fact.value) for fact in heard.facts}
    if scene.conversation.given(scene.conversation.guide or "").get(step_id) != value:
        return None
    if LEFT not in facts or AT_WORK in facts:
        return None
    step = next((each for each in chosen_so_far(scene) if each.id == step_id), None)
    found = read_at(scene, step, heard) if step else None
    return (step, found) if step and found and found.value != value else None


def _another_relation(scene: Scene, heard: Heard) -> Told | None:
    """ "Eh, saya kan istrinya": who says so of themselves is somebody else than was noted."""
    if scene.conversation.guide != HEIRS or RELATION not in scene.conversation.given(HEIRS):
        return None
    said = heard.ears.kinship.myself(heard.folded)
    step = next((each for each in chosen_so_far(scene) if each.id == RELATION), None)
    if step is None or said not in step.options:
        return None
    told = Understood(said or "")
    return None if is_known(scene, step, told) else (step, told)


def _another_fact(scene: Scene, heard: Heard) -> Told | None:
    """ "Eh keliru, kontraknya yang habis" tells of an answer before, whatever it may be here."""
    told = told_as_facts(scene, heard)
    at = scene.question.id if scene.question else ""
    return told[0] if len(told) == 1 and told[0][0].id != at else None


def in_pieces(scene: Scene, heard: Heard) -> Iterator[Told]:
    """What a single piece says otherwise than it was answered: "dulu di pt lain, jadi kartunya
    dua"."""
    if scene.conversation.guide != GUIDE:
        return
    told = told_apart(scene, heard)
    for step in chosen_so_far(scene):
        if step.id in told and not is_known(scene, step, Understood(told[step.id].value)):
            yield step, Understood(told[step.id].value)


def tells_of_before(scene: Scene, heard: Heard) -> bool:
    """ "Ternyata masuk kerja tahun 2012": when the work began that was left changes no answer."""
    left = scene.conversation.given(GUIDE).get(LEAVING, "")
    dates = heard.ears.dates
    if scene.conversation.guide != GUIDE or not left[:1].isdigit():
        return False
    if not dates.matters.begins(heard.folded):
        return False
    return any(day.value.isoformat() < left for day in dates.find(heard.folded, heard.today))


def ever_before(scene: Scene, heard: Heard) -> Told | None:
    """ "Eh dulu pernah sih, buat rumah", of who has said that they never did: what it was for is no
    answer to the question at hand."""
    if EVER not in heard.spelled or heard.asks:
        return None
    if heard.own is None or scene.question is None or not SUPPOSED.isdisjoint(heard.spelled):
        return None
    step = next((each for each in chosen_so_far(scene) if each.id in EVER_ASKED), None)
    if step is None or step is scene.question:
        return None
    found = read_at(scene, step, heard) or _ever(heard)
    return (step, found) if found and not is_known(scene, step, found) else None


def _ever(heard: Heard) -> Understood[str] | None:
    """Whether it was ever done, by the one clause that says so."""
    said = [clause for clause in heard.clauses if EVER in clause.words]
    if len(said) != 1 or said[0].denies_any or not NEVER.isdisjoint(heard.spelled):
        return None
    return Understood(EVER)
