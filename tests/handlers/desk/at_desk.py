"""The desk at work within one process: everything is real but the wire and the waiting.

Updates are made by the sandbox as Telegram words them, masked and stored by the real receiver,
decided by the real worker and handlers, sent by the real sender, settled through the real hook,
in a real database. Nothing moves by itself: every act below ends when all that follows from it
without time passing has happened, and time passes only in `tick`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from structlog.testing import capture_logs

from app.heart import Heart
from app.staff import know, listener
from flows.buttons import pack
from flows.library import Library
from flows.mask import mask_update
from flows.presses import CaseTap, Participant, Staff, StaffTap
from handlers.brain import Brain
from handlers.desk.clock import Clock
from handlers.desk.desk import Desk
from handlers.register import UPDATES, add_handlers
from loops.application import Dispatcher, build
from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.record import OnResult
from loops.run import Spine
from loops.tick import Tick, Ticker
from sandbox import speaking, tapping
from sandbox.calllog import Entry
from sandbox.chats import Chat
from sandbox.control.samples import SAMPLES
from sandbox.faults import Fault
from sandbox.members import set_blocked, set_status
from sandbox.methods.forum import open_topic, remove_topic
from sandbox.methods.media import keep_upload
from sandbox.migration import migrate_group
from sandbox.params import Params
from sandbox.people import User
from sandbox.screen import Shown
from sandbox.views import show_message
from sandbox.world import World
from store.database import Database
from tests.handlers.desk.telegram import Wireless
from tests.kept import alike

MORNING = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""A Tuesday, 09.00 in Jakarta: everybody is at the desk."""

TAKE, RELEASE, CLOSE, MOVE = "Ambil", "Lepas", "Selesai", "Alihkan"
SOLVED = "Pertanyaan sudah terjawab"
DELIVERED = "👌"

_FAILURES = frozenset(
    {
        "update_failed",
        "update_parked",
        "batch_refused",
        "on_result_failed",
        "tick_failed",
        "call_broken",
        "text_unmarked",
    }
)
"""Lines of the log that no test may bring about: something was tried and taken back."""


def staff_data(verb: Staff, case_id: int, argument: str | int = "") -> str:
    """What pressing a button of the staff sends."""
    return pack(StaffTap(verb, case_id, str(argument)))


def participant_data(verb: Participant, case_id: int, argument: str | int = "") -> str:
    """What pressing a participant's button of a case sends."""
    return pack(CaseTap(verb, case_id, str(argument)))


@dataclass(frozen=True)
class Case:
    """A case as its people know it: whose it is, and where its topic is."""

    id: int
    code: str
    person: int
    group: int
    topic: int


Event = dict[str, Any] | Entry
"""An update that came, or a call that was sent."""

Place = int | Case
"""A chat (a person's private one, or a group), or the topic of a case."""


@dataclass
class AtDesk:
    """The people of a desk, what they do, and what they see.

    sari is the supervisor, budi an officer. `national` is the other group where a branch has its
    own; `group` is then the branch's. story: every update that came and every call that was sent.
    """

    world: World
    database: Path
    group: int
    sari: int
    budi: int
    national: int = 0
    now: datetime = MORNING
    passed: float = 0.0
    story: list[tuple[datetime, Event]] = field(default_factory=list)
    _told: int = 0
    _spine: Spine = field(init=False)
    ticker: Ticker = field(init=False)
    clock: Clock = field(init=False)
    _start: Callable[[contextlib.AsyncExitStack], Awaitable[None]] = field(init=False)
    _running: contextlib.AsyncExitStack = field(default_factory=contextlib.AsyncExitStack)

    # What becomes of the program

    async def starts(self) -> None:
        """The program starts, on what its database holds."""
        await self._start(self._running)

    async def stops(self) -> None:
        """The program ends; what it has not sent stays in its database."""
        await self._running.aclose()
        self._running = contextlib.AsyncExitStack()

    # What time brings

    async def tick(self, **span: float) -> None:
        """Time passes (a second unless told), and the desk's clock looks what is due; twice,
        because the second look sees what the first has changed."""
        for step in (span or {"seconds": 1}), {"seconds": 1}:
            self.skip(**step)
            await self.ticker.once()
            await self.settle()

    def skip(self, **span: float) -> None:
        """Time passes, and nobody looks."""
        passed = timedelta(**span)
        self.now += passed
        self.passed += passed.total_seconds()
        self.world.clock.skip(passed.total_seconds())

    def sets_clock(self, **by: float) -> None:
        """Somebody sets the machine's clock, and no time passes."""
        self.now += timedelta(**by)

    async def settle(self) -> None:
        """Until nothing is under way."""
        queue = self.world.queue
        while True:
            for body in queue.batch(len(queue)):
                update = json.loads(body)
                self.story.append((self.now, update))
                await self._spine.receiver.accept(update)
            queue.drop_all()
            handled = await self._spine.worker.once()
            await self._spine.sender.drained()
            calls = self.world.log.after(self._told)
            self.story += [(self.now, call) for call in calls]
            self._told = self.world.log.last
            if not handled and not len(queue):
                return

    # What people do

    async def person(self, name: str = "Pak Slamet") -> int:
        """Somebody who has read the greeting."""
        user = self.world.add_user(None, name).id
        await self.says(user, "/start")
        return user

    async def calls(self, user: int, about: str = "JMO saya macet", city: str = "jember") -> Case:
        """Asks for an officer and answers both questions."""
        for words in ("9", about, city):
            await self.says(user, words)
        await self.tick()
        return self.case_of(user)

    async def opened(self, name: str = "Pak Slamet") -> Case:
        """A case that waits."""
        return await self.calls(await self.person(name))

    async def held(self, name: str = "Pak Slamet", by: int | None = None) -> Case:
        """A case that an officer holds: Bu Sari, unless told."""
        case = await self.opened(name)
        await self.presses(by or self.sari, TAKE, case)
        await self.tick()
        return case

    async def closed(self, name: str = "Pak Slamet") -> Case:
        """A case that Bu Sari has closed."""
        case = await self.held(name)
        await self.presses(self.sari, CLOSE, case)
        await self.presses(self.sari, SOLVED, case)
        return case

    async def says(self, user: int, text: str, at: Place | None = None, **how: Any) -> int:
        """Writes to the bot, or in a group or topic; the number of the message. How: reply_to."""
        made, _ = speaking.say(self.world, self._who(user), text, **self._where(user, at), **how)
        await self.settle()
        return made.id

    async def all_say(self, text: str, *users: int) -> None:
        """Several write to the bot before it looks."""
        for user in users:
            speaking.say(self.world, self._who(user), text, **self._where(user, None))
        await self.settle()

    async def sends(self, user: int, kind: str, at: Place | None = None, **how: Any) -> int:
        """Sends a photo, voice, document, sticker, video, location or contact.

        How: caption, album, reply_to.
        """
        who, where = self._who(user), self._where(user, at)
        if kind in SAMPLES:
            stored = keep_upload(self.world, kind, SAMPLES[kind], Params({"duration": 3}))
            made, _ = speaking.send_file(self.world, who, stored, **where, **how)
        else:
            made, _ = speaking.send(self.world, who, _content(kind, who), **where, **how)
        await self.settle()
        return made.id

    async def posts(
        self, user: int, content: dict[str, Any], at: Place | None = None, **how: Any
    ) -> int:
        """Sends what no other act here can: a message with these fields of Telegram."""
        made, _ = speaking.send(
            self.world, self._who(user), content, **self._where(user, at), **how
        )
        await self.settle()
        return made.id

    async def edits(self, user: int, message: int, text: str, at: Place | None = None) -> None:
        """Changes an own message."""
        chat = self._where(user, at)["chat"]
        speaking.edit(self.world, self._who(user), chat, message, text)
        await self.settle()

    async def presses(
        self, user: int, label: str, at: Place | None = None, on: int | None = None
    ) -> str:
        """Presses the newest button with this label (on: of this message); what a toast says."""
        where = self._where(user, at)
        chat, thread = where["chat"], where["thread"]
        who = self._who(user)
        tapped = tapping.tap(self.world, who, chat, label, message_id=on, thread=thread)
        return await self._toast(chat, tapped)

    async def forges(
        self, user: int, data: str, at: Place | None = None, on: int | None = None
    ) -> str:
        """Presses a button with any data, on the newest message unless told; the toast."""
        where = self._where(user, at)
        chat, thread = where["chat"], where["thread"]
        message = chat.get(on) if on else chat.newest(by_bot=True, thread=thread)
        return await self._toast(
            chat, tapping.press(self.world, self._who(user), chat, data, message)
        )

    async def _toast(self, chat: Chat, tapped: tapping.Tapped) -> str:
        await self.settle()
        found = [one for one in chat.toasts if one["query_id"] == tapped.query_id]
        assert found or not tapped.query_id, "the little clock on the button never stops"
        return str(found[0]["text"]) if found else ""

    async def gives(self, giver: int, role: str, user: int, group: int | None = None) -> None:
        """Answers somebody's words in the group with a role."""
        group = group or self.group
        hello = await self.says(user, "Selamat pagi semua", group)
        await self.says(giver, f"/peran {role}", group, reply_to=hello)

    async def joins(self, name: str, role: str = "", group: int | None = None) -> int:
        """Somebody new in the staff group, with a role or without."""
        user = self.world.add_user(None, name).id
        await self.becomes(user, "member", group)
        if role:
            await self.gives(self.sari, role, user, group)
        return user

    async def becomes(self, user: int, status: str, group: int | None = None, **more: Any) -> None:
        """Telegram's status of somebody in the group changes: member, left, kicked ..."""
        chat = self.world.chats[group or self.group]
        set_status(self.world, chat, user, status, self._who(self.sari), **more)
        await self.settle()

    async def blocks(self, user: int) -> None:
        """Stops the bot."""
        set_blocked(self.world, self.world.chats[user], True)
        await self.settle()

    def ages(self, at: Place, message: int) -> None:
        """A message is so old that Telegram no longer says what stands in it."""
        found = self._where(0, at)["chat"].messages[message]
        found.body = {"message_id": message, "chat": found.body["chat"], "date": 0}

    async def deletes_topic(self, case: Case) -> None:
        """Somebody of the staff deletes a topic; Telegram tells nobody."""
        chat = self.world.chats[case.group]
        remove_topic(self.world, chat, chat.topics[case.topic], by_bot=False)

    async def opens_topic(self, user: int, name: str) -> int:
        """Somebody of the staff opens a topic of their own."""
        chat = self.world.chats[self.group]
        topic = open_topic(self.world, chat, self._who(user).card(), name)
        self.world.queue.push("message", chat.messages[topic.id].body)
        await self.settle()
        return topic.id

    async def migrates(self) -> None:
        """The group gets a new number."""
        self.group = migrate_group(self.world, self.world.chats[self.group]).id
        await self.settle()

    def real_time(self) -> float:
        """Our clock (Unix seconds), ahead by what has passed here."""
        return time.time() + self.passed

    def fault(self, kind: str, **more: Any) -> None:
        """The next call goes wrong: error, drop_before or drop_after; more as in `Fault`."""
        self.world.faults.add(Fault(kind, **more))

    # What people see

    def topic(self, case: Case) -> list[Shown]:
        """All messages of a case's topic, the oldest first."""
        return self._messages(case)

    def sent_to(self, at: Place) -> list[Shown]:
        """What the bot has said there and not taken back."""
        return [one for one in self._messages(at) if one.by_bot and one.kind != "service"]

    def sees(self, at: Place, text: str) -> Shown:
        """The newest message of the bot with this text."""
        said = self.sent_to(at)
        found = next((one for one in reversed(said) if text in one.text), None)
        assert found is not None, f"{text!r} is not in {[one.text for one in said]}"
        return found

    def hears(self, at: Place, text: str) -> bool:
        """Whether this text stands anywhere there."""
        return any(text in one.text for one in self._messages(at))

    def of_kind(self, at: Place, kind: str) -> list[Shown]:
        """The photos, voices ... of the bot there."""
        return [one for one in self.sent_to(at) if one.kind == kind]

    def card(self, case: Case) -> Shown:
        """The card of a case: the first message of the bot in its topic."""
        return self.sent_to(case)[0]

    def screen(self, user: int) -> Shown:
        """The newest message of the bot to a person."""
        return self.sent_to(user)[-1]

    def marked(self, case: Case, message: int) -> bool:
        """Whether an officer's message carries the mark of delivery."""
        shown = next(one for one in self.topic(case) if one.id == message)
        return DELIVERED in str(shown.reactions)

    def topics(self, group: int | None = None) -> dict[int, str]:
        """The topics that stand in the group, with their names."""
        found = self.world.chats[group or self.group].topics.values()
        return {one.id: one.name for one in found if not one.deleted}

    def calls_of(self, method: str) -> list[dict[str, Any]]:
        """What Telegram was asked to do with this method."""
        return [one.params for one in self.world.log.after(0) if one.method == method]

    # What is stored

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database beside the bot."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query, values).fetchall()

    def store(self, statement: str) -> None:
        """Change what is stored, as an earlier release or the passing of days left it."""
        with contextlib.closing(sqlite3.connect(self.database)) as connection, connection:
            connection.execute(statement)

    def value(self, query: str, *values: Any) -> Any:
        """The one value of a query."""
        [(found,)] = self.rows(query, *values)
        return found

    def case_of(self, user: int) -> Case:
        """The newest case of somebody, as it is now."""
        query = "SELECT id, code, group_id, topic_id FROM cases WHERE chat_id = ? ORDER BY id DESC"
        found = self.rows(query, user)
        assert found, "there is no case"
        number, code, group, topic = found[0]
        return Case(number, code, user, group, topic or 0)

    def state(self, case: Case) -> tuple[str, int | None]:
        """A case's state and who holds it."""
        query = "SELECT state, officer_id FROM cases WHERE id = ?"
        [(state, officer)] = self.rows(query, case.id)
        return state, officer

    def acts(self, case: Case) -> list[str]:
        """What the audit knows of a case, in order."""
        return [row[0] for row in self.rows("SELECT act FROM audit WHERE case_id = ?", case.id)]

    # How it is put together

    def _who(self, user: int) -> User:
        return self.world.user(user)

    def _where(self, user: int, at: Place | None) -> dict[str, Any]:
        if isinstance(at, Case):
            return {"chat": self.world.chats[at.group], "thread": at.topic}
        return {"chat": self.world.chats[at or user], "thread": None}

    def _messages(self, at: Place) -> list[Shown]:
        where = self._where(0, at)
        found = [one for one in where["chat"].messages.values() if not one.deleted]
        thread = where["thread"]
        return [
            Shown.of(show_message(one)) for one in found if thread is None or one.thread == thread
        ]


def _content(kind: str, who: User) -> dict[str, Any]:
    if kind == "location":
        return {"location": {"latitude": -8.17, "longitude": 113.7}}
    contact = {"phone_number": "+6281200000000", "first_name": who.first_name, "user_id": who.id}
    return {"contact": contact}


class Around:
    """Nothing around the three ways into the desk; a test may put something there."""

    def handlers(self, application: Dispatcher, clock: Clock) -> Dispatcher:
        """Who handles updates."""
        return application

    def hearing(self, heard: OnResult, clock: Clock) -> OnResult:
        """Who hears what became of calls."""
        return heard

    def due(self, clock: Clock) -> Callable[[], Iterable[Tick]]:
        """What is done by the clock."""
        return clock.due


@contextlib.asynccontextmanager
async def open_desk(
    folder: Path,
    library: Library,
    *,
    branch: bool = False,
    gather: float = Desk.gather,
    names: tuple[str, str] = ("Bu Sari", "Pak Budi"),
    around: Around | None = None,
    world: World | None = None,
    api: BotApi | None = None,
) -> AsyncIterator[AtDesk]:
    """A desk with Bu Sari, the supervisor, and Pak Budi, an officer.

    branch: Jember has a group of its own, with Bu Sari as its supervisor too. names: what these
    two are called instead. around: what stands around the ways into the desk. world, api: another
    way to the sandbox than none.
    """
    around = around or Around()
    world = world or World(limits=False)
    api = api or Wireless(world)
    world.queue.allow(list(UPDATES))
    sari, budi = (world.add_user(None, name).id for name in names)
    group = new_group(world, "Meja Petugas", sari, budi)
    own = new_group(world, "Petugas Jember", sari, budi) if branch else group
    desk = AtDesk(world, folder / "bot.db", group, sari, budi)
    brain = Brain(
        with_group(library, "jember", own) if branch else library, lambda: desk.now.date()
    )

    seeds = count(7)

    async def start(running: contextlib.AsyncExitStack) -> None:
        database = await Database.open(desk.database)
        running.push_async_callback(database.close)
        await Heart(database, lasting=True, now=desk.real_time).begin()
        real = Desk(brain, group, sari, lambda: desk.now, chance=Random(next(seeds)), gather=gather)
        await know(real, database)
        application = build(api)
        add_handlers(application, brain, real)
        await application.initialize()
        running.push_async_callback(application.shutdown)
        desk.clock = clock = Clock(real, lambda: desk.passed)
        desk._spine = spine = Spine(
            database, api, around.handlers(application, clock),
            mask=mask_update, on_result=around.hearing(listener(brain, real), clock),
            limits=UNLIMITED,
        )  # fmt: skip
        desk.ticker = Ticker(database, spine.sender, around.due(clock))
        await spine.sender.load()
        running.push_async_callback(_ended, asyncio.create_task(spine.sender.run()))
        await desk.tick()

    desk._start = start
    with capture_logs() as lines:
        await desk.starts()
        try:
            await desk.gives(sari, "petugas", budi)
            if branch:
                desk.national, desk.group = group, own
            yield desk
        finally:
            await desk.stops()
    failed = [line for line in lines if line["event"] in _FAILURES]
    assert not failed, failed


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def new_group(world: World, title: str, *members: int) -> int:
    """A group with topics; the first member created it, the bot is its administrator."""
    chat = world.add_group(title, forum=True)
    for number, user in enumerate(members):
        chat.members[user] = {"status": "member" if number else "creator"}
    by = world.user(members[0]) if members else world.add_user(None, "Pemilik")
    set_status(world, chat, world.bot.id, "administrator", by)
    return chat.id


def with_group(library: Library, office: str, group: int) -> Library:
    """The content in which an office has its own staff group."""
    offices = library.offices
    own = offices.by_id[office].model_copy(update={"grup": group})
    other = replace(library, offices=replace(offices, by_id={**offices.by_id, office: own}))
    return alike(other, library)
