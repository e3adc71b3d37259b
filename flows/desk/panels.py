"""What opens under a card or beside it: choosing a branch, a reason, a ready answer; held messages.

Every panel is text and buttons; each leads back to the card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from flows.content.offices import ReadyAnswer
from flows.desk.card import Card, staff_button
from flows.desk.case import OFFICER_REASONS, Case
from flows.desk.replies import fitting, named
from flows.desk.trend import Trend
from flows.guard.doubts import NEVER, Doubt
from flows.presses import CaseTap, Participant, Staff, StaffTap
from flows.screen import Button, Row
from flows.texts.html import Html, paragraphs
from flows.voice import Voice

PER_PAGE: Final = 8
"""Ready answers on one page."""

REASONS: Final = 20
"""Reasons named below a held message, which the supervisor reads anyway; more may not fit."""

RATINGS: Final = (5, 4, 3, 2, 1)


def move_panel(case: Case, voice: Voice, officers: Mapping[int, str]) -> Card:
    """Where to move a case: the other desks with a staff group, then officers of this one."""
    offices = voice.library.offices
    here = offices.answering(case)
    desks = [office for office in offices.by_id.values() if office.grup is not None]
    if offices.national not in desks:
        desks.insert(0, offices.national)
    buttons = [
        Button(office.nama, StaffTap(Staff.TO_OFFICE, case.id, office.id))
        for office in desks
        if office.id != here.id
    ]
    buttons += [
        Button(name, StaffTap(Staff.TO_OFFICER, case.id, str(user)))
        for user, name in officers.items()
        if user != case.officer_id
    ]
    return Card(voice.say("meja_alih_ke"), (*_single(buttons), _back(case, voice)))


def close_panel(case: Case, voice: Voice) -> Card:
    """Why the case is done."""
    buttons = [
        Button(
            _opened(voice.label(f"sebab_{reason.value}")),
            StaffTap(Staff.CLOSE_AS, case.id, reason.value),
        )
        for reason in OFFICER_REASONS
    ]
    return Card(voice.say("meja_sebab"), (*_single(buttons), _back(case, voice)))


def replies_panel(case: Case, voice: Voice, page: int) -> Card:
    """One page of the ready answers: those that fit the case, then by their labels."""
    near = fitting(voice.library, case)
    others = (reply for reply in voice.library.replies.values() if reply not in near)
    known = [*near, *sorted(others, key=lambda reply: reply.label.lower())]
    pages = max(1, -(-len(known) // PER_PAGE))
    page %= pages
    buttons = _to_preview(case, known[page * PER_PAGE : (page + 1) * PER_PAGE])
    foot = _back(case, voice)
    if pages > 1:
        foot = (*foot, staff_button(voice, "tombol_berikutnya", Staff.REPLIES, case.id, page + 1))
    return Card(voice.say("meja_balasan"), (*_single(buttons), foot))


def named_panel(case: Case, voice: Voice, words: str) -> Card:
    """The ready answers that hold these words."""
    found = named(voice.library, words)
    text = voice.say("meja_balasan" if found else "meja_balasan_tidak_ada")
    whole = staff_button(voice, "tombol_balasan", Staff.REPLIES, case.id, 0)
    return Card(text, (*_single(_to_preview(case, found)), (whole,)))


def _to_preview(case: Case, replies: Sequence[ReadyAnswer]) -> list[Button]:
    return [Button(one.label, StaffTap(Staff.REPLY, case.id, one.id)) for one in replies]


def preview_panel(case: Case, voice: Voice, text: Html, send: Staff, item: str) -> Card:
    """A text as the participant would get it, not sent yet; `send` is SEND_REPLY or SEND_TOPIC."""
    shown = paragraphs(text, voice.say("meja_pratinjau"))
    give = staff_button(voice, "tombol_kirim", send, case.id, item)
    return Card(shown, ((give, *_back(case, voice)),))


def topics_panel(case: Case, voice: Voice, topics: Sequence[str]) -> Card:
    """The FAQ answers nearest to what was asked; ids no longer there are left out."""
    known = [voice.library.topics[name] for name in topics if name in voice.library.topics]
    if not known:
        return Card(voice.say("meja_faq_kosong"))
    buttons = [Button(topic.title, StaffTap(Staff.TOPIC, case.id, topic.id)) for topic in known[:3]]
    return Card(voice.say("meja_faq_terdekat"), _single(buttons))


def held_panel(case: Case, voice: Voice, held_id: int, doubts: Iterable[Doubt]) -> Card:
    """Why a message was held, and what a supervisor may do with it."""
    doubts = tuple(doubts)
    reasons = dict.fromkeys(
        voice.label(f"tahan_{doubt.kind}", kutipan=doubt.quote) for doubt in doubts
    )
    shown = "\n".join(f"• {reason}" for reason in list(reasons)[:REASONS])
    drop = staff_button(voice, "tombol_buang", Staff.DROP, case.id, held_id)
    if any(doubt.kind in NEVER for doubt in doubts):
        return Card(voice.say("meja_ditahan_tetap", isi=shown), ((drop,),))
    let_pass = staff_button(voice, "tombol_loloskan", Staff.PASS, case.id, held_id)
    return Card(voice.say("meja_ditahan", isi=shown), ((let_pass, drop),))


def meant_panel(case: Case, voice: Voice, held_id: int, question: Html) -> Card:
    """Whether a message is meant for this participant at all; its author knows."""
    row = (
        staff_button(voice, "tombol_kirim_peserta", Staff.MEANT, case.id, held_id),
        staff_button(voice, "tombol_buang", Staff.DROP, case.id, held_id),
    )
    return Card(question, (row,))


def trend_panel(trend: Trend, voice: Voice) -> Card:
    """The supervisor's card about a possible disturbance."""
    text = voice.say(
        "kartu_gangguan",
        kendala=voice.library.troubles[trend.trouble].label,
        orang=trend.people,
        menit=voice.library.offices.settings.gangguan_menit,
    )
    announce = staff_button(voice, "tombol_umumkan", Staff.NOTICE_ON, 0, trend.trouble)
    return Card(text, ((announce,),))


def rating_rows(case: Case, voice: Voice) -> tuple[Row, ...]:
    """The participant's buttons from 5 down to 1, one per row."""
    return tuple(
        (
            Button(
                voice.label(f"tombol_nilai_{points}"),
                CaseTap(Participant.RATE, case.id, str(points)),
            ),
        )
        for points in RATINGS
    )


def _single(buttons: Iterable[Button]) -> tuple[Row, ...]:
    return tuple((button,) for button in buttons)


def _opened(words: str) -> str:
    """With a capital letter in front; `capitalize` would make "JHT" small."""
    return words[:1].upper() + words[1:]


def _back(case: Case, voice: Voice) -> Row:
    return (staff_button(voice, "tombol_kembali_kartu", Staff.CARD, case.id),)
