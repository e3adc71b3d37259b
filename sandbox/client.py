"""`Sim`: the control side for tests and benches, typed and awaitable.

    async with Sim(server.url) as sim:
        slamet = await sim.user("Pak Slamet")
        await sim.say(slamet, "/start")
        screen = await sim.wait_reply(slamet)
        await sim.tap(slamet, "Cek hak klaim")

Ids of users are plain integers; a user's private chat has the same id. Everything a person
cannot do (a label that is nowhere, a group they are not in) raises `SimError` with what there is.
"""

from __future__ import annotations

import base64
from typing import Any

import aiohttp

from sandbox.line import Line, SimError
from sandbox.screen import Screen, Shown
from sandbox.weather import Weather

__all__ = ["Line", "Screen", "Shown", "Sim", "SimError"]

WAIT = 10.0


class Sim(Weather):
    """A client of `/sim/...` at `url` (the sandbox's base address)."""

    def __init__(self, url: str, session: aiohttp.ClientSession | None = None) -> None:
        super().__init__(url, session)
        self._seen: dict[int, int] = {}

    # People

    async def user(self, first_name: str = "", **more: Any) -> int:
        """A new person; returns the id. More: id, last_name, username, language_code."""
        made = await self.post("users", first_name=first_name, **more)
        return int(made["id"])

    async def users(self) -> list[dict[str, Any]]:
        return list(await self.get("users"))

    async def block(self, user: int, blocked: bool = True) -> None:
        """The person stops the bot (or takes that back)."""
        await self.post("block", user=user, blocked=blocked)

    # Speaking. Each remembers what the bot had done before, for `wait_reply`.

    async def say(self, user: int, text: str, **where: Any) -> int:
        """The person writes; `where`: chat, thread, reply_to. Returns the message id."""
        return await self._act("say", user, text=text, **where)

    async def send(self, user: int, kind: str, data: bytes | None = None, **more: Any) -> int:
        """The person sends a photo, document, voice, sticker, location, contact ..."""
        coded = base64.b64encode(data).decode() if data is not None else None
        return await self._act("send", user, kind=kind, data=coded, **more)

    async def make(self, user: int, kind: str, **where: Any) -> int:
        """A message of any kind a client can make: gift, video_chat_started, pinned_message,
        rich_message ... (`sandbox/kinds.py`)."""
        return await self._act("make", user, kind=kind, **where)

    async def edit(self, user: int, message_id: int, text: str, **where: Any) -> int:
        return await self._act("edit", user, message_id=message_id, text=text, **where)

    async def delete(self, user: int, message_id: int, **where: Any) -> None:
        await self.post("delete", user=user, message_id=message_id, **where)

    async def forward(self, user: int, from_chat: int, message_id: int, **where: Any) -> int:
        return await self._act("forward", user, from_chat=from_chat, message_id=message_id, **where)

    async def react(self, user: int, message_id: int, emoji: str, **where: Any) -> None:
        await self.post("react", user=user, message_id=message_id, emoji=emoji, **where)

    async def tap(self, user: int, label: str, **where: Any) -> dict[str, Any]:
        """Press the newest button with this label; `where`: chat, thread, message_id."""
        return await self._tap(user, label=label, **where)

    async def tap_data(self, user: int, data: str, **where: Any) -> dict[str, Any]:
        """A tap with any callback data: a forged one, or a button long gone."""
        return await self._tap(user, data=data, **where)

    async def _act(self, path: str, user: int, **body: Any) -> int:
        made = await self.post(path, user=user, **body)
        self._seen[body.get("chat") or user] = int(made["bot_revision"])
        return int(made["message_id"])

    async def _tap(self, user: int, **body: Any) -> dict[str, Any]:
        made = dict(await self.post("tap", user=user, **body))
        self._seen[body.get("chat") or user] = int(made["bot_revision"])
        return made

    # Looking

    async def screen(self, chat: int, thread: int | None = None) -> Screen:
        """The newest message of the bot. Raises `SimError` when there is none yet."""
        found = await self.get("screen", chat=chat, thread=thread)
        if found["message"] is None:
            raise SimError(f"the bot has said nothing in chat {chat}")
        return Screen.of(found["message"], found["chat"])

    async def messages(self, chat: int, **which: Any) -> list[Shown]:
        """Messages, oldest first; `which`: after, since, thread, limit, deleted."""
        found = await self.get("messages", chat=chat, **which)
        return [Shown.of(each) for each in found["messages"]]

    async def wait_reply(
        self,
        chat: int,
        timeout: float = WAIT,  # noqa: ASYNC109
        thread: int | None = None,
    ) -> Screen:
        """The screen after the bot's next send, edit or delete since this client last acted.

        Raises `SimError` when nothing comes within `timeout` seconds.
        """
        after = self._seen.get(chat, 0)
        found = await self.get("wait", chat=chat, after=after, by="bot", timeout=timeout)
        if not found["changed"]:
            last = [m.text for m in await self.messages(chat, limit=3)]
            raise SimError(f"no answer in chat {chat} within {timeout} s; last messages: {last}")
        self._seen[chat] = int(found["chat"]["bot_revision"])
        return await self.screen(chat, thread)

    async def wait_toast(
        self,
        tapped: dict[str, Any],
        timeout: float = WAIT,  # noqa: ASYNC109
    ) -> dict[str, Any]:
        """The bot's answer to a tap (what `tap` returned). Raises `SimError` when none comes."""
        chat, query_id, after = tapped["chat"], tapped["query_id"], -1
        while True:
            for toast in await self.toasts(chat):
                if toast["query_id"] == query_id:
                    return toast
            found = await self.get("wait", chat=chat, after=after, timeout=timeout)
            if not found["changed"]:
                raise SimError(f"tap {query_id} in chat {chat} not answered within {timeout} s")
            after = int(found["chat"]["revision"])

    async def wait_ready(self, seconds: float = WAIT) -> None:
        """Wait until a bot listens (getUpdates or webhook). Raises `SimError` when none does."""
        if not (await self.get("ready", timeout=seconds))["ready"]:
            raise SimError(f"no bot has asked for updates within {seconds} s")

    async def wait_quiet(self, chat: int, quiet: float = 0.3, seconds: float = WAIT) -> None:
        """Wait until nothing has changed in this chat for `quiet` seconds."""
        await self.get("wait", chat=chat, quiet=quiet, timeout=seconds)

    async def toasts(self, chat: int) -> list[dict[str, Any]]:
        """Answers to taps: text, alert, user, message_id, waited (seconds)."""
        return list(await self.get("toasts", chat=chat))

    async def pending(self, chat: int | None = None) -> list[dict[str, Any]]:
        """Taps nobody has answered yet."""
        return list(await self.get("pending", chat=chat))

    async def bot(self, user: int | None = None, chat: int | None = None) -> dict[str, Any]:
        """Name, descriptions and the command menu this person sees."""
        return dict(await self.get("bot", user=user, chat=chat))

    # Groups

    async def group(self, title: str, members: list[int], **more: Any) -> int:
        """A supergroup with topics; the first member created it, the bot is administrator.

        More: forum, kind ("group" for a basic one), bot_status ("none": the bot is not in it).
        """
        listed = [{"user": user} for user in members]
        return int((await self.post("groups", title=title, members=listed, **more))["id"])

    async def member(self, chat: int, user: int | str, status: str, **more: Any) -> None:
        """Set a member's status; user "bot" is the bot. More: rights, title, by."""
        await self.post("members", chat=chat, user=user, status=status, **more)

    async def topics(self, chat: int) -> list[dict[str, Any]]:
        return list(await self.get("topics", chat=chat))

    async def open_topic(self, chat: int, user: int, name: str) -> int:
        made = await self.post("topics", chat=chat, user=user, name=name)
        return int(made["topic"]["message_thread_id"])

    async def delete_topic(self, chat: int, thread: int, answer: str | None = None) -> None:
        await self.post("topics/delete", chat=chat, thread=thread, answer=answer)

    async def close_topic(self, chat: int, thread: int, user: int, *, closed: bool = True) -> None:
        """Somebody closes (or reopens) a topic by hand in their client."""
        await self.post("topics/close", chat=chat, thread=thread, user=user, closed=closed)

    async def migrate(self, chat: int) -> int:
        """Give a group a new id; returns it."""
        return int((await self.post("migrate", chat=chat))["id"])

    # Reading

    async def reset(self) -> None:
        self._seen.clear()
        await self.post("reset")

    async def log(self, **which: Any) -> list[dict[str, Any]]:
        """Bot API calls in order; `which`: after, method, chat, limit."""
        return list(await self.get("log", **which))

    async def stats(self) -> dict[str, Any]:
        return dict(await self.get("stats"))
