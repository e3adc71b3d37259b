"""What an officer is told of somebody's claim: what the law says of it, and everything answered.

All of it comes from the guides that were walked, so that nothing has to be asked twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from flows.content.guide import Guide
from flows.rights.cek_hak import BIRTH, GUIDE, judge
from flows.rights.eligibility import Eligibility
from flows.rights.facts import SAID
from flows.scene import Scene
from flows.texts.spoken import long_date
from flows.views.papers import papers_of
from flows.views.told import told_answer

WEIGHTY: Final = frozenset(
    {
        "keadaan", "sebab_berhenti", "sebab_bekerja", "sebab_lain", BIRTH, "tanggal_berhenti",
        "hari_terakhir", "status", "saldo", "kpj",
    }
)  # fmt: skip
"""The steps of `cek-hak` (`READS`) that an officer looks for first."""

MISSING: Final = 2
"""So many unknown facts are named."""


class Known(NamedTuple):
    """What is known of a claim, each as people read it.

    verdict: empty before anything was answered. reason: why it is not open, one sentence. facts:
    the answers to all guides, those of `cek-hak` first. papers, lacking: at hand, and not.
    """

    verdict: str = ""
    reason: str = ""
    facts: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


def known_of(scene: Scene) -> Known:
    """All that was told so far."""
    answered = bool(scene.conversation.given(GUIDE)) and GUIDE in scene.library.guides
    outcome = _judged(scene) if answered else None
    papers, lacking = _papers(scene) if answered or scene.conversation.ticked else ((), ())
    return Known(
        verdict=_verdict(scene, outcome) if outcome else "",
        reason=outcome.alasan if outcome and outcome.boleh in ("tidak", "tanya") else "",
        facts=tuple(dict.fromkeys(_facts(scene))),
        papers=papers,
        lacking=lacking,
    )


def _judged(scene: Scene) -> Eligibility:
    return judge(scene.conversation.given(GUIDE), scene.library.numbers, scene.today)


def _verdict(scene: Scene, outcome: Eligibility) -> str:
    """ "boleh · 100% · JMO"."""
    opens = {"mulai": long_date(outcome.mulai)} if outcome.mulai else {}
    said = [scene.label(f"putusan_{outcome.boleh}", **opens)]
    if outcome.kanal:
        said += [f"{outcome.bagian}%", scene.label(f"putusan_kanal_{outcome.kanal[0]}")]
    elif outcome.perlu:
        missing = ", ".join(SAID[name] for name in outcome.perlu[:MISSING] if name in SAID)
        said.append(scene.label("putusan_kurang", fakta=missing))
    return " · ".join(said)


def _facts(scene: Scene) -> Iterator[str]:
    if scene.conversation.holder:
        yield scene.label("fakta_milik", siapa=scene.named_holder)
    walked = sorted(scene.conversation.answers, key=lambda name: name != GUIDE)
    for name in walked:
        guide = scene.library.guides.get(name)
        if guide is not None:
            yield from _told(scene, guide)


def _told(scene: Scene, guide: Guide) -> Iterator[str]:
    """What was told in a guide, the weighty answers of `cek-hak` first."""
    position = scene.position(guide)
    chosen = [step for step in position.passed if step.has_choice]
    if guide.id == GUIDE:
        chosen.sort(key=lambda step: step.id not in WEIGHTY)
    for step in chosen:
        span = scene.conversation.span(guide.id, step.id)
        yield told_answer(scene, step, position.answers[step.id], span)


def _papers(scene: Scene) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The papers of this claim: ticked, and not."""
    ticked = scene.conversation.ticked
    named = [(one.id, scene.library.papers[one.id].label) for one in papers_of(scene)]
    there = tuple(label for name, label in named if name in ticked)
    return there, tuple(label for name, label in named if name not in ticked)
