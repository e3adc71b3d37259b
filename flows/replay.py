"""One participant's conversation without Telegram: what is done, and what is shown for it.

The same decision as in the running bot, the state stored and read back between any two events, and
days that pass when they are told to. Nothing personal gets in: texts are masked as at the door.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from flows.content.guide import Step
from flows.conversation import Conversation
from flows.events import Commanded, Event, Pressed, Sent, SentKind, Wrote
from flows.library import Library
from flows.mask import mask_text
from flows.scene import Scene
from flows.screen import Button, Screen
from flows.talk import Reply, reply

FIRST_MESSAGE = 1


@dataclass(frozen=True)
class Moment:
    """A day of a conversation: what is remembered, and what stands on the screen."""

    library: Library
    today: date
    conversation: Conversation = field(default_factory=Conversation)
    screens: tuple[Screen, ...] = ()
    message_id: int = FIRST_MESSAGE

    @property
    def scene(self) -> Scene:
        """What a view may look at."""
        return Scene(self.library, self.today, self.conversation)

    @property
    def step(self) -> Step | None:
        """Where the guide stands; None outside of one."""
        scene = self.scene
        return scene.position(scene.guide).step if scene.guide else None

    def after(self, event: Event) -> tuple[Moment, Reply]:
        """The next moment, and how it came about."""
        decided = reply(self.conversation, event, self.library, self.today)
        kept = Conversation.load(decided.conversation.dump())
        screens = decided.screens or self.screens
        number = self.message_id + 1
        return replace(self, conversation=kept, screens=screens, message_id=number), decided

    def later(self, days: int) -> Moment:
        """The same conversation, so many days later."""
        return replace(self, today=self.today + timedelta(days=days))

    def wrote(self, text: str, *, forwarded: bool = False) -> Event:
        """A text as it reaches the decision; one that starts with a slash is a command."""
        masked = mask_text(text)
        if masked.text.startswith("/") and not forwarded:
            name, _, argument = masked.text[1:].partition(" ")
            return Commanded(name.partition("@")[0].lower(), argument.strip())
        return Wrote(masked.text, masked.kinds, forwarded, self.message_id)

    def sent(self, kind: SentKind, caption: str = "") -> Event:
        """Something that is not text."""
        masked = mask_text(caption)
        return Sent(kind, masked.text, masked.kinds, self.message_id)

    def pressed(self, label: str) -> Event | None:
        """The button whose label begins so, or has this number; None when there is none."""
        wanted = label.strip().casefold()
        for button in self.buttons():
            shown = button.label.casefold()
            bare = shown.partition(". ")[2] if shown[:1].isdigit() else shown
            number = shown.partition(".")[0]
            if shown.startswith(wanted) or bare.startswith(wanted) or number == wanted:
                return Pressed(button.press, self.message_id)
        return None

    def buttons(self) -> tuple[Button, ...]:
        """Every button on the screen."""
        shown = self.screens[-1].rows() if self.screens else ()
        return tuple(button for row in shown for button in row)
