"""The menu, the officer's door, and the other screens that stand outside a guide."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.commands import MENU_ACTIONS
from flows.content.guide import MAX_OPTIONS, MenuItem
from flows.presses import Action
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.texts.html import Html
from flows.views.result import result_button
from flows.walk import progress

SHOWN_FIRST = MAX_OPTIONS
"""The menu opens with the lines most people need; the others are one press away."""


def menu_screen(scene: Scene) -> Screen:
    """What the bot can do, as buttons."""
    return _menu(scene, "menu", scene.say("menu"))


def greeting_screen(scene: Scene) -> Screen:
    """The first words: free, no secrets asked, not JMO itself, beware of brokers. Then the menu."""
    known = bool(scene.conversation.answers)
    return _menu(scene, "greeting", scene.say("salam_kembali" if known else "salam"))


def brief_greeting_screen(scene: Scene) -> Screen:
    """A greeting of somebody who has been told already who we are."""
    return _menu(scene, "greeting/brief", scene.say("salam_singkat"))


def _menu(scene: Scene, screen_id: str, text: Html) -> Screen:
    choices = [_menu_button(scene, item) for item in scene.library.menu[:SHOWN_FIRST]]
    if scene.guide and scene.position(scene.guide).passed:
        choices.insert(0, scene.button("tombol_kembali_langkah", Action.UNCOVER))
    choices[:0] = result_button(scene)
    if scene.conversation.noted:
        topic = scene.conversation.noted_topic
        choices.insert(0, scene.button("tombol_catatan", View.NOTED, *((topic,) if topic else ())))
    if len(scene.library.menu) > SHOWN_FIRST:
        choices.append(scene.button("tombol_pilihan_lain", View.MORE))
    foot = (scene.button("tombol_petugas", View.OFFICER),)
    return Screen(id=screen_id, text=text, choices=tuple(choices), nav=(foot,))


def more_screen(scene: Scene) -> Screen:
    """The rest of the menu."""
    rest = scene.library.menu[SHOWN_FIRST:]
    return Screen(
        id="menu/more",
        text=scene.say("menu_lain"),
        choices=tuple(_menu_button(scene, item) for item in rest),
        nav=(scene.foot(back=False),),
    )


def _menu_button(scene: Scene, item: MenuItem) -> Button:
    if item.guide:
        return scene.way_to(item.guide)
    if item.topic:
        return Button(scene.library.topics[item.topic].label, Aside(View.TOPIC, (item.topic,)))
    label, shows = MENU_ACTIONS[item.action or "petugas"]
    return Button(scene.label(label), shows)


def resume_screen(scene: Scene) -> Screen | None:
    """Back after a pause: "Tadi sampai langkah 4. Lanjut?"."""
    guide = scene.guide
    if guide is None:
        return None
    at = progress(guide, scene.position(guide), scene.library.numbers, scene.today)
    return Screen(
        id="resume",
        text=scene.say("lanjut_tadi", judul=guide.title, langkah=at.number),
        choices=(
            scene.button("tombol_lanjut", Action.UNCOVER),
            scene.button("tombol_mulai_baru", View.MENU),
        ),
        nav=(scene.foot(back=False),),
    )


def restart_screen(scene: Scene) -> Screen:
    """Asks before answers are thrown away."""
    return Screen(
        id="restart",
        text=scene.say("mulai_ulang_yakin"),
        choices=(
            scene.button("tombol_ya_ulang", Action.RESTART),
            scene.button("tombol_kembali_langkah", Action.UNCOVER),
        ),
        nav=(scene.foot(),),
    )


def erase_screen(scene: Scene) -> Screen:
    """Asks before everything about this chat is erased."""
    return Screen(
        id="erase",
        text=scene.say("hapus_yakin"),
        choices=(
            scene.button("tombol_hapus_ya", Action.ERASE),
            scene.button("tombol_hapus_tidak", Action.UNCOVER),
        ),
        nav=(scene.foot(),),
    )


def officer_screen(scene: Scene) -> Screen:
    """How to reach a person: the call centre and the branch, with their hours."""
    choices = (scene.button("tombol_kembali_langkah", Action.UNCOVER),) if scene.guide else ()
    return Screen(
        id="officer", text=scene.say("petugas"), choices=choices, nav=(scene.foot(back=False),)
    )


def received_screen(scene: Scene, kind: str, message_id: str) -> Screen | None:
    """A photo or file arrived: it is not kept, and can be taken out of the chat."""
    if kind not in RECEIVED or not message_id.isdecimal():
        return None
    text, remove = RECEIVED[kind]
    return Screen(
        id=f"received/{kind}",
        text=scene.say(text),
        choices=(
            scene.button(remove, Action.REMOVE, message_id),
            scene.button("tombol_biarkan", Action.UNCOVER),
        ),
        nav=(scene.foot(),),
    )


RECEIVED = {
    "foto": ("foto", "tombol_hapus_foto"),
    "dokumen": ("dokumen_diterima", "tombol_hapus_berkas"),
    "program": ("berkas_program", "tombol_hapus_berkas"),
    "suara": ("suara", "tombol_hapus_suara"),
}
"""What may hold a card or a letter: the text about it, and the label that removes it."""

NOTICES = frozenset(
    {
        "bantuan",
        "privasi",
        "maaf_gagal",
        "hapus_selesai",
        "di_luar_topik",
        "pesan_panjang",
        "maaf_bot",
        "gawat",
    }
)
"""The texts that stand alone as a screen."""

SORRY_FOR_BOT = "maaf_bot"
"""Our answers were of no use: a person is one press away."""

SORRY = Aside(View.NOTICE, ("maaf_gagal",))
"""After an update was given up."""


def notice_screen(scene: Scene, message: str) -> Screen | None:
    """One text of messages.yaml with the way back and the foot; None for one that is no notice."""
    if message not in NOTICES:
        return None
    choices = (scene.button("tombol_kembali_langkah", Action.UNCOVER),) if scene.guide else ()
    if message == SORRY_FOR_BOT:
        choices = (scene.button("tombol_petugas", View.OFFICER), *choices)
    return Screen(
        id=f"notice/{message}", text=scene.say(message), choices=choices, nav=(scene.foot(),)
    )
