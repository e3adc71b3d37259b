"""Stickers, photos, voice, documents, edited messages: each gets a fitting answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from flows.aside import Aside, View
from flows.ears import Heard
from flows.events import Corrected, Sent, SentKind, Wrote
from flows.presses import Action
from flows.scene import Scene
from flows.talk.listeners import hear, wrote
from flows.talk.reply import Reply, show, word
from flows.views.menu import RECEIVED

FAR = 100.0
"""Kilometres beyond which an office is not near."""

ANSWERS: Mapping[SentKind, str] = {
    "stiker": "stiker",
    "lokasi": "lokasi",
    "kontak": "kontak",
    "lain": "pesan_kosong",
}


def sent(scene: Scene, event: Sent) -> Reply:
    """Says what becomes of it. What holds no words gets a sentence of its own, and no screen again.

    A caption is read like a text: people write their question under the picture. Of an album the
    first part is answered, and whatever has a caption.
    """
    seen = bool(event.album) and event.album == scene.conversation.album
    scene = scene.with_(scene.conversation.with_(album=event.album))
    caption = Wrote(event.caption, event.masked, False, event.message_id, event.written)
    heard = hear(caption, scene.library, scene.today)
    # "KTP saya nih" only names the picture.
    if event.caption.strip() and (event.masked or not heard.manner.only_names):
        reply = wrote(scene, heard)
        if event.kind in RECEIVED and not seen and _is_of_picture(heard, reply):
            asked = scene.conversation.with_(aside=_received(event), asked=heard.quoted)
            return replace(show(scene, asked), unanswered=reply.unanswered)
        return reply if seen else _with_fate(scene, event, reply)
    if seen:
        return Reply(scene.conversation)
    if event.kind in RECEIVED:
        return show(scene, scene.conversation.with_(aside=_received(event)))
    if event.place is not None:
        return _nearest(scene, *event.place)
    return word(scene, ANSWERS[event.kind])


def _is_of_picture(heard: Heard, reply: Reply) -> bool:
    """ "Kok begini ya" asks about the picture, and nothing can be offered for it."""
    if heard.masked or heard.is_elsewhere:
        return False
    return reply.unanswered is not None or reply.conversation.under(View.OFFER) is not None


def _received(event: Sent) -> Aside:
    return Aside(View.RECEIVED, (event.kind, str(event.message_id)))


def _with_fate(scene: Scene, event: Sent, reply: Reply) -> Reply:
    """The answer to a caption below what becomes of the file, which can be taken out of the chat.

    What was taken out already needs no button.
    """
    if event.kind not in RECEIVED or not reply.screens or reply.delete:
        return reply
    text, label = RECEIVED[event.kind]
    first, *others = reply.screens
    remove = scene.button(label, Action.REMOVE, str(event.message_id))
    told = replace(first.under(text, scene.say(text)), nav=((remove,), *first.nav))
    return replace(reply, screens=(told, *others))


def corrected(scene: Scene, event: Corrected) -> Reply:
    """An edited message changes nothing that was decided; it says so, once."""
    if event.masked:
        return _heard(scene, Wrote("", event.masked, message_id=event.message_id))
    again = event.message_id and event.message_id == scene.conversation.edited
    if again or not event.worded:
        return Reply(scene.conversation)
    talk = scene.conversation.with_(edited=event.message_id)
    return word(scene.with_(talk), "pesan_diedit")


def _heard(scene: Scene, event: Wrote) -> Reply:
    return wrote(scene, hear(event, scene.library, scene.today))


def _nearest(scene: Scene, latitude: float, longitude: float) -> Reply:
    """Where somebody is tells which office is near, if one is."""
    near = next(iter(scene.library.offices.nearest(latitude, longitude, 1)), None)
    if near is None or near.km > FAR:
        return word(scene, "lokasi")
    return word(scene, "lokasi_kantor", kantor=near.office.nama, jarak=str(max(1, round(near.km))))
