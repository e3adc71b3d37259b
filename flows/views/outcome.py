"""The outcome of a guide: the verdict and the one next thing first, all of it on request."""

from __future__ import annotations

from flows.answers import Answer
from flows.aside import WHOLE, View
from flows.content.guide import End, Guide
from flows.presses import Act, Action
from flows.rights.cek_hak import GUIDE
from flows.rights.standing import PART, TAX_AFTER_PART, standing_on
from flows.scene import Scene
from flows.screen import Button, Row, Screen, in_pairs
from flows.texts.html import Html, paragraphs
from flows.texts.spoken import long_date
from flows.views.decided import decided, law_alone
from flows.views.evidence import evidence_button
from flows.views.result import result_button, tells
from flows.views.told import has_chosen, told_answers, weighty_answers
from flows.walk import Position


def outcome_screen(
    scene: Scene, guide: Guide, position: Position, end: End, *, whole: bool = False
) -> Screen:
    """What comes next, in brief; `whole`: with papers, exceptions, and all that was told."""
    beside = decided(scene, guide, position)
    source = scene.voice.source(standing_on(end.stands_on, beside), below=end.body)
    return Screen(
        id=f"{guide.id}/{end.id}/{WHOLE}" if whole else f"{guide.id}/{end.id}",
        text=paragraphs(
            _told(scene, guide, whole=whole),
            scene.worked_out(end.body if whole else end.short, guide),
            _by_law(scene, guide, position),
            _taxed(scene, beside),
            *((scene.warning(), source) if end.calo else (source,)),
        ),
        choices=_next_guides(scene, end),
        nav=(*_more(scene, guide, position, end, whole=whole), scene.foot()),
    )


def details_screen(scene: Scene) -> Screen | None:
    """All of the outcome at which the guide has ended; None at a question."""
    if scene.guide is None:
        return None
    position = scene.position(scene.guide)
    if not isinstance(position.step, End):
        return None
    return outcome_screen(scene, scene.guide, position, position.step, whole=True)


def _more(
    scene: Scene, guide: Guide, position: Position, end: End, *, whole: bool
) -> tuple[Row, ...]:
    """The rest of the outcome, the papers, and the answers; these offer to begin again, too.

    The papers come with the rest, unless the short text sends there by name.
    """
    buttons: list[Button] = []
    papers = scene.button("tombol_kertas", View.PAPERS)
    brief = not whole and end.short != end.body
    if brief:
        buttons.append(scene.button("tombol_selengkapnya", View.DETAILS))
    if end.papers and (not brief or f'"{papers.label}"' in end.short):
        buttons.append(papers)
    if has_chosen(position):
        buttons.append(scene.button("tombol_ringkasan", View.SUMMARY))
    else:
        buttons.append(scene.button("tombol_ulang", View.RESTART))
    named = (Answer.OUTCOME, guide.id, end.id, *decided(scene, guide, position))
    buttons += evidence_button(scene, end.stands_on, *named)
    if scene.guide is not None and tells(scene.guide, end):
        buttons += result_button(scene)
    return in_pairs(buttons)


def _told(scene: Scene, guide: Guide, *, whole: bool) -> Html:
    """What an outcome stands on, so that a misunderstanding is seen before somebody acts on it."""
    if guide.id != GUIDE:
        return Html()
    whose = scene.say("hasil_untuk", siapa=scene.named_holder) if scene.named_holder else Html()
    every = tuple(told_answers(scene, guide))
    told = every if whole else tuple(weighty_answers(scene, guide))
    if not told:
        return whose
    left = len(every) - len(told)
    rest = scene.label("jawaban_lain", jumlah=left) if left else ""
    noted = scene.say("yang_dicatat", catatan=" · ".join(filter(None, (*told, rest))))
    return paragraphs(whose, noted)


def _by_law(scene: Scene, guide: Guide, position: Position) -> Html:
    """The earlier day of the law, beside the one that branches go by."""
    law = law_alone(scene, guide, position)
    if law is None:
        return Html()
    if law.mulai is None:
        return scene.say("hukum_sekarang")
    return scene.say("hukum_mulai", tanggal=long_date(law.mulai))


def _taxed(scene: Scene, beside: tuple[str, ...]) -> Html:
    """What a part taken earlier, or perhaps taken, does to the tax on everything."""
    said = scene.library.statements.those((TAX_AFTER_PART,) if PART in beside else ())
    return paragraphs(*(scene.inline(each.said(scene.today)) for each in said))


def _next_guides(scene: Scene, end: End) -> tuple[Button, ...]:
    coming = [
        Button(scene.library.guides[name].title, Act(Action.OPEN, (name,))) for name in end.next
    ]
    back_to = () if end.filed else scene.conversation.back_to
    if back_to and back_to[-1] in scene.library.guides and back_to[-1] not in end.next:
        coming.insert(0, scene.way_to(back_to[-1]))
    return tuple(coming)
