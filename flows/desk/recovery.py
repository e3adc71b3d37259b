"""What each side is told after a setback: the bot's memory ended earlier than what has happened.

Only what is certain is said: since when nothing is known, what the memory holds of it now, and what
everybody can do. Whether a case was closed or opened in the time that was lost, nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flows.aside import View
from flows.desk.case import Case
from flows.desk.hours import spoken_moment
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

    def values(self, now: datetime) -> dict[str, object]:
        """As a text names it."""
        return {
            "sejak": spoken_moment(self.since, "WIB", now),
            "hingga": spoken_moment(self.until, "WIB", now),
        }


def person_screen(scene: Scene, case: Case | None, lost: Lost, now: datetime) -> Screen:
    """To a participant with their next sign of life. `case`: the one held to be open."""
    if case is None:
        return Screen(
            id="desk/lost",
            text=scene.say("kasus_catatan_hilang", **lost.values(now)),
            nav=((scene.button("tombol_petugas", View.OFFICER),),),
        )
    text = scene.say("kasus_catatan_hilang_terbuka", kasus=case.code, **lost.values(now))
    return Screen(id="desk/lost", text=text, nav=waiting_rows(scene, case))


def supervisor_text(voice: Voice, lost: Lost, now: datetime, calls: int, cases: int) -> Html:
    """To the supervisor: how old the memory is, what was held back, what to look at."""
    return voice.say("meja_catatan_hilang", jumlah=calls, kasus=cases, **lost.values(now))


def case_text(voice: Voice, lost: Lost, now: datetime) -> Html:
    """Into the topic of a case that is held to be open."""
    return voice.say("meja_catatan_hilang_kasus", **lost.values(now))
