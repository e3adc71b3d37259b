"""Work: each update exactly once, all of it or nothing, in order per chat."""

import asyncio
import json
from typing import Any

import pytest
from structlog.testing import capture_logs
from telegram import Update
from telegram.ext import MessageHandler, filters

from loops.application import Context, Dispatcher
from loops.counters import Counters
from loops.http import BotApi
from loops.receive import Receiver
from loops.send import Sender
from loops.work import OnParked, Worker
from store import chats, inbox, outbox
from store.database import Database, UnavailableError
from store.outbox import Delivery
from store.turn import Turn, current_turn
from tests.loops.conftest import Handler, count, dispatcher, message

DELAYS = (0.2, 1.0, 5.0, 20.0)
NEVER_CUT = 3600.0
"""Seconds; a machine that stalls must not make two batches of one."""


class House:
    """A worker with an outbox that nobody empties, and a clock that stands still."""

    def __init__(self, database: Database, api: BotApi) -> None:
        self.database = database
        self.now = 1_000.0
        self.counters = Counters()
        self.api = api
        self.sender = Sender(database, api, Counters(), now=lambda: self.now)
        self.worker: Worker

    async def open(
        self, handler: Handler = count, on_parked: OnParked | None = None, **how: Any
    ) -> None:
        how = {"longest": NEVER_CUT, **how}
        application: Dispatcher = dispatcher(self.api, handler)
        await application.initialize()
        self.worker = Worker(
            self.database,
            application,
            self.counters,
            outgoing=self.sender,
            on_parked=on_parked,
            now=lambda: self.now,
            **how,
        )

    async def store(self, *updates: dict[str, Any], at: float | None = None) -> None:
        receiver = Receiver(
            self.database, self.api, Counters(), mask=dict, stored=lambda: None,
            **({} if at is None else {"now": lambda: at}),
        )  # fmt: skip
        for update in updates:
            await receiver.accept(update)

    async def texts(self, chat_id: int | None = None) -> list[str]:
        async with self.database.transaction() as transaction:
            calls = await outbox.waiting(transaction)
        return [
            json.loads(call.payload)["text"] for call in calls if chat_id in (None, call.chat_id)
        ]

    async def states(self) -> dict[str, int]:
        async with self.database.transaction() as transaction:
            return await inbox.counts(transaction)

    async def conversation(self, chat_id: int) -> str | None:
        async with self.database.transaction() as transaction:
            record = await chats.one(transaction, chat_id)
        return record.conversation if record else None


@pytest.fixture
def house(database: Database, api: BotApi) -> House:
    return House(database, api)


async def test_a_batch_is_handled_in_order_with_the_state_of_the_update_before(
    house: House,
) -> None:
    await house.open()
    await house.store(message(1, 7, "a"), message(2, 8, "x"), message(3, 7, "b"))
    assert await house.worker.once() == 3
    assert await house.texts(7) == ["1 a", "2 b"]
    assert await house.texts(8) == ["1 x"]
    assert await house.conversation(7) == '{"n":2}'
    assert await house.states() == {"done": 3}
    assert await house.worker.once() == 0


async def test_a_batch_that_lasts_too_long_is_committed_as_far_as_it_is(house: House) -> None:
    await house.open(longest=0.0)
    await house.store(message(1, 7, "a"), message(2, 7, "b"))
    await house.worker.once()
    assert await house.texts() == ["1 a"]
    await house.worker.once()
    assert await house.texts() == ["1 a", "2 b"]


async def test_parallel_updates_that_came_in_reverse_are_decided_in_their_order(
    house: House,
) -> None:
    await house.open()
    await house.store(*(message(number, 7, str(number)) for number in (3, 1, 2)))
    await house.worker.once()
    assert await house.texts() == ["1 1", "2 2", "3 3"]


async def test_a_redelivered_update_is_handled_once(house: House) -> None:
    await house.open()
    for _ in range(2):
        await house.store(message(1, 7, "a"))
        await house.worker.once()
    assert await house.texts() == ["1 a"]


async def test_a_raising_handler_leaves_nothing_but_the_failure_count(house: House) -> None:
    await house.open()
    await house.store(message(1, 7, "a"), message(2, 7, "rusak"), message(3, 7, "c"))
    await house.store(message(4, 8, "d"))
    with capture_logs() as logs:
        await house.worker.once()
    assert await house.texts() == ["1 a", "1 d"]
    assert await house.conversation(7) == '{"n":1}'
    assert await house.states() == {"done": 2, "waiting": 2}
    assert "secret words" not in str(logs)
    assert any("RuntimeError at loops/conftest.py" in str(log.get("where")) for log in logs)


async def test_after_five_failures_it_is_parked_with_one_apology_and_the_chat_goes_on(
    house: House,
) -> None:
    async def apologise(turn: Turn) -> None:
        turn.conversation = {"lost": True}
        turn.send("sendMessage", {"chat_id": turn.chat_id, "text": "Maaf"})

    await house.open(on_parked=apologise)
    await house.store(message(1, 7, "rusak"), message(2, 7, "b"), message(3, 8, "c"))
    await house.worker.once()
    assert await house.texts() == ["1 c"]
    for delay in DELAYS:
        house.now += delay * 0.9
        assert await house.worker.once() == 0
        house.now += delay * 0.1 + 0.001
        await house.worker.once()
    assert await house.texts(7) == ["Maaf", "1 b"]
    assert await house.states() == {"done": 2, "parked": 1}
    assert (house.counters.failed, house.counters.parked, house.counters.handled) == (5, 1, 2)


async def test_an_apology_that_fails_parks_all_the_same(house: House) -> None:
    async def clumsy(turn: Turn) -> None:
        turn.send("sendMessage", {"chat_id": 1, "text": "half"})
        raise RuntimeError

    await house.open(on_parked=clumsy)
    await house.store({**message(1, 7, "a"), "message": {"date": "nonsense"}})
    await house.worker.once()
    assert await house.texts() == []
    assert await house.states() == {"parked": 1}


async def test_what_ptb_cannot_read_is_parked_at_once_and_the_rest_goes_on(house: House) -> None:
    await house.open()
    await house.store(
        message(1, 7, "a"),
        {"update_id": 2, "message": {"chat": {"id": 7}, "date": "yesterday"}},
        {"update_id": 3, "message": "no dictionary"},
        message(4, 7, "b"),
    )
    await house.worker.once()
    assert await house.texts() == ["1 a", "2 b"]
    assert (await house.states())["parked"] >= 1


async def test_a_handler_that_never_ends_is_a_failure(house: House) -> None:
    async def stuck(update: Update, context: Context) -> None:
        current_turn().conversation = {"stuck": True}
        await asyncio.Event().wait()

    await house.open(stuck, patience=0.01)
    await house.store(message(1, 7, "a"))
    await house.worker.once()
    assert await house.states() == {"waiting": 1}
    assert await house.conversation(7) is None


async def test_direct_access_sees_earlier_turns_and_is_taken_back_with_its_own(
    house: House,
) -> None:
    seen: list[Any] = []

    async def desk(update: Update, context: Context) -> None:
        turn = current_turn()
        transaction = await turn.store()
        assert await turn.store() is transaction
        record = await chats.one(transaction, 99)
        seen.append(record.conversation if record else None)
        name = f'{{"by":{turn.update_id}}}'
        chats.save(transaction, [chats.blank(99)._replace(conversation=name)], 0.0)
        turn.send("sendMessage", {"chat_id": 99, "text": str(turn.update_id)})
        turn.conversation = {"did": turn.update_id}
        if update.effective_message and update.effective_message.text == "rusak":
            raise RuntimeError

    await house.open(desk)
    await house.store(
        message(1, 7, "a"), message(2, 8, "rusak"), message(3, 9, "c"), message(4, 99, "d")
    )
    await house.worker.once()
    assert seen == [None, '{"by":1}', '{"by":1}', '{"by":3}']
    assert await house.texts() == ["1", "3", "4"]
    assert await house.conversation(8) is None
    assert await house.conversation(9) == '{"did":3}'


async def test_a_turn_reads_its_chat_as_a_direct_access_before_it_left_it(house: House) -> None:
    async def desk(update: Update, context: Context) -> None:
        turn = current_turn()
        if turn.chat_id == 1:
            transaction = await turn.store()
            chats.save(transaction, [chats.blank(7)._replace(case_id=5)], 0.0)
        else:
            turn.send("sendMessage", {"chat_id": 7, "text": f"case {turn.chat.case_id}"})

    await house.open(desk)
    await house.store(message(1, 7, "a"), message(2, 1, "take"), message(3, 7, "b"))
    await house.worker.once()
    assert await house.texts(7) == ["case None", "case 5"]


async def test_what_the_database_refuses_fails_its_own_update_only(house: House) -> None:
    async def grab(update: Update, context: Context) -> None:
        turn = current_turn()
        turn.chat.case_id = 5
        turn.send("sendMessage", {"chat_id": turn.chat_id, "text": str(turn.update_id)})

    await house.open(grab)
    await house.store(message(1, 7, "a"), message(2, 8, "b"), message(3, 7, "c"))
    await house.worker.once()
    assert await house.texts() == ["1", "3"]
    assert await house.states() == {"done": 2, "waiting": 1}


async def test_later_updates_wait_for_what_changes_beside_the_store(house: House) -> None:
    known: list[str] = []
    seen: list[list[str]] = []

    async def learn(update: Update, context: Context) -> None:
        seen.append(list(known))
        text = update.effective_message.text if update.effective_message else None
        if text == "new number":
            transaction = await current_turn().store()
            transaction.after_commit(lambda: known.append("new number"))

    await house.open(learn)
    await house.store(message(1, 7, "a"), message(2, 8, "new number"), message(3, 9, "c"))
    await house.worker.once()
    assert seen == [[], []]
    await house.worker.once()
    assert seen == [[], [], ["new number"]]


async def test_a_batch_that_cannot_be_committed_is_tried_again_whole(house: House) -> None:
    await house.open()
    big = "x" * 50_000
    await house.store(message(1, 7, "a"), message(2, 7, big))
    connection = house.database._connection
    rows = await connection.execute_fetchall("PRAGMA page_count")
    await connection.execute_fetchall(f"PRAGMA max_page_count = {next(iter(rows))[0]}")
    with pytest.raises(UnavailableError):
        await house.worker.once()
    await connection.execute_fetchall("PRAGMA max_page_count = 1000000")
    assert await house.texts() == []
    assert await house.worker.once() == 2
    assert await house.texts() == ["1 a", f"2 {big}"]


async def test_a_forgotten_chat_is_gone_and_its_last_answer_goes_out(house: House) -> None:
    async def forgetful(update: Update, context: Context) -> None:
        await count(update, context)
        if update.effective_message and update.effective_message.text == "hapus":
            current_turn().forget()

    await house.open(forgetful)
    await house.store(message(1, 7, "a"), message(2, 7, "hapus"), message(3, 7, "b"))
    await house.worker.once()
    assert await house.texts() == ["1 a", "2 hapus", "1 b"]
    assert await house.conversation(7) == '{"n":1}'
    await house.store(message(4, 7, "hapus"))
    await house.worker.once()
    assert await house.conversation(7) is None


async def test_a_blocked_chat_is_known_until_its_next_update(house: House) -> None:
    blocked: list[bool] = []

    async def look(update: Update, context: Context) -> None:
        blocked.append(current_turn().chat.blocked)

    await house.open(look)
    person = message(1, 7, "a")["message"]["from"]
    member = {"user": person, "status": "member"}
    kicked = {"user": person, "status": "kicked", "until_date": 0}
    left = {
        "update_id": 1,
        "my_chat_member": {
            "chat": {"id": 7, "type": "private"},
            "from": person,
            "date": 1_700_000_000,
            "old_chat_member": member,
            "new_chat_member": kicked,
        },
    }
    await house.store(left)
    await house.worker.once()
    async with house.database.transaction() as transaction:
        record = await chats.one(transaction, 7)
        assert record is not None
        assert record.blocked == 1
    await house.store(message(2, 7, "a"))
    await house.worker.once()
    assert blocked == [True, False]
    async with house.database.transaction() as transaction:
        record = await chats.one(transaction, 7)
        assert record is not None
        assert record.blocked == 0


async def test_a_handler_outside_its_turn_is_refused(api: BotApi) -> None:
    application = dispatcher(api, count)
    with pytest.raises(ValueError, match="block=False"):
        application.add_handler(MessageHandler(filters.ALL, count, block=False))


async def screens(update: Update, context: Context) -> None:
    """A screen for every message; "pribadi" is taken out of the chat, too."""
    turn, said = current_turn(), update.effective_message
    assert said is not None
    if said.text == "pribadi":
        turn.send("deleteMessage", {"chat_id": turn.chat_id, "message_id": said.message_id})
    payload = {"chat_id": turn.chat_id, "text": f"{said.text}{'?' if turn.is_late else ''}"}
    turn.send("sendMessage", payload, delivery=Delivery.SCREEN)


@pytest.mark.parametrize("batches", [1, 2])
async def test_only_the_newest_screen_of_a_chat_waits(house: House, batches: int) -> None:
    """In the outbox as in memory: a program that ends in between sends the same."""
    await house.open(screens)
    said = [message(1, 7, "a"), message(2, 7, "pribadi"), message(3, 8, "x"), message(4, 7, "c")]
    for group in [said] if batches == 1 else [said[:3], said[3:]]:
        await house.store(*group)
        await house.worker.once()
    async with house.database.transaction() as transaction:
        calls = await outbox.waiting(transaction)
    assert [(call.chat_id, call.method) for call in calls if call.chat_id == 7] == [
        (7, "deleteMessage"),
        (7, "sendMessage"),
    ]
    assert [json.loads(call.payload).get("text") for call in calls] == [None, "x", "c"]
    unsent = [call.id for chat in (7, 8) for call in house.sender.unsent(chat)]
    assert sorted(unsent) == [call.id for call in calls]
    assert await house.states() == {"done": 4}


async def test_who_writes_now_is_handled_before_an_outage_each_chat_in_order(house: House) -> None:
    house.now = 1_700_100_000.0
    await house.open(screens)
    await house.store(
        message(1, 7, "a"), message(2, 8, "x"), message(3, 7, "b"), message(4, 9, "lama"),
        message(5, 9, "baru", date=int(house.now) - 1), at=house.now,
    )  # fmt: skip
    assert await house.worker.once() == 2
    assert await house.texts(9) == ["baru"]
    assert await house.texts() == ["baru"]
    house.now += inbox.SETTLED + 0.1
    assert await house.worker.once() == 3
    assert (await house.texts(7), await house.texts(8)) == (["b?"], ["x?"])
    async with house.database.transaction() as transaction:
        urgent = {call.chat_id: call.priority for call in await outbox.waiting(transaction)}
    assert urgent[9] < urgent[7] == urgent[8]
