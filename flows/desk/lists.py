"""Lists of cases for officers: who waits, the oldest first, and what is one's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from flows.desk.card import COLOURS
from flows.desk.case import Case, State
from flows.desk.context import suggestion
from flows.desk.hours import dated_moment
from flows.texts.html import Html, lines, paragraphs
from flows.texts.shortened import shortened
from flows.voice import Voice

MOST: Final = 25
"""Cases in one list; the others are counted."""

MATTER: Final = 40
"""Units of the matter in a line."""


class Listed(NamedTuple):
    """A case and the address of its topic; "" without one."""

    case: Case
    link: str = ""


def queue_list(cases: Iterable[Listed], voice: Voice, reader: int) -> Html:
    """Every open case of a group: who waits longest is first, then those that are held, the
    unanswered first. reader: whose own cases are marked."""
    found = sorted(cases, key=lambda one: (one.case.state is State.HELD, *_urgency(one.case)))
    waiting = sum(one.case.state is State.WAITING for one in found)
    head = voice.say("meja_daftar_antrean", menunggu=waiting, jumlah=len(found))
    return _listed(head, found, voice, reader) if found else voice.say("meja_daftar_antrean_kosong")


def own_list(cases: Iterable[Listed], voice: Voice, reader: int) -> Html:
    """What an officer holds, the unanswered first."""
    own = sorted(
        (one for one in cases if one.case.officer_id == reader),
        key=lambda one: _urgency(one.case),
    )
    if not own:
        return voice.say("meja_daftar_saya_kosong")
    return _listed(voice.say("meja_daftar_saya", jumlah=len(own)), own, voice, 0)


def _urgency(case: Case) -> tuple[bool, float]:
    """Who is owed an answer is first, then who waits longest."""
    since = case.unanswered_since if case.state is State.HELD else case.in_queue_since
    return since is None, (since or case.opened_at).timestamp()


def _listed(head: Html, cases: Sequence[Listed], voice: Voice, reader: int) -> Html:
    shown = lines(*(_line(one, voice, reader) for one in cases[:MOST]))
    left = len(cases) - MOST
    rest = voice.say("papan_sisa", jumlah=left) if left > 0 else ""
    return paragraphs(head, shown, rest)


def _line(one: Listed, voice: Voice, reader: int) -> Html:
    """ "🔴 JHT-7K3Q · 09.14 WIB, 24 Nov · JMO saya macet"."""
    case = one.case
    zone = voice.library.offices.answering(case).zona
    name = Html('<a href="{}">{}</a>').format(one.link, case.code) if one.link else case.code
    about = shortened(case.context.about or suggestion(case.context) or "", MATTER)
    if case.state is State.WAITING:
        held, since = "", dated_moment(case.in_queue_since, zone)
    else:
        mine = case.officer_id == reader
        held = voice.label("meja_daftar_anda") if mine else case.officer_name
        owed = case.unanswered_since
        since = voice.label("meja_daftar_utang", sejak=dated_moment(owed, zone)) if owed else ""
    parts = (Html.escape(part) for part in (name, held, since, about) if part)
    return Html.escape(f"{COLOURS[case.state]} ") + Html(" · ").join(parts)
