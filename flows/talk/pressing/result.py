"""How a claim went: counted once, thanked for, and answered with what helps now."""

from __future__ import annotations

from dataclasses import replace

from flows.aside import Aside, View
from flows.content.guide import End
from flows.conversation import Awaited
from flows.scene import Scene
from flows.talk.covering import uncovered
from flows.talk.reply import Reply, show
from flows.views.result import Came, ClaimResult, came_of, details, still_awaited


def tell_result(scene: Scene, name: str, detail: str) -> Reply | None:
    """The second tap, or the only one when there is no news."""
    claim, came = still_awaited(scene), came_of(name)
    if claim is None or came is None or detail not in details(scene, claim, came):
        return None
    waits = came is Came.NOTHING
    told = claim.model_copy(update={"is_waiting": waits, "is_told": not waits})
    talk = uncovered(scene.conversation).with_(awaited=told)
    helps = _helps(scene, came, detail)
    reply = show(scene, talk.with_(aside=helps) if helps else talk, in_place=True)
    thanked = replace(reply, toast=scene.label("hasil_terima_kasih"))
    if waits and claim.is_waiting:
        return thanked  # counted already
    return replace(thanked, result=_result(scene, claim, came, detail))


def _result(scene: Scene, claim: Awaited, came: Came, detail: str) -> ClaimResult:
    guide = scene.library.guides.get(claim.guide)
    end = guide.step(claim.end) if guide else None
    stands_on = end.stands_on if isinstance(end, End) else ()
    return ClaimResult(came, detail, stands_on, scene.conversation.office or "")


def _helps(scene: Scene, came: Came, detail: str) -> Aside | None:
    """What to do about it: the topic of the reason, the page of the paper."""
    if came is Came.ASKED and detail in scene.library.papers:
        return Aside(View.PAPER, (detail,))
    trouble = scene.library.troubles.get(detail) if came is Came.REFUSED else None
    topic = (trouble.topic if trouble else None) or ""
    return Aside(View.TOPIC, (topic,)) if topic in scene.library.topics else None
