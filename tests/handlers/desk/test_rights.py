"""Every staff button, pressed by everybody, in every state of the case: one table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from flows.library import Library
from flows.presses import Staff
from tests.handlers.desk.at_desk import CLOSE, RELEASE, SOLVED, AtDesk, Case, staff_data

STATES = ("waiting", "held", "closed")

# X has no role, E is an editor, O an officer, H the officer who holds or held the case and wrote
# in it, S the supervisor. Who may press the button while the case is waiting, held, closed?
TABLE = {
    Staff.TAKE:        ("OHS", "", ""),
    Staff.TAKE_AND_GREET: ("OHS", "", ""),
    Staff.TAKE_AND_SEND: ("OHS", "", ""),
    Staff.RELEASE:     ("", "HS", ""),
    Staff.MOVE:        ("S", "HS", ""),
    Staff.TO_OFFICE:   ("S", "HS", ""),
    Staff.TO_OFFICER:  ("S", "HS", ""),
    Staff.CLOSE:       ("S", "HS", ""),
    Staff.CLOSE_AS:    ("S", "HS", ""),
    Staff.CARD:        ("EOHS", "EOHS", "EOHS"),
    Staff.AGAIN:       ("", "H", ""),
    Staff.PASS:        ("S", "S", ""),
    Staff.DROP:        ("HS", "HS", "HS"),
    Staff.MEANT:       ("", "H", ""),
    Staff.REPLIES:     ("", "H", ""),
    Staff.REPLY:       ("", "H", ""),
    Staff.SEND_REPLY:  ("", "H", ""),
    Staff.TOPIC:       ("EOHS", "EOHS", "EOHS"),
    Staff.SEND_TOPIC:  ("", "H", ""),
    Staff.KEEP_AS_FAQ: ("EOHS", "EOHS", "EOHS"),
}  # fmt: skip

WITHOUT_CASE = {
    Staff.NOTICE_ON, Staff.NOTICE_OFF, Staff.GREET,
    Staff.HOLDS, Staff.CHANGED, Staff.DIFFERS, Staff.UNSURE, Staff.TAKE_BACK,
}  # fmt: skip
"""See test_trends and test_statements."""


@dataclass
class People:
    """Everybody of the table by letter."""

    X: int
    E: int
    O: int  # noqa: E741
    H: int
    S: int

    @classmethod
    async def of(cls, desk: AtDesk) -> People:
        return cls(
            X=await desk.joins("Orang Lain"),
            E=await desk.joins("Bu Editor", "editor"),
            O=await desk.joins("Bu Wati", "petugas"),
            H=desk.budi,
            S=desk.sari,
        )

    def __getitem__(self, letter: str) -> int:
        return int(getattr(self, letter))


def test_the_table_knows_every_button() -> None:
    assert {*TABLE, *WITHOUT_CASE} == set(Staff)


@pytest.mark.parametrize("verb", TABLE, ids=lambda verb: verb.name.lower())
async def test_who_may_press_what_when(desk: AtDesk, library: Library, verb: Staff) -> None:
    people = await People.of(desk)
    for state, may in zip(STATES, TABLE[verb], strict=True):
        case = await staged(desk, state)
        for letter in [*(letter for letter in "XEOHS" if letter not in may), *may]:
            before = everything(desk)
            data = staff_data(verb, case.id, argument(desk, library, people, verb, case))
            toast = await desk.forges(people[letter], data, case)
            did = everything(desk) != before
            assert did is (letter in may), f"{letter} in state {state}: {toast}"
            if not did:
                assert toast, f"{letter} in state {state} is not told why"
            elif letter != may[-1]:
                case = await staged(desk, state)


async def staged(desk: AtDesk, state: str) -> Case:
    """A case in which H has a message delivered, one refused and one held back."""
    case = await desk.held(by=desk.budi)
    await desk.says(desk.budi, "Sudah kami cek.", case)
    desk.fault("error", code=400, description="Bad Request: whatever", chat=case.person)
    await desk.says(desk.budi, "Coba besok.", case)
    await desk.says(desk.budi, "Kirim kode OTP Bapak", case)
    if state == "waiting":
        await desk.presses(desk.budi, RELEASE, case)
    elif state == "closed":
        await desk.presses(desk.budi, CLOSE, case)
        await desk.presses(desk.budi, SOLVED, case)
    assert desk.state(case)[0] == state
    return case


ROWS = {
    Staff.KEEP_AS_FAQ: "delivered",
    Staff.AGAIN: "refused",
    Staff.PASS: "held",
    Staff.DROP: "held",
    Staff.MEANT: "held",
}
"""Buttons about a message: the state of the one that is meant."""


def argument(desk: AtDesk, library: Library, people: People, verb: Staff, case: Case) -> Any:
    """What makes the button mean something in a staged case."""
    if verb in ROWS:
        query = "SELECT id FROM case_messages WHERE case_id = ? AND state = ?"
        return desk.value(query, case.id, ROWS[verb])
    reply = min(library.replies)
    meant = {
        Staff.TO_OFFICE: "nasional", Staff.TO_OFFICER: people.O, Staff.CLOSE_AS: "terjawab",
        Staff.TAKE_AND_SEND: 1, Staff.REPLIES: 0, Staff.REPLY: reply, Staff.SEND_REPLY: reply,
        Staff.TOPIC: "klaim-biaya", Staff.SEND_TOPIC: "klaim-biaya",
    }  # fmt: skip
    return meant.get(verb, "")


def everything(desk: AtDesk) -> list[Any]:
    """What is stored, and what Telegram was asked to do beside stopping the button's clock."""
    tables = ("cases", "case_messages", "staff", "faq_drafts", "notices", "audit")
    calls = [one.n for one in desk.world.log.after(0) if one.method != "answerCallbackQuery"]
    return [calls, *(desk.rows(f"SELECT * FROM {table}") for table in tables)]
