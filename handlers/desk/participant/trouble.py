"""Troubles as they are met: counted for the supervisor, and announced where one is known."""

from __future__ import annotations

from dataclasses import replace

from flows.aside import View
from flows.content.guide import Ask
from flows.conversation import Conversation
from flows.desk.hours import spoken_moment
from flows.scene import Scene
from flows.talk import Reply
from handlers.desk.desk import Desk
from handlers.desk.job import Job
from store import troubles
from store.turn import Turn


async def noticed(
    desk: Desk, turn: Turn, chat_id: int, before: Conversation, decided: Reply
) -> Reply:
    """Count a trouble that was just opened; show the disturbance this step suffers from."""
    talk = decided.conversation
    trouble_met = talk.under(View.TROUBLE)
    met = trouble_met.about if trouble_met else None
    new = met if talk.aside != before.aside else None
    if new is None and not desk.known.notices:
        return decided
    scene = Scene(desk.brain.library, desk.brain.today(), talk)
    step = scene.position(scene.guide).step if scene.guide else None
    if new is not None:
        job = Job(desk, await turn.store(), turn)
        troubles.seen(job.db, chat_id, new, talk.guide or "", step.id if step else "", job.at)
    if not desk.known.notices or not decided.screens:
        return decided
    here = {met} if met else set(step.troubles) if isinstance(step, Ask) else set()
    known = next((name for name in desk.known.notices if name in here), None)
    trouble = desk.brain.library.troubles.get(known or "")
    if known is None or trouble is None:
        return decided
    since = spoken_moment(desk.known.notices[known], desk.offices.national.zona, desk.now())
    text = scene.say("gangguan_langkah", kendala=trouble.label, sejak=since)
    head, *rest = decided.screens
    return replace(decided, screens=(head.under("gangguan", text), *rest))
