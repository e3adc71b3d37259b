"""What the buttons of the desk say: ``1:K:ambil:12`` to staff, ``1:P:nilai:12:5`` to participants.

Data that was forged, cut or sent by an older bot reads as None: the edge then does nothing but
say that the button is old. Whether the presser *may* do it is never in the data; the edge asks
the store for the role and for the case of the topic.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

from flows.buttons import pack, unpack

STAFF: Final = "K"
PARTICIPANT: Final = "P"


class Staff(StrEnum):
    """Buttons in the staff group."""

    TAKE = "ambil"
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

_WITH_ARGUMENT: Final[frozenset[StrEnum]] = frozenset(
    {
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
        Staff.KEEP_AS_FAQ,
        Staff.AGAIN,
        Staff.GREET,
        Staff.NOTICE_ON,
        Staff.NOTICE_OFF,
        Participant.ABOUT,
        Participant.OFFICE,
        Participant.RATE,
    }
)

V = TypeVar("V", Staff, Participant)


@dataclass(frozen=True, slots=True)
class DeskTap(Generic[V]):
    """A pressed button of the desk. `case_id` is 0 where no case is meant."""

    verb: V
    case_id: int
    argument: str = ""


def staff_data(verb: Staff, case_id: int, argument: str | int = "") -> str:
    """The callback data of a staff button."""
    return _data(STAFF, verb, case_id, argument)


def participant_data(verb: Participant, case_id: int = 0, argument: str | int = "") -> str:
    """The callback data of a participant's button."""
    return _data(PARTICIPANT, verb, case_id, argument)


def _data(action: str, verb: StrEnum, case_id: int, argument: str | int) -> str:
    tail = (str(argument),) if verb in _WITH_ARGUMENT else ()
    return pack(action, verb.value, str(case_id), *tail)


def read_staff(data: str) -> DeskTap[Staff] | None:
    """The staff button behind callback data; None when it is none of ours."""
    return _read(data, STAFF, Staff)


def read_participant(data: str) -> DeskTap[Participant] | None:
    """The participant's case button behind callback data; None when it is none of ours."""
    return _read(data, PARTICIPANT, Participant)


def _read(data: str, action: str, verbs: type[V]) -> DeskTap[V] | None:
    tap = unpack(data)
    if tap is None or tap.action != action or not 2 <= len(tap.args) <= 3:
        return None
    name, number, *rest = tap.args
    verb = next((known for known in verbs if known.value == name), None)
    if verb is None or not (number.isascii() and number.isdigit() and len(number) <= 15):
        return None
    if (verb in _WITH_ARGUMENT) != bool(rest and rest[0]):
        return None
    return DeskTap(verb, int(number), rest[0] if rest else "")
