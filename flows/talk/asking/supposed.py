"""What would be: "kalau saya berhenti 3 januari", "mau resign akhir tahun"."""

from __future__ import annotations

from flows.aside import Aside, View
from flows.content.named import LIMIT, WAITING
from flows.ears import Heard
from flows.ears.manner.unsettled import PLANNED, SUPPOSED
from flows.language.dates import Tense
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.values import IF
from flows.talk.reply import Reply, show


def supposed(scene: Scene, heard: Heard) -> Reply | None:
    """Whoever only plans to leave work hears from when one may claim: nothing of it is a fact."""
    if scene.conversation.guide not in (None, GUIDE):
        return None
    # "Rencana resign desember, saldo 16 juta" asks for no limit of the balance.
    if heard.topics.act == "answer" and (heard.is_question or heard.topics.best != LIMIT):
        return None
    unsettled = heard.ears.manners.unsettled
    if IF not in heard.spelled and not unsettled.said(heard.spelled, (PLANNED, SUPPOSED)):
        return None
    leaves = heard.ears.dates.matters.tells_of_leaving(heard.folded)
    if not leaves or not isinstance(heard.day(Tense.FUTURE), Understood):
        return None
    talk = scene.conversation.with_(asked=heard.quoted, unclear=0)
    return show(scene, talk.with_(aside=Aside(View.TOPIC, (WAITING,))))
