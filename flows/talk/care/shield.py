"""Personal data in a message: it is taken out of the chat, kindly, and the guide goes on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from flows.aside import Aside, View
from flows.ears import Heard
from flows.mask import PLACES
from flows.mask.kinds import MOTHERS_NAME
from flows.scene import Scene
from flows.talk.care.offers import wary_of_secret
from flows.talk.reply import Reply, show
from flows.texts.html import paragraphs

_PLACES = re.compile("|".join(re.escape(place) for place in PLACES.values()))
_NAMED = re.compile("|".join(MOTHERS_NAME), re.IGNORECASE)
_WORD = re.compile(r"[a-z]{2,}", re.IGNORECASE)
CODES = frozenset({"otp", "sandi"})
"""Kinds that open an account."""

SECRETS = CODES | {"ibu"}
"""Kinds that nobody may ask for: whoever types one may have been asked."""

_ENOUGH_WORDS = 3
"""Fewer words besides the number ("NIK saya …") are no question of their own."""


def shielded(scene: Scene, heard: Heard, listen: Callable[[Scene, Heard], Reply]) -> Reply:
    """What `listen` answers to the rest of the text, below the reason why the message is gone.

    A forwarded offer stays: it is somebody else's number, and evidence.
    """
    if not heard.masked or heard.forwarded:
        return listen(scene, heard)
    rest = _PLACES.sub(" ", heard.text)
    if len(_WORD.findall(_NAMED.sub(" ", rest))) >= _ENOUGH_WORDS:
        reply = _offered(scene, listen(scene, replace(heard, text=rest.strip())))
    else:
        reply = show(scene, scene.conversation)
    reason = scene.say("data_pribadi_dihapus", jenis=_named(scene, heard.masked))
    if heard.masked & CODES:
        reason = paragraphs(reason, scene.say("otp_terkirim"))
    if heard.masked & SECRETS:
        reply = replace(reply, conversation=wary_of_secret(reply.conversation))
    first, *others = reply.screens
    return replace(
        reply,
        screens=(first.under("data_pribadi_dihapus", reason), *others),
        in_place=False,
        delete=heard.message_id,
    )


def _offered(scene: Scene, reply: Reply) -> Reply:
    """A whole answer would push the reason off a small screen: it becomes a button below it."""
    covering = reply.conversation.under(View.TOPIC)
    if covering is None:
        return reply
    return show(scene, reply.conversation.with_(aside=Aside(View.OFFER, covering.args)))


def _named(scene: Scene, kinds: frozenset[str]) -> str:
    names = [scene.label(f"jenis_{kind}") for kind in PLACES if kind in kinds]
    return " dan ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
