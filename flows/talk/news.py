"""What has become of an outcome while somebody was away: the waiting month is over."""

from __future__ import annotations

from datetime import date

from flows.content.guide import End, Guide, Step
from flows.conversation import Conversation
from flows.ears.facts.in_text import AT_WORK, LAST_DAY, LEAVING
from flows.rights.cek_hak import BIRTH, GUIDE, judge
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.texts.spoken import long_date
from flows.views.result import awaited_at
from flows.walk import locate

OVER = "waktu_lewat"
CHANGED = "sudah_berubah"
OLD_ENOUGH = "umur_tercapai"
LAST_DAY_OVER = "hari_terakhir_lewat"


def news(scene: Scene) -> Reply | None:
    """Where `cek-hak` stands today, if that is elsewhere than on the day its outcome was shown."""
    talk = scene.conversation
    guide, seen_on = scene.library.guides.get(GUIDE), talk.seen_on
    if guide is None or seen_on is None:
        return None
    if _step(scene, guide, seen_on).id == _step(scene, guide, scene.today).id:
        return None
    over = _last_day_over(scene)
    if over is not None:
        return over
    waited = judge(talk.given(GUIDE), scene.library.numbers, seen_on).boleh == "nanti"
    message = OVER if waited else CHANGED
    if waited and BIRTH in talk.given(GUIDE):
        message = OLD_ENOUGH
    reply = show(scene, talk.with_(guide=GUIDE, aside=None, unclear=0))
    first, *others = reply.screens
    return Reply(reply.conversation, (first.under(message, scene.say(message)), *others))


def _last_day_over(scene: Scene) -> Reply | None:
    """Who was still at work, up to a day that is over now, is asked how it is today: what was said
    then tells nothing of it. The day is kept, as the one on which they may have left."""
    talk = scene.conversation
    given, (at_work, value) = talk.given(GUIDE), AT_WORK
    day = given.get(LAST_DAY, "")
    if given.get(at_work) != value or not _is_over(day, scene.today):
        return None
    span = talk.span(GUIDE, LAST_DAY)
    kept = talk.without(GUIDE, at_work, LAST_DAY)
    kept = kept.told(GUIDE, {LEAVING: day}, {LEAVING: span} if span else {})
    reply = show(scene, kept.with_(guide=GUIDE, unclear=0))
    first, *others = reply.screens
    said = scene.say(LAST_DAY_OVER, tanggal=long_date(date.fromisoformat(day)))
    return Reply(reply.conversation, (first.under(LAST_DAY_OVER, said), *others))


def _is_over(day: str, today: date) -> bool:
    # A day that is not known yet is no day.
    return day[:1].isdigit() and date.fromisoformat(day) < today


def remembered(scene: Scene) -> Conversation:
    """The conversation, with the claim that is filed now, and with the day on which it shows an
    outcome of `cek-hak`, if it does."""
    talk, awaited = scene.conversation, awaited_at(scene)
    if awaited != talk.awaited:
        talk = talk.with_(awaited=awaited)
    guide = scene.guide
    if guide is None or guide.id != GUIDE or talk.aside is not None:
        return talk
    seen_on = scene.today if isinstance(scene.position(guide).step, End) else None
    return talk if seen_on == talk.seen_on else talk.with_(seen_on=seen_on)


def _step(scene: Scene, guide: Guide, day: date) -> Step:
    return locate(guide, scene.conversation.given(guide.id), scene.library.numbers, day).step
