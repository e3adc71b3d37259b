"""What participants and the topic are told, where a text depends on more than its values."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from flows.content.offices import Zone
from flows.desk.case import Case
from flows.desk.escalate import Due
from flows.desk.hours import (
    ZONES,
    Closed,
    brief_moment,
    closed_because,
    next_opening,
    spoken_moment,
)
from flows.desk.wait import Wait, latest, spoken_minutes, spoken_wait
from flows.texts.html import Html, paragraphs
from flows.voice import Voice

FIVE: Final = 5


def opened_text(case: Case, voice: Voice, now: datetime, place: int, wait: Wait | None) -> Html:
    """The case number, the trust words, the place in the queue and an honest wait."""
    office = voice.library.offices.of(case)
    opened = voice.say("kasus_dibuka", kasus=case.code, kata=case.trust_words, kantor=office.nama)
    return paragraphs(opened, queue_text(case, voice, now, place, wait))


def queue_text(case: Case, voice: Voice, now: datetime, place: int, wait: Wait | None) -> Html:
    """The place and the wait; outside hours, why nobody answers and when somebody will.

    Times are said in the participant's own zone.
    """
    offices = voice.library.offices
    zone, desk = offices.of(case).zona, offices.answering(case)
    closed = closed_because(desk, now)
    if closed is not None:
        opening = spoken_moment(next_opening(desk, now), zone, now)
        why = closed_text(closed, voice)
        return voice.say("kasus_tutup", alasan=why, jam_buka=opening, tempat=place)
    if wait is None:
        return voice.say("kasus_tempat_tanpa_data", tempat=place)
    end = latest(desk, now, wait)
    if _same_day(desk.zona, end, now):
        return voice.say("kasus_tempat", tempat=place, tunggu=spoken_wait(wait))
    by = spoken_moment(end, zone, now)
    return voice.say("kasus_tempat_lewat_hari", tempat=place, jam_buka=by)


def queue_line(case: Case, voice: Voice, now: datetime, place: int, wait: Wait | None) -> Html:
    """The same in one line, for the foot of a screen. Moments, never minutes: it stays true."""
    offices = voice.library.offices
    zone, desk = offices.of(case).zona, offices.answering(case)
    if closed_because(desk, now) is not None:
        opening = brief_moment(next_opening(desk, now), zone, now)
        return voice.say("kasus_baris_buka", tempat=place, jam_buka=opening)
    if wait is None:
        return voice.say("kasus_baris", tempat=place)
    by = brief_moment(_to_five(latest(desk, now, wait)), zone, now)
    return voice.say("kasus_baris_kira", tempat=place, jam_buka=by)


def _to_five(moment: datetime) -> datetime:
    """The next full five minutes: an estimate is no timetable."""
    return moment.replace(second=0, microsecond=0) + timedelta(minutes=-moment.minute % FIVE)


def _same_day(zone: Zone, moment: datetime, other: datetime) -> bool:
    tz = ZONES[zone]
    return moment.astimezone(tz).date() == other.astimezone(tz).date()


def closed_text(closed: Closed, voice: Voice) -> str:
    """Why the office is closed, as one sentence of plain text."""
    if closed.why == "libur" and not closed.name:
        return voice.label("tutup_libur_kantor")
    return voice.label(f"tutup_{closed.why}", libur=closed.name)


def due_texts(
    due: Due, before: Case, place: int, *, staff: Voice, person: Voice, called: Html
) -> tuple[Html, Html | None]:
    """The note for the topic, and what the participant is told (None: nothing).

    staff, person: who speaks to each of them. called: those whose telephone rings (`mention`).
    """
    values: dict[str, object] = {
        "kasus": before.code,
        "lama": spoken_minutes(due.minutes),
        "nama_petugas": before.officer_name,
        "dipanggil": called,
        "hari": staff.library.offices.settings.sepi_hari,
        "tempat": place,
    }
    note = staff.say(due.note, **values)
    return note, person.say(due.tell, **values) if due.tell else None
