"""Changing an answer by words: what is said to be right takes its place, and is said back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.aside import Aside, View
from flows.content.guide import Ask
from flows.conversation import Conversation, Span
from flows.ears import Heard
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.narrowing import decides, narrowed
from flows.talk.options import is_listed, option_of
from flows.talk.reply import Reply, show
from flows.talk.saying_back import said_back
from flows.talk.values import is_guess, value_of

CHANGED = "diubah"
FEWEST_WORDS = 2


def corrected(scene: Scene, heard: Heard) -> Reply | None:
    """ "Eh salah, maret": the newest answer that this can be said of is changed.

    Which one is meant is asked where that cannot be told: the answers are shown as buttons.
    """
    correction = heard.correction
    if correction is None or scene.guide is None or not any(_chosen_so_far(scene)):
        return None
    if is_listed(scene, heard):
        return None
    if correction.instead:
        instead = replace(heard, text=correction.instead)
        if _is_answer(scene, instead):
            return None
        changed = _changed(scene, instead)
        if changed is not None:
            return changed
    return show(scene, scene.conversation.with_(aside=Aside(View.SUMMARY), unclear=0))


def reopened(scene: Scene, heard: Heard) -> Reply | None:
    """After an outcome of `cek-hak`: a fact that speaks against an answer changes both.

    A single word is none: "ya" says nothing new.
    """
    talk = scene.conversation
    if talk.guide != GUIDE or scene.question is not None or talk.aside:
        return None
    if heard.length < FEWEST_WORDS or not heard.is_brief:
        return None
    told = _told(scene, heard)
    if len(told) != 1 or _is_known(scene, *told[0]):
        return None
    return _with(scene, *told[0])


def _changed(scene: Scene, heard: Heard) -> Reply | None:
    """The newest answer it can be said of; else it repeats one."""
    told = _told(scene, heard)
    other = [each for each in told if not _is_known(scene, *each)]
    return next((_with(scene, *each) for each in (*other, *told)), None)


def _told(scene: Scene, heard: Heard) -> list[tuple[Ask, Understood[str]]]:
    """What a text would answer to each question so far, the newest first."""
    read = ((step, _read(scene, step, heard)) for step in _chosen_so_far(scene))
    return [(step, found) for step, found in read if found is not None]


def _is_known(scene: Scene, step: Ask, found: Understood[str]) -> bool:
    return scene.conversation.given(scene.conversation.guide or "").get(step.id) == found.value


def _is_answer(scene: Scene, heard: Heard) -> bool:
    """Whether it answers the question at hand rather than one before it."""
    return scene.question is not None and _read(scene, scene.question, heard) is not None


def _with(scene: Scene, step: Ask, found: Understood[str]) -> Reply:
    """The answer in the place of the one before; a guess is asked about here as at the question."""
    guide = scene.conversation.guide or ""
    if found.span and (is_guess(step, found) or decides(scene, step, found.span)):
        open_again = scene.conversation.without(guide, step.id)
        return narrowed(scene.with_(open_again), step, found.span)
    spans: dict[str, Span] = {step.id: found.span} if found.span else {}
    talk: Conversation = scene.conversation.told(guide, {step.id: found.value}, spans)
    return said_back(scene, talk.with_(aside=None, unclear=0), step, CHANGED)


def _chosen_so_far(scene: Scene) -> Iterator[Ask]:
    """The answered questions, the newest first."""
    passed = scene.position(scene.guide).passed if scene.guide else ()
    return (step for step in reversed(passed) if step.has_choice)


def _read(scene: Scene, step: Ask, heard: Heard) -> Understood[str] | None:
    """The answer to this question that a text would be."""
    found = value_of(step, heard)
    if found is not None:
        return found
    option = option_of(scene, step, heard).taken
    return Understood(option) if option else None
