"""The papers of this case as a tick list, and what to do about one that is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, get_args

from flows.answers import Answer
from flows.aside import Aside, View
from flows.presses import Act, Action
from flows.rights.cek_hak import GUIDE, judge
from flows.rights.facts import Cause
from flows.rights.papers import PAPERS, Standing, Surat
from flows.scene import Scene
from flows.screen import Button, Screen, in_pairs
from flows.texts.html import Html, bold, lines, paragraphs
from flows.views.evidence import evidence_button

CAUSE_OF_GUIDE: Final[Mapping[str, Cause]] = {
    "klaim-ahli-waris": "meninggal",
    "klaim-sebagian": "sebagian_10",
}
"""Guides that are about one cause; elsewhere the answers to cek-hak tell."""

PURPOSE: Final = ("klaim-sebagian", "keperluan")
"""Guide and step that ask what a part is taken for."""

CAUSE_OF_PURPOSE: Final[Mapping[str, Cause]] = {"pensiun": "sebagian_10", "rumah": "sebagian_30"}
"""Every answer to it: for a home, the house and the bank have papers too."""

_OPEN_BOX, _TICKED_BOX = "☐", "☑"


def papers_of(scene: Scene) -> tuple[Surat, ...]:
    """The papers of this case: of the guide's cause, or by cek-hak, else those of resignation."""
    cause = _cause_of_guide(scene)
    answers = scene.conversation.given(GUIDE)
    if cause is None and answers:
        decided = judge(answers, scene.library.numbers, scene.today)
        if decided.surat:
            return tuple(each for each in decided.surat if each.id in scene.library.papers)
    of_cause = (Surat(*each) for each in PAPERS[cause or "resign"].items())
    return tuple(each for each in of_cause if each.id in scene.library.papers)


def _cause_of_guide(scene: Scene) -> Cause | None:
    guide = scene.conversation.guide or ""
    partial, step = PURPOSE
    purpose = scene.conversation.given(guide).get(step) if guide == partial else None
    return CAUSE_OF_PURPOSE.get(purpose or "") or CAUSE_OF_GUIDE.get(guide)


def papers_screen(scene: Scene) -> Screen:
    """The tick list; pressing a paper ticks it or takes the tick back."""
    papers = papers_of(scene)
    names = [each.id for each in papers]
    ticked = set(scene.conversation.ticked)
    complete = scene.say("kertas_semua_ada") if ticked.issuperset(names) else ""
    boxes = tuple(
        Button(
            f"{_TICKED_BOX if name in ticked else _OPEN_BOX} {scene.library.papers[name].label}",
            Act(Action.TICK, (name,)),
        )
        for name in names
    )
    missing = () if complete else ((scene.button("tombol_belum_punya", View.PAPERS_MISSING),),)
    return Screen(
        id="papers",
        text=paragraphs(scene.say("daftar_kertas"), lines(*_standings(scene, papers)), complete),
        choices=boxes,
        nav=(*missing, scene.foot()),
    )


def _standings(scene: Scene, papers: Sequence[Surat]) -> Iterator[Html]:
    """How firmly each paper is asked for, one line for each standing there is."""
    for standing in get_args(Standing):
        those = [scene.library.papers[each.id].label for each in papers if each.status == standing]
        if those:
            yield scene.say(f"surat_{standing}", surat=", ".join(those))


def missing_papers_screen(scene: Scene) -> Screen:
    """Which paper is missing?"""
    missing = [each.id for each in papers_of(scene) if each.id not in scene.conversation.ticked]
    return Screen(
        id="papers/missing",
        text=paragraphs(scene.say("kertas_belum_punya"), scene.warning()),
        choices=tuple(
            Button(scene.library.papers[name].label, Aside(View.PAPER, (name,))) for name in missing
        ),
        nav=((scene.button("tombol_kertas", View.PAPERS),), scene.foot()),
    )


def paper_screen(scene: Scene, name: str) -> Screen | None:
    """What to do without this paper."""
    paper = scene.library.papers.get(name)
    if paper is None:
        return None
    source = scene.voice.source(paper.stands_on, below=paper.body)
    return Screen(
        id=f"paper/{name}",
        text=paragraphs(bold(paper.label), scene.html(paper), source),
        choices=(scene.button("tombol_kertas", View.PAPERS),),
        nav=(*in_pairs(evidence_button(scene, paper.stands_on, Answer.PAPER, name)), scene.foot()),
    )
