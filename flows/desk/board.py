"""The board: what a staff group has not been shown in its topics yet, in one message.

Telegram takes about 20 messages a minute into one group. When more people call at once, topics and
words wait for their turn; the board shows them all in one message, with a button to take each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from flows.desk.card import COLOURS, Card
from flows.desk.case import Case, State
from flows.desk.context import suggestion
from flows.desk.hours import ZONES
from flows.presses import Staff, StaffTap
from flows.screen import Button
from flows.texts.html import Html, lines, paragraphs
from flows.texts.shortened import shortened
from flows.texts.units import units
from flows.voice import Voice

ROOM: Final = 3500
"""Units of one message, with some left for what stands around the cases."""

LONGEST: Final = 160
"""Units of one person's words; whole they stand in the topic."""

LAST: Final = 4
"""How many words of one person are shown: the newest."""

BUTTONS: Final = 24


@dataclass(frozen=True, slots=True)
class Delayed:
    """A case whose card or words are still on their way.

    words: of the participant, masked, the oldest first. link: to its topic, "" without one.
    has_card: whether it can be taken in its topic.
    """

    case: Case
    words: tuple[str, ...] = ()
    link: str = ""
    has_card: bool = False


def board(delayed: Sequence[Delayed], voice: Voice) -> Card:
    """The board of a group; what has no room is counted."""
    entries: list[Html] = []
    shown: list[Delayed] = []
    room = ROOM
    for one in delayed:
        entry = _entry(one, voice)
        room -= units(entry)
        if room < 0:
            break
        entries.append(entry)
        shown.append(one)
    left = len(delayed) - len(shown)
    rest = voice.say("papan_sisa", jumlah=left) if left else Html()
    take = [_take(one, voice) for one in shown if _can_be_taken(one)][:BUTTONS]
    rows = tuple(tuple(take[at : at + 2]) for at in range(0, len(take), 2))
    return Card(paragraphs(voice.say("papan_kepala"), *entries, rest), rows)


def _entry(one: Delayed, voice: Voice) -> Html:
    case = one.case
    since = case.in_queue_since.astimezone(ZONES[voice.library.offices.answering(case).zona])
    code: str = case.code
    if one.link:
        code = Html('<a href="{}">{}</a>').format(one.link, case.code)
    about = suggestion(case.context) or case.context.about
    head = voice.say("papan_kasus", warna=COLOURS[case.state], kasus=code, jam=f"{since:%H.%M}")
    words = [shortened(said, LONGEST) for said in one.words[-LAST:]]
    return lines(head, shortened(about, LONGEST), *(f"👤 {said}" for said in words))


def _can_be_taken(one: Delayed) -> bool:
    return one.case.state is State.WAITING and not one.has_card


def _take(one: Delayed, voice: Voice) -> Button:
    label = voice.label("tombol_ambil_kasus", kasus=one.case.code)
    return Button(label, StaffTap(Staff.TAKE, one.case.id))
