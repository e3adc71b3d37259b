"""Buttons: `ACTIONS` change the conversation, the views of `flows.views` only cover it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from flows.answers import read_named
from flows.arguments import Args, any_number, none, one, three, two
from flows.aside import Aside, View
from flows.content.guide import Ask, End
from flows.conversation import Conversation
from flows.ears import Heard
from flows.presses import Act, Action, CaseTap, Press, StaffTap
from flows.rights.cek_hak import GUIDE
from flows.scene import Scene
from flows.talk.answering.narrowing import latest_taken, part_chosen
from flows.talk.care.behalf import myself
from flows.talk.covering import covered, notes_of, uncovered
from flows.talk.pressing import evidence
from flows.talk.pressing.media import media
from flows.talk.pressing.result import tell_result
from flows.talk.reply import Reply, show
from flows.talk.telling import facts
from flows.views import covering_screen
from flows.views.changed import way_to_read


def pressed(scene: Scene, press: Press | None, message_id: int = 0) -> Reply:
    """The reply to a button: the changed conversation, or the current screen and a short note."""
    match press:
        case Aside():
            done = _shown(scene, press)
        case Act(Action.PICTURE | Action.VOICE as which):
            done = media(scene, which, message_id)
        case Act(Action.SHEET):
            done = evidence.sheet(scene, press.args, message_id)
        case Act():
            done = ACTIONS[press.action](scene, press.args)
        case StaffTap() | CaseTap() | None:
            done = None
    if done is not None:
        return done
    reply = show(scene, scene.conversation, in_place=True)
    if press is not None and _is_repeated(scene, press):
        return reply
    return replace(reply, toast=scene.label("tombol_lama"))


def _shown(scene: Scene, aside: Aside) -> Reply | None:
    """The view covers the step; None when it is forged, or what it shows is no longer there."""
    talk = covered(scene.conversation, aside)
    screen = covering_screen(scene.with_(talk))
    if screen is None:
        return None
    return Reply(talk, (screen,), in_place=True, unanswered=_missed(scene, aside))


def read(scene: Scene, args: Args) -> Reply | None:
    """An answer that has changed: the message that said so stays, for there may be others in it."""
    answer = read_named(args)
    shown = _shown(scene, way_to_read(answer)) if answer else None
    return replace(shown, in_place=False, beside=True) if shown else None


def erase(scene: Scene) -> Reply:
    """Forgets everything about this chat, at once, and says so."""
    empty = Conversation(aside=Aside(View.NOTICE, ("hapus_selesai",)))
    return replace(show(scene, empty, in_place=True), conversation=Conversation(), erase=True)


def remove(scene: Scene, message_id: str) -> Reply:
    """Takes a photo or file of the participant out of the chat."""
    reply = show(scene, uncovered(scene.conversation), in_place=True)
    if not message_id.isdecimal():
        return reply
    return replace(reply, delete=int(message_id), toast=scene.label("foto_dihapus"))


NO_USE = frozenset({(View.OFFER, View.PERSON), (View.TOPIC, View.RELATED)})
"""What was shown and what was pressed below it: none of the topics was the answer."""


def _missed(scene: Scene, wanted: Aside) -> Heard | None:
    """The question asked before, when this press says that the topics shown do not answer it."""
    talk = scene.conversation
    no_use = talk.aside is not None and (talk.aside.view, wanted.view) in NO_USE
    return scene.library.ears.hear(talk.asked, scene.today) if no_use and talk.asked else None


def _is_repeated(scene: Scene, press: Press) -> bool:
    """A second tap on the same answer, sent before the first one changed the screen."""
    match press:
        case Act(Action.ANSWER, (guide, step, answer)):
            return scene.conversation.given(guide).get(step) == answer
    return False


def choose(scene: Scene, guide_id: str, step_id: str, answer: str) -> Conversation | None:
    """An answer to the current question; None when the question is no longer the current one."""
    guide = scene.guide
    if guide is None or guide.id != guide_id:
        return None
    step = scene.position(guide).step
    if not isinstance(step, Ask) or step.id != step_id or answer not in step.options:
        return None
    talk = scene.conversation.answered(guide_id, step_id, answer)
    return talk.without_notes() if guide_id == GUIDE else talk


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
    waiting = notes_of(talk) if guide_id == GUIDE else None
    opened = talk.with_(guide=guide_id, aside=waiting, unclear=0, back_to=back_to)
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
    """Throws the answers of the current guide away and begins it again, for whoever writes."""
    talk = scene.conversation
    if scene.guide is None:
        return talk.with_(aside=None)
    return talk.held_by("").with_(answers={**talk.answers, scene.guide.id: {}}, aside=None)


def edit(scene: Scene, guide_id: str, step_id: str) -> Conversation | None:
    """Asks one earlier question again; the later answers stay."""
    if scene.guide is None or scene.guide.id != guide_id:
        return None
    return scene.conversation.without(guide_id, step_id)


def helped(scene: Scene, _topic: str) -> Reply:
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
    return talk.with_(ticked=ticked, aside=Aside(View.PAPERS))


Change = Callable[[Scene, Args], Conversation | None]
Do = Callable[[Scene, Args], Reply | None]
"""Both give None when the button is forged, or no longer fits what is on the screen."""


def _changes(change: Change) -> Do:
    """An action that changes the conversation and shows what it stands at then."""

    def do(scene: Scene, args: Args) -> Reply | None:
        changed = change(scene, args)
        return None if changed is None else show(scene, changed, in_place=True)

    return do


ACTIONS: Mapping[Action, Do] = {
    Action.ANSWER: _changes(three(choose)),
    Action.PART: three(part_chosen),
    Action.LATEST: three(latest_taken),
    Action.OPEN: _changes(one(open_guide)),
    Action.BACK: _changes(none(back)),
    Action.UNCOVER: _changes(none(uncover)),
    Action.RESTART: _changes(none(restart)),
    Action.EDIT: _changes(two(edit)),
    Action.TICK: _changes(one(tick)),
    Action.ACCEPT: _changes(none(facts.accept)),
    Action.REFUSE: _changes(none(facts.refuse)),
    Action.ERASE: none(erase),
    Action.REMOVE: one(remove),
    Action.MYSELF: none(myself),
    Action.HELPED: one(helped),
    Action.RESULT: two(tell_result),
    Action.READ: any_number(read),
    Action.WATCH: any_number(evidence.watch),
    Action.UNWATCH: none(evidence.unwatch),
}
