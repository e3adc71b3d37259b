"""What has become of an outcome while somebody was away: the waiting month is over."""

from __future__ import annotations

from flows.content.guide import End
from flows.conversation import Conversation
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.reply import Reply, show

CHANGED = "sudah_berubah"


def news(scene: Scene) -> Reply | None:
    """The outcome as it is today, where another one was shown last; None when nothing changed."""
    talk, end = scene.conversation, _end(scene)
    if end is None or talk.ended is None or end.id == talk.ended:
        return None
    reply = show(scene, talk.with_(guide=GUIDE, aside=None, unclear=0, ended=end.id))
    first, *others = reply.screens
    return Reply(reply.conversation, (first.under(CHANGED, scene.say(CHANGED)), *others))


def remembered(scene: Scene) -> Conversation:
    """The conversation, with the outcome of `cek-hak` that it shows now."""
    talk = scene.conversation
    if talk.guide != GUIDE or talk.aside is not None:
        return talk
    end = _end(scene)
    return talk if end is None or end.id == talk.ended else talk.with_(ended=end.id)


def _end(scene: Scene) -> End | None:
    guide = scene.library.guides.get(GUIDE)
    if guide is None or not scene.conversation.given(GUIDE):
        return None
    step = scene.position(guide).step
    return step if isinstance(step, End) else None
