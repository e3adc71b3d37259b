"""What is remembered of a chat stays small, however much somebody writes."""

from __future__ import annotations

import json

import pytest

from tests.handlers.desk.at_desk import AtDesk

STORY = "saya budi santoso tinggal di surabaya dan saldo saya tidak muncul " * 60
MOST = 2400
"""Characters: an `asked` of a thousand, five short questions, and where the conversation stands."""

WAYS = {
    "written": [STORY],
    "twice": [STORY, STORY],
    "command": [f"/start cab-{STORY}"],
    "unknown_command": [f"/{STORY}"],
    "guide": [f"/start {STORY}", "/start klaim-jmo", STORY],
    "about": ["9", STORY],
    "branch": ["9", "JMO macet", STORY],
    "noted": ["/start cek-hak", f"resign 2 bulan lalu, saldo 12 jt, masih ada HP. {STORY}"],
}


@pytest.mark.parametrize("way", WAYS)
async def test_of_a_long_text_little_is_kept(desk: AtDesk, way: str) -> None:
    user = await desk.person()
    for text in WAYS[way]:
        await desk.says(user, text[:4096])
    kept = desk.value("SELECT conversation FROM chats WHERE chat_id = ?", user)
    assert len(kept) <= MOST, kept


async def test_a_link_remembers_only_a_branch_there_is(desk: AtDesk) -> None:
    user = await desk.person()
    for branch in ("jember", "budi-santoso"):
        await desk.says(user, f"/start cab-{branch}")
    kept = json.loads(desk.value("SELECT conversation FROM chats WHERE chat_id = ?", user))
    assert kept["office"] == "jember"
