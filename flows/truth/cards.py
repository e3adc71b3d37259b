"""The messages of the staff group: a statement with four buttons, what became of it, the call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from flows.content.statement import Statement
from flows.desk.card import Card, staff_button
from flows.presses import Staff
from flows.screen import in_pairs
from flows.texts.html import Html, bold, lines, paragraphs
from flows.texts.spoken import long_date
from flows.truth.verdict import CONTRADICTS, Says, Verdict, wording
from flows.voice import Voice

BUTTONS: Final[Mapping[Staff, Says]] = {
    Staff.HOLDS: Says.HOLDS,
    Staff.CHANGED: Says.CHANGED,
    Staff.DIFFERS: Says.DIFFERS,
    Staff.UNSURE: Says.UNSURE,
}
"""What each button says."""


def question_card(staff: Voice, person: Voice, statement: Statement, question: int) -> Card:
    """Does it still hold? `question` is its number in the store; `person` says it as people
    read it. So in the cards below."""
    buttons = [
        staff_button(staff, f"tombol_jawab_{says}", verb, 0, question)
        for verb, says in BUTTONS.items()
    ]
    asked = paragraphs(_quoted(person, statement), staff.say("meja_keterangan_tanya"))
    return Card(asked, in_pairs(buttons))


def answered_card(
    staff: Voice, person: Voice, statement: Statement, verdict: Verdict, question: int
) -> Card:
    """The same once it is answered: which office, what, when; and what it adds, or may add."""
    if verdict.sentence:
        added = staff.say("meja_keterangan_kutipan", kutipan=verdict.sentence)
    elif verdict.says in CONTRADICTS:
        added = staff.say("meja_keterangan_bedanya")
    else:
        added = Html()
    text = paragraphs(_quoted(person, statement), bold(_said(staff, verdict)), added)
    slip = staff_button(staff, "tombol_salah_tekan", Staff.TAKE_BACK, 0, question)
    return Card(text, ((slip,),))


def gone_card(staff: Voice) -> Card:
    """Instead of a question whose text editors have changed since."""
    return Card(staff.say("meja_keterangan_berganti"))


def call_card(
    staff: Voice, person: Voice, statement: Statement, against: Iterable[Verdict]
) -> Card:
    """Several offices contradict a statement: an editor is called."""
    said = []
    for one in against:
        said.append(f"• {_said(staff, one)}")
        if one.sentence:
            said.append(staff.say("meja_keterangan_kutipan", kutipan=one.sentence))
    head = staff.say("meja_keterangan_diperiksa")
    todo = staff.say("meja_keterangan_editor", tempat_tanya=statement.ask, berkas=statement.id)
    return Card(paragraphs(head, _quoted(person, statement), lines(*said), todo))


def _quoted(person: Voice, statement: Statement) -> Html:
    """The statement and who says so."""
    said = wording(person.library, statement, person.today)
    return lines(bold(statement.title), said, person.said_by((statement.id,)))


def _said(staff: Voice, verdict: Verdict) -> str:
    """ "Kantor Cabang Jember, 2 Desember 2026: masih benar"."""
    office = staff.library.offices.get(verdict.office)
    named = office.nama if office else verdict.office
    return staff.label(
        "meja_keterangan_jawaban",
        kantor=named,
        tanggal=long_date(verdict.day),
        jawaban=staff.label(f"meja_jawab_{verdict.says}"),
    )
