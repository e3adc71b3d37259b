"""A group gets a new id, as when a basic group becomes a supergroup."""

from __future__ import annotations

from sandbox.chats import Chat
from sandbox.people import User
from sandbox.world import World


def migrate_group(world: World, old: Chat) -> Chat:
    """The new group: same members and topics, a new id; the old one only points to it.

    Both service messages go to the bot, as from Telegram. Raises `ValueError` for a private chat
    or one that has moved already.
    """
    if old.private or old.migrated_to is not None:
        raise ValueError(f"{old.title} cannot move")
    new = world.add_group(old.title, forum=old.forum)
    new.members, new.topics, new.last_id = dict(old.members), dict(old.topics), old.last_id
    for message in old.messages.values():
        if message.thread is not None and not message.deleted:
            new.messages[message.id] = message
    by = User(777_000, "Telegram").card()
    leaving = world.put(old, by, {"migrate_to_chat_id": new.id})
    old.migrated_to = new.id
    arriving = world.put(new, by, {"migrate_from_chat_id": old.id})
    if new.holds(world.bot.id):
        world.queue.push("message", leaving.body)
        world.queue.push("message", arriving.body)
    world.events.publish({"type": "groups"})
    return new
