"""Send: in order, once, through every weather, and honest about what is not known."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import pytest
from structlog.testing import capture_logs

from loops.counters import Counters
from loops.deliver import Again
from loops.http import BotApi
from loops.pace import UNLIMITED
from loops.send import Sender
from loops.stop import TOKEN_REFUSED, StopError
from loops.token import Token
from sandbox.client import Sim
from sandbox.server import Server
from store import chats, outbox
from store.about import Upload
from store.database import Database
from store.outbox import Call, Delivery
from store.outcome import ACCEPTED, Kind, Outcome
from store.unit import OpenUnit, make_call
from tests.loops.conftest import TOKEN, until
from tests.weather.between import Between, between, error, page

NUMBERS = count(1)


class House:
    """A sender and the people it writes to."""

    def __init__(self, database: Database, api: BotApi, sim: Sim) -> None:
        self.database = database
        self.api = api
        self.sim = sim
        self.counters = Counters()
        self.heard: list[tuple[str, Kind, int | None]] = []
        self.sender = Sender(
            database,
            api,
            self.counters,
            limits=UNLIMITED,
            on_result=self.on_result,
            token=Token(api, pause=0.01),
        )

    async def on_result(self, outcome: Outcome, unit: OpenUnit) -> None:
        about = outcome.about
        assert isinstance(about, Upload)
        self.heard.append((about.file, outcome.fate.kind, next(iter(outcome.message_ids), None)))
        if about.file == "clumsy":
            chats.block(unit.transaction, [outcome.call.chat_id or 0])
            raise RuntimeError
        if about.file == "report":
            text = outcome.fate.kind.value
            unit.send("sendMessage", {"chat_id": outcome.call.chat_id, "text": text})

    async def person(self, name: str = "Pak Slamet") -> int:
        person = await self.sim.user(name)
        await self.sim.say(person, "/start")
        async with self.database.transaction() as transaction:
            chats.save(transaction, [chats.blank(person)], 0.0)
        return person

    async def send(self, method: str, payload: dict[str, Any], **how: Any) -> Call:
        return (await self.send_all((method, payload, how)))[0]

    async def send_all(self, *calls: tuple[str, dict[str, Any], dict[str, Any]]) -> list[Call]:
        made = [make_call(method, payload, chat_id=None, **how) for method, payload, how in calls]
        for call in made:
            call.update_id = next(NUMBERS) if call.delivery is Delivery.SCREEN else None
        async with self.database.transaction() as transaction:
            self.sender.number(made)
            outbox.add(transaction, made)
        self.sender.put(made)
        return made

    async def say(self, person: int, *texts: str, **how: Any) -> None:
        await self.send_all(
            *(("sendMessage", {"chat_id": person, "text": text}, how) for text in texts)
        )

    async def texts(self, person: int) -> list[str]:
        return [one.text for one in await self.sim.messages(person) if one.by_bot]

    async def left(self) -> dict[str, int]:
        async with self.database.transaction() as transaction:
            return await outbox.counts(transaction)

    async def chat(self, person: int) -> chats.ChatRecord:
        async with self.database.transaction() as transaction:
            record = await chats.one(transaction, person)
        assert record is not None
        return record


@asynccontextmanager
async def sending(sender: Sender) -> AsyncIterator[None]:
    await sender.load()
    task = asyncio.create_task(sender.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
def still(database: Database, api: BotApi, sim: Sim) -> House:
    return House(database, api, sim)


@pytest.fixture
async def weathered(database: Database, server: Server) -> AsyncIterator[tuple[House, Between]]:
    """A house that does not reach Telegram directly."""
    async with (
        between(server.url) as sky,
        Sim(server.url) as sim,
        BotApi(TOKEN, sky.url, read_timeout=0.5) as api,
    ):
        made = House(database, api, sim)
        async with sending(made.sender):
            yield made, sky


@pytest.fixture
async def house(still: House) -> AsyncIterator[House]:
    async with sending(still.sender):
        yield still


async def test_a_chat_gets_its_messages_in_order_and_the_outbox_is_empty_then(
    house: House,
) -> None:
    people = [await house.person(), await house.person()]
    wanted = [str(number) for number in range(12)]
    for person in people:
        await house.say(person, *wanted)
    await house.sender.drained()
    for person in people:
        assert await house.texts(person) == wanted
    assert await house.left() == {}
    assert house.counters.sent == 24


async def test_what_an_earlier_run_left_goes_out_first(still: House) -> None:
    person = await still.person()
    await still.say(person, "a", "b")
    later = House(still.database, still.api, still.sim)
    async with sending(later.sender):
        await later.say(person, "c")
        await later.sender.drained()
    assert await later.texts(person) == ["a", "b", "c"]


async def test_started_again_it_reads_the_outbox_again(still: House) -> None:
    """What fell out of memory when it ended is still in the database."""
    person = await still.person()
    async with sending(still.sender):
        await still.say(person, "a")
        await still.sender.drained()
    forgotten = make_call("sendMessage", {"chat_id": person, "text": "b"}, chat_id=None)
    async with still.database.transaction() as transaction:
        still.sender.number([forgotten])
        outbox.add(transaction, [forgotten])
    task = asyncio.create_task(still.sender.run())
    await until(lambda: still.counters.sent == 2)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await still.texts(person) == ["a", "b"]


async def test_numbers_are_never_used_twice(still: House) -> None:
    person = await still.person()
    call = await still.send("sendMessage", {"chat_id": person, "text": "a"})
    again = House(still.database, still.api, still.sim)
    again.sender._now = lambda: 0.0  # a clock that went back
    await again.sender.load()
    assert (await again.send("sendMessage", {"chat_id": person, "text": "b"})).id > call.id


async def test_too_many_pauses_that_chat_only(house: House) -> None:
    slow, quick = await house.person(), await house.person()
    await house.sim.fault("too_many", chat=slow, retry_after=60)
    await house.say(slow, "a", "b")
    await until(lambda: house.counters.limited)
    await house.say(quick, "c")
    await until(lambda: house.counters.sent == 1)
    assert (await house.texts(slow), await house.texts(quick)) == ([], ["c"])
    assert await house.left() == {"waiting": 2}


async def test_too_many_in_one_topic_pauses_the_whole_group_and_no_other_chat(
    house: House,
) -> None:
    officer, quick = await house.person(), await house.person()
    group = await house.sim.group("Petugas", [officer])
    first, second = [await house.sim.open_topic(group, officer, name) for name in ("1", "2")]

    def into(thread: int, text: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
        return "sendMessage", {"chat_id": group, "message_thread_id": thread, "text": text}, {}

    await house.sim.fault("too_many", chat=group, retry_after=60)
    await house.send_all(into(first, "a"))
    await until(lambda: house.counters.limited)
    to_quick = ("sendMessage", {"chat_id": quick, "text": "d"}, {})
    await house.send_all(into(second, "b"), into(first, "c"), to_quick)
    await until(lambda: house.counters.sent)
    assert await house.texts(quick) == ["d"]
    assert await house.left() == {"waiting": 3}


async def test_a_call_to_try_again_does_not_hold_up_the_other_lanes_of_its_chat(
    weathered: tuple[House, Between],
) -> None:
    house, sky = weathered
    officer = await house.person()
    group = await house.sim.group("Petugas", [officer])
    first, second = [await house.sim.open_topic(group, officer, name) for name in ("1", "2")]
    sky.strike("sendMessage", page(403))
    for thread, text in ((first, "a"), (second, "b")):
        await house.send(
            "sendMessage", {"chat_id": group, "message_thread_id": thread, "text": text}
        )
        await until(lambda: house.counters.retried)
    await house.sender.drained()
    assert await house.texts(group) == ["b", "a"]


async def test_it_sleeps_while_no_more_may_fly(still: House) -> None:
    sender = Sender(still.database, still.api, Counters(), limits=UNLIMITED, side_by_side=1)
    call = make_call("sendMessage", {"chat_id": 7, "text": "a"}, chat_id=None)
    sender.number([call])
    sender.put([call])
    sender._event.clear()
    flying = asyncio.ensure_future(asyncio.Event().wait())
    sender._flying.add(flying)  # type: ignore[arg-type]
    resting = asyncio.create_task(sender._rest())
    for _turn in range(5):
        await asyncio.sleep(0)
    assert not resting.done()
    sender._event.set()
    await resting
    flying.cancel()


async def test_it_does_not_oversleep(still: House) -> None:
    call = make_call("sendMessage", {"chat_id": 7, "text": "a"}, chat_id=None)
    still.sender.number([call])
    still.sender.put([call])
    still.sender._lanes.pause(7, time.monotonic() + 0.02)
    assert still.sender._lanes.take(time.monotonic()) is None
    still.sender._event.clear()
    async with asyncio.timeout(0.9):
        await still.sender._rest()


async def test_a_recorder_that_ends_ends_the_run_at_once(still: House) -> None:
    """Its supervisor starts both again; without that nothing would be recorded any more."""
    stray = make_call("sendMessage", {"chat_id": 7, "text": "a"}, chat_id=None)
    still.sender.number([stray])
    await still.sender.load()
    task = asyncio.create_task(still.sender.run())
    await asyncio.sleep(0)
    still.sender._settle(Outcome(stray, ACCEPTED))  # of no lane: more than it can bear
    async with asyncio.timeout(5):
        with pytest.raises(KeyError):
            await task


async def test_every_further_try_waits_longer_up_to_two_minutes(still: House) -> None:
    """Whether for one call or for its whole chat."""
    call = make_call("sendMessage", {"chat_id": 7, "text": "a"}, chat_id=None)
    sender = still.sender
    sender.number([call])
    sender.put([call])
    lanes, waits = sender._lanes, []
    at: float | None = time.monotonic()
    for _try in range(10):
        assert at is not None
        assert lanes.take(at) is call
        begun = time.monotonic()
        sender._again(Again(call))
        assert lanes.take(begun) is None
        at = lanes.wake_at(begun)
        waits.append((at or 0.0) - begun)
    assert waits == pytest.approx([0.5, 1, 2, 5, 10, 30, 30, 60, 120, 120], abs=0.3)


async def test_too_many_is_waited_out(house: House) -> None:
    person = await house.person()
    await house.sim.fault("too_many", chat=person, retry_after=0)
    await house.say(person, "a", "b")
    await house.sender.drained()
    assert await house.texts(person) == ["a", "b"]
    assert house.sender._journal.noted() == {}  # each was recorded before the next took off


async def test_what_was_not_sent_is_sent_later_in_order(
    weathered: tuple[House, Between],
) -> None:
    house, sky = weathered
    person = await house.person()
    sky.strike("sendMessage", page(403))
    await house.say(person, "a", "b")
    await house.sender.drained()
    assert await house.texts(person) == ["a", "b"]
    assert house.counters.retried == 1


CUT, DONE, ARRIVED = "drop_before", "drop_after", "stall_after"
"""Lost on the way there, carried out and lost on the way back, carried out and never answered."""


@pytest.mark.parametrize(
    ("delivery", "weather", "there", "left"),
    [
        (Delivery.ASK, [ARRIVED], ["a", "b"], {"uncertain": 1}),
        (Delivery.ASK, [CUT], ["b"], {"uncertain": 1}),
        (Delivery.DROP, [CUT], ["b"], {"uncertain": 1}),
        (Delivery.SCREEN, [CUT], ["a", "b"], {}),
        (Delivery.SCREEN, [DONE], ["a", "a", "b"], {}),
        (Delivery.SCREEN, [CUT, CUT], ["b"], {"uncertain": 1}),
        (Delivery.AGAIN, [CUT] * 3, ["a", "b"], {}),
    ],
)
async def test_what_may_have_arrived_is_repeated_as_its_delivery_says(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    delivery: Delivery,
    weather: list[str],
    there: list[str],
    left: dict[str, int],
) -> None:
    monkeypatch.setattr("loops.send._BACKOFF", (0.001,))
    person = await house.person()
    for one in weather:
        await house.sim.fault(one, method="sendMessage", seconds=30)
    await house.say(person, "a", "b", delivery=delivery)
    await house.sender.drained()
    assert await house.texts(person) == there
    assert await house.left() == left


async def test_who_asked_hears_that_nobody_knows(house: House) -> None:
    person = await house.person()
    await house.sim.fault("drop_after", method="sendMessage")
    await house.say(person, "a", "b", about=Upload("x", "photo"), delivery=Delivery.ASK)
    await house.sender.drained()
    assert [kind for _name, kind, _message in house.heard] == [Kind.UNCERTAIN, Kind.ACCEPTED]


async def test_an_edit_that_may_have_arrived_is_repeated(house: House) -> None:
    person = await house.person()
    await house.say(person, "a")
    await house.sender.drained()
    screen = await house.sim.screen(person)
    await house.sim.fault("drop_after", method="editMessageText")
    await house.send("editMessageText", {"chat_id": person, "message_id": screen.id, "text": "b"})
    await house.sender.drained()
    assert await house.texts(person) == ["b"]
    assert await house.left() == {}


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_message(house: House) -> None:
    person = await house.person()
    await house.say(person, "a")
    await house.sender.drained()
    old = (await house.sim.screen(person)).id
    await house.sim.delete(person, old)
    edit = {"chat_id": person, "message_id": old, "text": "b", "reply_markup": KEYBOARD}
    await house.send("editMessageText", edit)
    await house.sender.drained()
    screen = await house.sim.screen(person)
    assert (screen.text, screen.labels) == ("b", ["Ya"])
    assert screen.id != old


async def test_an_edit_refused_for_a_reason_nobody_knows_becomes_a_new_message(
    weathered: tuple[House, Between],
) -> None:
    """The topic is no parameter of an edit, but where the new message goes."""
    house, sky = weathered
    officer = await house.person()
    group = await house.sim.group("Petugas", [officer])
    topic = await house.sim.open_topic(group, officer, "1")
    where = {"chat_id": group, "message_thread_id": topic}
    await house.send("sendMessage", {**where, "text": "a"})
    await house.sender.drained()
    old = (await house.sim.messages(group, thread=topic))[-1].id
    sky.strike("editMessageText", error(400, "Bad Request: inline keyboard expected"))
    await house.send("editMessageText", {**where, "message_id": old, "text": "b"})
    await house.sender.drained()
    assert [one.text for one in await house.sim.messages(group, thread=topic)][-2:] == ["a", "b"]
    assert sky.calls_of("editMessageText") == [{"chat_id": group, "message_id": old, "text": "b"}]


async def test_what_answers_a_message_that_is_gone_goes_out_alone(
    weathered: tuple[House, Between],
) -> None:
    house, sky = weathered
    person = await house.person()
    sky.strike("sendMessage", error(400, "Bad Request: message to be replied not found"))
    answer = {"chat_id": person, "text": "a", "reply_parameters": {"message_id": 1}}
    await house.send("sendMessage", answer)
    await house.sender.drained()
    assert await house.texts(person) == ["a"]
    assert len(sky.calls_of("sendMessage")) == 2


async def test_a_long_wait_is_said_and_can_be_asked_for(house: House) -> None:
    person = await house.person()
    await house.sim.fault("too_many", chat=person, retry_after=86_400)
    with capture_logs() as logs:
        await house.say(person, "a")
        await until(lambda: house.sender.limited())
    assert house.sender.limited()[person] == pytest.approx(86_400, abs=5)
    assert [line["seconds"] for line in logs if line["event"] == "call_waits"] == [86_400.0]


async def test_a_replaced_screen_on_its_way_is_not_tried_again(
    still: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = (make_call("sendMessage", {"chat_id": 7, "text": one}, chat_id=None) for one in "ab")
    sender = still.sender
    sender.number([old, new])
    sender.put([old])
    assert sender._lanes.take(0.0) is old
    sender.put([new], [old])
    sender._again(Again(old, in_doubt=True))
    assert sender._lanes.take(time.monotonic()) is new
    assert (sender._lanes.waiting, sender._superseded, sender._tries) == (0, set(), {})


async def test_a_screen_that_may_not_have_arrived_is_remembered_until_a_newer_one(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loops.send._BACKOFF", (0.001,))
    screen = Delivery.SCREEN
    lost, gone = await house.person(), await house.person("Bu Sari")
    for person in (lost, lost, gone, gone):
        await house.sim.fault("drop_before", method="sendMessage", chat=person)
    calls = [("sendMessage", {"chat_id": lost, "text": "a"}, {"delivery": screen})]
    calls += [("sendMessage", {"chat_id": gone, "text": one}, {"delivery": screen}) for one in "ab"]
    await house.send_all(*calls)
    await house.sender.drained()
    found = await house.database._connection.execute_fetchall("SELECT chat_id, payload FROM unseen")
    assert [(chat, json.loads(payload)["text"]) for chat, payload in found] == [(lost, "a")]
    assert await house.texts(gone) == ["b"]


KEYBOARD = {"inline_keyboard": [[{"text": "Ya", "callback_data": "1"}]]}


async def test_what_is_already_so_counts_as_done(house: House) -> None:
    person = await house.person()
    await house.say(person, "a")
    await house.sender.drained()
    screen = await house.sim.screen(person)
    where = {"chat_id": person, "message_id": screen.id}
    await house.send_all(
        ("editMessageText", {**where, "text": "a"}, {}),
        ("answerCallbackQuery", {"callback_query_id": "1"}, {}),
        ("deleteMessage", where, {}),
        ("deleteMessage", where, {}),
    )
    await house.sender.drained()
    assert await house.left() == {}
    assert house.counters.refused == 0


async def test_a_refused_message_is_given_up_and_its_lane_goes_on(house: House) -> None:
    person = await house.person()
    await house.say(person, "x" * 5000, "b", about=Upload("report", "photo"))
    await house.sender.drained()
    assert [kind for _name, kind, _message in house.heard] == [Kind.REFUSED, Kind.ACCEPTED]
    assert await house.texts(person) == ["b", "refused", "accepted"]
    assert await house.left() == {"failed": 1}


async def test_a_hook_that_fails_loses_only_what_it_did(house: House) -> None:
    person = await house.person()
    await house.say(person, "a", about=Upload("clumsy", "photo"))
    await house.say(person, "b", about=Upload("report", "photo"))
    await house.sender.drained()
    assert await house.texts(person) == ["a", "b", "accepted"]
    assert not (await house.chat(person)).blocked
    assert await house.left() == {}


async def test_a_person_who_blocked_the_bot_gets_nothing_more(house: House) -> None:
    person, other = await house.person(), await house.person()
    await house.sim.block(person)
    await house.say(person, "a", "b", about=Upload("x", "photo"))
    await house.send("sendMessage", {"chat_id": person, "text": "c"}, lane="other")
    await house.say(other, "d")
    await house.sender.drained()
    assert (await house.chat(person)).blocked
    assert [kind for _name, kind, _message in house.heard] == [Kind.BLOCKED, Kind.BLOCKED]
    assert await house.texts(other) == ["d"]
    assert await house.left() == {"failed": 3}
    await house.sim.block(person, blocked=False)
    await house.say(person, "e")
    await house.sender.drained()
    assert await house.texts(person) == ["e"]


async def test_a_group_that_moved_is_followed(house: House) -> None:
    person = await house.person()
    group = await house.sim.group("Petugas", [person], kind="group")
    moved = await house.sim.migrate(group)
    await house.say(group, "a", "b")
    await house.sender.drained()
    assert await house.texts(moved) == ["a", "b"]
    assert await house.left() == {}


async def test_a_token_no_longer_valid_ends_the_program_and_loses_nothing(still: House) -> None:
    person = await still.person()
    await still.say(person, "a")
    await still.sim.fault("error", times=99, code=401, description="Unauthorized")
    await still.sender.load()
    with pytest.raises(StopError, match=TOKEN_REFUSED):
        await still.sender.run()
    assert await still.left() == {"waiting": 1}


async def test_outcomes_that_cannot_be_written_are_kept_until_they_can(house: House) -> None:
    person = await house.person()
    connection = house.database._connection
    await connection.execute_fetchall("PRAGMA query_only = 1")
    made = make_call("sendMessage", {"chat_id": person, "text": "a"}, chat_id=None)
    house.sender.number([made])
    house.sender.put([made])
    await until(lambda: house.counters.sent)
    await asyncio.sleep(0)
    await connection.execute_fetchall("PRAGMA query_only = 0")
    await house.sender.drained()
    assert await house.texts(person) == ["a"]


def test_calls_are_written_without_spaces() -> None:
    """The mark of a file is looked for in the text: see loops/attach.py."""
    call = make_call("sendPhoto", {"photo": {"file": "a.png"}}, chat_id=7)
    assert '{"file":' in call.payload
    assert json.loads(call.payload) == {"photo": {"file": "a.png"}}
