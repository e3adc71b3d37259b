"""What was understood, said back above what comes next, with a tap to change it.

Nothing that somebody typed becomes an answer unseen: a misread word is noticed at once.
"""

from __future__ import annotations

from dataclasses import replace

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.presses import Action
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.reply import Reply, show
from flows.views.told import told_answer


def said_back(scene: Scene, talk: Conversation, step: Ask, message: str = "dicatat") -> Reply:
    """Shows what the conversation stands at now, below what was understood at `step`.

    message: how it is said. Of "yes, I see it" there is nothing to say back, and an outcome of
    `cek-hak` begins with everything that was told.
    """
    reply = show(scene, talk)
    guide = talk.guide or ""
    answer = talk.given(guide).get(step.id)
    if answer is None or not step.has_choice:
        return reply
    shown, *others = reply.screens
    if scene.with_(talk).question is not None or guide != GUIDE:
        told = told_answer(scene, step, answer, talk.span(guide, step.id))
        shown = shown.under(message, scene.say(message, jawaban=told))
    change = scene.button("tombol_ubah", Action.EDIT, guide, step.id)
    return replace(reply, screens=(replace(shown, nav=((change,), *shown.nav)), *others))
