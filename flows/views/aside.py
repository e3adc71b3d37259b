"""What covers a step for a moment: a trouble, the reason for a question, the answers so far."""

from __future__ import annotations

from flows.answers import Answer
from flows.aside import WHOLE, Aside, View
from flows.content.guide import Ask
from flows.presses import Act, Action
from flows.scene import Scene
from flows.screen import Button, Screen, in_pairs
from flows.texts.html import bold, lines, paragraphs
from flows.views.evidence import evidence_button
from flows.views.told import told_answer

STUCK = 2
"""Met the same trouble so often: it is time to offer a person."""


def back_to_step(scene: Scene, label: str = "tombol_sudah_beres") -> tuple[Button, ...]:
    """The button that leads back to the current step, when there is one."""
    return (scene.button(label, Action.UNCOVER),) if scene.guide else ()


def trouble_screen(scene: Scene, trouble_id: str) -> Screen | None:
    """Cause and remedy of a trouble, and the ways on: the step, a guide, more, a person."""
    trouble = scene.library.troubles.get(trouble_id)
    if trouble is None:
        return None
    choices = list(back_to_step(scene))
    if trouble.guide and trouble.guide != scene.conversation.guide:
        choices.append(scene.way_to(trouble.guide))
    further: list[Button] = []
    if trouble.topic:
        further.append(scene.button("tombol_selengkapnya", View.TOPIC, trouble.topic, WHOLE))
    further += evidence_button(scene, trouble.stands_on, Answer.TROUBLE, trouble_id)
    source = scene.voice.source(trouble.stands_on, below=trouble.body)
    who = scene.say(f"diperbaiki_{trouble.fix_by}")
    locks = scene.say("coba_lagi_terkunci") if trouble.retry_locks else ""
    about = lines(locks, who, source)
    again = scene.conversation.stuck.get(trouble_id, 0) >= STUCK
    still = scene.say("masih_buntu") if again else ""
    return Screen(
        id=f"trouble/{trouble.id}",
        text=paragraphs(bold(trouble.label), still, scene.html(trouble), about),
        choices=tuple(choices),
        nav=(*in_pairs(further), scene.foot()),
    )


def other_screens(scene: Scene) -> Screen | None:
    """All the known troubles of the current step."""
    step = scene.position(scene.guide).step if scene.guide else None
    if not isinstance(step, Ask):
        return None
    troubles = [scene.library.troubles[name] for name in step.troubles]
    return Screen(
        id="other-screens",
        text=scene.say("layar_lain"),
        choices=(
            *(Button(trouble.label, Aside(View.TROUBLE, (trouble.id,))) for trouble in troubles),
            scene.button("tombol_tidak_ada_di_daftar", View.OFFICER),
        ),
        nav=(scene.foot(),),
    )


def why_screen(scene: Scene) -> Screen | None:
    """Why the current question is asked."""
    step = scene.position(scene.guide).step if scene.guide else None
    if not isinstance(step, Ask) or not step.why:
        return None
    return Screen(
        id="why",
        text=paragraphs(scene.say("kenapa"), scene.library.inline(step.why, scene.today)),
        choices=(scene.button("tombol_kembali_langkah", Action.UNCOVER),),
        nav=(scene.foot(),),
    )


def summary_screen(scene: Scene) -> Screen | None:
    """The answers so far as numbered buttons; pressing one changes it."""
    guide = scene.guide
    if guide is None:
        return None
    position = scene.position(guide)
    return Screen(
        id="summary",
        text=scene.say("ringkasan" if position.passed else "tidak_ada_jawaban"),
        choices=tuple(
            Button(
                told_answer(
                    scene,
                    step,
                    position.answers[step.id],
                    scene.conversation.span(guide.id, step.id),
                    brief=True,
                ),
                Act(Action.EDIT, (guide.id, step.id)),
            )
            for step in position.passed
        ),
        nav=(
            (scene.button("tombol_kembali_langkah", Action.UNCOVER),),
            (scene.button("tombol_ulang", View.RESTART),),
            scene.foot(),
        ),
    )
