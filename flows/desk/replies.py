"""Ready answers with names and numbers filled in."""

from __future__ import annotations

from flows.content.offices import NATIONAL, REPLY_VALUES, ReadyAnswer
from flows.desk.case import Case
from flows.desk.hours import spoken_hours
from flows.texts.html import Html
from flows.voice import Voice


def filled_reply(reply: ReadyAnswer, case: Case, voice: Voice, officer_name: str) -> Html:
    """A ready answer as the participant gets it."""
    return voice.library.html(reply, voice.today, **reply_values(case, voice, officer_name))


def reply_values(case: Case, voice: Voice, officer_name: str) -> dict[str, str]:
    """What the placeholders of `REPLY_VALUES` become for this case.

    Where the branch or its address is not known, people are told so, never a wrong place.
    """
    branch = voice.library.offices.of(case)
    known = branch.id != NATIONAL

    values = {
        "nama_petugas": officer_name,
        "kantor": branch.nama if known else voice.label("kantor_terdekat"),
        "alamat": (branch.alamat if known else "") or voice.label("alamat_belum_ada"),
        "jam_buka": spoken_hours(branch),
        "kasus": case.code,
        "kata": case.trust_words,
    }
    assert values.keys() == REPLY_VALUES
    return values
