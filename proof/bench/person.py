"""One participant: opens a guide, taps its first answer or types its number, opens the next."""

from __future__ import annotations

from itertools import count
from random import Random

from sandbox.chats import Chat
from sandbox.messages import Message
from sandbox.people import User
from sandbox.speaking import say
from sandbox.tapping import press
from sandbox.world import World

GUIDES = ("/klaim_jmo", "/cek_hak")
# How our bot marks a button that answers a question (flows/buttons.py); the stock bots do the same.
ANSWER = "1:a:"
TYPED = 0.3  # share of answers given by typing "1"
WALK = 10  # answers after which a guide is opened again, for bots whose guide never ends

_numbers = count(800_000_001)


class Person:
    """A participant with an own random sequence, so that every bot meets the same people."""

    def __init__(self, world: World, seed: int, wander: float = 0.0) -> None:
        """`wander` is the share of answers that go to any other button instead."""
        self._world = world
        self._wander = wander
        self._random = Random(seed)
        self._user: User = world.add_user(next(_numbers), f"Peserta {seed}")
        self.chat: Chat = world.chats[self._user.id]
        self._turn = seed  # which guide comes next
        self._walked = self._random.randrange(WALK)  # so that not everybody is at the same step
        self._seen: Message | None = None
        self.acted = 0.0  # time of the last act, in the caller's clock

    def act(self) -> None:
        """Do the next thing: one update for the bot."""
        data = self._first_answer()
        if data is None or self._walked >= WALK:
            self._open()
        elif self._random.random() < TYPED:
            self._walked += 1
            say(self._world, self._user, "1")
        else:
            self._walked += 1
            if self._random.random() < self._wander:
                data = self._random.choice(self._buttons())
            press(self._world, self._user, self.chat, data, self._seen)

    def repeat(self) -> None:
        """Do what impatient people do: type the number again without waiting."""
        say(self._world, self._user, "1")

    def _open(self) -> None:
        self._turn += 1
        self._walked = 0
        say(self._world, self._user, GUIDES[self._turn % len(GUIDES)])

    def _first_answer(self) -> str | None:
        """Data of the first answer button on the newest message of the bot."""
        self._seen = self.chat.newest(by_bot=True)
        return next((data for data in self._buttons() if data.startswith(ANSWER)), None)

    def _buttons(self) -> list[str]:
        """Data of every button on that message."""
        if self._seen is None:
            return []
        shown = (button.get("callback_data") for button in self._seen.each_button())
        return [str(data) for data in shown if data]
