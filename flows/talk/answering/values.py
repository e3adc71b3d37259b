"""A date or an amount typed at a question that asks for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, TypeVar

from flows.content.guide import Ask
from flows.ears import Heard
from flows.ears.manner.unsettled import (
    HEARSAY,
    MONEY,
    OTHER_CARD,
    PLANNED,
    SUPPOSED,
    THEIRS,
    WISHED,
)
from flows.ears.options.index import UNSURE
from flows.ears.options.signed import NOT
from flows.language.dates import ANOTHER_DAY, LONGER, Tense
from flows.language.understanding import Unclear, Understood
from flows.rights.cek_hak import BIRTH

T = TypeVar("T")

UNITS: Final = frozenset({"juta", "jutaan", "ribu", "ribuan", "jt", "rb"})


DAY: Final = "tanggal"

UNSEEN: Final = frozenset({UNSURE, f"{NOT}lihat", f"{NOT}buka", f"{NOT}hitung"})
""" "8 juta, yang lama belum dicek": what is known of one card only."""

WHO_KNOWS: Final = frozenset({"jmo", "aplikasi", "petugas", "bpjs", "jamsostek"})
"""Whose word on a balance is one."""

OF_SUMS: Final = (WISHED, PLANNED, MONEY)
"""What is said around an amount that is not, or not yet, the one asked for."""

YOUNGEST: Final = 15
"""Years of age below which nobody works and is a member."""

IF: Final = "kalau"

JUST_PASSED: Final = timedelta(days=100)
FAR_AHEAD: Final = timedelta(days=365) - JUST_PASSED
"""Of a day without its year: so long ago it is rather meant than so far ahead."""

STILL_AT_WORK: Final = ("keadaan", "bekerja")


def told_of(heard: Heard) -> frozenset[tuple[str, str]]:
    """The facts of a text: step and value."""
    return frozenset((fact.step, fact.value) for fact in heard.facts)


def tense_of(step: Ask) -> Tense:
    """Which way the question looks."""
    if step.id == BIRTH:
        return Tense.BIRTH
    return Tense.FUTURE if step.future else Tense.PAST


def value_of(step: Ask, heard: Heard) -> Understood[str] | None:
    """The date or amount a text is, as it is stored; None for other steps, and when it is none.

    What it takes back is left out, and what is told of others is a guess at most.
    """
    if step.answer == "pilihan":
        return None
    heard = heard.mended
    own = heard.own
    found = _value_of(step, own) if own else None
    if own and (found is None or found.span or is_guess(step, found)):
        found = _in_a_piece(step, own, found) or found
    if found is not None and step.answer == "rupiah" and _is_no_balance(heard):
        return replace(found, span=found.span or (found.value, found.value), open=True)
    if found is not None or not heard.others:
        return found
    found = _value_of(step, heard)
    return (
        replace(found, span=found.span or (found.value, found.value), open=True) if found else None
    )


def _is_no_balance(heard: Heard) -> bool:
    """Whether an amount may be of something else, or somebody else's, or is only wished for or
    heard of, or not all of it: "nunggak 3 juta", "kata teman 20 juta"."""
    unsettled, spelled = heard.ears.manners.unsettled, heard.spelled
    if unsettled.said(spelled, OF_SUMS) or (
        unsettled.said(spelled, (HEARSAY,)) and WHO_KNOWS.isdisjoint(spelled)
    ):
        return True
    if not heard.holder and unsettled.said(spelled, (THEIRS,)):
        return True
    unseen = any(not UNSEEN.isdisjoint(clause.words) for clause in heard.clauses)
    return unseen and bool(unsettled.said(spelled, (OTHER_CARD,)))


def _in_a_piece(step: Ask, heard: Heard, whole: Understood[str] | None) -> Understood[str] | None:
    """ "14 agustus 2026, status udah nonaktif": what one piece is, where the others are about
    something else, and nobody is in doubt. "Akhir bulan kemarin, tgl 31": what is exact."""
    works_on = not step.future and STILL_AT_WORK in told_of(heard)
    if works_on or heard.is_question or any(UNSURE in clause.words for clause in heard.clauses):
        return None
    if step.answer != "rupiah" and _is_of_another(step, heard):
        return None
    parts = _parts_of_today(heard) if step.answer == "rupiah" else heard.parts
    read = (_value_of(step, piece) for piece in parts if not piece.folded.endswith("?"))
    found = [each for each in read if each is not None]
    exact = [each for each in found if _is_exact(each)]
    wider = [each for each in (*found, whole) if each is not None and not _is_exact(each)]
    if not wider or (whole is not None and is_guess(step, whole) and len(found) == 1):
        return found[0] if len(found) == 1 and not _is_summed(step, found[0], whole) else None
    if len(exact) != 1 or not all(_holds(each, exact[0]) for each in wider):
        return None
    return Understood(exact[0].value)


def _parts_of_today(heard: Heard) -> Sequence[Heard]:
    """ "Tadinya 20 juta, sisa 12": without what was so once, where another number follows."""
    numbered = [piece for piece in heard.parts if any(map(str.isdigit, piece.text))]
    former = heard.ears.manners.unsettled.is_former
    return [p for p in heard.parts if len(numbered) < 2 or not former(p.folded)]


def _is_summed(step: Ask, piece: Understood[str], whole: Understood[str] | None) -> bool:
    """ "3 kartu, masing2 isinya 5 juta": the piece is not what all of it comes to."""
    return step.answer == "rupiah" and whole is not None and not _holds(whole, piece)


def _is_of_another(step: Ask, heard: Heard) -> bool:
    """ "Kontrak sampai juni, tapi diperpanjang", "5 oktober, eh itu tanggal nikah": no piece of it
    is the day."""
    day = heard.day(tense_of(step))
    if not isinstance(day, Unclear):
        return False
    dates = heard.ears.dates
    if isinstance(dates.told_apart(heard.folded, heard.said_on, tense_of(step)), Unclear):
        return True
    return any(dates.points_back(piece.folded) for piece in heard.parts)


def _holds(wider: Understood[str], exact: Understood[str]) -> bool:
    first, last = wider.span or (wider.value, wider.value)
    return first <= exact.value <= last


def _is_exact(found: Understood[str]) -> bool:
    """Whether it means one value, though of which month may be a guess: "tgl 31"."""
    return found.span is None or found.span[0] == found.span[1]


def _value_of(step: Ask, heard: Heard) -> Understood[str] | None:
    if heard.is_question and not heard.only_wonders:
        return None
    # "Wilujeng enjing" greets, though "enjing" is a day as well.
    if heard.mood.polite and "salam" in heard.mood and heard.length > 1:
        return None
    if step.answer == "rupiah":
        return None if _is_place(step, heard) else _stored(heard.rupiah_asked, str)
    day = heard.day(tense_of(step))
    if isinstance(day, Understood) and day.value > heard.today and not step.future:
        return None
    if isinstance(day, Understood) and step.id == BIRTH and _is_child(day.value, heard.today):
        return None
    if step.future:
        day = _just_passed(heard, day) or day
    stored = _stored(day, lambda value: value.isoformat())
    works_on = step.id != BIRTH and STILL_AT_WORK in told_of(heard)
    if stored and not step.future and (works_on or _is_supposed(heard)):
        # "3 bulan lalu, masih kerja": the day may be another one than the last.
        return replace(stored, span=stored.span or (stored.value, stored.value), open=True)
    if stored and step.future and date.fromisoformat(stored.value) < heard.today:
        # A day that has passed, where one to come is asked for: asked about before it is taken.
        return replace(stored, span=stored.span or (stored.value, stored.value), open=True)
    if stored and stored.approximate and not stored.span:
        # One day, and still a guess: said back as one.
        return replace(stored, span=(stored.value, stored.value))
    return stored


def _just_passed(heard: Heard, ahead: Understood[date] | Unclear) -> Understood[date] | None:
    """ "15 november" on 1 December, with no year: the day a fortnight ago rather than the one
    eleven months ahead."""
    if not isinstance(ahead, Understood) or ahead.value - heard.today < FAR_AHEAD:
        return None
    back = heard.day(Tense.PAST)
    if not isinstance(back, Understood) or back.value >= heard.today:
        return None
    return back if heard.today - back.value <= JUST_PASSED else None


def _is_child(born: date, today: date) -> bool:
    """Whether nobody born then can be a member: "12 tahun" tells of another time."""
    return (today.year - born.year) - ((today.month, today.day) < (born.month, born.day)) < YOUNGEST


def _is_supposed(heard: Heard) -> bool:
    """ "Misal 5 oktober 2026", "kalau 5 oktober"; "kalau tidak salah" supposes nothing."""
    first, second = (*heard.spelled[:2], "", "")[:2]
    if first == IF and second[:1].isdigit():
        return True
    return bool(heard.ears.manners.unsettled.said(heard.spelled, (SUPPOSED,)))


def is_guess(step: Ask, found: Understood[str]) -> bool:
    """Whether how it is meant is a guess, so that it is asked about whatever follows from it."""
    bare = step.answer == "rupiah" and found.span == (found.value, found.value)
    return found.open or bare


def is_no_past_day(step: Ask, heard: Heard) -> bool:
    """Whether a day to come, or one of something else, is named where a past one is asked for: "2
    bulan lagi" is not "lebih dari 2 bulan lalu"."""
    if step.answer != DAY or step.future or step.id == BIRTH:
        return False
    day = heard.day(Tense.PAST)
    if isinstance(day, Understood):
        return day.value > heard.today
    return day.reason in {ANOTHER_DAY, LONGER} and any(map(str.isdigit, heard.text))


def is_vague(step: Ask, heard: Heard) -> bool:
    """Whether "banyak" or "sedikit" is all that is said where an amount is asked for."""
    return step.answer == "rupiah" and heard.ears.money.is_vague(heard.folded)


def is_unread(step: Ask, heard: Heard) -> bool:
    """Whether an amount is named that nobody could read: "5 juta di satu, sisanya di yang lain"."""
    if step.answer != "rupiah" or heard.said.place is not None:
        return False
    named = any(map(str.isdigit, heard.text)) or not UNITS.isdisjoint(heard.spelled)
    return named and not isinstance(heard.rupiah_asked, Understood)


def _is_place(step: Ask, heard: Heard) -> bool:
    """Whether a digit stands for one of the ready answers. "Dua" is two million where an amount is
    asked for, "nomor dua" and "yang kedua" are places."""
    place = heard.said.place
    if place is None or not place <= len(step.options):
        return False
    alone = isinstance(heard.rupiah_asked, Understood)
    return not alone or any(map(str.isdigit, heard.text))


def _stored(found: Understood[T] | Unclear, write: Callable[[T], str]) -> Understood[str] | None:
    if isinstance(found, Unclear):
        return None
    span = (write(found.span[0]), write(found.span[1])) if found.span else None
    return Understood(write(found.value), found.approximate, span, found.open)
