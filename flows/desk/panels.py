"""What opens under a card or beside it: choosing a branch, a reason, a ready answer; held messages.

Every panel is text and buttons; each leads back to the card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from flows.desk.actions import Participant, Staff, participant_data, staff_data
from flows.desk.card import Card, Table
from flows.desk.case import OFFICER_REASONS, Case
from flows.desk.guard import Doubt
from flows.desk.trend import Trend
from flows.desk.written import Office
from flows.screen import Button, Row

PER_PAGE: Final = 8
"""Ready answers on one page."""

RATINGS: Final = (5, 4, 3, 2, 1)


def move_panel(case: Case, table: Table, officers: Mapping[int, str]) -> Card:
    """Where to move a case: the other desks with a staff group, then officers of this one."""
    offices = table.library.offices
    here = offices.answering(case)
    desks = [office for office in offices.by_id.values() if office.grup is not None]
    if offices.national not in desks:
        desks.insert(0, offices.national)
    buttons = [
        Button(office.nama, staff_data(Staff.TO_OFFICE, case.id, office.id))
        for office in desks
        if office.id != here.id
    ]
    buttons += [
        Button(name, staff_data(Staff.TO_OFFICER, case.id, user))
        for user, name in officers.items()
        if user != case.officer_id
    ]
    return Card(table.say("meja_alih_ke"), (*_single(buttons), _back(case, table)))


def close_panel(case: Case, table: Table) -> Card:
    """Why the case is done."""
    buttons = [
        Button(
            _opened(table.library.label(f"sebab_{reason.value}", table.today)),
            staff_data(Staff.CLOSE_AS, case.id, reason.value),
        )
        for reason in OFFICER_REASONS
    ]
    return Card(table.say("meja_sebab"), (*_single(buttons), _back(case, table)))


def replies_panel(case: Case, table: Table, page: int) -> Card:
    """One page of the ready answers, in the order of their labels."""
    known = sorted(table.library.replies.values(), key=lambda reply: reply.label.lower())
    pages = max(1, -(-len(known) // PER_PAGE))
    page %= pages
    buttons = [
        Button(reply.label, staff_data(Staff.REPLY, case.id, reply.id))
        for reply in known[page * PER_PAGE : (page + 1) * PER_PAGE]
    ]
    foot = _back(case, table)
    if pages > 1:
        foot = (*foot, table.button("tombol_berikutnya", Staff.REPLIES, case.id, page + 1))
    return Card(table.say("meja_balasan"), (*_single(buttons), foot))


def preview_panel(case: Case, table: Table, html: str, send: Staff, item: str) -> Card:
    """A text as the participant would get it, not sent yet; `send` is SEND_REPLY or SEND_TOPIC."""
    text = f"{html}\n\n{table.say('meja_pratinjau')}"
    return Card(text, ((table.button("tombol_kirim", send, case.id, item), *_back(case, table)),))


def topics_panel(case: Case, table: Table, topics: Sequence[str]) -> Card:
    """The FAQ answers nearest to what was asked; ids no longer there are left out."""
    known = [table.library.topics[name] for name in topics if name in table.library.topics]
    if not known:
        return Card(table.say("meja_faq_kosong"))
    buttons = [
        Button(topic.title, staff_data(Staff.TOPIC, case.id, topic.id)) for topic in known[:3]
    ]
    return Card(table.say("meja_faq_terdekat"), _single(buttons))


def held_panel(case: Case, table: Table, held_id: int, doubts: Iterable[Doubt]) -> Card:
    """Why a message was held, and what a supervisor may do with it."""
    reasons = dict.fromkeys(
        table.library.label(f"tahan_{doubt.kind}", table.today, kutipan=doubt.quote)
        for doubt in doubts
    )
    text = table.say("meja_ditahan", isi="\n".join(f"• {reason}" for reason in reasons))
    row = (
        table.button("tombol_loloskan", Staff.PASS, case.id, held_id),
        table.button("tombol_buang", Staff.DROP, case.id, held_id),
    )
    return Card(text, (row,))


def trend_panel(trend: Trend, table: Table) -> Card:
    """The supervisor's card about a possible disturbance."""
    text = table.say(
        "kartu_gangguan",
        kendala=table.library.troubles[trend.trouble].label,
        orang=trend.people,
        menit=table.library.offices.settings.gangguan_menit,
    )
    return Card(text, ((table.button("tombol_umumkan", Staff.NOTICE_ON, 0, trend.trouble),),))


def rating_rows(case: Case, table: Table) -> tuple[Row, ...]:
    """The participant's buttons from 5 down to 1, one per row."""
    return tuple(
        (
            Button(
                table.library.label(f"tombol_nilai_{points}", table.today),
                participant_data(Participant.RATE, case.id, points),
            ),
        )
        for points in RATINGS
    )


def office_rows(offices: Iterable[Office], table: Table) -> tuple[Row, ...]:
    """The participant's choice of branches, and "I do not know which"."""
    known = [
        Button(office.nama, participant_data(Participant.OFFICE, 0, office.id))
        for office in offices
    ]
    unknown = Button(
        table.library.label("tombol_cabang_tidak_tahu", table.today),
        participant_data(Participant.OFFICE, 0, table.library.offices.national.id),
    )
    return _single([*known, unknown])


def _single(buttons: Iterable[Button]) -> tuple[Row, ...]:
    return tuple((button,) for button in buttons)


def _opened(words: str) -> str:
    """With a capital letter in front; `capitalize` would make "JHT" small."""
    return words[:1].upper() + words[1:]


def _back(case: Case, table: Table) -> Row:
    return (table.button("tombol_kembali_kartu", Staff.CARD, case.id),)
