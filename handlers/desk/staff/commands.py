"""The commands of the staff groups; participants never see them.

/antrean, /saya, /ambil, /b, /selesai, /macet, /faq, /jadikan, /tarik, /laporan, /peran. Who may
give none is told so before (`handlers.desk.group`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from telegram import Message

from flows.commands import StaffCommand
from flows.desk.case import AuditAct, Closer, CloseReason, Opening, Role
from flows.desk.code import find_code
from flows.desk.panels import named_panel, replies_panel, topics_panel
from flows.texts.html import Html, lines
from handlers.desk.carry.changes import WANTED
from handlers.desk.case import ending, opening, taking
from handlers.desk.filed import Filed, link
from handlers.desk.job import Job
from handlers.desk.staff import lists, may, members, offered, reports, roles, stuck
from handlers.desk.staff.order import Order, OrderHandler, named, say
from handlers.desk.topic import farewell
from store import carried, cases, revisions, staff
from store.carried import NOTE, OUT, Carried

TAKE_AWAY = "hapus"


def is_known(name: str, words: str) -> bool:
    """Whether it is a command of ours: words that one does not take are meant for somebody."""
    return name in COMMANDS and (name not in TAKES or words.lower() in TAKES[name])


async def commanded(job: Job, message: Message, case: Filed | None) -> None:
    """A command in a staff group."""
    name, argument = named(message)
    command = COMMANDS.get(name)
    role = await roles.role_of(job, job.actor, message.chat_id)
    if command is not None and role is not None:
        await command(job, Order(message, case, argument, role))


async def _role(job: Job, order: Order) -> None:
    """`/peran petugas` as an answer to somebody's message, or with a mention behind it.

    Not with a typed number: at the door it looks like an account number, and is masked.
    """
    if order.role is not Role.SUPERVISOR:
        say(job, order.message, job.for_staff.say("meja_hanya_supervisor"))
        return
    word = order.argument.lower().partition(" ")[0]
    user_id, name = _whom(order.message)
    wanted = next((one for one in Role if one.value == word), None)
    if user_id is None or (wanted is None and word != TAKE_AWAY):
        say(job, order.message, job.for_staff.say("meja_peran_cara"))
    elif wanted is not Role.SUPERVISOR and await roles.is_last_supervisor(
        job, user_id, order.message.chat_id
    ):
        say(job, order.message, job.for_staff.say("meja_supervisor_terakhir"))
    elif wanted is not None:
        roles.give(job, user_id, order.message.chat_id, wanted, name)
    else:
        known = await staff.one(job.db, user_id, order.message.chat_id)
        await members.dismissed(job, user_id, order.message.chat_id)
        shown = (known.name if known else "") or name or str(user_id)
        say(job, order.message, job.for_staff.say("meja_peran_dicabut", nama_petugas=shown))


def _whom(message: Message) -> tuple[int | None, str]:
    """Who is meant: somebody mentioned without a user name, or the author of what is answered."""
    for entity in message.entities:
        if entity.user is not None and not entity.user.is_bot:
            return entity.user.id, entity.user.first_name
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and not answered.from_user.is_bot:
        return answered.from_user.id, answered.from_user.first_name
    return None, ""


async def _take(job: Job, order: Order) -> None:
    """`/ambil JHT-7K3Q`: a case by the code the participant read out over the telephone."""
    name = order.message.from_user.first_name if order.message.from_user else ""
    code = find_code(order.argument)
    if order.role not in roles.MAY_TALK:
        say(job, order.message, job.for_staff.say("meja_editor_tidak_membalas"))
        return
    if code is None and order.case is None and not order.argument:
        say(job, order.message, job.for_staff.say("meja_ambil_cara"))
        return
    if code is None:
        known = order.case
    else:
        row = await cases.by_code(job.db, code)
        known = Filed.of(row) if row else None
    if known is not None:
        await _take_known(job, order.message, known, name)
        return
    chat_id = await cases.chat_of_code(job.db, code, job.at - opening.CODE) if code else None
    opened = None
    if chat_id:
        opened = await stuck.begin(job, chat_id, Opening.CODE, name, order.message.chat_id)
    if opened is None:
        say(job, order.message, job.for_staff.say("meja_kode_tidak_ada"))
    else:
        taken = job.for_staff.say("meja_diambil", nama_petugas=name, kasus=opened.code)
        say(job, order.message, taken)


async def _take_known(job: Job, message: Message, case: Filed, name: str) -> None:
    if may.is_own(case, job.actor):
        say(job, message, Html.escape(may.own_case(job)))
    elif case.group_id != message.chat_id:
        say(job, message, farewell.place_of(job, case))
    elif not case.open:
        say(job, message, job.for_staff.say("meja_kasus_ditutup"))
    elif await taking.take(job, case, name) is None:
        say(job, message, job.for_staff.say("meja_sudah_diambil", nama_petugas=case.officer_name))
    else:
        there = link(case)
        code = Html('<a href="{}">{}</a>').format(there, case.code) if there else case.code
        taken = job.for_staff.say("meja_diambil_tautan", nama_petugas=name, tautan=code)
        say(job, message, taken)


async def _queue(job: Job, order: Order) -> None:
    """`/antrean`: who waits, the oldest first."""
    say(job, order.message, await lists.queue(job, order.message.chat_id))


async def _ready(job: Job, order: Order) -> None:
    """`/b kata`: the ready answers with these words; without words those that fit the case."""
    if order.case is None:
        say(job, order.message, job.for_staff.say("meja_balasan_cara"))
        return
    voice = job.for_staff
    panel = (
        named_panel(order.case, voice, order.argument)
        if order.argument
        else replies_panel(order.case, voice, 0)
    )
    job.panel(order.case, panel, order.message.message_id)


async def _close(job: Job, order: Order) -> None:
    """`/selesai`: the reasons as buttons; `/selesai tuntas` closes at once."""
    case = order.case
    if case is None:
        say(job, order.message, job.for_staff.say("meja_selesai_cara"))
        return
    refused = may.refused(job, case, job.actor, order.role)
    if refused is not None:
        say(job, order.message, Html.escape(refused))
        return
    reason = REASONS.get(order.argument.lower())
    if reason is None:
        job.panel(case, await offered.with_faq(job, case), order.message.message_id)
        return
    name = order.message.from_user.first_name if order.message.from_user else ""
    named = case if case.officer_name else case.with_(officer_name=name)
    await ending.close(job, named, Closer.OFFICER, reason)
    why = job.for_staff.label(f"sebab_{reason}")
    say(job, order.message, job.for_staff.say("meja_ditutup", nama_petugas=name, sebab=why))


async def _stuck(job: Job, order: Order) -> None:
    thread = order.message.message_thread_id if order.message.is_topic_message else None
    await stuck.listed(job, order.message.chat_id, thread)


async def _faq(job: Job, order: Order) -> None:
    """`/faq kata`: the nearest answers; in a topic as buttons, elsewhere as a list."""
    found = job.desk.hear(order.argument).topics.top if order.argument else ()
    names = [score.topic for score in found]
    if order.case is not None:
        panel = topics_panel(order.case, job.for_staff, names)
        job.panel(order.case, panel, order.message.message_id)
        return
    titles = [f"• {job.library.topics[name].title}" for name in names]
    head = job.for_staff.say("meja_faq_terdekat" if titles else "meja_faq_kosong")
    say(job, order.message, lines(head, *titles))


async def _keep(job: Job, order: Order) -> None:
    """`/jadikan` as an answer to an officer's message: on the editors' list with it."""
    answered, case, row = order.message.reply_to_message, order.case, None
    if case is not None and answered is not None:
        found = await carried.of_topic(job.db, case.id, answered.message_id)
        row = next((one.id for one in found if one.direction == OUT), None)
    if case is None or row is None:
        say(job, order.message, job.for_staff.say("meja_jadikan_cara"))
    else:
        say(job, order.message, Html.escape(await offered.keep_as_faq(job, case, row)))


async def _own(job: Job, order: Order) -> None:
    """`/saya` lists one's own cases, `/saya pulang` gives them all back."""
    if not order.argument:
        say(job, order.message, await lists.own(job, order.message.chat_id))
    elif order.argument.lower() == "pulang":
        count = await taking.all_of(job, order.message.chat_id)
        say(job, order.message, job.for_staff.say("meja_pulang", jumlah=count))


async def _back(job: Job, order: Order) -> None:
    """`/tarik` as an answer to an own message takes it from the participant."""
    answered = order.message.reply_to_message
    row = await _own_message(job, order.case, answered) if order.case and answered else None
    if order.case is None or row is None or row.kind == NOTE:
        say(job, order.message, job.for_staff.say("meja_tarik_cara"))
    elif row.author_id != job.actor:
        say(job, order.message, job.for_staff.say("meja_tarik_bukan"))
    else:
        job.audit(AuditAct.DROPPED, order.case.id, str(row.id))
        revisions.take_back(job.db, row.id, WANTED)
        job.follow_up(order.case)


async def _own_message(job: Job, case: Filed, message: Message) -> Carried | None:
    """What an officer wrote there."""
    found = await carried.of_topic(job.db, case.id, message.message_id)
    return next((one for one in found if one.direction == OUT), None)


async def _report(job: Job, order: Order) -> None:
    if order.role is not Role.SUPERVISOR:
        say(job, order.message, job.for_staff.say("meja_hanya_supervisor"))
        return
    await reports.send(job, order.message)


REASONS: Final[Mapping[str, CloseReason]] = {
    "tuntas": CloseReason.SOLVED,
    "terjawab": CloseReason.SOLVED,
    "kantor": CloseReason.BRANCH,
    "lain": CloseReason.OTHER,
    "sepi": CloseReason.QUIET,
}
"""What may stand behind `/selesai`."""

COMMANDS: Final[Mapping[str, OrderHandler]] = {
    StaffCommand.QUEUE: _queue,
    StaffCommand.OWN: _own,
    StaffCommand.TAKE: _take,
    StaffCommand.READY: _ready,
    StaffCommand.CLOSE: _close,
    StaffCommand.STUCK: _stuck,
    StaffCommand.FAQ: _faq,
    StaffCommand.KEEP: _keep,
    StaffCommand.BACK: _back,
    StaffCommand.REPORT: _report,
    StaffCommand.ROLE: _role,
}
"""What each command of the staff does."""

TAKES: Final[Mapping[str, frozenset[str]]] = {
    StaffCommand.QUEUE: frozenset({""}),
    StaffCommand.CLOSE: frozenset({"", *REASONS}),
    StaffCommand.STUCK: frozenset({""}),
    StaffCommand.OWN: frozenset({"", "pulang"}),
    StaffCommand.REPORT: frozenset({""}),
}
"""The words that some commands take, and no others."""
