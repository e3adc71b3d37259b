"""One event in, one reply out: the bot's whole behaviour towards a participant, without Telegram.

`reply` is pure: the same conversation, event, library and day always give the same result.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import assert_never

from flows.conversation import Conversation
from flows.ears import Heard
from flows.events import Commanded, Corrected, Event, Pressed, Sent, Wrote
from flows.library import Library
from flows.scene import Scene
from flows.talk.listeners import hear, wrote
from flows.talk.news import remembered
from flows.talk.pressing.buttons import pressed
from flows.talk.pressing.commands import commanded
from flows.talk.reply import Reply
from flows.talk.sent import corrected, sent

__all__ = ["Reply", "hear", "reply"]


def reply(
    conversation: Conversation,
    event: Event,
    library: Library,
    today: date,
    heard: Heard | None = None,
) -> Reply:
    """What the bot answers to one event.

    Nothing a participant sends makes it raise; a day before the content's numbers begin does
    (NoValueError).
    heard: what was written, where somebody has asked something of it already (`hear`).
    """
    scene = Scene(library, today, conversation)
    decided = _decided(scene, event, heard)
    talk = remembered(scene.with_(decided.conversation))
    return decided if talk is decided.conversation else replace(decided, conversation=talk)


def _decided(scene: Scene, event: Event, heard: Heard | None) -> Reply:
    match event:
        case Pressed(press=press, message_id=message_id):
            return pressed(scene, press, message_id)
        case Wrote():
            return wrote(scene, heard or hear(event, scene.library, scene.today))
        case Commanded(name=name, argument=argument):
            return commanded(scene, name, argument)
        case Sent():
            return sent(scene, event)
        case Corrected():
            return corrected(scene, event)
        case _:
            assert_never(event)
