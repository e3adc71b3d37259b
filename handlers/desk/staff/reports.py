"""`/laporan`: the figures of the last weeks in the staff group, without a person in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from telegram import Message

from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.desk.report import Figures, Report, StepCount, report
from flows.scene import Scene
from flows.texts.html import Html, bold, lines, paragraphs
from flows.texts.markup import plain
from flows.texts.units import units
from flows.truth.asking import week_of
from flows.truth.figures import Told, disputed_table, result_tables
from handlers.desk.desk import Desk
from handlers.desk.filed import Filed
from handlers.desk.job import Job
from handlers.desk.verdicts import verdicts
from handlers.outgoing import worded
from store import cases, chats, claims, leaving
from store.about import GroupMessage
from store.database import Row, Transaction
from store.leaving import Leaving
from store.unit import Unit

DAYS = 30
"""Days that `/laporan` looks back."""

REST = 24 * 3600.0
"""Seconds without a word after which somebody has left a guide."""

ROOM = 3900
"""Units of the tables in one message (Telegram allows 4096)."""


async def figures(desk: Desk, db: Transaction, since: datetime, until: datetime) -> Report:
    """All figures of a period."""
    rows = [Filed.of(row) for row in await cases.since(db, since.timestamp())]
    library = desk.brain.library
    labels = {
        **{key: guide.title for key, guide in library.guides.items()},
        **{key: trouble.label for key, trouble in library.troubles.items()},
    }
    talks = await chats.talks(db)
    found = report(rows, left(desk, talks, until), desk.offices, labels, since, until)
    disputed = disputed_table(library, await verdicts(db), desk.brain.today())
    told = await claims.between(db, week_of(since.date()), week_of(until.date()))
    went = result_tables(library, (Told(*one[1:]) for one in told), desk.brain.today())
    kept = _not_gone(await leaving.still_there(db))
    return replace(found, tables=(*found.tables, disputed, *went, kept))


def _not_gone(topics: Sequence[Leaving]) -> Figures:
    """Topics that have to be gone and are not: nothing here means that every promise is kept."""
    counts = Counter(one.why for one in topics)
    rows = tuple((why, str(count)) for why, count in sorted(counts.items()))
    return Figures("topik_belum_terhapus", ("sebab", "topik"), rows)


def left(desk: Desk, talks: list[Row], now: datetime) -> list[StepCount]:
    """Where people stand in each guide, and who has not come back for a day."""
    seen: Counter[tuple[str, str]] = Counter()
    gone: Counter[tuple[str, str]] = Counter()
    for text, changed_at in talks:
        talk = Conversation.load(json.loads(text))
        scene = Scene(desk.brain.library, desk.brain.today(), talk)
        if scene.guide is None:
            continue
        position = scene.position(scene.guide)
        seen.update((scene.guide.id, step.id) for step in position.passed)
        at = (scene.guide.id, position.step.id)
        seen[at] += 1
        if isinstance(position.step, Ask) and now.timestamp() - changed_at > REST:
            gone[at] += 1
    return [
        StepCount(guide, step, count, gone[guide, step]) for (guide, step), count in seen.items()
    ]


async def send(job: Job, message: Message) -> None:
    """The figures as one message under the command; files are made of them once it is kept."""
    found = await figures(job.desk, job.db, job.now - timedelta(days=DAYS), job.now)
    text = job.for_staff.say("meja_laporan", hari=DAYS, jumlah=found.total)
    for table in found.tables:
        part = lines(bold(table.name), Html("<pre>{}</pre>").format(_aligned(table)))
        if table.rows and units(plain(text)) + units(plain(part)) < ROOM:
            text = paragraphs(text, part)
    where: dict[str, Any] = {"chat_id": message.chat_id}
    if message.is_topic_message and message.message_thread_id is not None:
        where["message_thread_id"] = message.message_thread_id
    job.send("sendMessage", {**where, **worded(text)}, about=GroupMessage())
    if job.desk.make_files is not None:
        job.db.after_commit(partial(job.desk.make_files, found, where))


def send_files(desk: Desk, unit: Unit, paths: Sequence[Path], where: Mapping[str, object]) -> None:
    """The files made of the figures, all of them; that there are none is said."""
    for path in paths:
        document = {**where, "document": {"file": str(path.absolute())}}
        unit.send("sendDocument", document, about=GroupMessage())
    if not paths:
        text = desk.for_staff.say("meja_laporan_tanpa_berkas")
        unit.send("sendMessage", {**where, **worded(text)}, about=GroupMessage())


def _aligned(table: Figures) -> str:
    rows = [table.head, *table.rows]
    widths = [max(len(line[n]) for line in rows) for n in range(len(table.head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in rows
    )
