"""A question in few words that leans on what is known: "bisa lewat JMO?", after the balance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.content.named import LIMIT, PART_CLAIM, PURPOSES
from flows.ears import Heard
from flows.ears.facts.in_text import BALANCE
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.views.told import told_answer

CAUSE: Final = "sebab_lain"

DECIDES: Final = (CAUSE, BALANCE)
"""Steps of `cek-hak` whose answers decide whether JMO will do, the stronger first."""

ANYWAY: Final = "klaim lewat jmo"
"""What is asked about where nothing is known that decides it."""


def asked_of_known(scene: Scene, heard: Heard) -> Reply | None:
    """The topic that answers a few words together with what was told before."""
    if heard.forwarded:
        return None
    if heard.manner.asks_of_channel:
        return _of_channel(scene, heard)
    in_part = scene.guide is not None and scene.guide.id == PART_CLAIM
    if in_part and heard.manner.asks_of_portion:
        return _answered(scene, heard, " ".join(_told(scene)))
    return None


def _of_channel(scene: Scene, heard: Heard) -> Reply | None:
    """Whether JMO will do hangs on the balance, or on why somebody claims."""
    talk = scene.conversation
    guide, shown = scene.library.guides.get(GUIDE), talk.under(View.TOPIC)
    if guide is None or not (talk.guide == GUIDE or talk.noted):
        # "Berarti ga bisa pakai aplikasi", below the limit of JMO.
        leans = shown is not None and shown.about == LIMIT
        return _answered(scene, heard, talk.asked or "") if leans else None
    known = {**talk.given(GUIDE), **talk.noted}
    told = (step for name in DECIDES for step in guide.steps if step.id == name and name in known)
    step = next(told, None)
    context = told_answer(scene, step, known[step.id]) if isinstance(step, Ask) else ANYWAY
    return _answered(scene, heard, context)


def _told(scene: Scene) -> Iterator[str]:
    """What a claim of a part is for, as it was told."""
    guide = scene.guide
    if guide is None:
        return
    yield guide.title
    given = scene.conversation.given(guide.id)
    for step in guide.steps:
        if isinstance(step, Ask) and step.id in PURPOSES and step.id in given:
            yield scene.plain(step.options.get(given[step.id], ""))


def _answered(scene: Scene, heard: Heard, context: str) -> Reply | None:
    topics = heard.after(context).topics
    if topics.act != "answer" or topics.best is None:
        return None
    aside = Aside(View.TOPIC, (topics.best,))
    return show(scene, scene.conversation.with_(aside=aside, asked=heard.quoted, unclear=0))
