"""What each side is told after a setback: the bot's memory ended earlier than what has happened.

Only what is certain is said: since when nothing is known, what the memory holds of it now, and what
everybody can do. Whether a case was closed or opened in the time that was lost, nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from babel.dates import format_date

from flows.aside import View
from flows.desk.case import Case
from flows.desk.hours import ZONES
from flows.desk.screens import waiting_rows
from flows.scene import Scene
from flows.screen import Screen
from flows.texts.html import Html
from flows.voice import Voice


@dataclass(frozen=True, slots=True)
class Lost:
    """The time of which nothing is known."""

    since: datetime
    until: datetime

    def spoken(self) -> str:
        """ "24 Nov pukul 12.30 sampai 24 Nov pukul 15.10 WIB"."""
        since, until = (_moment(moment) for moment in (self.since, self.until))
        return f"{since} sampai {until} WIB"


def _moment(moment: datetime) -> str:
    local = moment.astimezone(ZONES["WIB"])
    return f"{format_date(local.date(), 'd MMM', locale='id_ID')} pukul {local:%H.%M}"


def person_screen(scene: Scene, case: Case | None, lost: Lost) -> Screen:
    """To a participant with their next sign of life. `case`: the one held to be open."""
    if case is None:
        return Screen(
            id="desk/lost",
            text=scene.say("kasus_catatan_hilang", masa=lost.spoken()),
            nav=((scene.button("tombol_petugas", View.OFFICER),),),
        )
    text = scene.say("kasus_catatan_hilang_terbuka", kasus=case.code, masa=lost.spoken())
    return Screen(id="desk/lost", text=text, nav=waiting_rows(scene, case))


def supervisor_text(voice: Voice, lost: Lost, calls: int, cases: int) -> Html:
    """To the supervisor: how old the memory is, what was held back, what to look at."""
    return voice.say("meja_catatan_hilang", jumlah=calls, kasus=cases, masa=lost.spoken())


def case_text(voice: Voice, lost: Lost) -> Html:
    """Into the topic of a case that is held to be open."""
    return voice.say("meja_catatan_hilang_kasus", masa=lost.spoken())
