"""A question in free words: answered, offered, or honestly declined; then the guide goes on."""

from __future__ import annotations

from flows.buttons import pack
from flows.events import Wrote
from flows.guide import Ask
from flows.scene import Scene
from flows.talk.covering import covered
from flows.talk.reply import Reply, show

LONG = 1000
"""Characters; a longer text that is not understood is asked for again, shorter."""

PATIENCE = 2
"""So many messages in a row not understood, and a person is offered."""


def trouble_on_screen(scene: Scene, event: Wrote) -> Reply | None:
    """What JMO's screen says, typed or pasted: the trouble, its cause and remedy.

    At a question whose troubles are on offer a likely one is enough; elsewhere it has to be sure.
    """
    guide = scene.guide
    step = scene.position(guide).step if guide else None
    among = step.troubles if isinstance(step, Ask) else ()
    ears = scene.library.ears
    here = ears.screens.of(event.text, among) if among else None
    found = here or ears.screens.of(event.text)
    if found is None or not (found is here or found.sure):
        return None
    shown = covered(scene.conversation, pack("t", found.trouble))
    return show(scene, shown.with_(unclear=0))


def question(scene: Scene, event: Wrote) -> Reply | None:
    """A question some topic answers, or the likeliest topics; None when it is about none."""
    found = scene.library.ears.search.ask(event.text)
    asked = scene.conversation.with_(asked=event.text[:LONG])
    if found.act == "answer" and found.best:
        return show(scene, asked.with_(aside=pack("f", found.best), unclear=0))
    if found.act == "decline":
        return None
    if asked.unclear + 1 >= PATIENCE:
        return show(scene, asked.with_(aside=pack("u"), unclear=0))
    offered = pack("q", *(score.topic for score in found.top))
    return show(scene, asked.with_(aside=offered, unclear=asked.unclear + 1))


def not_ours(scene: Scene, event: Wrote) -> Reply:
    """Nothing here answers it: says so, and after the second time offers a person."""
    talk = scene.conversation.with_(asked=event.text[:LONG], unclear=scene.conversation.unclear + 1)
    notice = "pesan_panjang" if len(event.text) > LONG else "di_luar_topik"
    aside = pack("u") if talk.unclear >= PATIENCE else pack("n", notice)
    reply = show(scene, talk.with_(aside=aside))
    return Reply(reply.conversation, reply.screens, unanswered=event.text[:LONG])
