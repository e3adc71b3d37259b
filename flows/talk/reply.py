"""What the bot decided: the conversation afterwards, and what to show."""

from __future__ import annotations

from dataclasses import dataclass

from flows.answers import Named
from flows.conversation import Conversation
from flows.ears import Heard
from flows.scene import Scene
from flows.screen import Screen
from flows.talk.covering import uncovered
from flows.views import current_screen
from flows.views.result import ClaimResult


@dataclass(frozen=True)
class Reply:
    """The result of one event.

    `screens` is empty only for deliberate silence. `in_place`: the first screen replaces the
    message whose button was pressed; `beside`: that message stays as it is. `toast` is the short
    note over the chat. `delete`: take the message of this id out of the chat. `erase`: forget
    everything about this chat. `unanswered`: the question no topic answered, with all that was
    heard in it. `result`: how a claim went, to be counted. `watch`: the answer of whose changes
    this chat wants to hear, with a digest of what it stands on now. `unwatch`: of none any more.
    """

    conversation: Conversation
    screens: tuple[Screen, ...] = ()
    in_place: bool = False
    beside: bool = False
    toast: str | None = None
    delete: int | None = None
    erase: bool = False
    unanswered: Heard | None = None
    result: ClaimResult | None = None
    watch: tuple[Named, str] | None = None
    unwatch: bool = False


def show(scene: Scene, conversation: Conversation, *, in_place: bool = False) -> Reply:
    """The reply that shows what the conversation stands at."""
    return Reply(conversation, (current_screen(scene.with_(conversation)),), in_place=in_place)


def above(scene: Scene, message: str, *, whole: bool = False) -> Reply:
    """A text of messages.yaml above the step or menu, which is uncovered.

    whole: it was read too long ago.
    """
    talk = uncovered(scene.conversation)
    screen = current_screen(scene.with_(talk))
    return Reply(talk, (screen.under(message, scene.say(message), whole=whole),))


def word(scene: Scene, message: str, **values: str) -> Reply:
    """A sentence beside the conversation: what was asked stands above it, buttons and all."""
    foot = scene.foot(back=scene.guide is not None)
    screen = Screen(f"word?{message}", scene.say(message, **values), nav=(foot,))
    return Reply(scene.conversation, (screen,))
