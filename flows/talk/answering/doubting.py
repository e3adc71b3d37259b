"""What may not be told as a fact is asked about before it is taken: "mau dinonaktifkan" is not yet
so, "hp saya nonaktif" is another thing, and of "ok" nobody knows whether it is a yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from flows.aside import View
from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.manner.unsettled import (
    LASTING,
    OF_OTHERS,
    PLANNED,
    THING,
    TOLD,
    UNDER_WAY,
    WISHED,
)
from flows.ears.options.signed import MINE
from flows.language.labels import YES
from flows.language.understanding import Folded, Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.choice import EITHER_OR, NONE, Choice
from flows.talk.answering.halves import BUT
from flows.talk.answering.options import is_listed
from flows.talk.answering.ways import ways_of
from flows.talk.answering.worded import AWAY, is_only_away
from flows.talk.telling.told import CARDS, STATUS

NAME: Final = "nama"

STATES: Final = ("nonaktif", "aktif")
"""What a membership is, of which somebody may tell that it was so once."""

HOPED: Final = (WISHED, PLANNED)
"""What keeps any option from being so yet."""


def without_empty_yes(heard: Heard) -> Heard:
    """The same without a "ya" that agrees to nothing: "ya ampun", "iya belum"."""
    left = heard.ears.manners.unsettled.without_cries(heard.folded)
    choices, (_, _, rest) = heard.ears.choices, left.partition(" ")
    # "Iya belum", not "siap mas, tak kancani".
    if choices.behind_yes(left) == rest and choices.denies_first(Folded(rest)):
        left = Folded(rest)
    return heard if left == heard.folded else replace(heard, text=left)


def names_no_fact(scene: Scene, heard: Heard) -> bool:
    """Whether a question about facts gets an "ok", which is no yes to it, or a wish or a fear."""
    if scene.guide is None or scene.guide.id != GUIDE or scene.conversation.aside:
        return False
    unsettled = heard.ears.manners.unsettled
    return unsettled.only_willing(heard.spelled) or bool(unsettled.said(heard.spelled, (WISHED,)))


def doubted(scene: Scene, step: Ask, heard: Heard, choice: Choice) -> Choice:
    """The option that is meant; one to be asked about, where words around it say that it may not
    be so, and no way of saying it has them."""
    if choice.taken and _agrees_to_either(scene, step, heard, choice.taken):
        return NONE
    if choice.taken is None or scene.guide is None or is_listed(scene, heard):
        return choice
    if heard.said.place is not None:
        return choice
    unsettled = heard.ears.manners.unsettled
    facts = scene.guide.id == GUIDE
    if facts and unsettled.only_willing(heard.spelled):
        return NONE
    if facts and len(step.options) > EITHER_OR and _only_thanks(heard):
        return NONE
    # What will be so in so many years its number tells: "tiga tahun lagi".
    hoped = () if step.means and heard.measures else (*HOPED, TOLD) if facts else HOPED
    if facts:
        hoped = (*hoped, THING, UNDER_WAY) if step.id == STATUS else (*hoped, THING)
    said = unsettled.said(heard.spelled, hoped)
    other = _of_another_state(step, heard, choice) if facts else ()
    if other:
        return Choice(near=other)
    kin = facts and not heard.holder and _is_of_kin(scene, step, heard)
    later = facts and any(each.to_go for each in heard.measures)
    apart = _is_counted_apart(step, heard) if step.means else _is_of_value(step, heard)
    if kin or later or apart or not _are_of(scene, step, heard, choice.taken, said):
        return Choice(near=(choice.taken,))
    return choice


def _of_another_state(step: Ask, heard: Heard, choice: Choice) -> tuple[str, ...]:
    """The options to ask about of who is off work for a while, and of a state that may be that of
    something else, or of another time: "jmo gak aktif", "dulu nonaktif"."""
    if is_only_away(step, choice, heard):
        return AWAY
    if step.id != STATUS or choice.taken not in STATES:
        return ()
    other = heard.ears.manners.unsettled.of_another_state(heard.folded, heard.spelled)
    return tuple(sorted(STATES, key=choice.taken.__ne__)) if other else ()


def _agrees_to_either(scene: Scene, step: Ask, heard: Heard, taken: str) -> bool:
    """A bare "ya" to "yang mana?": of several options it names none, unless one is called so."""
    meant = scene.conversation.under(View.MEANT)
    if meant is None or set(heard.said.words) != {YES}:
        return False
    several = len([each for each in meant.args if each in step.options]) > 1
    return several and not scene.plain(step.options[taken]).lower().startswith(YES)


def _is_of_kin(scene: Scene, step: Ask, heard: Heard) -> bool:
    """ "Tidak aktif, itu punya adik saya": a relation is named that no option is said with."""
    index = heard.ears.options.of((scene.guide.id if scene.guide else "", step.id))
    named = (word for clause in heard.clauses for word in clause.words if word.endswith(MINE))
    return index is not None and not all(map(index.is_said, named))


def _is_counted_apart(step: Ask, heard: Heard) -> bool:
    """ "Nikah 12 tahun" tells of another time, "satu, tapi dulu ada lagi" takes back the number,
    and of "dua, yang satu punya istri" only one may count."""
    unsettled = heard.ears.manners.unsettled
    lasting = unsettled.said(heard.spelled, (LASTING,))
    if lasting and any(each.unit and not each.aged for each in heard.measures):
        return True
    counted = bool(heard.measures) and not any(each.aged for each in heard.measures)
    if not counted or BUT in heard.spelled:
        return counted
    if step.id != CARDS:
        return False
    named = zip(heard.spelled, heard.spelled[1:], strict=False)
    kin = any(word == NAME and heard.ears.whose.relation(who) for word, who in named)
    return bool(kin or heard.others or unsettled.said(heard.spelled, (OF_OTHERS,)))


def _is_of_value(step: Ask, heard: Heard) -> bool:
    """ "Tidak, 25 november" where nothing is counted: the no is for a day told before."""
    rest = heard.behind_no if step.answer == "pilihan" else None
    return rest is not None and (rest.past_day is not None or isinstance(rest.rupiah, Understood))


def _only_thanks(heard: Heard) -> bool:
    """ "Sudah makasih": it is enough, and agrees to none of several options."""
    if not heard.manner.takes_leave or heard.denies:
        return False
    return all(map(heard.ears.options.says_little, heard.clauses))


def _are_of(scene: Scene, step: Ask, heard: Heard, key: str, said: Sequence[str]) -> bool:
    """Whether all these words stand in some way of saying an option."""
    if not said or scene.guide is None:
        return True
    ways = ways_of(scene, scene.guide.id, step)[key]
    return all(any(f" {each} " in f" {way.folded} " for way in ways) for each in said)
