"""What was understood, said back above what comes next, with a tap to change it.

Nothing that somebody typed becomes an answer unseen: a misread word is noticed at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.content.guide import Ask, Guide
from flows.conversation import Conversation
from flows.presses import Action
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.views.told import told_answer

NOTED = "dicatat"


def said_back(scene: Scene, talk: Conversation, step: Ask, message: str = NOTED) -> Reply:
    """Shows what the conversation stands at now, below what was understood: mostly of `step`.

    message: how it is said. Of "yes, I see it" there is nothing to say back, and an outcome of
    `cek-hak` begins with what was told; what was changed is said above it all the same, for it
    names the weightiest answers only.
    """
    reply = show(scene, talk)
    if scene.guide is None or not step.has_choice or step.id not in talk.given(scene.guide.id):
        return reply
    shown, *others = reply.screens
    if message != NOTED or scene.with_(talk).question is not None or scene.guide.id != GUIDE:
        told = " · ".join(_new(scene, scene.guide, talk, step))
        shown = shown.under(message, scene.say(message, jawaban=told), whole=True)
    change = scene.button("tombol_ubah", Action.EDIT, scene.guide.id, step.id)
    return replace(reply, screens=(replace(shown, nav=((change,), *shown.nav)), *others))


def _new(scene: Scene, guide: Guide, talk: Conversation, asked: Ask) -> Iterator[str]:
    """The answer to what was asked, and every other one that the same words gave."""
    before, now = scene.conversation.given(guide.id), talk.given(guide.id)
    for step in guide.steps:
        if not isinstance(step, Ask) or not step.has_choice or step.id not in now:
            continue
        if step.id == asked.id or before.get(step.id) != now[step.id]:
            yield told_answer(scene, step, now[step.id], talk.span(guide.id, step.id))
