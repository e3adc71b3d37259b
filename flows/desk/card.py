"""The case card: the first message of a topic, its colour, its buttons, the topic's name.

An officer reads it and knows who waits, since when, where the person is stuck, and what the bot has
already said; nothing has to be asked twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flows.desk.case import Case, CaseContext, State
from flows.desk.context import suggestion
from flows.desk.hours import office_minutes
from flows.desk.wait import spoken_minutes
from flows.library import Library
from flows.presses import Staff, StaffTap
from flows.screen import Button, Row
from flows.texts.direction import one_direction
from flows.texts.html import Html, lines, paragraphs
from flows.texts.shortened import shortened
from flows.voice import Voice

COLOURS: Final[Mapping[State, str]] = {
    State.WAITING: "🔴",
    State.HELD: "🟡",
    State.CLOSED: "🟢",
}

TOPIC_NAME: Final = 128
"""Telegram's limit for the name of a topic."""

_BULLET: Final = "• "


@dataclass(frozen=True)
class Card:
    """One message to the staff group."""

    text: Html
    rows: tuple[Row, ...] = ()


def staff_button(
    voice: Voice, message: str, verb: Staff, case_id: int, argument: str | int = ""
) -> Button:
    """A staff button with its label from messages.yaml."""
    return Button(voice.label(message), StaffTap(verb, case_id, str(argument)))


def topic_name(case: Case, library: Library) -> str:
    """ "🔴 JHT-7K3Q · Jember · Status masih aktif", at most 128 units."""
    about = suggestion(case.context) or case.context.about
    city = library.offices.of(case).kota
    name = " · ".join(part for part in (case.code, city, about) if part)
    return shortened(one_direction(f"{COLOURS[case.state]} {name}"), TOPIC_NAME)


def case_card(case: Case, voice: Voice, now: datetime, *, place: int = 1, new: int = 0) -> Card:
    """The card of a case. `place` is its place in the queue, `new` counts unread messages."""
    head = lines(
        voice.say(
            "kartu_kepala", warna=COLOURS[case.state], kasus=case.code, kantor=_office(case, voice)
        ),
        _state(case, voice, now, place),
        voice.say("kartu_kata", kata=case.trust_words) if case.open else "",
        voice.say("kartu_baru", jumlah=new) if new else "",
    )
    how = voice.say("kartu_cara") if case.open else ""
    return Card(paragraphs(head, *_stuck(case.context, voice), how), case_rows(case, voice))


def _office(case: Case, voice: Voice) -> str:
    branch, desk = voice.library.offices.of(case), voice.library.offices.answering(case)
    return branch.nama if branch.id == desk.id else f"{branch.nama} → {desk.nama}"


def _state(case: Case, voice: Voice, now: datetime, place: int) -> Html:
    desk = voice.library.offices.answering(case)

    def lasted(since: datetime, until: datetime) -> str:
        return spoken_minutes(office_minutes(desk, since, until))

    match case.state:
        case State.WAITING:
            return voice.say("kartu_menunggu", lama=lasted(case.in_queue_since, now), tempat=place)
        case State.HELD:
            lama = lasted(case.taken_at or case.opened_at, now)
            return voice.say("kartu_dipegang", nama_petugas=case.officer_name, lama=lama)
        case State.CLOSED:
            lama = lasted(case.opened_at, case.closed_at or now)
            return voice.say("kartu_selesai", sebab=reason_text(case, voice), lama=lama)


def reason_text(case: Case, voice: Voice) -> str:
    """Why the case was closed, as part of a sentence."""
    reason = case.reason.value if case.reason else "terjawab"
    return voice.label(f"sebab_{reason}")


def _stuck(context: CaseContext, voice: Voice) -> Iterator[str]:
    """Where the person is stuck, what was answered, what the bot said, what the person wrote."""
    where = [voice.say(f"kartu_asal_{context.opening.value}")]
    if context.guide:
        at, of = context.step_number, context.step_total
        step = voice.say("kartu_langkah", judul=context.guide_title, langkah=at, jumlah=of)
        where.append(step)
    else:
        where.append(voice.say("kartu_tanpa_panduan"))
    if context.trouble_label:
        where.append(voice.say("kartu_kendala", kendala=context.trouble_label))
    yield lines(*where)
    yield voice.say("kartu_soal", isi=context.about) if context.about else ""
    answers = [f"{name}: {said}" for name, said in context.answers]
    yield _listed("kartu_jawaban", answers, voice)
    yield voice.say("kartu_ditanya", isi=context.asked) if context.asked else ""
    yield _listed("kartu_bot", context.bot_said, voice)
    yield _listed("kartu_tulisan", context.typed, voice)


def _listed(message: str, items: Sequence[str], voice: Voice) -> Html:
    if not items:
        return Html()
    return voice.say(message, isi="\n".join(f"{_BULLET}{line}" for line in items))


def case_rows(case: Case, voice: Voice) -> tuple[Row, ...]:
    """The buttons under a card: what can be done with the case in its state."""

    def button(message: str, verb: Staff, argument: str | int = "") -> Button:
        return staff_button(voice, message, verb, case.id, argument)

    move, close = button("tombol_alihkan", Staff.MOVE), button("tombol_selesai", Staff.CLOSE)
    match case.state:
        case State.WAITING:
            return ((button("tombol_ambil", Staff.TAKE),), (move, close))
        case State.HELD:
            release = button("tombol_lepas", Staff.RELEASE)
            return ((button("tombol_balasan", Staff.REPLIES, 0),), (release, move, close))
        case State.CLOSED:
            return ()
