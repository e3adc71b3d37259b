"""Changing an answer by words: what is said to be right takes its place, and is said back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.aside import Aside, View
from flows.content.guide import Ask, Guide
from flows.conversation import Conversation, Span
from flows.ears import Heard
from flows.language.understanding import Understood
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.options import chosen
from flows.talk.reply import Reply, show
from flows.talk.saying_back import said_back
from flows.talk.values import value_of

CHANGED = "diubah"
FEWEST_WORDS = 2


def corrected(scene: Scene, heard: Heard) -> Reply | None:
    """ "Eh salah, maret": the newest answer that this can be said of is changed.

    Which one is meant is asked where that cannot be told: the answers are shown as buttons.
    """
    correction = heard.correction
    if correction is None or scene.guide is None or not any(_chosen_so_far(scene)):
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
    told = [(step, found) for step in _chosen_so_far(scene) if (found := _read(scene, step, heard))]
    if len(told) != 1:
        return None
    [(step, found)] = told
    return _with(scene, step, found)


def _changed(scene: Scene, heard: Heard) -> Reply | None:
    for step in _chosen_so_far(scene):
        found = _read(scene, step, heard)
        if found is not None:
            return _with(scene, step, found)
    return None


def _is_answer(scene: Scene, heard: Heard) -> bool:
    """Whether it answers the question at hand rather than one before it."""
    return scene.question is not None and _read(scene, scene.question, heard) is not None


def _with(scene: Scene, step: Ask, found: Understood[str]) -> Reply:
    guide = scene.conversation.guide or ""
    spans: dict[str, Span] = {step.id: found.span} if found.span else {}
    talk: Conversation = scene.conversation.told(guide, {step.id: found.value}, spans)
    return said_back(scene, talk.with_(aside=None, unclear=0), step, CHANGED)


def _chosen_so_far(scene: Scene) -> Iterator[Ask]:
    """The answered questions, the newest first."""
    passed = scene.position(scene.guide).passed if scene.guide else ()
    return (step for step in reversed(passed) if step.has_choice)


def _read(scene: Scene, step: Ask, heard: Heard) -> Understood[str] | None:
    """The answer to this question that a text would be, where it is another one than is known."""
    guide = scene.guide
    if guide is None:
        return None
    found = value_of(step, heard) or _option(scene, guide, step, heard)
    known = scene.conversation.given(guide.id).get(step.id)
    return found if found is not None and found.value != known else None


def _option(scene: Scene, guide: Guide, step: Ask, heard: Heard) -> Understood[str] | None:
    labels = {key: scene.plain(label) for key, label in step.options.items()}
    ways = heard.ears.ways.get((guide.id, step.id))
    option = chosen(heard, labels, ways, polite=heard.mood.polite)
    return Understood(option) if option else None
