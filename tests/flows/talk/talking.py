"""A chat in the tests: says things, stores the conversation in between, remembers the screen."""

from __future__ import annotations

from datetime import date

from flows.buttons import unpack
from flows.content.guide import Ask, Step
from flows.conversation import Conversation
from flows.events import Commanded, Event, Pressed, Wrote
from flows.library import Library
from flows.mask import mask_text
from flows.presses import Act, Action
from flows.screen import Screen
from flows.talk import Reply, reply
from flows.walk import locate


class Chat:
    """One participant and the bot, without Telegram."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.today = today
        self.talk = Conversation()
        self.last: Reply | None = None

    def say(self, *texts: str, forwarded: bool = False) -> str:
        """Types each text; a leading slash is a command. Returns the id of the last screen."""
        for text in texts:
            self.do(self._event(text, forwarded))
        return self.screen.id

    def answer(self, step: str, answer: str) -> None:
        """Answers the step that is asked: the key of an option is pressed, words are typed."""
        assert self.step.id == step, f"the conversation is at {self.step.id}, not at {step}"
        guide = self.talk.guide or ""
        if isinstance(self.step, Ask) and answer in self.step.options:
            self.do(Pressed(Act(Action.ANSWER, (guide, step, answer))))
        else:
            self.say(answer)
        assert step in self.given(guide), f"{answer!r} is no answer to {step}"

    @property
    def step(self) -> Step:
        """The step of the guide that is shown, or covered."""
        assert self.talk.guide, "the conversation is in no guide"
        guide, given = self.library.guides[self.talk.guide], self.talk.given(self.talk.guide)
        return locate(guide, given, self.library.numbers, self.today).step

    def press(self, data: str) -> str:
        """Presses the button with this data. Returns the id of the screen."""
        self.do(Pressed(unpack(data)))
        return self.screen.id

    def do(self, event: Event) -> Reply:
        """Plays one event; the conversation is stored and read back, as in the running bot."""
        decided = reply(self.talk, event, self.library, self.today)
        self.talk = Conversation.load(decided.conversation.dump())
        self.last = decided
        return decided

    @property
    def screen(self) -> Screen:
        """The newest screen."""
        assert self.last is not None
        assert self.last.screens
        return self.last.screens[-1]

    @property
    def labels(self) -> list[str]:
        """The words of the numbered buttons."""
        return [choice.label for choice in self.screen.choices]

    @property
    def offered(self) -> list[str]:
        """The data of all buttons."""
        return [button.data for row in self.screen.rows() for button in row]

    def given(self, guide: str = "cek-hak") -> dict[str, str]:
        """The answers so far."""
        return dict(self.talk.given(guide))

    def _event(self, text: str, forwarded: bool) -> Event:
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return Commanded(name, argument)
        masked = mask_text(text)
        return Wrote(masked.text, masked.kinds, forwarded=forwarded, message_id=7)
