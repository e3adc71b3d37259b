"""Updates of the staff groups: words in topics, people coming and going; taps are `staff.buttons`.

Every message of a person ends in exactly one thing they see: the mark of delivery, a card with what
holds it back, the mark of a note, or a reason (`staff.unheard`). Only chatter among colleagues,
outside of the topics of cases, is left alone.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.ext import filters

from flows.desk.addressed import greets_stranger, names_case
from handlers.desk import follow_up
from handlers.desk.carry import corrected, outward, withheld
from handlers.desk.carry.messages import is_kept_back, sort_of, words_of
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed, link
from handlers.desk.job import Job
from handlers.desk.recovery import topics
from handlers.desk.staff import commands, members, order, roles, statements, unheard
from handlers.events import is_service
from store import carried, cases, leaving, staff
from store.carried import NOTE, OUT
from store.turn import Turn


class InStaffGroup(filters.UpdateFilter):
    """Updates of the staff groups, which may change while the bot runs."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(name="InStaffGroup")
        self._desk = desk

    def filter(self, update: Update) -> bool:
        """Whether the update is from a staff group."""
        chat = update.effective_chat
        return chat is not None and self._desk.is_staff_group(chat.id)


async def handle(desk: Desk, update: Update, turn: Turn) -> bool:
    """Handle an update of a staff group; False when it is from elsewhere."""
    chat = update.effective_chat
    if chat is None or not desk.is_staff_group(chat.id):
        return False
    user = update.effective_user
    job = Job(desk, await turn.store(), turn, user.id if user else 0)
    if update.chat_member:
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
    elif message.pinned_message is not None and message.from_user and message.from_user.is_bot:
        # Our own pinning of a card needs no line of its own in the topic, where Telegram tells us.
        where = {"chat_id": message.chat_id, "message_id": message.message_id}
        job.send("deleteMessage", where)
    elif is_service(message) or message.is_automatic_forward:
        return
    elif message.sender_chat is not None:
        await _anonymous(job, message)
    elif message.from_user is None or message.from_user.is_bot:
        return
    elif order.is_command(message):
        await _ordered(job, message)
    else:
        await _spoken(job, message)


async def _case(job: Job, message: Message) -> Filed | None:
    """The case of the topic a message is in."""
    if message.message_thread_id is None:
        return None
    row = await cases.by_topic(job.db, message.chat_id, message.message_thread_id)
    return Filed.of(row) if row else None


async def _anonymous(job: Job, message: Message) -> None:
    """Nobody can be asked for the role of a group: how to write as oneself, once a day."""
    if not await _is_common(job, message) or order.is_command(message):
        await unheard.because(job, message, "meja_anonim", quiet=unheard.ONCE)


async def _is_common(job: Job, message: Message) -> bool:
    """Whether a message is where colleagues talk: the common topic, or one of their own."""
    if message.message_thread_id is None or not message.is_topic_message:
        return True
    if await _case(job, message) is not None:
        return False
    start = message.reply_to_message
    if start is not None and start.forum_topic_created and start.from_user is not None:
        return not start.from_user.is_bot
    return message.message_thread_id in await staff.own_topics(job.db, message.chat_id)


async def _ordered(job: Job, message: Message) -> None:
    """A command; with words behind a stroke that are none, its author is asked what is meant."""
    case = await _case(job, message)
    name, words = order.named(message)
    role = await roles.role_of(job, job.actor, message.chat_id)
    if role is not None and commands.is_known(name, words):
        await commands.commanded(job, message, case)
    elif role is None and (case is not None or commands.is_known(name, words)):
        await unheard.without_role(job, message)
    elif case is not None and role in roles.MAY_TALK and (words or not name):
        question = job.for_staff.say("meja_kirim_peserta", perintah=f"/{name}")
        await outward.wrote(job, case, message, question)
    else:
        await unheard.because(job, message, "meja_perintah_tidak_ada", perintah=f"/{name}")


async def _spoken(job: Job, message: Message) -> None:
    """Words in a topic: to the participant, unless a note or from somebody without a role."""
    case = await _case(job, message)
    if case is None:
        await _elsewhere(job, message)
    elif (note := outward.note(message, case)) is not None:
        await outward.noted(job, case, message)
        await unheard.noted(job, message, note)
    elif await roles.role_of(job, job.actor, message.chat_id) in roles.MAY_TALK:
        await outward.wrote(job, await topics.reopened(job, case, message), message)
    else:
        await unheard.without_role(job, message)


async def _elsewhere(job: Job, message: Message) -> None:
    """Words outside of the topics of cases reach nobody; said only where somebody is meant."""
    if not await _is_common(job, message):
        await _of_no_case(job, message)
    elif not await statements.explained(job, message) and await _is_meant(job, message):
        await unheard.because(job, message, "meja_bukan_topik_kasus")


async def _of_no_case(job: Job, message: Message) -> None:
    """A topic that a case has left says where it is now; any other one is not known."""
    number = message.message_thread_id or 0
    left = await leaving.one(job.db, message.chat_id, number)
    case = await job.case(left.case_id) if left is not None else None
    if case is not None:
        place = link(case) or job.desk.offices.answering(case).nama
        await unheard.because(job, message, "meja_topik_lama", kasus=case.code, tautan=place)
    elif not await topics.unknown_topic(job, message):
        await unheard.because(job, message, "meja_topik_asing")


async def _is_meant(job: Job, message: Message) -> bool:
    """Whether words in the common topic seem to be for a participant."""
    text = words_of(message) or ""
    own = [one for one in await job.open_cases() if one.group_id == message.chat_id]
    if names_case(text, own) is not None:
        return True
    if not own:
        return False
    everybody = await staff.everybody(job.db, message.chat_id)
    return greets_stranger(text, [one.name for one in everybody])


async def _changed(job: Job, message: Message) -> None:
    """A changed message; one that never went out does not go out by being changed."""
    if message.sender_chat is not None or is_service(message):
        return
    case = await _case(job, message)
    if case is None:
        await statements.explained(job, message)
    elif await roles.role_of(job, job.actor, message.chat_id) not in roles.MAY_TALK:
        await unheard.without_role(job, message)
    elif is_kept_back(kind := sort_of(message)):
        ending = withheld.ending(job.for_staff, kind)
        await unheard.because(job, message, "meja_berkas_diganti", akhiran=ending)
    elif await _was_carried(job, case, message):
        await corrected.edited(job, case, message)
    elif (note := outward.note(message, case)) is not None:
        await corrected.edited(job, case, message)
        await unheard.noted(job, message, note)
    elif message.location is None:
        await unheard.because(job, message, "meja_ubahan_tidak_terkirim")


async def _was_carried(job: Job, case: Filed, message: Message) -> bool:
    found = await carried.of_topic(job.db, case.id, message.message_id)
    return any(one.direction == OUT and one.kind != NOTE for one in found)


async def migrate(job: Job, old: int, new: int) -> None:
    """Telegram gave a group a new number: cases, roles and what is sent follow."""
    staff.migrate(job.db, old, new)
    await job.know()
