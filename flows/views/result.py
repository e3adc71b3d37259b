"""How a claim went: told in two taps by who has filed it, so that it can be counted.

What is counted names no person: which statements the outcome stood on, the branch, the answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flows.aside import Aside, View
from flows.content.guide import Ask, End, FixedBy, Guide
from flows.content.named import FILED_BY, FILED_WITH, TRACKING
from flows.conversation import Awaited
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.texts.html import paragraphs
from flows.views.papers import papers_of
from flows.voice import Voice


class Came(StrEnum):
    """What became of a claim."""

    PAID = "diterima"
    REFUSED = "ditolak"
    ASKED = "diminta"
    """another paper is asked for"""
    NOTHING = "belum"
    """no news yet: told at once, without a second tap"""


SECOND: Final = (Came.PAID, Came.REFUSED, Came.ASKED)
"""Those of which there is more to tell: after how long, why, which paper."""

DAYS: Final = (3, 5, 10)
"""Up to so many working days until the money was there."""

LONGER: Final = "lebih"
"""More than the last of them."""

OTHER: Final = "lain"
"""None of those listed."""

NO_MORE: Final = "-"
"""There is nothing more to tell."""

MOST: Final = 5
"""So many papers or reasons are listed."""

OF_OTHERS: Final[frozenset[FixedBy]] = frozenset({"kantor", "perusahaan", "dukcapil"})
"""Who can mend what a claim is refused for; the rest is mended in the app and tried again."""


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """What somebody told. `detail`: a paper, a trouble, one of `DAYS`, `LONGER`; `office` is empty
    where no branch is known."""

    came: Came
    detail: str
    stands_on: tuple[str, ...]
    office: str


def tells(guide: Guide, end: End) -> bool:
    """Whether an outcome is followed by waiting for an answer."""
    return end.filed or TRACKING in (guide.id, *end.next)


def awaited_at(scene: Scene) -> Awaited | None:
    """The claim somebody waits for, as of where they stand; the next one only once it is filed."""
    known, guide = scene.conversation.awaited, scene.guide
    if guide is None:
        return known
    step = scene.position(guide).step
    here = Awaited(guide=guide.id, end=step.id)
    if isinstance(step, Ask):
        again = known is not None and known.is_told and known.guide == guide.id
        return None if again else known
    if not tells(guide, step):
        return known
    if known is None:
        return here
    return here if step.filed and (known.guide, known.end) != (here.guide, here.end) else known


def still_awaited(scene: Scene) -> Awaited | None:
    """The claim of which it is not known how it went."""
    claim = awaited_at(scene)
    return None if claim is None or claim.is_told else claim


def result_button(scene: Scene) -> tuple[Button, ...]:
    """The way to tell; none where there is nothing to tell of."""
    return (scene.button("tombol_hasil", View.RESULT),) if still_awaited(scene) else ()


def result_screen(scene: Scene) -> Screen | None:
    """How did it go?"""
    if still_awaited(scene) is None:
        return None
    return Screen(
        id="result",
        text=scene.say("hasil_tanya"),
        choices=tuple(Button(scene.label(f"tombol_hasil_{came}"), _next(came)) for came in Came),
        nav=(scene.foot(),),
    )


def _next(came: Came) -> Act | Aside:
    if came is Came.NOTHING:
        return Act(Action.RESULT, (came, NO_MORE))
    return Aside(View.RESULT_DETAIL, (came,))


def result_detail_screen(scene: Scene, name: str) -> Screen | None:
    """The second question: after how long, which paper, or why."""
    claim, came = still_awaited(scene), came_of(name)
    if claim is None or came not in SECOND:
        return None
    listed = details(scene, claim, came)
    return Screen(
        id=f"result/{came}",
        text=paragraphs(scene.say(f"hasil_{came}")),
        choices=tuple(
            Button(label, Act(Action.RESULT, (came, key))) for key, label in listed.items()
        ),
        nav=(scene.foot(),),
    )


def came_of(name: str) -> Came | None:
    """What a button says; None for one that is forged."""
    return next((came for came in Came if came.value == name), None)


def details(scene: Scene, claim: Awaited, came: Came) -> Mapping[str, str]:
    """What can be told more of it: key → label."""
    library = scene.library
    match came:
        case Came.PAID:
            return day_labels(scene.voice)
        case Came.ASKED:
            at_claim = scene.with_(scene.conversation.with_(guide=claim.guide))
            custom_first = sorted(papers_of(at_claim), key=lambda paper: paper.status == "wajib")
            found = {each.id: library.papers[each.id].label for each in custom_first[:MOST]}
        case Came.REFUSED:
            found = {name: library.troubles[name].label for name in refusals(scene, claim)}
        case Came.NOTHING:
            return {NO_MORE: ""}
    return {**found, OTHER: scene.label("tombol_hasil_lain")}


def day_labels(voice: Voice) -> Mapping[str, str]:
    """How many working days it took: key → label."""
    within = {str(days): voice.label("tombol_hari_sampai", hari=days) for days in DAYS}
    return {**within, LONGER: voice.label("tombol_hari_lebih", hari=DAYS[-1])}


def refusals(scene: Scene, claim: Awaited) -> Sequence[str]:
    """Why a claim like this is refused: troubles of its guide that others have to mend, those met
    at most steps first; of all guides that file one, where it is not known how it was filed."""
    guides = scene.library.guides
    way = scene.conversation.given(TRACKING).get(FILED_BY, "")
    own = guides.get(FILED_WITH.get(way, claim.guide) if claim.guide == TRACKING else claim.guide)
    filing = [own] if own is not None and _files(own) else filter(_files, guides.values())
    met = Counter(name for guide in filing for name in _troubles(guide))
    known = scene.library.troubles
    ranked = (name for name, _times in met.most_common() if known[name].fix_by in OF_OTHERS)
    return tuple(ranked)[:MOST]


def _files(guide: Guide) -> bool:
    return any(isinstance(step, End) and step.filed for step in guide.steps)


def _troubles(guide: Guide) -> Iterator[str]:
    for step in guide.steps:
        if isinstance(step, Ask):
            yield from step.troubles
