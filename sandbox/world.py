"""Everything this Telegram remembers, in one object."""

from __future__ import annotations

from typing import Any

from sandbox.accounts import frozen, refusal
from sandbox.callbacks import Callbacks
from sandbox.calllog import CallLog
from sandbox.chats import PRIVATE, SUPERGROUP, Chat
from sandbox.clock import Clock
from sandbox.errors import bad, forbidden, upgraded
from sandbox.events import Events
from sandbox.faults import Faults
from sandbox.files import FileShelf
from sandbox.limits import Limits
from sandbox.messages import Message
from sandbox.people import BotProfile, People, User
from sandbox.updates import UpdateQueue

FIRST_GROUP = -1_002_100_000_001
MESSAGES_FROM = 1000


class World:
    """State of the sandbox. Pass one to `server.start` to go on where another server stopped."""

    def __init__(self, *, limits: bool = True) -> None:
        self.clock = Clock()
        self.events = Events()
        self._limits_on = limits
        self._empty()

    def _empty(self) -> None:
        self.bot = BotProfile()
        self.people = People()
        self.chats: dict[int, Chat] = {}
        self.queue = UpdateQueue()
        self.callbacks = Callbacks()
        self.files = FileShelf()
        self.limits = Limits(self._limits_on)
        self.faults = Faults()
        self.log = CallLog()
        self.webhook: dict[str, Any] = {}
        self.inline: dict[str, list[dict[str, Any]] | None] = {}
        self._last_private_id = MESSAGES_FROM
        self._next_group = FIRST_GROUP

    def reset(self) -> None:
        """As on the first day: no people, no chats, no faults; waiting pollers get nothing."""
        self.queue.interrupt()
        self._empty()
        self.events.publish({"type": "reset"})

    def name_bot(self, token: str) -> None:
        """The first token seen gives the bot its id, as the number in a real token does.

        Groups and updates that were there before the bot connected then name it so, too.
        """
        if self.bot.named:
            return
        before, self.bot.id = self.bot.id, int(token.partition(":")[0])
        self.bot.named = True
        for chat in self.chats.values():
            if before in chat.members:
                chat.members[self.bot.id] = chat.members.pop(before)
        self.queue.rename(before, self.bot.id)
        self.events.publish({"type": "bot"})

    # People and their private chats

    def add_user(self, user_id: int | None = None, first_name: str = "", **more: Any) -> User:
        """A new person and their (not yet started) chat with the bot."""
        user = self.people.add(user_id, first_name, **more)
        card: dict[str, Any] = {"id": user.id, "type": PRIVATE, "first_name": user.first_name}
        if user.last_name:
            card["last_name"] = user.last_name
        if user.username:
            card["username"] = user.username
        self.chats[user.id] = Chat(user.id, PRIVATE, user.name, card)
        self.events.publish({"type": "users"})
        return user

    def user(self, user_id: int) -> User:
        """Raises `KeyError` naming who exists."""
        found = self.people.get(user_id)
        if found is None:
            known = [user.id for user in self.people.all()[:20]]
            raise KeyError(f"no user {user_id}; there are {known}")
        return found

    # Groups

    def add_group(self, title: str, *, forum: bool, kind: str = SUPERGROUP) -> Chat:
        group_id = self._next_group
        self._next_group -= 1
        if kind != SUPERGROUP:
            group_id = -(abs(group_id) % 1_000_000_000)
        card: dict[str, Any] = {"id": group_id, "type": kind, "title": title}
        if forum:
            card["is_forum"] = True
        chat = Chat(group_id, kind, title, card, started=True, forum=forum)
        self.chats[group_id] = chat
        self.events.publish({"type": "groups"})
        return chat

    def chat(self, chat_id: int) -> Chat:
        """Raises `KeyError` naming what was asked for."""
        found = self.chats.get(chat_id)
        if found is None:
            raise KeyError(f"no chat {chat_id}")
        return found

    # What the bot may do

    def chat_for_bot(self, given: str) -> Chat:
        """The chat of a `chat_id` parameter, as far as the bot may write there.

        Raises 400 chat not found, 400 with the new id after a migration, what the account there (or
        the bot's own) answers to everything, 403 otherwise.
        """
        chat = self.known_chat(given)
        if self.bot.frozen:
            raise frozen()
        if chat.private:
            if (why := refusal(chat.account)) is not None:
                raise why
            if not chat.started:
                raise forbidden("bot can't initiate conversation with a user")
            if chat.blocked:
                raise forbidden("bot was blocked by the user")
        elif not chat.holds(self.bot.id):
            status = chat.status_of(self.bot.id)
            if status == "kicked":
                raise forbidden(f"bot was kicked from the {chat.kind} chat")
            raise forbidden(f"bot is not a member of the {chat.kind} chat")
        return chat

    def known_chat(self, given: str) -> Chat:
        """The chat of a `chat_id` parameter. Raises 400 chat_id is empty, chat not found."""
        if not given:
            raise bad("chat_id is empty")
        chat = self.chats.get(int(given)) if given.lstrip("-").isdigit() else None
        if chat is None:
            raise bad("chat not found")
        if chat.migrated_to is not None:
            raise upgraded(chat.migrated_to)
        return chat

    def spend(self, chat: Chat, count: int = 1) -> None:
        """Count messages against the limits. Raises 429."""
        self.limits.spend(chat.id, chat.private, self.clock.now(), count)

    # Messages

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count by themselves, all private chats and small groups together."""
        if chat.kind == SUPERGROUP:
            chat.last_id += 1
            return chat.last_id
        self._last_private_id += 1
        return self._last_private_id

    def put(
        self,
        chat: Chat,
        sender: dict[str, Any],
        content: dict[str, Any],
        *,
        thread: int | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """A new message of anybody into a chat. No limits, no update: that is the caller's."""
        message_id = self.next_message_id(chat)
        body: dict[str, Any] = {
            "message_id": message_id,
            "from": sender,
            "chat": chat.card,
            "date": int(self.clock.now()),
        }
        if thread is not None:
            body["message_thread_id"] = thread
            body["is_topic_message"] = True
        if reply_to is not None:
            body["reply_to_message"] = without_reply(reply_to.body)
        body.update(content)
        by_bot = sender["id"] == self.bot.id
        message = Message(message_id, body, sender["id"], by_bot, thread)
        chat.messages[message_id] = message
        self.touch(chat, message, by_bot=by_bot)
        return message

    def touch(self, chat: Chat, message: Message | None = None, *, by_bot: bool = False) -> None:
        """Something in this chat changed: revisions, waiters, watching pages."""
        chat.bump(message, by_bot=by_bot)
        if self.events.watched:
            self.events.publish({"type": "chat", "chat": chat.id, "revision": chat.revision})

    def remove(self, chat: Chat, message: Message, *, by_bot: bool = False) -> None:
        message.deleted = True
        self.touch(chat, message, by_bot=by_bot)


def without_reply(body: dict[str, Any]) -> dict[str, Any]:
    """A message as it appears inside another: one level, as the Bot API has it."""
    if "reply_to_message" not in body:
        return body
    return {k: v for k, v in body.items() if k != "reply_to_message"}
