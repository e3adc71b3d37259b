"""Warnings: what an officer reads below a message that did not arrive, or may not have."""

from __future__ import annotations

from typing import Final

from flows.desk.card import Card, staff_button
from flows.desk.undelivered import REASONS
from flows.presses import Staff
from flows.screen import Row
from flows.voice import Voice
from store.carried import Carried
from store.outcome import MESSAGE_LOST, Cause, Fate, Kind

LOST: Final = {
    Kind.BLOCKED: "meja_diblokir",
    Kind.DEACTIVATED: "meja_akun_dihapus",
    Kind.NOT_ACCEPTING: "meja_tidak_menerima",
}
"""What is said of a participant whom nothing reaches any more."""


def unsent(voice: Voice, row: Carried, fate: Fate) -> Card:
    """Of a message that did not reach the participant, or may not have."""
    if fate.kind is Kind.UNCERTAIN:
        text = voice.say("meja_tidak_pasti")
    elif why := _why(voice, fate):
        text = voice.say("meja_gagal_sebab", sebab=why)
    else:
        text = voice.say("meja_gagal")
    return Card(text, _again(voice, row, fate))


def unchanged(voice: Voice, row: Carried, fate: Fate) -> Card:
    """Of a message whose change did not reach the participant."""
    why = _why(voice, fate)
    text = voice.say("meja_ubah_gagal_sebab", sebab=why) if why else voice.say("meja_ubah_gagal")
    return Card(text, _again(voice, row, fate))


def _why(voice: Voice, fate: Fate) -> str:
    """Telegram's reason in words of ours; empty where nobody knows."""
    cause = fate.cause.value if fate.cause else ""
    return voice.label(f"gagal_{cause}") if cause in REASONS else ""


def _again(voice: Voice, row: Carried, fate: Fate) -> tuple[Row, ...]:
    """The button to send once more, where that can help."""
    if fate.kind in MESSAGE_LOST or fate.cause is Cause.CHAT_NOT_FOUND:
        return ()
    return ((staff_button(voice, "tombol_kirim_ulang", Staff.AGAIN, row.case_id, row.id),),)
