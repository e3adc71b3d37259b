"""What a button asks for, as a value: a view to be shown, an action, a button of the desk.

`flows.buttons` writes it into the data of a button and reads it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Final

from flows.aside import Aside


class Action(Enum):
    """Buttons that change the conversation instead of covering it, and what their arguments are."""

    ANSWER = "answer"
    """arguments: guide id, step id, option key"""
    PART = "part"
    """arguments: step id, first and last day of the part that is meant"""
    LATEST = "latest"
    """arguments: step id, first and last day of what was meant; nobody knows more exactly"""
    OPEN = "open"
    """argument: guide id"""
    BACK = "back"
    UNCOVER = "uncover"
    RESTART = "restart"
    EDIT = "edit"
    """arguments: guide id, step id"""
    TICK = "tick"
    """argument: paper id"""
    ACCEPT = "accept"
    REFUSE = "refuse"
    ERASE = "erase"
    REMOVE = "remove"
    """argument: message id"""
    HELPED = "helped"
    """argument: topic id"""
    RESULT = "result"
    """arguments: how the claim went, what there is more to tell"""
    MYSELF = "myself"
    PICTURE = "picture"
    VOICE = "voice"
    SHEET = "sheet"
    """a sheet for the counter; arguments as of `View.EVIDENCE`"""
    WATCH = "watch"
    """tell me when it changes; arguments as of `View.EVIDENCE`"""
    READ = "read"
    """an answer that has changed, beside the message that says so; arguments:
    `flows.answers.Answer`, its id"""
    UNWATCH = "unwatch"
    """tell me of no changes any more"""


@dataclass(frozen=True, slots=True)
class Act:
    """An action with its arguments."""

    action: Action
    args: tuple[str, ...] = ()


class Staff(StrEnum):
    """Buttons in the staff group."""

    TAKE = "ambil"
    TAKE_AND_GREET = "asapa"
    """and the greeting goes out at once"""
    TAKE_AND_SEND = "akirim"
    """argument: id of the message that was written before the case was taken"""
    RELEASE = "lepas"
    MOVE = "alih"
    TO_OFFICE = "ke"
    """argument: office id"""
    TO_OFFICER = "orang"
    """argument: Telegram user id"""
    CLOSE = "selesai"
    CLOSE_AS = "tutup"
    """argument: a value of `Reason`"""
    REPLIES = "balas"
    """argument: page of the list, from 0"""
    REPLY = "baca"
    """argument: id of a ready answer, to preview"""
    SEND_REPLY = "kirim"
    """argument: id of a ready answer"""
    TOPIC = "faq"
    """argument: topic id, to preview"""
    SEND_TOPIC = "fkirim"
    """argument: topic id"""
    PASS = "lolos"
    """argument: id of the held message; supervisors only"""
    DROP = "buang"
    """argument: id of the held message"""
    MEANT = "maksud"
    """argument: id of a message held because it may be meant for somebody else"""
    KEEP_AS_FAQ = "jadi"
    """argument: id of the officer's message"""
    AGAIN = "ulang"
    """argument: id of the message that was not delivered"""
    GREET = "sapa"
    """argument: chat of somebody who is stuck; case 0"""
    CARD = "kartu"
    NOTICE_ON = "umum"
    """argument: trouble id; case 0"""
    NOTICE_OFF = "usai"
    """argument: trouble id; case 0"""
    HOLDS = "benar"
    """argument: number of the question about a statement; case 0. So the four below"""
    CHANGED = "ubah"
    DIFFERS = "beda"
    UNSURE = "entah"
    TAKE_BACK = "keliru"
    """the answer was a slip"""


class Participant(StrEnum):
    """Buttons in the private chat that belong to a case. Case 0: not opened yet."""

    ABOUT = "soal"
    """argument: what it is about: `ABOUT_SUGGESTED` or `ABOUT_OTHER`"""
    OFFICE = "kantor"
    """argument: office id"""
    OTHER_OFFICE = "lain"
    LEAVE = "pergi"
    SURE = "yakin"
    CLOSE = "akhiri"
    """Not the value of a staff button: texts of two enumerations are equal in a set."""
    STAY = "tetap"
    RATE = "nilai"
    """argument: 1 to 5"""
    NO_COMMENT = "cukup"
    CODE = "kode"


ABOUT_SUGGESTED: Final = "tadi"
ABOUT_OTHER: Final = "lain"

WITH_ARGUMENT: Final[frozenset[StrEnum]] = frozenset(
    {
        Staff.TAKE_AND_SEND,
        Staff.TO_OFFICE,
        Staff.TO_OFFICER,
        Staff.CLOSE_AS,
        Staff.REPLIES,
        Staff.REPLY,
        Staff.SEND_REPLY,
        Staff.TOPIC,
        Staff.SEND_TOPIC,
        Staff.PASS,
        Staff.DROP,
        Staff.MEANT,
        Staff.KEEP_AS_FAQ,
        Staff.AGAIN,
        Staff.GREET,
        Staff.NOTICE_ON,
        Staff.NOTICE_OFF,
        Staff.HOLDS,
        Staff.CHANGED,
        Staff.DIFFERS,
        Staff.UNSURE,
        Staff.TAKE_BACK,
        Participant.ABOUT,
        Participant.OFFICE,
        Participant.RATE,
    }
)
"""Buttons of the desk that carry an argument; the others carry none."""


@dataclass(frozen=True, slots=True)
class StaffTap:
    """A button in the staff group. `case_id` is 0 where no case is meant.

    Whether the presser *may* do it is never in it; the edge asks the store for the role and for the
    case of the topic.
    """

    verb: Staff
    case_id: int
    argument: str = ""


@dataclass(frozen=True, slots=True)
class CaseTap:
    """A participant's button that belongs to a case. `case_id` is 0 where there is none yet."""

    verb: Participant
    case_id: int = 0
    argument: str = ""


Press = Aside | Act | StaffTap | CaseTap
