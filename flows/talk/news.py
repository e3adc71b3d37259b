"""What has become of an outcome while somebody was away: the waiting month is over."""

from __future__ import annotations

from flows.content.guide import End, Step
from flows.conversation import Conversation
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.reply import Reply, show

CHANGED = "sudah_berubah"


def news(scene: Scene) -> Reply | None:
    """The outcome as it is today, where another one was shown last; None when nothing changed."""
    talk, step = scene.conversation, _step(scene)
    if step is None or talk.ended is None or step.id == talk.ended:
        return None
    reply = show(scene, talk.with_(guide=GUIDE, aside=None, unclear=0))
    first, *others = reply.screens
    return Reply(reply.conversation, (first.under(CHANGED, scene.say(CHANGED)), *others))


def remembered(scene: Scene) -> Conversation:
    """The conversation, with the outcome of `cek-hak` that it shows now, if it shows one."""
    talk = scene.conversation
    if talk.guide != GUIDE or talk.aside is not None:
        return talk
    step = _step(scene)
    ended = step.id if isinstance(step, End) else None
    return talk if ended == talk.ended else talk.with_(ended=ended)


def _step(scene: Scene) -> Step | None:
    """Where `cek-hak` stands today; None where it was not begun."""
    guide = scene.library.guides.get(GUIDE)
    begun = guide is not None and scene.conversation.given(GUIDE)
    return scene.position(guide).step if guide is not None and begun else None
