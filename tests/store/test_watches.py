"""Watches: one a person and answer, told once, gone with the chat."""

from store import chats, watches
from store.database import Database
from store.watches import Watch

TAX = Watch("f", ("klaim-pajak",), "one")
END = Watch("e", ("cek-hak", "nanti"), "two")
HELD = "held"


async def test_what_is_asked_twice_is_kept_once_as_it_stands_now(database: Database) -> None:
    async with database.transaction() as transaction:
        watches.keep(transaction, 1, TAX, 5.0)
        watches.keep(transaction, 1, END, 6.0)
        watches.keep(transaction, 1, TAX._replace(said="three"), 7.0)
        watches.keep(transaction, 2, END, 8.0)
        assert await watches.of(transaction, 1) == [END, TAX._replace(said="three")]
        assert sorted(await watches.known(transaction)) == [END, TAX._replace(said="three")]


async def test_who_was_told_waits_for_the_next_day(database: Database) -> None:
    async with database.transaction() as transaction:
        for chat in (2, 1):
            watches.keep(transaction, chat, TAX, 10.0 - chat)
            watches.keep(transaction, chat, END, 10.0)
        assert await watches.next_of(transaction, TAX, 100.0, HELD) == 2
        watches.told(transaction, 2, 100.0)
        assert await watches.next_of(transaction, TAX, 100.0, HELD) == 1
        assert await watches.next_of(transaction, END, 101.0, HELD) == 1
        watches.told(transaction, 1, 150.0)
        assert await watches.next_of(transaction, TAX, 100.0, HELD) is None
        assert await watches.next_of(transaction, TAX, 151.0, HELD) == 2


async def test_what_was_learnt_is_no_news(database: Database) -> None:
    async with database.transaction() as transaction:
        watches.keep(transaction, 1, TAX, 1.0)
        watches.keep(transaction, 2, TAX, 1.0)
        watches.learnt(transaction, 1, [TAX._replace(said="new"), END])
        assert await watches.of(transaction, 1) == [TAX._replace(said="new")]
        assert await watches.of(transaction, 2) == [TAX]


async def test_it_goes_with_the_chat(database: Database) -> None:
    async with database.transaction() as transaction:
        for chat in (1, 2, 3):
            watches.keep(transaction, chat, TAX, float(chat))
        chats.save(transaction, [chats.blank(3)], 0.0)
        chats.forget(transaction, 1)
        assert await watches.of(transaction, 1) == []
        assert await watches.prune(transaction, 2.0) == 0
        assert await watches.prune(transaction, 9.0) == 1
        assert await watches.of(transaction, 3) == [TAX]
        watches.forget(transaction, 3)
        assert await watches.known(transaction) == []
