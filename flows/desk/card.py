"""The case card: the first message of a topic, its colour, its buttons, the topic's name.

An officer reads a few lines and knows who waits since when, what about, what the law says and what
was answered, where the person is stuck, and who they talked with before; nothing has to be asked
twice. What the bot has said and what was asked before is in a quote that opens on demand.

Everything is said in moments, never in minutes: a card stays true without being drawn again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from flows.desk.case import Case, CaseContext, Earlier, State
from flows.desk.hours import dated_moment
from flows.library import Library
from flows.presses import Staff, StaffTap
from flows.screen import Button, Row
from flows.texts.direction import one_direction
from flows.texts.html import Html, lines
from flows.texts.markup import plain
from flows.texts.shortened import shortened, whole_lines
from flows.texts.units import units
from flows.voice import Voice

COLOURS: Final[Mapping[State, str]] = {
    State.WAITING: "🔴",
    State.HELD: "🟡",
    State.CLOSED: "🟢",
}

TOPIC_NAME: Final = 128
"""Telegram's limit for the name of a topic."""

MATTER: Final = 90
"""Units of the matter that are seen at once."""

SEEN: Final = 60
"""Units of one part of the card: about two lines of a phone. The rest is in the quote."""

LACKING: Final = 45
"""Units of the papers that are not at hand."""

BEHIND: Final = 3000
"""Units of the quote; with all that is seen a card stays below Telegram's 4096."""

_BULLET: Final = "• "
_BESIDE: Final = " · "


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
    """ "🔴 JHT-7K3Q · Jember", at most 128 units."""
    city = library.offices.of(case).kota
    name = _BESIDE.join(part for part in (case.code, city) if part)
    return shortened(one_direction(f"{COLOURS[case.state]} {name}"), TOPIC_NAME)


def case_card(case: Case, voice: Voice) -> Card:
    """The card of a case."""
    context = case.context
    text = lines(
        _head(case, voice),
        _state(case, voice),
        *_claim(context, voice),
        _stuck(context, voice),
        _before(context.earlier, voice) if context.earlier else "",
        quote(_behind(case, voice)),
    )
    return Card(text, case_rows(case, voice))


def _head(case: Case, voice: Voice) -> Html:
    """The code, and what an officer says to be recognised."""
    head = voice.say("kartu_kepala", warna=COLOURS[case.state], kasus=case.code)
    if not (case.open and case.trust_words):
        return head
    return head + Html(" ") + voice.say("kartu_kata", kata=case.trust_words)


def _office(case: Case, voice: Voice) -> str:
    branch, desk = voice.library.offices.of(case), voice.library.offices.answering(case)
    return branch.nama if branch.id == desk.id else f"{branch.nama} → {desk.nama}"


def _state(case: Case, voice: Voice) -> Html:
    zone = voice.library.offices.answering(case).zona

    def since(moment: datetime | None) -> str:
        return dated_moment(moment or case.opened_at, zone)

    match case.state:
        case State.WAITING:
            return voice.say("kartu_menunggu", sejak=since(case.in_queue_since))
        case State.HELD:
            held_since = since(case.taken_at)
            return voice.say("kartu_dipegang", nama_petugas=case.officer_name, sejak=held_since)
        case State.CLOSED:
            reason = voice.label(f"kartu_sebab_{case.reason.value if case.reason else 'terjawab'}")
            return voice.say("kartu_selesai", sebab=reason, sejak=since(case.closed_at))


def reason_text(case: Case, voice: Voice) -> str:
    """Why the case was closed, as part of a sentence."""
    reason = case.reason.value if case.reason else "terjawab"
    return voice.label(f"sebab_{reason}")


def _claim(context: CaseContext, voice: Voice) -> Iterator[Html]:
    """The matter, what the law says, what was answered, the papers."""
    if context.about:
        yield voice.say("kartu_soal", isi=whole_lines(context.about, MATTER))
    if context.verdict:
        yield voice.say("kartu_putusan", isi=context.verdict)
    if context.facts:
        yield voice.say("kartu_fakta", isi=_BESIDE.join(_fitting(context.facts)))
    if context.papers:
        there, of = len(context.papers), len(context.papers) + len(context.lacking)
        papers = voice.say("kartu_berkas", jumlah=there, semua=of)
        missing = _BESIDE.join(_fitting(context.lacking, LACKING))
        lacking = voice.say("kartu_berkas_belum", isi=missing) if missing else Html()
        yield papers + Html(", ") + lacking if lacking else papers


def _fitting(parts: Sequence[str], room: int = SEEN) -> list[str]:
    """As many of the parts, from the first, as are seen without opening the quote."""
    for number, part in enumerate(parts):
        room -= units(part) + len(_BESIDE)
        if room < 0:
            return list(parts[: max(1, number)])
    return list(parts)


def _stuck(context: CaseContext, voice: Voice) -> Html:
    """The guide, the step and what is on the screen; nothing where it is the matter itself."""
    trouble = context.trouble_label if context.trouble_label != context.about else ""
    if not context.guide:
        return voice.say("kartu_kendala", kendala=trouble) if trouble else Html()
    at, of = context.step_number, context.step_total
    step = voice.say("kartu_langkah", judul=context.guide_title, langkah=at, jumlah=of)
    return step + Html.escape(f"{_BESIDE}{trouble}") if trouble else step


def _before(earlier: Earlier, voice: Voice) -> Html:
    """Earlier cases of the same person, and how the last one ended."""
    reason = voice.label(f"kartu_sebab_{earlier.reason.value}") if earlier.reason else ""
    rated = voice.label("kartu_nilai", nilai=earlier.rating) if earlier.rating else ""
    last = ", ".join(part for part in (reason, earlier.officer, rated) if part)
    return voice.say("kartu_riwayat", jumlah=earlier.cases, isi=last)


def _behind(case: Case, voice: Voice) -> Iterator[Html]:
    """What is read on demand: how to answer, how the case came, the rest of what is known, and what
    was said."""
    context = case.context
    if case.open:
        yield voice.say("kartu_cara")
    yield voice.say("kartu_kantor", kantor=_office(case, voice))
    yield voice.say(f"kartu_asal_{context.opening.value}")
    if whole_lines(context.about, MATTER) != context.about:
        yield voice.say("kartu_soal", isi=context.about)
    if context.reason:
        yield Html.escape(context.reason)
    rest = context.facts[len(_fitting(context.facts)) :]
    if rest:
        yield voice.say("kartu_fakta_lain", isi=_BESIDE.join(rest))
    all_seen = context.papers and len(_fitting(context.lacking, LACKING)) == len(context.lacking)
    if context.lacking and not all_seen:
        yield voice.say("kartu_dokumen", isi=_BESIDE.join(context.lacking))
    yield _listed("kartu_tulisan", context.typed, voice)
    yield _listed("kartu_bot", context.bot_said, voice)
    yield _listed("kartu_selama", context.shown, voice)


def _listed(message: str, items: Sequence[str], voice: Voice) -> Html:
    """A heading and what stands below it, line by line."""
    if not items:
        return Html()
    return lines(voice.say(message), *(f"{_BULLET}{item}" for item in items))


def quote(parts: Iterable[Html]) -> Html:
    """Parts below each other in a quote that is folded until somebody opens it, as many as fit."""
    room, kept = BEHIND, []
    for part in parts:
        room -= units(plain(part)) + 1
        if room < 0:
            break
        kept.append(part)
    return Html("<blockquote expandable>") + lines(*kept) + Html("</blockquote>")


def case_rows(case: Case, voice: Voice) -> tuple[Row, ...]:
    """The buttons under a card: what can be done with the case in its state."""

    def button(message: str, verb: Staff, argument: str | int = "") -> Button:
        return staff_button(voice, message, verb, case.id, argument)

    move, close = button("tombol_alihkan", Staff.MOVE), button("tombol_selesai", Staff.CLOSE)
    match case.state:
        case State.WAITING:
            greet = button("tombol_ambil_sapa", Staff.TAKE_AND_GREET)
            return ((button("tombol_ambil", Staff.TAKE), greet), (move, close))
        case State.HELD:
            release = button("tombol_lepas", Staff.RELEASE)
            return ((button("tombol_balasan", Staff.REPLIES, 0),), (release, move, close))
        case State.CLOSED:
            return ()
