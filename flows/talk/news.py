"""What has become of an outcome while somebody was away: the waiting month is over."""

from __future__ import annotations

from datetime import date

from flows.content.guide import End, Guide, Step
from flows.conversation import Conversation
from flows.rights.cek_hak import BIRTH, GUIDE, judge
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.walk import locate

OVER = "waktu_lewat"
CHANGED = "sudah_berubah"
OLD_ENOUGH = "umur_tercapai"


def news(scene: Scene) -> Reply | None:
    """Where `cek-hak` stands today, if that is elsewhere than on the day its outcome was shown."""
    talk = scene.conversation
    guide, seen_on = scene.library.guides.get(GUIDE), talk.seen_on
    if guide is None or seen_on is None:
        return None
    if _step(scene, guide, seen_on).id == _step(scene, guide, scene.today).id:
        return None
    waited = judge(talk.given(GUIDE), scene.library.numbers, seen_on).boleh == "nanti"
    message = OVER if waited else CHANGED
    if waited and BIRTH in talk.given(GUIDE):
        message = OLD_ENOUGH
    reply = show(scene, talk.with_(guide=GUIDE, aside=None, unclear=0))
    first, *others = reply.screens
    return Reply(reply.conversation, (first.under(message, scene.say(message)), *others))


def remembered(scene: Scene) -> Conversation:
    """The conversation, with the day on which it shows an outcome of `cek-hak`, if it does."""
    talk = scene.conversation
    guide = scene.guide
    if guide is None or guide.id != GUIDE or talk.aside is not None:
        return talk
    seen_on = scene.today if isinstance(scene.position(guide).step, End) else None
    return talk if seen_on == talk.seen_on else talk.with_(seen_on=seen_on)


def _step(scene: Scene, guide: Guide, day: date) -> Step:
    return locate(guide, scene.conversation.given(guide.id), scene.library.numbers, day).step
