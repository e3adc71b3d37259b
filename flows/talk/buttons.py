"""Buttons: `ACTIONS` change the conversation, the views of `flows.views` only cover it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from flows.buttons import pack, unpack
from flows.content.guide import Ask, End
from flows.conversation import Conversation
from flows.scene import Scene
from flows.talk import facts
from flows.talk.covering import covered, uncovered
from flows.talk.media import media
from flows.talk.reply import Reply, show
from flows.views import aside_screen


class Action(NamedTuple):
    """What a button does to the conversation, and how many arguments it carries.

    `change` returns None when the button no longer fits what is on the screen.
    """

    change: Callable[..., Conversation | None]
    arguments: int = 0


def pressed(scene: Scene, data: str, message_id: int = 0) -> Reply:
    """The reply to a button: the changed conversation, or the current screen and a short note."""
    tap = unpack(data)
    asked = media(scene, tap.action, message_id) if tap else None
    if asked is not None:
        return asked
    if tap and tap.action in REPLIES:
        return REPLIES[tap.action](scene, *tap.args[:1])
    action = ACTIONS.get(tap.action) if tap else None
    if tap and action and len(tap.args) == action.arguments:
        changed = action.change(scene, *tap.args)
        if changed is not None:
            return show(scene, changed, in_place=True)
    elif aside_screen(scene, data) is not None:
        shown = show(scene, covered(scene.conversation, data), in_place=True)
        return replace(shown, unanswered=_missed(scene, data))
    reply = show(scene, scene.conversation, in_place=True)
    if tap and tap.action == "a" and _is_repeated(scene, tap.args):
        return reply
    return replace(reply, toast=scene.label("tombol_lama"))


def erase(scene: Scene, *_: str) -> Reply:
    """Forgets everything about this chat, at once, and says so."""
    empty = Conversation(aside=pack("n", "hapus_selesai"))
    return replace(show(scene, empty, in_place=True), conversation=Conversation(), erase=True)


def remove(scene: Scene, message_id: str = "") -> Reply:
    """Takes a photo or file of the participant out of the chat."""
    reply = show(scene, uncovered(scene.conversation), in_place=True)
    if not message_id.isdigit():
        return reply
    return replace(reply, delete=int(message_id), toast=scene.label("foto_dihapus"))


def _missed(scene: Scene, data: str) -> str | None:
    """The question asked before, when this press says that the topics shown do not answer it."""
    talk = scene.conversation
    shown, wanted = unpack(talk.aside or ""), unpack(data)
    if shown is None or wanted is None:
        return None
    no_use = (shown.action, wanted.action) in {("q", "u"), ("f", "hn")}
    return talk.asked if no_use else None


def _is_repeated(scene: Scene, args: tuple[str, ...]) -> bool:
    """A second tap on the same answer, sent before the first one changed the screen."""
    if len(args) != ACTIONS["a"].arguments:
        return False
    guide, step, answer = args
    return scene.conversation.given(guide).get(step) == answer


def choose(scene: Scene, guide_id: str, step_id: str, answer: str) -> Conversation | None:
    """An answer to the current question; None when the question is no longer the current one."""
    guide = scene.guide
    if guide is None or guide.id != guide_id:
        return None
    step = scene.position(guide).step
    if not isinstance(step, Ask) or step.id != step_id or answer not in step.options:
        return None
    return scene.conversation.answered(guide_id, step_id, answer)


def open_guide(scene: Scene, guide_id: str) -> Conversation | None:
    """Goes to a guide, remembering where to come back; a finished one starts afresh."""
    if guide_id not in scene.library.guides:
        return None
    talk = scene.conversation
    if _is_filed(scene):
        talk = talk.with_(back_to=())
    if guide_id in talk.back_to:
        return _come_back(scene, guide_id)
    back_to = talk.back_to
    if scene.guide and scene.guide.id != guide_id and _wants_return(scene):
        back_to = (*back_to, scene.guide.id)[-3:]
    opened = talk.with_(guide=guide_id, aside=None, unclear=0, back_to=back_to, noted={})
    position = scene.with_(opened).position(scene.library.guides[guide_id])
    if isinstance(position.step, End):
        return opened.with_(answers={**opened.answers, guide_id: {}})
    return opened


def _is_filed(scene: Scene) -> bool:
    step = scene.position(scene.guide).step if scene.guide else None
    return isinstance(step, End) and step.filed


def _wants_return(scene: Scene) -> bool:
    step = scene.position(scene.guide).step if scene.guide else None
    return isinstance(step, Ask) or (isinstance(step, End) and step.come_back)


def _come_back(scene: Scene, guide_id: str) -> Conversation:
    """Back in a guide left for another one; if it had ended, its last question is asked again."""
    back_to = scene.conversation.back_to
    talk = scene.conversation.with_(
        guide=guide_id, aside=None, unclear=0, back_to=back_to[: back_to.index(guide_id)]
    )
    position = scene.with_(talk).position(scene.library.guides[guide_id])
    if isinstance(position.step, End) and position.passed:
        return talk.without(guide_id, position.passed[-1].id)
    return talk


def back(scene: Scene) -> Conversation:
    """Uncovers the step; else takes back the last answer; else leaves the guide.

    It leaves for the guide that sent here, or for the menu.
    """
    talk = scene.conversation
    guide = scene.guide
    if talk.aside or guide is None:
        return uncovered(talk)
    passed = scene.position(guide).passed
    if passed:
        return talk.without(guide.id, passed[-1].id)
    if talk.back_to and talk.back_to[-1] in scene.library.guides:
        return _come_back(scene, talk.back_to[-1])
    return talk.with_(guide=None)


def uncover(scene: Scene) -> Conversation:
    """Back to the step as it was."""
    return uncovered(scene.conversation)


def restart(scene: Scene) -> Conversation:
    """Throws the answers of the current guide away and begins it again."""
    talk = scene.conversation
    if scene.guide is None:
        return talk.with_(aside=None)
    return talk.with_(answers={**talk.answers, scene.guide.id: {}}, aside=None)


def edit(scene: Scene, guide_id: str, step_id: str) -> Conversation | None:
    """Asks one earlier question again; the later answers stay."""
    if scene.guide is None or scene.guide.id != guide_id:
        return None
    return scene.conversation.without(guide_id, step_id)


def helped(scene: Scene, *_: str) -> Reply:
    """The answer helped: thanks, and back to where the question came from."""
    shown = show(scene, uncovered(scene.conversation), in_place=True)
    return replace(shown, toast=scene.label("terima_kasih_nilai"))


def tick(scene: Scene, paper: str) -> Conversation | None:
    """Ticks a paper of the list, or takes the tick back."""
    talk = scene.conversation
    if paper not in scene.library.papers:
        return None
    ticked = tuple(name for name in talk.ticked if name != paper)
    if paper not in talk.ticked:
        ticked = (*ticked, paper)
    return talk.with_(ticked=ticked, aside=pack("p"))


REPLIES: Mapping[str, Callable[..., Reply]] = {"H": erase, "X": remove, "hy": helped}
"""Buttons that do more than change the conversation."""


ACTIONS: Mapping[str, Action] = {
    "a": Action(choose, 3),
    "g": Action(open_guide, 1),
    "k": Action(back),
    "d": Action(uncover),
    "R": Action(restart),
    "e": Action(edit, 2),
    "pt": Action(tick, 1),
    "ny": Action(facts.accept),
    "nn": Action(facts.refuse),
}
