"""What a participant sees of the desk: two short questions, the place in the queue, the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from flows.aside import Aside, View
from flows.content.offices import NATIONAL, Office
from flows.conversation import Conversation
from flows.desk.card import reason_text
from flows.desk.case import Case, State
from flows.desk.panels import rating_rows
from flows.presses import ABOUT_OTHER, ABOUT_SUGGESTED, Action, CaseTap, Participant
from flows.scene import Scene
from flows.screen import Button, Row, Screen
from flows.texts.html import Html, paragraphs

QUESTIONS: Final = (View.OFFICER, View.BRANCH)
"""What is it about? Which branch? Every button that calls an officer leads to the first."""


def is_calling(talk: Conversation) -> bool:
    """Whether the next words answer one of the two questions."""
    return talk.calling is not None and talk.under(*QUESTIONS) is not None


def about_screen(scene: Scene, suggested: str | None) -> Screen:
    """What is it about? `suggested` is offered as the first answer."""
    nav = ((_button(scene, "tombol_kasus_kode", Participant.CODE, 0),), _way_out(scene))
    if suggested is None:
        return Screen(id="desk/about", text=scene.say("kasus_soal"), nav=nav)
    return Screen(
        id="desk/about",
        text=scene.say("kasus_soal_tadi", soal=suggested),
        choices=(
            _button(scene, "tombol_kasus_tadi", Participant.ABOUT, 0, ABOUT_SUGGESTED),
            _button(scene, "tombol_kasus_lain", Participant.ABOUT, 0, ABOUT_OTHER),
        ),
        nav=nav,
    )


def remembered_screen(scene: Scene, office: Office) -> Screen:
    """Still the same branch?"""
    return Screen(
        id="desk/office",
        text=scene.say("cabang_ingat", kantor=office.nama),
        choices=(
            _button(scene, "tombol_cabang_ini", Participant.OFFICE, 0, office.id),
            _button(scene, "tombol_cabang_lain", Participant.OTHER_OFFICE, 0),
        ),
        nav=(_way_out(scene),),
    )


def offices_screen(scene: Scene, text: str, offices: Sequence[Office]) -> Screen:
    """A choice of branches, and "I do not know which"."""
    choices = tuple(
        Button(office.nama, CaseTap(Participant.OFFICE, 0, office.id))
        for office in offices
        if office.id != NATIONAL
    )
    unknown = _button(scene, "tombol_cabang_tidak_tahu", Participant.OFFICE, 0, NATIONAL)
    return Screen(
        id="desk/office",
        text=scene.say(text),
        choices=(*choices, unknown),
        nav=(_way_out(scene),),
    )


def waiting_rows(scene: Scene, case: Case) -> tuple[Row, ...]:
    """What a participant with an open case may press: on where they were, or leave the queue; or
    close the case."""
    if case.state is State.WAITING:
        back = "tombol_kembali_langkah" if scene.guide else "tombol_menu"
        on = scene.button(back, Action.UNCOVER if scene.guide else View.MENU)
        return ((on,), (_button(scene, "tombol_kasus_pergi", Participant.LEAVE, case.id),))
    return ((_button(scene, "tombol_kasus_tutup", Participant.CLOSE, case.id),),)


def sure_screen(scene: Scene, case: Case) -> Screen:
    """Really leave the queue, or close the case?"""
    waits = case.state is State.WAITING
    label = "tombol_kasus_pergi_ya" if waits else "tombol_kasus_tutup_ya"
    stay = "tombol_kasus_tunggu" if waits else "tombol_kasus_tetap"
    return Screen(
        id="desk/sure",
        text=scene.say("kasus_pergi_yakin" if waits else "kasus_tutup_yakin"),
        nav=(
            (_button(scene, label, Participant.SURE, case.id),),
            (_button(scene, stay, Participant.STAY, case.id),),
        ),
    )


def held_screen(scene: Scene, case: Case) -> Screen:
    """Who is with them, for somebody who presses or commands something else meanwhile."""
    text = scene.say("kasus_diambil", nama_petugas=case.officer_name, kata=case.trust_words)
    return Screen(id="desk/status", text=text, nav=waiting_rows(scene, case))


def queue_screen(scene: Scene, case: Case, queue: Html) -> Screen:
    """How far it is, for somebody who asks in the queue. queue: the place and the honest wait."""
    waits = scene.say("kasus_masih_menunggu", kasus=case.code, kata=case.trust_words)
    text = paragraphs(waits, queue)
    return Screen(id="desk/status", text=text, nav=waiting_rows(scene, case))


def closed_screen(scene: Scene, case: Case) -> Screen:
    """An officer closed the case: why, how to open it again, how helpful it was."""
    days = scene.library.offices.settings.buka_lagi_hari
    text = scene.say(
        "kasus_ditutup",
        nama_petugas=case.officer_name,
        sebab=reason_text(case, scene.voice),
        hari=days,
    )
    return Screen(
        id="desk/closed",
        text=paragraphs(text, scene.say("kasus_nilai")),
        nav=(*rating_rows(case, scene.voice), (scene.button("tombol_menu", View.MENU),)),
    )


def comment_screen(scene: Scene, case: Case) -> Screen:
    """Thanks for the rating; anything to add?"""
    enough = _button(scene, "tombol_tanpa_komentar", Participant.NO_COMMENT, case.id)
    return Screen(id="desk/comment", text=scene.say("kasus_komentar"), nav=((enough,),))


def code_screen(scene: Scene, code: str, trust_words: str) -> Screen:
    """The code to be read out to 175."""
    return Screen(
        id="desk/code",
        text=scene.say("kasus_kode", kasus=code, kata=trust_words),
        nav=(_way_out(scene),),
    )


def _way_out(scene: Scene) -> Row:
    return (scene.button("tombol_kembali", Action.BACK), scene.button("tombol_menu", View.MENU))


def _button(
    scene: Scene, label: str, verb: Participant, case_id: int, argument: str = ""
) -> Button:
    return Button(scene.label(label), CaseTap(verb, case_id, argument))


def branch_aside(offered: Sequence[Office] = ()) -> Aside:
    """What remembers which branches were offered."""
    return Aside(View.BRANCH, tuple(office.id for office in offered))
