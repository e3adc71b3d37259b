"""What the numbers of a text mean among the options of a question that counts, or of one that does
not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from flows.content.guide import Ask
from flows.ears import Heard
from flows.language.counts.measure import CALENDAR, RUPIAH, THINGS, Measure
from flows.language.counts.measured import Measured, chosen_by, each_of_several
from flows.language.counts.ranges import Counted, read_range
from flows.language.understanding import Understood
from flows.scene import Scene
from flows.talk.answering.choice import NONE, Choice

NOTHING: Final = Measured()

DENYING: Final = frozenset({"tidak", "bukan"})
""" "Belum" may stand for "sebelum" there."""


def measured_at(scene: Scene, step: Ask, heard: Heard) -> Measured:
    """What the numbers of a text mean among the options of a question."""
    if not step.means or heard.is_question:
        return NOTHING
    read = {key: read_range(scene.plain(written)) for key, written in step.means.items()}
    ranges = {key: each for key, each in read.items() if each is not None}
    kinds = {each.counted for each in ranges.values()}
    dated = Counted.WORKDAYS in kinds and heard.past_day is not None
    # The 2 of "2 november" counts no days.
    own: Sequence[Measure]
    own = [each for each in heard.measures if each.unit] if dated else heard.measures
    if Counted.LASTING in kinds and heard.ears.quantities.tells_each(heard.folded):
        own = each_of_several(own)
    measures = (*own, *_other_measures(kinds, heard))
    return chosen_by(measures, ranges, heard.today) if measures else NOTHING


def _other_measures(kinds: Collection[Counted], heard: Heard) -> Iterator[Measure]:
    """What the readers of days and of money understand: "baru kemarin", "12,5 jt"."""
    if Counted.RUPIAH in kinds and isinstance(heard.rupiah, Understood):
        low, high = heard.rupiah.span or (heard.rupiah.value, heard.rupiah.value)
        yield Measure(RUPIAH, low, high)
    if Counted.WORKDAYS in kinds and not any(each.unit for each in heard.measures):
        day = heard.past_day
        if day is not None and day.value <= heard.today:
            first, last = day.span or (day.value, day.value)
            # What came in late in the day counts from the next one.
            yield Measure("hari", (heard.today - last).days, (heard.today - first).days + 1)


def counted(measured: Measured, step: Ask, heard: Heard) -> Choice:
    """The option whose numbers a text tells.

    A bare number that is the place of another button is asked about, that button first: "4" may be
    the fourth one.
    """
    if not measured.keys:
        # "Sudah 19 semua" lies between two that are asked for.
        between = len(measured.out) > 1 and measured.out == step.means.keys()
        return Choice(near=tuple(step.means)[:2]) if between else NONE
    place = heard.said.place or 0
    elsewhere = 0 < place <= len(step.options) and list(step.options)[place - 1] != measured.keys[0]
    digit = any(map(str.isdigit, heard.text))
    if _is_denied(heard):
        return Choice(near=tuple(key for key in step.means if key not in measured.keys)[:2])
    if elsewhere and heard.said.numbered:
        return NONE
    if heard.ears.quantities.tells_each(heard.folded):
        return Choice(near=tuple(dict.fromkeys((*measured.keys, *step.means)))[:2])
    if len(heard.measures) > 1 and _is_contrasted(step, heard):
        return Choice(near=tuple(step.means)[:2])
    if elsewhere and digit:
        return Choice(near=(list(step.options)[place - 1], measured.keys[0]))
    if measured.sure and not measured.loose:
        return Choice(measured.keys[0])
    return Choice(near=measured.keys[:2])


def _is_denied(heard: Heard) -> bool:
    """ "Tidak ada yang sebelum 2016": of years nothing is told but that there is none of them."""
    if not heard.measures or any(
        each.unit != CALENDAR or not each.bound for each in heard.measures
    ):
        return False
    denied = not DENYING.isdisjoint(heard.spelled)
    return denied and heard.ears.options.tells_whether(heard.clauses)


def _is_contrasted(step: Ask, heard: Heard) -> bool:
    """ "Cuma 1 yang muncul, padahal dulu dua pabrik": of two numbers of things one is what should
    be."""
    if any(each.unit not in {"", THINGS} for each in heard.measures):
        return False
    return heard.ears.quantities.contrasts(heard.folded)


def tells_how_long(step: Ask, heard: Heard) -> bool:
    """ "Udah 2 minggu" where nothing is counted: "udah" agrees to nothing there."""
    if step.means or step.answer != "pilihan" or not any(each.unit for each in heard.measures):
        return False
    return all(map(heard.ears.options.says_little, heard.clauses))


def of_so_many(choice: Choice, step: Ask, heard: Heard, measured: Measured) -> Choice:
    """ "Baru 2 yang masuk": a number at a question that counts nothing is asked about."""
    counts = any(not each.past and each.unit in {"", THINGS} for each in heard.measures)
    # Where something is counted, numbers that say nothing leave the words in doubt.
    several = bool(step.means) and len(heard.measures) > 1 and not measured.keys
    if choice.taken is None or not (several if step.means else counts):
        return choice
    return Choice(near=(choice.taken,))
