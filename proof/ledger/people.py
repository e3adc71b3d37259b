"""People: what participants and officers do at random, and what they remember of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from proof.ledger.stage import Stage
from sandbox import speaking, tapping
from sandbox.control.samples import SAMPLES
from sandbox.methods.forum import remove_topic
from sandbox.methods.media import keep_upload
from sandbox.params import Params
from sandbox.speaking import CannotDoError


@dataclass
class Word:
    """A message somebody wrote: where, and its words with every change, the newest last."""

    author: int
    chat: int
    thread: int | None
    message: int
    words: list[str]
    is_file: bool = False
    at: float = 0.0


@dataclass
class People:
    """Everybody at the desk and before it."""

    stage: Stage
    chance: Random
    words: list[Word] = field(default_factory=list)
    participants: list[int] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    _count: int = 0

    async def open(self, count: int) -> None:
        """So many participants ask for an officer; in fine weather, or it is another test."""
        stage = self.stage
        hello = self._say(stage.budi, "Selamat pagi", stage.group)
        here = self._say(stage.budi, "Selamat pagi", stage.own)
        self._say(stage.sari, "/peran petugas", stage.group, reply_to=hello)
        self._say(stage.sari, "/peran petugas", stage.own, reply_to=here)
        await asyncio.sleep(3)
        for number in range(count):
            user = stage.world.add_user(None, f"Peserta {number}").id
            self.participants.append(user)
            for words in (
                "/start",
                "9",
                "JMO saya macet",
                self.chance.choice(("jember", "tidak tahu")),
            ):
                self._say(user, words)
                await asyncio.sleep(self.chance.uniform(0.3, 2.0))

    async def act(self) -> None:
        """One of them does something."""
        doing = self.chance.choices([one for one, _ in ACTS], [often for _, often in ACTS])[0]
        try:
            await doing(self)
        except (CannotDoError, LookupError, ValueError):
            return
        self.acts.append(f"{self.stage.passed():.1f} {doing.__name__.strip('_')}")

    def _say(self, user: int, text: str, chat: int | None = None, **how: int | None) -> int:
        world = self.stage.world
        where = world.chats[chat or user]
        made, _ = speaking.say(world, world.user(user), text, chat=where, **how)
        return made.id

    def _fresh(self, who: str) -> str:
        self._count += 1
        return f"{who}{self._count}kata"

    # Participants

    async def writes(self) -> None:
        user = self.chance.choice(self.participants)
        words = self._fresh("p")
        long = " aa" * 1500 if self.chance.random() < 0.05 else ""
        number = self._say(user, f"{words} tolong{long}")
        self._keep(user, user, None, number, words)

    async def sends_photo(self) -> None:
        user = self.chance.choice(self.participants)
        self._file(user, user, None, self._fresh("p"))

    async def sends_album(self) -> None:
        user, album = self.chance.choice(self.participants), self._fresh("a")
        for _ in range(self.chance.randint(2, 3)):
            self._file(user, user, None, self._fresh("p"), album)
            await asyncio.sleep(0.1)

    async def corrects(self) -> None:
        own = [one for one in self.words if one.chat == one.author]
        await self._edit(self.chance.choice(own))

    # Officers

    def _topic(self) -> tuple[int, int, int]:
        rows = self.stage.rows(
            "SELECT group_id, topic_id, COALESCE(officer_id, 0) FROM cases"
            " WHERE topic_id IS NOT NULL AND state <> 'closed'"
        )
        found: tuple[int, int, int] = self.chance.choice(rows)
        return found

    async def takes(self) -> None:
        group, thread, _ = self._topic()
        self._press(self.chance.choice((self.stage.sari, self.stage.budi)), "Ambil", group, thread)

    def _press(self, user: int, label: str, group: int, thread: int) -> None:
        world = self.stage.world
        tapping.tap(world, world.user(user), world.chats[group], label, thread=thread)

    async def answers(self) -> None:
        group, thread, officer = self._topic()
        words = self._fresh("o")
        user = officer or self.stage.sari
        number = self._say(user, f"{words} silakan", group, thread=thread)
        self._keep(user, group, thread, number, words)

    async def answers_with_photo(self) -> None:
        group, thread, officer = self._topic()
        self._file(officer or self.stage.sari, group, thread, self._fresh("o"))

    async def answers_with_album(self) -> None:
        group, thread, officer = self._topic()
        album = self._fresh("b")
        for _ in range(2):
            self._file(officer or self.stage.sari, group, thread, self._fresh("o"), album)

    async def notes(self) -> None:
        group, thread, officer = self._topic()
        self._say(officer or self.stage.sari, f"// {self._fresh('n')}", group, thread=thread)

    async def rewords(self) -> None:
        await self._edit(self.chance.choice(self._own()))

    async def rewords_at_once(self) -> None:
        await self.answers()
        await asyncio.sleep(self.chance.uniform(0.0, 3.0))
        await self._edit(self.words[-1])

    async def makes_a_note_of_it(self) -> None:
        one = self.chance.choice(self._own())
        await self._edit(one, "// ")

    async def takes_back(self) -> None:
        one = self.chance.choice(self._own())
        self._say(one.author, "/tarik", one.chat, thread=one.thread, reply_to=one.message)

    def _own(self) -> list[Word]:
        return [one for one in self.words if one.chat != one.author]

    async def sends_again(self) -> None:
        group, thread, officer = self._topic()
        self._press(officer or self.stage.sari, "Kirim ulang", group, thread)

    async def releases(self) -> None:
        group, thread, officer = self._topic()
        self._press(officer or self.stage.sari, "Lepas", group, thread)

    async def closes(self) -> None:
        group, thread, officer = self._topic()
        self._press(officer or self.stage.sari, "Selesai", group, thread)
        await asyncio.sleep(2.0)
        self._press(officer or self.stage.sari, "Pertanyaan sudah terjawab", group, thread)

    async def moves(self) -> None:
        group, thread, officer = self._topic()
        self._press(officer or self.stage.sari, "Alihkan", group, thread)
        await asyncio.sleep(2.0)
        label = "Meja Nasional" if group == self.stage.own else "Kantor Cabang Jember"
        self._press(officer or self.stage.sari, label, group, thread)

    async def deletes_the_topic(self) -> None:
        """Telegram tells nobody; the next words of the participant find it gone."""
        group, thread, _ = self._topic()
        [(user,)] = self.stage.rows(
            "SELECT chat_id FROM cases WHERE group_id = ? AND topic_id = ?", group, thread
        )
        chat = self.stage.world.chats[group]
        remove_topic(self.stage.world, chat, chat.topics[thread], by_bot=False)
        await asyncio.sleep(2.0)
        words = self._fresh("p")
        self._keep(user, user, None, self._say(user, f"{words} tolong"), words)

    # How

    def _keep(
        self, user: int, chat: int, thread: int | None, number: int, words: str, file: bool = False
    ) -> None:
        self.words.append(Word(user, chat, thread, number, [words], file, self.stage.passed()))

    def _file(
        self, user: int, chat: int, thread: int | None, words: str, album: str | None = None
    ) -> None:
        world = self.stage.world
        stored = keep_upload(world, "photo", SAMPLES["photo"], Params({}))
        more = {"album": album} if album else {}
        made, _ = speaking.send_file(
            world, world.user(user), stored, words, chat=world.chats[chat], thread=thread, **more
        )
        self._keep(user, chat, thread, made.id, words, file=True)

    async def _edit(self, one: Word, before: str = "") -> None:
        world = self.stage.world
        words = self._fresh(one.words[0][0])
        chat = world.chats[one.chat]
        speaking.edit(world, world.user(one.author), chat, one.message, f"{before}{words} ralat")
        one.words.append(f"{before}{words}")


Doing = Callable[[People], Awaitable[None]]

ACTS: list[tuple[Doing, float]] = [
    (People.writes, 10), (People.sends_photo, 2), (People.sends_album, 1), (People.corrects, 4),
    (People.takes, 5), (People.answers, 8), (People.answers_with_photo, 2),
    (People.answers_with_album, 1), (People.notes, 1), (People.rewords, 3),
    (People.rewords_at_once, 3), (People.makes_a_note_of_it, 1), (People.takes_back, 1),
    (People.sends_again, 4), (People.releases, 1), (People.closes, 1), (People.moves, 1),
    (People.deletes_the_topic, 0.5),
]  # fmt: skip
"""What they do, and how often in comparison."""
