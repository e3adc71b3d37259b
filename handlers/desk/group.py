"""Updates of the staff groups: words in topics, buttons, people coming and going."""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import filters

from handlers.desk import follow_up
from handlers.desk.carry import outward
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.staff import buttons, commands, members, roles, statements
from handlers.events import is_service
from store import cases, staff
from store.turn import Turn


class InStaffGroup(filters.UpdateFilter):
    """Updates of the staff groups, which may change while the bot runs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name="InStaffGroup")
        self._desk = desk

    def filter(self, update: Update) -> bool:
        """Whether the update is from a staff group."""
        chat = update.effective_chat
        return chat is not None and self._desk.now_called(chat.id) in self._desk.groups()


async def handle(desk: Desk, update: Update, turn: Turn) -> bool:
    """Handle an update of a staff group; False when it is from elsewhere."""
    chat = update.effective_chat
    if chat is None or desk.now_called(chat.id) not in desk.groups():
        return False
    user = update.effective_user
    job = Job(desk, await turn.store(), turn, user.id if user else 0)
    if update.callback_query:
        await buttons.pressed_by_staff(job, update.callback_query)
    elif update.chat_member:
        await members.changed(job, update.chat_member)
    elif update.edited_message:
        await _changed(job, update.edited_message)
    elif update.message:
        await _written(job, update.message)
    await follow_up.done(job)
    return True


async def _written(job: Job, message: Message) -> None:
    staff.seen_message(job.db, message.chat_id, message.message_id)
    if message.migrate_to_chat_id is not None:
        await migrate(job, message.chat_id, message.migrate_to_chat_id)
    elif message.forum_topic_created and message.message_thread_id is not None:
        # Telegram tells a bot of every topic but its own.
        staff.own_topic(job.db, message.chat_id, message.message_thread_id)
    elif message.from_user is None or message.from_user.is_bot or message.sender_chat:
        return
    elif commands.is_command(message):
        await commands.commanded(job, message, await _case(job, message))
    elif not is_service(message):
        await _spoken(job, message)


async def _case(job: Job, message: Message) -> Filed | None:
    """The case of the topic a message is in."""
    if message.message_thread_id is None:
        return None
    row = await cases.by_topic(job.db, message.chat_id, message.message_thread_id)
    return Filed.of(row) if row else None


async def _spoken(job: Job, message: Message) -> None:
    """Words in a topic: to the participant, unless a note or from somebody without a role."""
    case = await _case(job, message)
    if case is None:
        await statements.explained(job, message)
        return
    if outward.is_note(message, case):
        return
    role = await roles.role_of(job, job.actor, message.chat_id)
    if role in roles.MAY_TALK:
        await outward.wrote(job, case, message)


async def _changed(job: Job, message: Message) -> None:
    case = await _case(job, message)
    if case is None:
        await statements.explained(job, message)
        return
    if await roles.role_of(job, job.actor, message.chat_id) not in roles.MAY_TALK:
        return
    await outward.edited(job, case, message)


async def migrate(job: Job, old: int, new: int) -> None:
    """Telegram gave a group a new number: cases, roles and what is sent follow."""
    staff.migrate(job.db, old, new)
    await job.know()
